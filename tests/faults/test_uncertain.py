"""Killed around one call: before Telegram did the work, after it, and with the answer in hand.

Nobody can know in which of the three it was, so each kind of letter has a policy.
"""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.core.outgoing import Kind
from bot.sandbox.faults import Fault
from bot.sandbox.phone import menu
from tests.faults import silence
from tests.faults.program import Program, town_with_a_program
from tests.journeys.test_question import asks, reply_to
from tests.journeys.test_team import opens_member
from tests.town import Phone, Town

AGAIN = timedelta(seconds=61)
PICTURE = "(a picture)"
REPEATED = {"ru": "(Повтор:", "fi": "(Lähetetty uudelleen:"}


@dataclass
class Scene:
    """Vera's question is with Olli, who has answered; she has added a line."""

    town: Town
    program: Program
    vera: Phone
    olli: Phone
    added: int
    """The number of her line in her chat."""
    kaisa: Phone
    """A coordinator."""
    where: dict[str, Any]
    """Where he answers."""


@dataclass(frozen=True)
class Case:
    """What leads to one letter, and how often it is seen if the call was lost or its answer was."""

    kind: Kind
    method: str
    act: Callable[[Scene], Awaitable[None]]
    whose: str
    words: str
    if_lost: int
    if_done: int
    says_so: bool = False


async def vera_adds(scene: Scene) -> None:
    scene.vera.says("И ещё одно")


async def vera_closes(scene: Scene) -> None:
    await scene.vera.taps("Мой вопрос …")
    await scene.vera.taps("Закрыть вопрос")
    await scene.vera.taps("Да, закрыть")


async def vera_edits(scene: Scene) -> None:
    scene.town.telegram.edits(scene.vera.user, scene.vera.bot, scene.added, "Точнее")


async def vera_takes_back(scene: Scene) -> None:
    await scene.vera.taps("Удалить у собеседника")


async def another_asks(scene: Scene) -> None:
    await asks(await scene.town.emigre("ru", name="Other"), "Чужой вопрос")


async def olli_talks_to_himself(scene: Scene) -> None:
    scene.olli.says("Hmm")


async def olli_leads_away(scene: Scene) -> None:
    scene.olli.says("Пишите мне в личку", **scene.where)


async def olli_asks_a_colleague(scene: Scene) -> None:
    block, ask_to_close = await scene.olli.button("Sulje kysymys")
    code = ask_to_close.removeprefix("xq:")
    await scene.olli.presses(block, f"yw:{code}:main")
    await scene.olli.until(lambda: colleagues(scene.olli) != [])
    await scene.olli.presses(block, colleagues(scene.olli)[0])


def colleagues(phone: Phone) -> list[str]:
    """Return what the buttons carry by which one can ask somebody."""
    markups = [said.get("reply_markup", {}).get("inline_keyboard", []) for said in phone.from_bot]
    carried = [key["callback_data"] for rows in markups for row in rows for key in row]
    return [each for each in carried if each.startswith("ya:")]


async def olli_looks_again(scene: Scene) -> None:
    _, ask_to_close = await scene.olli.button("Sulje kysymys")
    screen = scene.olli.from_bot[0]  # no letter: what is tapped there stands in its place
    await scene.olli.presses(screen, ask_to_close.replace("xq:", "oa:"))


async def olli_turns_to_russian(scene: Scene) -> None:
    scene.olli.says("/language")
    await scene.olli.sees("Valitse kieli.")
    await scene.olli.taps("Русский")


async def olli_is_suspended(scene: Scene) -> None:
    await opens_member(scene.kaisa, scene.olli)
    await scene.kaisa.taps("Keskeytä pääsy")
    await scene.kaisa.taps("Kyllä, keskeytä")


async def a_coordinator_notes(scene: Scene) -> None:
    kaisa = await scene.town.coordinator("fi")
    _, data = await scene.vera.button("Мой вопрос …")
    await kaisa.presses(kaisa.from_bot[-1], data.replace("r:", "vn:"))
    await kaisa.sees("Kirjoita muistiinpano nyt.")
    kaisa.says("Katso Migrin sivu")
    await kaisa.taps("Tallenna muistiinpanoksi")


async def vera_erases(scene: Scene) -> None:
    scene.vera.says("/privacy")
    await scene.vera.taps("Удалить всё")
    await scene.vera.taps("Да, удалить всё")


async def vera_falls_silent(scene: Scene) -> None:
    await silence.falls_silent(scene.town, scene.vera)


async def vera_answers_after_all(scene: Scene) -> None:
    told = next(said for said in scene.olli.from_bot if "Добавлю" in said["text"])
    await silence.answers_after_all(scene.town, scene.vera, told)


async def vera_copies(scene: Scene) -> None:
    scene.vera.says("/privacy")
    await scene.vera.taps("Взять копию")
    await scene.vera.taps("Прислать файлы")


async def vera_looks_at_figures(scene: Scene) -> None:
    scene.vera.says("/answers")
    await scene.vera.taps("Решение")
    await scene.vera.taps("Цифры: решения по россиянам")
    await scene.vera.taps("Картинка и все числа")


CASES = (
    Case(Kind.RELAY, "sendMessage", vera_adds, "olli", "И ещё одно", 1, 2, says_so=True),
    Case(Kind.NOTICE, "sendMessage", vera_closes, "olli", "on nyt suljettu", 1, 2, says_so=True),
    Case(Kind.FIRST, "sendMessage", olli_looks_again, "olli", "Vastaa kirjoittamalla", 0, 1),
    Case(Kind.SILENCE, "sendMessage", vera_falls_silent, "olli", "❗", 1, 2, says_so=True),
    Case(
        Kind.SETTLED,
        "sendMessage",
        vera_answers_after_all,
        "olli",
        "muistutukseen on vastattu",
        1,
        2,
        says_so=True,
    ),
    Case(
        *(Kind.NOTE, "sendMessage", a_coordinator_notes, "olli", "Katso Migrin sivu"),
        if_lost=1,
        if_done=2,
        says_so=True,
    ),
    Case(Kind.OFFER, "sendMessage", another_asks, "olli", "Uusi kysymys", 1, 2),
    Case(Kind.ASK, "sendMessage", olli_asks_a_colleague, "kaisa", "ottamaan hoitaaksesi", 1, 2),
    Case(Kind.EYES, "sendMessage", olli_leads_away, "kaisa", "odottaa toista katsojaa", 1, 2),
    Case(Kind.RECEIPT, "sendMessage", vera_adds, "vera", "Передаём.", 1, 2),
    Case(Kind.SCREEN, "sendMessage", olli_talks_to_himself, "olli", "Mihin kysymykseen", 1, 2),
    Case(Kind.EDIT, "editMessageText", vera_edits, "olli", "Точнее", 1, 1),
    Case(Kind.DELETE, "deleteMessage", vera_takes_back, "olli", "Добавлю", -1, -1),
    Case(Kind.RENAME, "editForumTopic", vera_closes, "olli", "✔", 1, 1),
    Case(Kind.END, "deleteForumTopic", olli_is_suspended, "olli", "Добавлю", -1, -1),
    Case(Kind.FORGET, "deleteForumTopic", vera_erases, "olli", "Добавлю", -1, -1),
    Case(Kind.FILE, "sendDocument", vera_copies, "vera", "majakka.txt", 1, 2),
    Case(Kind.FILE, "sendPhoto", vera_looks_at_figures, "vera", PICTURE, 1, 2),
    Case(Kind.MENU, "setMyCommands", olli_turns_to_russian, "olli", "Вопросы, которые ждут", 1, 1),
)


def test_every_kind_of_letter_has_its_case() -> None:
    assert {case.kind for case in CASES} == set(Kind)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.kind)
@pytest.mark.parametrize("moment", ["before", "after", "unnoted"])
async def test_killed_around_the_call(tmp_path: Path, case: Case, moment: str) -> None:
    async with town_with_a_program(tmp_path) as (town, program):
        scene = await _scene(town, program)
        phone: Phone = getattr(scene, case.whose)
        earlier = seen(phone, case.words)
        fault = _trouble(town, case, phone, {"before": "hang", "after": "hang_done"}.get(moment))
        await case.act(scene)
        await _met(town, fault)
        if moment == "unnoted":
            await _killed_with_the_answer_in_hand(town, program, fault)
        else:
            await program.kill()
        assert program.count("outbox", f"kind = '{case.kind}' AND state = 'sending'") == 1

        await program.start()
        town.clock.push(AGAIN)
        await program.settles()
        more = case.if_lost if moment == "before" else case.if_done
        assert seen(phone, case.words) - earlier == more
        texts = [message["text"] for message in phone.from_bot if case.words in message["text"]]
        assert any(text.startswith(tuple(REPEATED.values())) for text in texts) is case.says_so


async def test_killed_while_a_topic_is_made(tmp_path: Path) -> None:
    """The topic that nobody knows of stays empty; all that is said goes into a new one."""
    async with town_with_a_program(tmp_path) as (town, program):
        vera, olli = await town.emigre("ru"), await town.member("fi")
        await asks(vera, "Вопрос")
        await olli.sees("Uusi kysymys")
        fault = town.telegram.faults.add("createForumTopic", kind="hang_done")
        await olli.taps("Ota kysymys")
        await _met(town, fault)
        await program.kill()
        await program.start()
        town.clock.push(AGAIN)
        block = await olli.sees("Вопрос")
        orphan, used = town.telegram.chat(olli.user, olli.bot).topics
        assert block["message_thread_id"] == used
        assert not [m for m in olli.messages if m.get("message_thread_id") == orphan]


async def _scene(town: Town, program: Program) -> Scene:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    kaisa = await town.coordinator("fi")  # off duty: asked to look, and offered nothing
    await kaisa.taps("Vuoroni")
    await kaisa.taps("Pois vuorosta…")
    await asks(vera, "Вопрос")
    await olli.sees("Uusi kysymys")
    await olli.taps("Ota kysymys")
    where = reply_to(town, await olli.sees("Вопрос"))
    olli.says("Слушаю вас", **where)
    await vera.sees("Слушаю вас")
    added = vera.says("Добавлю")
    await olli.sees("Добавлю")
    await vera.sees("Передаём.")
    await program.settles()
    return Scene(town, program, vera, olli, added["message_id"], kaisa, where)


def _trouble(town: Town, case: Case, phone: Phone, kind: str | None) -> Fault:
    chat = None if case.kind is Kind.MENU else phone.user.id
    return town.telegram.faults.add(
        case.method, kind=kind or "held", bot_id=phone.bot.id, chat_id=chat
    )


async def _met(town: Town, fault: Fault) -> None:
    """Wait until a call has met the trouble; the log of calls tells."""
    async with asyncio.timeout(10):
        while not any(call.fault == fault.kind for call in town.telegram.calls):
            await town.telegram.wait_change(after=town.telegram.version)


async def _killed_with_the_answer_in_hand(town: Town, program: Program, fault: Fault) -> None:
    """Let the answer through while the database takes no writes, so that it is never noted."""
    with closing(sqlite3.connect(program.database, isolation_level=None)) as database:
        database.execute("BEGIN IMMEDIATE")
        town.telegram.faults.remove(fault)
        await asyncio.sleep(0.1)  # time for the answer to arrive; without it nothing changes
        await program.kill()
        database.execute("ROLLBACK")


def seen(phone: Phone, words: str) -> int:
    """Count what shows `words`: messages, files, pictures, topics, commands of the menu."""
    chat = phone.town.telegram.chat(phone.user, phone.bot)
    shown = [message["text"] for message in phone.from_bot]
    shown += [sent["document"]["file_name"] for sent in chat.messages if "document" in sent]
    shown += [PICTURE for sent in chat.messages if "photo" in sent]
    shown += [topic["name"] for topic in chat.topics.values()]
    shown += [command["description"] for command in menu(phone.bot, phone.user)]
    return sum(words in text for text in shown)
