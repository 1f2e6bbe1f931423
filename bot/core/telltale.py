"""What in a text may give somebody away, or lead out of the house. It finds; it decides nothing.

The words, numbers and sites stand in telltale.toml beside this file. What is looked for first is
taken out of the text, so that the digits of an account are no telephone; and so is what is
harmless: days, sums, acts, cases, and the telephones and sites of offices.
"""

import re
import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from functools import cache, lru_cache
from pathlib import Path
from typing import Final
from unicodedata import category, decimal, normalize

from bot.core import identity
from bot.core.identity import HIDDEN


class Telltale(StrEnum):
    """What was found."""

    PHONE = "phone"
    DOCUMENT = "document"
    """A passport, a permit, another paper that has a number; a customer's number at an office."""
    IDENTITY = "identity"
    """A Finnish personal identity code."""
    MAIL = "mail"
    LINK = "link"
    """An address that is not allowed."""
    HANDLE = "handle"
    """A name in Telegram or the like."""
    PRIVATELY = "privately"
    """Words that ask to go on elsewhere."""
    MONEY = "money"
    """Words that ask for money; an account, a card, a wallet."""
    STREET = "street"
    """Where somebody lives; found only where it is plain."""
    NAME = "name"
    """First name and surname, said as one's own."""
    BIRTH = "birth"
    """A day of birth, said to be one."""


ALL: Final = frozenset(Telltale)
WARNED: Final = ALL - {Telltale.PRIVATELY, Telltale.MONEY}
"""What an émigré is warned of before sending."""
HELD: Final = frozenset(
    {
        Telltale.LINK,
        Telltale.PHONE,
        Telltale.HANDLE,
        Telltale.MAIL,
        Telltale.MONEY,
        Telltale.PRIVATELY,
    }
)
"""With what a helper's answer waits for somebody else's eyes."""


@dataclass(frozen=True, slots=True)
class Found:
    """One telltale, from one place in the text up to another, in code points."""

    what: Telltale
    begins: int
    ends: int


class _No(Enum):
    """What a find turns out to be that is no telltale."""

    HARMLESS = auto()
    """It is something else: nothing in it is looked at again."""
    NOTHING = auto()


_Judge = Callable[[str, str], Telltale | _No]
"""Takes a find as it is read, and as it was typed."""
_GONE: Final = "\0"
"""Stands where something was found, sign by sign."""
_KEPT: Final = "…"
"""A sign that is not written out: three dots may look like the end of an address."""
_SIGNS_AT_HAND: Final = 4096
_WORDS: Final = Path(__file__).with_suffix(".toml")
_BEFORE_HOST: Final = re.compile(r"(?:[a-z][a-z0-9+.-]*:\s?//\s?)?")
_AFTER_HOST: Final = re.compile(r"[/?#:]")
_ELSEWHERE: Final = re.compile(r"//|www\.|[@\\]")
"""What in an address leads past its host."""
_BEFORE: Final = re.compile(r"(?:\(\?<!(?:\[[^]]*\]|\\.|[^\\()[\]])*\))*")
"""What a pattern says of the signs before a find: lookbehinds, one after another."""
_SENTENCE: Final = re.compile(r"[^.!?\n]+[.!?]*")
_ABROAD: Final = re.compile(r"\D*(?:00)?358\D*0?")


def telltales(text: str) -> tuple[Found, ...]:
    """Return what is found in a text, in its order. No two overlap."""
    read, places = _read(text)
    if not _any().search(read):
        return ()
    found = []
    for patterns, judge in _steps():
        for pattern in patterns:
            for begins, ends in _spans(pattern, read):
                here = slice(places[begins], places[ends])
                verdict = judge(read[begins:ends], text[here])
                if verdict is _No.NOTHING:
                    continue
                read = read[:begins] + _GONE * (ends - begins) + read[ends:]
                if isinstance(verdict, Telltale):
                    found.append(Found(verdict, here.start, here.stop))
    return tuple(sorted(found, key=lambda each: each.begins))


def warned_of(texts: Iterable[str]) -> list[Telltale]:
    """Return of what in texts their author is to be warned, in a lasting order."""
    return sorted({each.what for text in texts for each in telltales(text)} & WARNED)


def asks_who(text: str) -> bool:
    """Say whether a helper's text asks who somebody is, or where they live.

    Not what others will ask, what to say to whom, or that nothing of it need be said: but it does
    if who asks would find something out with it, wherever.
    """
    words, (read, _) = _words(), _read(text)
    sentences = [each for each in _SENTENCE.findall(read) if _is_in(words.asks, each)]
    return not all(
        _is_in(words.unless, each) and not _is_in(words.anyway, each) for each in sentences
    )


def _is_in(patterns: Iterable[re.Pattern[str]], text: str) -> bool:
    return any(each.search(text) for each in patterns)


def newly_told(text: str, before: str) -> list[Telltale]:
    """Return of what in a text its author is to be warned that was not in it `before` an edit."""
    known = {before[each.begins : each.ends] for each in telltales(before)}
    new = {each.what for each in telltales(text) if text[each.begins : each.ends] not in known}
    return sorted(new & WARNED)


def without(text: str, these: Collection[Telltale] = ALL) -> str:
    """Return a text with a mark in the place of each of `these`."""
    for each in reversed(telltales(text)):
        if each.what in these:
            text = text[: each.begins] + HIDDEN + text[each.ends :]
    return text


def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """Return where a pattern's one group is, or all of it."""
    group = 1 if pattern.groups == 1 else 0
    return [found.span(group) for found in pattern.finditer(text)]


def _read(text: str) -> tuple[str, list[int]]:
    """Return a text as it is meant, and where each of its signs stands in what was typed.

    What nobody sees is left out, and so are accents; look-alikes of digits, dots, spaces and
    dashes are one. The last place is the end of the text.
    """
    signs, places = [], []
    for place, typed in enumerate(text):
        for sign in _plain(typed):
            signs.append(sign)
            places.append(place)
    return "".join(signs), [*places, len(text)]


@lru_cache(_SIGNS_AT_HAND)
def _plain(typed: str) -> str:
    """Return a sign, or the few that it stands for, without what does not count."""
    if typed == _KEPT:
        return typed
    return "".join(_plainer(sign) for sign in normalize("NFKD", typed))


def _plainer(sign: str) -> str:
    match category(sign):
        case "Cf" | "Mn" | "Cc" if sign != "\n":
            return " " if sign == "\t" else ""
        case "Pd":
            return "-"
        case "Zs":
            return " "
        case "Nd":
            return str(decimal(sign))
        case _:
            return "-" if sign == "\u2212" else sign


@dataclass(frozen=True, slots=True)
class _Words:
    """telltale.toml, ready to be used."""

    allowed: tuple[str, ...]
    people: tuple[str, ...]
    mails: frozenset[str]
    phones: re.Pattern[str]
    patterns: Mapping[str, tuple[re.Pattern[str], ...]]
    asks: tuple[re.Pattern[str], ...]
    """What asks who somebody is,"""
    unless: tuple[re.Pattern[str], ...]
    """beside what it does not,"""
    anyway: tuple[re.Pattern[str], ...]
    """and what does so whatever stands beside it."""


@cache
def _words() -> _Words:
    data = tomllib.loads(_WORDS.read_text(encoding="utf-8"))
    addresses, parts = data["addresses"], data["parts"]
    patterns = {
        name: tuple(_compiled(each, parts) for each in those)
        for name, those in data["patterns"].items()
    }
    accounts = "|".join(
        rf"{land}\d\d(?: ?[A-Z\d]){{{length - 4}}}" for land, length in data["accounts"].items()
    )
    patterns["accounts"] = (_compiled(rf"(?<!\w)(?:{accounts})(?!\w)", {}),)
    patterns["identity"] = (identity.CODE,)
    return _Words(
        tuple(addresses["allowed"]),
        tuple(addresses["people"]),
        frozenset(addresses["mails"]),
        re.compile("|".join(addresses["phones"])),
        patterns,
        tuple(_compiled(each, parts) for each in data["asks_who"]["asks"]),
        tuple(_compiled(each, parts) for each in data["asks_who"]["unless"]),
        tuple(_compiled(each, parts) for each in data["asks_who"]["anyway"]),
    )


def _compiled(pattern: str, parts: Mapping[str, str]) -> re.Pattern[str]:
    whole = re.sub(r"<(\w+)>", lambda name: parts[name[1]], pattern)
    return re.compile("".join(map(_plain, whole)), re.IGNORECASE)


@cache
def _steps() -> tuple[tuple[tuple[re.Pattern[str], ...], _Judge], ...]:
    """Return what is looked for, one after another, and who judges a find."""
    steps: tuple[tuple[str, _Judge], ...] = (
        ("urls", _of_address),
        ("mails", _of_mail),
        ("handles", _always(Telltale.HANDLE)),
        ("hosts", _of_address),
        ("accounts", _of_account),
        ("cards", _of_card),
        ("wallets", _always(Telltale.MONEY)),
        ("identity", _of_identity),
        ("privately", _always(Telltale.PRIVATELY)),
        ("money", _always(Telltale.MONEY)),
        ("streets", _always(Telltale.STREET)),
        ("names", _always(Telltale.NAME)),
        ("births", _always(Telltale.BIRTH)),
        ("harmless", _always(_No.HARMLESS)),
        ("named_documents", _always(Telltale.DOCUMENT)),
        ("phones", _of_phone),
        ("documents", _always(Telltale.DOCUMENT)),
    )
    return tuple((_words().patterns[name], judge) for name, judge in steps)


@cache
def _any() -> re.Pattern[str]:
    """Return one pattern for all of them: most texts have nothing of any, and are through sooner.

    What may stand before a find is looked at once for all that ask the same.
    """
    alike: dict[str, list[str]] = {}
    for patterns, _ in _steps():
        for pattern in patterns:
            rest = _BEFORE.sub("", pattern.pattern, count=1)
            alike.setdefault(pattern.pattern.removesuffix(rest), []).append(rest)
    heads = (f"{before}(?:{'|'.join(those)})" for before, those in alike.items())
    return re.compile("|".join(heads), re.IGNORECASE)


def _always(verdict: Telltale | _No) -> _Judge:
    return lambda _read, _typed: verdict


def _of_address(_: str, typed: str) -> Telltale | _No:
    """Judge by what was typed: a letter with an accent is another host."""
    address = typed.casefold()
    rest = _BEFORE_HOST.sub("", address, count=1)
    host = _AFTER_HOST.split(rest)[0]
    if address.startswith("tg:") or _is_below(host, _words().people):
        return Telltale.HANDLE
    stays = not _ELSEWHERE.search(rest, len(host))
    return _No.HARMLESS if stays and _is_below(host, _words().allowed) else Telltale.LINK


def _is_below(host: str, sites: Iterable[str]) -> bool:
    return any(host == site or host.endswith(f".{site}") for site in sites)


def _of_mail(_: str, typed: str) -> Telltale | _No:
    """Judge by what was typed, too. What begins with @ names a site and nobody there."""
    mail = typed.casefold()
    ours = mail in _words().mails or (mail[0] == "@" and _is_below(mail[1:], _words().allowed))
    return _No.HARMLESS if ours else Telltale.MAIL


def _of_account(read: str, _: str) -> Telltale | _No:
    """Judge by the checksum of ISO 13616: letters are numbers, the remainder over 97 is 1."""
    signs = read.replace(" ", "")
    number = "".join(str(int(sign, 36)) for sign in signs[4:] + signs[:4])
    return Telltale.MONEY if int(number) % 97 == 1 else _No.NOTHING


def _of_card(read: str, _: str) -> Telltale | _No:
    """Judge by Luhn's checksum: every second digit, from the last but one, counts twice."""
    digits = [int(sign) for sign in reversed(read) if sign.isdigit()]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]
    return Telltale.MONEY if (sum(digits[::2]) + sum(doubled)) % 10 == 0 else _No.NOTHING


def _of_identity(read: str, _: str) -> Telltale | _No:
    return Telltale.IDENTITY if identity.holds_identity_code(read) else _No.NOTHING


def _of_phone(read: str, _: str) -> Telltale | _No:
    at_home = _ABROAD.sub("0", read, count=1) if _ABROAD.match(read) else read
    digits = re.sub(r"\D", "", at_home)
    return _No.HARMLESS if _words().phones.fullmatch(digits) else Telltale.PHONE
