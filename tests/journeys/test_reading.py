"""Somebody reads: topics, an answer, its parts, where it comes from; nothing of them is kept."""

import pytest

from tests.town import Phone, Town


async def test_from_home_to_an_answer_and_where_it_comes_from(town: Town) -> None:
    vera = await town.emigre("ru")
    await vera.taps("Ответы по темам")
    await vera.sees("О чём вы хотите узнать?")
    await vera.taps("Обжалование")
    await vera.taps("Срок жалобы: сколько дней")
    answer = await vera.sees("Срок жалобы: сколько дней и как считать\n\n")
    assert "Сверено с источниками 26 ноября 2026" in answer["text"]
    assert "Сначала смотрите в свои бумаги" in answer["text"]
    assert vera.labels == [
        "Посчитать последний день",
        "Как считать",
        "Подробнее",
        "Спросить человека",
        "Ответы по теме",
        "Источники",
        "Сохранить, поделиться",
        "К разделу",
        "Главное меню",
    ]
    await vera.taps("Как считать")
    await vera.sees("Как считать\n\n1. ")
    await vera.taps("→ Какой день считать вручением")
    await vera.sees("Какой день считать вручением\n\n")
    await vera.taps("→ Особые решения")
    await vera.button("Виза или отпечатки другой страны")  # what this part names
    await vera.taps("Подробнее")
    await vera.taps("Срок уже прошёл")
    await vera.sees("Срок уже прошёл\n\n")
    await vera.taps("К ответу")
    await vera.taps("Источники")
    sources = await vera.sees("[1] ")
    assert "Сверено с источниками 26 ноября 2026" in sources["text"]
    assert "[5] " not in sources["text"]
    assert sources["entities"][-1]["type"] == "text_link"
    await vera.taps("Дальше ▶")
    await vera.sees("[5] ")
    await vera.taps("◀ Назад")
    await vera.sees("[1] ")
    await vera.taps("К ответу")
    await vera.taps("К разделу")
    await vera.taps("Ко всем темам")
    await vera.taps("Главное меню")
    await vera.sees("Чем вам помочь?")
    assert len(vera.from_bot) == 1  # one screen, changed in place


async def test_who_has_agreed_to_nothing_can_read_everything(town: Town) -> None:
    ilmari = await town.emigre("fi", agrees=False)
    await ilmari.taps("Vastaukset aiheittain")
    await ilmari.taps("Päätös")
    await ilmari.taps("Sain kielteisen päätöksen…")
    await ilmari.sees("Tarkistettu lähteistä 26. marraskuuta 2026")
    ilmari.says("/answers")
    await ilmari.sees("Mistä haluat tietää?")


async def test_what_is_needed_first_is_offered_first(town: Town) -> None:
    ilmari = await town.emigre("fi")
    await ilmari.taps("Vastaukset aiheittain")
    await ilmari.taps("Puhuttelu ja todisteet")
    await ilmari.button("Puhuttelu: miten valmistaudun")
    assert ilmari.labels[:3] == [
        "Puhuttelu: miten valmistaudun",
        "Puhuttelu jäi väliin, en pääse",
        "Tulkki: oikeutesi",
    ]


async def test_a_button_from_before_the_sources_had_pages_still_shows_them(town: Town) -> None:
    vera = await town.emigre("ru")
    await vera.presses(vera.from_bot[-1], "so:appeal-deadline")
    await vera.sees("[1] ")


async def test_an_answer_leads_to_the_answers_it_names_and_to_a_person(town: Town) -> None:
    vera = await town.emigre("ru")
    await vera.taps("Ответы по темам")
    await vera.taps("Решение")
    await vera.taps("Пришёл отказ…")
    await vera.taps("Ответы по теме")
    await vera.sees("Прочитайте ещё:")
    await vera.taps("Адвокат: где найти и бесплатно ли")
    await vera.sees("Адвокат: где найти и бесплатно ли\n\n")
    await vera.taps("Спросить человека")
    await vera.sees("Напишите вопрос здесь")


async def test_urgent_help_is_one_tap_from_home_in_every_state(town: Town) -> None:
    vera = await town.emigre("ru")
    await urgent_from_home(vera)
    await vera.taps("Спросить человека")
    vera.says("Черновик")
    await vera.button("Отправить")
    await urgent_from_home(vera)
    await vera.taps("Открыть черновик")
    await vera.taps("Отправить")
    await vera.sees("вопрос отправлен")
    await urgent_from_home(vera)
    vera.says("/urgent")
    await vera.sees("звоните 112")


async def urgent_from_home(vera: Phone) -> None:
    vera.says("/start")
    await vera.sees("Чем вам помочь?")
    await vera.taps("Срочная помощь")
    await vera.sees("звоните 112")
    await vera.taps("Взяли под стражу…")
    await vera.sees("säilöönotto")
    await vera.taps("Главное меню")


@pytest.mark.parametrize(
    "data",
    [
        "ar:nothing:0",
        "ar:lawyer:99",
        "ar:lawyer:-1",
        "so:nothing",
        "se:nothing",
        "pa:nothing",
        "re:nothing",
        "sp:nothing:1",
        "sp:lawyer:99",
    ],
)
async def test_an_old_button_shows_what_there_is(town: Town, data: str) -> None:
    vera = await town.emigre("ru")
    await vera.presses(vera.from_bot[-1], data)
    await vera.until(
        lambda: (
            "Ко всем темам" in vera.labels
            or "Обжалование" in vera.labels
            or "◀ Назад" in vera.labels
            or "Спросить человека" in vera.labels
        )
    )
