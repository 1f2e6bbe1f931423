"""On which days Finnish offices and courts do what has a time limit (Act 150/1930 § 5)."""

from datetime import date, timedelta
from functools import cache
from typing import Final

SATURDAY: Final = 5
_DAY: Final = timedelta(days=1)


def is_working_day(day: date) -> bool:
    """Say whether an act whose last day this is may be done on no later day.

    Not so on Saturdays, Sundays, church holy days, Independence Day, May Day, Christmas Eve and
    Midsummer Eve. New Year's Eve, Maundy Thursday and bridge days are working days.
    """
    return day.weekday() < SATURDAY and day not in _closed(day.year)


def working_day_from(day: date) -> date:
    """Return `day` itself if it is a working day, else the first one after it."""
    while not is_working_day(day):
        day += _DAY
    return day


def working_day_until(day: date) -> date:
    """Return `day` itself if it is a working day, else the last one before it."""
    while not is_working_day(day):
        day -= _DAY
    return day


@cache
def _closed(year: int) -> frozenset[date]:
    """Return the holidays of a year as the act lists them."""
    from holidays import country_holidays  # noqa: PLC0415 - takes longer than all the counting

    return frozenset(country_holidays("FI", years=year))
