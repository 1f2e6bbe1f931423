"""Groups and channels: one sentence, and out. Everybody there would see everything."""

from contextlib import suppress

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError

from bot.core.languages import Language
from bot.delivery.telegram import SendText
from bot.ui.words import translator


async def leave(bot: Bot, chat_id: int) -> None:
    """Say in both languages that this bot works in private chats alone, and leave."""
    sentences = [
        str(tr("I work in private chats only, so I am leaving this group."))
        for tr in map(translator, Language)
    ]
    with suppress(TelegramAPIError):  # we may not write here; leaving is what matters
        await bot(SendText(chat_id=chat_id, text="\n".join(sentences)))
    with suppress(TelegramBadRequest, TelegramForbiddenError):  # we have left already
        await bot.leave_chat(chat_id)
