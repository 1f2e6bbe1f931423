"""Somebody whose every field gives them away, and the search for what gives them away."""

import base64
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import orjson

from bot.sandbox.model import Bot, PrivateChat, User
from bot.sandbox.records import Call
from tests.town import Phone, Town

MARK: Final = "MARKED-7f3a"
NUMBER: Final = 5_123_456_789
"""The number of whoever is marked, and every other number that they send."""
NOWHERE: Final = 60.123456789
"""Where they are: both coordinates, and every other broken number."""


def marked(town: Town, bot: Bot, language: str = "ru") -> Phone:
    """Return somebody with a phone whose every field gives them away, but their language yet."""
    user = town.telegram.add_user(
        f"First {MARK}",
        last_name=f"Last {MARK}",
        username=f"user_{MARK}",
        language_code=language,
        bio=f"Bio {MARK}",
        id=NUMBER,
    )
    return Phone(town, user, bot)


def marks_of(user: User) -> list[bytes]:
    """Return what gives somebody away, in each form in which it may lie somewhere."""
    number = user.id
    return [
        MARK.encode(),
        MARK.lower().encode(),
        str(NOWHERE).encode(),
        str(number).encode(),
        f"{number:x}".encode(),
        base64.b64encode(str(number).encode()).rstrip(b"="),
        *(number.to_bytes(size, "big") for size in (5, 6, 8)),
        *(number.to_bytes(size, "little") for size in (5, 6, 8)),
    ]


def traces(marks: Iterable[bytes], where: bytes) -> list[bytes]:
    """Return the marks that are found somewhere."""
    return [mark for mark in marks if mark in where]


def reached(phone: Phone) -> bytes:
    """Return all that reached somebody: every call for them, and what their phone shows."""
    telegram = phone.town.telegram
    calls = [call for call in telegram.calls if _is_of(phone, call)]
    return _as_bytes(calls, [telegram.chat(phone.user, phone.bot)])


def reached_others(phone: Phone) -> bytes:
    """Return all that reached anybody but one person.

    What is left out is what a bot did in that person's own chats, nothing else.
    """
    telegram = phone.town.telegram
    calls = [call for call in telegram.calls if not _is_of(phone, call)]
    return _as_bytes(calls, [each for each in telegram.private_chats if each.user != phone.user])


def _as_bytes(calls: Sequence[Call], chats: Iterable[PrivateChat]) -> bytes:
    assert calls
    asked = [(call.method, call.params) for call in calls]
    shown = [(chat.messages, list(chat.topics.values())) for chat in chats]
    return orjson.dumps([asked, shown], default=str)


def _is_of(phone: Phone, call: Call) -> bool:
    """Whether a call was for somebody's own chat, its menu and the clocks of buttons included."""
    scope = call.params.get("scope") or {}
    scope = orjson.loads(scope) if isinstance(scope, str) else scope
    if tap := phone.town.telegram.answers.get(str(call.params.get("callback_query_id"))):
        return tap.user is phone.user
    return str(phone.user.id) in {str(call.params.get("chat_id")), str(scope.get("chat_id"))}


def file_of(town: Town) -> Path:
    """Return where the database lies."""
    return town.settings.data_dir / "majakka.db"


def stored(town: Town) -> bytes:
    """Return every byte of the database: the file, its log, and whatever lies beside it."""
    return b"".join(
        file.read_bytes() for file in sorted(town.settings.data_dir.rglob("*")) if file.is_file()
    )


def cells_with(marks: Iterable[bytes], database: Path) -> set[str]:
    """Return which columns of a database hold a mark in clear."""
    wanted = list(marks)
    return {
        column
        for column, value in _cells(database)
        if traces(wanted, value if isinstance(value, bytes) else str(value).encode())
    }


def _cells(database: Path) -> Iterator[tuple[str, Any]]:
    with closing(sqlite3.connect(database)) as file:
        names = file.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in names:
            rows = file.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - its own names
            columns = [name for name, *_ in rows.description]
            for row in rows:
                yield from ((f"{table}.{c}", v) for c, v in zip(columns, row, strict=True))
