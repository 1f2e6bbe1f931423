"""A broadcast through Telegram's moods and `kill -9`: nobody skipped, nobody twice unseen."""

import asyncio
import random
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from sqlalchemy import delete

from bot.core.broadcasts import BroadcastId
from bot.core.outgoing import BotName
from bot.delivery.broadcasting import MOST_IN_BATCH
from bot.store.broadcasts import Progress
from bot.store.store import Store
from bot.store.tables import people
from tests.crowd import WORDS, broadcast, crowd_in, language_of, written
from tests.faults.conftest import Talk
from tests.faults.program import town_with_a_program
from tests.journeys.test_broadcast import FI_TEXT, RU_TEXT, begins
from tests.town import PATIENCE, Town, town_of

KILLS = 6
PEOPLE = 1000


async def progress(town: Town, number: BroadcastId) -> Progress:
    return await written(town, lambda store: store.broadcasts.progress(number))


async def reaches(town: Town, number: BroadcastId, holds: Callable[[Progress], bool]) -> Progress:
    """Wait until a broadcast has come so far; return how far."""
    async with asyncio.timeout(PATIENCE):
        while not holds(found := await progress(town, number)):  # noqa: ASYNC110 - told by no event
            await asyncio.sleep(0.02)
    return found


async def test_each_reads_it_once_in_their_language(talk: Talk) -> None:
    crowd = await crowd_in(talk.town, 120)
    number = await broadcast(talk.town)
    done = await reaches(talk.town, number, lambda now: not now.waiting)
    assert done == Progress(arrived=121)  # Vera too
    assert set(crowd.copies().values()) == {1}
    for place, user in enumerate(crowd.users):
        (read,) = crowd.read_by(user)
        assert read["text"] == WORDS[language_of(place)]
    assert not any(WORDS[language] in str(talk.olli.from_bot) for language in WORDS)


async def test_each_mood_of_telegram_is_told_as_it_was(talk: Talk) -> None:
    crowd = await crowd_in(talk.town, 60)
    faults = talk.town.telegram.faults
    blocked, slow, lost, refused = crowd.users[:4]
    talk.town.telegram.chat(blocked, talk.town.outside).blocked = True
    faults.add("sendMessage", kind="flood", chat_id=slow.id)
    faults.add("sendMessage", kind="lost", chat_id=lost.id)
    faults.add("sendMessage", kind="error", chat_id=refused.id)
    number = await broadcast(talk.town)
    now = await reaches(talk.town, number, lambda now: now.waiting == 1)
    assert now == Progress(waiting=1, arrived=57, unreachable=1, uncertain=1, refused=1)
    assert crowd.copies()[slow.id] == 0
    talk.town.clock.push(timedelta(seconds=31))
    done = await reaches(talk.town, number, lambda now: not now.waiting)
    assert done == Progress(arrived=58, unreachable=1, uncertain=1, refused=1)
    talk.town.clock.push(timedelta(hours=1))
    await talk.quiet()
    assert crowd.copies()[lost.id] == 1
    assert await written(talk.town, lambda store: store.broadcasts.send_again(number))
    assert talk.town.app
    talk.town.app.sender.wake()
    await reaches(talk.town, number, lambda now: not now.waiting)
    first, second = crowd.read_by(lost)
    assert second["text"].endswith("\n\n" + first["text"])
    assert second["text"].startswith("(Повтор")


async def test_an_answer_never_waits_for_a_broadcast(tmp_path: Path) -> None:
    """With copies held up half-way, everything that people wait for goes on."""
    async with town_of(tmp_path, flat=False) as town:
        crowd = await crowd_in(town, 200)
        faults = town.telegram.faults
        held = faults.add("sendMessage", kind="held", chat_id=crowd.users[0].id)
        number = await broadcast(town)
        async with asyncio.timeout(PATIENCE):
            while held in faults.waiting:
                await town.telegram.wait_change(after=town.telegram.version)
        vera = await town.emigre("ru")
        vera.says("Здравствуйте")
        await vera.button("Спросить об этом человека")
        assert (await progress(town, number)).waiting
        faults.remove(held)
        await reaches(town, number, lambda now: not now.waiting)
        assert set(crowd.copies().values()) == {1}


async def test_without_a_line_nothing_is_lost_and_nobody_hammered(talk: Talk) -> None:
    crowd = await crowd_in(talk.town, 120)
    server = talk.town.server
    assert server
    await server.disappear()
    number = await broadcast(talk.town)
    await talk.town.idle()
    assert (await progress(talk.town, number)).waiting == 121
    await server.appear()
    talk.town.clock.push(timedelta(seconds=61))
    done = await reaches(talk.town, number, lambda now: not now.waiting)
    assert done == Progress(arrived=121)
    assert set(crowd.copies().values()) == {1}


async def test_a_stop_holds_back_what_has_not_gone(talk: Talk) -> None:
    crowd = await crowd_in(talk.town, 150)
    held = talk.town.telegram.faults.add("sendMessage", kind="held", chat_id=crowd.users[0].id)
    number = await broadcast(talk.town)
    await talk.until_held(held)
    assert await written(talk.town, lambda store: store.broadcasts.stop(number))
    talk.town.telegram.faults.remove(held)
    stopped = await reaches(talk.town, number, lambda now: now.arrived == MOST_IN_BATCH)
    await talk.quiet()
    assert await progress(talk.town, number) == stopped == Progress(waiting=51, arrived=100)
    assert sum(crowd.copies().values()) == 99  # Vera came first


async def test_the_second_broadcast_waits_for_the_first(talk: Talk) -> None:
    crowd = await crowd_in(talk.town, 120)
    talk.town.telegram.faults.add("sendMessage", kind="flood", chat_id=crowd.users[-1].id)
    first, second = await broadcast(talk.town), await broadcast(talk.town)
    await reaches(talk.town, first, lambda now: now.waiting == 1)
    assert await progress(talk.town, second) == Progress(waiting=121)
    talk.town.clock.push(timedelta(seconds=31))
    await reaches(talk.town, second, lambda now: not now.waiting)
    assert set(crowd.copies().values()) == {2}


async def test_who_erases_themselves_while_it_runs_is_simply_gone(talk: Talk) -> None:
    crowd = await crowd_in(talk.town, 60)
    held = talk.town.telegram.faults.add("sendMessage", kind="held", chat_id=crowd.users[0].id)
    number = await broadcast(talk.town)
    await talk.until_held(held)

    async def erase(store: Store) -> None:
        gone = [await store.people.meet(user.id, BotName.EMIGRE) for user in crowd.users[1::2]]
        ids = [person.id for person in gone]
        await store.connection.execute(delete(people).where(people.c.id.in_(ids)))

    await written(talk.town, erase)
    talk.town.telegram.faults.remove(held)
    done = await reaches(talk.town, number, lambda now: not now.waiting)
    assert done == Progress(arrived=31)


async def test_text_typed_after_a_broadcast_goes_nowhere_by_guess(talk: Talk) -> None:
    number = await broadcast(talk.town)
    await reaches(talk.town, number, lambda now: not now.waiting)
    talk.vera.says("Спасибо за новость")
    await talk.vera.button("Передать волонтёру")
    await talk.quiet()
    assert not any("Спасибо за новость" in said["text"] for said in talk.olli.from_bot)


async def test_nobody_is_skipped_or_doubled_however_often_it_is_killed(tmp_path: Path) -> None:
    async with town_with_a_program(tmp_path) as (town, program):
        crowd = await crowd_in(town, PEOPLE)
        number = await broadcast(town)
        luck = random.Random(3)  # noqa: S311 - any moments will do; these can be had again
        in_flight = 0
        for _ in range(KILLS):
            await asyncio.sleep(luck.uniform(0, 0.3))
            await program.kill()
            in_flight += program.count("recipients", "state = 'sending'")
            await program.start()
        done = await reaches(town, number, lambda now: not now.waiting)
        assert done == Progress(arrived=PEOPLE - in_flight, uncertain=in_flight)
        copies = crowd.copies()
        assert max(copies.values()) == 1
        missed = [user for user, count in copies.items() if not count]
        assert len(missed) <= in_flight
        assert in_flight <= KILLS * MOST_IN_BATCH


async def test_what_was_written_outlives_a_kill(tmp_path: Path) -> None:
    async with town_with_a_program(tmp_path) as (town, program):
        nina = await town.coordinator("ru", name="Nina")
        await crowd_in(town, 5)
        await begins(nina)
        nina.says(RU_TEXT)
        await nina.sees("Сохранено: ")
        await program.kill()
        await program.start()
        await nina.taps("Написать финский текст")
        await nina.sees("Напишите сюда финский текст")
        await program.kill()
        nina.says(FI_TEXT)
        await program.start()
        await nina.sees("Выше — сообщение таким")
        await nina.sees(RU_TEXT)
        await nina.sees(FI_TEXT)
