"""Answers to taps, copies, files, reactions, pins, and the rest (TELEGRAM §2.5)."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import aiohttp
import orjson
import pytest

from bot.sandbox.clock import MovableClock
from tests.sandbox.scene import INLINE, TOKEN, Row, Scene, row, table

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


def at(name: str, **more: object) -> dict[str, Any]:
    """Arguments for the message of that name."""
    return {"chat_id": "$vera", "message_id": f"${name}", **more}


@table(
    Row("S", "unknown", "answerCallbackQuery", {"callback_query_id": "5"}, TOO_OLD),
    Row("S", "no id", "answerCallbackQuery", {}, TOO_OLD),
    row(
        "K",
        "answerCallbackQuery",
        "201 characters",
        {"callback_query_id": "5", "text": "x" * 201},
        "MESSAGE_TOO_LONG",
    ),
)
async def test_answers_to_taps(scene: Scene, row: Row) -> None:
    assert (await scene.asks(row.method, row.arguments)).refusal == (row.code, row.words)


async def test_tap_is_answered_in_time(scene: Scene, clock: MovableClock) -> None:
    """[S] for the words, [K] for how long; a second answer is taken, but counted."""
    screen = int(scene.things["screen"])
    quick = scene.telegram.taps(scene.vera, scene.bot, screen, "next")
    answer = {"callback_query_id": quick, "text": "Saved", "show_alert": True}
    assert (await scene.call("answerCallbackQuery", **answer)).result is True
    assert (await scene.call("answerCallbackQuery", callback_query_id=quick)).result is True
    tap = scene.telegram.answers[quick]
    assert (tap.count, tap.text, tap.show_alert) == (2, "Saved", True)
    slow = scene.telegram.taps(scene.vera, scene.bot, screen, "next")
    clock.push(timedelta(seconds=151))
    late = await scene.call("answerCallbackQuery", callback_query_id=slow)
    assert late.refusal == (400, TOO_OLD)
    assert scene.telegram.answers[slow].count == 0


COPY = {"chat_id": "$vera", "from_chat_id": "$vera"}


@table(
    row("S", "copyMessage", "not there", {**COPY, "message_id": 999}, "message to copy not found"),
    row(
        "S",
        "copyMessage",
        "service message",
        {**COPY, "message_id": "$service"},
        "message can't be copied",
    ),
    row(
        "S",
        "copyMessage",
        "the source first",
        {"chat_id": 77, "from_chat_id": "$vera", "message_id": 999},
        "message to copy not found",
    ),
    row(
        "S",
        "forwardMessage",
        "not there",
        {**COPY, "message_id": 999},
        "message to forward not found",
    ),
    row(
        "K",
        "forwardMessage",
        "service message",
        {**COPY, "message_id": "$service"},
        "message can't be forwarded",
    ),
    row(
        "S",
        "forwardMessage",
        "protected",
        {**COPY, "message_id": "$protected"},
        "message has protected content and can't be forwarded",
    ),
)
async def test_copies(scene: Scene, row: Row) -> None:
    assert (await scene.asks(row.method, row.arguments)).refusal == (row.code, row.words)


async def test_a_protected_message_can_be_copied_without_its_keyboard(scene: Scene) -> None:
    """[S]"""
    copied = (await scene.asks("copyMessage", {**COPY, "message_id": "$protected"})).result
    assert list(copied) == ["message_id"]
    copied = (await scene.asks("copyMessage", {**COPY, "message_id": "$screen"})).result
    message = scene.telegram.chat(scene.vera, scene.bot).history[copied["message_id"]]
    assert message["text"] == "screen"
    assert "reply_markup" not in message


async def test_forward_tells_who_wrote(scene: Scene) -> None:
    """[D]"""
    forwarded = (await scene.asks("forwardMessage", {**COPY, "message_id": "$theirs"})).result
    assert forwarded["forward_origin"]["sender_user"]["first_name"] == "Vera"


@table(
    row("S", "sendPhoto", "no file", {"chat_id": "$vera"}, "there is no photo in the request"),
    row(
        "S", "sendDocument", "no file", {"chat_id": "$vera"}, "there is no document in the request"
    ),
    row(
        "S",
        "sendDocument",
        "bad id",
        {"chat_id": "$vera", "document": "nonsense"},
        "wrong remote file identifier specified: can't unserialize it. Wrong last symbol",
    ),
    row("S", "getFile", "no id", {}, "file_id not specified"),
    row("S", "getFile", "bad id", {"file_id": "nonsense"}, "invalid file_id"),
    row(
        "S",
        "sendChatAction",
        "unknown",
        {"chat_id": "$vera", "action": "dancing"},
        "wrong parameter action in request",
    ),
    row(
        "S",
        "setMessageReaction",
        "not there",
        {"chat_id": "$vera", "message_id": 999},
        "message to react not found",
    ),
    row(
        "S",
        "setMessageReaction",
        "no such reaction",
        at("theirs", reaction=[{"type": "emoji", "emoji": "🧨"}]),
        "REACTION_INVALID",
    ),
    row(
        "S",
        "setMessageReaction",
        "broken",
        at("theirs", reaction="["),
        "can't parse reaction types JSON object",
    ),
    row(
        "S",
        "pinChatMessage",
        "not there",
        {"chat_id": "$vera", "message_id": 999},
        "message to pin not found",
    ),
    row(
        "S",
        "pinChatMessage",
        "service message",
        at("service"),
        "service messages can't be pinned",
    ),
    row("S", "getChat", "unknown", {"chat_id": 77}, "chat not found"),
    row(
        "K",
        "leaveChat",
        "private",
        {"chat_id": "$vera"},
        "chat member status can't be changed in private chats",
    ),
)
async def test_other_methods(scene: Scene, row: Row) -> None:
    assert (await scene.asks(row.method, row.arguments)).refusal == (row.code, row.words)


@pytest.mark.parametrize("kind", ["photo", "voice", "sticker"])
async def test_uploads(scene: Scene, kind: str) -> None:
    """[D] A file comes as a part of that name, or as one that `attach://` names."""
    for field in (kind, "attached"):
        form = aiohttp.FormData({"chat_id": str(scene.vera.id), kind: f"attach://{field}"})
        if field == kind:
            form = aiohttp.FormData({"chat_id": str(scene.vera.id)})
        form.add_field(field, b"content", filename="a.bin")
        path = f"/bot{scene.bot.token}/send{kind}"
        sent = (await scene.call.request(path, data=form)).result
        found = sent[kind][-1] if kind == "photo" else sent[kind]
        assert found["file_size"] == 7


def upload(kind: str, name: str, data: bytes, **arguments: str) -> aiohttp.FormData:
    """A form as aiogram sends it: the file under a name of its own, its type left open."""
    form = aiohttp.FormData({**arguments, kind: "attach://given"}, quote_fields=False)
    form.add_field("given", BytesIO(data), filename=name)
    return form


async def test_a_document_is_sent_with_all_that_a_message_can_have(scene: Scene) -> None:
    """[D] [S] Like a text, with the words as caption; its name tells the file's type."""
    vera, topic, replied = (str(scene.things[name]) for name in ("vera", "topic", "theirs"))
    sent = await scene.call.request(
        f"/bot{TOKEN}/sendDocument",
        data=upload(
            "document",
            "../K7 Ответы.html",
            b"<p>content",
            chat_id=vera,
            caption="<b>Все</b> ответы",
            parse_mode="HTML",
            message_thread_id=topic,
            reply_parameters=f'{{"message_id": {replied}}}',
            reply_markup=orjson.dumps(INLINE).decode(),
            protect_content="true",
            disable_notification="true",
        ),
    )
    message = sent.result
    document = message["document"]
    assert (document["file_name"], document["mime_type"]) == ("K7 Ответы.html", "text/html")
    assert document["file_size"] == 10
    assert message["caption"] == "Все ответы"
    assert message["caption_entities"] == [{"type": "bold", "offset": 0, "length": 3}]
    assert (message["message_thread_id"], message["is_topic_message"]) == (int(topic), True)
    assert message["reply_to_message"]["message_id"] == int(replied)
    assert message["reply_markup"] == INLINE
    assert message["has_protected_content"] is True
    file = (await scene.call("getFile", file_id=document["file_id"])).result
    assert (file["file_unique_id"], file["file_size"]) == (document["file_unique_id"], 10)
    loaded = await scene.call.request(f"/file/bot{TOKEN}/{file['file_path']}", verb="GET")
    assert loaded.raw == b"<p>content"


@pytest.mark.parametrize(
    ("kind", "data", "arguments", "refusal"),
    [
        pytest.param("document", b"", {}, (400, "Bad Request: file must be non-empty"), id="[I]"),
        pytest.param(
            "document", b"x" * (50 << 20 | 1), {}, (413, "Request Entity Too Large"), id="[S] 50 MB"
        ),
        pytest.param(
            "photo",
            b"x" * (10 << 20 | 1),
            {},
            (
                400,
                "Bad Request: file of size 10485761 bytes is too big for a photo;"
                " the maximum size is 10485760 bytes",
            ),
            id="[I] photo of 10 MB",
        ),
        pytest.param(
            "document",
            b"x",
            {"caption": "я" * 1025},
            (400, "Bad Request: message caption is too long"),
            id="[S] caption",
        ),
        pytest.param(
            "document",
            b"x",
            {"message_thread_id": "5"},
            (400, "Bad Request: message thread not found"),
            id="[S] no such topic",
        ),
        pytest.param(
            "document",
            b"x",
            {"reply_parameters": '{"message_id": 999}'},
            (400, "Bad Request: message to be replied not found"),
            id="[S] no such message",
        ),
        pytest.param(
            "document",
            b"x",
            {"chat_id": "$blocker"},
            (403, "Forbidden: bot was blocked by the user"),
            id="[S] blocked",
        ),
    ],
)
async def test_refused_uploads(
    scene: Scene, kind: str, data: bytes, arguments: dict[str, str], refusal: tuple[int, str]
) -> None:
    filled = {name: str(value) for name, value in scene.filled(arguments).items()}
    form = upload(kind, "a.txt", data, **{"chat_id": str(scene.vera.id), **filled})
    answer = await scene.call.request(f"/bot{TOKEN}/send{kind}", data=form)
    assert answer.refusal == refusal


async def test_a_photo_comes_in_sizes(scene: Scene) -> None:
    """[D] Smallest first, each with ids of its own; any of them sends the whole photo again."""
    form = upload("photo", "a.jpg", b"content", chat_id=str(scene.vera.id))
    sizes = (await scene.call.request(f"/bot{TOKEN}/sendPhoto", data=form)).result["photo"]
    assert [size["width"] for size in sizes] == [90, 320, 800]
    assert (
        len({size["file_id"] for size in sizes} | {size["file_unique_id"] for size in sizes}) == 6
    )
    again = await scene.asks("sendPhoto", {"chat_id": "$vera", "photo": sizes[0]["file_id"]})
    assert again.result["photo"] == sizes
    assert (await scene.call("getFile", file_id=sizes[0]["file_id"])).result["file_size"] == 7


async def test_caption_of_a_copy(scene: Scene) -> None:
    """[D] A copy may have a caption of its own."""
    new = {**COPY, "message_id": "$document", "caption": "<b>new</b>", "parse_mode": "HTML"}
    copied = (await scene.asks("copyMessage", new)).result
    message = scene.telegram.chat(scene.vera, scene.bot).history[copied["message_id"]]
    assert (message["caption"], len(message["caption_entities"])) == ("new", 1)


async def test_files_belong_to_one_bot_and_one_kind(scene: Scene) -> None:
    """[S] An id of one bot is worth nothing to another, and a document is no photo."""
    wrong = "wrong remote file identifier specified: can't unserialize it. Wrong last symbol"
    as_photo = await scene.asks("sendPhoto", {"chat_id": "$vera", "photo": "$file"})
    assert as_photo.refusal == (400, f"Bad Request: {wrong}")
    again = (await scene.asks("sendDocument", {"chat_id": "$vera", "document": "$file"})).result
    assert again["document"]["file_id"] == scene.things["file"]
    other = scene.telegram.add_bot("1000002:other", "other_bot", "Other")
    scene.telegram.says(scene.vera, other, "/start")
    foreign = {"chat_id": scene.vera.id, "document": scene.things["file"]}
    answer = await scene.call("sendDocument", other.token, **foreign)
    assert answer.refusal == (400, f"Bad Request: {wrong}")


async def test_typing_is_shown_even_where_the_topic_is_gone(scene: Scene) -> None:
    """[I #732]"""
    typing = {"chat_id": "$vera", "action": "typing", "message_thread_id": 5}
    assert (await scene.asks("sendChatAction", typing)).result is True
    chat = scene.telegram.chat(scene.vera, scene.bot)
    assert chat.action is not None
    await scene.sends()
    assert chat.action is None


async def test_reaction_and_pin(scene: Scene) -> None:
    """[S] A pin tells of itself in an update, also to the bot that pinned."""
    eyes = [{"type": "emoji", "emoji": "👀"}]
    assert (await scene.asks("setMessageReaction", at("theirs", reaction=eyes))).result is True
    chat = scene.telegram.chat(scene.vera, scene.bot)
    assert chat.reactions[int(scene.things["theirs"])] == eyes
    assert (await scene.asks("pinChatMessage", at("screen"))).result is True
    assert chat.messages[-1]["pinned_message"]["text"] == "screen"
    pinned = (await scene.asks("getChat", {"chat_id": "$vera"})).result
    assert pinned["pinned_message"]["text"] == "screen"
    assert (pinned["bio"], pinned["username"]) == ("a bio", "vera_example")
    assert (await scene.asks("unpinChatMessage", at("screen"))).result is True
    assert chat.pinned == []


async def test_replies_are_shown_one_level_deep(scene: Scene) -> None:
    """[D]"""
    first = await scene.sends(reply_parameters={"message_id": scene.things["theirs"]})
    sent = await scene.asks(
        "sendMessage", {"chat_id": "$vera", "text": "x", "reply_parameters": {"message_id": first}}
    )
    replied = sent.result["reply_to_message"]
    assert replied["message_id"] == first
    assert "reply_to_message" not in replied
    tapped = scene.telegram.taps(scene.vera, scene.bot, sent.result["message_id"], "x")
    updates = (await scene.call("getUpdates")).result
    (query,) = [update["callback_query"] for update in updates if "callback_query" in update]
    assert query["id"] == tapped
    assert query["message"]["reply_to_message"]["message_id"] == first
