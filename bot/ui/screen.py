"""A screen: text and buttons, made by a pure function from data."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from aiogram.filters.callback_data import CallbackData
from markupsafe import Markup

from bot.core.outgoing import Letter
from bot.core.requests import RequestId

LONGEST_TEXT: Final = 4096
"""Characters, once the tags are gone."""


class Expects(StrEnum):
    """What text typed under a screen is, if the screen asks for some."""

    DRAFT = "draft"
    URGENT_DRAFT = "urgent draft"
    DAY = "day"
    NUMBER = "number"
    TIME = "time"
    PLACE = "place"
    NOTE = "note"
    BROADCAST_IN_RUSSIAN = "broadcast ru"
    BROADCAST_IN_FINNISH = "broadcast fi"
    TEAM_NOTE = "team note"
    READY_ANSWER = "ready answer"
    READY_SEARCH = "ready search"
    OURS_SEARCH = "ours search"


@dataclass(frozen=True, slots=True)
class Button:
    """Words, and where they lead: our own callback, or a link."""

    text: str
    to: CallbackData | str

    def as_key(self) -> dict[str, str]:
        """Return the button as the Bot API takes it."""
        if isinstance(self.to, str):
            return {"text": self.text, "url": self.to}
        return {"text": self.text, "callback_data": self.to.pack()}


@dataclass(frozen=True, slots=True)
class Screen:
    """What is shown, and what text typed under it means."""

    text: Markup
    rows: Sequence[Sequence[Button]] = ()
    expects: Expects | None = None
    then: CallbackData | None = None
    """What text typed now goes on with (`ui.awaited`): the button that it stands in place of."""
    about: RequestId | None = None
    """The request that this screen shows: text typed now belongs to it."""
    card: RequestId | None = None
    """The draft that this screen shows as it would go: older pictures of it make way."""
    below: bool = False
    """Show it beneath the message that was tapped, which people may still want to read."""
    quotes: bool = False
    """Show it as a reply to what was typed, so that a button can take that text up."""
    protect: bool = False
    """It shows what an émigré wrote, or notes on it: honest clients neither forward nor save it."""

    def beginning(self, news: Markup) -> "Screen":
        """Return the same screen with news before its text."""
        return replace(self, text=Markup("\n\n").join([news, self.text]))

    def ending(self, more: Markup) -> "Screen":
        """Return the same screen with more beneath its text."""
        return replace(self, text=Markup("\n\n").join([self.text, more]))

    def letter(self, *, reply_to: int | None = None, thread: int | None = None) -> Letter:
        """Return the screen as something to send."""
        return Letter(
            str(self.text), self.keyboard(), protect=self.protect, reply_to=reply_to, thread=thread
        )

    def keyboard(self) -> list[list[dict[str, str]]]:
        """Return the buttons as the Bot API takes them."""
        return [[button.as_key() for button in row] for row in self.rows]


@dataclass(frozen=True, slots=True)
class Toast:
    """A few words over the screen that was tapped, which stays. For refusals and small news."""

    text: str
    alert: bool = True


@dataclass(frozen=True, slots=True)
class Receipt:
    """A small line beneath what somebody typed, which says what became of it."""

    text: Markup
    rows: Sequence[Sequence[Button]] = ()

    def letter(self, *, reply_to: int | None = None, thread: int | None = None) -> Letter:
        """Return the receipt as something to send, without a sound."""
        keyboard = [[button.as_key() for button in row] for row in self.rows]
        return Letter(str(self.text), keyboard, silent=True, reply_to=reply_to, thread=thread)

    def ending(self, more: Markup) -> "Receipt":
        """Return the same line with more beneath it."""
        return replace(self, text=Markup("\n\n").join([self.text, more]))

    def as_screen(self, way_on: Button, *, about: RequestId | None = None) -> Screen:
        """Return what answers a tap in place of typed text."""
        return Screen(self.text, [*self.rows, [way_on]], about=about)


@dataclass(frozen=True, slots=True)
class Farewell:
    """The last screen for somebody of whom nothing is kept; what their chat showed goes."""

    screen: Screen
    numbers: Sequence[int]
    """Telegram's numbers of the messages to delete."""


Shown = Screen | Toast | Receipt | Farewell
"""What a handler may return."""
