"""The people's side over HTTP: what the page and testers in other processes use."""

import asyncio
from base64 import b64encode
from typing import Any

import pytest

from bot.core.clock import SystemClock
from bot.sandbox.model import Bot, User
from bot.sandbox.orders import Order, push_clock
from bot.sandbox.phone import KINDS
from bot.sandbox.server import serve
from bot.sandbox.telegram import Telegram
from tests.sandbox.scene import INLINE, REPLY, TOKEN, Client, Scene


class Sim:
    """A page that looks and acts."""

    def __init__(self, call: Client, names: dict[str, int]) -> None:
        self.call = call
        self.names = names

    async def sees(self, view: str, **query: object) -> Any:  # noqa: ANN401 - JSON is anything
        words = "&".join(f"{key}={value}" for key, value in {**self.names, **query}.items())
        answer = await self.call.request(f"/sim/{view}?{words}", verb="GET")
        assert answer.status == 200, answer.raw
        return answer.body if answer.raw[:1] == b"{" else answer.list

    async def does(self, action: str, **values: object) -> dict[str, Any]:
        answer = await self.call.request(f"/sim/{action}", json={**self.names, **values})
        assert answer.status == 200, answer.raw
        return answer.body

    async def fails(self, action: str, **values: object) -> str:
        answer = await self.call.request(f"/sim/{action}", json={**self.names, **values})
        assert answer.status == 400
        return str(answer.body["error"])


@pytest.fixture
def sim(call: Client, vera: User, bot: Bot) -> Sim:
    return Sim(call, {"user": vera.id, "bot": bot.id})


async def test_the_world(sim: Sim, bot: Bot) -> None:
    seen = await sim.sees("world")
    assert [person["first_name"] for person in seen["people"]] == ["Vera"]
    switches = {"topics": True, "users_create_topics": False, "team": False}
    assert seen["bots"] == [{**bot.account, **switches}]
    assert seen["kinds"] == list(KINDS)
    assert seen["now"].endswith("+00:00")
    await sim.does("person", first_name="Olli", language_code="fi", role="volunteer")
    names = {"username": "desk_bot", "name": "Desk"}
    await sim.does("bot", token="7:x", **names, topics=True, team=True)  # noqa: S106 - made up
    await sim.does("topics", topics=False)
    seen = await sim.sees("world")
    assert [person["first_name"] for person in seen["people"]] == ["Vera", "Olli"]
    assert [person["role"] for person in seen["people"]] == [None, "volunteer"]
    assert [there["topics"] for there in seen["bots"]] == [False, True]
    assert [there["team"] for there in seen["bots"]] == [False, True]


async def test_no_bot_is_told_whom_somebody_plays(sim: Sim, call: Client) -> None:
    olli = await sim.does("person", first_name="Olli", role="volunteer")
    await sim.does("say", user=olli["id"], text="hello")
    (update,) = (await call("getUpdates")).result
    assert "volunteer" not in str(update)


async def test_all_phones_at_once(sim: Sim, bot: Bot, vera: User) -> None:
    olli = await sim.does("person", first_name="Olli")
    await sim.does("say", text="hello")
    first, second = await sim.sees("phones")
    assert first == {"user": vera.id, "bot": bot.id, **await sim.sees("phone")}
    assert [message["text"] for message in first["messages"]] == ["hello"]
    assert (second["user"], second["started"]) == (olli["id"], False)


async def test_a_conversation(sim: Sim, telegram: Telegram) -> None:
    said = await sim.does("open", link="t.me/lamp_bot?start=abc")
    assert said["text"] == "/start abc"
    reply = await sim.does("say", text="hello", reply_to=said["message_id"])
    assert reply["reply_to_message"]["text"] == "/start abc"
    edited = await sim.does("edit", message_id=reply["message_id"], text="hello!")
    assert edited["text"] == "hello!"
    for kind in KINDS:
        assert kind in await sim.does("send", kind=kind, caption="see")
    await sim.does("react", message_id=reply["message_id"], emoji="👍")
    seen = (await sim.sees("phone"))["own_reactions"]
    assert seen == {str(reply["message_id"]): [{"type": "emoji", "emoji": "👍"}]}
    await sim.does("delete", message_id=said["message_id"])
    seen = await sim.sees("phone")
    assert len(seen["messages"]) == 1 + len(KINDS)
    assert seen["started"] is True
    await sim.does("block")
    assert (await sim.sees("phone"))["blocked"] is True
    assert "blocked" in await sim.fails("say", text="x")
    await sim.does("unblock")
    assert (await sim.sees("phone"))["blocked"] is False
    assert len(telegram.calls) == 0


def file(name: str, data: bytes = b"content") -> dict[str, str]:
    return {"name": name, "data": b64encode(data).decode()}


async def test_a_chosen_file_reaches_the_bot_as_telegram_sends_it(
    sim: Sim, call: Client, vera: User
) -> None:
    """[D] Fields by kind; the caption has its entities; the bot loads it with getFile."""
    await sim.does("send", kind="photo", file=file("me.png"), caption=" see example.org ")
    await sim.does("send", kind="document", file=file("päätös.pdf"))
    await sim.does("send", kind="voice", file=file("a.ogg"))
    photo, document, voice = [update["message"] for update in (await call("getUpdates")).result]
    assert photo["from"]["id"] == vera.id
    assert [size["file_size"] for size in photo["photo"]] == [7, 7, 7]
    assert photo["caption"] == "see example.org"
    assert photo["caption_entities"] == [{"type": "url", "offset": 4, "length": 11}]
    told = {"file_name": "päätös.pdf", "mime_type": "application/pdf", "file_size": 7}
    assert told.items() <= document["document"].items()
    assert "caption" not in document
    assert (voice["voice"]["mime_type"], voice["voice"]["duration"]) == ("audio/ogg", 3)
    path = (await call("getFile", file_id=voice["voice"]["file_id"])).result["file_path"]
    assert (await call.request(f"/file/bot{TOKEN}/{path}", verb="GET")).raw == b"content"


async def test_a_file_can_be_saved_but_is_no_page_of_ours(sim: Sim, scene: Scene) -> None:
    path = "/sim/file?file_id="
    saved = await scene.call.request(f"{path}{scene.things['file']}", verb="GET")
    assert saved.raw == b"content"
    assert saved.headers["Content-Disposition"] == "attachment; filename*=UTF-8''a.txt"
    assert saved.headers["Content-Type"] == "application/octet-stream"
    assert saved.headers["Content-Security-Policy"].startswith("sandbox")
    evil = {"name": "x.html", "data": b64encode(b"<script>").decode()}
    sent = await sim.does("send", kind="document", file=evil)
    page = await scene.call.request(f"{path}{sent['document']['file_id']}", verb="GET")
    assert page.headers["Content-Type"] == "application/octet-stream"
    photo = await sim.does("send", kind="photo", file=file("b.png"))
    shown = await scene.call.request(f"{path}{photo['photo'][0]['file_id']}", verb="GET")
    assert shown.headers["Content-Type"] == "image/png"
    assert (await scene.call.request(f"{path}moon", verb="GET")).status == 404


async def test_what_a_phone_shows(sim: Sim, scene: Scene) -> None:
    await scene.asks("setMessageReaction", {"chat_id": "$vera", "message_id": "$theirs"})
    await scene.asks("pinChatMessage", {"chat_id": "$vera", "message_id": "$screen"})
    await scene.asks("sendChatAction", {"chat_id": "$vera", "action": "typing"})
    seen = await sim.sees("phone")
    assert seen["keyboard"] == REPLY
    assert [topic["name"] for topic in seen["topics"]] == ["Case"]
    assert seen["pinned"] == [scene.things["screen"]]
    assert seen["reactions"] == {str(scene.things["theirs"]): []}
    assert seen["action"] == "typing"
    await sim.does("clock", seconds=6)
    assert (await sim.sees("phone"))["action"] is None
    await sim.does("delete_topic", thread_id=scene.things["topic"])
    assert (await sim.sees("phone"))["topics"] == []


async def test_commands_and_words_in_the_persons_language(sim: Sim, call: Client) -> None:
    """[D] The narrowest scope wins wholly, the language within it first."""

    async def commands(description: str, **where: object) -> None:
        told = [{"command": "help", "description": description}]
        assert (await call("setMyCommands", commands=told, **where)).result is True

    async def shown() -> list[str]:
        return [command["description"] for command in (await sim.sees("phone"))["commands"]]

    assert await shown() == []
    await commands("all", language_code="ru")
    await commands("private", scope={"type": "all_private_chats"})
    assert await shown() == ["private"]
    await commands("по-русски", scope={"type": "all_private_chats"}, language_code="ru")
    assert await shown() == ["по-русски"]
    await call("setMyDescription", description="for all")
    await call("setMyName", name="Лампа", language_code="ru")
    seen = await sim.sees("phone")
    told = {"name": "Лампа", "description": "for all", "short_description": ""}
    assert seen["about"] == told


async def test_taps(sim: Sim, call: Client, vera: User) -> None:
    await sim.does("say", text="/start")
    sent = (await call("sendMessage", chat_id=vera.id, text="x", reply_markup=INLINE)).result
    tapped = (await sim.does("tap", message_id=sent["message_id"], data="next"))["tap"]
    assert await sim.sees("answer", tap=tapped) == {"count": 0, "text": None, "show_alert": False}
    await call("answerCallbackQuery", callback_query_id=tapped, text="Done", show_alert=True)
    told = {"count": 1, "text": "Done", "show_alert": True}
    assert await sim.sees("answer", tap=tapped) == told


async def test_log_of_calls(sim: Sim, scene: Scene) -> None:
    known = await sim.sees("calls")
    assert [call["method"] for call in known][:1] == ["sendMessage"]
    document = next(call for call in known if call["method"] == "sendDocument")
    assert document["params"]["document"] == {"file": "a.txt", "bytes": 7}
    await scene.call("sendMessage", text="x")
    (last,) = await sim.sees("calls", after=known[-1]["number"])
    assert (last["ok"], last["error"]) == (False, "Bad Request: chat_id is empty")
    assert (last["bot"], last["params"]) == ("lamp_bot", {"text": "x"})


async def test_waiting_for_a_change(sim: Sim) -> None:
    version = (await sim.sees("world"))["version"]
    assert await sim.sees("changes", since=version, timeout=0) == {"version": version}
    waiting = asyncio.gather(sim.sees("changes", since=version))
    await sim.does("say", text="x")
    async with asyncio.timeout(5):
        (changed,) = await waiting
    assert changed["version"] > version


async def test_trouble_to_order(sim: Sim, telegram: Telegram, call: Client, bot: Bot) -> None:
    await sim.does("say", text="x")
    version = telegram.version
    fault = {"kind": "flood", "method": "getMe", "times": None, "retry_after": 3}
    answer = await call.request("/sim/fault", json=fault)
    assert (answer.status, answer.body["retry_after"]) == (200, 3)
    assert telegram.version > version  # every page shows what waits
    assert (await call("getMe")).status == 429
    assert [waiting["kind"] for waiting in await sim.sees("faults")] == ["flood"]
    version = telegram.version
    await sim.does("clear_faults")
    assert telegram.version > version
    assert (await call("getMe")).status == 200
    answer = await call.request("/sim/fault", json={"kind": "moon"})
    assert answer.status == 400
    number = (await call("getUpdates")).result[-1]["update_id"]
    await sim.does("redeliver", last=1)
    await sim.does("inject", update={"moon": 5})
    again, first, odd = (await call("getUpdates", offset=number)).result
    assert again == first
    assert odd == {"update_id": number + 1, "moon": 5}
    assert telegram.bots == {bot.id: bot}


@pytest.mark.parametrize(
    ("action", "values", "sentence"),
    [
        ("say", {"user": 5, "text": "x"}, "there is no such person"),
        ("say", {"bot": 5, "text": "x"}, "there is no such bot"),
        ("say", {"text": ""}, "a phone does not send an empty text"),
        ("edit", {"message_id": 9, "text": "x"}, "only one's own message can be edited"),
        ("delete", {"message_id": 9}, "there is no such message"),
        ("delete_topic", {"thread_id": 9}, "there is no such topic"),
        ("tap", {"message_id": 9, "data": "x"}, "there never was such a message"),
        ("send", {"kind": "moon"}, "there is no example of a moon"),
        ("send", {"kind": "sticker", "file": file("x")}, "a phone makes no sticker of a file"),
        ("send", {"kind": "photo", "file": file("x", b"")}, "a phone does not send an empty file"),
        (
            "send",
            {"kind": "photo", "caption": "я" * 1025},
            "a phone does not send a caption of more than 1024 characters",
        ),
        (
            "send",
            {"kind": "photo", "file": {"name": "x", "data": "-"}},
            "Only base64 data is allowed",
        ),
        ("open", {"link": "t.me/moon_bot"}, "there is no bot of this name"),
        ("clock", {"seconds": -1}, "this clock only moves forward"),
        ("inject", {"update": 5}, "an update is an object"),
    ],
)
async def test_mistakes(sim: Sim, action: str, values: dict[str, Any], sentence: str) -> None:
    assert await sim.fails(action, **values) == sentence


async def test_a_clock_that_cannot_be_moved() -> None:
    with pytest.raises(ValueError, match="cannot be moved"):
        push_clock(Order(Telegram(SystemClock()), {"seconds": 5}))


async def test_no_such_thing(call: Client) -> None:
    assert (await call.request("/sim/moon", verb="GET")).status == 404
    assert (await call.request("/sim/moon", json={})).status == 404


@pytest.mark.parametrize(
    ("host", "status"),
    [("localhost:99", 200), ("127.0.0.1", 200), ("evil.example", 403), ("evil.example:80", 403)],
)
async def test_only_for_this_machine(call: Client, host: str, status: int) -> None:
    """A website that rebinds its name to 127.0.0.1 still sends its own name."""
    for path in ("/sim/world", f"/bot{TOKEN}/getMe"):
        answer = await call.request(path, verb="GET", headers={"Host": host})
        assert answer.status == status


async def test_no_website_can_act_unasked(call: Client, sim: Sim) -> None:
    """A form or a text is what a browser would send to another site without asking first."""
    for body in ({"user": "5"}, b'{"user": 5}'):
        assert (await call.request("/sim/say", data=body)).status == 400
    assert (await call.request("/sim/say", json=[5])).status == 400
    headers = {"Content-Type": "application/json"}
    assert (await call.request("/sim/say", data=b"{", headers=headers)).status == 400
    assert (await sim.sees("phone"))["messages"] == []


async def test_a_chosen_port_and_a_clean_end(telegram: Telegram) -> None:
    async with serve(telegram) as first:
        port = int(first.url.rpartition(":")[2])
    async with serve(telegram, port=port) as second:
        assert second.url == first.url


async def test_a_stand_in_alone_has_no_bot_to_restart(sim: Sim) -> None:
    assert (await sim.sees("world"))["stage"] == "bare"
    for action in ("restart", "afresh"):
        assert await sim.fails(action) == "nobody here can restart a bot"
