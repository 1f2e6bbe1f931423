"""Reminders: neutral words at the person's hour, each once, and every answer is heard."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.cases import Wishes
from bot.core.dates import Appointment, Occasion, last_day, safe_day
from bot.core.languages import Language
from bot.jobs.reminders import COUNTED_BY, count_anew
from bot.store.store import Store
from bot.ui.words import translator
from tests.almanac import appeal, changes, day_in, hearing, it_becomes, keeps, reminders
from tests.town import Town

WORDS = {
    "ru": {
        "in 7": "Majakka: через 7 дней у вас важная дата.",
        "in 3": "Majakka: через 3 дня у вас важная дата.",
        "tomorrow": "Majakka: завтра у вас важная дата.",
        "today": "Majakka: сегодня у вас важная дата.",
        "again": "Majakka: с сегодняшней датой всё сделано? Достаточно одного нажатия.",
        "buttons": [
            *("Показать", "Сделано ✓", "Попросить помощи", "Сегодня позже", "Дата неверна"),
        ],
        "help": "Попросить помощи",
        "later": "Сегодня позже",
        "urgent": "Напишите вопрос здесь",
    },
    "fi": {
        "in 7": "Majakka: sinulla on tärkeä päivä 7 päivän päästä.",
        "in 3": "Majakka: sinulla on tärkeä päivä 3 päivän päästä.",
        "tomorrow": "Majakka: sinulla on tärkeä päivä huomenna.",
        "today": "Majakka: sinulla on tärkeä päivä tänään.",
        "again": "Majakka: onko tämän päivän asia hoidettu? Yksi napautus riittää.",
        "buttons": ["Näytä", "Tehty ✓", "Pyydä apua", "Myöhemmin tänään", "Päivä on väärä"],
        "help": "Pyydä apua",
        "later": "Myöhemmin tänään",
        "urgent": "Kirjoita kysymyksesi",
    },
}


@pytest.mark.parametrize("language", ["ru", "fi"])
async def test_a_hearing_comes_nearer_and_no_word_says_what_it_is(
    town: Town, language: str
) -> None:
    vera, words = await town.emigre(language), WORDS[language]
    day = day_in(town, 12)
    await keeps(vera, hearing(day))
    for days in (11, 7, 6, 3, 1, 0):
        await it_becomes(town, day - timedelta(days=days), 10)
    assert reminders(vera) == [words["in 7"], words["in 3"], words["tomorrow"], words["today"]]
    assert vera.labels == words["buttons"]
    await it_becomes(town, day + timedelta(days=40), 10)
    assert len(reminders(vera)) == 4


@pytest.mark.parametrize("language", ["ru", "fi"])
async def test_help_from_a_reminder_is_an_urgent_question(town: Town, language: str) -> None:
    vera, words = await town.emigre(language), WORDS[language]
    day = day_in(town, 12)
    await keeps(vera, appeal(day_in(town), 14))
    await it_becomes(town, day - timedelta(days=1), 10)
    await vera.taps(str(words["help"]))
    await vera.sees(str(words["urgent"]))


@pytest.mark.parametrize("language", ["ru", "fi"])
async def test_two_things_of_one_day_are_told_apart_without_a_word_of_what_they_are(
    town: Town, language: str
) -> None:
    vera, words = await town.emigre(language), WORDS[language]
    day = day_in(town, 12)
    await keeps(vera, hearing(day))
    second = await keeps(vera, Appointment(occasion=Occasion.LAWYER, day=day))
    await keeps(vera, hearing(day + timedelta(days=1)))
    await it_becomes(town, day - timedelta(days=7), 10)
    said = translator(Language(language))
    both = [
        said("Things due that day: {n}. This is number {number}.", n=2, number=number)
        for number in (1, 2)
    ]
    assert reminders(vera) == [f"{words['in 7']} {each}" for each in both]
    await vera.presses(vera.from_bot[-1], f"df:{second.id}:1")
    await it_becomes(town, day - timedelta(days=3), 10)
    assert words["in 3"] in reminders(vera)


async def test_later_today_comes_again_once(town: Town) -> None:
    vera = await town.emigre("ru")
    day = day_in(town, 12)
    await keeps(vera, hearing(day))
    await it_becomes(town, day - timedelta(days=7), 9)
    message, data = await vera.button("Сегодня позже")
    assert "12:0" in (await vera.presses(message, data) or "")
    await it_becomes(town, day - timedelta(days=7), 11)
    assert len(reminders(vera)) == 1
    await it_becomes(town, day - timedelta(days=7), 12, 10)
    assert reminders(vera) == [str(WORDS["ru"]["in 7"])] * 2
    await it_becomes(town, day - timedelta(days=7), 19)
    assert len(reminders(vera)) == 2


async def test_silence_on_the_last_day_reaches_coordinators_by_an_alias_alone(town: Town) -> None:
    vera, kaisa = await town.emigre("ru"), await town.coordinator("fi")
    kept = await keeps(vera, appeal(day_in(town), 14), Wishes(tells_team=True))
    last = safe_day(kept.kept.what)
    await it_becomes(town, last, 9)
    await it_becomes(town, last, 12)
    assert reminders(vera)[-1] == WORDS["ru"]["again"]
    assert not any("❗" in said["text"] for said in kaisa.from_bot)
    await it_becomes(town, last, 13, 40)
    await vera.sees("команда знает об этом")
    told = await kaisa.sees("eikä muistutuksiimme vastata")
    assert "Vera" not in told["text"]
    await kaisa.taps("Kirjoita ensin")
    await kaisa.taps("Kyllä, kirjoita ensin")
    await vera.sees("в день вашей даты от вас не было ответа")
    await it_becomes(town, last, 20)
    assert sum("eikä muistutuksiimme vastata" in said["text"] for said in kaisa.from_bot) == 1


async def test_who_did_not_wish_it_is_never_told_of(town: Town) -> None:
    vera, kaisa = await town.emigre("ru"), await town.coordinator("fi")
    kept = await keeps(vera, appeal(day_in(town), 14))
    last = last_day(kept.kept.what)
    for days in range(4):
        await it_becomes(town, last + timedelta(days=days), 9)
        await it_becomes(town, last + timedelta(days=days), 15)
    assert not any("❗" in said["text"] for said in kaisa.from_bot)


async def test_of_three_days_off_the_most_useful_reminder_comes_alone(town: Town) -> None:
    vera = await town.emigre("ru")
    day = day_in(town, 12)
    await keeps(vera, hearing(day))
    await it_becomes(town, day - timedelta(days=2), 15)  # seven and three days went by meanwhile
    assert reminders(vera) == ["Majakka: через 2 дня у вас важная дата."]


async def test_a_changed_date_makes_an_older_reminder_void(town: Town) -> None:
    vera = await town.emigre("ru")
    day = day_in(town, 12)
    kept = await keeps(vera, hearing(day))
    await it_becomes(town, day - timedelta(days=3), 10)
    await changes(vera, kept, hearing(day + timedelta(days=20)))
    message, data = await vera.button("Сделано ✓")
    await vera.presses(message, data)
    await vera.sees("после того напоминания дата стала другой")
    await it_becomes(town, day, 10)
    assert reminders(vera) == ["Majakka: через 20 дней у вас важная дата."]


async def test_who_blocked_the_bot_hears_of_it_on_coming_back(town: Town) -> None:
    vera = await town.emigre("ru")
    day = day_in(town, 12)
    await keeps(vera, hearing(day))
    town.refused_by_plan.add("sendMessage")
    town.telegram.blocks(vera.user, vera.bot)
    for days in (7, 3, 2):
        await it_becomes(town, day - timedelta(days=days), 10)
    assert reminders(vera) == []
    town.telegram.unblocks(vera.user, vera.bot)
    vera.says("/start")
    await it_becomes(town, day - timedelta(days=2), 12)
    assert reminders(vera) == ["Majakka: через 2 дня у вас важная дата."]


async def test_whoever_erased_everything_gets_no_reminder(town: Town) -> None:
    vera = await town.emigre("ru")
    day = day_in(town, 12)
    await keeps(vera, hearing(day))
    vera.says("/privacy")
    await vera.taps("Удалить всё")
    await vera.taps("Да, удалить всё")
    await vera.until(lambda: town.telegram.calls[-1].method == "deleteMessages")
    await it_becomes(town, day - timedelta(days=7), 10)
    assert reminders(vera) == []


async def test_a_corrected_rule_is_told_of_and_looked_at_at_the_next_start(town: Town) -> None:
    vera = await town.emigre("ru")
    kept = await keeps(vera, appeal(day_in(town), 30))
    was = replace(kept.kept, counted=day_in(town, 3), reminded=town.clock.now())
    assert town.app

    async def correct(store: Store) -> None:
        await store.dates.put(kept, was)
        await store.installation.put(COUNTED_BY, "other rules")
        await count_anew(store)

    await town.app.writer.run(correct)
    await it_becomes(town, day_in(town, 1), 12)
    assert reminders(vera) == [
        "Majakka: одна из ваших дат пересчитана. Пожалуйста, откройте и посмотрите."
    ]
