"""Where the buttons of a case lead."""

from aiogram.filters.callback_data import CallbackData

from bot.ui.screen import Button
from bot.ui.words import Translator


class ShowCase(CallbackData, prefix="ca"):
    """Show a case; None: one's own, begun if there is none."""

    case: int | None = None


def to_case(tr: Translator, case: int | None = None) -> Button:
    """Return the way to a case."""
    return Button(tr("My case"), ShowCase(case=case))
