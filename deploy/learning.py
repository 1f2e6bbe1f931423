"""Learns the alarm from its examples: `python -m deploy.learning` writes `alarm.weights` anew.

A logistic regression over the features of `bot.content.search.alarm`, by accelerated descent with
a step for each weight: it is convex, so the same examples always end at the same weights. The file
begins with a hash of what it was learned from, so that a test sees one that is old without
learning again.
"""

import hashlib
import random
import re
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from bot.content.library import library
from bot.content.search import alarm
from bot.content.search.finding import ELSEWHERE
from bot.content.search.letters import LETTERS, plain, readings
from bot.core.languages import Language
from bot.files import folder

ROUNDS: Final = 150
CALM_PHRASE: Final = 0.4
"""What a phrase by which people ask for an answer counts beside an example: they are many."""
SLIP_COUNTS: Final = 0.3
"""What an example counts that is given once more with slips of the finger."""
BARE: Final = 0.5
"""How often it has no marks then;"""
SLIPS: Final = 0.35
"""how often a word slips in it;"""
SHORT: Final = 4
"""one of fewer letters never does;"""
JOINED: Final = 0.1
"""and how often two words grow together."""
MISREAD: Final = 5
"""One of how many calm Russian texts is given as it is misread, too, and"""
MISREAD_COUNTS: Final = 0.3
"""what that counts."""
LOOSE: Final = 80.0
"""How little big weights are held against the fit."""
RARE: Final = 1.3
"""How much more what few examples have counts while it learns."""
EVEN: Final = 0.7
"""Below 1, big weights are taken back: no single word may decide alone."""
ABOUT_DANGER: Final = frozenset(
    {"emergency", "detention", "health-mind", "trafficking", "removal-practice"}
)
"""Answers for which people ask in danger too: their phrases teach nothing."""

WEIGHING: Final = (
    Path(__file__),
    *(alarm.FILE.with_name(name) for name in ("alarm.py", "beginnings.py")),
    *(alarm.FILE.with_name(name) for name in ("letters.py", "letters.toml")),
)
"""What learns, and what reads and weighs a text: another one wants other weights."""

_LATIN: Final = {
    heard: written
    for written, heard in sorted(LETTERS["sounds"].items(), key=lambda pair: len(pair[0]))[::-1]
}
"""How a Russian letter is written in Latin ones: as short as can be."""

_PARTS: Final = re.compile(r"\S+|\s+")
_MARK: Final = re.compile(r"[^\w\s]")

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """A text, whether it speaks of danger now, and what it counts."""

    text: str
    language: Language
    danger: bool
    counts: float = 1.0


def examples() -> Iterator[Example]:
    """Yield what the alarm learns from."""
    for language in Language:
        told = list(_told(language))
        yield from told
        dangers = {each.text for each in told if each.danger}
        for phrase in _asked(language):
            if phrase not in dangers:
                yield Example(phrase, language, danger=False, counts=CALM_PHRASE)


def _asked(language: Language) -> Iterator[str]:
    """Yield the phrases by which people ask for answers, and for what no answer is about."""
    for slug, phrases in library().asked[language].items():
        if slug not in ABOUT_DANGER:
            yield from phrases
    for asked in ELSEWHERE.values():
        yield from asked[language].splitlines()


def _told(language: Language) -> Iterator[Example]:
    """Yield what was written down for the alarm to learn from."""
    for file in sorted((folder("locales") / language / "urgent").glob("*.txt")):
        is_danger = file.stem.startswith("danger")
        for line in file.read_text(encoding="utf-8").splitlines():
            yield Example(line, language, is_danger)


def slipped(text: str) -> str:
    """Return a text as it is typed in haste: letters left out, swapped and doubled, words joined.

    The same text always slips in the same places.
    """
    chance = random.Random(crc32(text.encode()))  # noqa: S311 - the same slips at each learning
    marked = text if chance.random() > BARE else _MARK.sub(" ", text)
    return "".join(_slipped(part, chance) for part in _PARTS.findall(marked))


def _slipped(part: str, chance: random.Random) -> str:
    """Let a word or what stands between two slip, or not."""
    if part.isspace():
        return "" if chance.random() < JOINED else part
    if len(part) < SHORT or chance.random() > SLIPS:
        return part
    at = chance.randrange(1, len(part) - 1)
    before, one, after = part[:at], part[at], part[at + 1 :]
    return chance.choice(
        [before + after, before + after[0] + one + after[1:], before + one * 2 + after]
    )


def in_latin(text: str) -> str:
    """Return a Russian text in Latin letters."""
    heard = plain(text, Language.RUSSIAN)
    return "".join(_LATIN.get(each, LETTERS["ear"].get(each, each)) for each in heard)


def misread(example: Example) -> Iterator[Example]:
    """Yield what nobody meant and is read too when a calm Russian text comes in Latin letters.

    The loudest of the readings counts, so nonsense must be calm.
    """
    is_calm = example.language is Language.RUSSIAN and not example.danger
    if is_calm and crc32(example.text.encode()) % MISREAD == 0:
        as_typed_and_by_keys = readings(in_latin(example.text), example.language)[::2]
        for text in as_typed_and_by_keys:
            yield replace(example, text=text, counts=MISREAD_COUNTS)


def taught() -> list[Example]:
    """Return the examples, and what befalls them on the way."""
    given = list(examples())
    slips = [
        replace(each, text=slipped(each.text), counts=SLIP_COUNTS)
        for each in given
        if each.counts == 1
    ]
    return [*given, *slips, *(read for each in given for read in misread(each))]


def digest() -> bytes:
    """Return a hash of the examples and of what learns and weighs."""
    made = hashlib.sha256()
    for example in examples():
        made.update(repr(example).encode())
    for file in WEIGHING:
        made.update(file.read_bytes())
    return made.digest()


def learn(given: list[Example]) -> tuple[Numbers, float]:
    """Return a weight for each bucket, and the bias.

    What few examples have counts more while it learns: common words tell little apart.
    """
    found = [sorted(alarm.features(alarm.words_of(each.text, each.language))) for each in given]
    # The bias is one more feature, which every example has
    sizes = np.array([len(each) + 1 for each in found])
    rows = np.repeat(np.arange(len(found)), sizes)
    columns = np.array([bucket for each in found for bucket in [*each, alarm.BUCKETS]])
    rarity = _rarity(columns, len(found))
    values = rarity[columns] / np.sqrt(np.maximum(sizes - 1, 1))[rows]
    values[columns == alarm.BUCKETS] = 1
    wanted = np.array([each.danger for each in given], dtype=float)
    counts = np.array([each.counts for each in given])

    def sums(weights: Numbers) -> Numbers:
        return np.bincount(rows, weights[columns] * values, len(given)).astype(float)

    def back(wrong: Numbers) -> Numbers:
        felt = (counts * wrong)[rows] * values
        return np.bincount(columns, felt, alarm.BUCKETS + 1).astype(float)

    def slope(weights: Numbers) -> Numbers:
        return back(1 / (1 + np.exp(-sums(weights))) - wanted) + weights / LOOSE

    # No weight's slope turns faster than this: what few examples have may go far at each step
    steepest = back(sums(np.ones(alarm.BUCKETS + 1))) / 4 + 1 / LOOSE
    learned = _descend(slope, 1 / steepest)
    weights = learned[:-1] * rarity[:-1]
    return np.sign(weights) * np.abs(weights) ** EVEN, float(learned[-1])


def _rarity(columns: NDArray[np.int64], texts: int) -> Numbers:
    """Return how rare each bucket's features are, 1 on the average."""
    times = np.bincount(columns, minlength=alarm.BUCKETS + 1)
    rarity = np.log((1 + texts) / (1 + times))
    scaled: Numbers = (rarity / rarity[times > 0].mean()) ** RARE
    return scaled


def _descend(slope: Callable[[Numbers], Numbers], step: Numbers) -> Numbers:
    """Return where a convex function is lowest, by Nesterov's accelerated descent."""
    weights = ahead = np.zeros(alarm.BUCKETS + 1)
    for number in range(ROUNDS):
        lower = ahead - step * slope(ahead)
        ahead = lower + number / (number + 3) * (lower - weights)
        weights = lower
    return weights


def write(learned: Numbers, bias: float) -> None:
    """Write the weights as the alarm reads them: a byte for each."""
    step = float(np.abs(learned).max()) / 127
    small = np.rint(learned / step).astype(np.int8)
    head = digest() + array("d", [step, bias]).tobytes()
    alarm.FILE.write_bytes(head + small.tobytes())


def main() -> None:
    """Learn, and say how much."""
    given = list(examples())
    write(*learn(taught()))
    dangers = sum(each.danger for each in given)
    print(f"{alarm.FILE.name}: from {dangers} of danger, {len(given) - dangers} of none")


if __name__ == "__main__":
    main()
