"""A world with one bot and one person, served over HTTP."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.sandbox.clock import MovableClock
from bot.sandbox.model import Bot, User
from bot.sandbox.server import serve
from bot.sandbox.telegram import Telegram
from tests.sandbox.scene import INLINE, REPLY, TOKEN, Client, Scene


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
