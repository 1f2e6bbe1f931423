"""Where a volunteer's buttons lead."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from bot.core.companions import Part
from bot.core.languages import Language
from bot.core.requests import Reason
from bot.core.sections import Section
from bot.ui.buttons import Number


class ShowWaiting(CallbackData, prefix="w"):
    """Show the questions that wait."""


class AnswerThis(CallbackData, prefix="an"):
    """Answer a request with the text that this screen replies to."""

    code: str


class CloseHeld(CallbackData, prefix="x"):
    """Close a request that I have."""

    code: str


class CloseFor(CallbackData, prefix="xw"):
    """The same from before we counted what its author wrote: I am asked again."""

    code: str
    reason: Reason


class CloseHeard(CallbackData, prefix="xs"):
    """Close a request that I have, for a reason."""

    code: str
    reason: Reason
    seen: int
    """How many messages its author had written when I was asked."""


class HandBackAndRest(CallbackData, prefix="gr"):
    """Give a request to the others because it is too much, and be asked nothing till tomorrow."""

    code: str


class AgreeToConduct(CallbackData, prefix="pg"):
    """Agree to how we work, and take the question that I tapped, if I tapped one."""

    code: str = ""


class HandBackHeld(CallbackData, prefix="gb"):
    """Give a request that I have to the others."""

    code: str


class ShowAgain(CallbackData, prefix="oa"):
    """Show me again all that was said in a request in which I help."""

    code: str


class ShowWrong(CallbackData, prefix="br"):
    """Ask what to do when something is wrong in a request that I have."""

    code: str


class WishBan(CallbackData, prefix="by"):
    """Ask the coordinators to block whoever asked a request that I have."""

    code: str


class Duty(StrEnum):
    """When a member is there to be offered questions."""

    ON = "on"
    TOMORROW = "t"
    NEXT_WEEK = "w"
    OFF = "off"


class AskWhom(CallbackData, prefix="yw"):
    """Show whom I can ask for a part in a request that I have."""

    code: str
    part: Part


class AskColleague(CallbackData, prefix="ya"):
    """Ask a member of the team, by their code in it."""

    code: str
    part: Part
    member: str


class WithdrawAsk(CallbackData, prefix="yu"):
    """Ask a member, by their code in the team, no more, who has said nothing yet."""

    code: str
    member: str


class AskToDismiss(CallbackData, prefix="yb"):
    """Ask once more before somebody is let go who helps along."""

    code: str
    companion: int


class DismissCompanion(CallbackData, prefix="yd"):
    """Let somebody go who helps along in a request that I have."""

    code: str
    companion: Number


class AskToGoOut(CallbackData, prefix="yq"):
    """Ask whether I go out of a request in which I help along."""

    code: str


class GoOut(CallbackData, prefix="yx"):
    """Go out of it."""

    code: str


class ShowDuty(CallbackData, prefix="dt"):
    """Show whether I am on duty."""


class SetDuty(CallbackData, prefix="ds"):
    """Be on duty, or not."""

    duty: Duty


class AskToLeave(CallbackData, prefix="lq"):
    """Ask whether to leave the team."""


class Leave(CallbackData, prefix="lv"):
    """Leave the team."""


class KeepNote(CallbackData, prefix="vk"):
    """Keep the text that this screen replies to as a note on a request."""

    code: str


class KeepAndAsk(CallbackData, prefix="va"):
    """Keep it so, and ask the coordinators by it."""

    code: str


class ThrowAway(CallbackData, prefix="vt"):
    """Let the text that this screen replies to go nowhere."""


class ShowReady(CallbackData, prefix="vr"):
    """Show the ready answers: my own, and those for all."""

    page: Number = 0


class AddReady(CallbackData, prefix="vd"):
    """Write a ready answer of my own."""

    language: Language


class OpenReady(CallbackData, prefix="vo"):
    """Show a ready answer."""

    number: Number


class DropReady(CallbackData, prefix="vx"):
    """Delete a ready answer."""

    number: Number


class GiveReady(CallbackData, prefix="vg"):
    """Make a ready answer everybody's, or mine alone."""

    number: Number
    yes: bool


class PickReady(CallbackData, prefix="vp"):
    """Choose a ready answer for a request that I have."""

    code: str
    page: Number = 0


class SeeReady(CallbackData, prefix="vs"):
    """Show a ready answer before it goes to whoever asked a request."""

    code: str
    number: Number
    page: Number


class ShowTopicsOfOurs(CallbackData, prefix="yj"):
    """Choose one of our own answers by what it is about."""

    code: str


class ShowTopicOfOurs(CallbackData, prefix="yo"):
    """Show all of one topic."""

    code: str
    section: Section


class SearchOurs(CallbackData, prefix="yi"):
    """Look for one of our own answers by words that I type."""

    code: str


class SeeOurs(CallbackData, prefix="ys"):
    """Show one of our own answers before it goes to whoever asked a request."""

    code: str
    slug: str


class SendOurs(CallbackData, prefix="yt"):
    """Send one of our own answers as it is shown."""

    code: str
    slug: str


class SendReady(CallbackData, prefix="vy"):
    """Send a ready answer as it is shown."""

    code: str
    number: Number
