"""Who helps along in a request beside its helper, and who of the team can be asked to."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import Final, NewType

from bot.core.people import Act, PersonId, may
from bot.core.requests import Event
from bot.core.routing.candidates import Candidate
from bot.core.routing.intake import Skill
from bot.core.routing.rules import CONDITIONS, Condition, Wanted, order

CompanionId = NewType("CompanionId", int)
"""The number, in our database, of somebody who helps along in one request."""


class Part(StrEnum):
    """What somebody of the team is in a request."""

    MAIN = "main"
    """They have it, and answer for it."""
    INTERPRETER = "interpreter"
    """They say in one language what was said in another: no answer of their own."""
    LAWYER = "lawyer"
    HELPER = "helper"
    """They answer too."""


MOST_COMPANIONS: Final = 3
"""How many may help along: each is one more who reads it."""

NEEDS: Final[Mapping[Part, Skill]] = {
    Part.INTERPRETER: Skill.INTERPRETER,
    Part.LAWYER: Skill.LAWYER,
}
"""What somebody must be to take a part."""
DEMANDS: Final[Mapping[Part, frozenset[Condition]]] = {
    Part.MAIN: frozenset({Condition.LANGUAGE}),
    Part.INTERPRETER: frozenset({Condition.LANGUAGE, Condition.SKILLS}),
    # a lawyer who does not speak it has an interpreter, or the helper, between
    Part.LAWYER: frozenset({Condition.SKILLS}),
    Part.HELPER: frozenset({Condition.LANGUAGE}),
}
"""What else: of `core.routing.rules`."""


def event_of(part: Part) -> Event:
    """Return what happens to a request by the words of who has this part."""
    return Event.WRITE if part is Part.INTERPRETER else Event.ANSWER


def able(
    part: Part,
    wanted: Wanted,
    team: Iterable[Candidate],
    now: datetime,
    *,
    but: Collection[PersonId],
) -> tuple[Candidate, ...]:
    """Return who can be asked to take a part: who is there at `now` (aware) and has room first.

    Nobody of `but`, nobody whom the request excludes, nobody suspended.
    """
    asked = replace(wanted, needs=frozenset({NEEDS[part]}) if part in NEEDS else frozenset())
    found = [
        each
        for each in team
        if each.id not in {*but, *wanted.excluded}
        and not each.suspended
        and may(each.role, Act.ANSWER)
        and all(CONDITIONS[demand](asked, each, now) for demand in DEMANDS[part])
    ]
    found.sort(key=lambda each: (not each.is_there(now), not each.has_room, order(asked, each)))
    return tuple(found)
