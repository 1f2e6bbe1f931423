"""A town for each journey: two bots with topics, and one flat bot."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.town import Town, town_of


@pytest.fixture(params=["topics", "flat"])
async def town(
    request: pytest.FixtureRequest, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> AsyncIterator[Town]:
    """Return a town in which the bot runs; afterwards look that nothing went wrong unseen."""
    async with town_of(tmp_path, flat=request.param == "flat") as built:
        yield built
    assert built.refusals == []
    assert {tap.count for tap in built.telegram.answers.values()} <= {1}
    assert [record.getMessage() for record in caplog.records if record.name[:4] == "bot."] == []
