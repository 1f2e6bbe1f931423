"""A bare client of the Bot API, a chat in which everything has happened, and tables of refusals."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import aiohttp
import orjson
import pytest

from bot.sandbox.model import Bot, User
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
    def list(self) -> list[Any]:
        found = orjson.loads(self.raw)
        assert isinstance(found, list)
        return found

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

    async def __call__(self, method: str, token: str = TOKEN, /, **arguments: object) -> Answer:
        return await self.request(f"/bot{token}/{method}", json=arguments)


@dataclass
class Scene:
    """A chat in which something of every kind has happened; `things` are its names."""

    telegram: Telegram
    bot: Bot
    vera: User
    call: Client
    things: dict[str, int | str] = field(default_factory=dict)

    def filled(self, value: Any) -> Any:  # noqa: ANN401 - JSON is anything
        """Replace each `$name` by what it stands for."""
        match value:
            case str() if value.startswith("$"):
                return self.things[value[1:]]
            case dict():
                return {key: self.filled(inner) for key, inner in value.items()}
            case list():
                return [self.filled(inner) for inner in value]
        return value

    async def asks(self, method: str, arguments: dict[str, Any]) -> Answer:
        """Call with the names in `arguments` replaced."""
        return await self.call(method, **self.filled(arguments))

    async def sends(self, **arguments: object) -> int:
        """Send a message to Vera and return its number."""
        arguments = {"chat_id": self.vera.id, "text": "text", **arguments}
        number = (await self.call("sendMessage", **arguments)).result["message_id"]
        assert isinstance(number, int)
        return number


INLINE = {"inline_keyboard": [[{"text": "Next", "callback_data": "next"}]]}
REPLY = {"keyboard": [[{"text": "Menu"}]]}


Source = Literal["S", "D", "I", "K"]


@dataclass(frozen=True)
class Row:
    """One line of the table of refusals: where it was learnt, when it comes, and the words."""

    source: Source
    when: str
    method: str
    arguments: dict[str, Any]
    words: str
    code: int = 400


def row(source: Source, method: str, when: str, arguments: dict[str, Any], words: str) -> Row:
    """A line for what most refusals are: a bad request."""
    return Row(source, when, method, arguments, f"Bad Request: {words}")


def table(*rows: Row) -> pytest.MarkDecorator:
    """One test case for each row, named with its source."""
    cases = [pytest.param(row, id=f"[{row.source}] {row.method}: {row.when}") for row in rows]
    return pytest.mark.parametrize("row", cases)
