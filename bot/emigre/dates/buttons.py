"""Where the buttons of dates lead. Days are packed as `ui.days.packed` does it."""

from aiogram.filters.callback_data import CallbackData


class ShowDates(CallbackData, prefix="dl"):
    """Show all dates of a case."""

    case: int


class ShowDate(CallbackData, prefix="dt"):
    """Show a date, and how it was counted."""

    date: int


class AddDate(CallbackData, prefix="da"):
    """Choose what kind of date to add to a case."""

    case: int


class ChangeDate(CallbackData, prefix="dc"):
    """Change a date."""

    date: int


class FinishDate(CallbackData, prefix="df"):
    """Say that it is done: no more reminders of it; or that it is not done after all."""

    date: int
    done: bool = True
