"""Where the buttons beneath a question without an answer lead."""

from aiogram.filters.callback_data import CallbackData


class AskToRelease(CallbackData, prefix="fq"):
    """Ask whether the editors may read the text that this screen replies to."""


class Release(CallbackData, prefix="fr"):
    """Let the editors read the text that this screen replies to, without who typed it."""
