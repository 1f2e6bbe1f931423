"""Where an émigré's buttons lead."""

from aiogram.filters.callback_data import CallbackData

from bot.core.asking import ForWhom
from bot.core.requests import Doubt
from bot.core.sections import Section
from bot.ui.buttons import Number


class AddThis(CallbackData, prefix="ad"):
    """Add the text that this screen replies to to my request."""

    code: str


class AddAnyway(CallbackData, prefix="ja"):
    """Add the text to my request after the warning: whole, or without what was found."""

    code: str
    whole: bool


class WriteAnew(CallbackData, prefix="jn"):
    """Drop the text after the warning; I write it anew."""

    code: str


class ChangeAnyway(CallbackData, prefix="je"):
    """Pass on my edit after the warning: whole, or without what was found."""

    code: str
    seal: str
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


class MarkThisUrgent(CallbackData, prefix="uu"):
    """Say whether this draft can wait, and no newer one."""

    code: str
    urgent: bool


class ShareCase(CallbackData, prefix="sh"):
    """Say whether the helper of my draft may see how my case stands."""

    shares: bool


class OfferCase(CallbackData, prefix="jo"):
    """Show me what the helper of my question would see of my case."""

    code: str


class ShareCaseNow(CallbackData, prefix="jy"):
    """Let the helper of my question see what was shown to me of my case."""

    code: str
    seal: str


class StopSharing(CallbackData, prefix="js"):
    """Show nothing more of my case with my question."""

    code: str


class TakeQuestionBack(CallbackData, prefix="qk"):
    """Make a draft again of what I have just sent."""

    code: str


class DropDraft(CallbackData, prefix="pd"):
    """Ask whether to delete the draft as it was shown."""

    seal: str


class DropDraftNow(CallbackData, prefix="qz"):
    """Delete it."""

    seal: str


class AskToClose(CallbackData, prefix="rq"):
    """Ask whether to close my request."""

    code: str


class Close(CallbackData, prefix="rc"):
    """Close my request."""

    code: str


class AskNew(CallbackData, prefix="qa"):
    """Ask something else beside what is open."""


class AskThisAnew(CallbackData, prefix="qn"):
    """Make a question of its own of the text that this screen replies to."""


class ShowOwn(CallbackData, prefix="ql"):
    """Show all my questions."""

    page: int = 0


class ReadOwn(CallbackData, prefix="qr"):
    """Show what was said in a question of mine."""

    code: str
    page: int = 0


class OpenDraft(CallbackData, prefix="qe"):
    """Show my draft, also beside a question that is open."""


class ShowTopicsOfDraft(CallbackData, prefix="qt"):
    """Show the topics to choose from for my draft."""


class SayTopicOfDraft(CallbackData, prefix="qs"):
    """Say what my draft is about."""

    section: Section


class ShowForWhom(CallbackData, prefix="qw"):
    """Show for whom my draft may be."""


class SayForWhom(CallbackData, prefix="qp"):
    """Say for whom my draft is."""

    for_whom: ForWhom


class AskAgainFirst(CallbackData, prefix="qf"):
    """Say whether who helped me before is to be asked first, and is told so."""

    yes: bool


class ShowDoubts(CallbackData, prefix="qd"):
    """Show what can be said in silence about the helper of my question."""

    code: str


class SayDoubt(CallbackData, prefix="qh"):
    """Say it."""

    code: str
    doubt: Doubt


class ShowDoubtsOf(CallbackData, prefix="yg"):
    """Show what can be said in silence about somebody who helps along in my question."""

    code: str
    companion: Number


class SayDoubtOf(CallbackData, prefix="ye"):
    """Say it."""

    code: str
    doubt: Doubt
    companion: Number
