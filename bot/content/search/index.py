"""Which answers a text is like: pieces of its words, compared with how people ask for each.

Words are cut into pieces of three and four letters, so that inflected, compound and misspelt
words are still alike, in both languages and without a dictionary. Each answer is the sum of
the phrases by which people ask for it; rare pieces count more than common ones.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import log, sqrt
from typing import Final

from bot.content.search.letters import pieces_of, plain, readings, words_in
from bot.core.languages import Language

WHOLE: Final = " "
"""Stands before a word as a whole, which counts as one more piece."""
COMMON: Final = 0.2
"""What a piece counts that every answer holds."""

_Held = tuple["array[int]", "array[float]"]
"""The numbers of an answer's pieces, and how often it holds each."""


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
        self._numbers: dict[str, int] = {}
        held = [self._pieces_in(asked) for asked in phrases.values()]
        times = Counter(number for numbers, _ in held for number in numbers)
        self._rarity = array("f", (_rarity(times[n], len(held)) for n in range(len(times))))
        # Of piece n, the answers that hold it and how much it counts in each stand from
        # begin[n] to begin[n + 1]: a list for each piece would take four times the memory
        self._begin = array("I", accumulate((times[n] for n in range(len(times))), initial=0))
        self._answers = array("H", bytes(2 * self._begin[-1]))
        self._weights = array("f", bytes(4 * self._begin[-1]))
        self._place(held)

    def rank(self, text: str) -> tuple[str, Sequence[Match]]:
        """Return a text as it was meant, and the answers that it is like, the likest first."""
        read = [(reading, self._rank(reading)) for reading in readings(text, self._language)]
        return max(read, key=lambda each: each[1][0].score if each[1] else 0)

    def _rank(self, text: str) -> Sequence[Match]:
        asked = self._weights_of(text)
        length = sqrt(sum(weight * weight for weight in asked.values()))
        scores: defaultdict[int, float] = defaultdict(float)
        for number, weight in asked.items():
            for at in range(self._begin[number], self._begin[number + 1]):
                scores[self._answers[at]] += weight * self._weights[at]
        matches = [Match(self._slugs[answer], score / length) for answer, score in scores.items()]
        return sorted(matches, key=lambda match: -match.score)

    def _pieces_in(self, phrases: Iterable[str]) -> _Held:
        """Number the pieces in phrases, and count them; a long phrase counts as a short one."""
        words: defaultdict[str, float] = defaultdict(float)
        for phrase in phrases:
            typed = words_in(plain(phrase, self._language))
            for word in typed:
                words[word] += 1 / sqrt(len(typed))
        held: defaultdict[int, float] = defaultdict(float)
        for word, times in words.items():
            for piece in _pieces(word):
                held[self._numbers.setdefault(piece, len(self._numbers))] += times
        return array("I", held), array("f", held.values())

    def _place(self, held: Sequence[_Held]) -> None:
        """Let each answer's pieces count so that all together have the length one."""
        free = self._begin[:-1]
        for answer, (numbers, times) in enumerate(held):
            weights = [
                count * self._rarity[number] for number, count in zip(numbers, times, strict=True)
            ]
            length = sqrt(sum(weight * weight for weight in weights))
            for number, weight in zip(numbers, weights, strict=True):
                self._answers[free[number]] = answer
                self._weights[free[number]] = weight / length
                free[number] += 1

    def _weights_of(self, text: str) -> Mapping[int, float]:
        """Return how much each piece of a text counts, by its number; an unknown one nothing."""
        pieces = Counter(p for word in words_in(text) for p in _pieces(word))
        return {
            number: (1 + log(times)) * self._rarity[number]
            for piece, times in pieces.items()
            if (number := self._numbers.get(piece)) is not None
        }


def _rarity(answers: int, of_all: int) -> float:
    """Return how much a piece counts: the fewer answers hold it, the more."""
    return log((1 + of_all) / (1 + answers)) + COMMON


def _pieces(word: str) -> Iterator[str]:
    yield from pieces_of(word)
    yield WHOLE + word
