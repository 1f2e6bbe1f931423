"""Is what somebody typed in a language that is not spoken here? By small words, which are data."""

import re
import tomllib
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

_DATA: Final = Path(__file__).with_name("foreign.toml")
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_FEWEST: Final = 3
"""Of fewer words nobody can tell: names, slang and loan words are in every language."""
_SHARE: Final = 0.6
"""What share of the words must be known."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """A language that is not spoken here."""

    sorry: str
    """A sentence in it: what is spoken here, and where help is in danger."""
    words: Set[str]
    letters: Set[str]
    """Letters that neither of ours has: one of them tells."""


def foreign(text: str) -> Foreign | None:
    """Return the language of a text if it is one of those, else None."""
    words = [word.lower() for word in _WORD.findall(text)]
    for language in _languages():
        if any(language.letters & set(word) for word in words):
            return language
    if len(words) < _FEWEST:
        return None
    best = max(_languages(), key=lambda language: _share(words, language))
    return best if _share(words, best) >= _SHARE else None


def _share(words: Sequence[str], language: Foreign) -> float:
    return sum(word in language.words for word in words) / len(words)


@cache
def _languages() -> Sequence[Foreign]:
    read = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    return [
        Foreign(each["sorry"], frozenset(each["words"].split()), frozenset(each.get("letters", "")))
        for each in read.values()
    ]
