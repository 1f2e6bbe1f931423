"""Hours by day, also where the clocks change."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.clock import HELSINKI
from bot.core.routing.daytime import APART, apart, at, is_day, later_by_day, not_in_the_night
from bot.core.timers import AFTER, TimerKind
from tests.core.routing.cast import helsinki

MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31)).map(  # noqa: DTZ001 - given UTC
    lambda moment: moment.replace(tzinfo=UTC)
)


@pytest.mark.parametrize(
    ("moment", "hours", "reached"),
    [
        (helsinki(1, 12), 0, helsinki(1, 12)),
        (helsinki(1, 12), 2, helsinki(1, 14)),
        (helsinki(1, 19), 2, helsinki(2, 9)),
        (helsinki(1, 20, 50), 2, helsinki(2, 10, 50)),
        (helsinki(1, 21), 0, helsinki(2, 9)),
        (helsinki(1, 3), 6, helsinki(1, 15)),
        (helsinki(1, 12), 12, helsinki(2, 12)),
        (helsinki(1, 12), 36, helsinki(4, 12)),
    ],
)
def test_the_night_does_not_count(moment: datetime, hours: int, reached: datetime) -> None:
    assert later_by_day(moment, timedelta(hours=hours)) == reached


@pytest.mark.parametrize("day", [datetime(2026, 10, 24), datetime(2027, 3, 27)])  # noqa: DTZ001
def test_twelve_hours_by_day_are_a_day_also_when_the_clocks_change(day: datetime) -> None:
    noon = day.replace(hour=12, tzinfo=HELSINKI)
    after = later_by_day(noon, timedelta(hours=12))
    assert after.astimezone(HELSINKI).time() == time(12)
    assert after - noon.astimezone(UTC) in {timedelta(hours=23), timedelta(hours=25)}


@given(MOMENTS)
def test_the_morning_after_a_night_is_soon_and_by_day(moment: datetime) -> None:
    reached = not_in_the_night(moment)
    assert is_day(reached)
    assert moment <= reached <= moment + timedelta(hours=12)
    assert (reached == moment) == is_day(moment)


@given(MOMENTS, st.integers(0, 72), st.integers(0, 72))
def test_more_hours_are_never_sooner(moment: datetime, fewer: int, more: int) -> None:
    reached = later_by_day(moment, timedelta(hours=fewer))
    assert is_day(reached)
    assert later_by_day(reached, timedelta(hours=more)) == later_by_day(
        moment, timedelta(hours=fewer + more)
    )


def test_an_hour_that_the_clocks_leap_over_is_where_they_leap_to() -> None:
    leapt = at(datetime(2027, 3, 28, tzinfo=HELSINKI).date(), time(3, 30))
    assert leapt.astimezone(HELSINKI).time() == time(4, 30)


@given(MOMENTS)
def test_what_is_told_apart_comes_by_day_hours_later_and_stays_drawn(moment: datetime) -> None:
    drawn = apart(moment)
    assert is_day(drawn)
    assert moment + APART[0] <= drawn <= later_by_day(moment, APART[1])
    assert drawn <= moment + AFTER[TimerKind.REACH], "or each start would bring it nearer"
    assert len({apart(moment) for _ in range(3)}) == 3
