"""A year goes by: every reminder that comes, on its day, once."""

from datetime import date, timedelta

import pytest

from bot.core.languages import Language
from tests.almanac import day_in, it_becomes, reminders, typed
from tests.speaker import Speaker
from tests.town import Town

BEGINS = date(2030, 1, 14)
"""A Monday; the day of service, and so all that is counted, must not change with the calendar."""
SAFE, LAST = date(2030, 2, 8), date(2030, 2, 11)
"""30 days after 11 January are a Sunday: the Friday before it, and the Monday after it."""
INTERVIEW = date(2030, 3, 20)
PERMIT_ENDS = date(2030, 10, 31)

CAME = [
    # the appeal, 25 days from its safe day
    ("2030-01-18", "через 21 день"),
    ("2030-01-25", "через 14 дней"),
    ("2030-02-01", "через 7 дней"),
    ("2030-02-05", "через 3 дня"),
    ("2030-02-07", "завтра"),
    ("2030-02-08", "сегодня у вас важная дата"),
    ("2030-02-08", "с сегодняшней датой всё сделано?"),
    ("2030-02-09", "срок вашей даты подошёл, но ещё не поздно"),
    ("2030-02-10", "срок вашей даты подошёл, но ещё не поздно"),
    ("2030-02-11", "сегодня самый последний день"),
    ("2030-02-12", "ваша дата прошла"),
    # the interview
    ("2030-02-27", "через 21 день"),
    ("2030-03-06", "через 14 дней"),
    ("2030-03-13", "через 7 дней"),
    ("2030-03-17", "через 3 дня"),
    ("2030-03-19", "завтра"),
    ("2030-03-20", "сегодня у вас важная дата"),
    # the next permit: its safe day is two weeks before the old one ends
    ("2030-09-26", "через 21 день"),
    ("2030-10-03", "через 14 дней"),
    ("2030-10-10", "через 7 дней"),
    ("2030-10-14", "через 3 дня"),
    ("2030-10-16", "завтра"),
    ("2030-10-17", "сегодня у вас важная дата"),
    ("2030-10-17", "с сегодняшней датой всё сделано?"),
    ("2030-10-24", "срок вашей даты подошёл, но ещё не поздно"),
    ("2030-10-28", "срок вашей даты подошёл, но ещё не поздно"),
    ("2030-10-29", "срок вашей даты подошёл, но ещё не поздно"),
    ("2030-10-30", "срок вашей даты подошёл, но ещё не поздно"),
    ("2030-10-31", "сегодня самый последний день"),
    ("2030-11-01", "ваша дата прошла"),
]


@pytest.mark.parametrize("town", ["flat"], indirect=True)
async def test_of_three_dates_every_reminder_comes_on_its_day(town: Town) -> None:
    await it_becomes(town, BEGINS, 8)
    vera = Speaker(await town.emigre("ru"), Language.RUSSIAN)
    await _keeps_the_appeal(vera)
    await _keeps_the_interview(vera)
    await _keeps_the_permit(vera)
    came: list[tuple[str, str]] = []
    for day in (BEGINS + timedelta(days=n) for n in range(366)):
        for hour in (9, 12) if day in {SAFE, date(2030, 10, 17)} else (9,):
            before = len(reminders(vera.phone))
            await it_becomes(town, day, hour)
            came += [(day.isoformat(), text) for text in reminders(vera.phone)[before:]]
    assert [day for day, _ in came] == [day for day, _ in CAME]
    assert all(words in text for (_, text), (_, words) in zip(came, CAME, strict=True))
    assert day_in(town) == BEGINS + timedelta(days=365)


async def _keeps_the_appeal(vera: Speaker) -> None:
    await _adds(vera, "A paper came: count my last day", "Refusal", "Migri")
    await vera.taps("On 12 June 2026 or later", "Handed over to me")
    await vera.says("11.1.2030", then="Did I understand the day right?")
    await vera.taps("Yes, that day")
    await vera.phone.taps("30")
    await vera.taps("Keep it and remind me")
    assert vera.tr.full_day(SAFE) in vera.shows()
    assert vera.tr.day(LAST) in vera.shows()
    # what is due beside it is seen to at once
    await vera.opens_case()
    await vera.phone.taps(vera.words("Ask the court for leave to stay") + ": …")
    await vera.taps("Done ✓")


async def _keeps_the_interview(vera: Speaker) -> None:
    await _adds(vera, "Interview")
    vera.phone.says(typed(INTERVIEW))
    await vera.taps("No hour", "Yes, keep it and remind me")


async def _keeps_the_permit(vera: Speaker) -> None:
    await _adds(vera, "My permit ends")
    await vera.says(typed(PERMIT_ENDS), then="Did I understand the day right?")
    await vera.taps("Yes, that day", "Keep it and remind me")


async def _adds(vera: Speaker, *labels: str) -> None:
    await vera.opens_case()
    await vera.taps("Add a date", *labels)
