"""The numbers and dates that a text says, so that two languages can be held against each other.

A small number may stand as a word in one language and in digits in the other; what both say in
words is not compared.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from bot.core.languages import Language

_SPACE: Final = "[ \u00a0\u202f]"
_AND: Final = rf"(?:{_SPACE}?[–-]{_SPACE}?|,{_SPACE}|{_SPACE}(?:и|по|или|ja|tai){_SPACE})"
"""What stands between the days of one month."""
_CITED: Final = re.compile(r"\[\d+\]")
_ITEM: Final = re.compile(r"^\d+\. (?!\w+kuuta)", re.MULTILINE)
"""The number of an item in a list; 23. heinäkuuta is a day."""
_DAYS: Final = rf"(?:\d{{1,2}}\.?{_AND})*(?<!\d)\d{{1,2}}"
_PHONE: Final = re.compile(rf"(?<!\d)(?<!\d{_SPACE})(?:\+\d|0\d)(?:{_SPACE}?\d){{4,}}")
_CLOCK: Final = re.compile(r"\b(?:kello|klo) \d[\d.–]*\d")
_DATES: Final = re.compile(rf"(?<![\d.])({_DAYS})\.(0?[1-9]|1[0-2])\.")
"""Days and their month, as Finns write them: 12.–30.6."""
_LONE_MONTH: Final = re.compile(r"month \d+")
_TIME: Final = re.compile(r"(?<![\d.:])(?:[01]?\d|2[0-4])([.:])[0-5]\d(?:\1[0-5]\d)?(?!:?\d)")
_THOUSAND: Final = re.compile(rf"(?<=\d){_SPACE}(?:тысяч|тыс\.|tuhatta)")
_NUMBER: Final = re.compile(rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)|\d+(?:,\d+)?")
_GONE: Final = " · "
"""Stands where a number was found, lest its neighbours become one."""
_MONTHS: Final = {
    Language.RUSSIAN: re.compile(
        r"\b(?:(январ\w+)|(феврал\w+)|(март\w*)|(апрел\w+)|(ма[йяе]\b)|(июн\w+)"
        r"|(июл\w+)|(август\w*)|(сентябр\w+)|(октябр\w+)|(ноябр\w+)|(декабр\w+))",
        re.IGNORECASE,
    ),
    Language.FINNISH: re.compile(
        r"\b(?:(tammi)|(helmi)|(maalis)|(huhti)|(touko)|(kesä)"
        r"|(heinä)|(elo)|(syys)|(loka)|(marras)|(joulu))(?:kuu\w*|(?=[–-]\w+kuu))",
        re.IGNORECASE,
    ),
}
"""Each month is the group of its number."""
_MONTH: Final = rf"month{_SPACE}(\d+)"
_DAYS_BEFORE: Final = re.compile(rf"({_DAYS})\.?{_SPACE}{_MONTH}")
_DAY_AFTER: Final = re.compile(rf"{_MONTH}{_SPACE}(\d\d?)\.(?={_SPACE}päiv)")
_WORDS: Final[Mapping[Language, Mapping[str, str]]] = {
    Language.RUSSIAN: {
        "1": r"\b(?:один|одн[аоиу]|перв)",
        "2": r"\b(?:дв(?:а|е|ух|ум|умя|ое|оих)\b|втор)",
        "3": r"\b(?:тр(?:и|[её]х|[её]м|емя|ое|оих)\b|трет)",
        "4": r"\bчетв?[её]р",
        "5": r"\bпят",
        "6": r"\bшест",
        "7": r"\b(?:семь|семи|седьм)",
        "8": r"\bвосьм|\bвосем",
        "9": r"\bдевят",
        "10": r"\bдесят",
        "24": r"\bсут(?:ки|ок)\b",
    },
    Language.FINNISH: {
        "1": r"\b(?:yksi|yhde|yhtä|ensimmäi)",
        "2": r"\b(?:kaksi|kahde|kahta|kahte|toise|toinen)",
        "3": r"\bkolm",
        "4": r"\bnelj",
        "5": r"\bvii(?:si|de|ttä|te|nt)",
        "6": r"\bkuu(?:si|tta|de[nls])\b",
        "7": r"\bseitsem",
        "8": r"\bkahdeksa",
        "9": r"\byhdeksä",
        "10": r"\bkymmen",
        "24": r"\bvuorokau",
    },
}
"""Beginnings of the words for small numbers."""


@cache
def numbers_in(text: str, language: Language) -> frozenset[str]:
    """Return the numbers in plain text: dates as 12.6., times as 16:15, all else as digits.

    The marks of sources and the numbers of a list's items are none.
    """
    return frozenset(_found(_ITEM.sub("", _CITED.sub("", text)), language))


def told_apart(one: str, language: Language, other: str, its_language: Language) -> list[str]:
    """Return the numbers that `one` says and `other` says neither in digits nor in words."""
    missing = numbers_in(one, language) - numbers_in(other, its_language)
    words = _WORDS[its_language]
    return sorted(
        number
        for number in missing
        if not (number in words and re.search(words[number], other, re.IGNORECASE))
    )


def _found(text: str, language: Language) -> Iterator[str]:
    """Yield what is found, the least mistakable first; what was found is taken out of the text."""
    for phone in _PHONE.findall(text):
        yield re.sub(_SPACE, "", phone)
    text = _CLOCK.sub(lambda found: found[0].replace(".", ":"), _PHONE.sub(_GONE, text))
    text = _with_months_in_digits(text, language)
    for days, month in _DATES.findall(text):
        yield from (f"{int(day)}.{int(month)}." for day in re.findall(r"\d+", days))
    text = _DATES.sub(_GONE, text)
    yield from _LONE_MONTH.findall(text)
    text = _LONE_MONTH.sub(_GONE, text)
    yield from (time[0].replace(".", ":") for time in _TIME.finditer(text))
    text = _TIME.sub(_GONE, text)
    for number in _NUMBER.findall(_THOUSAND.sub("000", text)):
        yield re.sub(_SPACE, "", number)


def _with_months_in_digits(text: str, language: Language) -> str:
    """Return the text with `12 июня` as `12.6.` and a month without a day as `month 6`."""
    text = _MONTHS[language].sub(lambda found: f"month {found.lastindex}", text)
    return _DAY_AFTER.sub(r"\2.\1.", _DAYS_BEFORE.sub(r"\1.\2.", text))
