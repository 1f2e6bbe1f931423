"""Days as people type them, in Russian and Finnish: “12.3.”, “eilen”, “viime perjantaina”.

The words stand in typed_dates.toml beside this file.

A wrong guess here is a missed appeal: whatever can be read in two ways is asked back. So this is
a grammar of our own; the library of the field reads “12/3”, “12” and “perjantaina” boldly.
"""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

YEARS_AWAY: Final = 15
"""A year further away than this is a slip."""
_SURE: Final = 300
"""A day without a year that lies further back than this may as well be one soon to come."""


class Misread(StrEnum):
    """What is wrong with a day that was typed."""

    UNREADABLE = "unreadable"
    NO_SUCH_DAY = "no_such_day"
    TOO_FAR = "too_far"
    WHICH_DAY = "which_day"
    """A month, or “a month ago”: no day."""
    WHICH_MONTH = "which_month"
    WHICH_YEAR = "which_year"
    WHICH_WEEK = "which_week"
    """A weekday that may be of this week or of another."""
    DAY_OR_MONTH = "day_or_month"
    """“3/12”: people write it both ways."""
    WEEKDAY_DIFFERS = "weekday_differs"
    """That day is another day of the week."""


class Lean(StrEnum):
    """Where a day without a year lies: a decision has come, an appointment is to come."""

    PAST = "past"
    FUTURE = "future"


Read = date | Misread
_Reader = Callable[[re.Match[str], date, Lean], Read]

_LONG_YEAR: Final = 4
_WEEK: Final = 7
_WORDS: Final = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True, kw_only=True)
class _Words:
    """The words of all languages together: regular expressions, by what they mean."""

    plain: dict[int, str]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    numbers: tuple[str, ...]
    days: Mapping[str, int]
    named: Mapping[str, str]
    """The others, by their names in the file."""


def read_day(typed: str, today: date, lean: Lean) -> Read:
    """Return the day that somebody typed, or what is wrong with it.

    `today` is the day that it is in Finland. `lean` says on which side of it a day without a year
    lies; a day that is typed in full or by its distance is returned wherever it lies. It is to be
    shown back in full, with its weekday, before it counts.
    """
    text = " ".join(typed.casefold().translate(_words().plain).replace(",", " ").split())
    for pattern, reader in _readers():
        if found := pattern.fullmatch(text.strip("!? ")):
            return _checked(reader(found, today, lean), found, today)
    return Misread.UNREADABLE


def _checked(read: Read, found: re.Match[str], today: date) -> Read:
    if isinstance(read, Misread):
        return read
    if abs(read.year - today.year) > YEARS_AWAY:
        return Misread.TOO_FAR
    weekday = found.groupdict().get("weekday")
    if weekday and _index(_words().weekdays, weekday) != read.weekday():
        return Misread.WEEKDAY_DIFFERS
    return read


def _named(found: re.Match[str], today: date, _lean: Lean) -> Read:
    return today + timedelta(days=_words().days[found["named"]])


def _dated(found: re.Match[str], today: date, lean: Lean) -> Read:
    """Read a day and a month, in numbers or in words, with or without a year."""
    word = found.groupdict().get("word")
    month = _index(_words().months, word) + 1 if word else int(found["month"])
    day, year = int(found["day"]), found["year"]
    if year:
        return _date(int(year) if len(year) == _LONG_YEAR else 2000 + int(year), month, day)
    return _without_year(day, month, today, lean)


def _slashed(found: re.Match[str], today: date, lean: Lean) -> Read:
    """Read “23/12” as day and month; where the other order is possible too, ask.

    “11/26/2026” can be the other order alone; “11/26” may be a month and its year.
    """
    day, month = int(found["day"]), int(found["month"])
    months = len(_words().months)
    if day <= months < month and len(found["year"] or "") == _LONG_YEAR:
        return _date(int(found["year"]), day, month)
    if day != month and day <= months:
        return Misread.DAY_OR_MONTH
    return _dated(found, today, lean)


def _without_year(day: int, month: int, today: date, lean: Lean) -> Read:
    read = _date(today.year, month, day)
    if isinstance(read, date) and lean is Lean.PAST and read > today:
        read = _date(today.year - 1, month, day)
    if isinstance(read, date) and lean is Lean.FUTURE and read < today:
        read = _date(today.year + 1, month, day)
    if isinstance(read, date) and abs(read - today).days > _SURE:
        return Misread.WHICH_YEAR
    return read


def _away(found: re.Match[str], today: date, _lean: Lean) -> Read:
    """Read “5 days ago” and “in two weeks”; months and years are said of no day in particular."""
    if found["longer"]:
        return Misread.WHICH_DAY
    said = found["count"] or "1"
    count = int(said) if said.isdigit() else _index(_words().numbers, said) + 1
    days = count * (_WEEK if found["weeks"] else 1)
    return today + timedelta(days=-days if found.groupdict().get("ago") else days)


def _weekday(found: re.Match[str], today: date, _lean: Lean) -> Read:
    """Read “last Friday”: sure only where it does not fall into this week, which many call so."""
    monday = today - timedelta(days=today.weekday())
    in_this_week = monday + timedelta(days=_index(_words().weekdays, found["weekday"]))
    if found["this"]:
        return in_this_week
    if found["last"] and in_this_week >= today:
        return in_this_week - timedelta(days=_WEEK)
    if found["next"] and in_this_week <= today:
        return in_this_week + timedelta(days=_WEEK)
    return Misread.WHICH_WEEK


def _wants(misread: Misread) -> _Reader:
    return lambda _found, _today, _lean: misread


def _date(year: int, month: int, day: int) -> Read:
    try:
        return date(year, month, day)
    except ValueError:
        return Misread.NO_SUCH_DAY


def _index(patterns: tuple[str, ...], word: str) -> int:
    return next(at for at, pattern in enumerate(patterns) if re.fullmatch(pattern, word))


@cache
def _words() -> _Words:
    read = tomllib.loads(_WORDS.read_text(encoding="utf-8"))
    plain = str.maketrans(read.pop("plain"))
    languages = list(read.values())

    def together(name: str) -> tuple[str, ...]:
        return tuple("|".join(pair).translate(plain) for pair in zip(*_each(name), strict=True))

    def _each(name: str) -> list[list[str]]:
        return [words[name] for words in languages]

    names = {name for words in languages for name, said in words.items() if isinstance(said, str)}
    return _Words(
        plain=plain,
        months=together("months"),
        weekdays=together("weekdays"),
        numbers=together("numbers"),
        days={
            name.translate(plain): away
            for words in languages
            for name, away in words["days"].items()
        },
        named={
            name: "|".join(words[name] for words in languages if name in words).translate(plain)
            for name in names
        },
    )


@cache
def _readers() -> Sequence[tuple[re.Pattern[str], _Reader]]:
    """Return what can be typed, each with what reads it; the first that fits all of it counts."""
    words = _words()
    say = words.named
    weekday, month = "|".join(words.weekdays), "|".join(words.months)
    at = rf"(?:(?:{say['before']}) )?"
    before = rf"{at}(?:(?P<weekday>{weekday})\.? )?"
    year = r"(?P<year>\d{4}|\d\d)"
    after = rf"(?: ?(?:{say['year']}))?"
    numbered = rf"(?: (?:{say['numbered']}))?"
    ended = rf"(?:\.|{say['ordinal']})?"
    count = rf"(?:(?P<count>\d{{1,3}}|{'|'.join(words.numbers)}) )?"
    span = (
        rf"{count}(?:(?P<days>{say['day']})|(?P<weeks>{say['week']})|(?P<longer>{say['longer']}))"
    )
    which = rf"(?:(?P<last>{say['last']})|(?P<next>{say['next']})|(?P<this>{say['this']}))"
    of_month = rf"(?P<word>{month})"
    day, month_number = r"(?P<day>\d\d?)", r"(?P<month>\d\d?)"
    readers: Mapping[str, _Reader] = {
        rf"(?P<named>{'|'.join(words.days)})(?: (?:{say['part']}))?": _named,
        rf"{before}(?P<year>\d{{4}})-{month_number}-{day}": _dated,
        rf"{before}{day}\. ?{month_number}(?:\.? ?{year})?\.?{after}": _dated,
        rf"{before}{day} {month_number} {year}{after}": _dated,
        rf"{before}{day}[/-]{month_number}(?:[/-]{year})?{after}": _slashed,
        rf"{before}{day}{ended} ?{of_month}\.?(?: {year})?{after}": _dated,
        rf"{before}{of_month} {day}\.?{numbered}(?: (?P<year>\d{{4}}))?{after}": _dated,
        rf"{span} (?P<ago>{say['ago']})": _away,
        rf"(?:{say['in_before']}) {span}": _away,
        rf"{span} (?:{say['in_after']})": _away,
        rf"{at}{which} (?P<weekday>{weekday})": _weekday,
        rf"{at}(?:{weekday})\.?": _wants(Misread.WHICH_WEEK),
        rf"\d\d?{ended}{numbered}": _wants(Misread.WHICH_MONTH),
        rf"{at}(?:{month})(?: \d{{4}})?{after}": _wants(Misread.WHICH_DAY),
    }
    return [(re.compile(pattern), reader) for pattern, reader in readers.items()]
