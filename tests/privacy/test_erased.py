"""After an erasure: nothing of the person in the file, its log, its freed pages, a backup, a log.

Everything of theirs is sealed, so the search is for the sealed bytes themselves, and for the
keyed hash by which they were found; those bytes are found before the erasure.
"""

import asyncio
import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.backups import back_up
from bot.core.languages import Language
from bot.store.backup import unpack
from bot.store.keys import KeyRing
from tests.journeys.test_case import an_interview, in_store
from tests.journeys.test_notes import asked_back, begins_note
from tests.journeys.test_odd_orders import key
from tests.journeys.test_question import asks, reply_to
from tests.privacy.marks import MARK
from tests.speaker import Speaker
from tests.town import Phone, Town, town_of

TABLES = (
    "people",
    "requests",
    "messages",
    "held_answers",
    "outbox",
    "cases",
    "dates",
    "case_wishes",
    "plans",
    "kept_answers",
    "notes",
    "places",
    "inbox",
)


def sealed(database: Path) -> set[bytes]:
    """Return every sealed value and hash that the file holds."""
    with closing(sqlite3.connect(database)) as file:
        rows = [row for table in TABLES for row in file.execute(f"SELECT * FROM {table}")]  # noqa: S608 - our own names
    return {value for row in rows for value in row if isinstance(value, bytes)}


def on_disk(folder: Path) -> Iterator[bytes]:
    """Yield all that lies there: the file with its freed pages, its log, the rest."""
    yield from (file.read_bytes() for file in folder.rglob("*") if file.is_file())


async def tells_all(town: Town, vera: Phone) -> None:
    """Let her leave something in every table that keeps anything of anybody."""
    olli = await town.member("fi")
    await asks(vera, f"{MARK} asks")
    await olli.taps("Ota kysymys")
    block = await olli.sees(f"{MARK} asks")
    helper = Speaker(olli, Language.FINNISH)
    await begins_note(helper)
    shown = await asked_back(helper, f"{MARK} in a note", **reply_to(town, block))
    await olli.presses(*key(shown, helper.words("Keep as a note")))
    where = reply_to(town, block)
    shown = await asked_back(helper, "Vastaus", **where)  # it might be another note
    send = shown["reply_markup"]["inline_keyboard"][2][0]
    await olli.presses(shown, send["callback_data"])
    await vera.sees("Vastaus")
    olli.says("Пишите мне в личку", **where)
    await olli.sees("odottaa toista katsojaa")
    vera.says("/now")
    await vera.taps("Ещё не в Финляндии")
    await vera.taps("Сохранить этот план")
    await vera.taps("Главное меню")
    await vera.taps("Моё дело")
    await vera.taps("Выбрать мой этап")
    await vera.taps("Ждёте Migri")
    await vera.taps("Ждёте решения Migri")
    await vera.taps("Не знаю")
    await in_store(town, an_interview(5))
    await vera.taps("Ещё…")
    await vera.taps("Заметка")
    vera.says(f"{MARK} notes")
    await vera.taps("Назад")
    await vera.taps("Ещё…")
    await vera.taps("Напоминания")
    await vera.taps("18:00")
    vera.says("/start a_interview")
    await vera.taps("Сохранить, поделиться")
    await vera.taps("Сохранить для себя")
    await vera.button("Больше не хранить")


@pytest.mark.parametrize("flat", [False, True], ids=["topics", "flat"])
async def test_nothing_of_the_erased_is_left_anywhere(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, *, flat: bool
) -> None:
    caplog.set_level(logging.DEBUG)
    async with town_of(tmp_path, flat=flat) as town:
        data = town.settings.data_dir
        others = sealed(data / "majakka.db")
        vera = await town.emigre("ru", name=MARK)
        await tells_all(town, vera)
        before = sealed(data / "majakka.db") - others
        assert any(value in there for value in before for there in on_disk(data))
        vera.says("/privacy")
        await vera.taps("Удалить всё")
        await vera.taps("Да, удалить всё")
        await vera.sees("Удалено")
        gone = before - sealed(data / "majakka.db")
        assert len(gone) > 6
        await lost(data, gone)

        backup, _ = await asyncio.to_thread(back_up, town.settings, tmp_path / "backups")
        unpack(backup, tmp_path / "plain.db", KeyRing.load(town.settings.key_file))
        plain = (tmp_path / "plain.db").read_bytes()
        assert [value for value in gone if value in plain] == []
    logged = "\n".join(record.getMessage() for record in caplog.records)
    assert MARK not in logged
    assert str(vera.user.id) not in logged


async def lost(folder: Path, gone: set[bytes]) -> None:
    """Wait until none of these bytes lies in a folder: the log is emptied after the answer."""
    async with asyncio.timeout(10):
        while any(  # noqa: ASYNC110 - told by no event
            value in there for there in on_disk(folder) for value in gone
        ):
            await asyncio.sleep(0.05)


async def test_whose_row_goes_takes_all_rows_along(tmp_path: Path) -> None:
    """The people table holds nobody but the member afterwards, and no table points elsewhere."""
    async with town_of(tmp_path, flat=True) as town:
        vera = await town.emigre("ru", name=MARK)
        await tells_all(town, vera)
        vera.says("/privacy")
        await vera.taps("Удалить всё")
        await vera.taps("Да, удалить всё")
        await vera.sees("Удалено")
        with closing(sqlite3.connect(town.settings.data_dir / "majakka.db")) as file:
            assert file.execute("SELECT count(*) FROM people").fetchone() == (1,)
            assert file.execute("SELECT count(*) FROM messages").fetchone() == (0,)
            assert file.execute("PRAGMA foreign_key_check").fetchall() == []
