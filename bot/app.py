"""The composition root: the only file that knows every room."""

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Final

from aiogram import Bot, Dispatcher
from aiogram.utils.token import extract_bot_id
from sqlalchemy.ext.asyncio import AsyncEngine

from bot import coordination, desk, emigre, privacy
from bot.botapi import tokens_of
from bot.content.glossary_uses import uses
from bot.content.process import process as all_stages
from bot.content.search.finding import finder
from bot.content.search.terms import terms
from bot.coordination import approvals, telling
from bot.coordination.broadcast_news import BroadcastNews
from bot.core.clock import Clock, SystemClock
from bot.core.languages import Language
from bot.core.outgoing import BotName
from bot.core.reminders import Call
from bot.core.requests import HELD, State
from bot.core.telltale import telltales
from bot.core.timers import TimerKind
from bot.delivery.calls import Calls
from bot.delivery.handling import Handling
from bot.delivery.pace import Pace
from bot.delivery.patience import persist
from bot.delivery.receiver import Receiver
from bot.delivery.sender import Sender
from bot.delivery.tasks import Tasks
from bot.delivery.telegram import make_bot
from bot.desk import handlers as desk_handlers
from bot.emigre import (
    case,
    dates,
    figures,
    finding,
    glossary,
    guide,
    process,
    reading,
    reminding,
    taking,
)
from bot.emigre import handlers as emigre_handlers
from bot.emigre.hearing import hear
from bot.emigre.reminding import telling as reminders_of_emigres
from bot.jobs import digest, eyes, lapses, offers, reminders, sweep
from bot.jobs.bytheclock import ByTheClock, Job
from bot.relay import company, lapsing
from bot.relay.again import fill_again
from bot.relay.eyes import ask as ask_for_eyes
from bot.relay.eyes import tell_unseen
from bot.relay.handlers import router as relay_router
from bot.relay.offering import offer
from bot.relay.restored import tell_of_restore
from bot.settings import Settings
from bot.store.dates import KeptDate
from bot.store.installation import THREADS
from bot.store.invitation import TEAM_BOT
from bot.store.keys import KeyRing
from bot.store.people import Person
from bot.store.store import Store
from bot.store.writer import Writer
from bot.ui.caselock import ask_before_showing
from bot.ui.caselock import router as caselock_router
from bot.ui.consent import ask_for_consent
from bot.ui.languages import router as languages_router
from bot.ui.lastroute import first_router, last_router
from bot.ui.profile import introduce
from bot.ui.reception import Entrance, Home, Reception
from bot.ui.rights import check_rights
from bot.ui.screen import Screen
from bot.ui.showing import Showing
from bot.ui.sides import router as sides_router
from bot.ui.sides import to_desk
from bot.ui.welcome import access_paused
from bot.ui.words import Translator, translator

log = logging.getLogger(__name__)


async def tell_of_silence(store: Store, date: KeptDate) -> None:
    """Tell coordinators of somebody who answers nothing on a last day, and say so to them."""
    if await telling.tell_silent(store, date.person):
        await reminders_of_emigres.say_that_team_was_told(store, date)


JOBS: Final[Mapping[TimerKind, Job]] = {
    TimerKind.DIGEST: partial(digest.tell_daily, telling.tell_waiting),
    TimerKind.GAPS: partial(digest.tell_daily, telling.tell_gaps),
    # before the offers: it stands in place of what coordinators would be offered at that moment
    TimerKind.LATE: partial(offers.tell_late, telling.tell_late),
    TimerKind.OFFER: partial(offers.look_again, offer),
    TimerKind.UNTAKEN: partial(lapses.see_to, lapsing.tell_untaken, {State.OFFERED}),
    TimerKind.ASKED: partial(lapses.see_to, company.tell_silent, HELD),
    TimerKind.NUDGE: partial(lapses.see_to, lapsing.nudge, {State.CLAIMED}),
    TimerKind.LAPSE: partial(lapses.see_to, lapsing.lapse, {State.CLAIMED}),
    TimerKind.QUIET: partial(lapses.see_to, lapsing.ask_if_settled, {State.ANSWERED}),
    TimerKind.SHUT: partial(lapses.see_to, lapsing.shut, {State.ANSWERED}),
    TimerKind.VEIL: partial(lapses.see_to, lapsing.veil, {State.CLOSED, State.WITHDRAWN}),
    TimerKind.REACH: partial(lapses.see_to_apart, lapsing.tell_reach, HELD),
    TimerKind.LEFT: partial(lapses.see_to, lapsing.leave, HELD),
    TimerKind.EYES: partial(eyes.ask_again, partial(ask_for_eyes, again=True)),
    TimerKind.UNSEEN: partial(lapses.see_to, tell_unseen, HELD),
    TimerKind.WISH: approvals.tell_lapsed,
    TimerKind.UNTOLD: telling.tell_kept,
    TimerKind.REMIND: partial(
        reminders.see_to,
        {
            Call.REMIND: reminders_of_emigres.remind,
            Call.COUNTED_ANEW: reminders_of_emigres.say_that_it_moved,
            Call.ASK_AGAIN: reminders_of_emigres.ask_again,
            Call.TELL: tell_of_silence,
        },
    ),
}
"""What each kind of timer is for, and the words for it."""

SECONDS_TO_END: Final = 6.0
"""How long calls that are under way may take when we stop. With the rest it stays under ten."""
SECONDS_TO_WRITE: Final = 2.0


@dataclass(frozen=True, slots=True)
class App:
    """A running Majakka. Made by `running`."""

    writer: Writer
    sender: Sender
    tasks: Tasks
    receiving: Sequence[asyncio.Task[None]]
    sending: asyncio.Task[None]
    by_the_clock: asyncio.Task[None]


@asynccontextmanager
async def running(
    settings: Settings, engine: AsyncEngine, keys: KeyRing, clock: Clock | None = None
) -> AsyncIterator[App]:
    """Run the bots while the block runs; leaving it stops them cleanly within ten seconds.

    The database must be migrated. `App.tasks.fatal` raises what a restart cannot help.
    """
    clock = clock or SystemClock()
    tasks = Tasks()
    writer = Writer(engine, clock, keys)
    writing = tasks.keep(writer.work, "writer")
    bots = _bots(settings)
    try:
        app = await _start(settings, clock, tasks, writer, bots)
        try:
            yield app
        finally:  # SIGTERM arrives here as a cancellation
            await _stop(app)
    finally:
        writer.stop()
        await asyncio.wait([writing], timeout=SECONDS_TO_WRITE)
        await tasks.drain(0)
        await asyncio.gather(*(bot.session.close() for bot in bots.values()))


async def _start(
    settings: Settings, clock: Clock, tasks: Tasks, writer: Writer, bots: Mapping[BotName, Bot]
) -> App:
    team_bot = BotName.of_team(bots)
    me = await persist(bots[team_bot].get_me)
    topics = team_bot is BotName.DESK and bool(me.has_topics_enabled)
    await writer.run(lambda store: store.installation.put(TEAM_BOT, me.username))
    await writer.run(lambda store: store.installation.put(THREADS, topics))
    calls = Calls(bots, writer, topics=topics, repeat_line=_repeat_line)
    pace = Pace(settings.send_rate)
    sender = Sender(
        calls,
        writer,
        tasks,
        clock=clock,
        pace=pace,
        team_bot=team_bot,
        fill_again=fill_again,
    )
    await sender.recover()
    await writer.run(tell_of_restore)
    await writer.run(reminders.count_anew)
    reception = Reception(_entrances(bots), Showing(writer, sender), clock)
    handling = Handling(reception, writer, tasks, sender.wake)
    sending = tasks.keep(sender.work, "sender")
    jobs: Mapping[TimerKind, Job] = {
        **JOBS,
        TimerKind.SWEEP: partial(sweep.let_go, writer.settle),
        TimerKind.PROGRESS: BroadcastNews().tell,
    }
    due = ByTheClock(writer, clock, jobs, sender.wake)
    by_the_clock = tasks.keep(due.work, "what is due by the clock")
    await handling.resume()
    receiving = [
        tasks.keep(Receiver(bot, writer, handling).work, "receiver") for bot in bots.values()
    ]
    tasks.spawn(introduce(bots), "profile")
    tasks.spawn(asyncio.to_thread(learn_to_find), "search")
    return App(writer, sender, tasks, receiving, sending, by_the_clock)


async def _stop(app: App) -> None:
    """Receive no more, let what is under way end, leave the rest stored for the next start."""
    ending = [*app.receiving, app.by_the_clock]
    for task in ending:
        task.cancel()
    app.sender.end()
    await asyncio.wait([*ending, app.sending], timeout=1)
    await app.tasks.settle(SECONDS_TO_END)


def _bots(settings: Settings) -> dict[BotName, Bot]:
    return {
        name: make_bot(token.get_secret_value(), settings.telegram_api_url)
        for name, token in tokens_of(settings).items()
    }


def _entrances(bots: Mapping[BotName, Bot]) -> dict[int, Entrance]:
    """Return the entrances by Telegram id: with one bot, the team works where émigrés write."""
    outside = bots[BotName.EMIGRE]
    inside = bots.get(BotName.DESK)
    if inside is None:
        return {_id(outside): _entrance(outside, _home_of_either, team=True, emigres=True)}
    return {
        _id(outside): _entrance(outside, emigre_handlers.home, team=False, emigres=True),
        _id(inside): _entrance(inside, desk_handlers.home, team=True, emigres=False),
    }


def _entrance(bot: Bot, home: Home, *, team: bool, emigres: bool) -> Entrance:
    rooms = dispatcher_for(team=team, emigres=emigres)
    return Entrance(
        BotName.EMIGRE if emigres else BotName.DESK, bot, rooms, home, team=team, emigres=emigres
    )


@cache
def dispatcher_for(*, team: bool, emigres: bool) -> Dispatcher:
    """Return aiogram's dispatcher with the rooms behind one bot, the last route last.

    It holds nothing of whom it serves, and takes 0.1 s to make: once, however often we start.
    """
    dispatcher = Dispatcher(disable_fsm=True)
    rooms = [coordination.router()] if team else []  # an invitation, before the language
    rooms += [languages_router()]
    rooms += [taking.router()] if emigres else []  # a link to an answer, before home
    rooms += [first_router()]
    rooms += [sides_router()] if team and emigres else []
    rooms += [desk.router(), coordination.broadcasts_router()] if team else []
    rooms += (
        [
            reading.router(),
            glossary.router(),
            guide.router(),
            process.router(),
            case.router(),
            dates.router(),
            reminding.router(),
            emigre.router(),
            finding.router(),
        ]
        if emigres
        else []
    )
    rooms += [figures.router()] if emigres else []
    rooms += [privacy.router(), caselock_router(), relay_router()]
    dispatcher.include_routers(*rooms, last_router())
    for observer in (dispatcher.message, dispatcher.edited_message, dispatcher.callback_query):
        observer.middleware(check_rights)
    if emigres:
        dispatcher.message.middleware(ask_for_consent)
        dispatcher.callback_query.middleware(ask_for_consent)
    dispatcher.message.middleware(ask_before_showing)
    dispatcher.callback_query.middleware(ask_before_showing)
    return dispatcher


async def _home_of_either(me: Person, store: Store, tr: Translator) -> Screen:
    if me.role is None:
        own = await emigre_handlers.home(me, store, tr)
        return own.beginning(access_paused(tr)) if me.suspended else own
    if not me.as_emigre:
        return await desk_handlers.home(me, store, tr)
    own = await emigre_handlers.home(me, store, tr)
    return replace(own, rows=[*own.rows, [to_desk(tr)]])


def _id(bot: Bot) -> int:
    return extract_bot_id(bot.token)


def _repeat_line(language: Language) -> str:
    tr = translator(language)
    return str(tr("(Sent again: the connection broke the first time.)"))


def learn_to_find() -> None:
    """Read and make ready, before somebody asks, what answers them: half a second of work."""
    for language in Language:
        finder(language)
        hear(["112"], language)
    terms()
    uses()
    all_stages()
    telltales("somebody@example.org")  # asked about one, it makes all its patterns
