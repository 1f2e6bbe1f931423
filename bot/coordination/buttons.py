"""Where a coordinator's buttons lead."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


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
