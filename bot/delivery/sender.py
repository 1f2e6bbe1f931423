"""Empties the outbox: in order within a place and lane, at Telegram's pace, through its moods.

A row is marked before it goes and after it arrived. One found marked as going after a crash
is uncertain: nobody can know whether it arrived, and its kind says what to do about it.
Copies of broadcasts are no rows of the outbox; they go when nothing else is due.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.core.clock import Clock
from bot.core.outgoing import OF_ITS_WORDS, BotName, Kind, OutgoingId, PlaceId
from bot.delivery.broadcasting import Batch, Broadcasting
from bot.delivery.calls import Calls
from bot.delivery.failures import Failure, Meaning, understand
from bot.delivery.noting import Noting
from bot.delivery.pace import Pace
from bot.delivery.tasks import Tasks
from bot.store.queue import Due
from bot.store.store import Store
from bot.store.writer import StoppedError, Writer

log = logging.getLogger(__name__)

LINE_DOWN: Final = timedelta(seconds=5)
"""How long a chat waits after a call that did not even leave; twice as long each time."""
LONGEST_WAIT: Final = timedelta(seconds=60)
STORM: Final = timedelta(seconds=5)
"""Two chats told to slow down within this time: everybody slows down."""
LONGEST_SLEEP: Final = timedelta(seconds=30)
"""The longest sleep: what another process put in the outbox is seen by then."""
MOST_AT_ONCE: Final = 100
STOPPED_UNTIL: Final = "sending stopped until"
FillAgain = Callable[[Store, PlaceId], Awaitable[bool]]
"""Puts into the outbox all that was to be read in a thread that is gone; whether there is any."""


class Sender:
    """The one task that sends."""

    def __init__(
        self,
        calls: Calls,
        writer: Writer,
        tasks: Tasks,
        *,
        clock: Clock,
        pace: Pace,
        team_bot: BotName,
        fill_again: FillAgain,
    ) -> None:
        self._calls = calls
        self._fill_again = fill_again
        self._writer = writer
        self._tasks = tasks
        self._clock = clock
        self._pace = pace
        self._team_bot = team_bot
        self._wake = asyncio.Event()
        self._ending = False
        self._going: set[OutgoingId] = set()
        self._noting = Noting(writer)
        self._stopped_until: datetime | None = None
        self._held_back = False
        self._last_flood: tuple[int, datetime] | None = None
        self._broadcasting = Broadcasting(
            calls,
            writer,
            clock=clock,
            pace=pace,
            team_bot=team_bot,
            slow_down=self.slow_down,
        )

    def wake(self) -> None:
        """Look at the outbox: something was put there."""
        self._wake.set()

    async def recover(self) -> None:
        """At start: find what an earlier run left half-sent, and whether Telegram stopped us."""

        async def unit(store: Store) -> str | None:
            stranded = await store.queue.recover() + await store.recipients.recover()
            if stranded:
                log.warning("%d letters were on their way when the program ended", stranded)
            stop: str | None = await store.installation.get(STOPPED_UNTIL)
            return stop

        stop = await self._writer.run(unit)
        self._stopped_until = datetime.fromisoformat(stop) if stop else None

    def end(self) -> None:
        """Let `work` end, with what it has marked as going on its way.

        Cancelling it could leave rows marked that nobody sends: uncertain at the next start.
        """
        self._ending = True
        self.wake()

    async def work(self) -> None:
        """Send until told to end."""
        while not self._ending:
            self._wake.clear()
            now = self._clock.now()
            batch, copies = await self._next_batch(now)
            for due in batch:
                self._going.add(due.id)
                self._tasks.spawn(self._send(due, now), "send a letter")
            if copies:
                sending = self._broadcasting.send(copies)
                self._tasks.spawn(self._wake_after(sending), "send a broadcast")
            if not batch:
                await self._clock.wait(self._wake, await self._wakes_at(now))

    async def slow_down(self, store: Store, chat_id: int, stop_for: timedelta) -> None:
        """Obey a 429: stop the chat it came from, and everybody if two chats were told at once."""
        now = self._clock.now()
        await store.queue.pause(chat_id, now + stop_for)
        chat_before, moment_before = self._last_flood or (chat_id, now)
        if chat_before != chat_id and now - moment_before < STORM:
            self._stopped_until = max(now + stop_for, self._stopped_until or now)
            await store.installation.put(STOPPED_UNTIL, self._stopped_until.isoformat())
        self._last_flood = (chat_id, now)

    @property
    def stopped(self) -> bool:
        """Whether Telegram told us to send nothing at all for now."""
        return self._stopped_until is not None and self._clock.now() < self._stopped_until

    async def _next_batch(self, now: datetime) -> tuple[Sequence[Due], Batch | None]:
        """Mark letters as going; copies of a broadcast only when no letter is due."""
        self._held_back = False
        if self.stopped:
            return [], None
        room = self._pace.room(now, MOST_AT_ONCE - len(self._going))

        async def unit(store: Store) -> tuple[Sequence[Due], Batch | None]:
            may = self._gate(room, now)
            due = await store.queue.due(MOST_AT_ONCE, self._team_bot, now, may)
            if due:
                await store.queue.start([row.id for row in due])
            elif not self._held_back:
                return [], await self._broadcasting.mark(store, now)
            return due, None

        return await self._writer.insist(unit)

    def _gate(self, room: int, now: datetime) -> Callable[[int], bool]:
        """Return what lets as many letters to chats through as there is room for."""
        left = room

        def may(chat: int) -> bool:
            nonlocal left
            if left and self._pace.may(chat, now):
                self._pace.note(chat, now)
                left -= 1
                return True
            self._held_back = True
            return False

        return may

    async def _wakes_at(self, now: datetime) -> datetime:
        """Return when to look again; `now` is the last look: what came due since counts."""
        if self._stopped_until and now < self._stopped_until:
            return self._stopped_until
        if self._held_back:
            return self._pace.next_room(now)
        stored = await self._writer.insist(lambda store: store.queue.wakes_at(now))
        moments = [stored, self._broadcasting.waits_until, now + LONGEST_SLEEP]
        return min(moment for moment in moments if moment)

    async def _send(self, due: Due, noted: datetime) -> None:
        try:
            await self._deliver(due, noted)
        except StoppedError:
            return  # uncertain at the next start
        finally:
            self._going.discard(due.id)
            self._wake.set()

    async def _wake_after(self, sending: Coroutine[None, None, None]) -> None:
        try:
            await sending
        finally:
            self._wake.set()

    async def _deliver(self, due: Due, noted: datetime) -> None:
        try:
            number = await self._call(due, noted)
        except StoppedError:
            raise
        except Exception as error:  # noqa: BLE001 - understood by its type, and noted
            failure = understand(error)
            await self._writer.insist(lambda store: self._failed(store, due, failure))
        else:
            await self._noting.arrived(due, number)

    async def _call(self, due: Due, noted: datetime) -> int | None:
        try:
            return await self._calls.deliver(due)
        finally:
            self._pace.arrived(noted, self._clock.now())

    async def _failed(self, store: Store, due: Due, failure: Failure) -> None:
        now = self._clock.now()
        match failure.meaning:
            case Meaning.DONE_ALREADY:
                await store.queue.sent(due, due.target_sent_id)
            case Meaning.FLOOD:
                await self.slow_down(store, due.chat_id, failure.stop_for)
                await store.queue.again(due.id)
            case Meaning.NOT_SENT | Meaning.TOKEN_REVOKED:
                wait = min(LINE_DOWN * 2**due.attempts, LONGEST_WAIT)
                await store.queue.pause(due.chat_id, now + wait)
                await store.queue.again(due.id)
            case Meaning.BLOCKED:
                await store.people.mark_reachable(due.chat_id, reachable=False)
                await store.queue.again(due.id)
            case Meaning.UNCERTAIN:
                await store.queue.uncertain(due.id)
            case Meaning.TOO_LATE:
                await store.queue.skip(due.id)
            case Meaning.LOST_THREAD:
                await self._begin_thread_anew(store, due)
            case _:
                log.error("Telegram refuses a letter of kind %s", due.kind)
                await store.queue.fail(due.id)

    async def _begin_thread_anew(self, store: Store, due: Due) -> None:
        """Let a new thread begin with all that stood in the one that is gone.

        This letter is part of that, or comes after it.
        """
        is_first = await store.queue.lose_thread(due.place_id, due.thread_id)
        if not (is_first and await self._fill_again(store, due.place_id)):
            await store.queue.again(due.id)
            return
        await store.queue.skip(due.id)
        if due.kind not in {*OF_ITS_WORDS, Kind.EDIT}:
            await store.outbox.put(due.place_id, due.kind, due.letter, request=due.request_id)
