"""Words by their beginnings, with tolerance for one slip of the finger."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from bot.content.search.letters import LETTERS

_FOLD: Final = str.maketrans(LETTERS["heard"])
_HUSHED: Final = re.compile(f"(?<=[{LETTERS['hushed']['after']}]){LETTERS['hushed']['written']}")
_STRETCHED: Final = re.compile(r"(\w)\1{2,}")
_SHORT: Final = 2
_LONG: Final = 6
"""From how many letters on a beginning may be misspelt: shorter ones become other words."""


def fold(text: str) -> str:
    """Return text as it sounds: no capitals, no dots, no letters held down ("helpppp").

    What sounds alike is one letter, in Russian too (`letters.toml`).
    """
    return _HUSHED.sub(
        LETTERS["hushed"]["heard"], _STRETCHED.sub(r"\1", text.lower().translate(_FOLD))
    )


def in_a_row(entry: str) -> list[str]:
    """Split words that stand in a row. A short one is a whole word: too many begin so."""
    parts = entry.split("_")
    return [part if len(part) > _SHORT or part.endswith("=") else f"{part}=" for part in parts]


class Beginnings:
    """Beginnings of words; one that ends in "=" stands for the whole word."""

    def __init__(self, beginnings: Iterable[str]) -> None:
        self._known = frozenset(beginnings)
        self._slips: dict[str, set[str]] = defaultdict(set)
        for beginning in self._known:
            if len(beginning.rstrip("=")) >= _LONG:
                for slip in _slips(beginning):
                    self._slips[slip].add(beginning)
        self._longest = 1 + max(map(len, self._known), default=0)

    def of(self, word: str) -> set[str]:
        """Return the beginnings of a folded word; misspelt ones too if it has no long one."""
        whole = f"{word}="
        known = self.as_typed(word)
        if whole in known or any(len(beginning) >= _LONG for beginning in known):
            return known
        return known | {
            beginning
            for end in self._ends(whole)[_LONG - 2 :]
            for typed in _readings(whole[:end])
            for beginning in self._slips.get(typed, ())
        }

    def as_typed(self, word: str) -> set[str]:
        """Return the beginnings of a folded word, with no slip forgiven."""
        whole = f"{word}="
        return {whole[:end] for end in self._ends(whole) if whole[:end] in self._known}

    def _ends(self, whole: str) -> range:
        return range(1, min(len(whole), self._longest) + 1)


def _slips(right: str) -> Iterator[str]:
    """Yield how it is typed with one letter less, more or else ("?"), or with two swapped.

    The first letter stays, and so does the last: a beginning that lost its end is another one.
    """
    for at in range(1, len(right) - 1):
        yield right[:at] + right[at + 1 :]
        yield f"{right[:at]}?{right[at:]}"
        yield f"{right[:at]}?{right[at + 1 :]}"
        yield right[: at - 1] + right[at] + right[at - 1] + right[at + 1 :]


def _readings(typed: str) -> Iterator[str]:
    yield typed
    for at in range(1, len(typed) - 1):
        yield f"{typed[:at]}?{typed[at + 1 :]}"
