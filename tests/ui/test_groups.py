"""In groups and channels the bot says one sentence and leaves."""

import asyncio
import logging
from pathlib import Path

import pytest

from tests.town import PATIENCE, town_of


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
async def test_the_bot_says_one_sentence_and_leaves(
    tmp_path: Path, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with town_of(tmp_path, flat=True) as town:
        telegram = town.telegram
        group = telegram.adds(telegram.add_user("Nina"), town.outside, "A group", kind)
        async with asyncio.timeout(PATIENCE):
            while group.bots[town.outside.id] != "left":
                await telegram.wait_change(after=telegram.version)
    said = [call.params["text"] for call in telegram.calls if call.method == "sendMessage"]
    assert "Бот работает только в личных чатах" in said[0]
    assert "Botti toimii vain yksityisissä keskusteluissa" in said[0]
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []
