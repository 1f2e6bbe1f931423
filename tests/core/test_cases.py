"""A case: who is in it, where they stand, and what a mistake taken back leaves."""

from datetime import date

import pytest

from bot.core.cases import (
    LONGEST_PATH,
    Case,
    DayOf,
    Doubt,
    Step,
    Whose,
    began_on,
    day_of,
    doubt,
    free_names,
    goes_back,
    moved_to,
    phases_on,
    with_day,
)
from bot.core.stages import Phase, Stage, may_follow, phase_of

DAY = date(2026, 3, 2)
TODAY = date(2026, 11, 27)


def test_a_case_remembers_its_way() -> None:
    case = began_on(moved_to(moved_to(Case(), Stage.LODGED), Stage.INTERVIEWED), DAY)
    assert case.path == (Step(stage=Stage.LODGED), Step(stage=Stage.INTERVIEWED, since=DAY))
    assert (case.stage, case.since) == (Stage.INTERVIEWED, DAY)


def test_back_to_the_stage_before_is_a_mistake_taken_back() -> None:
    lodged = began_on(moved_to(Case(), Stage.LODGED), DAY)
    assert moved_to(moved_to(lodged, Stage.REFUSED), Stage.LODGED) == lodged


def test_the_same_stage_again_changes_nothing() -> None:
    lodged = began_on(moved_to(Case(), Stage.LODGED), DAY)
    assert moved_to(lodged, Stage.LODGED) == lodged


def test_a_day_without_a_stage_is_no_day() -> None:
    assert began_on(Case(), DAY) == Case()


def test_a_long_way_keeps_its_end() -> None:
    case = Case()
    for _ in range(LONGEST_PATH):
        case = moved_to(moved_to(moved_to(case, Stage.LODGED), Stage.REFUSED), Stage.SUBSEQUENT)
    assert len(case.path) == LONGEST_PATH
    assert case.stage is Stage.SUBSEQUENT


def test_of_children_the_next_one_alone_is_offered() -> None:
    kept = [Case(), Case(whose=Whose.CHILD_1)]
    assert free_names(kept) == [Whose.PARTNER, Whose.CHILD_2, Whose.PARENT_1, Whose.OTHER]


@pytest.mark.parametrize("stage", Stage)
def test_the_line_of_the_way_leads_through_each_stage(stage: Stage) -> None:
    line = phases_on(stage)
    assert phase_of(stage) in line
    assert not {Phase.LEAVING, Phase.GRANTED} <= set(line)


@pytest.mark.parametrize("of", DayOf)
def test_each_day_is_kept_and_forgotten_by_itself(of: DayOf) -> None:
    case = with_day(Case(path=(Step(stage=Stage.KHO),)), of, DAY)
    assert [day_of(case, each) for each in DayOf] == [DAY if each is of else None for each in DayOf]
    assert with_day(case, of, None) == Case(path=(Step(stage=Stage.KHO),))


@pytest.mark.parametrize("of", DayOf)
@pytest.mark.parametrize(
    ("day", "odd"),
    [
        (date(1999, 12, 31), Doubt.TOO_LONG_AGO),
        (date(2000, 1, 1), None),
        (TODAY, None),
        (date(2026, 11, 28), Doubt.NOT_YET),
    ],
)
def test_a_day_lies_between_2000_and_today(of: DayOf, day: date, odd: Doubt | None) -> None:
    assert doubt(Case(path=(Step(stage=Stage.KHO),)), of, day, TODAY) is odd


def test_a_stage_before_the_day_of_lodging_is_odd_whichever_is_said_last() -> None:
    waiting = Case(lodged=date(2026, 5, 1), path=(Step(stage=Stage.INTERVIEWED),))
    assert doubt(waiting, DayOf.SINCE, DAY, TODAY) is Doubt.BEFORE_LODGING
    assert doubt(waiting, DayOf.SINCE, date(2026, 5, 1), TODAY) is None
    began = Case(path=(Step(stage=Stage.INTERVIEWED, since=DAY),))
    assert doubt(began, DayOf.LODGED, date(2026, 5, 1), TODAY) is Doubt.AFTER_THE_STAGE
    assert doubt(began, DayOf.LODGED, DAY, TODAY) is None


def test_a_day_of_lodging_after_any_later_stage_is_odd() -> None:
    began, later = Step(stage=Stage.INTERVIEWED, since=DAY), Step(stage=Stage.REFUSED)
    moved = Case(path=(began, later))
    assert doubt(moved, DayOf.LODGED, date(2026, 5, 1), TODAY) is Doubt.AFTER_THE_STAGE
    assert doubt(moved, DayOf.LODGED, DAY, TODAY) is None
    anew = Case(path=(began, later, Step(stage=Stage.SUBSEQUENT), Step(stage=Stage.LODGED)))
    assert doubt(anew, DayOf.LODGED, date(2026, 5, 1), TODAY) is None


def test_what_comes_before_lodging_may_begin_before_it() -> None:
    applying = Case(lodged=date(2026, 5, 1), path=(Step(stage=Stage.REGISTERED),))
    assert doubt(applying, DayOf.SINCE, DAY, TODAY) is None


@pytest.mark.parametrize("stage", Stage)
def test_what_may_follow_is_no_step_back(stage: Stage) -> None:
    case = moved_to(Case(), stage)
    assert [next_ for next_ in may_follow(stage) if goes_back(case, next_)] == []
    assert not goes_back(case, stage)
    assert not goes_back(Case(), stage)


def test_a_step_back_is_known_by_the_order_and_by_where_somebody_was() -> None:
    refused = moved_to(Case(), Stage.REFUSED)
    assert goes_back(refused, Stage.INTERVIEWED)
    assert not goes_back(refused, Stage.KHO)
    again = moved_to(moved_to(moved_to(Case(), Stage.KHO), Stage.FINAL), Stage.SUBSEQUENT)
    assert goes_back(again, Stage.KHO)
