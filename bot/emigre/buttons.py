"""Where an émigré's buttons lead."""

from aiogram.filters.callback_data import CallbackData


class AddThis(CallbackData, prefix="ad"):
    """Add the text that this screen replies to to my request."""

    code: str


class SendDraft(CallbackData, prefix="ds"):
    """Send the draft."""


class DropDraft(CallbackData, prefix="dd"):
    """Delete the draft."""


class AskToClose(CallbackData, prefix="rq"):
    """Ask whether to close my request."""

    code: str


class Close(CallbackData, prefix="rc"):
    """Close my request."""

    code: str
