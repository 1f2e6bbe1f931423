"""The last route: every update gets an answer, and the way home."""

from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.core.people import Act
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.buttons import GoHome, GoHomeBelow
from bot.ui.reception import Home
from bot.ui.rights import allow
from bot.ui.screen import Screen
from bot.ui.words import Translator


async def go_home(
    _: Message | CallbackQuery, me: Person, store: Store, tr: Translator, home: Home
) -> Screen:
    """Show home: what was asked for, or all that is left of a button from last month."""
    return await home(me, store, tr)


async def go_home_below(
    _: CallbackQuery, me: Person, store: Store, tr: Translator, home: Home
) -> Screen:
    """Show home, and leave what was tapped where it stands: both reply to what was typed."""
    return replace(await home(me, store, tr), below=True, quotes=True)


def first_router() -> Router:
    """Return the ways home that are asked for."""
    made = Router(name="home")
    look = allow(Act.LOOK_AROUND)
    made.message.register(go_home, Command("start", "help", "menu"), flags=look)
    made.callback_query.register(go_home, GoHome.filter(), flags=look)
    made.callback_query.register(go_home_below, GoHomeBelow.filter(), flags=look)
    return made


def last_router() -> Router:
    """Return the routes that take what nobody else took."""
    made = Router(name="last route")
    look = allow(Act.LOOK_AROUND)
    made.message.register(go_home, flags=look)
    made.callback_query.register(go_home, flags=look)
    return made
