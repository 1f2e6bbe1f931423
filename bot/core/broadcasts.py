"""A broadcast: one message in both languages to a segment. Its rules, without words or SQL."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import Final, NewType

from bot.core.languages import Language
from bot.core.outgoing import Side

BroadcastId = NewType("BroadcastId", int)
"""A broadcast's own number in our database."""


class Segment(StrEnum):
    """To whom a broadcast goes."""

    EMIGRES = "emigres"
    RUSSIAN = "ru"
    FINNISH = "fi"
    TEAM = "team"

    @property
    def side(self) -> Side:
        """The side on which these people read it."""
        return Side.TEAM if self is Segment.TEAM else Side.EMIGRE

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages that it must be written in."""
        only = {Segment.RUSSIAN: Language.RUSSIAN, Segment.FINNISH: Language.FINNISH}.get(self)
        return (only,) if only else tuple(Language)


class BroadcastState(StrEnum):
    """Where a broadcast stands."""

    DRAFT = "draft"
    GOING = "going"
    DONE = "done"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Piece:
    """One message that was typed for a broadcast: a text may be of several."""

    chat_id: int
    number: int
    """Telegram's, in that chat of ours: an edit is known by it."""
    text: str


class RecipientState(StrEnum):
    """What became of one person's copy."""

    WAITING = "waiting"
    SENDING = "sending"
    ARRIVED = "arrived"
    UNREACHABLE = "unreachable"
    UNCERTAIN = "uncertain"
    REFUSED = "refused"


OPEN_RECIPIENTS: Final = frozenset({RecipientState.WAITING, RecipientState.SENDING})
"""Not over yet: while there are such, a broadcast goes on."""

LONGEST_BROADCAST: Final = 3500
"""Letters, as Telegram counts them, in one language.

Apps cut a long text in pieces of 4,096: a text as long as that may be the first piece of one.
"""

FEW: Final = 5
"""Fewer émigrés than this are never told as a number (SECURITY RT-6)."""


def length(text: str) -> int:
    """Count letters as Telegram does: in units of UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def too_many(text: str) -> int:
    """Return how many letters a broadcast's text in one language is too long by; 0 if it fits."""
    return max(0, length(text) - LONGEST_BROADCAST)


def missing(segment: Segment, texts: Mapping[Language, str]) -> Language | None:
    """Return the first language in which the text is not there, or too long; None: complete."""
    return next(
        (
            language
            for language in segment.languages
            if not texts.get(language) or too_many(texts[language])
        ),
        None,
    )


def is_moving(state: BroadcastState, *, sending: int) -> bool:
    """Say whether it still changes how many copies arrived. `sending`: copies on their way."""
    return state is BroadcastState.GOING or sending > 0


class Yes(Enum):
    """Whose yes a broadcast needs besides its author's."""

    NOBODYS = auto()
    ANOTHERS = auto()
    IMPOSSIBLE = auto()
    """Another's, and there is no other coordinator."""


def yes_needed(segment: Segment, recipients: int, *, alone: bool) -> Yes:
    """Say whose yes is needed. Alone, a coordinator may write to many, never to a few émigrés."""
    if not alone:
        return Yes.ANOTHERS
    to_few = segment is not Segment.TEAM and recipients < FEW
    return Yes.IMPOSSIBLE if to_few else Yes.NOBODYS


def is_telling(segment: Segment, number: int) -> bool:
    """Say whether a number of these people may be told as it is."""
    return segment is Segment.TEAM or not number or number >= FEW
