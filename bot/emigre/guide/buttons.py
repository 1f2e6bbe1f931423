"""Where the guide's buttons lead."""

from aiogram.filters.callback_data import CallbackData

from bot.core.stages import Stage


class WalkTo(CallbackData, prefix="g"):
    """Go to a step or an outcome of the guide."""

    name: str


class ShowPlan(CallbackData, prefix="pl"):
    """Show the plan that I keep."""


class KeepPlan(CallbackData, prefix="pk"):
    """Keep what an outcome says as my plan."""

    outcome: str


class DropPlan(CallbackData, prefix="px"):
    """Delete my plan."""


class ShowStages(CallbackData, prefix="st"):
    """Show the stages, and which is mine."""


class KeepStage(CallbackData, prefix="sk"):
    """Keep a stage as mine; None: keep none."""

    stage: Stage | None


def without_keeping(data: str) -> CallbackData | None:
    """Return the way back to where a button stood that keeps something; None: it is no such."""
    if _is(KeepPlan, data):
        return WalkTo(name=KeepPlan.unpack(data).outcome)
    return ShowStages() if _is(KeepStage, data) else None


def _is(button: type[CallbackData], data: str) -> bool:
    return data.startswith(button.__prefix__ + button.__separator__)
