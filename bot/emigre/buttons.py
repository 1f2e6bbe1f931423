"""Where an émigré's buttons lead."""

from aiogram.filters.callback_data import CallbackData


class AddThis(CallbackData, prefix="ad"):
    """Add the text that this screen replies to to my request."""

    code: str


class AddAnyway(CallbackData, prefix="ja"):
    """Add the text to my request after the warning: whole, or without what was found."""

    code: str
    whole: bool


class SendDraft(CallbackData, prefix="sd"):
    """Send the draft as it was shown."""

    seal: str


class SendAnyway(CallbackData, prefix="sa"):
    """Send the draft as it was shown, after the warning: whole, or without what was found."""

    seal: str
    whole: bool


class MarkUrgent(CallbackData, prefix="um"):
    """Say whether my draft can wait."""

    urgent: bool


class ShareCase(CallbackData, prefix="sh"):
    """Say whether the helper of my draft may see how my case stands."""

    shares: bool


class StopSharing(CallbackData, prefix="js"):
    """Show nothing more of my case with my question."""

    code: str


class DropDraft(CallbackData, prefix="pd"):
    """Delete the draft as it was shown."""

    seal: str


class AskToClose(CallbackData, prefix="rq"):
    """Ask whether to close my request."""

    code: str


class Close(CallbackData, prefix="rc"):
    """Close my request."""

    code: str
