"""Days as people type them, in Russian and Finnish: “12.3.”, “вчера”, “viime perjantaina”.

A wrong guess here is a missed appeal: whatever can be read in two ways is asked back. So this is
a grammar of our own; the library of the field reads “12/3”, “12” and “perjantaina” boldly.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from enum import StrEnum
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

_PLAIN: Final = str.maketrans("ёäö", "еao")
_MONTHS: Final = (
    "январ[яье]|янв tammi",
    "феврал[яье]|фев|февр helmi",
    "март[ае]?|мар maalis",
    "апрел[яье]|апр huhti",
    "ма[йяе] touko",
    "июн[яье]|июн kesa",
    "июл[яье]|июл heina",
    "август[ае]?|авг elo",
    "сентябр[яье]|сен|сент syys",
    "октябр[яье]|окт loka",
    "ноябр[яье]|ноя|нояб marras",
    "декабр[яье]|дек joulu",
)
_WEEKDAYS: Final = (
    "понедельник|пн|maanantai(?:na)?|ma",
    "вторник|вт|tiistai(?:na)?|ti",
    "сред[ауы]|ср|keskiviikko(?:na)?|ke",
    "четверг|чт|torstai(?:na)?|to",
    "пятниц[ауы]|пт|perjantai(?:na)?|pe",
    "суббот[ауы]|сб|lauantai(?:na)?|la",
    "воскресенье|вс|sunnuntai(?:na)?|su",
)
_NAMED_DAYS: Final[Mapping[str, int]] = {
    "сегодня": 0,
    "tanaan": 0,
    "вчера": -1,
    "eilen": -1,
    "позавчера": -2,
    "toissapaivana": -2,
    "toissa paivana": -2,
    "завтра": 1,
    "huomenna": 1,
    "послезавтра": 2,
    "ylihuomenna": 2,
}
_NUMBERS: Final = (
    "один|одну|yksi|yhden",
    "два|две|kaksi|kahden",
    "три|kolme|kolmen",
    "четыре|nelja|neljan",
    "пять|viisi|viiden",
    "шесть|kuusi|kuuden",
    "семь|seitseman",
    "восемь|kahdeksan",
    "девять|yhdeksan",
    "десять|kymmenen",
)
_DAYS: Final = r"день|дня|дней|paiva|paivaa|paivan"
_WEEKS: Final = r"недел[яюиь]|недель|viikko|viikkoa|viikon"
_LONGER: Final = (
    r"месяц|месяца|месяцев|год|года|лет|kuukausi|kuukautta|kuukauden|vuosi|vuotta|vuoden"
)
_WEEK: Final = 7


def _any_of(words: tuple[str, ...]) -> str:
    return "|".join(words)


def _month_pattern(words: str) -> str:
    russian, finnish = words.split()
    return rf"{russian}|{finnish}(?:k|kuu|kuun|kuuta|kuussa)?"


_MONTH_WORDS: Final = tuple(map(_month_pattern, _MONTHS))
_MONTH: Final = _any_of(_MONTH_WORDS)
_WEEKDAY: Final = _any_of(_WEEKDAYS)
_COUNT: Final = rf"(?:(?P<count>\d{{1,3}}|{_any_of(_NUMBERS)}) )?"
_UNIT: Final = rf"(?:(?P<days>{_DAYS})|(?P<weeks>{_WEEKS})|(?P<longer>{_LONGER}))"
_YEAR: Final = r"(?P<year>\d{4}|\d\d)"
_LAST: Final = r"прошл(?:ый|ая|ое|ую|ой)|viime"
_NEXT: Final = r"следующ(?:ий|ая|ее|ую)|ensi"
_THIS: Final = r"эт(?:от|а|о|у)|tana"


def read_day(typed: str, today: date, lean: Lean) -> Read:
    """Return the day that somebody typed, or what is wrong with it.

    `today` is the day that it is in Finland. `lean` says on which side of it a day without a year
    lies; a day that is typed in full or by its distance is returned wherever it lies. It is to be
    shown back in full, with its weekday, before it counts.
    """
    text = " ".join(typed.casefold().translate(_PLAIN).replace(",", " ").split()).strip("!? ")
    for pattern, reader in _READERS:
        if found := pattern.fullmatch(text):
            return _checked(reader(found, today, lean), found, today)
    return Misread.UNREADABLE


def _checked(read: Read, found: re.Match[str], today: date) -> Read:
    if isinstance(read, Misread):
        return read
    if abs(read.year - today.year) > YEARS_AWAY:
        return Misread.TOO_FAR
    weekday = found.groupdict().get("weekday")
    if weekday and _index(_WEEKDAYS, weekday) != read.weekday():
        return Misread.WEEKDAY_DIFFERS
    return read


def _named(found: re.Match[str], today: date, _lean: Lean) -> Read:
    return today + timedelta(days=_NAMED_DAYS[found["named"]])


def _dated(found: re.Match[str], today: date, lean: Lean) -> Read:
    """Read a day and a month, in numbers or in words, with or without a year."""
    word = found.groupdict().get("word")
    month = _index(_MONTH_WORDS, word) + 1 if word else int(found["month"])
    day, year = int(found["day"]), found["year"]
    if year:
        return _date(int(year) if len(year) > len("26") else 2000 + int(year), month, day)
    return _without_year(day, month, today, lean)


def _slashed(found: re.Match[str], today: date, lean: Lean) -> Read:
    """Read “23/12” as day and month; where the other order is possible too, ask."""
    day, month = int(found["day"]), int(found["month"])
    if day != month and day <= len(_MONTHS):
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
    count = int(said) if said.isdigit() else _index(_NUMBERS, said) + 1
    days = count * (_WEEK if found["weeks"] else 1)
    return today + timedelta(days=-days if found.groupdict().get("ago") else days)


def _weekday(found: re.Match[str], today: date, _lean: Lean) -> Read:
    """Read “last Friday”: sure only where it does not fall into this week, which many call so."""
    monday = today - timedelta(days=today.weekday())
    in_this_week = monday + timedelta(days=_index(_WEEKDAYS, found["weekday"]))
    if found["this"]:
        return in_this_week
    if found["last"] and in_this_week >= today:
        return in_this_week - timedelta(days=_WEEK)
    if found["next"] and in_this_week <= today:
        return in_this_week + timedelta(days=_WEEK)
    return Misread.WHICH_WEEK


def _wants(misread: Misread) -> Callable[[re.Match[str], date, Lean], Read]:
    return lambda _found, _today, _lean: misread


def _date(year: int, month: int, day: int) -> Read:
    try:
        return date(year, month, day)
    except ValueError:
        return Misread.NO_SUCH_DAY


def _index(patterns: tuple[str, ...], word: str) -> int:
    return next(at for at, pattern in enumerate(patterns) if re.fullmatch(pattern, word))


_BEFORE: Final = rf"(?:(?:в|во|на|от|с) )?(?:(?P<weekday>{_WEEKDAY})\.? )?"
_AFTER: Final = r"(?: ?(?:г\.?|года|v\.?))?"
_ENDED: Final = r"(?:\.|-?(?:го|е|ое)| числа)?"
_READERS: Final = tuple(
    (re.compile(pattern), reader)
    for pattern, reader in (
        (rf"(?P<named>{'|'.join(_NAMED_DAYS)})", _named),
        (rf"{_BEFORE}(?P<year>\d{{4}})-(?P<month>\d\d?)-(?P<day>\d\d?)", _dated),
        (rf"{_BEFORE}(?P<day>\d\d?)\. ?(?P<month>\d\d?)(?:\.? ?{_YEAR})?\.?{_AFTER}", _dated),
        (rf"{_BEFORE}(?P<day>\d\d?) (?P<month>\d\d?) {_YEAR}{_AFTER}", _dated),
        (rf"{_BEFORE}(?P<day>\d\d?)[/-](?P<month>\d\d?)(?:[/-]{_YEAR})?{_AFTER}", _slashed),
        (rf"{_BEFORE}(?P<day>\d\d?){_ENDED} ?(?P<word>{_MONTH})\.?(?: {_YEAR})?{_AFTER}", _dated),
        (
            rf"{_BEFORE}(?P<word>{_MONTH}) (?P<day>\d\d?)\.?(?: paiva(?:na)?)?"
            rf"(?: (?P<year>\d{{4}}))?{_AFTER}",
            _dated,
        ),
        (rf"{_COUNT}{_UNIT} (?P<ago>назад|тому назад|sitten)", _away),
        (rf"через {_COUNT}{_UNIT}", _away),
        (rf"{_COUNT}{_UNIT} (?:paasta|kuluttua)", _away),
        (
            rf"(?:(?:в|во|на) )?(?:(?P<last>{_LAST})|(?P<next>{_NEXT})|(?P<this>{_THIS})) "
            rf"(?P<weekday>{_WEEKDAY})",
            _weekday,
        ),
        (rf"(?:(?:в|во|на) )?(?:{_WEEKDAY})\.?", _wants(Misread.WHICH_WEEK)),
        (rf"\d\d?{_ENDED}(?: paiva(?:na)?)?", _wants(Misread.WHICH_MONTH)),
        (rf"(?:(?:в|во) )?(?:{_MONTH})(?: \d{{4}})?{_AFTER}", _wants(Misread.WHICH_DAY)),
    )
)
