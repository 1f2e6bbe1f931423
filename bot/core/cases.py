"""Somebody's case: where each person in it stands, and since when. Days are days in Finland."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Final, NewType

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

from bot.core.stages import PHASES, Phase, Stage, may_follow, phase_of

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
    touched: date | None = None
    """The day on which a date of it went, or where one is was changed."""

    @property
    def stage(self) -> Stage | None:
        """Return the present stage, if they keep one."""
        return self.path[-1].stage if self.path else None

    @property
    def since(self) -> date | None:
        """Return the day on which the present stage began, if they said it."""
        return self.path[-1].since if self.path else None


class DayOf(StrEnum):
    """A day of a case that somebody is asked for. The values are in buttons: they never change."""

    SINCE = "s"
    """On which the present stage began."""
    LODGED = "l"
    """On which the application was lodged."""


class Doubt(StrEnum):
    """What is odd about a day that somebody names."""

    NOT_YET = "not yet"
    TOO_LONG_AGO = "too long ago"
    BEFORE_LODGING = "before lodging"
    """A stage began before the application was lodged."""
    AFTER_THE_STAGE = "after the stage"
    """The application was lodged after a stage that follows it began."""
    OTHER_LAW = "other law"
    """By that day of lodging another law holds than the one by which a date is counted."""


CANNOT_BE: Final = frozenset({Doubt.NOT_YET, Doubt.TOO_LONG_AGO})
"""These days are refused; of the others somebody is asked whether they are right."""
FIRST_DAY: Final = date(2000, 1, 1)
OPEN_FOR: Final = timedelta(minutes=10)
"""How long a case may be shown once somebody who is asked first has said so."""
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


def with_day(case: Case, of: DayOf, day: date | None) -> Case:
    """Return a case with one of its days; None: nobody knows it."""
    return began_on(case, day) if of is DayOf.SINCE else replace(case, lodged=day)


def day_of(case: Case, of: DayOf) -> date | None:
    """Return one of a case's days, if it is kept."""
    return case.since if of is DayOf.SINCE else case.lodged


def doubt(case: Case, of: DayOf, day: date, today: date) -> Doubt | None:
    """Return what is odd about a day. `today`: in Finland."""
    if day > today:
        return Doubt.NOT_YET
    if day < FIRST_DAY:
        return Doubt.TOO_LONG_AGO
    if of is DayOf.LODGED:
        began = first_after_lodging(case)
        return Doubt.AFTER_THE_STAGE if began and began < day else None
    if case.stage is None or phase_of(case.stage) is Phase.APPLYING:
        return None
    return Doubt.BEFORE_LODGING if case.lodged and day < case.lodged else None


def first_after_lodging(case: Case) -> date | None:
    """Return the first day of a stage that follows the lodging; None if none is kept.

    Whoever applied anew began anew.
    """
    days: list[date] = []
    for step in case.path:
        if phase_of(step.stage) is Phase.APPLYING:
            days.clear()
        elif step.since:
            days.append(step.since)
    return min(days, default=None)


def goes_back(case: Case, stage: Stage) -> bool:
    """Say whether a stage lies behind the present one, and does not usually follow it."""
    now = case.stage
    if now is None or stage is now or stage in may_follow(now):
        return False
    order = [each for stages in PHASES.values() for each in stages]
    been = {step.stage for step in case.path}
    return stage in been or order.index(stage) < order.index(now)


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
