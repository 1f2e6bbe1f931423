"""Backups while people write, kills in the middle of one, and what a restore does to people."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete

from bot.backups import back_up, check, restore
from bot.core.clock import SystemClock
from bot.core.outgoing import BotName, Kind, Letter, Side
from bot.core.requests import RequestId
from bot.settings import Settings
from bot.start import CannotStartError, prepared
from bot.store.backup import backups_in, scratch_beside
from bot.store.keys import KeyRing
from bot.store.people import Person
from bot.store.store import Store
from bot.store.tables import people
from tests.faults.program import FORKS, Program, town_with_a_program
from tests.journeys.test_question import asks, reply_to
from tests.town import CHOOSE, Phone, Town

PEOPLE = 50
KILLS = 20
AGAIN = timedelta(seconds=61)
REPEATED = "(Повтор: в прошлый раз связь прервалась.)"
ASKED_AGAIN = {"ru": "пожалуйста, напишите ещё раз", "fi": "kirjoita se uudelleen"}


async def test_a_backup_while_fifty_people_write_is_whole(tmp_path: Path) -> None:
    async with town_with_a_program(tmp_path) as (town, program):
        phones = [await town.emigre("ru", name=f"Person {number}") for number in range(PEOPLE)]
        making = asyncio.create_task(  # noqa: TID251 - a test's own
            asyncio.to_thread(back_up, town.settings, tmp_path / "backups")
        )
        lines = 0
        while not making.done() or lines < PEOPLE:
            phones[lines % PEOPLE].says(f"line {lines}")
            lines += 1
            await asyncio.sleep(0.005)  # a slow disk must not make it thousands
        file, made = await making
        await program.hears()
        await program.settles(push=AGAIN)
        assert made.rows["people"] == PEOPLE
        assert await asyncio.to_thread(check, town.settings, file) == made
        assert program.count("inbox") > lines
        await program.stop()
        await asyncio.to_thread(restore, town.settings, file)
        assert program.count("people") == PEOPLE
        assert program.count("inbox") == made.rows["inbox"]


async def test_a_kill_in_the_middle_leaves_nothing_plain_and_nothing_that_counts(
    tmp_path: Path,
) -> None:
    async with town_with_a_program(tmp_path, running=False) as (town, _):
        await _fill(town.settings)
        folder, settings = tmp_path / "backups", town.settings
        keys = await asyncio.to_thread(KeyRing.load, settings.key_file)
        luck = random.Random(7)  # noqa: S311 - any moments will do; these can be had again
        killed = 0
        for _ in range(KILLS):
            making = FORKS.Process(target=_back_up, args=(settings.model_dump(), folder))
            making.start()
            await asyncio.to_thread(making.join, luck.uniform(0.05, 0.4))
            making.kill()
            await asyncio.to_thread(making.join)
            killed += making.exitcode != 0
            assert _plain_copies(settings) == []
            for _, counts in backups_in(folder, keys):
                await asyncio.to_thread(check, settings, counts)
        assert killed
        file, _ = await asyncio.to_thread(back_up, settings, folder)
        assert file in [path for _, path in backups_in(folder, keys)]
        assert _unfinished(folder) == []


def _back_up(given: dict[str, Any], folder: Path) -> None:
    back_up(Settings(_env_file=None, **given), folder)


def _plain_copies(settings: Settings) -> list[Path]:
    """Return the files of the scratch folder that hold something of a database."""
    scratch = scratch_beside(settings.database_file)
    return [path for path in scratch.rglob("*") if path.is_file() and path.stat().st_size]


def _unfinished(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


async def _fill(settings: Settings) -> None:
    """Make the database so large that a backup takes a moment."""
    async with prepared(settings) as (engine, keys), engine.begin() as connection:
        store = Store(connection, SystemClock(), keys)
        await store.installation.put("ballast", "x" * 30_000_000)


@dataclass
class Past:
    """A question that was being talked about when a backup was made, and has gone on since."""

    town: Town
    program: Program
    vera: Phone
    olli: Phone
    block: dict[str, Any]
    backup: Path

    async def goes_back(self) -> None:
        """Stop, restore the backup, start."""
        await self.program.stop()
        clock = self.program.clock
        await asyncio.to_thread(restore, self.town.settings, self.backup, clock=clock)
        await self.program.start()

    @asynccontextmanager
    async def store(self) -> AsyncIterator[Store]:
        """Work on the database beside the program."""
        async with prepared(self.town.settings) as (engine, keys), engine.begin() as connection:
            yield Store(connection, self.program.clock, keys)

    async def person(self, phone: Phone, store: Store) -> Person:
        bot = BotName.DESK if phone.bot is self.town.inside else BotName.EMIGRE
        return await store.people.meet(phone.user.id, bot)


@pytest.fixture
async def past(tmp_path: Path) -> AsyncIterator[Past]:
    async with town_with_a_program(tmp_path) as (town, program):
        vera, olli = await town.emigre("ru"), await town.member("fi")
        await asks(vera, "Вопрос")
        await olli.taps("Ota kysymys")
        block = reply_to(town, await olli.sees("Вопрос"))
        olli.says("Слушаю вас", **block)
        await vera.sees("Слушаю вас")
        await program.settles(push=AGAIN)
        folder = tmp_path / "backups"
        backup, _ = await asyncio.to_thread(back_up, town.settings, folder, program.clock)
        yield Past(town, program, vera, olli, block, backup)


async def test_who_was_erased_after_the_backup_stays_erased(past: Past) -> None:
    async with past.store() as store:
        vera = await past.person(past.vera, store)
        await store.erasures.note(vera.id)
        await store.connection.execute(delete(people).where(people.c.id == vera.id))
    await past.goes_back()
    assert past.program.count("people") == 1
    assert past.program.count("messages") == 0
    past.vera.says("/start")
    screens = [text for text in (said["text"] for said in past.vera.from_bot) if "языка" in text]
    assert screens == []
    await past.vera.until(lambda: CHOOSE["ru"] in past.vera.from_bot[-1]["text"])


async def test_what_an_erased_helper_had_waits_for_another(past: Past, tmp_path: Path) -> None:
    nina = await past.town.member("ru", name="Nina")
    past.backup, _ = await asyncio.to_thread(
        back_up, past.town.settings, tmp_path / "new", past.program.clock
    )
    async with past.store() as store:
        olli = await past.person(past.olli, store)
        await store.erasures.note(olli.id)
        await store.connection.execute(delete(people).where(people.c.id == olli.id))
    await past.goes_back()
    await past.vera.sees("больше не может заниматься вашим вопросом")
    await nina.taps("Взять")
    await nina.sees("Вопрос")


async def test_both_sides_are_asked_once_to_write_again(past: Past) -> None:
    past.vera.says("Потеряется")
    await past.olli.sees("Потеряется")
    await past.goes_back()
    told = await past.vera.sees(ASKED_AGAIN["ru"])
    there = await past.olli.sees(ASKED_AGAIN["fi"])
    assert there["message_thread_id"] == past.block["thread_id"]
    assert told["reply_markup"]["inline_keyboard"][0][0]["text"] == "Главное меню"
    past.vera.says("Пишу ещё раз")
    await past.olli.sees("Пишу ещё раз")
    await past.program.settles(push=AGAIN)
    await past.program.stop()
    await past.program.start()
    await past.program.settles(push=AGAIN)
    for phone, words in ((past.vera, ASKED_AGAIN["ru"]), (past.olli, ASKED_AGAIN["fi"])):
        assert sum(words in message["text"] for message in phone.from_bot) == 1


async def test_what_was_to_go_is_not_sent_blindly(past: Past, tmp_path: Path) -> None:
    await past.program.stop()
    async with past.store() as store:
        request = RequestId(1)  # the only one
        vera = await past.person(past.vera, store)
        place = await store.outbox.place(vera.id, Side.EMIGRE, request)
        await store.outbox.put(place, Kind.RELAY, Letter("Слова волонтёра"), request=request)
        await store.outbox.put(place, Kind.SCREEN, Letter("Старый экран"))
    past.backup, _ = await asyncio.to_thread(
        back_up, past.town.settings, tmp_path / "new", past.program.clock
    )
    await past.program.start()
    await past.vera.sees("Старый экран")
    await past.goes_back()
    await past.vera.sees(ASKED_AGAIN["ru"])
    assert past.program.count("outbox", "state = 'uncertain'") == 1
    await past.program.settles(push=AGAIN)
    texts = [message["text"] for message in past.vera.from_bot]
    assert [text for text in texts if "Слова волонтёра" in text] == [
        "Слова волонтёра",
        f"{REPEATED}\n\nСлова волонтёра",
    ]
    assert texts.count("Старый экран") == 1


async def test_an_answer_that_may_have_been_let_go_since_waits_for_eyes_no_more(
    past: Past, tmp_path: Path
) -> None:
    kaisa = await past.town.coordinator("fi")
    past.olli.says("Пишите мне в личку", **past.block)
    await kaisa.taps("Katso")
    let_go = await kaisa.button("Lähetä eteenpäin")
    past.backup, _ = await asyncio.to_thread(
        back_up, past.town.settings, tmp_path / "new", past.program.clock
    )
    await kaisa.presses(*let_go)
    await past.vera.sees("в личку")
    await past.goes_back()
    await past.olli.sees("odotti toista katsojaa, kun kopio tehtiin")
    assert past.program.count("held_answers", "state = 'waits'") == 0
    await kaisa.presses(*let_go)
    await past.program.settles(push=AGAIN)
    assert sum("в личку" in said["text"] for said in past.vera.from_bot) == 1


async def test_an_old_button_means_nothing_else_afterwards(past: Past) -> None:
    past.vera.says("После копии")
    await past.olli.sees("После копии")
    await past.vera.sees("Передаём.")
    message, data = await past.vera.button("Удалить у собеседника")
    await past.goes_back()
    past.vera.says("Новые слова")
    await past.olli.sees("Новые слова")
    await past.vera.presses(message, data)
    await past.program.settles(push=AGAIN)
    assert any("Новые слова" in shown["text"] for shown in past.olli.from_bot)
    assert past.program.count("messages", "taken_back_at IS NOT NULL") == 0


async def test_no_restore_beside_a_running_bot(past: Past) -> None:
    before = past.program.count("people")
    with pytest.raises(CannotStartError, match="Stop it first"):
        await asyncio.to_thread(restore, past.town.settings, past.backup)
    assert past.program.count("people") == before
    rehearsed = await asyncio.to_thread(restore, past.town.settings, past.backup, rehearse=True)
    assert rehearsed.contents.rows["people"] == before
    assert not scratch_beside(past.town.settings.database_file).exists()
