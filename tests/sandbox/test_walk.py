"""The main walk over HTTP: a message, a screen, a tap, an edit, a topic; also with aiogram."""

import asyncio

import pytest
from aiogram import Bot as AiogramBot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup

from bot.sandbox.model import Bot, User
from bot.sandbox.telegram import Telegram
from tests.sandbox.scene import Client

BUTTON = {"inline_keyboard": [[{"text": "Дальше", "callback_data": "next:1"}]]}


async def test_from_a_message_to_an_edited_screen(
    telegram: Telegram, bot: Bot, vera: User, call: Client
) -> None:
    telegram.says(vera, bot, "/start")
    (update,) = (await call("getUpdates", timeout=5)).result
    message = update["message"]
    assert message["text"] == "/start"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert message["from"]["language_code"] == "ru"
    assert message["chat"]["type"] == "private"

    sent = (
        await call(
            "sendMessage", chat_id=vera.id, text="<b>Да</b>", parse_mode="HTML", reply_markup=BUTTON
        )
    ).result
    query_id = telegram.taps(vera, bot, sent["message_id"], "next:1")
    (update,) = (await call("getUpdates", offset=update["update_id"] + 1, timeout=5)).result
    query = update["callback_query"]
    assert query["id"] == query_id
    assert query["message"] == sent
    assert query["data"] == "next:1"

    edited = await call(
        "editMessageText", chat_id=vera.id, message_id=sent["message_id"], text="Готово"
    )
    assert edited.result["text"] == "Готово"
    assert "reply_markup" not in edited.result
    assert (await call("answerCallbackQuery", callback_query_id=query_id, text="!")).result is True
    assert (telegram.answers[query_id].count, telegram.answers[query_id].text) == (1, "!")
    assert [m["text"] for m in telegram.chat(vera, bot).messages] == ["/start", "Готово"]
    assert [c.method for c in telegram.calls if c.ok][-1] == "answerCallbackQuery"


async def test_a_long_poll_answers_at_once(
    telegram: Telegram, bot: Bot, vera: User, call: Client
) -> None:
    poll = asyncio.gather(call("getUpdates", timeout=50))
    await asyncio.sleep(0)
    telegram.says(vera, bot, "привет")
    ((answer,), _) = await asyncio.wait_for(
        asyncio.gather(poll, telegram.wait_change(after=0)), timeout=5
    )
    assert answer.result[0]["message"]["text"] == "привет"


@pytest.fixture
async def real(call: Client, bot: Bot) -> AiogramBot:
    """aiogram's own client against the stand-in."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(call.url))
    return AiogramBot(bot.token, session, default=DefaultBotProperties(parse_mode="HTML"))


async def test_aiogram_talks_to_it(
    telegram: Telegram, bot: Bot, vera: User, real: AiogramBot
) -> None:
    telegram.says(vera, bot, "/start")
    async with real:
        me = await real.get_me()
        assert (me.id, me.has_topics_enabled) == (bot.id, True)
        (update,) = await real.get_updates(timeout=5)
        assert update.message is not None
        assert update.message.from_user is not None
        assert update.message.from_user.first_name == "Vera"

        markup = InlineKeyboardMarkup(
            inline_keyboard=[[InlineKeyboardButton(text="a", callback_data="b")]]
        )
        topic = await real.create_forum_topic(vera.id, "Дело")
        sent = await real.send_message(
            vera.id, "<i>да</i>", message_thread_id=topic.message_thread_id, reply_markup=markup
        )
        assert sent.message_thread_id == topic.message_thread_id
        assert sent.entities is not None
        telegram.taps(vera, bot, sent.message_id, "b")
        *_, tapped = await real.get_updates(offset=update.update_id + 1, timeout=5)
        assert tapped.callback_query is not None
        assert await real.answer_callback_query(tapped.callback_query.id)
        document = await real.send_document(vera.id, BufferedInputFile(b"abc", "a.txt"))
        assert document.document is not None
        loaded = await real.download(document.document.file_id)
        assert loaded is not None
        assert loaded.read() == b"abc"
        await _meets_refusals(telegram, bot, vera, real)


async def _meets_refusals(telegram: Telegram, bot: Bot, vera: User, real: AiogramBot) -> None:
    with pytest.raises(TelegramBadRequest, match="message text is empty"):
        await real.send_message(vera.id, "")
    telegram.faults.add("sendMessage", kind="flood", retry_after=7)
    with pytest.raises(TelegramRetryAfter) as flooded:
        await real.send_message(vera.id, "x")
    assert flooded.value.retry_after == 7
    telegram.faults.add("sendMessage", kind="server")
    with pytest.raises(TelegramServerError):
        await real.send_message(vera.id, "x")
    telegram.blocks(vera, bot)
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await real.send_message(vera.id, "x")
