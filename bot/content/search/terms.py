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
from functools import cache
from pathlib import Path
from typing import Final

from bot.content.glossary import Glossary, Term, glossary
from bot.content.search.letters import LETTERS, pieces_of, plain, words_in
from bot.core.languages import Language

MOST_SHOWN: Final = 3
"""What people call many things at once tells none of them."""
LONGEST: Final = 10
"""Words of the longest text that may be a term."""
ALIKE: Final = 0.66
"""How much of its pieces a misspelt or inflected term must share with the right one: 0 to 1."""
_SHORT: Final = 6
"""From how many letters on: shorter ones become other words."""
_FEW: Final = 3
"""Words of the longest text that may be misspelt, if it does not ask what something means."""

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
        self._phrases = list(dict.fromkeys(phrase for names in called for phrase in names))
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
        asked = _asked(words_in(plain(text, Language.FINNISH)))
        asks, meant = bool(asked), asked or whole
        for typed in (whole, meant, whole.translate(_KEYS)):
            if found := self._called(heard(typed)):
                return Looked(found, asks)
        if asks or len(words) <= _FEW:
            return Looked(self._alike(heard(meant)), asks)
        return Looked()

    def _called(self, phrase: str) -> Sequence[Term]:
        """Return what a phrase is the name of; else what it is a form of, or is also called so."""
        for ranked in self._ranked:
            if numbers := ranked.get(phrase):
                return [self._terms[number] for number in numbers[:MOST_SHOWN]]
        return ()

    def _alike(self, phrase: str) -> Sequence[Term]:
        """Return what sounds most like a phrase, if anything does enough."""
        if len(phrase) < _SHORT:
            return ()
        pieces = set(_pieces(phrase))
        shared = Counter(n for piece in pieces for n in self._holding.get(piece, ()))
        likest = max(
            ((2 * times / (len(pieces) + self._length[n]), n) for n, times in shared.items()),
            default=(0.0, 0),
        )
        score, number = likest
        return self._called(self._phrases[number]) if score >= ALIKE else ()


@cache
def terms() -> Terms:
    """Return what looks up in this installation's glossary, made at the first call."""
    return Terms(glossary())


def heard(text: str) -> str:
    """Return a text as it sounds: one row of letters for all languages, none of them twice."""
    sounds = _SOUND.sub(lambda sound: _EAR[sound[0]], " ".join(words_in(text.lower())))
    return _TWICE.sub(r"\1", sounds.translate(_LETTERS))


def _asked(words: Sequence[str]) -> str:
    """Return the word whose meaning is asked for in so many words; nothing if none is."""
    text = " ".join(_without_what_is_beside(words))
    for behind in _ASKING["behind"]:
        if text.endswith(f" {behind}"):
            text = text.removesuffix(behind).strip()
            openers = [each for each in _ASKING["openers"] if text.startswith(f"{each} ")]
            return text.removeprefix(max(openers, key=len, default="")).strip()
    for before in sorted(_ASKING["before"], key=len, reverse=True):
        if text.startswith(f"{before} "):
            return " ".join(_without_what_is_beside(text.removeprefix(before).split()))
    return ""


def _without_what_is_beside(words: Sequence[str]) -> Sequence[str]:
    weighty = [at for at, word in enumerate(words) if word not in _ASKING["beside"]]
    return words[weighty[0] : weighty[-1] + 1] if weighty else words


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
