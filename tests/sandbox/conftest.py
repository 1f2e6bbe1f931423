"""A world with one bot, served over HTTP, and a bare client that speaks to it."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

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

    async def __call__(self, method: str, token: str = TOKEN, /, **arguments: object) -> Answer:
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


@pytest.fixture
async def scene(telegram: Telegram, bot: Bot, vera: User, call: Client) -> Scene:
    made = Scene(telegram, bot, vera, call)
    made.things = {"vera": vera.id, "bot": bot.id}
    made.things["theirs"] = telegram.says(vera, bot, "/start")["message_id"]
    made.things["screen"] = await made.sends(text="screen", reply_markup=INLINE)
    made.things["menu"] = await made.sends(text="menu", reply_markup=REPLY)
    made.things["protected"] = await made.sends(text="secret", protect_content=True)
    await _add_topic(made)
    await _add_files(made)
    _add_people(made)
    return made


async def _add_topic(scene: Scene) -> None:
    topic = await scene.call("createForumTopic", chat_id=scene.vera.id, name="Case")
    scene.things["topic"] = topic.result["message_thread_id"]
    service = scene.telegram.chat(scene.vera, scene.bot).messages[-1]
    scene.things["service"] = service["message_id"]


async def _add_files(scene: Scene) -> None:
    form = aiohttp.FormData({"chat_id": str(scene.vera.id), "caption": "caption"})
    form.add_field("document", b"content", filename="a.txt", content_type="text/plain")
    sent = (await scene.call.request(f"/bot{TOKEN}/sendDocument", data=form)).result
    scene.things["document"] = sent["message_id"]
    scene.things["file"] = sent["document"]["file_id"]
    where = {"chat_id": scene.vera.id, "from_chat_id": scene.vera.id}
    forwarded = await scene.call("forwardMessage", message_id=scene.things["screen"], **where)
    scene.things["forwarded"] = forwarded.result["message_id"]


def _add_people(scene: Scene) -> None:
    """Add people who cannot be written to, for each reason, and groups the bot has left."""
    telegram, bot = scene.telegram, scene.bot
    scene.things["stranger"] = telegram.add_user("Stranger").id
    blocker = telegram.add_user("Blocker")
    telegram.says(blocker, bot, "/start")
    telegram.blocks(blocker, bot)
    gone = telegram.add_user("Gone")
    telegram.says(gone, bot, "/start")
    gone.deactivated = True
    seen = telegram.add_user("Seen")
    scene.things |= {"blocker": blocker.id, "gone": gone.id, "seen": seen.id}
    for kind in ("group", "supergroup", "channel"):
        scene.things[kind] = telegram.adds(seen, bot, "A title", kind).id
        left = telegram.adds(seen, bot, "Left", kind)
        telegram.set_membership(left, bot, "left", by=bot.account)
        kicked = telegram.adds(seen, bot, "Kicked", kind)
        telegram.removes(seen, bot, kicked)
        scene.things |= {f"left_{kind}": left.id, f"kicked_{kind}": kicked.id}


@dataclass(frozen=True)
class Row:
    """One line of the table of refusals: where it was learnt, when it comes, and the words."""

    source: Literal["S", "D", "I", "K"]
    when: str
    method: str
    arguments: dict[str, Any]
    words: str
    code: int = 400


def table(*rows: Row) -> pytest.MarkDecorator:
    """One test case for each row, named with its source."""
    cases = [pytest.param(row, id=f"[{row.source}] {row.method}: {row.when}") for row in rows]
    return pytest.mark.parametrize("row", cases)
