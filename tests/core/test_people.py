"""Roles, rights, and the names by which people know each other."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.codes import SIGNS
from bot.core.people import (
    EMIGRE_ALIASES,
    HELPER_ALIASES,
    MEMBER_ALIASES,
    TEAM,
    Act,
    Role,
    Standing,
    draw_alias,
    draw_member_code,
    may,
    member_alias,
    pause_end,
    standing,
)

# Who may do what, written out: a right that somebody gains or loses changes a line here.
RIGHTS = """
                      emigre  volunteer  coordinator
look around           yes     yes        yes
ask                   yes     yes        yes
see, copy and erase one's own data  yes  yes  yes
keep a case, a date, a plan or an answer  yes  yes  yes
tell the editors, without a name  yes  yes  yes
see to one's own question  yes  yes    yes
answer                no      yes        yes
look at another's answer before it goes  no  yes  yes
invite a volunteer    no      no         yes
invite a coordinator  no      no         yes
say the second yes    no      no         yes
block a person        no      no         yes
look after the queue  no      no         yes
write first to a person no    no         yes
see what readers tell no      no         yes
look after the team  no      no         yes
broadcast             no      no         yes
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


@pytest.mark.parametrize("names", [EMIGRE_ALIASES, HELPER_ALIASES, MEMBER_ALIASES])
def test_no_alias_stands_twice(names: tuple[str, ...]) -> None:
    assert len(set(names)) == len(names)


def test_nobody_is_taken_for_somebody_of_the_other_side() -> None:
    assert set(EMIGRE_ALIASES).isdisjoint({*HELPER_ALIASES, *MEMBER_ALIASES})
    assert set(HELPER_ALIASES).isdisjoint(MEMBER_ALIASES)


@given(st.sets(st.sampled_from(HELPER_ALIASES)))
def test_an_alias_is_a_free_one_while_there_is_one(taken: set[str]) -> None:
    drawn = draw_alias(HELPER_ALIASES, taken)
    assert drawn in HELPER_ALIASES
    assert drawn not in taken or taken == set(HELPER_ALIASES)


def test_every_alias_is_drawn_sooner_or_later() -> None:
    assert {draw_alias(EMIGRE_ALIASES) for _ in range(3000)} == set(EMIGRE_ALIASES)


NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
LATER, BEFORE = NOW + timedelta(seconds=1), NOW - timedelta(seconds=1)


@pytest.mark.parametrize(
    ("suspended", "on_duty", "paused_until", "stands"),
    [
        (False, True, None, Standing.ON_DUTY),
        (False, True, LATER, Standing.PAUSED),
        (False, True, NOW, Standing.ON_DUTY),
        (False, True, BEFORE, Standing.ON_DUTY),
        (False, False, None, Standing.OFF_DUTY),
        (False, False, LATER, Standing.OFF_DUTY),
        (True, True, LATER, Standing.SUSPENDED),
        (True, False, None, Standing.SUSPENDED),
    ],
)
def test_how_a_member_stands(
    *, suspended: bool, on_duty: bool, paused_until: datetime | None, stands: Standing
) -> None:
    assert standing(NOW, suspended=suspended, on_duty=on_duty, paused_until=paused_until) is stands


def test_each_sign_has_its_animal() -> None:
    """A member keeps their name for as long as they belong to the team: the list is frozen."""
    assert [member_alias(f"{sign}AA") for sign in SIGNS] == list(MEMBER_ALIASES)
    assert [member_alias(code) for code in ("0AA", "K2M", "ZZZ")] == [
        "badger",
        "hedgehog",
        "wolverine",
    ]


def test_no_two_members_have_one_name_while_an_animal_is_free() -> None:
    codes: list[str] = []
    for _ in range(100):
        codes.append(draw_member_code(codes))
    assert len({member_alias(code) for code in codes[:32]}) == 32
    assert len(set(codes)) == 100


@pytest.mark.parametrize(
    ("now", "days", "end"),
    [
        ("2026-12-01T12:00Z", 1, "2026-12-02T06:00Z"),
        ("2026-12-01T22:30Z", 1, "2026-12-03T06:00Z"),  # in Finland it is the 2nd already
        ("2026-12-01T12:00Z", 7, "2026-12-08T06:00Z"),
        ("2027-03-24T12:00Z", 7, "2027-03-31T05:00Z"),  # the clocks are put forward between
    ],
)
def test_a_pause_ends_on_a_finnish_morning(now: str, days: int, end: str) -> None:
    assert pause_end(days, datetime.fromisoformat(now)) == datetime.fromisoformat(end)
