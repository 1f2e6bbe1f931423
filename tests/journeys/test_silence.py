"""A last day without an answer: what the team hears, and that it hears when it is answered."""

import pytest

from bot.core.cases import Wishes
from bot.core.dates import last_day, safe_day
from tests.almanac import appeal, day_in, it_becomes, keeps
from tests.journeys.test_own_data import file_of, has_files
from tests.journeys.test_question import asks
from tests.journeys.test_queue import labels, opens_queue
from tests.journeys.test_team import comes_home, goes, holds
from tests.town import Phone, Town

TOLD = "eikä muistutuksiimme vastata"
OF_QUESTION = "eikä hän vastaa muistutuksiimme"
SETTLED = "muistutukseen on vastattu"


async def falls_silent(vera: Phone) -> None:
    """Keep a deadline, and answer nothing on its last day."""
    town = vera.town
    kept = await keeps(vera, appeal(day_in(town), 14), Wishes(tells_team=True))
    last = safe_day(kept.kept.what)
    for hour, minute in ((9, 0), (12, 0), (13, 40)):
        await it_becomes(town, last, hour, minute)
    await vera.sees("команда знает об этом")


async def test_coordinators_hear_the_language_and_not_what_day_it_is(town: Town) -> None:
    vera, kaisa = await town.emigre("ru"), await town.coordinator("fi")
    await falls_silent(vera)
    told = await kaisa.sees(TOLD)
    assert "venäjäksi" in told["text"]
    assert "viimei" not in told["text"]


@pytest.mark.parametrize("ways", [["Сделано ✓"], ["Показать", "Сделано ✓"], ["Попросить помощи"]])
async def test_whoever_was_told_hears_that_it_is_answered(town: Town, ways: list[str]) -> None:
    vera, kaisa = await town.emigre("ru"), await town.coordinator("fi")
    await falls_silent(vera)
    write_first = await kaisa.button("Kirjoita ensin")
    closed = await goes(kaisa, await opens_queue(kaisa), "Kirjoita ensin", "Kenelle kirjoitat")
    assert labels(closed)[0].endswith("ei vastausta")
    for way in ways:
        await vera.taps(way)
    await kaisa.sees(SETTLED)
    assert "ei tarvitse kirjoittaa" in (await kaisa.presses(*write_first) or "")
    await goes(kaisa, await opens_queue(kaisa), "Kirjoita ensin", "Ei ole ketään")
    assert "хочет написать вам" not in str(vera.from_bot)


async def test_it_is_told_once_that_it_is_answered(town: Town) -> None:
    vera, kaisa = await town.emigre("ru"), await town.coordinator("fi")
    await falls_silent(vera)
    done = await vera.button("Сделано ✓")
    await vera.presses(*done)
    await kaisa.sees(SETTLED)
    await vera.presses(*done)
    await it_becomes(town, day_in(town, 1), 12)
    assert sum(SETTLED in said["text"] for said in kaisa.from_bot) == 1


async def test_who_has_the_question_hears_of_it_and_nobody_of_a_block(town: Town) -> None:
    vera, kaisa, olli = (
        await town.emigre("ru"),
        await town.coordinator("fi"),
        await town.member("fi"),
    )
    await holds(vera, olli, "Вопрос Веры")
    await falls_silent(vera)
    await olli.sees(OF_QUESTION)
    told = await kaisa.sees(OF_QUESTION)
    assert "hoitaja saa tästä tiedon" in told["text"]
    home = await comes_home(olli)
    held = await goes(olli, home, labels(home)[0], "Odottaa vastaustasi")
    assert "estämään" not in held["text"]
    await vera.taps("Сделано ✓")
    await olli.sees(SETTLED)
    await kaisa.sees(SETTLED)


async def test_a_question_that_waits_becomes_urgent(town: Town) -> None:
    vera, kaisa, olli = (
        await town.emigre("ru"),
        await town.coordinator("fi"),
        await town.member("fi"),
    )
    await asks(vera, "Вопрос Веры")
    await olli.sees("Uusi kysymys")
    town.refused_by_plan.add("deleteMessage")  # an offer two weeks old is changed instead
    await falls_silent(vera)
    await olli.sees("Kiireellinen kysymys")
    told = await kaisa.sees(OF_QUESTION)
    assert "nyt kiireellinen" in told["text"]


async def test_of_two_last_days_each_is_told_once_and_by_one_alias(town: Town) -> None:
    vera, kaisa = await town.emigre("ru"), await town.coordinator("fi")
    papers = [appeal(day_in(town), days) for days in range(14, 21)]
    paper = next(each for each in papers if safe_day(each) != last_day(each))
    await keeps(vera, paper, Wishes(tells_team=True))
    for day in (safe_day(paper), last_day(paper)):
        for hour, minute in ((9, 0), (12, 0), (13, 40), (15, 30), (20, 0)):
            await it_becomes(town, day, hour, minute)
    told = [said["text"] for said in kaisa.from_bot if TOLD in said["text"]]
    assert len(told) == 2
    assert len({text.split(",")[0] for text in told}) == 1


async def test_whoever_erases_everything_is_gone_from_what_coordinators_were_told(
    town: Town,
) -> None:
    vera, kaisa = await town.emigre("ru"), await town.coordinator("fi")
    await falls_silent(vera)
    await kaisa.sees(TOLD)
    vera.says("/privacy")
    await vera.taps("Удалить всё")
    await vera.taps("Да, удалить всё")
    await kaisa.loses(TOLD)


async def test_a_silence_is_no_question_of_theirs(town: Town) -> None:
    vera, _ = await town.emigre("ru"), await town.coordinator("fi")
    await falls_silent(vera)
    vera.says("/privacy")
    kept = await vera.sees("Что о вас хранится сейчас")
    assert "Вопросы" not in kept["text"]
    assert "на напоминание не было ответа: 1" in kept["text"]
    await vera.taps("Взять копию")
    await vera.taps("Прислать файлы")
    await has_files(vera)
    readable = file_of(vera, ".txt")
    assert "на напоминание не было ответа" in readable
    assert "Вопрос" not in readable
