"""Where the buttons of a case lead. Days are packed as `ui.days.packed` does it."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from bot.core.cases import DayOf, Whose
from bot.core.stages import Phase, Stage
from bot.ui.buttons import BeginWithDate, MaybeNumber, Number, ShowCase, to_case

__all__ = ["BeginWithDate", "ShowCase", "to_case"]  # every room has these, so they stand in `ui`


class ShowMore(CallbackData, prefix="cm"):
    """Show what else can be done with a case."""

    case: Number


class ChooseStage(CallbackData, prefix="cs"):
    """Choose the stage of a case, first of all what usually comes next. No case: my own."""

    case: MaybeNumber


class ChooseIn(CallbackData, prefix="ch"):
    """Choose the stage of a case among those of one phase; None: choose the phase."""

    case: MaybeNumber
    phase: Phase | None


class MoveTo(CallbackData, prefix="ct"):
    """Let a case be at a stage. `sure`: even if that is a step back."""

    case: MaybeNumber
    stage: Stage
    sure: bool = False


class AskDay(CallbackData, prefix="cd"):
    """Ask for a day of a case; text typed then is the day."""

    case: Number
    of: DayOf


class ShowMonth(CallbackData, prefix="cc"):
    """Choose a day of a case in the calendar, at the month of a day."""

    case: Number
    of: DayOf
    month: str


class CheckDay(CallbackData, prefix="ce"):
    """Show a day in full before it counts."""

    case: Number
    of: DayOf
    day: str


class KeepDay(CallbackData, prefix="ck"):
    """Keep a day of a case; None: I do not know it."""

    case: Number
    of: DayOf
    day: str | None


class Undo(CallbackData, prefix="cu"):
    """Take the last change of a case back."""

    case: Number


class ShowNote(CallbackData, prefix="cw"):
    """Show the note of a case; text typed then takes its place."""

    case: Number


class DropNote(CallbackData, prefix="cz"):
    """Delete the note of a case."""

    case: Number


class KeepWithoutCode(CallbackData, prefix="nc"):
    """Keep what was typed as the note, without the identity code in it."""

    case: Number


class ShowPeople(CallbackData, prefix="cl"):
    """Show who is in my case."""


class AddPerson(CallbackData, prefix="cn"):
    """Choose whom to add to my case."""


class BeginCase(CallbackData, prefix="cg"):
    """Begin a case of one of my family."""

    whose: Whose


class AskToDelete(CallbackData, prefix="cq"):
    """Ask whether to delete a case."""

    case: Number


class DeleteCase(CallbackData, prefix="cx"):
    """Delete a case with its dates."""

    case: Number


class ShowWishes(CallbackData, prefix="cr"):
    """Show how I want to be reminded, and lead back to a case. None: my own."""

    case: MaybeNumber


class SetHour(CallbackData, prefix="ci"):
    """Remind me at this hour."""

    case: MaybeNumber
    hour: Number


class Wish(StrEnum):
    """What can be wished or not. The values are in buttons: they never change."""

    ASKS_FIRST = "a"
    TELLS_TEAM = "t"


class SetWish(CallbackData, prefix="cv"):
    """Wish something, or no longer."""

    case: MaybeNumber
    wish: Wish
    on: bool


class ShowLock(CallbackData, prefix="cy"):
    """Show what asking first protects from, and from what not; and lead back to a case."""

    case: MaybeNumber


class Hide(CallbackData, prefix="cf"):
    """Delete what this chat shows."""
