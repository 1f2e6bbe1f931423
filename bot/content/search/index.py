"""Which answers a text is like: pieces of its words, compared with how people ask for each.

Words are cut into pieces of three and four letters, so that inflected, compound and misspelt
words are still alike, in both languages and without a dictionary; two words side by side are one
more piece. Each answer is the sum of the phrases by which people ask for it. Rare pieces count
more than common ones, and what nobody ever asked with counts against every answer.
"""

import re
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import log, sqrt
from typing import Final

from bot.content.search.letters import pieces_of, plain, readings, words_in
from bot.core.languages import Language

BETWEEN: Final = " "
"""Stands between two words side by side, and before a word as a whole: each is one more piece."""
PAIR: Final = 4
"""Of two words side by side, so many letters of each: enough to know them by, and no endings."""
COMMON: Final = 0.5
"""What a piece counts that every answer holds."""
AGAIN: Final = 0.6
"""The power of how often a piece is said: in thirty phrases it is not thirty times as telling."""
WORDY: Final = 0.3
"""The power by which a word in a long phrase counts less than in a short one."""
LONG: Final = 30
"""A text of more words than these is read sentence by sentence."""
SENTENCE: Final = 20
"""Words of a sentence, at most."""
_ENDS: Final = re.compile(r"[.!?…]+\s+|\n+")

_Held = tuple["array[int]", "array[float]"]
"""An answer's pieces, and how often it holds each."""
_Scores = Mapping[int, float]
"""How much a text is like each answer, by its number."""


@dataclass(frozen=True, slots=True)
class Match:
    """An answer, and how much a text is like it: 0 to 1, in a long text perhaps more."""

    slug: str
    score: float


class Index:
    """Compares texts in one language with the phrases by which people ask for each answer."""

    def __init__(self, phrases: Mapping[str, Iterable[str]], language: Language) -> None:
        self._language = language
        self._slugs = list(phrases)
        held = [self._pieces_in(asked) for asked in phrases.values()]
        times = Counter(piece for pieces, _ in held for piece in pieces)
        # A piece is kept as its hash, in order: as text in a dictionary it takes ten times the
        # memory, and of a hundred thousand no two have the same 64 bits
        self._known = array("q", sorted(times))
        self._rarity = array("f", (_rarity(times[piece], len(held)) for piece in self._known))
        self._unheard = _rarity(0, len(held))
        # Of piece n, the answers that hold it and how much it counts in each stand from
        # begin[n] to begin[n + 1]: a list for each piece would take four times the memory
        self._begin = array("I", accumulate((times[piece] for piece in self._known), initial=0))
        self._answers = array("H", bytes(2 * self._begin[-1]))
        self._weights = array("f", bytes(4 * self._begin[-1]))
        self._place(held)

    def rank(self, text: str) -> tuple[str, Sequence[Match]]:
        """Return a text as it was meant, and the answers that it is like, the likest first.

        In a long text each sentence speaks for the one answer that it is most like: a letter or
        a decision is about several, and as a whole like none of them.
        """
        if len(text.split()) <= LONG:
            meant, scores = self._read(text)
        else:
            meant, scores = self._listen([self._read(sentence) for sentence in _sentences(text)])
        matches = [Match(self._slugs[answer], score) for answer, score in scores.items()]
        return meant, sorted(matches, key=lambda match: -match.score)

    def _listen(self, read: Sequence[tuple[str, _Scores]]) -> tuple[str, _Scores]:
        """Let each sentence speak for one answer."""
        squares: defaultdict[int, float] = defaultdict(float)
        for scores in (scores for _, scores in read if scores):
            answer = max(scores, key=scores.__getitem__)
            squares[answer] += scores[answer] ** 2
        whole = " ".join(meant for meant, _ in read)
        return whole, {answer: sqrt(square) for answer, square in squares.items()}

    def _read(self, text: str) -> tuple[str, _Scores]:
        """Return a short text in the reading that is most like an answer, and how much."""
        read = [(reading, self._scores(reading)) for reading in readings(text, self._language)]
        return max(read, key=lambda each: max(each[1].values(), default=0))

    def _scores(self, text: str) -> _Scores:
        asked, length = self._weights_of(text)
        scores = [0.0] * len(self._slugs)
        for number, weight in asked.items():
            share = weight / length
            those = slice(self._begin[number], self._begin[number + 1])
            for answer, held in zip(self._answers[those], self._weights[those], strict=True):
                scores[answer] += share * held
        return {answer: score for answer, score in enumerate(scores) if score}

    def _pieces_in(self, phrases: Iterable[str]) -> _Held:
        """Count the pieces in phrases."""
        said: defaultdict[str, float] = defaultdict(float)
        for phrase in phrases:
            words = words_in(plain(phrase, self._language))
            for one in _said(words):
                said[one] += len(words) ** -WORDY
        held: defaultdict[int, float] = defaultdict(float)
        for one, times in said.items():
            for piece in _pieces(one):
                held[hash(piece)] += times
        return array("q", held), array("f", (times**AGAIN for times in held.values()))

    def _place(self, held: Sequence[_Held]) -> None:
        """Let each answer's pieces count so that all together have the length one."""
        free = self._begin[:-1]
        numbered = {piece: number for number, piece in enumerate(self._known)}
        for answer, (pieces, times) in enumerate(held):
            numbers = [numbered[piece] for piece in pieces]
            weights = [
                count * self._rarity[number] for number, count in zip(numbers, times, strict=True)
            ]
            length = sqrt(sum(weight * weight for weight in weights))
            for number, weight in zip(numbers, weights, strict=True):
                self._answers[free[number]] = answer
                self._weights[free[number]] = weight / length
                free[number] += 1

    def _weights_of(self, text: str) -> tuple[Mapping[int, float], float]:
        """Return how much each known piece of a text counts, by its number; the length of all."""
        pieces = Counter(piece for one in _said(words_in(text)) for piece in _pieces(one))
        known, squares = {}, 0.0
        for piece, times in pieces.items():
            number = self._number_of(piece)
            weight = times**AGAIN * (self._unheard if number is None else self._rarity[number])
            if number is not None:
                known[number] = weight
            # Words that nobody put side by side yet are no stranger than in any other order
            if number is not None or BETWEEN not in piece[1:]:
                squares += weight * weight
        return known, sqrt(squares)

    def _number_of(self, piece: str) -> int | None:
        """Return the number of a piece; None if no phrase has it."""
        wanted = hash(piece)
        number = bisect_left(self._known, wanted)
        is_known = number < len(self._known) and self._known[number] == wanted
        return number if is_known else None


def _rarity(answers: int, of_all: int) -> float:
    """Return how much a piece counts: the fewer answers hold it, the more."""
    return log((1 + of_all) / (1 + answers)) + COMMON


def _sentences(text: str) -> Iterator[str]:
    """Yield sentences; what has no full stops is cut where somebody might have set one."""
    for sentence in _ENDS.split(text):
        words = sentence.split()
        for begin in range(0, len(words), SENTENCE):
            yield " ".join(words[begin : begin + SENTENCE])


def _said(words: Sequence[str]) -> Iterator[str]:
    """Yield words, and what stands side by side."""
    yield from words
    for one, next_ in pairwise(words):
        yield f"{one[:PAIR]}{BETWEEN}{next_[:PAIR]}"


def _pieces(said: str) -> Iterator[str]:
    """Yield what a word is made of, and itself as a whole; a pair is one piece."""
    if BETWEEN in said:
        yield said
    else:
        yield from pieces_of(said)
        yield BETWEEN + said
