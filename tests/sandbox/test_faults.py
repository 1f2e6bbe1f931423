"""Trouble on request: what the bot sees, and whether the work was done."""

import asyncio
from dataclasses import dataclass

import aiohttp
import orjson
import pytest

from bot.sandbox.faults import UNDONE, Faults, Kind
from bot.sandbox.model import Bot, User
from bot.sandbox.telegram import Telegram
from tests.sandbox.scene import Answer, Client


@dataclass
class Trouble:
    """Vera has written, and the bot is about to answer."""

    telegram: Telegram
    bot: Bot
    vera: User
    call: Client

    @property
    def arrived(self) -> list[str]:
        """The texts that the bot has got through to Vera."""
        messages = self.telegram.chat(self.vera, self.bot).messages
        mine = [message for message in messages if message["from"]["id"] == self.bot.id]
        return [message["text"] for message in mine if "text" in message]

    async def send(self, **more: object) -> Answer:
        return await self.call("sendMessage", chat_id=self.vera.id, text="x", **more)


@pytest.fixture
def trouble(telegram: Telegram, bot: Bot, vera: User, call: Client) -> Trouble:
    telegram.says(vera, bot, "/start")
    return Trouble(telegram, bot, vera, call)


async def test_flood(trouble: Trouble) -> None:
    trouble.telegram.faults.add("sendMessage", kind="flood", retry_after=7, times=2)
    for _ in range(2):
        refused = await trouble.send()
        assert refused.refusal == (429, "Too Many Requests: retry after 7")
        assert refused.body["parameters"] == {"retry_after": 7}
        assert refused.headers["Retry-After"] == "7"
    assert trouble.arrived == []
    assert (await trouble.send()).status == 200


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("flood_bare", (429, "Too Many Requests")),
        ("server", (500, "Internal Server Error: restart")),
        ("error", (403, "Forbidden: user is deactivated")),
    ],
)
async def test_refusals_to_order(
    trouble: Trouble,
    kind: str,
    answer: tuple[int, str],
) -> None:
    trouble.telegram.faults.add(kind=kind, code=403, description="Forbidden: user is deactivated")
    assert (await trouble.send()).refusal == answer
    assert trouble.arrived == []
    assert trouble.telegram.calls[-1].fault == kind
    assert not trouble.telegram.calls[-1].ok


async def test_gateway_page(trouble: Trouble) -> None:
    trouble.telegram.faults.add(kind="gateway")
    answer = await trouble.send()
    assert (answer.status, answer.headers["Content-Type"].split(";")[0]) == (502, "text/html")
    assert trouble.arrived == []


async def test_answer_that_cannot_be_read(trouble: Trouble) -> None:
    trouble.telegram.faults.add(kind="odd")
    answer = await trouble.send()
    assert answer.status == 200
    with pytest.raises(orjson.JSONDecodeError):
        orjson.loads(answer.raw)
    assert trouble.arrived == ["x"]


@pytest.mark.parametrize(("kind", "done"), [("cut", []), ("lost", ["x"])])
async def test_connection_closed(
    trouble: Trouble,
    kind: str,
    done: list[str],
) -> None:
    trouble.telegram.faults.add("sendMessage", kind=kind)
    with pytest.raises((aiohttp.ServerDisconnectedError, aiohttp.ClientOSError)):
        await trouble.send()
    assert trouble.arrived == done
    assert trouble.telegram.calls[-1].ok is bool(done)


@pytest.mark.parametrize(("kind", "done"), [("hang", []), ("hang_done", ["x"])])
async def test_no_answer_ever(
    trouble: Trouble,
    kind: str,
    done: list[str],
) -> None:
    trouble.telegram.faults.add("sendMessage", kind=kind)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.2):
            await trouble.send()
    assert trouble.arrived == done


async def test_an_answer_is_held_until_the_fault_is_taken_back(trouble: Trouble) -> None:
    faults = trouble.telegram.faults
    faults.add("sendMessage", kind="held")
    async with asyncio.TaskGroup() as tasks:
        sending = tasks.create_task(trouble.send())
        while not trouble.arrived:
            await trouble.telegram.wait_change()
        assert not sending.done()
        faults.clear()
    assert sending.result().status == 200


async def test_wrong_thread(trouble: Trouble) -> None:
    """[I #854] The message lands outside of the topic, and the answer does not say so."""
    made = await trouble.call("createForumTopic", chat_id=trouble.vera.id, name="x")
    topic = made.result["message_thread_id"]
    trouble.telegram.faults.add("sendMessage", kind="wrong_thread")
    sent = await trouble.send(message_thread_id=topic)
    assert "message_thread_id" not in sent.result
    assert trouble.arrived == ["x"]
    sent = await trouble.send(message_thread_id=topic)
    assert sent.result["message_thread_id"] == topic


async def test_only_what_matches_is_met(trouble: Trouble) -> None:
    faults = trouble.telegram.faults
    faults.add("editMessageText", kind="server")
    faults.add(kind="server", chat_id=trouble.vera.id + 1)
    faults.add(kind="server", bot_id=5)
    assert (await trouble.send()).status == 200
    faults.clear()
    lasting = faults.add("SENDMESSAGE", kind="server", chat_id=trouble.vera.id, times=None)
    for _ in range(3):
        assert (await trouble.send()).status == 500
    faults.remove(lasting)
    assert (await trouble.send()).status == 200


def test_every_kind_says_whether_the_work_was_done() -> None:
    refusing = {Kind.FLOOD, Kind.FLOOD_BARE, Kind.SERVER, Kind.ERROR}
    done = {Kind.HANG_DONE, Kind.LOST, Kind.ODD, Kind.HELD, Kind.WRONG_THREAD}
    assert refusing | done | UNDONE == set(Kind)
    with pytest.raises(ValueError, match="moon"):
        Faults().add(kind="moon")
