"""When a member is there."""

from datetime import UTC, datetime, time

import pytest

from bot.core.clock import HELSINKI
from bot.core.routing.intake import Shift
from tests.core.routing.cast import helsinki, member, shifts


@pytest.mark.parametrize(
    ("moment", "there"),
    [
        (helsinki(1, 17, 59), False),
        (helsinki(1, 18), True),
        (helsinki(1, 19, 59), True),
        (helsinki(1, 20), False),
        (helsinki(2, 18), False),
        (helsinki(8, 18), True),
    ],
)
def test_hours_come_every_week(moment: datetime, *, there: bool) -> None:
    tuesdays = member(1, shifts=shifts(18, 20, days=[1]))
    assert tuesdays.is_there(moment) is there


@pytest.mark.parametrize(
    ("hours", "moment", "there"),
    [
        ((22, 2), helsinki(1, 23), True),
        ((22, 2), helsinki(2, 1, 59), True),
        ((22, 2), helsinki(2, 2), False),
        ((22, 2), helsinki(1, 1), False),
        ((22, 0), helsinki(1, 23, 59), True),
        ((22, 0), helsinki(2, 0), False),
        ((0, 0), helsinki(1, 12), True),
        ((0, 0), helsinki(2, 0), False),
    ],
)
def test_a_shift_may_last_past_midnight(
    hours: tuple[int, int], moment: datetime, *, there: bool
) -> None:
    assert member(1, shifts=shifts(*hours, days=[1])).is_there(moment) is there


def test_a_night_shift_lasts_through_the_change_of_the_clocks() -> None:
    sunday = Shift(6, time(2), time(5))
    for day, hours in ((datetime(2026, 10, 25, tzinfo=HELSINKI), 4),
                       (datetime(2027, 3, 28, tzinfo=HELSINKI), 2)):  # fmt: skip
        lasts = sunday.on(day.date())
        assert lasts is not None
        assert (lasts[1] - lasts[0]).total_seconds() == hours * 3600


@pytest.mark.parametrize(
    "said",
    [
        {"suspended": True},
        {"on_duty": False},
        {"paused_until": helsinki(1, 12, 1)},
        {"shifts": ()},
        {"shifts": shifts(13, 15)},
    ],
)
def test_who_is_not_there(said: dict[str, object]) -> None:
    assert not member(1, **said).is_there(helsinki(1, 12))


def test_a_pause_ends_and_no_hours_mean_all() -> None:
    paused = member(1, paused_until=helsinki(1, 12))
    assert paused.is_there(helsinki(1, 12))
    assert list(paused.comes(helsinki(1, 12).date())) == [helsinki(1, 12)]
    assert all(moment.tzinfo is UTC for moment in paused.comes(helsinki(1, 12).date()))
    assert member(1).is_there(helsinki(1, 4))
