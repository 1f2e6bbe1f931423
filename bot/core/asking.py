"""For whom somebody asks, as they say themselves; and whether words sound as if a minor wrote them.

How people say their age stands in asking.toml beside this file.
"""

import re
import tomllib
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

_WORDS: Final = Path(__file__).with_suffix(".toml")
_PART: Final = re.compile("<([a-z_]+)>")


class ForWhom(StrEnum):
    """For whom somebody asks. Who says nothing asks for themselves, as far as anybody knows."""

    MYSELF = "m"
    OTHER = "o"
    """For somebody else."""
    MINOR = "y"
    """For themselves, being under 18 and without parents or a guardian here."""


def sounds_young(text: str) -> bool:
    """Say whether a text tells that its author is under 18. It may be wrong: ask, never decide."""
    return any(pattern.search(text) for pattern in _patterns("young"))


def names_police(text: str) -> bool:
    """Say whether a text names those who may take its author away."""
    return any(pattern.search(text) for pattern in _patterns("police"))


def names_journey(text: str) -> bool:
    """Say whether a text names how people are sent out of the country."""
    return any(pattern.search(text) for pattern in _patterns("journey"))


def names_violence(text: str) -> bool:
    """Say whether a text names that somebody at home, or whom they know, hurts somebody."""
    return any(pattern.search(text) for pattern in _patterns("violence"))


@cache
def _patterns(of: str) -> tuple[re.Pattern[str], ...]:
    read = tomllib.loads(_WORDS.read_text(encoding="utf-8"))
    parts: dict[str, str] = read["parts"]
    return tuple(
        re.compile(_PART.sub(lambda name: parts[name[1]], pattern), re.IGNORECASE)
        for pattern in read[of]["patterns"]
    )
