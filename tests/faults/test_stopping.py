"""SIGTERM: what is under way ends, the rest waits for the next start, and nothing comes twice."""

import asyncio
from pathlib import Path

from tests.faults.program import town_with_a_program
from tests.journeys.test_question import asks


async def test_a_letter_on_its_way_is_noted_before_the_program_ends(tmp_path: Path) -> None:
    async with town_with_a_program(tmp_path, flat=True) as (town, program):
        vera, olli = await town.emigre("ru"), await town.member("fi")
        await asks(vera, "Вопрос")
        await olli.sees("Uusi kysymys")
        held = town.telegram.faults.add("sendMessage", kind="held", chat_id=vera.user.id)
        await olli.taps("Otan tämän")
        await vera.sees("взял на себя волонтёр")
        assert program.count("outbox", "state = 'sending'") >= 1
        stopping = asyncio.create_task(program.stop())  # noqa: TID251 - awaited below
        await town.outside.updates.wait_polled(polled=False)
        town.telegram.faults.remove(held)
        assert await stopping == 0
        assert program.count("outbox", "state IN ('sending', 'uncertain')") == 0
