"""A question that is being talked about, for tests in which Telegram makes trouble."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.core.outgoing import Kind, Letter, Side
from bot.core.requests import RequestId
from bot.sandbox.faults import Fault
from bot.store.store import Store
from tests.faults.program import count
from tests.journeys.test_question import asks, reply_to
from tests.town import PATIENCE, Phone, Town, town_of


@dataclass
class Talk:
    """Vera's question is with Olli, who has answered, and she has added a line."""

    town: Town
    vera: Phone
    olli: Phone
    block: dict[str, Any]
    """Where Olli writes to answer."""
    added: dict[str, Any]
    """The line that Vera added, in her chat."""

    def trouble(self, method: str, *, kind: str, chat: Phone, **more: Any) -> Fault:  # noqa: ANN401
        """Order trouble for the calls of one method to one phone."""
        return self.town.telegram.faults.add(
            method, kind=kind, bot_id=chat.bot.id, chat_id=chat.user.id, **more
        )

    async def met(self, kind: str, times: int = 1) -> None:
        """Wait until calls have met trouble of a kind."""
        telegram = self.town.telegram
        async with asyncio.timeout(PATIENCE):
            while sum(call.fault == kind for call in telegram.calls) < times:
                await telegram.wait_change(after=telegram.version)

    async def until_held(self, fault: Fault) -> None:
        """Wait until a call has met trouble that holds its answer."""
        async with asyncio.timeout(PATIENCE):
            while fault in self.town.telegram.faults.waiting:
                await self.town.telegram.wait_change(after=self.town.telegram.version)

    def asked(self, method: str, chat: Phone) -> int:
        """Count the calls of a method to a phone, whatever came of them."""
        return sum(
            call.method == method
            and call.bot is chat.bot
            and call.params.get("chat_id") == chat.user.id
            for call in self.town.telegram.calls
        )

    @property
    def database(self) -> Path:
        """The file."""
        return self.town.settings.data_dir / "majakka.db"

    def count(self, table: str, condition: str) -> int:
        """Count rows in the file."""
        return count(self.database, table, condition)

    async def put(self, text: str) -> None:
        """Put a line for Vera in the outbox, as if a helper had just said it."""
        assert self.town.app

        async def unit(store: Store) -> None:
            held = await store.requests.by_id(RequestId(1))  # the only one
            assert held
            place = await store.outbox.place(held.emigre_id, Side.EMIGRE, held.id)
            await store.outbox.put(place, Kind.RELAY, Letter(text), request=held.id)

        await self.town.app.writer.run(unit)
        self.town.app.sender.wake()

    async def quiet(self) -> None:
        """Wait until the bot has heard everything and has nothing to do before the clock moves."""
        await self.town.quiet()


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Talk]:
    """Return a question that is being talked about, between two bots with topics."""
    async with town_of(tmp_path, flat=False) as town:
        vera, olli = await town.emigre("ru"), await town.member("fi")
        await asks(vera, "Вопрос")
        await olli.sees("Uusi kysymys")
        await olli.taps("Ota kysymys")
        block = reply_to(town, await olli.sees("Вопрос"))
        olli.says("Слушаю вас", **block)
        await vera.sees("Слушаю вас")
        added = vera.says("Добавлю")
        await olli.sees("Добавлю")
        await vera.sees("Передаём.")
        talk = Talk(town, vera, olli, block, added)
        await talk.quiet()
        yield talk
