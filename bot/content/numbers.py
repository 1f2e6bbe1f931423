"""The numbers and dates that a text says, so that two languages can be held against each other.

A small number may stand as a word in one language and in digits in the other; what both say in
words is not compared.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from bot.core.languages import Language

_SPACE: Final = "[ \u00a0\u202f]"
_CITED: Final = re.compile(r"\[\d+\]")
_ITEM: Final = re.compile(r"^\d+\. (?!\w+kuuta)", re.MULTILINE)
"""The number of an item in a list; 23. heinäkuuta is a day."""
_PHONE: Final = re.compile(rf"(?<!\d)(?<!\d{_SPACE})(?:\+\d|0\d)(?:{_SPACE}?\d){{4,}}")
_CLOCK: Final = re.compile(r"\b(?:kello|klo) \d[\d.–]*\d")
_TIME: Final = re.compile(r"(?<![\d.:])(?:[01]?\d|2[0-4])([.:])[0-5]\d(?:\1[0-5]\d)?(?!:?\d)")
_LONE_MONTH: Final = re.compile(r"month \d+")
_NUMBER: Final = re.compile(rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)|\d+(?:,\d+)?")
_DIGITS: Final = re.compile(r"\d+")
_GONE: Final = " · "
"""Stands where a number was found, lest its neighbours become one."""


@dataclass(frozen=True, slots=True)
class _Writing:
    """How one language writes numbers and dates."""

    month: re.Pattern[str]
    """Each month is the group of its number."""
    days_before_month: re.Pattern[str]
    day_after_month: re.Pattern[str]
    dates: re.Pattern[str]
    """Days and the number of their month: 12.–30.6."""
    thousand: re.Pattern[str]
    words: Mapping[str, re.Pattern[str]]
    """The words for small numbers."""


@cache
def _writing() -> Mapping[Language, _Writing]:
    content = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    return {Language(name): _compiled(**fields) for name, fields in tomllib.loads(content).items()}


def _compiled(*, months: list[str], words: dict[str, str], thousand: str, **more: str) -> _Writing:
    between = rf"(?:{_SPACE}?[–-]{_SPACE}?|,{_SPACE}|{_SPACE}(?:{more['and']}){_SPACE})"
    days = rf"(?=\d)((?:\d{{1,2}}\.?{between})*(?<!\d)\d{{1,2}})"
    month = rf"month{_SPACE}(\d+)"
    groups = "|".join(f"({each})" for each in months)
    first = "".join(each[0] for each in months)  # a quick look before twelve slow ones
    return _Writing(
        month=re.compile(rf"\b(?=[{first}])(?:{groups})", re.IGNORECASE),
        days_before_month=re.compile(rf"{days}\.?{_SPACE}{month}"),
        day_after_month=re.compile(rf"{month}{_SPACE}(\d\d?)\.(?={_SPACE}päiv)"),
        dates=re.compile(rf"(?<![\d.]){days}\.(0?[1-9]|1[0-2])\."),
        thousand=re.compile(rf"(?<=\d){_SPACE}(?:{thousand})"),
        words={n: re.compile(rf"\b(?:{word})", re.IGNORECASE) for n, word in words.items()},
    )


@cache
def numbers_in(text: str, language: Language) -> frozenset[str]:
    """Return the numbers in plain text: dates as 12.6., times as 16:15, all else as digits.

    The marks of sources and the numbers of a list's items are none.
    """
    return frozenset(_found(_ITEM.sub("", _CITED.sub("", text)), _writing()[language]))


def told_apart(one: str, language: Language, other: str, its_language: Language) -> list[str]:
    """Return the numbers that `one` says and `other` says neither in digits nor in words."""
    missing = numbers_in(one, language) - numbers_in(other, its_language)
    words = _writing()[its_language].words
    return sorted(
        number for number in missing if number not in words or not words[number].search(other)
    )


def _found(text: str, writing: _Writing) -> Iterator[str]:
    """Yield what is found, the least mistakable first; what was found is taken out of the text."""
    phones, text = _take(_PHONE, text)
    yield from (re.sub(_SPACE, "", phone[0]) for phone in phones)
    text = _CLOCK.sub(lambda found: found[0].replace(".", ":"), text)
    dates, text = _take(writing.dates, _with_months_in_digits(text, writing))
    for date in dates:
        yield from (f"{int(day)}.{int(date[2])}." for day in _DIGITS.findall(date[1]))
    months, text = _take(_LONE_MONTH, text)
    yield from (month[0] for month in months)
    times, text = _take(_TIME, text)
    yield from (time[0].replace(".", ":") for time in times)
    for number in _NUMBER.findall(writing.thousand.sub("000", text)):
        yield re.sub(_SPACE, "", number)


def _take(pattern: re.Pattern[str], text: str) -> tuple[list[re.Match[str]], str]:
    """Return all that a pattern finds, and the text without it."""
    found = list(pattern.finditer(text))
    return found, pattern.sub(_GONE, text) if found else text


def _with_months_in_digits(text: str, writing: _Writing) -> str:
    """Return the text with a day and its month as `12.6.`, and a lone month as `month 6`."""
    text = writing.month.sub(lambda found: f"month {found.lastindex}", text)
    return writing.day_after_month.sub(r"\2.\1.", writing.days_before_month.sub(r"\1.\2.", text))
