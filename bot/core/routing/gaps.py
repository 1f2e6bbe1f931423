"""Who speaks a language and is on duty, and the hours of a day for which nobody is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby, pairwise

from bot.core.languages import Language
from bot.core.people import Act, may
from bot.core.routing.candidates import Candidate
from bot.core.routing.daytime import at
from bot.core.timers import DAY_BEGINS, NIGHT_BEGINS


@dataclass(frozen=True, slots=True)
class Gap:
    """From when until when (UTC) nobody is there who speaks a language."""

    language: Language
    begins: datetime
    ends: datetime


def gaps(team: Sequence[Candidate], day: date) -> tuple[Gap, ...]:
    """Return the gaps between morning and night of a day, by language, then by the clock.

    Load counts for nothing: who is full today may have room tomorrow. Whoever has no hours is
    there all day if they are on duty now; whoever went off duty by hand is not.
    """
    able = [each for each in team if may(each.role, Act.ANSWER)]
    return tuple(gap for language in Language for gap in _gaps(language, able, day))


def on_duty(team: Sequence[Candidate], moment: datetime) -> Mapping[Language, int]:
    """Return how many are there at `moment` (aware) who speak a language."""
    there = [each for each in team if may(each.role, Act.ANSWER) and each.is_there(moment)]
    return {language: sum(language in each.languages for each in there) for language in Language}


def _gaps(language: Language, team: Sequence[Candidate], day: date) -> Iterator[Gap]:
    speakers = [each for each in team if language in each.languages]
    parts = pairwise(_turns(speakers, day))
    covered = groupby(parts, key=lambda part: any(each.is_there(part[0]) for each in speakers))
    for is_covered, together in covered:
        if not is_covered:
            first, *_, last = [turn for part in together for turn in part]
            yield Gap(language, first, last)


def _turns(speakers: Sequence[Candidate], day: date) -> list[datetime]:
    """Return the moments of a day, its first and last too, at which somebody comes or goes."""
    morning, night = at(day, DAY_BEGINS), at(day, NIGHT_BEGINS)
    turns = {turn for each in speakers for turn in (*each.comes(day), *each.goes(day))}
    return sorted({morning, night, *(turn for turn in turns if morning < turn < night)})
