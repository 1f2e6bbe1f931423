"""What a failed call means: by type; by Telegram's words only where it leaves no choice."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from typing import Final

from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiohttp import ClientConnectorError

WITHOUT_A_NUMBER: Final = timedelta(seconds=30)
"""How long to stop after a 429 that does not say how long."""


class NotSentError(Exception):
    """What must come before a message failed, so the message itself surely did not go."""


class LostThreadError(Exception):
    """The thread in which a message belongs is gone: somebody deleted it by hand."""


class Meaning(Enum):
    """What to do about a failed call."""

    NOT_SENT = auto()
    UNCERTAIN = auto()
    FLOOD = auto()
    BLOCKED = auto()
    NO_THREAD = auto()
    LOST_THREAD = auto()
    NO_TOPICS = auto()
    DONE_ALREADY = auto()
    TOO_LATE = auto()
    REFUSED = auto()
    TOKEN_REVOKED = auto()


@dataclass(frozen=True, slots=True)
class Failure:
    """A failed call, understood."""

    meaning: Meaning
    stop_for: timedelta = timedelta()


_WORDS: Final = {
    "message is not modified": Meaning.DONE_ALREADY,
    "message to delete not found": Meaning.DONE_ALREADY,
    "TOPIC_NOT_MODIFIED": Meaning.DONE_ALREADY,
    "query is too old": Meaning.DONE_ALREADY,
    "message thread not found": Meaning.NO_THREAD,
    "TOPIC_ID_INVALID": Meaning.NO_THREAD,
    "the chat is not a forum": Meaning.NO_TOPICS,
    "BOT_FORUM_CREATE_FORBIDDEN": Meaning.NO_TOPICS,
    "message to edit not found": Meaning.TOO_LATE,
    "message can't be edited": Meaning.TOO_LATE,
    "message can't be deleted": Meaning.TOO_LATE,
}

_BY_TYPE: Final[Mapping[type[Exception], Meaning]] = {
    TelegramUnauthorizedError: Meaning.TOKEN_REVOKED,
    TelegramForbiddenError: Meaning.BLOCKED,
    LostThreadError: Meaning.LOST_THREAD,
    TelegramEntityTooLarge: Meaning.REFUSED,
    TelegramNotFound: Meaning.REFUSED,
}


def understand(error: Exception) -> Failure:
    """Say what `error`, raised by a call to Telegram, means for what was to be done."""
    if isinstance(error, TelegramRetryAfter):
        return Failure(Meaning.FLOOD, timedelta(seconds=error.retry_after))
    if isinstance(error, TelegramAPIError) and error.message.startswith("Too Many Requests"):
        return Failure(Meaning.FLOOD, WITHOUT_A_NUMBER)
    if isinstance(error, TelegramBadRequest):
        return Failure(_by_words(error.message))
    if isinstance(error, NotSentError) or isinstance(error.__cause__, ClientConnectorError):
        return Failure(Meaning.NOT_SENT)
    return Failure(_BY_TYPE.get(type(error), Meaning.UNCERTAIN))


def _by_words(description: str) -> Meaning:
    return next(
        (meaning for words, meaning in _WORDS.items() if words in description), Meaning.REFUSED
    )
