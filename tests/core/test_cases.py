"""A case: who is in it, where they stand, and what a mistake taken back leaves."""

from datetime import date

import pytest

from bot.core.cases import (
    LONGEST_PATH,
    Case,
    Step,
    Whose,
    began_on,
    free_names,
    moved_to,
    phases_on,
)
from bot.core.stages import Phase, Stage, phase_of

DAY = date(2026, 3, 2)


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
