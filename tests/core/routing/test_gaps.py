"""Hours of tomorrow that nobody covers."""

from datetime import date, datetime

import pytest

from bot.core.people import Role
from bot.core.routing.candidates import Candidate
from bot.core.routing.gaps import Gap, gaps
from tests.core.routing.cast import FI, RU, helsinki, member, shifts

DAY = date(2026, 12, 2)
BOTH = frozenset({RU, FI})
FINNISH = member(9, languages=frozenset({FI}))


def at(hour: int) -> datetime:
    return helsinki(2, hour)


@pytest.mark.parametrize(
    ("team", "uncovered"),
    [
        ([], [(RU, 9, 21), (FI, 9, 21)]),
        ([member(1, languages=BOTH)], []),
        ([FINNISH], [(RU, 9, 21)]),
        ([FINNISH, member(1, shifts=shifts(9, 21))], []),
        ([FINNISH, member(1, shifts=shifts(10, 14))], [(RU, 9, 10), (RU, 14, 21)]),
        (
            [FINNISH, member(1, shifts=shifts(8, 12)), member(2, shifts=shifts(12, 18))],
            [(RU, 18, 21)],
        ),
        ([FINNISH, member(1, shifts=shifts(22, 11, days=[1]))], [(RU, 11, 21)]),
        ([FINNISH, member(1, shifts=shifts(10, 14, days=[1]))], [(RU, 9, 21)]),
        ([FINNISH, member(1, paused_until=at(11))], [(RU, 9, 11)]),
        ([FINNISH, member(1, on_duty=False)], [(RU, 9, 21)]),
        ([FINNISH, member(1, role=Role.EMIGRE)], [(RU, 9, 21)]),
        ([FINNISH, member(1, load=9)], []),
    ],
)
def test_the_gaps_of_a_day(team: list[Candidate], uncovered: list[tuple[object, ...]]) -> None:
    found = [Gap(language, at(begins), at(ends)) for language, begins, ends in uncovered]  # type: ignore[arg-type]
    assert list(gaps(team, DAY)) == found
