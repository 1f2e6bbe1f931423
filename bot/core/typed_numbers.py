"""Numbers of days, and hours of the day, as people type them in Russian and Finnish.

The words stand in typed_numbers.toml beside this file.
"""

import re
import tomllib
from collections.abc import Mapping
from datetime import time
from functools import cache
from pathlib import Path
from typing import Final

_NOON: Final = 12
_WORDS: Final = Path(__file__).with_suffix(".toml")


def read_days(typed: str) -> int | None:
    """Return the number of days that somebody typed in digits; None if it is none.

    Whether so many can be is not looked at here.
    """
    days = _words()["days"]
    found = re.fullmatch(rf"(\d{{1,4}})\.? ?(?:{days})?[.!]?", _plain(typed))
    return int(found[1]) if found else None


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
    languages = tomllib.loads(_WORDS.read_text(encoding="utf-8")).values()
    first, *_ = languages
    return {name: "|".join(words[name] for words in languages) for name in first}
