"""Numbers of days and hours of the day as people type them, in Russian and Finnish."""

import re
from datetime import time
from typing import Final

_NOON: Final = 12
_DAYS: Final = re.compile(
    r"(\d{1,4})\.? ?(?:дн(?:ей|я)?|день|сут(?:ки|ок)|p|pv|päivää?|vrk|vuorokau(?:si|tta))?[.!]?",
    re.IGNORECASE,
)
_HOUR: Final = re.compile(
    r"(?:(?:в|к|на|klo|kello|kl)\.? ?)?"
    r"(\d{1,2})(?:(?:[:.,-]| )(\d\d)| ?(?:час(?:ов|а)?|ч)\.?)?(?: ?(?:утра|дня))?\.?",
    re.IGNORECASE,
)


def read_days(typed: str) -> int | None:
    """Return the number of days that somebody typed in digits; None if it is none.

    Whether so many can be is not looked at here.
    """
    found = _DAYS.fullmatch(" ".join(typed.split()))
    return int(found[1]) if found else None


def read_hour(typed: str) -> time | None:
    """Return the hour that somebody typed: “9:00”, “9.30”, “в 9”, “klo 9”; None if it is none."""
    found = _HOUR.fullmatch(" ".join(typed.split()))
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    afternoon = typed.casefold().rstrip(" .").endswith("дня") and hour < _NOON
    try:
        return time(hour + _NOON * afternoon, minute)
    except ValueError:
        return None
