"""A month as buttons: each month is one turn from the next, there and back."""

from datetime import date, timedelta

import pytest

from bot.core.languages import Language
from bot.emigre.dates.buttons import ShowDates
from bot.ui.days import month_rows
from bot.ui.words import translator

FIRST, LAST = date(2026, 1, 31), date(2028, 2, 29)


def turned(month: date, sign: str) -> date | None:
    """Return the day in whose month a turn leads; None: there is no such turn."""
    rows = month_rows(month, at, at, (FIRST, LAST), translator(Language.FINNISH))
    found = next((button.to for button in rows[0] if button.text == sign), None)
    return date.fromordinal(found.case) if isinstance(found, ShowDates) else None


def at(day: date) -> ShowDates:
    return ShowDates(case=day.toordinal())


@pytest.mark.parametrize(("sign", "begins", "ends"), [("▶", FIRST, LAST), ("◀", LAST, FIRST)])
def test_each_month_between_two_days_is_turned_to_once(sign: str, begins: date, ends: date) -> None:
    seen, month = [begins], turned(begins, sign)
    while month:
        seen.append(month)
        month = turned(month, sign)
    months = [(day.year, day.month) for day in sorted(seen)]
    assert months == sorted(set(months))
    assert len(months) == 26
    assert (seen[-1].year, seen[-1].month) == (ends.year, ends.month)


def test_only_the_days_between_can_be_tapped() -> None:
    rows = month_rows(LAST, at, at, (FIRST, LAST - timedelta(days=9)), translator(Language.RUSSIAN))
    days = [button.text for row in rows[2:] for button in row if button.text.isdecimal()]
    assert days == [str(day) for day in range(1, 21)]
