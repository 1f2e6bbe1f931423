"""Where a coordinator's buttons lead."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from bot.core.approvals import Verdict
from bot.core.languages import Language
from bot.core.readers import Tally
from bot.ui.buttons import Number


class Step(StrEnum):
    """What a coordinator can do about a member."""

    SUSPEND = "s"
    BRING_BACK = "b"
    REMOVE = "r"


class ShowMember(CallbackData, prefix="mb"):
    """Show a member of the team."""

    code: str


class AskMember(CallbackData, prefix="mq"):
    """Ask whether to take a step about a member."""

    step: Step
    code: str


class ChangeMember(CallbackData, prefix="mc"):
    """Take a step about a member."""

    step: Step
    code: str


class AskCoordinator(CallbackData, prefix="ic"):
    """Ask whether to invite a coordinator."""


class InviteCoordinator(CallbackData, prefix="iy"):
    """Invite a coordinator, once another has said yes."""


class OpenApproval(CallbackData, prefix="ap"):
    """Show a wish that needs a second yes."""

    code: str


class Decide(CallbackData, prefix="av"):
    """Decide about a wish, or take back one's own."""

    verdict: Verdict
    code: str


class ShowNotes(CallbackData, prefix="vl"):
    """Show the team's notes on a question."""

    code: str
    page: Number = 0


class AskToHandBack(CallbackData, prefix="qq"):
    """Ask whether to put a question back in the queue."""

    code: str


class HandBack(CallbackData, prefix="qb"):
    """Put a question back in the queue."""

    code: str


class ShowClosed(CallbackData, prefix="wl"):
    """List the questions that are over: to whoever asked one, somebody may write first."""

    page: int = 0


class AskToWriteFirst(CallbackData, prefix="wq"):
    """Ask whether to write first to whoever asked a question that is over."""

    code: str


class WriteFirst(CallbackData, prefix="wf"):
    """Begin a question with whoever asked one that is over."""

    code: str


class SeenTally(CallbackData, prefix="rt"):
    """Ask whether what readers told of an answer was seen to."""

    of: Tally
    about: str
    language: Language


class CountAnew(CallbackData, prefix="jt"):
    """Let what readers told of an answer be counted anew: it was seen to."""

    of: Tally
    about: str
    language: Language


class ShowReleased(CallbackData, prefix="rl"):
    """Show a question that somebody gave to the editors."""

    page: int


class DropReleased(CallbackData, prefix="rd"):
    """Delete a question that somebody gave to the editors."""

    number: Number
    page: int


class SendUnconfirmed(CallbackData, prefix="ru"):
    """Send the list of what nobody has confirmed."""


class Ban(CallbackData, prefix="bn"):
    """Block whoever asked a request."""

    code: str


class ShowBans(CallbackData, prefix="bs"):
    """List who is blocked."""

    page: int = 0


class AskToUnban(CallbackData, prefix="uq"):
    """Ask whether to let somebody ask again."""

    code: str


class Unban(CallbackData, prefix="un"):
    """Let somebody ask again."""

    code: str
