"""What goes out: its kinds, its lanes, and what happens when nobody knows whether it arrived."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, StrEnum, auto
from typing import Final, NewType, Self

PlaceId = NewType("PlaceId", int)
"""Where a message belongs; only the sender turns it into a chat and a thread."""

OutgoingId = NewType("OutgoingId", int)
"""One row of the outbox."""


class BotName(StrEnum):
    """Which of our bots speaks. With one bot it is always the émigrés'."""

    EMIGRE = "emigre"
    DESK = "desk"

    @classmethod
    def of_team(cls, ours: Collection[Self]) -> Self:
        """Return the bot at which the team works, of those that we have."""
        return cls(cls.DESK if cls.DESK in ours else cls.EMIGRE)


class Side(StrEnum):
    """The side on which a place lies: what a person sees as émigré, or as member of the team."""

    EMIGRE = "emigre"
    TEAM = "team"

    @classmethod
    def of(cls, bot: BotName) -> Self:
        """Return the side on which a bot's own screens lie."""
        return cls(cls.TEAM if bot is BotName.DESK else cls.EMIGRE)


class Lane(StrEnum):
    """What keeps its order within a place. In the order of urgency, which is alphabetical."""

    ANSWERS = "answers"
    NOTICES = "notices"


class Kind(StrEnum):
    """What a row of the outbox does."""

    RELAY = "relay"
    FIRST = "first"
    """The first block of a request, above all that was said in it."""
    OFFER = "offer"
    ASK = "ask"
    """Asks one member to take over a request, or to help along in it."""
    EYES = "eyes"
    """That an answer waits for a second pair of eyes, or its words for who looks."""
    NOTICE = "notice"
    NOTE = "note"
    """A note of the team: what replies to it may be a note, and goes nowhere by itself."""
    RECEIPT = "receipt"
    SCREEN = "screen"
    EDIT = "edit"
    DELETE = "delete"
    RENAME = "rename"
    END = "end"
    MENU = "menu"
    FILE = "file"
    FORGET = "forget"
    SILENCE = "silence"
    """Tells the team that somebody answers nothing on a last day."""
    SETTLED = "settled"
    """Tells who was told so that they have answered after all."""


class OutgoingState(StrEnum):
    """Where a row of the outbox stands."""

    READY = "ready"
    SENDING = "sending"
    UNCERTAIN = "uncertain"
    SENT = "sent"
    SKIPPED = "skipped"
    FAILED = "failed"


OF_A_REQUEST: Final = frozenset(
    {Kind.RELAY, Kind.FIRST, Kind.NOTICE, Kind.NOTE, Kind.SILENCE, Kind.SETTLED}
)
"""What is shown of a request beside its offers: a reply to it is meant for the request."""

OF_ITS_WORDS: Final = frozenset({Kind.RELAY, Kind.FIRST, Kind.NOTE})
"""What of that comes again when somebody of the team is shown all of it anew."""

HOLDING: Final = frozenset({OutgoingState.READY, OutgoingState.SENDING, OutgoingState.UNCERTAIN})
"""Not over yet: these keep later rows of their place and lane waiting."""


class WhenUncertain(Enum):
    """What to do when a send may or may not have arrived (Telegram has no idempotency key)."""

    REPEAT_AND_SAY_SO = auto()
    DO_AGAIN = auto()
    AGAIN_SOON = auto()


WHEN_UNCERTAIN: Final[Mapping[Kind, WhenUncertain]] = {
    Kind.RELAY: WhenUncertain.REPEAT_AND_SAY_SO,
    Kind.FIRST: WhenUncertain.DO_AGAIN,
    Kind.NOTICE: WhenUncertain.REPEAT_AND_SAY_SO,
    Kind.NOTE: WhenUncertain.REPEAT_AND_SAY_SO,
    Kind.OFFER: WhenUncertain.DO_AGAIN,  # a second button claims the same request
    Kind.ASK: WhenUncertain.DO_AGAIN,
    Kind.EYES: WhenUncertain.DO_AGAIN,  # the same twice: what is tapped later is decided
    Kind.RECEIPT: WhenUncertain.AGAIN_SOON,
    Kind.SCREEN: WhenUncertain.AGAIN_SOON,
    Kind.EDIT: WhenUncertain.DO_AGAIN,
    Kind.DELETE: WhenUncertain.DO_AGAIN,
    Kind.RENAME: WhenUncertain.DO_AGAIN,
    Kind.END: WhenUncertain.DO_AGAIN,
    Kind.MENU: WhenUncertain.DO_AGAIN,
    Kind.FILE: WhenUncertain.DO_AGAIN,  # the same twice, to whoever asked for it
    Kind.FORGET: WhenUncertain.DO_AGAIN,
    Kind.SILENCE: WhenUncertain.REPEAT_AND_SAY_SO,
    Kind.SETTLED: WhenUncertain.REPEAT_AND_SAY_SO,
}
"""A helper's words are worth a double that says so; edits do no harm twice.

A screen answers somebody who waits for it now: in silence they would think their words lost,
so it goes again at once, a few times; a tap on it, or the next screen, takes its place.
"""

AGAIN_AFTER: Final[Mapping[WhenUncertain, timedelta]] = {
    WhenUncertain.REPEAT_AND_SAY_SO: timedelta(seconds=60),
    WhenUncertain.DO_AGAIN: timedelta(seconds=60),
    WhenUncertain.AGAIN_SOON: timedelta(seconds=3),
}
"""How long an uncertain letter waits before it goes again."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What Telegram shows: made by `ui`, kept in the outbox, sent as it is."""

    text: str
    """Telegram's HTML; at most 4,096 characters once the tags are gone."""
    keyboard: list[list[dict[str, str]]] | None = None
    """Inline buttons as the Bot API takes them."""
    protect: bool = False
    """Forbid honest clients to forward and save it."""
    silent: bool = False
    reply_to: int | None = None
    """Telegram's number of the message answered, in the same chat."""
    thread: int | None = None
    """The thread in which somebody asked for it, where the place itself has none."""
    menu: list[dict[str, str]] | None = None
    """The commands that this chat's menu is to show, in place of a message."""
    file: tuple[str, str] | None = None
    """A file's name and its text; `text` stands beneath it."""
    picture: str | None = None
    """The name of one of our own pictures (`files.picture`); `text` stands beneath it."""
    forget: list[int] | None = None
    """Telegram's numbers of messages to delete; `thread` is a thread to delete whole."""
