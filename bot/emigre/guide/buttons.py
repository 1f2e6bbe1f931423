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
