"""SIGTERM: what is under way ends, the rest waits for the next start, and nothing comes twice."""

import asyncio
from datetime import timedelta
from pathlib import Path

from tests.faults.program import town_with_a_program
from tests.journeys.test_question import asks
from tests.town import PATIENCE, Phone


async def test_a_letter_on_its_way_is_noted_before_the_program_ends(tmp_path: Path) -> None:
    async with town_with_a_program(tmp_path, flat=True) as (town, program):
        vera, olli = await town.emigre("ru"), await town.member("fi")
        await asks(vera, "Вопрос")
        await olli.sees("Uusi kysymys")
        held = town.telegram.faults.add("sendMessage", kind="held", chat_id=vera.user.id)
        await olli.taps("Ota kysymys")
        await vera.sees("взял волонтёр")
        assert program.count("outbox", "state = 'sending'") >= 1
        stopping = asyncio.create_task(program.stop())  # noqa: TID251 - awaited below
        await town.outside.updates.wait_polled(polled=False)
        town.telegram.faults.remove(held)
        await stopping
        assert program.count("outbox", "state IN ('sending', 'uncertain')") == 0


async def test_what_telegram_said_about_the_pace_is_known_after_a_restart(tmp_path: Path) -> None:
    """Two chats told to slow down stop everybody, also the program that starts next."""
    async with town_with_a_program(tmp_path, flat=True) as (town, program):
        vera, nina = await town.emigre("ru"), await town.emigre("ru", name="Nina")
        for phone in (vera, nina):
            town.telegram.faults.add(
                "sendMessage", kind="flood", chat_id=phone.user.id, retry_after=3600
            )
            phone.says("/start")
        async with asyncio.timeout(PATIENCE):
            while town.telegram.faults.waiting:
                await town.telegram.wait_change(after=town.telegram.version)
        await program.stop()
        calls = len(town.telegram.calls)
        await program.start()
        town.clock.push(timedelta(seconds=3000))
        third = Phone(town, town.telegram.add_user("Third", language_code="ru"), town.outside)
        third.says("/start")
        await program.hears()
        sent = [call.method for call in list(town.telegram.calls)[calls:]]
        assert "sendMessage" not in sent
        town.clock.push(timedelta(seconds=700))
        await third.sees("Выберите язык.")
        assert len(vera.from_bot) > 1
