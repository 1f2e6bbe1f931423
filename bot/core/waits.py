"""How long people wait for a first answer, as the figures of the last weeks have it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from typing import Final

from bot.core.figures import figure

LOOKED_BACK: Final = timedelta(days=30)
"""Requests of this time count: older ones are not kept."""


@dataclass(frozen=True, slots=True)
class Waits:
    """Within how long half, and nine of ten, had a first answer. None: not that many have."""

    half: timedelta | None
    nine_of_ten: timedelta | None


def waits(each: Iterable[timedelta | None]) -> Waits | None:
    """Return what waits there were, of which None ones have no answer yet; None if too few."""
    known = list(each)
    if figure(len(known)) is None:
        return None
    ended = sorted(wait for wait in known if wait is not None)
    return Waits(_within(0.5, ended, len(known)), _within(0.9, ended, len(known)))


def _within(part: float, ended: list[timedelta], of: int) -> timedelta | None:
    """Return the wait that a part of all stayed under; those without an answer wait longer."""
    place = ceil(part * of) - 1
    return ended[place] if place < len(ended) else None
