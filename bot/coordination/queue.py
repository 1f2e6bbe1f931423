"""What a coordinator sees and does about the questions: how many wait, and for how long."""

from collections.abc import Sequence
from dataclasses import replace

from aiogram.types import CallbackQuery

from bot.coordination import queue_screens as screens
from bot.coordination.buttons import AskToHandBack, HandBack, ShowNotes
from bot.coordination.telling import put_notice
from bot.core.requests import HELD, Refused, State, Why
from bot.core.routing.gaps import on_duty
from bot.relay.buttons import OpenQueued, OpenQueuedBelow
from bot.relay.closing_letters import out_of_hands
from bot.relay.doubting import doubts_for, may_know, take_from
from bot.relay.eyes import waiting_for
from bot.relay.passing import speaker_of, team_of
from bot.store.people import Person
from bot.store.requests import Queued
from bot.store.store import Store
from bot.ui.buttons import ShowQueue
from bot.ui.refusals import refusal
from bot.ui.screen import Screen, Shown, Toast
from bot.ui.words import Translator


async def show_queue(
    _: CallbackQuery, callback_data: ShowQueue, me: Person, store: Store, tr: Translator
) -> Screen:
    """Show the figures, and each open question without a word of it."""
    queue = await _queue(me, store)
    eyes = len(await waiting_for(store, me.id))
    said = await store.doubts.requests()
    doubted = {
        each.request.code
        for each in queue
        if each.request.id in said and await may_know(store, each.request, me.id)
    }
    page, now = callback_data.page, store.clock.now()
    there = on_duty(await store.offers.team(), now)
    return screens.queue_screen(queue, page, tr, now=now, there=there, eyes=eyes, doubted=doubted)


async def open_queued(
    _: CallbackQuery,
    callback_data: OpenQueued | OpenQueuedBelow,
    me: Person,
    store: Store,
    tr: Translator,
) -> Shown:
    """Show one question without a word of it, and what can be done about it."""
    queued = await _queued(callback_data.code, me, store)
    if queued is None:
        return Toast(refusal(Why.OVER, tr))
    below = isinstance(callback_data, OpenQueuedBelow)
    return replace(await _screen(queued, me, store, tr), below=below)


async def show_notes(
    _: CallbackQuery, callback_data: ShowNotes, me: Person, store: Store, tr: Translator
) -> Shown:
    """Show what the team told itself about a question, and not a word of the question."""
    queued = await _queued(callback_data.code, me, store)
    if queued is None:
        return Toast(refusal(Why.OVER, tr))
    notes = await store.notes.of(queued.request.id)
    if not notes:
        return await _screen(queued, me, store, tr)
    return screens.notes_screen(queued.request, notes, callback_data.page, tr)


async def ask_to_hand_back(
    _: CallbackQuery, callback_data: AskToHandBack, me: Person, store: Store, tr: Translator
) -> Shown:
    """Ask once more."""
    queued = await _queued(callback_data.code, me, store)
    if queued is None:
        return Toast(refusal(Why.OVER, tr))
    if queued.request.state not in HELD:
        return await _screen(queued, me, store, tr)
    return screens.ask_to_hand_back_screen(queued.request, tr)


async def put_back(
    _: CallbackQuery, callback_data: HandBack, me: Person, store: Store, tr: Translator
) -> Shown:
    """Take a question from its helper and offer it to the others; the helper is told."""
    queued = await _queued(callback_data.code, me, store)
    if queued is None:
        return Toast(refusal(Why.OVER, tr))
    helper = queued.request.helper_id
    offered = await take_from(store, queued.request, by=me.id)
    if isinstance(offered, Refused):
        return await _screen(queued, me, store, tr)
    if helper is not None and helper != me.id:
        letter = out_of_hands(offered, await speaker_of(helper, store))
        await put_notice(store, helper, letter)
    if offered.state is State.CLOSED:
        return screens.closed_unwritten_screen(offered, tr)
    return await _screen(Queued(offered, queued.sent_at), me, store, tr)


async def _screen(queued: Queued, me: Person, store: Store, tr: Translator) -> Screen:
    helper = queued.request.helper_id
    member = await store.team.member(helper) if helper else None
    notes = await store.notes.count(queued.request.id)
    beside = await store.companions.of(queued.request.id)
    companions = [
        (each.part, companion)
        for each in beside
        if (companion := await store.team.member(each.person_id))
    ]
    return screens.queued_screen(
        queued,
        member,
        tr,
        now=store.clock.now(),
        notes=notes,
        companions=companions,
        doubts=await doubts_for(store, queued.request, me.id),
    )


async def _queue(me: Person, store: Store) -> Sequence[Queued]:
    """Return the open questions but for one's own, and those of who avoids one as a helper.

    What is urgent and waits comes first, then the oldest. One that cannot be taken would tell of
    whom it is. Who is in a question still sees it here, too.
    """
    kept = await store.offers.kept_from(me.id)
    queue = [
        each
        for each in await store.requests.queue()
        if each.request.emigre_id not in kept or me.id in await team_of(store, each.request)
    ]
    return sorted(queue, key=lambda each: not each.request.urgent or each.request.state in HELD)


async def _queued(code: str, me: Person, store: Store) -> Queued | None:
    return next((each for each in await _queue(me, store) if each.request.code == code), None)
