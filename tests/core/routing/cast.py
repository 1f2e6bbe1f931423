"""Builders: a candidate and a request, of which a test names only what it is about."""

from collections.abc import Iterable
from datetime import UTC, datetime, time
from typing import Any

from bot.core.clock import HELSINKI
from bot.core.languages import Language
from bot.core.people import PersonId, Role
from bot.core.routing.candidates import Candidate
from bot.core.routing.intake import Shift
from bot.core.routing.rules import Wanted

RU, FI = Language.RUSSIAN, Language.FINNISH
EVERY_DAY = range(7)


def helsinki(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of December 2026, whose 1st is a Tuesday; in UTC, as all that goes in or out."""
    return datetime(2026, 12, day, hour, minute, tzinfo=HELSINKI).astimezone(UTC)


NOON = helsinki(1, 12)


def shifts(begins: int, ends: int, days: Iterable[int] = EVERY_DAY) -> tuple[Shift, ...]:
    return tuple(Shift(day, time(begins), time(ends)) for day in days)


def member(number: int, **said: Any) -> Candidate:  # noqa: ANN401 - fields of a candidate
    defaults = {"role": Role.VOLUNTEER, "languages": frozenset({RU}), "cap": 3}
    return Candidate(id=PersonId(number), code=f"K{number:02}", **{**defaults, **said})


def coordinator(number: int, **said: Any) -> Candidate:  # noqa: ANN401 - the same
    return member(number, role=Role.COORDINATOR, **said)


def wanted(**said: Any) -> Wanted:  # noqa: ANN401 - fields of what is wanted
    defaults = {"code": "AB12C", "languages": frozenset({RU}), "section": None, "asked_at": NOON}
    return Wanted(**{**defaults, **said})


def ids(*numbers: int) -> frozenset[PersonId]:
    return frozenset(map(PersonId, numbers))
