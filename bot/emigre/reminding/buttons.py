"""Where the buttons of reminders lead. `version`: of the date, as the reminder tells it."""

from aiogram.filters.callback_data import CallbackData


class OpenReminded(CallbackData, prefix="mo"):
    """Show the date of which a reminder tells."""

    date: int


class DoneReminded(CallbackData, prefix="md"):
    """Say that it is done."""

    date: int
    version: int


class HelpReminded(CallbackData, prefix="mh"):
    """Ask a person for help with it, urgently."""

    date: int


class WrongReminded(CallbackData, prefix="mx"):
    """Say that the date is wrong."""

    date: int


class LaterReminded(CallbackData, prefix="ml"):
    """Be reminded once more today."""

    date: int
    version: int
