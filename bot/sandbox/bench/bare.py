"""The bot that Majakka is measured beside: plain aiogram, as its documentation teaches.

It stores nothing. Its arguments: a Bot API server, a token, and the user to whom it passes
on what others type.
"""

import asyncio
import sys
from typing import Final

from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.filters import CommandStart
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

TEXTS: Final = ("<b>One.</b> " + "a line " * 70, "<b>Two.</b> " + "a line " * 70)
"""Two screens of 500 letters, shown in turn: an edit that changes nothing is refused."""


def keyboard(leads_to: int) -> InlineKeyboardMarkup:
    """Return six buttons that all lead to one of the two screens."""
    keys = [InlineKeyboardButton(text=f"To screen {leads_to}", callback_data=str(leads_to))]
    return InlineKeyboardMarkup(inline_keyboard=[keys] * 6)


KEYBOARDS: Final = (keyboard(1), keyboard(0))

dispatcher: Final = Dispatcher()


@dispatcher.message(CommandStart())
async def start(message: Message) -> None:
    """Show the first screen."""
    await message.answer(TEXTS[0], reply_markup=KEYBOARDS[0])


@dispatcher.message()
async def pass_on(message: Message, bot: Bot, helper: int) -> None:
    """Pass a text on to the helper."""
    await bot.send_message(helper, message.html_text)


@dispatcher.callback_query()
async def turn(tap: CallbackQuery) -> None:
    """Answer the tap, and edit the screen."""
    await tap.answer()
    if isinstance(tap.message, Message):
        shown = int(tap.data or 0)
        await tap.message.edit_text(TEXTS[shown], reply_markup=KEYBOARDS[shown])


async def main(server: str, token: str, helper: int) -> None:
    """Poll until the process is told to end."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(server))
    bot = Bot(token, session=session, default=DefaultBotProperties(parse_mode=ParseMode.HTML))
    await dispatcher.start_polling(bot, helper=helper)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
