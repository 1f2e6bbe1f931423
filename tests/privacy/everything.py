"""One message of every kind that aiogram knows, in the Bot API's shape, a mark in every field.

Made from aiogram's own models, so that a field which a later Bot API adds is marked, too.
"""

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from types import UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from aiogram.client.default import Default
from aiogram.enums import ContentType, MessageEntityType
from aiogram.types import Message
from pydantic import BaseModel

from bot.sandbox.model import JSON
from tests.privacy.marks import MARK, NOWHERE, NUMBER

WORDS: Final = "words of their own"
DEEPEST: Final = 1
"""How far optional fields are filled; what must be there is filled all the way down."""
ALTERNATIVES: Final = 8
"""Of a field that may be one of several things (a forward's origin), at most so many."""

WHERE: Final = frozenset(
    {
        "message_id",
        "date",
        "chat",
        "from",
        "message_thread_id",
        "is_topic_message",
        "reply_to_message",
        "edit_date",
        "has_protected_content",
        "media_group_id",
        "direct_messages_topic",
    }
)
"""What the chat itself says of a message: not for its author to choose."""
KINDS: Final = [kind for kind in ContentType if kind is not ContentType.ANY]
"""What a message may be. (“Any” is a word for filters.)"""
_CONTENT: Final = frozenset(kind.value for kind in ContentType) | {"entities"}


def content_of(kind: ContentType, number: int = 0) -> JSON:
    """Return all of a message but where it stands. `number`: which alternatives it is made of."""
    return _around(number) | part_of(kind, number)


def part_of(kind: ContentType, number: int = 0) -> JSON:
    """Return what makes a message one of its kind."""
    if kind is ContentType.UNKNOWN:
        return {"made_up_tomorrow": {"name": MARK, "user": _person()}}
    if kind is ContentType.TEXT:
        return {"text": WORDS, "entities": list(_entities())}
    return {kind.value: _filled(Message.model_fields[kind.value].annotation, number)}


@cache
def _around(number: int) -> JSON:
    """Return what may stand around any content: forwards, quotes, captions, who sent it."""
    fields = {field.alias or name: field for name, field in Message.model_fields.items()}
    return {
        name: _filled(field.annotation, number)
        for name, field in fields.items()
        if name not in WHERE | _CONTENT
    }


def _entities() -> Iterator[JSON]:
    """Yield one of each kind of mark-up, each on a word of its own where words last."""
    for offset, kind in enumerate(MessageEntityType):
        yield {
            "type": kind.value,
            "offset": offset % len(WORDS),
            "length": 1,
            "url": _target(kind, offset % len(WORDS)),
            "user": _person(),
            "language": MARK,
            "custom_emoji_id": str(NUMBER),
            "unix_time": NUMBER,
            "date_time_format": MARK,
        }


def _target(kind: MessageEntityType, offset: int) -> str:
    """Return where a mark-up leads: a link shows that itself, for the others it means nothing.

    A hidden target is the author's words, and spelled out (tests/journeys/test_question.py).
    """
    if kind is MessageEntityType.TEXT_LINK:
        return WORDS[offset]
    return f"https://example.org/{MARK}"


def _person() -> JSON:
    return {
        "id": NUMBER,
        "is_bot": False,
        "first_name": f"First {MARK}",
        "last_name": f"Last {MARK}",
        "username": f"user_{MARK}",
        "language_code": MARK,
        "is_premium": True,
    }


def _filled(kind: Any, number: int, depth: int = 0) -> Any:  # noqa: ANN401 - any annotation, any value
    """Return something of an annotated kind."""
    kind = getattr(kind, "__value__", kind)  # a union that has a name
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _filled(arguments[0], number, depth)
    if origin in {Union, UnionType}:
        some = [each for each in arguments if each not in {type(None), Default}]
        return _filled(some[number % len(some)] if depth < DEEPEST else some[0], number, depth)
    if origin is Literal:
        return arguments[0]
    if origin is list:
        return [_filled(arguments[0], number, depth + 1)] if depth <= DEEPEST else []
    return _model(kind, number, depth) if issubclass(kind, BaseModel) else _plain(kind)


def _plain(kind: type) -> str | int | float | bool:
    """Return a marked string or number."""
    known: dict[type, str | int | float | bool] = {
        bool: True,
        int: NUMBER,
        float: NOWHERE,
        datetime: NUMBER,
        str: MARK,
    }
    return next(value for each, value in known.items() if issubclass(kind, each))


def _model(kind: type[BaseModel], number: int, depth: int) -> JSON:
    """Return a model as JSON with all of its fields."""
    if kind is Message and depth:
        chat = {"id": NUMBER, "type": "private", "first_name": MARK, "username": MARK}
        return {"message_id": 1, "date": 1, "chat": chat, "from": _person(), "text": MARK}
    return {
        field.alias or name: _filled(field.annotation, number, depth + 1)
        for name, field in kind.model_fields.items()
        if depth < DEEPEST or field.is_required() or get_origin(field.annotation) is Literal
    }
