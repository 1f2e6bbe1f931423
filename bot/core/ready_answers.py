"""A ready answer, as it is typed: its first line is the title, the rest the text."""

from enum import Enum, auto
from typing import Final, NamedTuple, NewType

ReadyId = NewType("ReadyId", int)
"""The number of a ready answer in our database."""

LONGEST_TITLE: Final = 40
"""Characters: it stands on a button."""
LONGEST_READY: Final = 3500
"""Characters: with what stands around it, it stays one message."""


class Unfit(Enum):
    """Why what was typed is no ready answer."""

    ONE_LINE = auto()
    TITLE_TOO_LONG = auto()
    TOO_LONG = auto()


class Written(NamedTuple):
    """What was typed."""

    title: str
    text: str


def read_ready(typed: str) -> Written | Unfit:
    """Part what was typed in its title and its text."""
    title, _, text = (part.strip() for part in typed.strip().partition("\n"))
    if not text:
        return Unfit.ONE_LINE
    if len(title) > LONGEST_TITLE:
        return Unfit.TITLE_TOO_LONG
    return Unfit.TOO_LONG if len(text) > LONGEST_READY else Written(title, text)
