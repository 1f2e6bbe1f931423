"""What waits for a second pair of eyes, and whose eyes these may be."""

from collections.abc import Collection
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.eyes import lookers, why_held
from bot.core.languages import Language
from bot.core.people import PersonId, Role
from bot.core.routing.candidates import Candidate
from bot.core.telltale import HELD, Telltale, telltales
from tests.core.routing.cast import helsinki, member, shifts

NOON, NIGHT = helsinki(1, 12), helsinki(1, 23)
KAISA = member(1, role=Role.COORDINATOR)
AINO = member(2, role=Role.COORDINATOR, on_duty=False)
OLLI, NINA = member(3, load=1), member(4, load=0)


def chosen(
    *team: Candidate,
    but: Collection[int] = (),
    now: datetime = NOON,
    urgent: bool = False,
    asked: Collection[int] = (),
) -> set[int]:
    """Return the numbers of who is asked about an answer in Russian."""
    return set(
        lookers(
            team,
            Language.RUSSIAN,
            but={PersonId(number) for number in but},
            now=now,
            urgent=urgent,
            asked={PersonId(number) for number in asked},
        )
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Спокойно. Звоните 112, пишите на migri@migri.fi, читайте www.parliament.fi.", ()),
        ("Паспорт 4500 000001, Mannerheimintie 1", ()),
        ("Пишите мне в личку", (Telltale.PRIVATELY,)),
        ("help.example.com и 040 123 4567", (Telltale.PHONE, Telltale.LINK)),
        ("Переведите мне 100 евро", (Telltale.MONEY,)),
    ],
)
def test_what_waits_and_why(text: str, why: tuple[Telltale, ...]) -> None:
    assert why_held(text) == why


@given(st.text(max_size=80))
def test_whatever_leads_out_of_the_house_waits(text: str) -> None:
    assert bool(why_held(text)) is any(each.what in HELD for each in telltales(text))


def test_coordinators_are_asked_on_duty_or_not_and_one_volunteer_who_has_least() -> None:
    assert chosen(KAISA, AINO, OLLI, NINA) == {1, 2, 4}


def test_who_was_asked_before_stays_the_one() -> None:
    assert chosen(KAISA, OLLI, NINA, asked={3}) == {1, 3}


def test_neither_side_nor_who_is_suspended_is_asked() -> None:
    out = member(5, role=Role.COORDINATOR, suspended=True)
    assert chosen(KAISA, AINO, OLLI, out, but={1, 3}) == {2}


@pytest.mark.parametrize(
    "absent",
    [
        member(3, on_duty=False),
        member(3, languages=frozenset({Language.FINNISH})),
        member(3, shifts=shifts(20, 22)),
        member(3, suspended=True),
    ],
)
def test_a_volunteer_is_there_and_answers_in_that_language(absent: Candidate) -> None:
    assert chosen(absent) == set()


def test_by_night_a_volunteer_is_asked_what_is_urgent_or_in_hours_they_chose() -> None:
    assert chosen(KAISA, OLLI, now=NIGHT) == {1}
    assert chosen(KAISA, OLLI, now=NIGHT, urgent=True) == {1, 3}
    assert chosen(member(3, shifts=shifts(22, 2)), now=NIGHT) == {3}
