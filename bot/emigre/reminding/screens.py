"""What is said to an answer to a reminder. Pure."""

from datetime import datetime

from markupsafe import Markup

from bot.ui.dates import date_is_gone
from bot.ui.screen import Toast
from bot.ui.words import Translator


def gone(tr: Translator) -> Toast:
    """Say that a date is not kept any more."""
    return Toast(date_is_gone(tr))


def no_later(tr: Translator) -> Toast:
    """Say that there is no time left today to be reminded once more."""
    return Toast(tr("The day is nearly over: there is no later today. Please look at it now."))


def later(at: datetime, tr: Translator) -> Toast:
    """Say at which aware moment the reminder comes again."""
    return Toast(tr("You hear of it again at {time}.", time=tr.time(at)))


def another_text(tr: Translator) -> Markup:
    """Say that a date has changed since the reminder of it was sent."""
    return tr("Nothing was changed: this date is another since that reminder.")
