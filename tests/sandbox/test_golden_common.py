"""Refusals that many methods share: chats, topics, replies, texts, entities (TELEGRAM §2.2, §2.3).

The letter in each case's name tells where its words were learnt: S source, D documented,
I seen in public threads, K common knowledge that nobody here has verified.
"""

from typing import Any

from tests.sandbox.scene import Row, Scene, table

CANNOT_PARSE = "Bad Request: can't parse entities: "
FORBIDDEN = "Forbidden: bot "


def text(**changes: object) -> dict[str, Any]:
    return {"chat_id": "$vera", "text": "text", **changes}


def html(source: str) -> dict[str, Any]:
    return text(text=source, parse_mode="HTML")


@table(
    Row("S", "no chat", "sendMessage", {"text": "x"}, "Bad Request: chat_id is empty"),
    Row("S", "chat unknown", "sendMessage", text(chat_id=77), "Bad Request: chat not found"),
    Row("S", "not a number", "sendMessage", text(chat_id="x"), "Bad Request: chat not found"),
    Row("S", "never met", "sendMessage", text(chat_id="$stranger"), "Bad Request: chat not found"),
    Row(
        "S",
        "met, but never wrote",
        "sendMessage",
        text(chat_id="$seen"),
        FORBIDDEN + "can't initiate conversation with a user",
        403,
    ),
    Row(
        "S",
        "blocked",
        "sendMessage",
        text(chat_id="$blocker"),
        FORBIDDEN + "was blocked by the user",
        403,
    ),
    Row(
        "S",
        "account deleted",
        "sendMessage",
        text(chat_id="$gone"),
        "Forbidden: user is deactivated",
        403,
    ),
    Row(
        "S",
        "to a bot",
        "sendMessage",
        text(chat_id="$bot"),
        "Forbidden: the bot can't send messages to the bot",
        403,
    ),
    *(
        Row(
            "S",
            f"kicked from {kind}",
            "sendMessage",
            text(chat_id=f"$kicked_{kind}"),
            FORBIDDEN + f"was kicked from the {kind} chat",
            403,
        )
        for kind in ("group", "supergroup", "channel")
    ),
    *(
        Row(
            "S",
            f"left {kind}",
            "sendMessage",
            text(chat_id=f"$left_{kind}"),
            FORBIDDEN + f"is not a member of the {kind} chat",
            403,
        )
        for kind in ("group", "supergroup", "channel")
    ),
    Row(
        "S",
        "thread unknown",
        "sendMessage",
        text(message_thread_id=5),
        "Bad Request: message thread not found",
    ),
    Row(
        "S",
        "General thread",
        "sendMessage",
        text(message_thread_id=1),
        "Bad Request: message thread not found",
    ),
    Row(
        "S",
        "reply to nothing",
        "sendMessage",
        text(reply_parameters={"message_id": 999}),
        "Bad Request: message to be replied not found",
    ),
    Row(
        "K",
        "reply without sense",
        "sendMessage",
        text(reply_parameters="{"),
        "Bad Request: can't parse reply parameters JSON object",
    ),
)
async def test_where_to(scene: Scene, row: Row) -> None:
    assert (await scene.asks(row.method, row.arguments)).refusal == (row.code, row.words)


@table(
    Row("S", "no text", "sendMessage", {"chat_id": "$vera"}, "Bad Request: message text is empty"),
    Row("S", "empty text", "sendMessage", text(text=""), "Bad Request: message text is empty"),
    Row("S", "spaces", "sendMessage", text(text=" \n "), "Bad Request: text must be non-empty"),
    Row(
        "S",
        "nothing between tags",
        "sendMessage",
        html("<b> </b>"),
        "Bad Request: text must be non-empty",
    ),
    Row(
        "S",
        "32 769 bytes",
        "sendMessage",
        text(text="я" * 16_384 + "a"),
        "Bad Request: text is too long",
    ),
    Row(
        "S",
        "4097 characters",
        "sendMessage",
        text(text="я" * 4097),
        "Bad Request: message is too long",
    ),
    Row(
        "S",
        "unknown parse mode",
        "sendMessage",
        text(parse_mode="BBCode"),
        "Bad Request: unsupported parse_mode",
    ),
    Row(
        "S",
        "entities without sense",
        "sendMessage",
        text(entities="["),
        "Bad Request: can't parse entities JSON object",
    ),
    Row(
        "K",
        "an entity without its address",
        "sendMessage",
        text(entities=[{"type": "text_link", "offset": 0, "length": 1}]),
        "Bad Request: can't parse entities JSON object",
    ),
    Row(
        "K",
        "preview options without sense",
        "sendMessage",
        text(link_preview_options="{"),
        "Bad Request: can't parse link preview options JSON object",
    ),
    Row(
        "I",
        "a date years ahead",
        "sendMessage",
        html('<tg-time unix="2147483647">2038</tg-time>'),
        "Bad Request: ENTITY_DATE_INVALID",
    ),
    Row(
        "S",
        "caption of 1025 characters",
        "sendDocument",
        {"chat_id": "$vera", "document": "$file", "caption": "я" * 1025},
        "Bad Request: message caption is too long",
    ),
)
async def test_what_is_said(scene: Scene, row: Row) -> None:
    assert (await scene.asks(row.method, row.arguments)).refusal == (row.code, row.words)


def refused(when: str, source: str, detail: str) -> Row:
    return Row("S", when, "sendMessage", html(source), CANNOT_PARSE + detail)


@table(
    refused("unknown tag", "я <h1>x</h1>", 'Unsupported start tag "h1" at byte offset 3'),
    refused("a bare bracket", "1 < 2", 'Unsupported start tag "" at byte offset 2'),
    refused("tag cut off", "ы<b", "Unclosed start tag at byte offset 2"),
    refused("attribute cut off", "ы<a href", 'Unclosed start tag "a" at byte offset 2'),
    refused("no value", "<a href= ", 'Unclosed start tag "a" at byte offset 0'),
    refused("quote not closed", '<a href="x>y</a>', "Unclosed start tag at byte offset 0"),
    refused("no name", "<i =x>y</i>", 'Empty attribute name in the tag "i" at byte offset 0'),
    refused("slash", "x<b />", 'Empty attribute name in the tag "b" at byte offset 1'),
    refused("slash in the name", "x<b/>", 'Unsupported start tag "b/" at byte offset 1'),
    refused("bare value", "<a href=x/y>z</a>", "Unexpected end of name token at byte offset 8"),
    refused(
        "span",
        "<span>x</span>",
        'Tag "span" must have class "tg-spoiler" at byte offset 0',
    ),
    refused("end only", "да</b>", "Unexpected end tag at byte offset 4"),
    refused("end cut off", "<b>да</b", "Unclosed end tag at byte offset 7"),
    refused(
        "ends crossed",
        "<b>да</i>",
        'Unmatched end tag at byte offset 7, expected "</b>", found "</i>"',
    ),
    refused("no end", "<B>да", 'Can\'t find end tag corresponding to start tag "b"'),
    refused("emoji", "<tg-emoji emoji-id='x'>y</>", "Invalid custom emoji identifier specified"),
    refused("date format", "<tg-time unix='5' format='rd'>y</>", "Invalid date format used"),
    refused(
        "half a character",
        "&#xD800;",
        "Text contains invalid Unicode characters after decoding HTML entities,"
        " check for unmatched surrogate code units",
    ),
)
async def test_html(scene: Scene, row: Row) -> None:
    assert (await scene.asks(row.method, row.arguments)).refusal == (row.code, row.words)


@table(
    Row(
        "S",
        "text before keyboard",
        "sendMessage",
        {"text": "", "reply_markup": "{", "chat_id": 77},
        "Bad Request: message text is empty",
    ),
    Row(
        "S",
        "reply JSON before keyboard",
        "sendMessage",
        {"text": "x", "reply_parameters": "{", "reply_markup": "{", "chat_id": 77},
        "Bad Request: can't parse reply parameters JSON object",
    ),
    Row(
        "S",
        "keyboard before chat",
        "sendMessage",
        {"text": "x", "reply_markup": "{", "chat_id": 77},
        "Bad Request: can't parse reply keyboard markup JSON object",
    ),
    Row(
        "S",
        "chat before topic",
        "sendMessage",
        {"text": "x", "chat_id": 77, "message_thread_id": 5},
        "Bad Request: chat not found",
    ),
    Row(
        "S",
        "topic before replied message",
        "sendMessage",
        text(message_thread_id=5, reply_parameters={"message_id": 999}),
        "Bad Request: message thread not found",
    ),
    Row(
        "S",
        "replied message before blank text",
        "sendMessage",
        text(text=" ", reply_parameters={"message_id": 999}),
        "Bad Request: message to be replied not found",
    ),
    Row(
        "S",
        "blank text before button data",
        "sendMessage",
        text(
            text=" ",
            reply_markup={"inline_keyboard": [[{"text": "x", "callback_data": "x" * 65}]]},
        ),
        "Bad Request: text must be non-empty",
    ),
    Row(
        "S",
        "broken HTML before the block",
        "sendMessage",
        text(chat_id="$blocker", text="<b>", parse_mode="HTML"),
        CANNOT_PARSE + 'Can\'t find end tag corresponding to start tag "b"',
    ),
)
async def test_order_of_checks(scene: Scene, row: Row) -> None:
    assert (await scene.asks(row.method, row.arguments)).refusal == (row.code, row.words)


async def test_thread_is_ignored_in_a_group_without_topics(scene: Scene) -> None:
    """[S]"""
    answer = await scene.asks(
        "sendMessage", {"chat_id": "$supergroup", "text": "x", "message_thread_id": 5}
    )
    assert "message_thread_id" not in answer.result


async def test_missing_reply_may_be_allowed(scene: Scene) -> None:
    """[S]"""
    reply = {"message_id": 999, "allow_sending_without_reply": True}
    sent = (await scene.asks("sendMessage", text(reply_parameters=reply))).result
    assert "reply_to_message" not in sent


async def test_limits_are_counted_after_markup(scene: Scene) -> None:
    """[S] 4096 characters, not bytes or UTF-16 units; tags do not count."""
    sent = (await scene.asks("sendMessage", html(f"<b>{'🏠' * 4096}</b>"))).result
    assert len(sent["text"]) == 4096
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 8192}]


async def test_stored_text_is_trimmed_and_cleaned(scene: Scene) -> None:
    """[S] What comes back may differ from what was sent."""
    sent = (await scene.asks("sendMessage", text(text=" \n а\r\n\tб\u202e в \n"))).result
    assert sent["text"] == "а\n б в"


async def test_entities_move_with_what_is_dropped(scene: Scene) -> None:
    """[S] A carriage return goes, and what stood after it moves."""
    entities = [{"type": "bold", "offset": 3, "length": 3}]
    sent = (await scene.asks("sendMessage", text(text="a\r\nb\rc", entities=entities))).result
    assert sent["text"] == "a\nbc"
    assert sent["entities"] == [{"type": "bold", "offset": 2, "length": 2}]


async def test_entities_of_every_kind(scene: Scene) -> None:
    """[D] Each keeps the fields of its kind; those that Telegram finds itself cannot be set."""
    place = {"offset": 0, "length": 4}
    entities = [
        {"type": "date_time", "unix_time": 1796385600, "date_time_format": "wD", **place},
        {"type": "pre", "language": "py", **place},
        {"type": "custom_emoji", "custom_emoji_id": "5", **place},
        {"type": "text_link", "url": "https://migri.fi/", **place},
        {"type": "text_mention", "user": {"id": scene.vera.id}, **place},
    ]
    told = [*entities, {"type": "url", **place}]
    sent = (await scene.asks("sendMessage", text(entities=told))).result
    found = {entity["type"]: entity for entity in sent["entities"]}
    assert found.pop("text_mention")["user"]["first_name"] == "Vera"
    assert found == {entity["type"]: entity for entity in entities[:-1]}


async def test_link_preview_options_come_back(scene: Scene) -> None:
    """[D]"""
    options = {"is_disabled": True}
    sent = await scene.asks("sendMessage", text(link_preview_options=options))
    assert sent.result["link_preview_options"] == options


async def test_entities_beside_the_text(scene: Scene) -> None:
    """[S] A parse mode makes the server forget them; trimming moves them."""
    entities = [{"type": "bold", "offset": 2, "length": 2}]
    sent = (await scene.asks("sendMessage", text(text="  да", entities=entities))).result
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 2}]
    marked = text(text="<i>да</i>", entities=entities, parse_mode="html")
    sent = (await scene.asks("sendMessage", marked)).result
    assert sent["entities"] == [{"type": "italic", "offset": 0, "length": 2}]


async def test_entities_telegram_finds_itself(scene: Scene) -> None:
    """[S] in part: commands, mentions, addresses; not inside code."""
    said = "/help 🏠 @lamp_bot a@b.fi migri.fi https://example.org/x."
    sent = (await scene.asks("sendMessage", text(text=said))).result
    found = [(entity["type"], entity["offset"], entity["length"]) for entity in sent["entities"]]
    assert found == [
        ("bot_command", 0, 5),
        ("mention", 9, 9),
        ("email", 19, 6),
        ("url", 26, 8),
        ("url", 35, 21),
    ]
    sent = (await scene.asks("sendMessage", html("<code>/help</code>"))).result
    assert [entity["type"] for entity in sent["entities"]] == ["code"]


async def test_only_known_people_are_mentioned(scene: Scene) -> None:
    """[K] A link to somebody Telegram knows becomes a mention, others stay text."""
    known = await scene.asks("sendMessage", html(f"<a href='tg://user?id={scene.vera.id}'>В</a>"))
    assert known.result["entities"][0]["user"]["first_name"] == "Vera"
    unknown = await scene.asks("sendMessage", html("<a href='tg://user?id=12'>В</a>"))
    assert "entities" not in unknown.result
