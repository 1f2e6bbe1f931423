"""Is what somebody typed a term of the glossary, or the question what one means?

All languages together: a paper is in Finnish, its reader may not be. Words are compared by ear
(`letters.toml`), so that a Finnish word in Cyrillic letters or without its dots is the same word;
what is misspelt or inflected is compared by its pieces.
"""

import re
import tomllib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from heapq import nlargest
from itertools import takewhile
from pathlib import Path
from typing import Final

from bot.content.glossary import Glossary, Term, glossary
from bot.content.search.letters import LETTERS, pieces_of, plain, words_in
from bot.core.languages import Language

MOST_SHOWN: Final = 3
"""What people call many things at once tells none of them."""
LONGEST: Final = 10
"""Words of the longest text that may be a term."""
ALIKE: Final = 0.87
"""How much of it a misspelt term must share with the right one: 0 to 1;"""
ALIKE_IF_LONG: Final = 0.9
"""the same in more words, which may as well be a question about something."""
LONGEST_ENDING: Final = 3
"""Letters in which an inflected term may differ,"""
SHORTEST_STEM: Final = 5
"""and how many must be the same before them."""
_SHORT: Final = 6
"""From how many letters on: shorter ones become other words."""
_FEW: Final = 3
"""Words."""
_CANDIDATES: Final = 5
"""So many, those that share most pieces with a text, are compared with it letter by letter."""

_EAR: Final = LETTERS["ear"]
_LETTERS: Final = str.maketrans({each: heard for each, heard in _EAR.items() if len(each) == 1})
_SOUNDS: Final = sorted((each for each in _EAR if len(each) > 1), key=len, reverse=True)
_SOUND: Final = re.compile("|".join(_SOUNDS))
_BRACKETS: Final = re.compile(r"\s*\([^()]*\)")
_ALTERNATIVES: Final = re.compile(r"\s*[,/]\s*")
_TWICE: Final = re.compile(r"(\w)\1+")
_KEYS: Final = {
    ord(russian): english
    for english, russian in zip(
        reversed(LETTERS["keyboard"]["english"]),
        reversed(LETTERS["keyboard"]["russian"]),
        strict=True,
    )
}
"""Two keys share a letter, since nobody types the dots: the first one counts."""
_ASKING: Final[Mapping[str, Sequence[str]]] = tomllib.loads(
    (Path(__file__).parent / "terms.toml").read_text(encoding="utf-8")
)
"""How people ask what a word means."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in the glossary for a text."""

    terms: Sequence[Term] = ()
    """The likest first; a few at most."""
    asks_meaning: bool = False
    """The text asks what they mean, in so many words."""


class Terms:
    """Looks terms up."""

    def __init__(self, terms: Glossary) -> None:
        self._terms = terms.all()
        called = [
            dict.fromkeys(heard(typed) for name in names for typed in _ways_to_type(name))
            for names in _called(self._terms)
        ]
        self._ranked = [_by_phrase(called[rank::_RANKS]) for rank in range(_RANKS)]
        # What only is typed is short and of many meanings: misspelt, it would be anything
        of_note = (*called[::_RANKS], *called[1::_RANKS])
        self._phrases = list(dict.fromkeys(phrase for names in of_note for phrase in names))
        self._length = array("H")
        self._holding: defaultdict[str, array[int]] = defaultdict(lambda: array("H"))
        for number, phrase in enumerate(self._phrases):
            pieces = set(_pieces(phrase))
            self._length.append(len(pieces))
            for piece in pieces:
                self._holding[piece].append(number)

    def look_up(self, text: str) -> Looked:
        """Return the terms that a text is, or whose meaning it asks for."""
        words = words_in(text.lower())
        if not 0 < len(words) <= LONGEST:
            return Looked()
        whole = " ".join(words)
        weighty = _weighty(" ".join(words_in(plain(text, Language.FINNISH))))
        asked = _asked(weighty)
        asks, meant = bool(asked), asked or weighty
        for typed in (whole, meant, whole.translate(_KEYS)):
            if found := self._called(heard(typed)):
                return Looked(found, asks)
        enough = ALIKE if asks or len(words) <= _FEW else ALIKE_IF_LONG
        return Looked(self._alike(heard(meant), enough), asks)

    def _called(self, phrase: str) -> Sequence[Term]:
        """Return what a phrase is the name of; else what it is a form of, or is also called so."""
        for ranked in self._ranked:
            if numbers := ranked.get(phrase):
                return [self._terms[number] for number in numbers[:MOST_SHOWN]]
        return ()

    def _alike(self, phrase: str, enough: float) -> Sequence[Term]:
        """Return what sounds most like a phrase, if anything does enough: 0 to 1."""
        if len(phrase) < _SHORT:
            return ()
        pieces = set(_pieces(phrase))
        shared = Counter(
            n
            for piece in pieces
            for n in self._holding.get(piece, ())
            if self._phrases[n][0] == phrase[0]
        )
        dice = {n: 2 * times / (len(pieces) + self._length[n]) for n, times in shared.items()}
        near = [self._phrases[n] for n in nlargest(_CANDIDATES, dice, key=dice.__getitem__)]
        shares = {right: SequenceMatcher(None, right, phrase).ratio() for right in near}
        likest = max(near, key=shares.__getitem__, default="")
        is_it = near and (shares[likest] >= enough or _is_inflected(phrase, likest))
        return self._called(likest) if is_it else ()


@cache
def terms() -> Terms:
    """Return what looks up in this installation's glossary, made at the first call."""
    return Terms(glossary())


def heard(text: str) -> str:
    """Return a text as it sounds: one row of letters for all languages, none of them twice."""
    sounds = _SOUND.sub(lambda sound: _EAR[sound[0]], " ".join(words_in(text.lower())))
    return _TWICE.sub(r"\1", sounds.translate(_LETTERS))


def _is_inflected(phrase: str, right: str) -> bool:
    """Return whether two phrases differ in nothing but the ending."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(phrase, right, strict=False))
    stem = sum(1 for _ in same)
    return stem >= max(SHORTEST_STEM, len(phrase) - LONGEST_ENDING, len(right) - LONGEST_ENDING)


def _asked(text: str) -> str:
    """Return the word whose meaning is asked for in so many words; nothing if none is."""
    for behind in _ASKING["behind"]:
        if text.endswith(f" {behind}"):
            return _weighty(_without(_ASKING["openers"], text.removesuffix(f" {behind}")))
    asked = _without(_ASKING["before"], text)
    return _weighty(asked) if asked != text else ""


def _without(beginnings: Sequence[str], text: str) -> str:
    """Return a text without the longest beginning that it has."""
    begun = [each for each in beginnings if text.startswith(f"{each} ")]
    return text.removeprefix(max(begun, key=len, default="")).strip()


def _weighty(text: str) -> str:
    """Return a text from the first word of some weight to the last one."""
    words = text.split()
    weighty = [at for at, word in enumerate(words) if word not in _ASKING["beside"]]
    return " ".join(words[weighty[0] : weighty[-1] + 1]) if weighty else text


_RANKS: Final = 3


def _called(every: Sequence[Term]) -> Iterator[Iterable[str]]:
    """Yield for each term its names, its forms and what people say, and what they only type."""
    for term in every:
        words = [term.words[language] for language in Language]
        names = (term.fi, term.button, term.entry.en, *(term.name(each) for each in Language))
        yield (each for name in names for each in _ways_to_say(name))
        yield (*term.entry.forms, *(said for each in words for said in each.said))
        yield (typed for each in words for typed in each.typed)


def _ways_to_say(name: str) -> Iterator[str]:
    """Yield a name, the same without what stands in brackets, and each of its alternatives."""
    bare = _BRACKETS.sub("", name)
    yield from (name, bare, *_ALTERNATIVES.split(bare))


def _ways_to_type(name: str) -> Iterable[str]:
    """Return a name with the dots on its letters, and without: they are another sound."""
    small = name.lower()
    return dict.fromkeys((small, plain(small, Language.RUSSIAN)))


def _by_phrase(called: Sequence[Iterable[str]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, phrases in enumerate(called):
        for phrase in phrases:
            found.setdefault(phrase, []).append(number)
    return found


def _pieces(phrase: str) -> Iterator[str]:
    return pieces_of(phrase, longest=3)
