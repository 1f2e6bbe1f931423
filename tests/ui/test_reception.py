"""What comes in at the door: what we asked for, and what we did not."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.store.tables import inbox
from tests.town import Town, town_of


async def set_aside(town: Town) -> int:
    assert town.app
    query = select(func.count()).where(inbox.c.dead_at.is_not(None))
    counted = await town.app.writer.run(lambda store: store.connection.execute(query))
    return int(counted.scalar_one())


REACTION = {
    "chat": {"id": 5_000_000_001, "type": "private", "first_name": "Vera"},
    "user": {"id": 5_000_000_001, "is_bot": False, "first_name": "Vera"},
    "message_id": 1,
    "date": 1_790_000_000,
    "old_reaction": [],
    "new_reaction": [{"type": "emoji", "emoji": "👍"}],
}


@pytest.mark.parametrize(
    "odd",
    [
        {},
        {"poll": {"id": "1"}},
        {"message": None},
        {"something_new": {"message": {}}},
        {"message_reaction": REACTION},
    ],
)
async def test_what_we_did_not_ask_for_is_passed_over(tmp_path: Path, odd: dict[str, Any]) -> None:
    async with town_of(tmp_path, flat=True) as town:
        town.telegram.inject(town.outside, odd)
        await town.emigre("ru")
        assert await set_aside(town) == 0


async def test_a_broken_message_is_set_aside_and_blocks_nobody(tmp_path: Path) -> None:
    async with town_of(tmp_path, flat=True) as town:
        town.telegram.inject(town.outside, {"message": {"chat": "no chat"}})
        await town.emigre("ru")
        assert await set_aside(town) == 1
