"""The rules of routing as tables. Code reads them, and so does docs/routing.md."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from hashlib import blake2s
from typing import Final

from bot.core.languages import Language
from bot.core.people import PersonId, Role
from bot.core.routing.candidates import Candidate
from bot.core.routing.daytime import later_by_day
from bot.core.routing.intake import Skill
from bot.core.sections import Section

LATELY: Final = timedelta(days=7)
"""How far back it counts who took how much."""
OF_CHILDREN: Final = Section.HEALTH
"""Whoever takes it, “Health and family”, is asked about a minor alone, whatever the topic."""
AGAIN_URGENT: Final = timedelta(hours=1)
"""After how long an offer that nobody took is made again, if it is urgent: at night as well."""
AGAIN_OTHER: Final = timedelta(hours=12)
"""The same of all others, in hours by day: the next day at the same hour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a request wants of whoever takes it. Nothing of what it says."""

    code: str
    languages: frozenset[Language]
    """What whoever takes it must speak, all of them: its language; both, for an interpreter;
    the other, for a lawyer whom an interpreter helps.
    """
    section: Section | None
    needs: frozenset[Skill] = frozenset()
    """What whoever takes it should be, all of it."""
    urgent: bool = False
    of_minor: bool = False
    """Whoever asks is under 18, and alone."""
    asked_at: datetime
    """When it was sent (aware); of one that came back too, for it has waited since."""
    earlier: PersonId | None = None
    """Who helped before, if the émigré said yes to being known again."""
    excluded: frozenset[PersonId] = frozenset()
    """Who must not get it: whoever asks, “not this helper”, a conflict of interest, who gave it
    back. Never told apart: a reason would tell who asks.
    """
    offered: Mapping[PersonId, datetime] = field(default_factory=dict)
    """Who has been offered it, and when last (aware)."""

    def has(self, candidate: PersonId, now: datetime) -> bool:
        """Say whether somebody's offer still holds; else they may be asked again."""
        offered_at = self.offered.get(candidate)
        return offered_at is not None and now < self.ends(offered_at)

    def ends(self, offered_at: datetime) -> datetime:
        """Return until when (UTC) an offer holds that was made at a moment (aware)."""
        if self.urgent:
            return offered_at.astimezone(UTC) + AGAIN_URGENT
        return later_by_day(offered_at, AGAIN_OTHER)


def _takes(wanted: Wanted, candidate: Candidate) -> bool:
    sections = candidate.sections
    if sections is None or wanted.section is None:
        return True
    return wanted.section in sections or (wanted.of_minor and OF_CHILDREN in sections)


def _suits_a_minor(candidate: Candidate) -> int:
    """Count what somebody has of two things: they chose to help families, they are a lawyer."""
    chose = candidate.sections is not None and OF_CHILDREN in candidate.sections
    return chose + (Skill.LAWYER in candidate.skills)


def _can(wanted: Wanted, candidate: Candidate) -> bool:
    return wanted.needs <= candidate.skills


class Condition(StrEnum):
    """What a step may demand of a candidate."""

    THERE = "on duty, not paused, within their hours"
    LANGUAGE = "speaks the language"
    SECTION = "takes the section"
    SKILLS = "has all the skills it needs"
    ROOM = "has room below their cap"
    COORDINATES = "is a coordinator who is not suspended"


CONDITIONS: Final[Mapping[Condition, Callable[[Wanted, Candidate, datetime], bool]]] = {
    Condition.THERE: lambda _wanted, candidate, now: candidate.is_there(now),
    Condition.LANGUAGE: lambda wanted, candidate, _: wanted.languages <= candidate.languages,
    Condition.SECTION: lambda wanted, candidate, _: _takes(wanted, candidate),
    Condition.SKILLS: lambda wanted, candidate, _: _can(wanted, candidate),
    Condition.ROOM: lambda _wanted, candidate, _now: candidate.has_room,
    Condition.COORDINATES: lambda _wanted, candidate, _now: (
        candidate.role is Role.COORDINATOR and not candidate.suspended
    ),
}
"""How each condition is looked at."""

FITS: Final = frozenset(
    {
        Condition.THERE,
        Condition.LANGUAGE,
        Condition.SECTION,
        Condition.SKILLS,
        Condition.ROOM,
    }
)
"""What somebody meets whom a request suits wholly."""


class Step(StrEnum):
    """How wide a request is offered."""

    FIRST = "the best three who fit"
    FITTING = "all who fit"
    LANGUAGE = "all who speak the language"
    FULL = "also who is full"
    COORDINATORS = "all coordinators"


@dataclass(frozen=True, slots=True)
class Rule:
    """One step."""

    step: Step
    demands: frozenset[Condition]
    urgent: timedelta | None
    """How long after it was asked the step begins, if it is urgent. None: not by the clock."""
    other: timedelta | None
    """The same of all others, in hours by day."""
    most: int | None = None
    """How many have the offer at once."""

    def begins(self, wanted: Wanted) -> datetime | None:
        """Return when (UTC) the step begins by the clock, if it does."""
        after = self.urgent if wanted.urgent else self.other
        if after is None:
            return None
        if wanted.urgent or after == AT_ONCE:
            return wanted.asked_at.astimezone(UTC) + after
        return later_by_day(wanted.asked_at, after)


AT_ONCE: Final = timedelta(0)
STEPS: Final = (
    Rule(Step.FIRST, FITS, urgent=AT_ONCE, other=AT_ONCE, most=3),
    Rule(Step.FITTING, FITS, urgent=timedelta(minutes=5), other=timedelta(hours=2)),
    Rule(
        Step.LANGUAGE,
        FITS - {Condition.SECTION, Condition.SKILLS},
        urgent=timedelta(minutes=15),
        other=timedelta(hours=6),
    ),
    Rule(Step.FULL, frozenset({Condition.THERE, Condition.LANGUAGE}), urgent=None, other=None),
    Rule(
        Step.COORDINATORS,
        frozenset({Condition.COORDINATES}),
        urgent=timedelta(minutes=30),
        other=timedelta(hours=12),
    ),
)
"""The steps, each wider than the one before.

An urgent request does not wait for the clock while nobody who is there has the offer: then the
next step begins at once, and only so does it ever reach somebody who is full.
"""


def _lot(wanted: Wanted, candidate: Candidate) -> bytes:
    """Return what decides between equals: another order for each request, the same each time."""
    return blake2s(f"{wanted.code} {candidate.code}".encode(), digest_size=8).digest()


ORDER: Final[Mapping[str, Callable[[Wanted, Candidate], bool | int | bytes]]] = {
    "who helped before, if the émigré said yes": lambda wanted, candidate: (
        candidate.id != wanted.earlier
    ),
    "who has all the skills it needs": lambda wanted, candidate: not _can(wanted, candidate),
    "of a minor alone: who chose “Health and family”, a lawyer; best both": lambda wanted, each: (
        wanted.of_minor and -_suits_a_minor(each)
    ),
    "who takes the section": lambda wanted, candidate: not _takes(wanted, candidate),
    "volunteers before coordinators": lambda _wanted, candidate: candidate.role is Role.COORDINATOR,
    "who has no skill that others may need more": lambda wanted, candidate: len(
        candidate.skills - wanted.needs
    ),
    "who took least within seven days": lambda _wanted, candidate: candidate.lately,
    "who has least now": lambda _wanted, candidate: candidate.load,
    "the lot, drawn for each request anew": _lot,
}
"""Who comes first among those whom a step reaches; the next line decides where one does not."""


def order(wanted: Wanted, candidate: Candidate) -> tuple[bool | int | bytes, ...]:
    """Return what candidates for a request are sorted by."""
    return tuple(key(wanted, candidate) for key in ORDER.values())
