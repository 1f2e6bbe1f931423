"""`kill -9` around what is due by the clock: done once, never skipped, days of being off merged."""

import asyncio
import random
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from tests.faults.program import Program, town_with_a_program
from tests.journeys.test_question import asks
from tests.town import Phone, Town

KILLS = 12
QUESTIONS = 5
DAY = timedelta(days=1)
AGAIN = timedelta(seconds=61)
REPEAT = "(Lähetetty uudelleen"


async def test_what_is_due_is_done_once_however_often_the_program_is_killed(
    tmp_path: Path,
) -> None:
    async with town_with_a_program(tmp_path) as (town, program):
        kaisa, olli = await _waiting_questions(town)
        await program.settles()
        luck = random.Random(11)  # noqa: S311 - any moments will do; these can be had again
        town.clock.push(2 * DAY)
        in_flight = 0
        for _ in range(KILLS):
            await asyncio.sleep(luck.uniform(0, 0.15))
            await program.kill()
            in_flight += program.count("outbox", "state = 'sending'")
            await program.start()
            town.clock.push(AGAIN)
        await _done(program)
        await program.settles(push=AGAIN)
        assert 1 <= len(_late(kaisa)) <= 1 + in_flight
        assert sum(not text.startswith(REPEAT) for text in _late(kaisa)) <= 1
        assert QUESTIONS <= len(_offers(olli)) <= QUESTIONS + in_flight
        assert {_code(text) for text in _offers(olli)} == _codes(program)


async def test_days_of_being_off_are_one_offer_and_one_letter(tmp_path: Path) -> None:
    async with town_with_a_program(tmp_path) as (town, program):
        kaisa, olli = await _waiting_questions(town)
        await program.settles()
        await program.kill()
        town.clock.push(9 * DAY)
        await program.start()
        await _done(program)
        await program.settles(push=AGAIN)
        assert len(_late(kaisa)) == 1
        assert sum("Tänä aamuna" in said["text"] for said in kaisa.from_bot) == 1
        assert len(_offers(olli)) == QUESTIONS


async def _waiting_questions(town: Town) -> tuple[Phone, Phone]:
    """Let several people ask, and nobody answer; return a coordinator and a volunteer."""
    kaisa, olli = await town.coordinator("fi"), await town.member("fi")
    for number in range(QUESTIONS):
        await asks(await town.emigre("ru", name=f"Person {number}"), f"Вопрос {number}")
    return kaisa, olli


async def _done(program: Program) -> None:
    """Wait until nothing is due but what was set anew."""
    async with asyncio.timeout(10):
        while program.count("timers", "kind = 'late'"):  # noqa: ASYNC110 - another process does it
            await asyncio.sleep(0.05)


def _late(phone: Phone) -> list[str]:
    return [said["text"] for said in phone.from_bot if "odottanut" in said["text"]]


def _offers(phone: Phone) -> list[str]:
    """Return the offers that can still be taken."""
    return [said["text"] for said in phone.from_bot if "Ota kysymys" in str(said)]


def _code(offer: str) -> str:
    return next(word for word in offer.replace(",", " ").split() if word.isupper())


def _codes(program: Program) -> set[str]:
    """Return the codes of all that waits, from the file."""
    with closing(sqlite3.connect(program.database)) as database:
        return {code for (code,) in database.execute("SELECT code FROM requests")}
