"""A marked person goes down every path; then everything others can get hold of is searched.

What a promise names and no test searches is only a promise (DESIGN §9.1).
"""

import asyncio
import logging
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import aiogram
import pytest
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import BufferedInputFile

from bot.backups import back_up
from bot.core.languages import Language
from bot.core.people import Role
from bot.store.backup import unpack
from bot.store.keys import KeyRing
from tests.journeys.test_broadcast import agrees, comes, two, writes
from tests.privacy.marks import (
    MARK,
    NUMBER,
    cells_with,
    file_of,
    marked,
    marks_of,
    reached,
    reached_others,
    stored,
    traces,
)
from tests.privacy.story import Story, of_emigre, of_helper
from tests.speaker import Speaker
from tests.town import Phone, Town, town_of

OTHER = {Language.RUSSIAN: Language.FINNISH, Language.FINNISH: Language.RUSSIAN}
SETUPS = pytest.mark.parametrize(
    ("flat", "language"),
    [(False, Language.RUSSIAN), (True, Language.FINNISH)],
    ids=["topics", "flat"],
)
"""Whoever is marked reads each of the languages once, and the other side the other one."""


def all_logged(caplog: pytest.LogCaptureFixture) -> None:
    """Capture every line of every logger, but how our own answers are read."""
    caplog.set_level(logging.INFO, "markdown_it")
    caplog.set_level(logging.DEBUG)  # last: each call sets what the handler lets through, too
    logging.getLogger("tests").debug("as low as it goes")


async def nothing_is_found(town: Town, marked_one: Phone, logged: str, words: set[str]) -> None:
    """Search calls, other phones, logs, database and backup; words may stand in calls alone."""
    marks = marks_of(marked_one.user)
    sealed = [*marks, *(each.encode() for each in words)]
    assert traces(marks, reached_others(marked_one)) == []
    assert "DEBUG" in logged
    assert traces(sealed, logged.encode()) == []
    assert cells_with(sealed, file_of(town)) == set()
    assert traces(sealed, stored(town)) == []
    folder = town.settings.data_dir.parent
    backup, _ = await asyncio.to_thread(back_up, town.settings, folder / "backups")
    assert traces(sealed, backup.read_bytes()) == []
    unpack(backup, folder / "plain.db", KeyRing.load(town.settings.key_file))
    assert traces(sealed, (folder / "plain.db").read_bytes()) == []


@SETUPS
async def test_nothing_that_others_get_tells_who_asks(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, *, flat: bool, language: Language
) -> None:
    all_logged(caplog)
    async with town_of(tmp_path, flat=flat) as town:
        kaisa = await member(town, OTHER[language], Role.COORDINATOR)
        olli = await member(town, OTHER[language])
        vera = await town.arrives(marked(town, town.outside, language))
        vera.user.language_code = MARK
        words = await of_emigre(Story(town, Speaker(vera, language), olli, kaisa))
        await nothing_is_found(town, vera, caplog.text, words)
        assert unprotected(town, words - {"first answer"}) == []
        assert town.refusals == []


def unprotected(town: Town, words: set[str]) -> list[str]:
    """Return what of an émigré's words the team's honest clients could forward, or could once."""
    team = [chat for chat in town.telegram.private_chats if chat.user.id != NUMBER]
    sent = [
        call.params | {"has_protected_content": call.params.get("protect_content")}
        for call in town.telegram.calls
        if call.method == "sendMessage" and call.params["chat_id"] != NUMBER
    ]
    shown = [each for chat in team for each in chat.messages if each["from"]["is_bot"]]
    held = [each for each in (*sent, *shown) if any(word in each.get("text", "") for word in words)]
    assert all(any(word in each["text"] for each in held) for word in words)
    return [each["text"] for each in held if not each.get("has_protected_content")]


@pytest.mark.parametrize(
    ("flat", "language", "role"),
    [
        (False, Language.RUSSIAN, Role.VOLUNTEER),
        (True, Language.FINNISH, Role.COORDINATOR),
    ],
    ids=["topics", "flat"],
)
async def test_nothing_that_others_get_tells_who_answers(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, *, flat: bool, language: Language, role: Role
) -> None:
    all_logged(caplog)
    async with town_of(tmp_path, flat=flat) as town:
        olli = await town.joins(marked(town, town.inside, language), role)
        olli.user.language_code = MARK
        vera = Speaker(await town.emigre(OTHER[language]), OTHER[language])
        kaisa = await member(town, OTHER[language], Role.COORDINATOR)
        story = Story(town, vera, Speaker(olli, language), kaisa)
        words = await of_helper(story)
        await nothing_is_found(town, olli, caplog.text, words)
        assert town.refusals == []


async def member(town: Town, language: Language, role: Role = Role.VOLUNTEER) -> Speaker:
    """Return somebody of the team."""
    return Speaker(await town.member(language, role, name=role.value), language)


@pytest.fixture(params=["topics", "flat"])
async def town(request: pytest.FixtureRequest, tmp_path: Path) -> Any:  # noqa: ANN401
    async with town_of(tmp_path, flat=request.param == "flat") as built:
        yield built


async def test_no_coordinator_sees_who_gets_a_broadcast(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    """One marked person gets it, another has blocked the bot: both stay nobody."""
    caplog.set_level(logging.DEBUG)
    vera = await town.arrives(marked(town, town.outside))
    blocking = await town.emigre("ru", name=MARK)
    town.telegram.chat(blocking.user, town.outside).blocked = True
    nina, kaisa = await two(town)
    await writes(nina)
    await nina.taps("Спросить остальных")
    await agrees(kaisa)
    await vera.sees("закрыто")
    await comes(nina, "Рассылка закончена.", town)
    for person in (vera, blocking):
        for coordinator in (nina, kaisa):
            assert traces(marks_of(person.user), reached(coordinator)) == []
        assert traces(marks_of(person.user)[2:], caplog.text.encode()) == []
    assert traces([*marks_of(vera.user), "закрыто".encode()], stored(town)) == []


async def test_a_trace_would_be_found(town: Town) -> None:
    """The search itself: a mark that is there is seen, in the file and in what was received."""
    vera, olli = marked(town, town.outside), await town.emigre("ru")
    with closing(sqlite3.connect(file_of(town), isolation_level=None)) as database:
        database.execute("CREATE TABLE leak (number INTEGER, name TEXT)")
        database.execute("INSERT INTO leak VALUES (?, ?)", (vera.user.id, MARK))
    marks = marks_of(vera.user)
    found = traces(marks, stored(town))
    assert MARK.encode() in found
    assert vera.user.id.to_bytes(6, "big") in found
    assert cells_with(marks, file_of(town)) == {"leak.number", "leak.name"}
    assert traces(marks, reached_others(vera)) == []
    assert town.server
    session = AiohttpSession(api=TelegramAPIServer.from_base(town.server.url))
    bot = aiogram.Bot(town.outside.token, session)
    file = BufferedInputFile(f"somebody: {vera.user.id}".encode(), "list.txt")
    async with bot:
        await bot.send_document(olli.user.id, file)
    assert traces(marks, reached_others(vera)) == [str(vera.user.id).encode()]
    assert traces(marks, reached(olli)) == [str(vera.user.id).encode()]
    assert traces(marks, reached_others(olli)) == []
