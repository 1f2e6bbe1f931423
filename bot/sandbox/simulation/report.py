"""What the weeks were like: as a table for people, as JSON for scripts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from itertools import product
from statistics import mean
from typing import Final

import orjson

from bot.core.languages import Language
from bot.core.people import Role
from bot.core.routing.daytime import is_day
from bot.sandbox.simulation.habits import MONDAY, Size
from bot.sandbox.simulation.weeks import Story, Weeks, Worker

SHARES: Final = (50, 90, 99, 100)
MINUTES_TOLD: Final = 120
"""Waits of at least so many minutes are told in hours."""


@dataclass(frozen=True, slots=True)
class Waits:
    """How long some requests waited, in minutes: so many of a hundred at most so long."""

    urgent: bool
    language: Language
    requests: int
    to_offer: tuple[float, ...]
    """Until the first offer, by `SHARES`."""
    to_claim: tuple[float, ...]
    """Until somebody took it."""
    offers: float
    """Offers made for each, the mean."""


@dataclass(frozen=True, slots=True)
class Work:
    """What one member had."""

    code: str
    speaks: str
    hours: float
    """On duty in a week."""
    took: int
    most: int
    cap: int


@dataclass(frozen=True, slots=True)
class Broken:
    """What must never happen, counted."""

    starving: int
    """Nobody took it."""
    to_excluded: int
    """Offered to, or taken by, somebody who must not get it."""
    in_the_night: int
    """Offered by night, though not urgent."""
    beyond_cap: int
    """Taken by a volunteer beyond their cap, though not urgent."""


@dataclass(frozen=True, slots=True)
class Report:
    """All that is told."""

    size: Size
    waits: tuple[Waits, ...]
    how: dict[str, int]
    """By which step they came to whoever took them."""
    work: tuple[Work, ...]
    urgent_beyond_cap: int
    """Urgent ones that a volunteer took beyond their cap: nobody else was there."""
    broken: Broken


def report(size: Size, weeks: Weeks) -> Report:
    """Count what happened."""
    stories = list(weeks.stories.values())
    return Report(
        size,
        tuple(_waits(stories)),
        dict(Counter(str(story.how) for story in stories if story.how).most_common()),
        tuple(map(_work, weeks.workers.values())),
        sum(_beyond_cap(story) and story.wanted.urgent for story in stories),
        _broken(stories),
    )


def as_json(told: Report) -> str:
    """Return everything, in a shape that scripts may rely on."""
    return orjson.dumps(asdict(told), option=orjson.OPT_INDENT_2).decode()


def as_table(told: Report) -> str:
    """Return the tables that docs/routing.md shows."""
    tables = (_waits_in_words(told), _steps_in_words(told), _work_in_words(told), _rest(told))
    return "\n\n".join("\n".join(map(_row, rows)) for rows in tables)


def _waits_in_words(told: Report) -> Iterator[Sequence[str]]:
    shares = [f"{share} of 100" if share < SHARES[-1] else "longest" for share in SHARES]
    yield "asked", "number", "until", *shares, "offers for each"
    yield ("---",) * (4 + len(shares))
    for each in told.waits:
        who = f"{'urgent' if each.urgent else 'other'}, {each.language}"
        yield (
            who,
            str(each.requests),
            "first offer",
            *map(_time, each.to_offer),
            f"{each.offers:.1f}",
        )
        yield "", "", "taken", *map(_time, each.to_claim), ""


def _steps_in_words(told: Report) -> Iterator[Sequence[str]]:
    yield "how it came to who took it", "number"
    yield "---", "---"
    yield from ((how, str(number)) for how, number in told.how.items())


def _work_in_words(told: Report) -> Iterator[Sequence[str]]:
    yield "member", "speaks", "hours a week", "took", "most at once", "cap"
    yield ("---",) * 6
    for each in told.work:
        numbers = (each.hours, each.took, each.most, each.cap)
        yield each.code, each.speaks, *(f"{number:g}" for number in numbers)


def _rest(told: Report) -> Iterator[Sequence[str]]:
    yield "what must not be", "times"
    yield "---", "---"
    yield "starving: nobody took it", str(told.broken.starving)
    yield "offered to somebody who must not get it", str(told.broken.to_excluded)
    yield "offered by night, not urgent", str(told.broken.in_the_night)
    yield "taken beyond a volunteer's cap, not urgent", str(told.broken.beyond_cap)
    yield "(allowed: urgent beyond a cap, nobody else there)", str(told.urgent_beyond_cap)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _time(minutes: float) -> str:
    return f"{minutes:.0f} min" if minutes < MINUTES_TOLD else f"{minutes / 60:.1f} h"


def _waits(stories: Iterable[Story]) -> Iterator[Waits]:
    for urgent, language in product((True, False), Language):
        those = [
            story
            for story in stories
            if story.wanted.urgent is urgent and language in story.wanted.languages
        ]
        offered = [_minutes(story, story.offers[0][0]) for story in those if story.offers]
        taken = [_minutes(story, story.taken_at) for story in those if story.taken_at]
        if taken:
            offers = mean(len(story.offers) for story in those)
            yield Waits(urgent, language, len(those), _by_share(offered), _by_share(taken), offers)


def _minutes(story: Story, moment: datetime) -> float:
    return (moment - story.wanted.asked_at).total_seconds() / 60


def _by_share(minutes: Iterable[float]) -> tuple[float, ...]:
    """Return, for each share, the least wait that so many of a hundred did not exceed."""
    ordered = sorted(minutes)
    return tuple(ordered[max(0, -(-len(ordered) * share // 100) - 1)] for share in SHARES)


def _work(worker: Worker) -> Work:
    who = worker.candidate
    lasting = [shift.on(MONDAY.date() + timedelta(shift.weekday)) for shift in who.shifts or ()]
    hours = sum((last[1] - last[0]) / timedelta(hours=1) for last in lasting if last)
    speaks = "+".join(sorted(who.languages))
    return Work(who.code, speaks, hours, len(worker.took), worker.most, who.cap)


def _beyond_cap(story: Story) -> bool:
    who = story.taken_by
    return who is not None and who.role is Role.VOLUNTEER and not who.has_room


def _broken(stories: Sequence[Story]) -> Broken:
    offers = [(story.wanted, at, offer) for story in stories for at, offer in story.offers]
    to_excluded = [offer for wanted, _, offer in offers if offer.candidate.id in wanted.excluded]
    taken_by = [(story.wanted, story.taken_by) for story in stories if story.taken_by]
    return Broken(
        starving=len(stories) - len(taken_by),
        to_excluded=len(to_excluded) + sum(who.id in wanted.excluded for wanted, who in taken_by),
        in_the_night=sum(not wanted.urgent and not is_day(at) for wanted, at, _ in offers),
        beyond_cap=sum(_beyond_cap(story) and not story.wanted.urgent for story in stories),
    )
