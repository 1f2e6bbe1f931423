"""Is what somebody typed small talk: a greeting, thanks, "who are you", an emoji, a curse?

The words are data (`talk.toml`), both languages and a little English together. A message is
small talk if every word in it is, or may stand beside it, and at least one is. After warm
words (thanks, wishes, curses) people add what is their own, so a third of them may be unknown.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from operator import contains
from pathlib import Path
from typing import Final, NamedTuple

from bot.content.search.beginnings import Beginnings, fold, in_a_row

_DATA: Final = Path(__file__).parent / "talk.toml"
_WORD: Final = re.compile(r"[^\W_]+")
_LONGEST: Final = 12
"""Nobody makes small talk in more words than these."""

_FEW: Final = 3
"""So few words are weighed by what they are, not by how they sound."""


class _Lexicon(NamedTuple):
    by_first: dict[str, list[tuple[str, tuple[str, ...]]]]
    """By the first word of an entry: its kind, and the whole entry."""
    beginnings: Beginnings


def is_talk(text: str) -> bool:
    """Return whether a message only makes contact. Reads all languages.

    No letter and no digit at all (an emoji, "???") is small talk as well. Ask `alarm` first:
    "goodbye and thank you for everything" is small talk to this one.
    """
    words = _WORD.findall(text)
    if len(words) > _LONGEST:
        return False
    covered = _covered(words, _lexicon().beginnings.of)
    talk = covered["talk"] | covered["phrases"]
    after_names = {at + 1 for at in covered["names"]}
    names = {at for at, word in enumerate(words) if word.istitle()} & after_names
    known = len(talk | covered["beside"] | covered["warm"] | names)
    if covered["asking"]:
        return known == len(words) and bool(covered["phrases"])
    if covered["warm"] and "?" not in text:
        return known * 3 >= len(words) * 2
    return known == len(words) and bool(talk or not words)


def is_everyday(text: str) -> bool:
    """Return whether a message of a few words says nothing that could be danger: `hm, tomorrow`.

    Nothing is left of it beside small talk and words of every day. No slip is forgiven: what is
    one letter away may be grave.
    """
    words = _WORD.findall(text)
    if not 0 < len(words) <= _FEW or "🆘" in text:
        return False
    covered = _covered(words, _lexicon().beginnings.as_typed)
    plain = covered["talk"] | covered["phrases"] | covered["everyday"]
    return len(plain) == len(words) and not covered["grave"]


def _covered(words: Iterable[str], beginnings_of: Callable[[str], set[str]]) -> dict[str, set[int]]:
    """Return for each kind the places of words that belong to one of its entries."""
    by_first = _lexicon().by_first
    begun = [beginnings_of(fold(word)) for word in words]
    places: dict[str, set[int]] = defaultdict(set)
    for at, beginnings in enumerate(begun):
        for beginning in beginnings:
            for kind, entry in by_first.get(beginning, ()):
                following = begun[at : at + len(entry)]
                if len(following) == len(entry) and all(map(contains, following, entry)):
                    places[kind].update(range(at, at + len(entry)))
    return places


@cache
def _lexicon() -> _Lexicon:
    by_first: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    parts: set[str] = set()
    for kind, words in tomllib.loads(_DATA.read_text("utf-8")).items():
        for entry in fold(words).split():
            row = tuple(in_a_row(entry))
            by_first[row[0]].append((kind, row))
            parts.update(row)
    return _Lexicon(by_first, Beginnings(parts))
