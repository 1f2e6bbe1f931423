"""What Telegram refuses in keyboards (TELEGRAM §2.4)."""

from typing import Any

import pytest

from tests.sandbox.scene import REPLY, Row, Scene, Source, table

NOT_A_BUTTON = "Bad Request: can't parse inline keyboard button: "


def inline(*buttons: object) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


def button(**changes: object) -> dict[str, Any]:
    return {"text": "x", "callback_data": "x", **changes}


def link(url: str) -> dict[str, Any]:
    return inline({"text": "x", "url": url})


def row(source: Source, when: str, markup: object, words: str) -> Row:
    arguments = {"chat_id": "$vera", "text": "x", "reply_markup": markup}
    return Row(source, when, "sendMessage", arguments, words)


@table(
    row("S", "broken", "{", "Bad Request: can't parse reply keyboard markup JSON object"),
    row("S", "no object", [1], "Bad Request: object expected as reply markup"),
    row(
        "K",
        "rows are no arrays",
        {"inline_keyboard": [button()]},
        'Bad Request: field "inline_keyboard" of the InlineKeyboardMarkup'
        " must be an Array of Arrays",
    ),
    row(
        "K",
        "no button below",
        {"keyboard": [[5]]},
        "Bad Request: can't parse keyboard button: KeyboardButton must be an Object",
    ),
    row(
        "K",
        "no words below",
        {"keyboard": [[{}]]},
        "Bad Request: can't parse keyboard button: Can't find field \"text\"",
    ),
    row(
        "K",
        "data that is no text",
        inline(button(callback_data=[5])),
        NOT_A_BUTTON + 'Field "callback_data" must be of type String',
    ),
    row("S", "no button", inline("x"), NOT_A_BUTTON + "InlineKeyboardButton must be an Object"),
    row(
        "S",
        "no action",
        inline({"text": "x"}),
        NOT_A_BUTTON + "Text buttons are unallowed in the inline keyboard",
    ),
    row(
        "S",
        "no words",
        inline({"callback_data": "x"}),
        NOT_A_BUTTON + 'Can\'t find field "text"',
    ),
    row(
        "S",
        "bad style",
        inline(button(style="loud")),
        NOT_A_BUTTON + "invalid button style specified",
    ),
    row(
        "S",
        "empty words",
        inline(button(text=" ")),
        "Bad Request: inline keyboard button text must be non-empty",
    ),
    row(
        "S",
        "empty words below",
        {"keyboard": [[{"text": ""}]]},
        "Bad Request: keyboard button text must be non-empty",
    ),
    row(
        "I", "65 bytes", inline(button(callback_data="я" * 33)), "Bad Request: BUTTON_DATA_INVALID"
    ),
    row("I", "no data", inline(button(callback_data="")), "Bad Request: BUTTON_DATA_INVALID"),
    *(
        row(
            "S",
            f"link to {url}",
            link(url),
            f"Bad Request: inline keyboard button URL '{url}' is invalid: {why}",
        )
        for url, why in [
            ("http://localhost/", "Wrong HTTP URL"),
            ("nowhere", "Wrong HTTP URL"),
            ("tg:", "Wrong tg URL"),
        ]
    ),
    row(
        "K",
        "link to a person",
        link("tg://user?id=5"),
        "Bad Request: BUTTON_USER_PRIVACY_RESTRICTED",
    ),
    row(
        "I",
        "101 buttons",
        {"inline_keyboard": [[button()]] * 101},
        "Bad Request: reply markup is too long",
    ),
    row("I", "9 in a row", inline(*[button()] * 9), "Bad Request: reply markup is too long"),
    row(
        "I",
        "more than 10 kB",
        {"inline_keyboard": [[button(text="x" * 200)]] * 60},
        "Bad Request: reply markup is too long",
    ),
)
async def test_keyboard(scene: Scene, row: Row) -> None:
    assert (await scene.asks(row.method, row.arguments)).refusal == (row.code, row.words)


@table(
    Row(
        "S",
        "a reply keyboard",
        "editMessageText",
        {"chat_id": "$vera", "message_id": "$screen", "text": "x", "reply_markup": REPLY},
        "Bad Request: inline keyboard expected",
    ),
    Row(
        "S",
        "a reply keyboard",
        "editMessageReplyMarkup",
        {"chat_id": "$vera", "message_id": "$screen", "reply_markup": REPLY},
        "Bad Request: inline keyboard expected",
    ),
)
async def test_edit_needs_inline(scene: Scene, row: Row) -> None:
    assert (await scene.asks(row.method, row.arguments)).refusal == (row.code, row.words)


async def test_first_action_wins(scene: Scene) -> None:
    """[S] More than one is no error."""
    markup = inline(button(url="https://example.org/", style="danger"))
    sent = await scene.asks(
        "sendMessage", {"chat_id": "$vera", "text": "x", "reply_markup": markup}
    )
    shown = {"text": "x", "url": "https://example.org/", "style": "danger"}
    assert sent.result["reply_markup"] == inline(shown)


@pytest.mark.parametrize("empty", [[], [[]]])
async def test_empty_inline_keyboard_is_none(scene: Scene, empty: list[object]) -> None:
    """[S]"""
    arguments = {"chat_id": "$vera", "text": "x", "reply_markup": {"inline_keyboard": empty}}
    assert "reply_markup" not in (await scene.asks("sendMessage", arguments)).result


@pytest.mark.parametrize("markup", [{"keyboard": [["Yes"]]}, {"force_reply": True}])
async def test_other_markups(scene: Scene, markup: dict[str, Any]) -> None:
    """[D] A button below may be its words alone."""
    sent = await scene.asks(
        "sendMessage", {"chat_id": "$vera", "text": "x", "reply_markup": markup}
    )
    assert "reply_markup" not in sent.result
    shown = {"keyboard": [[{"text": "Yes"}]]} if "keyboard" in markup else markup
    assert scene.telegram.chat(scene.vera, scene.bot).keyboard == shown


async def test_reply_keyboard_is_on_the_phone_not_in_the_answer(scene: Scene) -> None:
    """[S]"""
    chat = scene.telegram.chat(scene.vera, scene.bot)
    assert chat.keyboard == REPLY
    sent = await scene.asks(
        "sendMessage", {"chat_id": "$vera", "text": "x", "reply_markup": {"remove_keyboard": True}}
    )
    assert "reply_markup" not in sent.result
    assert chat.keyboard is None
