"""Where a volunteer's buttons lead."""

from aiogram.filters.callback_data import CallbackData


class ShowWaiting(CallbackData, prefix="w"):
    """Show the questions that wait."""


class AnswerThis(CallbackData, prefix="an"):
    """Answer a request with the text that this screen replies to."""

    code: str


class CloseHeld(CallbackData, prefix="x"):
    """Close a request that I have."""

    code: str
