"""A request: a question handed to the team. One table of moves; code, diagram and docs read it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2s
from typing import Final, NewType

from bot.core import codes

RequestId = NewType("RequestId", int)
"""A request's own number in our database. People see its code instead."""

MessageId = NewType("MessageId", int)
"""The number, in our database, of one message of a request."""


class State(StrEnum):
    """Where a request stands."""

    EARLY = "early"
    """Typed before the person agreed that we keep anything; held for a day at most."""
    DRAFT = "draft"
    WAITING = "waiting"
    OFFERED = "offered"
    CLAIMED = "claimed"
    ANSWERED = "answered"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class Event(StrEnum):
    """What can happen to a request."""

    AGREE = "agree"
    SEND = "send"
    DISCARD = "discard"
    TAKE_BACK = "take back"
    """By who asked it, before anybody has it: it is a draft again."""
    OFFER = "offer"
    CLAIM = "claim"
    ANSWER = "answer"
    ADD = "add"
    WRITE = "write"
    """The team writes what answers nothing: an interpreter does, or an answer had to wait for a
    second pair of eyes, and whoever asked wrote more meanwhile. They wait as before."""
    HAND_BACK = "hand back"
    HAND_OVER = "hand over"
    """To one member, who has said yes."""
    CLOSE = "close"
    REOPEN = "reopen"
    """By who asked it, while its helper still has it."""
    ASK_AGAIN = "ask again"
    """By who asked it, later than that, or after they withdrew it."""


class Reason(StrEnum):
    """Why a helper closes a request."""

    DONE = "d"
    """All is answered."""
    SILENT = "s"
    """Whoever asked writes no more."""
    ELSEWHERE = "e"
    """It is for somebody else than us: what was written says for whom."""


class Doubt(StrEnum):
    """What an émigré says of a helper, without the helper's knowing."""

    OTHER = "o"
    """Somebody else is to help."""
    WRONG = "w"
    """Something in what they write is wrong."""
    UNSAFE = "u"
    """They ask for money, a name, or to write elsewhere; they frighten."""


class Why(StrEnum):
    """Why a rule says no. `ui.refusals` has one sentence for each."""

    NOT_IN_THIS_STATE = "not in this state"
    TAKEN_BY_ANOTHER = "taken by another"
    OVER = "over"
    OWN_REQUEST = "own request"
    OWN_WISH = "own wish"
    ABOUT_ONESELF = "about oneself"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True)
class Refused:
    """A rule said no. Told to the person, counted, never logged as an error."""

    why: Why


MOVES: Final[Mapping[tuple[State, Event], State]] = {
    (State.EARLY, Event.ADD): State.EARLY,
    (State.EARLY, Event.AGREE): State.DRAFT,
    (State.DRAFT, Event.ADD): State.DRAFT,
    (State.DRAFT, Event.SEND): State.WAITING,
    (State.DRAFT, Event.DISCARD): State.WITHDRAWN,
    (State.WAITING, Event.ADD): State.WAITING,
    (State.WAITING, Event.OFFER): State.OFFERED,
    (State.WAITING, Event.TAKE_BACK): State.DRAFT,
    (State.WAITING, Event.CLOSE): State.WITHDRAWN,
    (State.OFFERED, Event.ADD): State.OFFERED,
    (State.OFFERED, Event.OFFER): State.OFFERED,
    (State.OFFERED, Event.CLAIM): State.CLAIMED,
    (State.OFFERED, Event.TAKE_BACK): State.DRAFT,
    (State.OFFERED, Event.CLOSE): State.WITHDRAWN,
    (State.CLAIMED, Event.ADD): State.CLAIMED,
    (State.CLAIMED, Event.ANSWER): State.ANSWERED,
    (State.CLAIMED, Event.WRITE): State.CLAIMED,
    (State.CLAIMED, Event.HAND_BACK): State.WAITING,
    (State.CLAIMED, Event.HAND_OVER): State.CLAIMED,
    (State.CLAIMED, Event.CLOSE): State.CLOSED,
    (State.ANSWERED, Event.ADD): State.CLAIMED,
    (State.ANSWERED, Event.ANSWER): State.ANSWERED,
    (State.ANSWERED, Event.WRITE): State.ANSWERED,
    (State.ANSWERED, Event.HAND_BACK): State.WAITING,
    (State.ANSWERED, Event.HAND_OVER): State.ANSWERED,
    (State.ANSWERED, Event.CLOSE): State.CLOSED,
    (State.CLOSED, Event.REOPEN): State.CLAIMED,
    (State.CLOSED, Event.ASK_AGAIN): State.WAITING,
    (State.WITHDRAWN, Event.ASK_AGAIN): State.WAITING,
}

OPEN: Final = frozenset({State.WAITING, State.OFFERED, State.CLAIMED, State.ANSWERED})
"""Sent and not over: somebody still expects something."""

HELD: Final = frozenset({State.CLAIMED, State.ANSWERED})
"""A volunteer has it."""


def move(state: State, event: Event) -> State | Refused:
    """Say where `event` leads. An old button's event is refused, never an error."""
    if (state, event) in MOVES:
        return MOVES[state, event]
    if state in {State.CLOSED, State.WITHDRAWN}:
        return Refused(Why.OVER)
    if event is Event.CLAIM and state in HELD:
        return Refused(Why.TAKEN_BY_ANOTHER)
    return Refused(Why.NOT_IN_THIS_STATE)


MOST_OPEN: Final = 3
"""Requests that somebody may have open at once by asking."""
MOST_MESSAGES: Final = 20
"""Messages in one draft (SECURITY IN-1)."""
CODE_LENGTH: Final = 5


def may_close_for(reason: Reason, state: State) -> bool:
    """Say whether a helper may close a request for a reason: who to turn to is said before."""
    return reason is not Reason.ELSEWHERE or state is State.ANSWERED


def draw_code() -> str:
    """Draw a request's code: random, so that it tells neither order nor number."""
    return codes.draw(CODE_LENGTH)


def seal_of(code: str, texts: Iterable[str]) -> str:
    """Return a mark of a draft as it is shown: a button that carries it sends this and no more.

    It tells nothing of the words to whoever does not know the request's code.
    """
    return blake2s("\0".join(texts).encode(), key=code.encode(), digest_size=8).hexdigest()
