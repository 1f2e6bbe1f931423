"""Days as people type them; what can be read in two ways is asked back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.typed_dates import Lean, Misread, read_day

TODAY = date(2026, 11, 25)  # a Wednesday
DAYS = st.dates(date(2012, 1, 1), date(2041, 12, 31))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("12.3.", date(2026, 3, 12)),
        ("12.3", date(2026, 3, 12)),
        ("12. 3. 2026", date(2026, 3, 12)),
        ("12.03.2026 г.", date(2026, 3, 12)),
        ("12.3.26", date(2026, 3, 12)),
        ("12 03 2026", date(2026, 3, 12)),
        ("2026-03-12", date(2026, 3, 12)),
        ("23/11", date(2026, 11, 23)),
        ("11/11/2026", date(2026, 11, 11)),
        ("11/26/2026", date(2026, 11, 26)),
        ("вчера вечером", date(2026, 11, 24)),
        ("сегодня днём", date(2026, 11, 25)),
        ("сегодня утром", date(2026, 11, 25)),
        ("eilen illalla", date(2026, 11, 24)),
        ("tänä aamuna", date(2026, 11, 25)),
        ("23-11-2026", date(2026, 11, 23)),
        ("12 марта", date(2026, 3, 12)),
        ("12-го марта", date(2026, 3, 12)),
        ("12 Марта 2026 года", date(2026, 3, 12)),
        ("в среду, 11 ноября", date(2026, 11, 11)),
        ("ср 11.11.", date(2026, 11, 11)),
        ("1 мая", date(2026, 5, 1)),
        ("3 сент. 2026", date(2026, 9, 3)),
        ("12. maaliskuuta", date(2026, 3, 12)),
        ("12 maaliskuuta 2026", date(2026, 3, 12)),
        ("maaliskuun 12.", date(2026, 3, 12)),
        ("maaliskuun 12. päivänä 2026", date(2026, 3, 12)),
        ("5. kesäkuuta", date(2026, 6, 5)),
        ("5 kesakuuta", date(2026, 6, 5)),
        ("keskiviikkona 11.11.2026", date(2026, 11, 11)),
        ("сегодня", TODAY),
        ("вчера", date(2026, 11, 24)),
        ("Позавчера!", date(2026, 11, 23)),
        ("завтра", date(2026, 11, 26)),
        ("послезавтра", date(2026, 11, 27)),
        ("tänään", TODAY),
        ("eilen", date(2026, 11, 24)),
        ("toissapäivänä", date(2026, 11, 23)),
        ("huomenna", date(2026, 11, 26)),
        ("ylihuomenna", date(2026, 11, 27)),
        ("5 дней назад", date(2026, 11, 20)),
        ("пять дней назад", date(2026, 11, 20)),
        ("день назад", date(2026, 11, 24)),
        ("неделю назад", date(2026, 11, 18)),
        ("две недели назад", date(2026, 11, 11)),
        ("через неделю", date(2026, 12, 2)),
        ("5 päivää sitten", date(2026, 11, 20)),
        ("viikko sitten", date(2026, 11, 18)),
        ("kaksi viikkoa sitten", date(2026, 11, 11)),
        ("kahden viikon päästä", date(2026, 12, 9)),
        ("viime perjantaina", date(2026, 11, 20)),
        ("в прошлую пятницу", date(2026, 11, 20)),
        ("прошлый четверг", date(2026, 11, 19)),
        ("viime keskiviikkona", date(2026, 11, 18)),
        ("ensi maanantaina", date(2026, 11, 30)),
        ("в следующий понедельник", date(2026, 11, 30)),
        ("tänä perjantaina", date(2026, 11, 27)),
        ("в эту пятницу", date(2026, 11, 27)),
    ],
)
def test_a_day_is_read_as_it_is_typed(typed: str, day: date) -> None:
    assert read_day(typed, TODAY, Lean.PAST) == day


@pytest.mark.parametrize(
    ("typed", "misread"),
    [
        ("30.2.2026", Misread.NO_SUCH_DAY),
        ("30 февраля", Misread.NO_SUCH_DAY),
        ("31. marraskuuta", Misread.NO_SUCH_DAY),
        ("29.2.", Misread.NO_SUCH_DAY),
        ("12.13.2026", Misread.NO_SUCH_DAY),
        ("0.1.2026", Misread.NO_SUCH_DAY),
        ("1.1.2062", Misread.TOO_FAR),
        ("12.3.1026", Misread.TOO_FAR),
        ("3/12", Misread.DAY_OR_MONTH),
        ("11/26", Misread.DAY_OR_MONTH),
        ("3/12/2026", Misread.DAY_OR_MONTH),
        ("12", Misread.WHICH_MONTH),
        ("12-го", Misread.WHICH_MONTH),
        ("12 числа", Misread.WHICH_MONTH),
        ("12. päivä", Misread.WHICH_MONTH),
        ("в марте", Misread.WHICH_DAY),
        ("maaliskuussa 2026", Misread.WHICH_DAY),
        ("месяц назад", Misread.WHICH_DAY),
        ("kaksi kuukautta sitten", Misread.WHICH_DAY),
        ("пятница", Misread.WHICH_WEEK),
        ("perjantaina", Misread.WHICH_WEEK),
        ("viime maanantaina", Misread.WHICH_WEEK),
        ("в прошлый вторник", Misread.WHICH_WEEK),
        ("ensi perjantaina", Misread.WHICH_WEEK),
        ("26.11.", Misread.WHICH_YEAR),
        ("1.12.", Misread.WHICH_YEAR),
        ("пятница 11.11.2026", Misread.WEEKDAY_DIFFERS),
        ("perjantaina 11. marraskuuta", Misread.WEEKDAY_DIFFERS),
        ("", Misread.UNREADABLE),
        ("не помню", Misread.UNREADABLE),
        ("12.3. или 13.3.", Misread.UNREADABLE),
        ("12.3.2026 14:30", Misread.UNREADABLE),
    ],
)
def test_what_is_wrong_or_has_two_meanings_is_asked_back(typed: str, misread: Misread) -> None:
    assert read_day(typed, TODAY, Lean.PAST) == misread


@pytest.mark.parametrize(
    ("typed", "day"),
    [("12.3.", date(2027, 3, 12)), ("25.11.", TODAY), ("1.12.", date(2026, 12, 1))],
)
def test_an_appointment_is_still_to_come(typed: str, day: date) -> None:
    assert read_day(typed, TODAY, Lean.FUTURE) == day


@given(DAYS)
def test_a_day_written_in_full_is_that_day_in_every_form(day: date) -> None:
    forms = [f"{day:%Y-%m-%d}", f"{day.day}.{day.month}.{day.year}", f"{day:%d.%m.%y}"]
    for typed in forms:
        for lean in Lean:
            assert read_day(typed, TODAY, lean) == day


@given(DAYS, st.integers(1, 28), st.integers(1, 12), st.sampled_from(Lean))
def test_a_day_without_a_year_lies_on_its_side_of_today_or_is_asked_back(
    today: date, day: int, month: int, lean: Lean
) -> None:
    read = read_day(f"{day}.{month}.", today, lean)
    if isinstance(read, date):
        assert (read.day, read.month) == (day, month)
        assert read <= today if lean is Lean.PAST else read >= today
        assert abs(read - today) < timedelta(days=301)
    else:
        assert read is Misread.WHICH_YEAR


@given(st.text(max_size=40))
def test_whatever_is_typed_is_a_day_or_asked_back(typed: str) -> None:
    assert isinstance(read_day(typed, TODAY, Lean.PAST), date | Misread)
