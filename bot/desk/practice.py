"""A made-up question to practise with: it goes to nobody, and counts nowhere."""

from aiogram.types import CallbackQuery, Message

from bot.core.eyes import why_held
from bot.core.outgoing import Kind, Side
from bot.core.people import HELPER_ALIASES, draw_alias
from bot.core.requests import Event, Refused, State
from bot.core.telltale import asks_who
from bot.desk import practice_screens as screens
from bot.desk.screens import claimed_screen, held_screen, over_receipt
from bot.relay.letters import first_block, title
from bot.relay.passing import has_threads
from bot.store.people import Person
from bot.store.requests import Request
from bot.store.store import Store
from bot.ui.screen import Receipt, Screen
from bot.ui.typed import keep
from bot.ui.words import Translator


async def begin(_: CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Give a member a practice question, or show the one that they have."""
    threads = await has_threads(store)
    for request in await store.requests.held_by(me.id):
        if request.practice:
            return held_screen(request, tr, threads=threads)
    request = await store.requests.begin_held(
        me.id, tr.language, helper=me.id, helper_alias=draw_alias(HELPER_ALIASES)
    )
    place = await store.outbox.place(me.id, Side.TEAM, request.id, title=str(title(request, tr)))
    for letter in (first_block(request, tr, threads=threads), screens.question(request, tr)):
        await store.outbox.put(place, Kind.NOTICE, letter, request=request.id)
    return claimed_screen(request, tr, threads=threads)


async def answer(
    message: Message, request: Request, me: Person, store: Store, tr: Translator
) -> Receipt:
    """Keep an answer that goes to nobody; to the first comes a word on what was good to know."""
    answered = await store.requests.move(request, Event.ANSWER)
    if isinstance(answered, Refused):
        return over_receipt(request, tr)
    said = await keep(store, request.id, Side.TEAM, message, me)
    if request.state is State.CLAIMED:
        place = await store.outbox.place(me.id, Side.TEAM, request.id)
        reply = screens.reply(request, tr)
        await store.outbox.put(place, Kind.NOTICE, reply, request=request.id)
    text = message.text or ""
    return screens.kept_receipt(said, tr, would_wait=why_held(text), asks_who=asks_who(text))
