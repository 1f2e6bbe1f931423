"""Letters as they were meant: Russian in Latin or on the wrong layout, Finnish without dots."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from bot.core.languages import Language

SHORTEST: Final = 3
LONGEST: Final = 4
"""Letters of a piece; with 5, more memory and no better."""
_WORD: Final = re.compile(r"\w+")
_CYRILLIC: Final = re.compile(r"[\u0430-\u044f]")
_LATIN: Final = re.compile(r"[a-z]")
LETTERS: Final = tomllib.loads((Path(__file__).parent / "letters.toml").read_text(encoding="utf-8"))
"""What people type in place of what they mean: keys, sounds, spellings."""
_LAYOUT: Final = str.maketrans(LETTERS["keyboard"]["english"], LETTERS["keyboard"]["russian"])
_SOUNDS: Final[Mapping[str, str]] = LETTERS["sounds"]
_PLAIN: Final = str.maketrans(LETTERS["plain"])
_SOUND: Final = re.compile("|".join(sorted(map(re.escape, _SOUNDS), key=len, reverse=True)))
_UMLAUTS: Final = str.maketrans("äöå", "aoa")
_US_KEYS: Final = ((re.compile(r"(?<=[a-z'])'|'(?=[a-z])"), "a"), (re.compile(r"(?<=[a-z]);"), "o"))
"""Where ä and ö are on a Finnish keyboard an English one has ' and ;."""


def words_in(text: str) -> list[str]:
    """Return the words of a text."""
    return _WORD.findall(text)


def pieces_of(word: str, *, shortest: int = SHORTEST, longest: int = LONGEST) -> Iterator[str]:
    """Yield what a word is made of, `shortest` to `longest` letters: alike words share most."""
    framed = f"_{word}_"
    for length in range(shortest, longest + 1):
        for begin in range(len(framed) - length + 1):
            yield framed[begin : begin + length]


def plain(text: str, language: Language) -> str:
    """Return a text in small letters, without dots on them."""
    small = text.lower().translate(_PLAIN)
    if language is not Language.FINNISH:
        return small
    for keys, letter in _US_KEYS:
        small = keys.sub(letter, small)
    return small.translate(_UMLAUTS)


def readings(text: str, language: Language) -> Sequence[str]:
    """Return a text as typed, plain, and what else may be meant by its letters."""
    as_typed = plain(text, language)
    if language is not Language.RUSSIAN or not _LATIN.search(as_typed):
        return [as_typed]
    by_sound = _SOUND.sub(lambda sound: _SOUNDS[sound[0]], as_typed)
    if _CYRILLIC.search(as_typed):
        return [as_typed, by_sound]
    return [as_typed, by_sound, as_typed.translate(_LAYOUT)]
