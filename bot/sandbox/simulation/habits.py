"""Who takes part in a simulation, and what they do: all of it guessed, and drawn by a seed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from random import Random
from typing import Final

from bot.core.clock import HELSINKI
from bot.core.languages import Language
from bot.core.people import PersonId, Role
from bot.core.routing.candidates import Candidate
from bot.core.routing.intake import Shift, Skill
from bot.core.routing.rules import Wanted
from bot.core.sections import Section

MONDAY: Final = datetime(2026, 10, 12, tzinfo=HELSINKI)
"""On the Sunday after the next one the clocks go back."""
RUSSIAN, FINNISH = frozenset({Language.RUSSIAN}), frozenset({Language.FINNISH})
SPEAKING: Final = (RUSSIAN, RUSSIAN, RUSSIAN, RUSSIAN | FINNISH, FINNISH)
"""What each of five volunteers in a row speaks."""
IN_RUSSIAN, URGENT, KNOWN_AGAIN, NOT_TO_SOMEBODY, NEEDS_A_LAWYER = 0.8, 0.1, 0.1, 0.05, 0.04
"""Which part of the requests is so."""
ASKED_BY_HOUR: Final = (2, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6, 6, 6, 5, 5, 5, 6, 7, 8, 9, 9, 8, 6, 4)
EVENINGS: Final = tuple((day, begins, 21) for day in range(5) for begins in (16, 17, 18))
MORNINGS: Final = tuple((day, 9, 13) for day in range(5))
WEEKENDS: Final = tuple((day, begins, begins + 4) for day in (5, 6) for begins in (10, 14))
SHIFTS_A_WEEK: Final = 4
OFFICE_HOURS: Final = tuple(Shift(day, time(9), time(17)) for day in range(5))
MINUTE: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Size:
    """How much of everything."""

    requests: int = 1000
    volunteers: int = 15
    coordinators: int = 2
    weeks: int = 4
    seed: int = 1


def draw_team(size: Size, luck: Random) -> list[Candidate]:
    """Return the team: volunteers first."""
    volunteers = [_volunteer(number, luck) for number in range(size.volunteers)]
    return volunteers + [
        Candidate(
            id=PersonId(size.volunteers + number),
            code=f"C{number:02}",
            role=Role.COORDINATOR,
            languages=RUSSIAN | FINNISH,
            cap=6,
            shifts=OFFICE_HOURS,
        )
        for number in range(size.coordinators)
    ]


def _volunteer(number: int, luck: Random) -> Candidate:
    hours = luck.sample((*EVENINGS, *MORNINGS, *WEEKENDS), SHIFTS_A_WEEK)
    is_choosy, is_lawyer, interprets = number % 4 == 1, number % 7 == 0, number % 5 == 3  # noqa: PLR2004
    return Candidate(
        id=PersonId(number),
        code=f"V{number:02}",
        role=Role.VOLUNTEER,
        languages=SPEAKING[number % len(SPEAKING)],
        sections=frozenset(luck.sample(list(Section), 6)) if is_choosy else None,
        skills=frozenset(
            [Skill.LAWYER] * is_lawyer + [Skill.INTERPRETER] * interprets,
        ),
        cap=luck.randint(3, 6),
        shifts=tuple(Shift(day, time(begins), time(ends)) for day, begins, ends in hours),
    )


def draw_requests(size: Size, team: Sequence[Candidate], luck: Random) -> Iterator[Wanted]:
    """Yield what is asked in these weeks, in any order."""
    for number in range(size.requests):
        day = MONDAY + timedelta(days=luck.randrange(7 * size.weeks))
        hour = luck.choices(range(24), ASKED_BY_HOUR)[0]
        languages = RUSSIAN if luck.random() < IN_RUSSIAN else FINNISH
        speakers = [each.id for each in team if languages <= each.languages]
        yield Wanted(
            code=f"{number:05}",
            languages=languages,
            section=luck.choice(list(Section)),
            needs=frozenset([Skill.LAWYER] * (luck.random() < NEEDS_A_LAWYER)),
            urgent=luck.random() < URGENT,
            asked_at=day.replace(hour=hour, minute=luck.randrange(60)).astimezone(UTC),
            earlier=luck.choice(speakers) if luck.random() < KNOWN_AGAIN else None,
            excluded=frozenset([luck.choice(team).id] * (luck.random() < NOT_TO_SOMEBODY)),
        )


def answers_offer(wanted: Wanted, candidate: Candidate, luck: Random) -> timedelta | None:
    """Draw after how long somebody takes what they are offered; None: they do not."""
    willing, minutes = (0.6, 10) if wanted.urgent else (0.35, 25)
    if candidate.role is Role.COORDINATOR:
        willing, minutes = 0.8, minutes * 3
    return luck.expovariate(1 / minutes) * MINUTE if luck.random() < willing else None


def takes_what_waits(luck: Random) -> bool:
    """Draw whether somebody who looks takes what comes first."""
    return luck.random() < 0.5  # noqa: PLR2004 - a guess


def until_looks(luck: Random, *, first: bool) -> timedelta:
    """Draw how soon somebody on duty looks what waits, for the first time or again."""
    return luck.uniform(1, 15) * MINUTE if first else luck.uniform(30, 90) * MINUTE


def until_closed(luck: Random) -> timedelta:
    """Draw how long somebody has a request: ten hours as a rule, seldom days."""
    return luck.lognormvariate(6.4, 0.8) * MINUTE
