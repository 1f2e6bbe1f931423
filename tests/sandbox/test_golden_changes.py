"""Editing and deleting messages (TELEGRAM §2.5)."""

from datetime import timedelta
from typing import Any

from bot.sandbox.clock import MovableClock
from tests.sandbox.scene import INLINE, Row, Scene, row, table

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup"
    " are exactly the same as a current content and reply markup of the message"
)
GONE = "message can't be deleted for everyone"


def at(name: str, **more: object) -> dict[str, Any]:
    """Arguments for the message of that name."""
    return {"chat_id": "$vera", "message_id": f"${name}", **more}


def edit(when: str, arguments: dict[str, Any], words: str) -> Row:
    return row("S", "editMessageText", when, {"text": "new", **arguments}, words)


@table(
    edit("not there", {"chat_id": "$vera", "message_id": 999}, "message to edit not found"),
    edit("no ids", {}, "message identifier is not specified"),
    edit("no message id", {"chat_id": "$vera"}, "message identifier is not specified"),
    edit("the user's", at("theirs"), "message can't be edited"),
    edit("forwarded", at("forwarded"), "message can't be edited"),
    edit("has a reply keyboard", at("menu"), "message can't be edited"),
    edit("service message", at("service"), "message can't be edited"),
    edit("a document", at("document"), "there is no text in the message to edit"),
    edit("no text", at("screen", text=""), "message text is empty"),
    Row(
        "S",
        "nothing new",
        "editMessageText",
        at("screen", text="screen ", reply_markup=INLINE),
        NOT_MODIFIED,
    ),
    Row(
        "S",
        "nothing new",
        "editMessageReplyMarkup",
        at("screen", reply_markup=INLINE),
        NOT_MODIFIED,
    ),
    row(
        "S",
        "editMessageReplyMarkup",
        "not there",
        {"chat_id": "$vera", "message_id": 999},
        "message to edit not found",
    ),
    row(
        "S",
        "editMessageCaption",
        "a text",
        at("screen", caption="x"),
        "there is no caption in the message to edit",
    ),
)
async def test_edits(scene: Scene, row: Row) -> None:
    assert (await scene.asks(row.method, row.arguments)).refusal == (row.code, row.words)


async def test_edit_without_keyboard_takes_it_away(scene: Scene) -> None:
    """[S]"""
    edited = (await scene.asks("editMessageText", at("screen", text="screen"))).result
    assert edited["text"] == "screen"
    assert edited["edit_date"] >= edited["date"]
    assert "reply_markup" not in edited


async def test_edit_of_a_caption(scene: Scene) -> None:
    """[S] The file stays."""
    edited = (await scene.asks("editMessageCaption", at("document", caption="<b>x</b>"))).result
    assert (edited["caption"], edited["document"]["file_name"]) == ("<b>x</b>", "a.txt")


async def test_keyboard_alone_can_be_edited(scene: Scene) -> None:
    """[S] On any own message, captions included."""
    edited = await scene.asks("editMessageReplyMarkup", at("document", reply_markup=INLINE))
    assert (edited.result["caption"], edited.result["reply_markup"]) == ("caption", INLINE)


@table(
    row(
        "S",
        "deleteMessage",
        "no chat",
        {"message_id": "$screen"},
        "chat identifier is not specified",
    ),
    row(
        "S",
        "deleteMessage",
        "no message",
        {"chat_id": "$vera"},
        "message identifier is not specified",
    ),
    row(
        "S",
        "deleteMessage",
        "not there",
        {"chat_id": "$vera", "message_id": 999},
        "message to delete not found",
    ),
    row(
        "S",
        "deleteMessage",
        "another's in a group",
        {"chat_id": "$group", "message_id": 1},
        GONE,
    ),
    row(
        "S",
        "deleteMessages",
        "none",
        {"chat_id": "$vera", "message_ids": []},
        "message identifiers are not specified",
    ),
    row(
        "S",
        "deleteMessages",
        "no numbers",
        {"chat_id": "$vera", "message_ids": "["},
        "message identifiers are not specified",
    ),
    row(
        "S",
        "deleteMessages",
        "101",
        {"chat_id": "$vera", "message_ids": list(range(1, 102))},
        "too many message identifiers specified",
    ),
)
async def test_deletions(scene: Scene, row: Row) -> None:
    assert (await scene.asks(row.method, row.arguments)).refusal == (row.code, row.words)


async def test_the_users_message_can_be_deleted_within_48_hours(
    scene: Scene, clock: MovableClock
) -> None:
    """[S] In a private chat; after that neither theirs nor one's own."""
    clock.push(timedelta(hours=47))
    assert (await scene.asks("deleteMessage", at("theirs"))).result is True
    clock.push(timedelta(hours=2))
    for call in (
        await scene.asks("deleteMessage", at("screen")),
        await scene.asks("deleteMessages", {"chat_id": "$vera", "message_ids": ["$screen"]}),
    ):
        assert call.refusal == (400, f"Bad Request: {GONE}")


async def test_deleting_many_passes_over_what_is_gone(scene: Scene) -> None:
    """[S]"""
    ids = {"chat_id": "$vera", "message_ids": [998, "$screen", 999, "$screen"]}
    assert (await scene.asks("deleteMessages", ids)).result is True
    numbers = scene.telegram.chat(scene.vera, scene.bot).history
    assert scene.things["screen"] not in numbers
