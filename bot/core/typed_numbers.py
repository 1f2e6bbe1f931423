"""Numbers of days, and hours of the day, as people type them in Russian and Finnish.

The words stand in typed_numbers.toml beside this file.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import time
from functools import cache
from pathlib import Path
from typing import Any, Final

_NOON: Final = 12
_WEEK: Final = 7
_WORDS: Final = Path(__file__).with_suffix(".toml")


def read_days(typed: str) -> int | None:
    """Return the number of days that somebody typed, in digits or words; None if it is none.

    Weeks are so many times seven. Whether so many can be is not looked at here.
    """
    say, numbers = _words(), _numbers()
    units = rf"(?:(?P<weeks>{say['weeks']})|{say['days']})"
    number = rf"(?P<number>\d{{1,4}}|{'|'.join(numbers)})"
    found = re.fullmatch(rf"{number}\.? ?{units}?[.!]?", _plain(typed))
    if not found:
        return None
    said = found["number"]
    return (int(said) if said.isdigit() else numbers[said]) * (_WEEK if found["weeks"] else 1)


def read_hour(typed: str) -> time | None:
    """Return the hour that somebody typed: “9:00”, “klo 9.30”; None if it is none."""
    say = _words()
    number = rf"(\d{{1,2}})(?:(?:[:.,-]| )(\d\d)| ?(?:{say['hours']})\.?)?"
    half = rf"(?: ?(?:{say['morning']}|(?P<afternoon>{say['afternoon']})))?"
    found = re.fullmatch(rf"(?:(?:{say['at']})\.? ?)?{number}{half}\.?", _plain(typed))
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found["afternoon"] and hour < _NOON:
        hour += _NOON
    try:
        return time(hour, minute)
    except ValueError:
        return None


def _plain(typed: str) -> str:
    return " ".join(typed.casefold().split())


@cache
def _words() -> Mapping[str, str]:
    """Return the words of all languages together, by what they mean."""
    languages = _read()
    first, *_ = languages
    return {
        name: "|".join(str(words[name]) for words in languages)
        for name, said in first.items()
        if isinstance(said, str)
    }


@cache
def _numbers() -> Mapping[str, int]:
    """Return the numbers of all languages by their words."""
    return {word: number for words in _read() for word, number in words["numbers"].items()}


def _read() -> Sequence[Mapping[str, Any]]:
    return list(tomllib.loads(_WORDS.read_text(encoding="utf-8")).values())
