"""Two sides of one person: with one bot, who belongs to the team may also ask for themselves."""

from dataclasses import replace

from aiogram import Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery

from bot.core.outgoing import Side
from bot.core.people import Act
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.reception import Home
from bot.ui.rights import allow
from bot.ui.screen import Button, Screen
from bot.ui.words import Translator


class TurnTo(CallbackData, prefix="sw"):
    """Turn to the other side: home, and what is typed, is that side's from now on."""

    side: Side


def to_own_questions(tr: Translator, code: str | None = None) -> Button:
    """Return the way from the desk to what one asks oneself. `code`: of what is open."""
    words = tr("My own question {code}", code=code) if code else tr("My own questions")
    return Button(words, TurnTo(side=Side.EMIGRE))


def to_desk(tr: Translator) -> Button:
    """Return the way from what one asks oneself to the desk."""
    return Button(tr("To my desk"), TurnTo(side=Side.TEAM))


async def turn_to(
    _: CallbackQuery,
    callback_data: TurnTo,
    me: Person,
    store: Store,
    *,
    tr: Translator,
    home: Home,
) -> Screen:
    """Show the home of the other side, and remember which it is."""
    as_emigre = callback_data.side is Side.EMIGRE
    await store.team.turn(me.id, as_emigre=as_emigre)
    return await home(replace(me, as_emigre=as_emigre), store, tr)


def router() -> Router:
    """Return the routes of the switch."""
    made = Router(name="sides")
    made.callback_query.register(turn_to, TurnTo.filter(), flags=allow(Act.ANSWER))
    return made
