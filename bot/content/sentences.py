"""The sentences of a text, as its reader meets them."""

import re
from collections.abc import Iterator
from typing import Final

from bot.content.markdown import UNCONFIRMED, plain
from bot.content.writings import Writing

_END: Final = re.compile(
    rf"(?:(?<=[.!?…])|(?<=[.!?…] {UNCONFIRMED}))\s+(?![a-zà-ÿ\u0430-\u044f\u0451{UNCONFIRMED}])"
)
"""Between two sentences. A mark behind the full stop belongs to the sentence before it, and what
goes on in small letters is no new one: “12.6. asti”."""
_BULLET: Final = re.compile(r"^(?:•|\d+\.) ")
_WORD: Final = re.compile(r"[^\W_]+(?:[-–:][^\W_]+)*")
_CITED: Final = re.compile(r"\[\d+\]")


def sentences_of(writing: Writing) -> Iterator[str]:
    """Yield the sentences of the beginning and of each part, in plain words."""
    for text in (writing.lead, *(part.text for part in writing.parts)):
        for line in plain(text).splitlines():
            yield from filter(None, _END.split(_BULLET.sub("", line)))


def words_in(sentence: str) -> int:
    """Return how many words a sentence has; the marks of its sources are none."""
    return len(_WORD.findall(_CITED.sub("", sentence)))
