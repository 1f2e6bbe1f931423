"""Which numbers a text says, in the way each language writes them."""

import pytest

from bot.content.numbers import numbers_in, told_apart
from bot.core.languages import Language

RU, FI = Language.RUSSIAN, Language.FINNISH


@pytest.mark.parametrize(
    ("russian", "finnish", "numbers"),
    [
        ("12 июня 2026 года", "12.6.2026", {"12.6.", "2026"}),
        ("12 июня 2026 года", "12. kesäkuuta 2026", {"12.6.", "2026"}),
        ("с 12 по 30 июня", "12.–30.6.", {"12.6.", "30.6."}),
        ("6, 24 и 31 декабря", "6.12., 24.12. ja 31.12.", {"6.12.", "24.12.", "31.12."}),
        ("до 9 мая", "toukokuun 9. päivään asti", {"9.5."}),
        ("23 июля", "23. heinäkuuta", {"23.7."}),
        ("в июне 2025 года", "kesäkuussa 2025", {"month 6", "2025"}),
        ("январь–июль", "tammi–heinäkuu", {"month 1", "month 7"}),
        ("1 172 человека", "1\u00a0172 ihmistä", {"1172"}),
        ("5 тысяч рублей", "5 000 ruplaa", {"5000"}),
        ("в 2016 193 заявления", "vuonna 2016 193 hakemusta", {"2016", "193"}),
        ("4,8 месяца, 70 %", "4,8 kuukautta, 70 %", {"4,8", "70"}),
        ("до 16:15, в 16:15:05", "ennen kello 16.15: kello 16.15.05", {"16:15", "16:15:05"}),
        ("с 9 до 11:10.", "kello 9–11.10.", {"9", "11:10"}),
        ("0295 419 600", "0295 419600", {"0295419600"}),
        ("+358 40 123 4567, потом", "+358 40 1234567, sitten", {"+358401234567"}),
        ("закон 150/1930 [3]", "laki 150/1930 [4]", {"150", "1930"}),
        ("Список:\n1. Раз\n2. Два", "Lista:\n1. Yksi\n2. Kaksi", set()),
    ],
)
def test_both_languages_say_the_same(russian: str, finnish: str, numbers: set[str]) -> None:
    assert numbers_in(russian, RU) == numbers
    assert numbers_in(finnish, FI) == numbers


def test_a_small_number_may_be_a_word_in_one_language() -> None:
    assert told_apart("5 дней и 2 листа", RU, "viisi päivää, kaksi paperia", FI) == []
    assert told_apart("6 päivää", FI, "шесть дней", RU) == []
    assert told_apart("24 часа", RU, "vuorokausi", FI) == []


def test_another_number_is_told() -> None:
    assert told_apart("5 дней", RU, "7 päivää", FI) == ["5"]
    assert told_apart("6 päivää", FI, "пять дней", RU) == ["6"]
    assert told_apart("6 дней", RU, "kuukausi", FI) == ["6"]
    assert told_apart("до 12 июня", RU, "12.7. asti", FI) == ["12.6."]
