"""Does what somebody typed say that they, or somebody near them, are in danger now?

Learned from examples, `locales/<language>/urgent/danger*.txt` and `calm*.txt`: whoever writes
more of them makes the alarm better (`python3 deploy/dev.py alarm`). Each piece of a word or of
two that meet, each word or mark, and each two of them near each other have a weight; their sum is
how much a text sounds like danger. All languages are learned together: people mix them when they
are afraid.
"""

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import sqrt
from pathlib import Path
from typing import Final
from zlib import crc32

from bot.content.search.beginnings import fold
from bot.content.search.letters import pieces_of, plain, readings
from bot.content.search.talk import is_everyday
from bot.core.languages import Language

FILE: Final = Path(__file__).with_name("alarm.weights")
BUCKETS: Final = 1 << 20
"""A feature's weight stands where its hash says; two features seldom meet there."""
DIGEST: Final = 32
"""Bytes at the head of the file: a hash of what it was learned from."""
SHORTEST_PIECE: Final = 4
LONGEST_PIECE: Final = 6
SEAM: Final = (5, 6)
"""Letters of a piece that begins in one word and ends in another."""
STEM: Final = 5
"""Letters that two words near each other are compared by, whatever their endings."""
NEAR: Final = 3
"""How many words on the second of them may stand."""
WINDOW: Final = 40
"""Words and marks of a text that is weighed as one."""
PARTS: Final = ((WINDOW, 1.0), (12, 2.5))
"""Words and marks of the parts of a longer one, and how much louder these must be: one sentence is
enough, but one of many parts sounds like danger by chance, and the sooner the shorter they are."""
ALONE: Final = 2.5
"""How much louder one sentence of a short text must be: who was beaten may ask in the next one, as
calmly as anybody, how to move."""
SURELY: Final = -0.25
"""From here on help comes first, whatever else was found: where fewer than 5 of 100 ordinary
questions in either language are taken for danger."""
PERHAPS: Final = -1.5
"""From here on it is asked, before what was found, whether somebody is in danger."""
_SENTENCE: Final = re.compile(r"[^.!?…\n]+[.!?…]*")
_WORD: Final = re.compile(r"\w+|[^\w\s.,:;…'’–—-]")
"""A mark is a word too: a question mark, a smile and 🆘 say much. Stops, commas and dashes say
how somebody writes, not of what."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned: one small number for each bucket, and how much a step of it counts."""

    step: float
    bias: float
    of: "array[int]"


def alarm(text: str, language: Language) -> bool:
    """Say whether a message speaks of danger now. `language`: of whoever typed it."""
    return not is_everyday(text) and danger(text, language) > SURELY


def perhaps(text: str, language: Language) -> bool:
    """Say whether a message that is no alarm may speak of danger all the same."""
    return not is_everyday(text) and PERHAPS < danger(text, language) <= SURELY


def not_calm(text: str, language: Language) -> bool:
    """Say whether a message is an alarm, or may be one."""
    return not is_everyday(text) and danger(text, language) > PERHAPS


def danger(text: str, language: Language) -> float:
    """Return how much a text, or a part of it, sounds like danger: above 0 more than not."""
    weights = _weights()
    meant = {_folded(reading) for reading in readings(text, language)}
    return max(_loudest(each, weights) for each in meant)


def features(words: Sequence[str]) -> set[int]:
    """Return the buckets of all that is weighed in words: pieces, words, and near pairs."""
    return {crc32(feature.encode()) % BUCKETS for feature in _features(words)}


def words_of(text: str, language: Language) -> list[str]:
    """Return the words of an example as they are weighed."""
    return _WORD.findall(_folded(plain(text, language)))


def _features(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        yield from pieces_of(word, shortest=SHORTEST_PIECE, longest=LONGEST_PIECE)
        yield f" {word}"
    yield from _seams("_".join(words))
    stems = ["^", *(word[:STEM] for word in words), "$"]
    for distance in range(1, NEAR + 1):
        for first, second in zip(stems, stems[distance:], strict=False):
            yield f"{first}… {second}…"


def _seams(row: str) -> Iterator[str]:
    """Yield what stands where two words meet: how one ends and the next begins."""
    for length in SEAM:
        for begin in range(len(row) - length + 1):
            piece = row[begin : begin + length]
            if "_" in piece[1:-1]:
                yield piece


def _loudest(text: str, weights: Weights) -> float:
    """Return how much a text sounds like danger, as a whole or in its loudest part."""
    words = _WORD.findall(text)
    sentences = [_WORD.findall(each) for each in _SENTENCE.findall(text)]
    if sentences == [words] and len(words) <= WINDOW:
        return _weigh(words, weights)  # one sentence: nothing in it stands alone
    alone = [_weigh(each, weights) - ALONE for each in sentences if each]
    if len(words) <= WINDOW:
        return max([_weigh(words, weights), *alone])
    parts = [(part, louder) for size, louder in PARTS for part in _windows(words, size)]
    return max([*alone, *(_weigh(part, weights) - louder for part, louder in parts)])


def _weigh(words: Sequence[str], weights: Weights) -> float:
    found = features(words)
    return weights.bias + weights.step * sum(weights.of[each] for each in found) / sqrt(len(found))


def _windows(words: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """Yield overlapping parts of a long text."""
    for begin in range(0, len(words) - size // 2, size // 2):
        yield words[begin : begin + size]


def _folded(text: str) -> str:
    """Return a text as it sounds, without dots, whatever language it is in."""
    return fold(plain(plain(text, Language.RUSSIAN), Language.FINNISH))


@cache
def _weights() -> Weights:
    """Read what was learned, at the first call."""
    content = FILE.read_bytes()[DIGEST:]
    step, bias = array("d", content[:16])
    return Weights(step, bias, array("b", content[16:]))
