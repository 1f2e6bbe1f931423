"""How calls come in and how answers go out (TELEGRAM §2.1)."""

import io

import aiohttp
import pytest

from bot.sandbox.model import Bot, User
from bot.sandbox.refusals import worded
from bot.sandbox.telegram import Telegram
from tests.sandbox.scene import TOKEN, Client


@pytest.mark.parametrize(
    ("path", "code", "words"),
    [
        pytest.param("/", 404, "Not Found", id="[S] no bot's path"),
        pytest.param(
            f"/bot{TOKEN}/sendNothing", 404, "Not Found: method not found", id="[S] no such method"
        ),
        pytest.param(
            "/botnonsense/getMe", 401, "Unauthorized: invalid token specified", id="[S] no token"
        ),
        pytest.param("/bot5:revoked/getMe", 401, "Unauthorized", id="[S] revoked token"),
        pytest.param(f"/file/bot{TOKEN}/nothing", 404, "Not Found", id="[S] no such file"),
    ],
)
async def test_addresses(call: Client, path: str, code: int, words: str) -> None:
    assert (await call.request(path)).refusal == (code, words)


async def test_method_names_ignore_case(call: Client) -> None:
    """[S]"""
    assert (await call("GETme")).result["username"] == "lamp_bot"


async def test_getting_is_as_good_as_posting(
    telegram: Telegram, bot: Bot, vera: User, call: Client
) -> None:
    """[S] Arguments come from the query string, a form, JSON, or parts; JSON inside is text."""
    telegram.says(vera, bot, "/start")
    path = f"/bot{TOKEN}/sendMessage"
    markup = '{"inline_keyboard": [[{"text": "я", "callback_data": "x"}]]}'
    fields = {"chat_id": str(vera.id), "text": "да & нет", "reply_markup": markup}
    parts = aiohttp.MultipartWriter("form-data")
    for name, value in fields.items():
        part = parts.append(value)
        part.set_content_disposition("form-data", name=name)
    by_query = "&".join(["chat_id=" + str(vera.id), "text=да+%26+нет", "reply_markup=" + markup])
    answers = [
        await call.request(f"{path}?{by_query}", verb="GET"),
        await call.request(path, data=fields),
        await call.request(path, data=parts),
        await call.request(path, json=fields),
        await call.request(f"{path}?chat_id={vera.id}", json={**fields, "chat_id": None}),
    ]
    for answer in answers[:4]:
        assert answer.result["text"] == "да & нет"
        assert answer.result["reply_markup"]["inline_keyboard"][0][0]["text"] == "я"


async def test_flags_and_numbers_are_read_leniently(
    telegram: Telegram, bot: Bot, vera: User, call: Client
) -> None:
    """[S] A number out of range is pressed into it; 1, yes and true are the same."""
    telegram.says(vera, bot, "/start")
    assert len((await call("getUpdates", limit=5000, timeout=-1)).result) == 1
    for truth in (True, "1", "yes", "True", 1):
        sent = await call("sendMessage", chat_id=str(vera.id), text="x", protect_content=truth)
        assert sent.result["has_protected_content"] is True


async def test_refusal_carries_its_code_twice(call: Client) -> None:
    """[S] As the HTTP status and in the body; 429 also says when to come back."""
    refused = await call("sendMessage")
    assert refused.status == 400
    assert set(refused.body) == {"ok", "error_code", "description"}


async def test_body_that_is_no_json(call: Client) -> None:
    """[K]"""
    headers = {"Content-Type": "application/json"}
    answer = await call.request(f"/bot{TOKEN}/getMe", data=b"{", headers=headers)
    assert answer.refusal == (400, "Bad Request: can't parse JSON object")


async def test_body_that_is_too_large(call: Client) -> None:
    """[S] Telegram takes 50 MB."""
    answer = await call.request(f"/bot{TOKEN}/getMe", data=io.BytesIO(b"x" * (53 * 1024 * 1024)))
    assert answer.refusal == (413, "Request Entity Too Large")


@pytest.mark.parametrize(
    ("code", "words", "answer"),
    [
        (400, "Message text is empty", (400, "Bad Request: message text is empty")),
        (400, "MESSAGE_TOO_LONG", (400, "Bad Request: MESSAGE_TOO_LONG")),
        (400, "a_b", (400, "Bad Request: a_b")),
        (404, "Nothing", (400, "Bad Request: nothing")),
        (3, "Nothing", (400, "Bad Request: nothing")),
        (
            403,
            "BOT_FORUM_CREATE_FORBIDDEN",
            (400, "Bad Request: BOT_FORUM_CREATE_FORBIDDEN"),
        ),
        (403, "Bot was blocked", (403, "Forbidden: bot was blocked")),
        (409, "Terminated", (409, "Conflict: terminated")),
    ],
)
def test_wording_rule(code: int, words: str, answer: tuple[int, str]) -> None:
    """[S]"""
    refusal = worded(code, words)
    assert (refusal.code, refusal.description) == answer
