"""What is said of waiting times: real ones, none from few, and those without an answer count."""

from datetime import timedelta

import pytest

from bot.core.waits import Waits, waits

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("each", "told"),
    [
        ([], None),
        ([HOUR] * 4, None),
        ([HOUR] * 5, Waits(HOUR, HOUR)),
        ([n * HOUR for n in range(10, 0, -1)], Waits(5 * HOUR, 9 * HOUR)),
        ([*(n * HOUR for n in range(1, 9)), None, None], Waits(5 * HOUR, None)),
        ([HOUR, HOUR, None, None, None], Waits(None, None)),
    ],
)
def test_the_wait_of_half_and_of_nine_in_ten(
    each: list[timedelta | None], told: Waits | None
) -> None:
    assert waits(each) == told
