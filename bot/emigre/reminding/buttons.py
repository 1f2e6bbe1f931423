"""Where the buttons of reminders lead. `version`: of the date, as the reminder tells it."""

from aiogram.filters.callback_data import CallbackData

from bot.ui.buttons import Number


class OpenReminded(CallbackData, prefix="mo"):
    """Show the date of which a reminder tells."""

    date: Number


class DoneReminded(CallbackData, prefix="md"):
    """Say that it is done."""

    date: Number
    version: Number


class HelpReminded(CallbackData, prefix="mh"):
    """Ask a person for help with it, urgently."""

    date: Number


class WrongReminded(CallbackData, prefix="mx"):
    """Say that the date is wrong."""

    date: Number


class LaterReminded(CallbackData, prefix="ml"):
    """Be reminded once more today."""

    date: Number
    version: Number
