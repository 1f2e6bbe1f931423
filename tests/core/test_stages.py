"""The path: every stage can be reached, nothing is a dead end but the ends; and which law holds."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

import pytest

from bot.core.stages import (
    AT_ANY_TIME,
    DAYS_RUN,
    ENDS,
    PHASES,
    URGENT,
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
BESIDE = AT_ANY_TIME | {Stage.MISSED}


def ahead_of(start: Stage, then: Callable[[Stage], Iterable[Stage]]) -> set[Stage]:
    """Return all to which a way leads."""
    seen, ahead = {start}, [start]
    while ahead:
        new = set(then(ahead.pop())) - seen
        seen |= new
        ahead += new
    return seen


def test_what_people_keep_is_still_a_stage() -> None:
    assert [Stage(value).value for value in STORED] == list(STORED)


def test_every_stage_can_be_reached() -> None:
    assert ahead_of(Stage.BEFORE, may_follow) == set(Stage)


def test_the_usual_way_alone_reaches_all_that_befalls_nobody_beside_it() -> None:
    assert ahead_of(Stage.BEFORE, USUALLY_NEXT.__getitem__) >= set(Stage) - BESIDE


def test_days_run_out_only_after_a_decision() -> None:
    assert Stage.MISSED in may_follow(Stage.REFUSED)
    assert Stage.MISSED not in may_follow(Stage.LODGED)


def test_where_days_run_it_is_urgent_unless_one_may_stay_all_the_same() -> None:
    assert {Stage.GRANTED, Stage.SUBSIDIARY, Stage.OTHER_PERMIT} == DAYS_RUN - URGENT


def test_where_removal_may_come_or_freedom_is_taken_it_is_urgent() -> None:
    """After each of these somebody may be taken away before anything else is decided."""
    taken = {Stage.REMOVAL, Stage.DETAINED, Stage.FINAL, Stage.MISSED, Stage.STAY_ASKED, Stage.KHO}
    assert taken | {Stage.SUBSEQUENT, Stage.WITHDRAWN} < URGENT
    assert not URGENT & (ENDS | {Stage.BEFORE, Stage.LODGED, Stage.ASYLUM, Stage.RETURNING})


@pytest.mark.parametrize("stage", sorted(set(Stage) - ENDS))
def test_no_stage_is_a_dead_end(stage: Stage) -> None:
    assert USUALLY_NEXT[stage]
    assert ahead_of(stage, USUALLY_NEXT.__getitem__) & ENDS
    assert stage not in may_follow(stage)
    assert may_follow(stage) >= AT_ANY_TIME - {stage}


@pytest.mark.parametrize("stage", sorted(ENDS))
def test_after_an_end_nothing_follows(stage: Stage) -> None:
    assert may_follow(stage) == frozenset()
    assert USUALLY_NEXT[stage] == ()


def test_nobody_reads_that_they_will_be_detained_or_miss_their_days() -> None:
    told = {each for next_ones in USUALLY_NEXT.values() for each in next_ones}
    assert not told & {Stage.DETAINED, Stage.MISSED, Stage.WITHDRAWN, Stage.LAPSED}


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
