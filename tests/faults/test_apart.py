"""One helper has two questions of one person, and nothing that happens shows that they are one's.

What tells it is the moment: the same news in two threads within a second.
"""

from datetime import timedelta

import pytest

from tests.faults.conftest import Talk
from tests.journeys.test_blocking import blocks
from tests.journeys.test_own_questions import asks_more

SURELY_TOLD = timedelta(days=4)
"""After this the second helper has heard, too."""
GONE, BACK, ERASED = "ei tavoita juuri nyt", "tavoitetaan taas", "poisti kaiken"
IS_CLOSED, CLOSED_BY_TEAM = "on nyt suljettu.", "Команда закрыла ваш вопрос"


@pytest.fixture
async def twice(talk: Talk) -> Talk:
    """Let Olli have two questions of Vera's, both answered."""
    await asks_more(talk.vera, "Второе дело")
    await talk.olli.taps("Ota kysymys")
    block = await talk.olli.sees("Второе дело")
    talk.olli.says("Vastaus toiseen", thread_id=block["message_thread_id"])
    await talk.vera.sees("Vastaus toiseen")
    talk.olli.says("Vastaus lisäykseen", **talk.block)
    await talk.vera.sees("Vastaus lisäykseen")
    await talk.quiet()
    return talk


async def goes_by(talk: Talk, time: timedelta) -> None:
    """Let time go by, and what is due be told."""
    talk.town.clock.push(time)
    await talk.quiet()


def threads_told(talk: Talk, words: str) -> list[int]:
    """Return the threads in which something was told, in the order of it."""
    return [said["message_thread_id"] for said in talk.olli.from_bot if words in said["text"]]


async def test_who_blocks_the_bot_is_told_of_in_one_thread_at_a_time(twice: Talk) -> None:
    telegram, vera, olli = twice.town.telegram, twice.vera, twice.olli
    telegram.blocks(vera.user, vera.bot)
    await olli.sees(GONE)
    await goes_by(twice, timedelta(hours=5))
    assert len(threads_told(twice, GONE)) == 1
    twice.town.clock.push(SURELY_TOLD)
    await olli.until(lambda: len(set(threads_told(twice, GONE))) == 2)

    telegram.unblocks(vera.user, vera.bot)
    await olli.sees(BACK)
    await goes_by(twice, timedelta(hours=5))
    assert len(threads_told(twice, BACK)) == 1
    twice.town.clock.push(SURELY_TOLD)
    await olli.until(lambda: len(set(threads_told(twice, BACK))) == 2)

    telegram.blocks(vera.user, vera.bot)
    await olli.until(lambda: len(threads_told(twice, GONE)) == 3)
    telegram.unblocks(vera.user, vera.bot)
    await olli.until(lambda: len(threads_told(twice, BACK)) == 3)
    assert threads_told(twice, GONE)[2] == threads_told(twice, BACK)[2]
    await goes_by(twice, timedelta(hours=36))
    assert len(threads_told(twice, GONE)) == len(threads_told(twice, BACK)) == 3


async def test_who_erases_everything_is_told_of_once_and_then_once_more(twice: Talk) -> None:
    vera, olli = twice.vera, twice.olli
    vera.says("/privacy")
    await vera.taps("Удалить всё")
    await vera.taps("Да, удалить всё")
    await olli.sees(ERASED)
    await twice.quiet()
    assert "Второе дело" not in str(olli.from_bot)
    assert "Добавлю" not in str(olli.from_bot)
    await goes_by(twice, timedelta(hours=5))
    assert str(olli.from_bot).count(ERASED) == 1
    twice.town.clock.push(SURELY_TOLD)
    await olli.until(lambda: str(olli.from_bot).count(ERASED) == 2)


async def test_who_is_blocked_by_the_team_is_told_of_in_one_thread_at_a_time(twice: Talk) -> None:
    kaisa = await twice.town.coordinator("fi")
    await blocks(kaisa)
    await twice.vera.until(lambda: str(twice.vera.from_bot).count(CLOSED_BY_TEAM) == 2)
    await twice.olli.sees(IS_CLOSED)
    await goes_by(twice, timedelta(hours=5))
    assert len(threads_told(twice, IS_CLOSED)) == 1
    twice.town.clock.push(SURELY_TOLD)
    await twice.olli.until(lambda: len(set(threads_told(twice, IS_CLOSED))) == 2)
