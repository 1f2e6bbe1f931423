"""The path: every stage can be reached, nothing is a dead end but the ends; and which law holds."""

from collections.abc import Sequence
from datetime import date

import pytest

from bot.core.stages import (
    AT_ANY_TIME,
    ENDS,
    PHASES,
    USUALLY_NEXT,
    Event,
    Law,
    Stage,
    laws_on,
    may_follow,
    phase_of,
)

STORED = ("before", "lodged", "interviewed", "granted", "refused", "appealed", "kho", "final")
"""The values of the first version: people keep them."""


def ahead_of(start: Stage) -> set[Stage]:
    """Return all to which the usual way leads."""
    seen, ahead = {start}, [start]
    while ahead:
        new = set(USUALLY_NEXT[ahead.pop()]) - seen
        seen |= new
        ahead += new
    return seen


def test_what_people_keep_is_still_a_stage() -> None:
    assert [Stage(value).value for value in STORED] == list(STORED)


def test_the_usual_way_with_what_happens_beside_it_reaches_every_stage() -> None:
    reached = set().union(*map(ahead_of, {Stage.BEFORE, *AT_ANY_TIME}))
    assert reached == set(Stage)


@pytest.mark.parametrize("stage", sorted(set(Stage) - ENDS))
def test_no_stage_is_a_dead_end(stage: Stage) -> None:
    assert USUALLY_NEXT[stage]
    assert ahead_of(stage) & ENDS
    assert stage not in may_follow(stage)
    assert may_follow(stage) >= AT_ANY_TIME - {stage}


@pytest.mark.parametrize("stage", sorted(ENDS))
def test_after_an_end_nothing_follows(stage: Stage) -> None:
    assert may_follow(stage) == frozenset()
    assert USUALLY_NEXT[stage] == ()


def test_nobody_is_told_to_withdraw_or_be_detained_next_who_only_waits() -> None:
    for stage in (Stage.LODGED, Stage.INTERVIEWED, Stage.APPEALED, Stage.GRANTED):
        assert not AT_ANY_TIME & set(USUALLY_NEXT[stage])


def test_each_stage_stands_in_one_phase() -> None:
    placed = [stage for stages in PHASES.values() for stage in stages]
    assert sorted(placed) == sorted(Stage)
    assert phase_of(Stage.KHO) == "court"


def test_a_phase_and_the_ways_back_are_eight_buttons_at_most() -> None:
    assert len(PHASES) + 2 <= 8
    assert max(len(stages) for stages in PHASES.values()) + 2 <= 8


@pytest.mark.parametrize(
    ("event", "day", "laws"),
    [
        (Event.LODGING, date(2026, 6, 11), (Law.OLD,)),
        (Event.LODGING, date(2026, 6, 12), (Law.NEW,)),
        (Event.LODGING, None, (Law.OLD, Law.NEW)),
        (Event.REGISTRATION, date(2026, 6, 11), (Law.OLD,)),
        (Event.REGISTRATION, date(2026, 6, 12), (Law.OLD, Law.NEW)),
        (Event.REGISTRATION, date(2026, 6, 30), (Law.OLD, Law.NEW)),
        (Event.REGISTRATION, date(2026, 7, 1), (Law.NEW,)),
    ],
)
def test_the_day_decides_which_law_holds(
    event: Event, day: date | None, laws: Sequence[Law]
) -> None:
    assert laws_on(event, day) == laws
