"""Where the buttons of broadcasts lead. Numbers are broadcasts' own."""

from aiogram.filters.callback_data import CallbackData

from bot.core.broadcasts import Segment
from bot.core.languages import Language
from bot.ui.buttons import Number


class NewBroadcast(CallbackData, prefix="nb"):
    """Choose to whom a broadcast goes."""


class AimBroadcast(CallbackData, prefix="ba"):
    """Begin a broadcast to these people."""

    segment: Segment


class WriteText(CallbackData, prefix="bw"):
    """Write the text in one language, in place of what there is."""

    language: Language


class ShowDraft(CallbackData, prefix="bd"):
    """Show my draft as it would arrive."""


class DropBroadcast(CallbackData, prefix="bx"):
    """Delete my draft."""


class SendBroadcast(CallbackData, prefix="sb"):
    """Send what I saw, or ask for the second yes to it."""

    seal: str


class OpenBroadcast(CallbackData, prefix="bo"):
    """Show how far a broadcast has come."""

    number: Number


class StopBroadcast(CallbackData, prefix="bp"):
    """Let nothing more of it go, at once."""

    number: Number


class GoOn(CallbackData, prefix="bg"):
    """Send the rest of a stopped broadcast."""

    number: Number


class SendUncertainAgain(CallbackData, prefix="bu"):
    """Send once more what may have arrived."""

    number: Number
