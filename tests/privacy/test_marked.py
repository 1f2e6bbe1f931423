"""A marked person goes down every path; then everything others can get hold of is searched.

What a promise names and no test searches is only a promise (DESIGN §9.1).
"""

import base64
import logging
import sqlite3
from collections.abc import AsyncIterator, Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import orjson
import pytest

from bot.sandbox.model import Bot, User
from bot.sandbox.phone import KINDS, sample
from bot.sandbox.records import Call
from tests.journeys.test_broadcast import agrees, comes, two, writes
from tests.journeys.test_question import asks, reply_to
from tests.town import Phone, Town, town_of

MARK: Final = "MARKED-7f3a"
HERE: Final = {"latitude": 60.17, "longitude": 24.94}
NUMBER: Final = 5_123_456_789
WORDS: Final = "a-question-in-words-of-her-own"


def marks_of(user: User) -> list[bytes]:
    """Return what gives somebody away, in each form in which it may lie somewhere."""
    number = user.id
    return [
        MARK.encode(),
        MARK.lower().encode(),
        str(number).encode(),
        f"{number:x}".encode(),
        base64.b64encode(str(number).encode()).rstrip(b"="),
        *(number.to_bytes(size, "big") for size in (5, 6, 8)),
        *(number.to_bytes(size, "little") for size in (5, 6, 8)),
    ]


def traces(marks: Iterable[bytes], where: bytes) -> list[bytes]:
    return [mark for mark in marks if mark in where]


@dataclass
class Told:
    """A story with a marked person in it, told to its end."""

    town: Town
    vera: Phone
    olli: Phone

    def received_by(self, phone: Phone) -> bytes:
        """Return all that reached somebody: what their phone shows, and every call for them."""
        calls = [call.params for call in self.town.telegram.calls if _is_for(phone, call)]
        assert calls
        topics = self.town.telegram.chat(phone.user, phone.bot).topics
        return orjson.dumps([calls, phone.from_bot, list(topics.values())], default=str)


def _is_for(phone: Phone, call: Call) -> bool:
    """Whether a bot did this for somebody's chat, its menu of commands included."""
    scope = call.params.get("scope") or {}
    return phone.user.id in (call.params.get("chat_id"), scope.get("chat_id"))


@pytest.fixture(params=["topics", "flat"])
async def town(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Town]:
    async with town_of(tmp_path, flat=request.param == "flat") as built:
        yield built


async def test_nothing_that_the_team_gets_tells_who_asks(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    told = await _story(town, vera=_marked(town, town.outside))
    marks = marks_of(told.vera.user)
    kaisa = await town.coordinator("fi")
    for member in (told.olli, kaisa):
        assert traces(marks, told.received_by(member)) == []
    assert traces(marks, caplog.text.encode()) == []
    assert traces([*marks, WORDS.encode()], _database(town)) == []


async def test_nothing_that_an_emigre_gets_tells_who_answers(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    told = await _story(town, olli=_marked(town, town.inside))
    marks = marks_of(told.olli.user)
    assert traces(marks, told.received_by(told.vera)) == []
    assert traces(marks, caplog.text.encode()) == []
    assert traces(marks, _database(town)) == []


async def test_no_coordinator_sees_who_gets_a_broadcast(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    """One marked person gets it, another has blocked the bot: both stay nobody."""
    caplog.set_level(logging.DEBUG)
    vera = await town.arrives(_marked(town, town.outside))
    blocking = await town.emigre("ru", name=MARK)
    town.telegram.chat(blocking.user, town.outside).blocked = True
    nina, kaisa = await two(town)
    await writes(nina)
    await nina.taps("Спросить остальных")
    await agrees(kaisa)
    await vera.sees("закрыто")
    await comes(nina, "Рассылка закончена.", town)
    told = Told(town, vera, nina)
    for person in (vera, blocking):
        for coordinator in (nina, kaisa):
            assert traces(marks_of(person.user), told.received_by(coordinator)) == []
        assert traces(marks_of(person.user)[2:], caplog.text.encode()) == []
    assert traces([*marks_of(vera.user), "закрыто".encode()], _database(town)) == []


async def test_a_trace_would_be_found(town: Town) -> None:
    """The search itself: a mark that is there is seen, in the file and in what was received."""
    vera = _marked(town, town.outside)
    with closing(sqlite3.connect(_file(town), isolation_level=None)) as database:
        database.execute("CREATE TABLE leak (number INTEGER, name TEXT)")
        database.execute("INSERT INTO leak VALUES (?, ?)", (vera.user.id, MARK))
    found = traces(marks_of(vera.user), _database(town))
    assert MARK.encode() in found
    assert vera.user.id.to_bytes(6, "big") in found


def _marked(town: Town, bot: Bot) -> Phone:
    """Return somebody whose every field gives them away."""
    user = town.telegram.add_user(
        f"First {MARK}",
        last_name=f"Last {MARK}",
        username=f"user_{MARK}",
        language_code="ru",
        bio=f"Bio {MARK}",
        id=NUMBER,
    )
    return Phone(town, user, bot)


async def _story(town: Town, vera: Phone | None = None, olli: Phone | None = None) -> Told:
    """Let a question be asked, answered, added to, changed, taken back, refused and closed.

    Whoever is handed in is marked, and sends everything that could give them away.
    """
    marked = vera or olli
    vera = await town.arrives(vera) if vera else await town.emigre("ru")
    olli = await town.joins(olli) if olli else await town.member("ru")
    await asks(vera, WORDS)
    await olli.taps("Взять")
    block = reply_to(town, await olli.sees(WORDS))
    olli.says("first-answer", **block)
    await vera.sees("first-answer")
    assert marked
    _everything_but_text(marked, **(block if marked is olli else {}))
    _texts_with_people_in_them(marked, **(block if marked is olli else {}))
    changed = vera.says("to be changed")
    await olli.sees("to be changed")
    town.telegram.edits(vera.user, vera.bot, changed["message_id"], "changed now")
    await olli.sees("changed now")
    await vera.until(lambda: vera.answers_to(changed) != [])
    await vera.taps("Удалить у собеседника")
    await olli.loses("changed now")
    olli.says("last answer", **block)
    await vera.sees("last answer")
    await vera.taps("Мой вопрос …")
    await vera.taps("Закрыть вопрос")
    await vera.taps("Да, закрыть")
    await olli.sees("теперь закрыт")
    return Told(town, vera, olli)


def _everything_but_text(phone: Phone, **where: Any) -> None:  # noqa: ANN401
    """Send one of each kind of message, with a caption and a contact that give the person away."""
    for kind in KINDS:
        content = sample(phone.town.telegram.files, phone.bot, kind, f"Caption {MARK}")
        _send(phone, content, **where)
    _send(
        phone, {"contact": {"phone_number": "+1", "first_name": MARK, "user_id": NUMBER}}, **where
    )
    _send(phone, {"venue": {"title": MARK, "address": MARK, "location": HERE}}, **where)


def _texts_with_people_in_them(phone: Phone, **where: Any) -> None:  # noqa: ANN401
    """Send texts whose hidden parts give the person away: mentions, links, forwards, quotes."""
    user = phone.user.account
    whole = {"offset": 0, "length": 4}
    hidden: list[dict[str, Any]] = [
        {"entities": [{"type": "text_mention", "user": user, **whole}]},
        {"entities": [{"type": "text_link", "url": f"https://example.org/{MARK}", **whole}]},
        {"entities": [{"type": "custom_emoji", "custom_emoji_id": str(NUMBER), **whole}]},
        {"forward_origin": {"type": "user", "sender_user": user, "date": 1}},
        {"forward_origin": {"type": "hidden_user", "sender_user_name": MARK, "date": 1}},
        {"quote": {"text": MARK, "position": 0}},
        {"via_bot": {"id": 1, "is_bot": True, "first_name": MARK, "username": MARK}},
        {"author_signature": MARK},
    ]
    for number, part in enumerate(hidden):
        _send(phone, {"text": f"text number {number}", **part}, **where)


def _send(phone: Phone, content: dict[str, Any], **where: Any) -> None:  # noqa: ANN401
    places = where.get("thread_id"), where.get("reply_to")
    phone.town.telegram.sends(phone.user, phone.bot, content, *places)


def _file(town: Town) -> Path:
    return town.settings.data_dir / "majakka.db"


def _database(town: Town) -> bytes:
    """Return every byte of the database: the file, its log, and whatever lies beside it."""
    return b"".join(file.read_bytes() for file in sorted(town.settings.data_dir.iterdir()))
