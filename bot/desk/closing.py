"""A helper closes a question, with a reason that its author reads, or gives it up because it is
too much.
"""

from functools import partial

from aiogram.types import CallbackQuery

from bot.core.outgoing import Kind, Lane, Side
from bot.core.people import pause_end
from bot.core.requests import HELD, Event, Reason, Refused, Why, may_close_for
from bot.desk import screens
from bot.desk.buttons import CloseFor, CloseHeard, CloseHeld, HandBackAndRest
from bot.desk.handlers import as_it_is, ask_once_more, had, is_in_thread
from bot.relay import closing_letters
from bot.relay.buttons import AskToCloseHeld
from bot.relay.handing import hand_back
from bot.relay.offering import end_offers, leave_duty
from bot.relay.passing import tell_closed
from bot.relay.watching import watch
from bot.store.people import Person
from bot.store.requests import Request
from bot.store.store import Store
from bot.ui.refusals import refusal
from bot.ui.screen import Shown, Toast
from bot.ui.words import Translator


async def ask_to_close(
    _: CallbackQuery,
    callback_data: AskToCloseHeld | CloseFor,
    me: Person,
    store: Store,
    tr: Translator,
) -> Shown:
    """Ask why, and so once more."""
    return await _ask_why(callback_data.code, me, store, tr)


async def close(
    _: CallbackQuery,
    callback_data: CloseHeld | CloseHeard,
    me: Person,
    store: Store,
    tr: Translator,
) -> Shown:
    """Close a request that one has, and let its author know why.

    If its author wrote more since the helper was asked, they are asked again.
    """
    request = await had(callback_data.code, me, store)
    if request is None:
        return Toast(refusal(Why.OVER, tr))
    reason = callback_data.reason if isinstance(callback_data, CloseHeard) else Reason.DONE
    heard = await _heard(request, me, store)
    if isinstance(callback_data, CloseHeard) and callback_data.seen != heard.messages:
        return await _ask_why(request.code, me, store, tr)
    if request.state in HELD and not may_close_for(reason, request.state):
        return Toast(tr("Write first to whom they can turn, then close it."))
    closed = await store.requests.move(request, Event.CLOSE, closed_at=store.clock.now())
    if isinstance(closed, Refused):
        return await as_it_is(request, store, tr)
    await end_offers(store, closed)
    said = await store.requests.said_in(request.id)
    answered = any(each.author is Side.TEAM for each in said)
    news = partial(closing_letters.closed_by_helper, reason, answered=answered)
    await tell_closed(store, closed, Side.TEAM, news)
    await watch(store, closed)
    return screens.closed_screen(closed, tr)


async def _ask_why(code: str, me: Person, store: Store, tr: Translator) -> Shown:
    request = await had(code, me, store)
    heard = await _heard(request, me, store) if request else screens.Heard()
    return await ask_once_more(partial(screens.close_screen, heard=heard), code, me, store, tr)


async def _heard(request: Request, me: Person, store: Store) -> screens.Heard:
    """Say how much its author wrote in a request, and whether the last of it has arrived."""
    said = await store.requests.said_in(request.id)
    theirs = [each.id for each in said if each.author is Side.EMIGRE]
    place = await store.outbox.place(me.id, Side.TEAM, request.id)
    arrived = not theirs or await store.copies.number_at(place, theirs[-1]) is not None
    return screens.Heard(len(theirs), more_comes=not arrived)


async def hand_back_and_rest(
    tap: CallbackQuery, callback_data: HandBackAndRest, me: Person, store: Store, tr: Translator
) -> Shown:
    """Give back what was too much, without a reason, and be asked nothing until tomorrow."""
    request = await had(callback_data.code, me, store)
    if request is None:
        return Toast(refusal(Why.OVER, tr))
    handed_back = await hand_back(store, request)
    if isinstance(handed_back, Refused):
        return await as_it_is(request, store, tr)
    await leave_duty(store, me.id, pause_end(1, store.clock.now()))
    rest = screens.rest_screen(handed_back, tr)
    if not is_in_thread(tap):
        return rest
    home = await store.outbox.place(me.id, Side.TEAM)  # the thread is deleted, with what it says
    await store.outbox.put(home, Kind.NOTICE, rest.letter(), lane=Lane.NOTICES)
    return Toast(screens.handed_back_screen(handed_back, tr).text)
