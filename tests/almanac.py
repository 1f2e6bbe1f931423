"""A town's clock moved to days and hours, and dates that people keep there."""

import asyncio
from datetime import date, datetime, time, timedelta

from sqlalchemy import select

from bot.core.cases import Whose, Wishes
from bot.core.clock import HELSINKI, today
from bot.core.dates import Appointment, FromPaper, Occasion, What
from bot.core.deadlines.walk import Applied, Known, Paper, Sender
from bot.core.outgoing import BotName, OutgoingState
from bot.core.reminders import Kept
from bot.core.timers import TimerKind
from bot.store.dates import KeptDate
from bot.store.store import Store
from bot.store.tables import outbox
from tests.town import PATIENCE, Phone, Town

REFUSED = Known(paper=Paper.REFUSED, sender=Sender.MIGRI, applied=Applied.BEFORE)
IN_BETWEEN = 0.05
"""Seconds between two looks whether all is seen to."""


def day_in(town: Town, days: int = 0) -> date:
    """Return the day, so many days from now, in the town."""
    return today(town.clock.now()) + timedelta(days=days)


def hearing(day: date) -> What:
    """Return a court hearing on a day, at no certain hour."""
    return Appointment(occasion=Occasion.HEARING, day=day)


def appeal(served: date, days: int) -> What:
    """Return the appeal against a refusal of an old application; its paper prints so many days."""
    return FromPaper(known=REFUSED, day=served, days=days)


async def it_becomes(town: Town, day: date, hour: int, minute: int = 0) -> None:
    """Push time to 5 seconds past a minute in Finland, and let all be done that is due then."""
    moment = datetime.combine(day, time(hour, minute, 5), HELSINKI)
    town.clock.push(moment - town.clock.now())
    await all_is_seen_to(town)


async def all_is_seen_to(town: Town) -> None:
    """Wait until nothing is left that the clock, or the sender, has to do now."""
    assert town.app

    async def is_left(store: Store) -> bool:
        going = select(outbox.c.id).where(outbox.c.state == OutgoingState.SENDING)
        return bool(
            await store.timers.due(TimerKind.REMIND)
            or await store.dates.due()
            or await store.queue.due(1, BotName.EMIGRE, store.clock.now())
            or (await store.connection.execute(going)).first()
        )

    async with asyncio.timeout(PATIENCE):
        if await town.app.writer.run(is_left):
            await asyncio.sleep(IN_BETWEEN)
            await all_is_seen_to(town)


async def keeps(phone: Phone, what: What, wishes: Wishes | None = None) -> KeptDate:
    """Keep a date in somebody's own case, begun if there is none, and their wishes if any."""
    assert phone.town.app

    async def keep(store: Store) -> KeptDate:
        me = await store.people.meet(phone.user.id, BotName.EMIGRE)
        if wishes:
            await store.cases.wish(me.id, wishes)
        case = await store.cases.begin(me.id, Whose.ME)
        kept = Kept(what=what, made=today(store.clock.now()))
        number = await store.dates.add(case.id, kept, wishes or Wishes())
        found = await store.dates.one(me.id, number)
        assert found
        return found

    return await phone.town.app.writer.run(keep)


async def changes(phone: Phone, date: KeptDate, what: What) -> None:
    """Put something else in a date's place; what is on its way of the old one stays there."""
    assert phone.town.app

    async def change(store: Store) -> None:
        kept = Kept(what=what, made=today(store.clock.now()))
        await store.dates.put(date, kept, changed=True)

    await phone.town.app.writer.run(change)


def reminders(phone: Phone) -> list[str]:
    """Return what the clock said to somebody, in its order."""
    return [said["text"] for said in phone.from_bot if said["text"].startswith("Majakka: ")]


async def case_of(phone: Phone) -> int:
    """Return the number of somebody's own case, begun if there is none."""
    assert phone.town.app

    async def begin(store: Store) -> int:
        me = await store.people.meet(phone.user.id, BotName.EMIGRE)
        return (await store.cases.begin(me.id, Whose.ME)).id

    return await phone.town.app.writer.run(begin)


async def dates_of(phone: Phone) -> list[KeptDate]:
    """Return all dates that somebody keeps."""
    assert phone.town.app

    async def read(store: Store) -> list[KeptDate]:
        me = await store.people.meet(phone.user.id, BotName.EMIGRE)
        return list(await store.dates.all_of(me.id))

    return await phone.town.app.writer.run(read)


def typed(day: date) -> str:
    """Return a day as people type it."""
    return f"{day.day}.{day.month}.{day.year}"
