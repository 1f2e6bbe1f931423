"""Somebody's case: where each person in it stands, and since when. Days are days in Finland."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from enum import StrEnum
from typing import Final, NewType

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

from bot.core.stages import PHASES, Phase, Stage, phase_of

_DATA: Final = ConfigDict(extra="forbid")

CaseId = NewType("CaseId", int)
"""A case's own number in our database. It goes into buttons, never into words."""


class Whose(StrEnum):
    """Whom a case is about: chosen, never typed, so that no name can stand there."""

    ME = "me"
    PARTNER = "partner"
    CHILD_1 = "child-1"
    CHILD_2 = "child-2"
    CHILD_3 = "child-3"
    CHILD_4 = "child-4"
    CHILD_5 = "child-5"
    CHILD_6 = "child-6"
    PARENT_1 = "parent-1"
    PARENT_2 = "parent-2"
    OTHER = "other"


@dataclass(frozen=True, config=_DATA, kw_only=True)
class Step:
    """A stage that somebody came to, and the day, if they said it."""

    stage: Stage
    since: date | None = None


@dataclass(frozen=True, config=_DATA, kw_only=True)
class Case:
    """What is kept of one person's case."""

    whose: Whose = Whose.ME
    lodged: date | None = None
    """The day on which the application was lodged: it decides which law holds."""
    path: tuple[Step, ...] = ()
    """The stages, the present one last."""
    note: str = ""

    @property
    def stage(self) -> Stage | None:
        """Return the present stage, if they keep one."""
        return self.path[-1].stage if self.path else None

    @property
    def since(self) -> date | None:
        """Return the day on which the present stage began, if they said it."""
        return self.path[-1].since if self.path else None


LONGEST_NOTE: Final = 1000
"""Characters of a note."""
LONGEST_PATH: Final = 40
"""Steps that are kept; the oldest go first."""
MORNINGS: Final = tuple(range(7, 21))
"""The hours, in Finland, at which somebody may want to be reminded: none lies in the night."""


@dataclass(frozen=True, config=_DATA, kw_only=True)
class Wishes:
    """How somebody wants to be reminded, and who may see their case on their phone."""

    hour: int = 9
    """In Finland."""
    asks_first: bool = False
    """Ask before the case is shown: the phone may be in other hands."""
    tells_team: bool = False
    """Coordinators may be told, by an alias, of a last day that nobody answers for."""

    @property
    def at(self) -> time:
        """Return the hour as a time of day."""
        return time(self.hour)


def moved_to(case: Case, stage: Stage) -> Case:
    """Return a case at another stage. Back to the stage before is a mistake taken back."""
    if case.stage is stage:
        return case
    if len(case.path) > 1 and case.path[-2].stage is stage:
        return replace(case, path=case.path[:-1])
    return replace(case, path=(*case.path, Step(stage=stage))[-LONGEST_PATH:])


def began_on(case: Case, day: date | None) -> Case:
    """Return a case whose present stage began on a day; None: nobody knows when."""
    if not case.path:
        return case
    return replace(case, path=(*case.path[:-1], Step(stage=case.path[-1].stage, since=day)))


def free_names(cases: Sequence[Case]) -> Sequence[Whose]:
    """Return for whom no case is kept yet: of children and parents the next one alone."""
    taken = {case.whose for case in cases}
    free = [whose for whose in Whose if whose not in taken]
    kinds = [whose.split("-")[0] for whose in free]
    return [whose for at, whose in enumerate(free) if kinds.index(kinds[at]) == at]


def phases_on(stage: Stage) -> Sequence[Phase]:
    """Return the whole way as a line of phases that leads through a stage's own.

    Whoever is granted a permit does not leave, and whoever leaves has no permit.
    """
    end = Phase.LEAVING if phase_of(stage) is Phase.LEAVING else Phase.GRANTED
    return [phase for phase in PHASES if phase not in {Phase.LEAVING, Phase.GRANTED} - {end}]
