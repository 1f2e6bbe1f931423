"""How fast we send: so many a second over all chats, about one a second in each."""

from collections import deque
from datetime import datetime, timedelta
from typing import Final

SECOND: Final = timedelta(seconds=1)
BURST: Final = 3
"""Messages that a chat may get at once before it is one a second (Telegram's FAQ allows bursts)."""
MOST_REMEMBERED: Final = 10_000


class Pace:
    """Knows what was sent lately. Moments are aware datetimes of the clock in use."""

    def __init__(self, rate: int) -> None:
        """Take `rate` messages a second over all chats; 0 lifts all pace (benchmarks)."""
        self._rate = rate
        self._sent: deque[datetime] = deque()
        self._chats: dict[int, datetime] = {}

    def room(self, now: datetime, most: int, *, kept_free: int = 0) -> int:
        """Return how many messages may go now, at most `most`.

        One part in `kept_free` of the pace is left to others (0: none).
        """
        if not self._rate:
            return most
        while self._sent and self._sent[0] <= now - SECOND:
            self._sent.popleft()
        rate = self._rate - (self._rate // kept_free if kept_free else 0)
        return max(0, min(most, rate - len(self._sent)))

    def may(self, chat: int, now: datetime) -> bool:
        """Say whether a chat can take one more."""
        return not self._rate or self._chats.get(chat, now) - now <= (BURST - 1) * SECOND

    def note(self, chat: int, now: datetime) -> None:
        """Count a message that goes now."""
        if not self._rate:
            return
        self._sent.append(now)
        self._chats[chat] = max(self._chats.get(chat, now), now) + SECOND
        if len(self._chats) > MOST_REMEMBERED:
            self._chats = {chat: free for chat, free in self._chats.items() if free > now}

    def arrived(self, noted: datetime, now: datetime) -> None:
        """Count a message noted at one moment from when it has arrived.

        It may have been on its way for most of a second: with those that go a second after it
        was noted, more than a second's worth would reach Telegram at once, and be refused.
        """
        if not self._rate:
            return
        if noted in self._sent:
            self._sent.remove(noted)
        self._sent.append(now)

    def next_room(self, now: datetime) -> datetime:
        """Return when it is worth looking again, if something was held back by the pace."""
        if self.room(now, 1):
            return now + SECOND
        return self._sent[0] + SECOND
