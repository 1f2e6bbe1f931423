"""Dates of one's own: entered by taps and words, shown, changed, done, deleted."""

from datetime import datetime, time, timedelta

import pytest

from bot.core.cases import Whose, Wishes
from bot.core.clock import HELSINKI
from bot.core.dates import LONGEST_PLACE, MOST_DATES, Appointment, Occasion
from bot.core.languages import Language
from bot.ui.words import Translator, translator
from tests.almanac import appeal, case_of, dates_of, day_in, hearing, keeps, typed
from tests.town import Phone, Town

WORDS = {
    "ru": {
        "interview": "Интервью",
        "which day": "В какой день?",
        "hour": "Во сколько?",
        "check": "Всё верно?",
        "at": "Интервью, в 09:30",
        "yes": "Да, сохранить и напоминать",
        "kept": "Сохранено. Место и заметку можно добавить",
        "remind": "Напомним: ",
        "place": "Где это? До 200 знаков.",
        "done": "Сделано ✓ Напоминаний больше не будет.",
        "past": "⚠️ Этот день уже прошёл",
        "no hour": "Не получается прочитать время",
        "deleted": "Удалено.",
        "none": "Здесь пока нет ни одной.",
        "stays": "Одно напоминание должно остаться",
        "too long": "Лишних знаков: 1.",
    },
    "fi": {
        "interview": "Puhuttelu",
        "which day": "Minä päivänä?",
        "hour": "Mihin aikaan?",
        "check": "Onko kaikki oikein?",
        "at": "Puhuttelu, klo 9.30",
        "yes": "Kyllä, säilytä ja muistuta",
        "kept": "Säilytetty. Paikan ja muistiinpanon voi lisätä",
        "remind": "Muistutamme: ",
        "place": "Missä se on? Enintään 200 merkkiä.",
        "done": "Tehty ✓ Muistutuksia ei enää tule.",
        "past": "⚠️ Se päivä on jo ohi",
        "no hour": "Tästä ei saa kellonaikaa",
        "deleted": "Poistettu.",
        "none": "Täällä ei ole vielä yhtään.",
        "stays": "Yhden muistutuksen pitää jäädä",
        "too long": "1 merkki liikaa.",
    },
}
both = pytest.mark.parametrize("language", ["ru", "fi"])


async def arrives(town: Town, language: str) -> tuple[Phone, dict[str, str], Translator]:
    """Let somebody with a case of their own come to the kinds of dates."""
    phone = await town.emigre(language)
    await phone.presses(phone.from_bot[-1], f"da:{await case_of(phone)}")
    return phone, WORDS[language], translator(Language(language))


async def opens(phone: Phone) -> None:
    """Let somebody open the first date that they keep."""
    await phone.presses(phone.from_bot[-1], f"dd:{(await dates_of(phone))[0].id}")


@both
@pytest.mark.parametrize("hour", ["9:30", "9.30", "{} 9.30"])
async def test_an_interview_is_typed_shown_in_full_and_kept(
    town: Town, language: str, hour: str
) -> None:
    vera, words, tr = await arrives(town, language)
    await vera.taps(words["interview"])
    await vera.sees(words["which day"])
    day = day_in(town, 12)
    vera.says(typed(day))
    asked = await vera.sees(words["hour"])
    assert tr.full_day(day)[1:] in asked["text"]
    vera.says(hour.format({"ru": "в", "fi": "klo"}[language]))
    shown = (await vera.sees(words["check"]))["text"]
    assert tr.full_day(day)[1:] in shown
    assert words["at"] in shown
    await vera.taps(words["yes"])
    kept = (await vera.sees(words["kept"]))["text"]
    assert words["remind"] in kept
    (date,) = await dates_of(vera)
    assert date.kept.what == Appointment(occasion=Occasion.INTERVIEW, day=day, at=time(9, 30))


@both
async def test_by_taps_alone_and_without_an_hour(town: Town, language: str) -> None:
    vera, words, tr = await arrives(town, language)
    await vera.taps(tr("Lawyer"))
    await vera.taps(tr("Calendar"))
    await vera.taps("▶")
    await vera.taps("15")
    await vera.taps(tr("No hour"))
    await vera.taps(words["yes"])
    (date,) = await dates_of(vera)
    assert isinstance(date.kept.what, Appointment)
    assert (date.kept.what.day.day, date.kept.what.at) == (15, None)
    await vera.presses(vera.from_bot[-1], f"da:{date.case_id}")
    await vera.taps(tr("Lawyer"))
    vera.says(typed(date.kept.what.day))
    await vera.taps(tr("No hour"))
    await vera.taps(words["yes"])
    assert len(await dates_of(vera)) == 1


@both
async def test_what_is_typed_wrong_is_asked_back_and_what_was_said_stays(
    town: Town, language: str
) -> None:
    vera, words, tr = await arrives(town, language)
    await vera.taps(words["interview"])
    vera.says("30.2.2027")
    await vera.button(tr("Ask a person this"))
    vera.says(typed(day_in(town, -3)))
    await vera.sees(words["hour"])
    vera.says("25:00")
    await vera.sees(words["no hour"])
    vera.says("9")
    asked = await vera.sees(words["past"])
    assert tr.time(datetime.combine(day_in(town), time(9), HELSINKI)) in asked["text"]
    vera.says(typed(day_in(town, 3)))
    shown = await vera.sees(words["check"])
    await vera.until(lambda: words["past"] not in vera.from_bot[-1]["text"])
    assert tr.time(datetime.combine(day_in(town), time(9), HELSINKI)) in shown["text"]


@both
async def test_place_and_note_are_typed_and_never_needed(town: Town, language: str) -> None:
    vera, words, tr = await arrives(town, language)
    await keeps(vera, hearing(day_in(town, 9)))
    await opens(vera)
    await vera.taps(tr("Change"))
    await vera.taps(tr("Place"))
    await vera.sees(words["place"])
    vera.says("a" * (LONGEST_PLACE + 1))
    await vera.sees(words["too long"])
    vera.says("Suomenlinna, 2 krs")
    await vera.sees(tr("Place: {place}", place="Suomenlinna, 2 krs"))
    await vera.taps(tr("Change"))
    await vera.taps(tr("Note"))
    vera.says("304 729")
    await vera.sees(tr("Note: {note}", note="304 729"))
    await vera.taps(tr("Change"))
    await vera.taps(tr("Note"))
    await vera.taps(tr("Delete it"))
    await vera.loses("304 729")
    (date,) = await dates_of(vera)
    assert date.kept.what == Appointment(
        occasion=Occasion.HEARING, day=day_in(town, 9), place="Suomenlinna, 2 krs"
    )


@both
async def test_a_changed_day_keeps_the_place_and_voids_what_was_to_be_said(
    town: Town, language: str
) -> None:
    vera, words, tr = await arrives(town, language)
    day = day_in(town, 9)
    await keeps(vera, Appointment(occasion=Occasion.HEARING, day=day, at=time(9), place="Turku"))
    await opens(vera)
    await vera.taps(tr("Change"))
    await vera.taps(tr("Another day"))
    vera.says(typed(day + timedelta(days=1)))
    await vera.taps(words["yes"])
    await vera.sees(tr("Changed."))
    (date,) = await dates_of(vera)
    assert date.version == 2
    assert date.kept.what == Appointment(
        occasion=Occasion.HEARING, day=day + timedelta(days=1), at=time(9), place="Turku"
    )


@both
async def test_done_can_be_taken_back_and_deleting_is_asked_once_more(
    town: Town, language: str
) -> None:
    vera, words, tr = await arrives(town, language)
    await keeps(vera, appeal(day_in(town, -2), 30))
    await opens(vera)
    await vera.taps(tr("Done ✓"))
    await vera.sees(words["done"])
    await vera.taps(tr("Not done after all"))
    await vera.sees(words["remind"])
    await vera.taps(tr("Delete"))
    await vera.taps(tr("No, keep it"))
    await vera.sees(words["remind"])
    await vera.taps(tr("Delete"))
    old = vera.from_bot[-1]
    await vera.taps(tr("Yes, delete it"))
    shown = await vera.sees(words["deleted"])
    assert words["none"] in shown["text"]
    await vera.presses(old, "dd:1")
    await vera.sees(tr("This date is not kept any more."))


@both
async def test_other_reminders_are_chosen_and_one_stays(town: Town, language: str) -> None:
    vera, words, tr = await arrives(town, language)
    await keeps(vera, appeal(day_in(town, -2), 30))
    await opens(vera)
    await vera.taps(tr("Other reminders"))
    one, ten = (tr.plural("{n} day before", "{n} days before", n) for n in (1, 10))
    await vera.taps(ten)
    await vera.button(f"✓ {ten}")
    for label in [each for each in vera.labels if each.startswith("✓") and each != f"✓ {one}"]:
        await vera.taps(label)
    (date,) = await dates_of(vera)
    assert date.kept.distances == (1,)
    message, data = await vera.button(f"✓ {one}")
    assert words["stays"] in (await vera.presses(message, data) or "")
    await vera.taps(tr("As usual"))
    (date,) = await dates_of(vera)
    assert date.kept.distances is None


@both
async def test_all_dates_stand_in_order_with_what_is_done_last(town: Town, language: str) -> None:
    vera, _, tr = await arrives(town, language)
    for days in (20, 5, 12):
        await keeps(vera, hearing(day_in(town, days)))
    first = (await dates_of(vera))[1]
    await vera.presses(vera.from_bot[-1], f"df:{first.id}:1")
    await vera.presses(vera.from_bot[-1], f"dl:{first.case_id}:0")
    await vera.sees(tr("<b>All dates</b>").striptags())
    name = tr("Court hearing")
    short = [tr.short_day(day_in(town, days)) for days in (12, 20, 5)]
    assert vera.labels[:3] == [
        f"{short[0]} · {name}",
        f"{short[1]} · {name}",
        f"✓ {short[2]} · {name}",
    ]


async def test_reporting_to_the_police_leads_to_the_next_time(town: Town) -> None:
    vera, _, _ = await arrives(town, "ru")
    day = day_in(town, 2)
    await keeps(vera, Appointment(occasion=Occasion.REPORTING, day=day, at=time(10)))
    await opens(vera)
    await vera.taps("Следующий раз через 1 неделю")
    await vera.sees("Отметиться в полиции, в 10:00")
    await vera.taps("Да, сохранить и напоминать")
    assert [each.kept.what for each in await dates_of(vera)][1] == Appointment(
        occasion=Occasion.REPORTING, day=day + timedelta(days=7), at=time(10)
    )


async def test_a_case_has_room_for_so_many_dates(town: Town) -> None:
    vera, words, _ = await arrives(town, "ru")
    for days in range(MOST_DATES):
        await keeps(vera, hearing(day_in(town, days + 1)))
    await vera.taps(words["interview"])
    vera.says("завтра")
    await vera.taps("Без времени")
    await vera.taps(words["yes"])
    await vera.sees("Столько дат сюда не помещается")
    assert len(await dates_of(vera)) == MOST_DATES


async def test_dates_of_others_are_nobodys(town: Town) -> None:
    vera, _, _ = await arrives(town, "ru")
    await keeps(vera, hearing(day_in(town, 5)))
    (date,) = await dates_of(vera)
    ilmari = await town.emigre("fi", "Ilmari")
    for data in (f"dd:{date.id}", f"df:{date.id}:1", f"dx:{date.id}", f"dc:{date.id}"):
        await ilmari.presses(ilmari.from_bot[-1], data)
        await ilmari.sees("Tätä päivää ei enää ole täällä")
    assert await dates_of(vera) == [date]


@both
async def test_a_locked_case_asks_before_it_shows_a_date(town: Town, language: str) -> None:
    vera, words, tr = await arrives(town, language)
    await keeps(vera, hearing(day_in(town, 5)), Wishes(asks_first=True))
    number = (await dates_of(vera))[0].id
    await vera.presses(vera.from_bot[-1], f"dd:{number}")
    asked = await vera.sees(tr("Show my case here?"))
    assert tr("Court hearing") not in asked["text"]
    await vera.taps(tr("Show"))
    await vera.sees(words["remind"])


async def test_forged_numbers_lead_home_and_to_what_is_there(town: Town) -> None:
    vera = await town.emigre("ru")
    kept = await keeps(vera, appeal(day_in(town), 14))
    huge = "9" * 25
    for data in (f"dd:{huge}", f"ca:{huge}", "dd:-1", f"mo:{huge}", f"md:-1:{huge}"):
        await vera.presses(vera.from_bot[-1], data)
        await vera.sees("Чем вам помочь?")
        await vera.taps("Моё дело")
    for page in (99, -99, huge):
        await vera.presses(vera.from_bot[-1], f"dh:{kept.id}:{page}")
        await vera.until(lambda: "Источник" in vera.labels)
        await vera.presses(vera.from_bot[-1], f"dl:{kept.case_id}:{page}")
        await vera.sees("Все даты")


@both
async def test_who_keeps_cases_of_several_people_reads_whose_date_it_is(
    town: Town, language: str
) -> None:
    vera, words, tr = await arrives(town, language)
    assert tr("My case") not in vera.from_bot[-1]["text"]
    child = await case_of(vera, Whose.CHILD_1)
    name = str(tr("Child {n}", n="1"))
    await vera.presses(vera.from_bot[-1], f"da:{child}")
    assert (await vera.sees(name))["text"].startswith(name)
    await vera.taps(words["interview"])
    assert (await vera.sees(words["which day"]))["text"].startswith(name)
    vera.says(typed(day_in(town, 20)))
    assert (await vera.sees(words["hour"]))["text"].startswith(name)
    await vera.presses(vera.from_bot[-1], f"da:{await case_of(vera)}")
    await vera.sees(str(tr("My case")))
