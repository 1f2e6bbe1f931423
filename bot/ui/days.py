"""Days as people read, type and tap them."""

import calendar
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final

from aiogram.filters.callback_data import CallbackData
from babel.dates import format_date, get_day_names
from markupsafe import Markup

from bot.core.clock import HELSINKI
from bot.core.typed_dates import Misread
from bot.ui.screen import Button
from bot.ui.words import Translator, capital, mark

_NO_DAY: Final = "·"
_ANY_DAY: Final = date(2026, 1, 1)
_SENTENCES: Final[Mapping[Misread, str]] = {
    Misread.UNREADABLE: mark("I cannot read a day in that. Type it like this: 12.3.2026"),
    Misread.NO_SUCH_DAY: mark("There is no such day in the calendar. Please look once more."),
    Misread.TOO_FAR: mark("That year is very far away. Please look at it once more."),
    Misread.WHICH_DAY: mark("Which day of the month was it? Type it like this: 12.3.2026"),
    Misread.WHICH_MONTH: mark("Which month? Type the day with it, like this: 12.3."),
    Misread.WHICH_YEAR: mark("Which year? Type the day with it, like this: 12.3.2026"),
    Misread.WHICH_WEEK: mark("Of which week? Type the day in numbers, like this: 12.3."),
    Misread.DAY_OR_MONTH: mark("That can be read in two ways. Type it with dots: 12.3.2026"),
    Misread.WEEKDAY_DIFFERS: mark("That day is another day of the week. Please look once more."),
}


def misread_text(misread: Misread, tr: Translator) -> Markup:
    """Say kindly what is wrong with a day that was typed."""
    return tr(_SENTENCES[misread])


def how_far(day: date, today: date, tr: Translator) -> Markup:
    """Return in words how far a day is from today, as it stands within a sentence."""
    days = (day - today).days
    match days:
        case 0:
            return tr("today")
        case 1:
            return tr("tomorrow")
        case -1:
            return tr("yesterday")
    if days > 0:
        return tr.plural("in {n} day", "in {n} days", days)
    return tr.plural("{n} day ago", "{n} days ago", -days)


def hour_text(hour: time, tr: Translator) -> str:
    """Return an hour of the day in Finland as it is written."""
    return tr.time(datetime.combine(_ANY_DAY, hour, HELSINKI))


def packed(day: date) -> str:
    """Return a day as it goes into a button."""
    return day.strftime("%Y%m%d")


def unpacked(day: str) -> date | None:
    """Return the day that a button carries; None if it is none."""
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None


def said_day(day: date | None, tr: Translator) -> str:
    """Return a day as it is written, or that nobody said it."""
    return tr.day(day) if day else tr("not said")


def month_rows(
    month: date,
    choose: Callable[[date], CallbackData],
    turn: Callable[[date], CallbackData],
    between: tuple[date, date],
    tr: Translator,
) -> list[list[Button]]:
    """Return a month as rows of buttons: its weeks, and the way to the months beside it.

    `month`: any day of it; only the days `between` two (both counted) can be chosen.
    """
    first, last = between
    month = max(first, min(month, last)).replace(day=1)
    names = get_day_names("short", context="stand-alone", locale=tr.language.value)
    nothing = turn(month)
    weeks = calendar.Calendar().monthdatescalendar(month.year, month.month)
    rows = [[Button(names[n], nothing) for n in range(7)]]
    rows += [[_of_day(day, month, choose, nothing, between) for day in week] for week in weeks]
    before, beyond = month - timedelta(days=1), month + timedelta(days=31)
    title = capital(Markup.escape(format_date(month, "LLLL y", locale=tr.language.value)))
    turning = [Button("◀", turn(before))] if before >= first else []
    turning.append(Button(title, nothing))
    if beyond.replace(day=1) <= last:
        turning.append(Button("▶", turn(beyond.replace(day=1))))
    return [turning, *rows]


def _of_day(
    day: date,
    month: date,
    choose: Callable[[date], CallbackData],
    nothing: CallbackData,
    between: Sequence[date],
) -> Button:
    if day.month != month.month or not between[0] <= day <= between[1]:
        return Button(_NO_DAY, nothing)
    return Button(str(day.day), choose(day))
