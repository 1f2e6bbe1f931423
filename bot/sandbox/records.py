"""What the stand-in remembers of what bots did: their calls, and their answers to taps."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.sandbox.model import JSON, Bot, User
from bot.sandbox.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Call:
    """One call that a bot made, with the answer it was meant to get."""

    number: int
    """Counted from 1, over all bots."""
    bot: Bot
    method: str
    params: JSON
    at: datetime
    ok: bool
    result: Any = None
    error: Refusal | None = None
    fault: str | None = None
    """The kind of trouble it met, if any."""


@dataclass(slots=True)
class Tap:
    """A button that was tapped, and how the bot answered."""

    id: str
    user: User
    bot: Bot
    message_id: int
    data: str
    at: datetime
    answers: list[JSON] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How often it was answered; once is right."""
        return len(self.answers)

    @property
    def text(self) -> str | None:
        """The words of the first answer, None without one."""
        return self.answers[0]["text"] if self.answers else None

    @property
    def show_alert(self) -> bool:
        """Whether the first answer was shown as an alert."""
        return bool(self.answers) and bool(self.answers[0]["show_alert"])
