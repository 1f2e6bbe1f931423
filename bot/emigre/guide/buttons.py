"""Where the guide's buttons lead."""

from aiogram.filters.callback_data import CallbackData


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
