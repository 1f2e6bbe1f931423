"""Does what somebody typed say that they, or somebody near them, are in danger now?

The words are data: `alarm.toml` and its sisters for each language. All are read for every
message, because people mix languages when they are afraid. Groups name words that mean the
same; a pattern is a few of them near each other, under a kind of danger and with a weight;
markers of urgency add to it, markers of calm (long ago, what if, an article) take from it.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from bot.content.search.beginnings import Beginnings, fold, in_a_row
from bot.content.search.letters import LETTERS

_DATA: Final = Path(__file__).parent
_ENDS: Final = ".!?;…\n"
_TOKEN: Final = re.compile(rf"[^\W_]+|[{_ENDS}]+|🆘")
_JOINED: Final = re.compile(
    rf"\b({'|'.join(LETTERS['joined']['nots'])})(?={'|'.join(LETTERS['joined']['denied'])})"
)
"""A "not" that grew together with what it denies, as folded letters spell it."""
_NOT: Final = re.compile(
    r"(?<![^\W_])(?:eika|ettei|eivat|eivatka|(enka|etten|emma|emme))(?![^\W_])"
)
_ASKS: Final = re.compile(r"(?:aa|ee|oo|uu|yy|ii|oi|ui|an|en|in|on|un|at|et|it)k[os]$")
"""A Finnish verb that asks ("tuleeko", "saaks")."""
_NEAR: Final = 7
"""How many words may lie between the first part of a pattern and any other."""
_ENOUGH: Final = 3
_WEIGHTS: Final = {"vowed": 7, "surely": 6, "likely": 3, "maybe": 1, "alone": 3}
_URGENT: Final = 2
_HASTENED: Final = {
    "likely": ("@now", "@help"),
    "alone": ("@now", "@help"),
    "maybe": ("@now", "@help", "@statement"),
}
"""By which markers of urgency a weight grows: most who are in danger ask nothing, they tell."""
_MARKERS: Final = {"@past": -3, "@hypothetical": -4, "@asking": -2}
"""Count where they stand in the sentence of the danger."""
_TOPICS: Final = {"@calm": -3, "@topic": -3, "@figure": -6}
"""Count wherever they stand."""
_ALONE: Final = 4
"""Patterns "alone" count in messages of at most so many words: "fire"."""
_CRIES: Final = ("@cry", "@help", "@me", "@now", "@filler")
"""What a message that says nothing but "help" may consist of."""


class Danger(StrEnum):
    """What kind of help must come first; of two that weigh the same, the one named first."""

    SELF_HARM = "self-harm"
    MEDICAL = "medical"
    VIOLENCE = "violence"
    HELD = "held"
    REMOVAL = "removal"
    DETENTION = "detention"
    FOLLOWED = "followed"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Alarm:
    """A danger, and why we think so: the pattern and the markers, never the person's words."""

    danger: Danger
    score: int
    because: tuple[str, ...]


class _Pattern(NamedTuple):
    danger: Danger
    weight: str
    parts: tuple[str, ...]
    absent: tuple[str, ...]
    text: str


class _Hit(NamedTuple):
    pattern: _Pattern
    start: int
    end: int


_Found = Mapping[str, list[int]]
"""Where the words of a group begin."""


def alarm(text: str) -> Alarm | None:
    """Return the gravest danger that a message speaks of, or None. Reads all languages."""
    tokens = _TOKEN.findall(_JOINED.sub(r"\1 ", _plain(text)))
    words = [token for token in tokens if _is_word(token)]
    lexicon = _lexicon()
    found = dict(lexicon.find(words))
    if "@question" not in found and "?" not in text and not any(map(_ASKS.search, words)):
        found["@statement"] = []
    sentences = _sentences(tokens)
    alarms = [
        _weigh(hit, found, sentences) for hit in lexicon.hits(found, alone=len(words) <= _ALONE)
    ]
    if "@cry" in found and _covers(found, len(words)):
        alarms.append(Alarm(Danger.OTHER, _ENOUGH, ("@cry",)))
    order = list(Danger)
    return max(
        (one for one in alarms if one.score >= _ENOUGH),
        key=lambda one: (one.score, -order.index(one.danger)),
        default=None,
    )


def _plain(text: str) -> str:
    """Fold text, and leave of all the ways to say no in Finnish two: ei and en."""
    return _NOT.sub(lambda said: "en" if said[1] else "ei", fold(text))


def _covers(found: _Found, words: int) -> bool:
    return len({at for name in _CRIES for at in found.get(name, ())}) == words


def _is_word(token: str) -> bool:
    return token[0] not in _ENDS


def _sentences(tokens: list[str]) -> list[int]:
    """Return for each word the number of its sentence."""
    numbers, number = [], 0
    for token in tokens:
        if _is_word(token):
            numbers.append(number)
        else:
            number += 1
    return numbers


def _weigh(hit: _Hit, found: _Found, sentences: list[int]) -> Alarm:
    here = range(sentences[hit.start], sentences[hit.end] + 1)
    score, because = _WEIGHTS[hit.pattern.weight], [hit.pattern.text]
    urgent = [name for name in _HASTENED.get(hit.pattern.weight, ()) if name in found]
    if urgent:
        score += _URGENT
        because += urgent
    for name, weight in _MARKERS.items():
        if any(sentences[at] in here for at in found.get(name, ())):
            score += weight
            because.append(name)
    for name, weight in _TOPICS.items():
        if name in found:
            score += weight
            because.append(name)
    return Alarm(hit.pattern.danger, score, tuple(because))


class _Lexicon:
    """The data of all languages, together."""

    def __init__(self, groups: Mapping[str, set[str]], patterns: list[_Pattern]) -> None:
        self._patterns = patterns
        self._chains: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for group, entries in groups.items():
            for entry in entries:
                first, *rest = in_a_row(entry)
                self._chains[first].append((tuple(rest), group))
        self._beginnings = Beginnings(
            part for entries in groups.values() for entry in entries for part in in_a_row(entry)
        )

    def find(self, words: list[str]) -> _Found:
        """Return where each group is spoken of."""
        found: dict[str, list[int]] = defaultdict(list)
        begun = [self._beginnings.of(word) for word in words]
        for at, beginnings in enumerate(begun):
            for beginning in beginnings:
                for rest, group in self._chains.get(beginning, ()):
                    following = begun[at + 1 : at + 1 + len(rest)]
                    if len(following) == len(rest) and all(
                        part in those for part, those in zip(rest, following, strict=True)
                    ):
                        found[group].append(at)
        return found

    def hits(self, found: _Found, *, alone: bool) -> Iterator[_Hit]:
        """Yield each pattern whose parts stand near each other."""
        for pattern in self._patterns:
            if (alone or pattern.weight != "alone") and all(
                part in found for part in pattern.parts
            ):
                hit = _first_hit(pattern, found)
                if hit:
                    yield hit


def _first_hit(pattern: _Pattern, found: _Found) -> _Hit | None:
    first, *others = pattern.parts
    for anchor in found[first]:
        nearest = [min(found[part], key=lambda at: abs(at - anchor)) for part in others]
        if any(abs(at - anchor) > _NEAR for at in nearest):
            continue
        if any(abs(at - anchor) <= _NEAR for part in pattern.absent for at in found.get(part, ())):
            continue
        return _Hit(pattern, min(anchor, *nearest, anchor), max(anchor, *nearest, anchor))
    return None


@cache
def _lexicon() -> _Lexicon:
    groups: dict[str, set[str]] = defaultdict(set)
    patterns = []
    for path in sorted(_DATA.glob("alarm*.toml")):
        tables = tomllib.loads(path.read_text("utf-8"))
        for name, words in tables.pop("groups", {}).items():
            groups[f"@{name}"].update(_plain(words).split())
        for danger, weights in tables.items():
            for weight, lines in weights.items():
                patterns += [
                    _read_pattern(Danger(danger), weight, line)
                    for line in lines.strip().splitlines()
                ]
    for pattern in patterns:
        for part in (*pattern.parts, *pattern.absent):
            if part not in groups:
                groups[part] = {part}
    return _Lexicon({name: _open(words, groups) for name, words in groups.items()}, patterns)


def _read_pattern(danger: Danger, weight: str, line: str) -> _Pattern:
    """Read "@group word first_second !@absent"."""
    parts = _plain(line).split()
    present = tuple(part for part in parts if not part.startswith("!"))
    absent = tuple(part[1:] for part in parts if part.startswith("!"))
    return _Pattern(danger, weight, present, absent, line.strip())


def _open(words: set[str], groups: Mapping[str, set[str]]) -> set[str]:
    """Put the words of a group in the place of its name."""
    opened: set[str] = set()
    for word in words:
        opened |= _open(groups[word], groups) if word.startswith("@") else {word}
    return opened
