"""Where a volunteer's buttons lead."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from bot.core.requests import Reason


class ShowWaiting(CallbackData, prefix="w"):
    """Show the questions that wait."""


class AnswerThis(CallbackData, prefix="an"):
    """Answer a request with the text that this screen replies to."""

    code: str


class CloseHeld(CallbackData, prefix="x"):
    """Close a request that I have."""

    code: str


class CloseFor(CallbackData, prefix="xw"):
    """Close a request that I have, for a reason."""

    code: str
    reason: Reason


class HandBackAndRest(CallbackData, prefix="gr"):
    """Give a request to the others because it is too much, and be asked nothing till tomorrow."""

    code: str


class AgreeToConduct(CallbackData, prefix="pg"):
    """Agree to how we work, and take the question that I tapped, if I tapped one."""

    code: str = ""


class HandBackHeld(CallbackData, prefix="gb"):
    """Give a request that I have to the others."""

    code: str


class AskForBan(CallbackData, prefix="br"):
    """Ask the coordinators to block whoever asked a request that I have."""

    code: str


class Duty(StrEnum):
    """When a member is there to be offered questions."""

    ON = "on"
    TOMORROW = "t"
    NEXT_WEEK = "w"
    OFF = "off"


class ShowDuty(CallbackData, prefix="dt"):
    """Show whether I am on duty."""


class SetDuty(CallbackData, prefix="ds"):
    """Be on duty, or not."""

    duty: Duty


class AskToLeave(CallbackData, prefix="lq"):
    """Ask whether to leave the team."""


class Leave(CallbackData, prefix="lv"):
    """Leave the team."""
