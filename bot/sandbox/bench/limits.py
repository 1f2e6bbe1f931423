"""Telegram's own pace, which the stand-in keeps while a bot is measured under it."""

from collections import deque
from typing import Final

from bot.core.clock import Clock
from bot.sandbox.arguments import Arguments
from bot.sandbox.faults import Fault, Faults, Kind

SENDS: Final = frozenset({"sendmessage", "senddocument", "sendphoto"})
A_SECOND: Final = 30
"""Messages of one bot, over all chats (Bots FAQ)."""
AT_ONCE: Final = 4
"""Messages that a chat takes at once before it is one a second; the FAQ names no number."""
REFUSED_FOR: Final = 3
"""Seconds for which the bot is told to wait."""

_ChatOf = tuple[int, str]
"""A bot's id, and the chat that it names."""


class Limits(Faults):
    """Refuses with 429 what comes too fast, and counts it."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._sent: dict[int, deque[float]] = {}
        self._free_at: dict[_ChatOf, float] = {}
        self.refused = 0
        """Messages that came too fast."""

    def take(self, bot_id: int, method: str, arguments: Arguments) -> Fault | None:
        """Return the fault that this call meets: one that was ordered, or 429."""
        if method in SENDS and not self._has_room(bot_id, (bot_id, arguments.text("chat_id"))):
            self.refused += 1
            return Fault(Kind.FLOOD, method, retry_after=REFUSED_FOR)
        return super().take(bot_id, method, arguments)

    def _has_room(self, bot_id: int, chat: _ChatOf) -> bool:
        """Say whether a message may go now, and count it if so."""
        now = self._clock.now().timestamp()
        sent = self._sent.setdefault(bot_id, deque(maxlen=A_SECOND))
        free_at = max(self._free_at.get(chat, now), now)
        too_many = len(sent) == A_SECOND and now - sent[0] < 1
        if too_many or free_at - now > AT_ONCE - 1:
            return False
        sent.append(now)
        self._free_at[chat] = free_at + 1
        return True
