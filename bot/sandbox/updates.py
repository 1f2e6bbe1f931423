"""What waits to be fetched by a bot: the queue of its updates, with Telegram's rules."""

import asyncio
import itertools
import random
from collections import deque
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from bot.core.clock import Clock
from bot.sandbox.refusals import (
    OTHER_POLLER,
    POLL_ENDED_BY_WEBHOOK,
    WEBHOOK_ACTIVE,
    Refusal,
    Rule,
    refusal,
    refuse,
)

Update = dict[str, Any]

# Kinds that a bot gets only when it names them [S]
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
BY_DEFAULT = frozenset(
    {
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "callback_query",
        "inline_query",
        "chosen_inline_result",
        "my_chat_member",
        "chat_join_request",
        "poll",
        "poll_answer",
    }
)
DAY = timedelta(hours=24)
LIVES = {"callback_query": timedelta(seconds=150), "inline_query": timedelta(seconds=30)}

_FIRST_IDS = range(100_000_000, 900_000_000)
_REMEMBERED = 1000
_HAMMERING = 3.0
_HAMMERING_HARD = 0.5


class Bell:
    """Wakes everyone who waits for something to happen; `count` tells how often it rang."""

    def __init__(self) -> None:
        self.count = 0
        self._waiting: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        """Wake all who wait."""
        self.count += 1
        for future in self._waiting:
            if not future.done():
                future.set_result(None)

    async def wait(self, after: int, timeout: float | None = None) -> int:  # noqa: ASYNC109 - Telegram's own word
        """Return the count once it is not `after`, or when `timeout` seconds have passed."""
        if self.count != after:
            return self.count
        future = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            await asyncio.wait([future], timeout=timeout)
        finally:
            self._waiting.discard(future)
        return self.count


class Updates:
    """One bot's queue. Life times are the world's; waiting for a poll takes real seconds."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.next_id = random.choice(_FIRST_IDS)  # noqa: S311 - only to differ from run to run
        """The number of the update that comes next."""
        self._queue: deque[tuple[int, datetime, Update]] = deque()
        self._again: list[Update] = []
        self._delivered: deque[tuple[int, Update]] = deque(maxlen=_REMEMBERED)
        self._allowed: frozenset[str] = BY_DEFAULT
        self._bell = Bell()
        self._poll: Poll | None = None
        self._polls = Bell()
        self._last_offset: int | None = None
        self._last_poll = float("-inf")
        self._next_conflict = float("-inf")
        self.webhook = ""

    @property
    def kept(self) -> Update:
        """What is worth keeping of the queue, as JSON."""
        waiting = [[place, expires.isoformat(), update] for place, expires, update in self._queue]
        return {"next_id": self.next_id, "allowed": sorted(self._allowed), "waiting": waiting}

    def restore(self, kept: Update) -> None:
        """Take up what `kept` gave."""
        self.next_id = kept["next_id"]
        self.allow(kept["allowed"])
        for place, expires, update in kept["waiting"]:
            self._queue.append((place, datetime.fromisoformat(expires), update))

    @property
    def waiting(self) -> int:
        """How many updates have not been acknowledged."""
        self._forget_expired()
        return len(self._queue) + len(self._again)

    @property
    def polled(self) -> bool:
        """Whether a long poll waits now."""
        return self._poll is not None

    async def wait_polled(self, *, polled: bool = True) -> None:
        """Wait until a long poll waits, or (polled=False) until none does."""
        while self.polled is not polled:
            await self._polls.wait(self._polls.count)

    def add(self, kind: str, payload: Update) -> None:
        """Queue an update, unless the bot has not allowed its kind."""
        if kind in self._allowed:
            life = LIVES.get(kind, DAY)
            self._put({"update_id": self.next_id, kind: payload}, self._clock.now() + life)

    def inject(self, raw: Update) -> None:
        """Queue any dictionary as it is; without an `update_id` it gets the next one.

        It is acknowledged by its place in the queue, whatever its own number says.
        """
        self._put({"update_id": self.next_id, **raw}, self._clock.now() + DAY)

    def redeliver(self, last: int) -> None:
        """Give the last updates that were fetched once more, whatever the offset, old ids kept."""
        known = list(dict(self._delivered).values())
        self._again += known[-last:] if last else []
        self._bell.ring()

    def _put(self, update: Update, expires: datetime) -> None:
        self._queue.append((self.next_id, expires, update))
        self.next_id += 1
        self._bell.ring()

    async def get(self, offset: int, limit: int, timeout: int) -> list[Update]:  # noqa: ASYNC109 - Telegram's own word
        """Answer getUpdates [S]: forget what is before `offset`, wait until something is there.

        Raises the 409 of a webhook, of another poll that came later, or of a webhook set meanwhile.
        """
        if self.webhook:
            refuse(WEBHOOK_ACTIVE)
        self._acknowledge(offset)
        limit, timeout = self._slowed(offset, limit, timeout)
        if self.waiting or timeout <= 0:
            return self._take(limit)
        self._end_poll(OTHER_POLLER)
        poll = self._poll = Poll(self._bell)
        self._polls.ring()
        try:
            await poll.wait(timeout)
        finally:
            self._forget_poll(poll)
        if poll.ended_by is not None:
            await self._conflict(poll.ended_by)
        return self._take(limit)

    def allow(self, kinds: Iterable[str]) -> None:
        """Set which kinds are queued from now on; nothing known means the default [S]."""
        known = frozenset(kinds) & (BY_DEFAULT | NOT_BY_DEFAULT)
        self._allowed = known or BY_DEFAULT

    def set_webhook(self, url: str) -> None:
        """Remember the address; a poll that is under way ends."""
        if url:
            self._end_poll(POLL_ENDED_BY_WEBHOOK)
        self.webhook = url

    def forget_all(self) -> None:
        """Drop what waits, as `drop_pending_updates` asks."""
        self._queue.clear()
        self._again.clear()

    def _acknowledge(self, offset: int) -> None:
        """Forget what the offset says is done; one beyond the tail says nothing."""
        if offset < 0:
            offset = self.next_id + offset
        elif offset > self.next_id:
            return
        while self._queue and self._queue[0][0] < offset:
            self._queue.popleft()

    def _take(self, limit: int) -> list[Update]:
        """Return the head of the queue; it stays there until it is acknowledged."""
        self._forget_expired()
        again, self._again = self._again[:limit], self._again[limit:]
        fresh = list(itertools.islice(self._queue, limit - len(again)))
        self._delivered += [(place, update) for place, _, update in fresh]
        return again + [update for _, _, update in fresh]

    def _forget_expired(self) -> None:
        now = self._clock.now()
        if any(expires <= now for _, expires, _ in self._queue):
            self._queue = deque(entry for entry in self._queue if entry[1] > now)

    def _slowed(self, offset: int, limit: int, timeout: int) -> tuple[int, int]:
        """Who asks for the same again within 3 s waits at least 3 s, within 0.5 s gets one [S]."""
        now = asyncio.get_running_loop().time()
        since = now - self._last_poll if offset == self._last_offset else float("inf")
        self._last_offset, self._last_poll = offset, now
        if since < _HAMMERING:
            timeout = max(timeout, int(_HAMMERING))
        return (1 if since < _HAMMERING_HARD else limit), timeout

    def _end_poll(self, rule: Rule) -> None:
        if self._poll is not None:
            self._poll.end(refusal(rule))
            self._forget_poll(self._poll)

    def _forget_poll(self, poll: "Poll") -> None:
        if self._poll is poll:
            self._poll = None
            self._polls.ring()

    async def _conflict(self, ended_by: Refusal) -> None:
        """Refuse a poll; when conflicts come quickly, only after 3 s [S]."""
        now = asyncio.get_running_loop().time()
        if now < self._next_conflict:
            await asyncio.sleep(_HAMMERING)
        else:
            self._next_conflict = now + _HAMMERING
        raise ended_by


class Poll:
    """One long poll that waits."""

    def __init__(self, bell: Bell) -> None:
        self._bell = bell
        self._seen = bell.count
        self.ended_by: Refusal | None = None

    def end(self, by: Refusal) -> None:
        """End it with a refusal."""
        self.ended_by = by
        self._bell.ring()

    async def wait(self, timeout: float) -> None:  # noqa: ASYNC109 - Telegram's own word
        """Wait for an update, the end, or `timeout` seconds."""
        await self._bell.wait(self._seen, timeout)
