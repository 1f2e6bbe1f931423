"""Which answers a text is like: pieces of its words, compared with how people ask for each.

Words are cut into pieces of three to five letters, so that inflected, compound and misspelt
words are still alike, in both languages and without a dictionary. Each answer is the sum of
the phrases by which people ask for it; rare pieces count more than common ones.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt
from typing import Final

from bot.content.search.letters import pieces_of, plain, restore, words_in
from bot.core.languages import Language

Posting = tuple["array[int]", "array[float]"]
"""Numbers of answers, and how much something counts in each."""

WHOLE: Final = " "
"""Stands before a word as a whole, which counts as one more piece."""


UNKNOWN: Final = 0.0
"""How much a piece counts that is in no phrase, beside one that is in a single answer's."""


@dataclass(frozen=True, slots=True)
class Match:
    """An answer, and how much a text is like it: 0 to 1."""

    slug: str
    score: float


class Index:
    """Compares texts in one language with the phrases by which people ask for each answer."""

    def __init__(self, phrases: Mapping[str, Iterable[str]], language: Language) -> None:
        self._language = language
        self._slugs = list(phrases)
        words = [_weighed(asked, language) for asked in phrases.values()]
        seen = Counter(word for counted in words for word in counted)
        pieces = {word: _pieces(word) for word in seen}
        self._rarity = _rarity(words, pieces)
        self._known = frozenset(piece for piece in self._rarity if len(piece) == 3)  # noqa: PLR2004 - the shortest
        self._postings = self._post(words, pieces)

    def rank(self, text: str) -> Sequence[Match]:
        """Return the answers that a text is like, the likest first."""
        asked = self._weights_of(text)
        length = sqrt(sum(weight * weight for weight in asked.values()))
        scores: defaultdict[int, float] = defaultdict(float)
        for piece in asked.keys() & self._postings.keys():
            numbers, weights = self._postings[piece]
            for number, theirs in zip(numbers, weights, strict=True):
                scores[number] += asked[piece] * theirs
        matches = [Match(self._slugs[number], score / length) for number, score in scores.items()]
        return sorted(matches, key=lambda match: -match.score)

    def _weights_of(self, text: str) -> Mapping[str, float]:
        """Return how much each piece of a text counts; one that nobody knows, as a rare one."""
        pieces = Counter(p for word in words_in(self.restored(text)) for p in _pieces(word))
        unknown = log(1 + len(self._slugs)) * UNKNOWN
        return {
            piece: (1 + log(times)) * self._rarity.get(piece, unknown)
            for piece, times in pieces.items()
        }

    def restored(self, text: str) -> str:
        """Return a text in the letters that were meant."""
        return restore(text, self._language, self._known)

    def _post(
        self, words: Sequence[Mapping[str, float]], pieces: Mapping[str, Sequence[str]]
    ) -> Mapping[str, "Posting"]:
        """Return, for each piece, the answers that hold it and how much it counts in each."""
        postings: dict[str, Posting] = {piece: (array("H"), array("f")) for piece in self._rarity}
        for number, counted in enumerate(words):
            weights: defaultdict[str, float] = defaultdict(float)
            for word, weight in counted.items():
                for piece in pieces[word]:
                    weights[piece] += weight
            weighed = {piece: weight * self._rarity[piece] for piece, weight in weights.items()}
            length = sqrt(sum(weight * weight for weight in weighed.values()))
            for piece, weight in weighed.items():
                numbers, theirs = postings[piece]
                numbers.append(number)
                theirs.append(weight / length)
        return postings


def _weighed(phrases: Iterable[str], language: Language) -> Mapping[str, float]:
    """Return the words of phrases, where each phrase counts as much as another."""
    counted: defaultdict[str, float] = defaultdict(float)
    for phrase in phrases:
        words = words_in(plain(phrase, language))
        for word in words:
            counted[word] += 1 / sqrt(len(words))
    return counted


def _rarity(
    words: Sequence[Mapping[str, float]], pieces: Mapping[str, Sequence[str]]
) -> Mapping[str, float]:
    held: Counter[str] = Counter()
    for counted in words:
        held.update({piece for word in counted for piece in pieces[word]})
    return {piece: log((1 + len(words)) / (1 + times)) + 0.2 for piece, times in held.items()}


@lru_cache(maxsize=20_000)
def _pieces(word: str) -> Sequence[str]:
    return (*pieces_of(word), WHOLE + word)
