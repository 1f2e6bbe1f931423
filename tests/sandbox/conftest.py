"""A world with one bot, served over HTTP, and a bare client that speaks to it."""

from collections.abc import AsyncIterator, Mapping
from typing import Any

import aiohttp
import orjson
import pytest

from bot.sandbox.clock import MovableClock
from bot.sandbox.model import Bot, User
from bot.sandbox.server import serve
from bot.sandbox.telegram import Telegram

TOKEN = "1000001:AAexample-token_of_nobody"  # noqa: S105 - a made-up token


class Answer:
    """What came back: the HTTP status and the JSON body."""

    def __init__(self, status: int, headers: Mapping[str, str], raw: bytes) -> None:
        self.status = status
        self.headers = headers
        self.raw = raw

    @property
    def body(self) -> dict[str, Any]:
        body = orjson.loads(self.raw)
        assert isinstance(body, dict)
        return body

    @property
    def result(self) -> Any:  # noqa: ANN401 - JSON is anything
        assert self.body["ok"], self.body
        return self.body["result"]

    @property
    def refusal(self) -> tuple[int, str]:
        """Code and words, both of which must say no."""
        assert self.body["ok"] is False
        assert self.body["error_code"] == self.status
        return self.status, self.body["description"]


class Client:
    """Calls the Bot API with JSON bodies."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self.session = session
        self.url = url

    async def request(
        self,
        path: str,
        *,
        verb: str = "POST",
        json: object = None,
        data: object = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        async with self.session.request(
            verb, f"{self.url}{path}", json=json, data=data, headers=headers
        ) as response:
            return Answer(response.status, response.headers, await response.read())

    async def __call__(self, method: str, token: str = TOKEN, **arguments: object) -> Answer:
        return await self.request(f"/bot{token}/{method}", json=arguments)


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def telegram(clock: MovableClock) -> Telegram:
    return Telegram(clock)


@pytest.fixture
def bot(telegram: Telegram) -> Bot:
    return telegram.add_bot(TOKEN, "lamp_bot", "Lamp", topics=True)


@pytest.fixture
def vera(telegram: Telegram) -> User:
    return telegram.add_user("Vera", username="vera_example", language_code="ru", bio="a bio")


@pytest.fixture
async def call(telegram: Telegram, bot: Bot) -> AsyncIterator[Client]:
    assert telegram.bot_of(TOKEN) is bot
    async with serve(telegram) as server, aiohttp.ClientSession() as session:
        yield Client(session, server.url)
