"""Where a volunteer's buttons lead."""

from aiogram.filters.callback_data import CallbackData


class ShowWaiting(CallbackData, prefix="w"):
    """Show the questions that wait."""


class CloseHeld(CallbackData, prefix="x"):
    """Close a request that I have."""

    code: str
