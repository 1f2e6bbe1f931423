"""Roles, rights, and the names by which people know each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.people import EMIGRE_ALIASES, HELPER_ALIASES, TEAM, Act, Role, draw_alias, may

# Who may do what, written out: a right that somebody gains or loses changes a line here.
RIGHTS = """
                     emigre  volunteer  coordinator
look around          yes     yes        yes
ask                  yes     yes        yes
answer               no      yes        yes
invite a volunteer   no      no         yes
broadcast            no      no         yes
"""


def rights() -> dict[tuple[str, str], bool]:
    roles, *rows = (line.rsplit(None, 3) for line in RIGHTS.strip().splitlines())
    return {
        (row[0].strip(), role): answer == "yes"
        for row in rows
        for role, answer in zip(roles, row[1:], strict=True)
    }


def test_the_rights_are_these() -> None:
    assert {(act, role): may(role, act) for act in Act for role in Role} == rights()


def test_the_team_is_who_answers() -> None:
    assert {"volunteer", "coordinator"} == TEAM


def test_a_coordinator_can_do_all_that_a_volunteer_can() -> None:
    assert all(may(Role.COORDINATOR, act) for act in Act if may(Role.VOLUNTEER, act))


@pytest.mark.parametrize("names", [EMIGRE_ALIASES, HELPER_ALIASES])
def test_no_alias_stands_twice(names: tuple[str, ...]) -> None:
    assert len(set(names)) == len(names)


def test_nobody_is_taken_for_somebody_of_the_other_side() -> None:
    assert set(EMIGRE_ALIASES).isdisjoint(HELPER_ALIASES)


@given(st.sets(st.sampled_from(HELPER_ALIASES)))
def test_an_alias_is_a_free_one_while_there_is_one(taken: set[str]) -> None:
    drawn = draw_alias(HELPER_ALIASES, taken)
    assert drawn in HELPER_ALIASES
    assert drawn not in taken or taken == set(HELPER_ALIASES)


def test_every_alias_is_drawn_sooner_or_later() -> None:
    assert {draw_alias(EMIGRE_ALIASES) for _ in range(3000)} == set(EMIGRE_ALIASES)
