"""Where the buttons of dates lead. Days are packed as `ui.days.packed` does it.

What was answered so far is in the buttons themselves, so an old screen goes on with its own answers
and nothing half-said is kept. 0 in place of a date's number: a new one.
"""

from datetime import date
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from bot.core.dates import Occasion
from bot.core.deadlines.counting import FIRST_DAY, LAST_DAY
from bot.ui.buttons import MaybeNumber, Number
from bot.ui.days import unpacked


def day_in(said: str) -> date | None:
    """Return the day that a button carries; None if it is none, or too far away to be counted."""
    day = unpacked(said)
    return day if day and FIRST_DAY <= day <= LAST_DAY else None


class ShowDates(CallbackData, prefix="dl"):
    """Show a page of all dates of a case."""

    case: Number
    page: int = 0


class ShowDate(CallbackData, prefix="dd"):
    """Show a date, and how it was counted."""

    date: Number


class AddDate(CallbackData, prefix="da"):
    """Choose what kind of date to add to a case."""

    case: Number


class ChangeDate(CallbackData, prefix="dc"):
    """Change a date."""

    date: Number


class FinishDate(CallbackData, prefix="df"):
    """Say that it is done: no more reminders of it; or that it is not done after all."""

    date: Number
    done: bool = True


class AskToDrop(CallbackData, prefix="dq"):
    """Ask once more before a date is deleted."""

    date: Number


class DropDate(CallbackData, prefix="dx"):
    """Delete a date."""

    date: Number


class ShowSteps(CallbackData, prefix="dh"):
    """Show how the deadline was counted that is kept."""

    date: Number
    page: int = 0


class ShowReminders(CallbackData, prefix="dr"):
    """Show when reminders of a date come, to choose others."""

    date: Number


class ChooseReminder(CallbackData, prefix="dg"):
    """Be reminded so many days before a date, or no longer; None: as usual."""

    date: Number
    distance: MaybeNumber


class At(StrEnum):
    """A screen of the walk to a deadline. The values are in buttons: they never change."""

    PAPER = "p"
    OTHER_PAPER = "q"
    SENDER = "s"
    APPLIED = "a"
    HOW = "h"
    DAY = "d"
    MONTH = "m"
    """The calendar, at the month of the day."""
    NO_DAY = "n"
    """They do not know the day."""
    CHECK = "c"
    """The day in full, for a yes."""
    PERIOD = "t"
    """What the paper prints."""
    RESULT = "r"
    STEPS = "w"
    STEPS_REST = "x"
    STEPS_BESIDE = "b"
    STEPS_BESIDE_REST = "y"
    ANSWERS = "e"
    """All that was answered, to change one of it."""
    KEEP = "k"
    KEEP_BOTH = "o"
    KEEP_APPEAL = "l"
    """Against what was granted: hardly anybody needs it, so it is kept by its own button alone."""


class Walk(CallbackData, prefix="dw"):
    """Go on with the walk to a deadline (`emigre.dates.answers`)."""

    at: At
    case: Number
    date: Number
    said: str
    """A letter for each of the four questions."""
    day: str
    """Packed; empty: not said yet. In the calendar: of the month."""
    period: str
    """The days that the paper prints; empty: not asked yet."""


class Step(StrEnum):
    """A screen of entering one's own date. The values are in buttons: they never change."""

    DAY = "d"
    MONTH = "m"
    HOUR = "h"
    CHECK = "c"
    KEEP = "k"


class Appoint(CallbackData, prefix="dp"):
    """Go on with one's own date."""

    step: Step
    case: Number
    date: Number
    occasion: Occasion
    day: str
    """Packed; empty: not said yet. In the calendar: of the month."""
    hour: str
    """“0930”; empty: none, or not said yet."""


class Write(CallbackData, prefix="dn"):
    """Type the place of an appointment, or a note to it."""

    date: Number
    is_place: bool


class WriteWithoutCode(CallbackData, prefix="nd"):
    """Keep what was typed as the place or the note, without the identity code in it."""

    date: Number
    is_place: bool


class Clear(CallbackData, prefix="dz"):
    """Delete the place of an appointment, or the note to it."""

    date: Number
    is_place: bool
