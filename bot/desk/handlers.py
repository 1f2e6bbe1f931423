"""What a volunteer does: takes a question, answers it, closes it."""

from collections.abc import Callable, Sequence
from typing import Any

from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from bot.core.outgoing import BotName, Kind, Side
from bot.core.people import Role
from bot.core.requests import HELD, Event, Refused, RequestId, Why
from bot.desk import practice, screens
from bot.desk.buttons import AnswerThis, HandBackHeld, ShowAgain, ShowWrong, WishBan
from bot.desk.company_screens import again_screen, companion_screen
from bot.desk.conduct_screens import conduct_screen
from bot.desk.eyes_screens import warned
from bot.relay import again, ban_letters, eyes, letters, receipts
from bot.relay.buttons import AskToHandBackHeld, Claim, OpenHeld
from bot.relay.company import new_name
from bot.relay.handing import hand_back
from bot.relay.offering import end_offers, may_take, waiting_for
from bot.relay.passing import (
    begin_thread,
    has_threads,
    speaker_of,
)
from bot.relay.watching import watch
from bot.store.broadcasts import Broadcast
from bot.store.people import Person
from bot.store.requests import Request
from bot.store.store import Store
from bot.ui.buttons import home as home_button
from bot.ui.commands import is_command
from bot.ui.kinds import becomes
from bot.ui.refusals import refusal
from bot.ui.screen import Receipt, Screen, Shown, Toast
from bot.ui.typed import is_used, replied_to, unused, written
from bot.ui.welcome import suspended_screen
from bot.ui.words import Translator


class ToRequest(Filter):
    """A message inside a request's thread, or a reply to one of its blocks."""

    async def __call__(self, message: Message, me: Person, store: Store) -> bool | dict[str, Any]:
        """Return the request as `request`, or False."""
        if me.role is None or is_command(message.text):
            return False
        request = await typed_in(message, me, store)
        return {"request": request} if request else False


class InLostThread(Filter):
    """A message of a member in a thread that belongs to nothing they have: it is being deleted."""

    async def __call__(self, message: Message, me: Person, store: Store) -> bool:
        """Say whether this is one."""
        if me.role is None or is_command(message.text) or not message.is_topic_message:
            return False
        return await typed_in(message, me, store) is None


class Loose(Filter):
    """A message of a member that is no command and belongs to no request, not even their own.

    A picture or a voice is loose also where a screen waits for words: it is none.
    """

    async def __call__(self, message: Message, me: Person, store: Store) -> bool:
        """Say whether this is one."""
        if me.role is None or is_command(message.text):
            return False
        if me.as_emigre or (message.text and (me.waiting_for or me.showing)):
            return False
        answered = await replied_to(message, me, store)
        return answered is None or answered.side is not Side.EMIGRE


async def home(me: Person, store: Store, tr: Translator) -> Screen:
    """Make the home of a member of the team; others are told that it is none of theirs."""
    if me.suspended:
        return suspended_screen(tr)
    member = await store.team.member(me.id) if me.role else None
    if member is None:
        return screens.stranger_screen(tr)
    coordinates = me.role is Role.COORDINATOR
    waits = await may_take(store, me.id)
    may_ask = me.bot is BotName.EMIGRE
    desk = screens.Desk(
        me=member,
        held=await _all_of(me, store),
        waiting=len(waits),
        urgent=any(each.request.urgent for each in waits),
        own=await store.requests.open_of(me.id) if may_ask else None,
        lost=await store.outbox.failed() if coordinates else 0,
        unread=await store.inbox.dead() if coordinates else 0,
        writes=await _half_written(me, store) is not None,
        said_intake=await store.offers.intake(me.id) is not None,
    )
    return screens.home_screen(desk, tr, may_ask=may_ask)


async def show_waiting(
    _: Message | CallbackQuery, me: Person, store: Store, tr: Translator
) -> Screen:
    """List what can be taken."""
    return screens.waiting_screen(await waiting_for(store, me.id), tr, now=store.clock.now())


async def claim(
    tap: CallbackQuery, callback_data: Claim, me: Person, store: Store, tr: Translator
) -> Shown:
    """Take an offered request; who taps second is told kindly."""
    request = await store.requests.by_code(callback_data.code)
    if request is None:
        return Toast(refusal(Why.OVER, tr))
    if refused := await may_not_have(request, me, store, tr):
        return refused
    on_offer, threads = await _is_offer(tap, request, me, store), await has_threads(store)
    if request.helper_id == me.id and on_offer and request.state in HELD:
        return screens.claimed_screen(request, tr, threads=threads, on_offer=on_offer)
    if request.helper_id == me.id:
        return await as_it_is(request, store, tr)
    claimed = await store.requests.move(
        request,
        Event.CLAIM,
        helper_id=me.id,
        helper_alias=await new_name(store, request),
        claimed_at=store.clock.now(),
    )
    if isinstance(claimed, Refused):
        return Toast(refusal(claimed.why, tr))
    await end_offers(store, claimed, tapped=tap.message.message_id if tap.message else None)
    await begin_thread(store, claimed, me.id, tr)
    await watch(store, claimed)
    return screens.claimed_screen(claimed, tr, threads=threads, on_offer=on_offer)


async def may_not_have(
    request: Request, me: Person, store: Store, tr: Translator
) -> Toast | Screen | None:
    """Return what to say to a member who must not have a request, or not yet."""
    if request.emigre_id == me.id:
        return Toast(refusal(Why.OWN_REQUEST, tr))
    if request.emigre_id in await store.offers.kept_from(me.id):
        return Toast(refusal(Why.NOT_IN_THIS_STATE, tr))
    return await must_agree(me, store, tr, code=request.code)


async def must_agree(me: Person, store: Store, tr: Translator, *, code: str = "") -> Screen | None:
    """Ask for the yes to how we work of who has not given it: before it, they read nobody's words.

    `code`: of the question that they go on with.
    """
    member = await store.team.member(me.id)
    if member is None or member.agreed:
        return None
    return conduct_screen(tr, agreed=False, code=code)


async def answer(
    message: Message, request: Request, me: Person, store: Store, tr: Translator
) -> Shown:
    """Pass an answer on to the émigré, or hold it for a second pair of eyes."""
    if not message.text:
        return receipts.not_text(becomes(message), tr)
    if request.practice:
        return await practice.answer(message, request, me, store, tr)
    if request.state not in HELD:
        return screens.over_receipt(request, tr)
    return await eyes.answer(store, request, await written(message, request.id, me, store), tr)


async def send_as_typed(
    text: str, preview: Message, request: Request, me: Person, store: Store, *, tr: Translator
) -> Shown:
    """Pass on a text as if it had been typed where its preview stands: so it goes once."""
    if await is_used(preview.message_id, me, store):
        return Toast(tr("This text was sent already, or is not here any more."))
    new = {"text": text, "entities": None, "date": store.clock.now()}
    typed = preview.model_copy(update=new)
    answered = await answer(typed, request, me, store, tr)
    return answered.as_screen(home_button(tr)) if isinstance(answered, Receipt) else answered


async def give_back_text(message: Message, me: Person, store: Store, tr: Translator) -> None:
    """Give a text back, beside all threads: the one in which it was typed goes, and it with that.

    The question went to others, or is gone, while they wrote.
    """
    home = await store.outbox.place(me.id, Side.TEAM)
    for letter in letters.given_back(message.text or "", tr):
        await store.outbox.put(home, Kind.NOTICE, letter)


async def which_request(message: Message, me: Person, store: Store, tr: Translator) -> Shown:
    """Ask to which request or broadcast a text belongs: nothing goes anywhere by guess."""
    if not message.text:
        return receipts.not_text(becomes(message), tr)
    held = await _all_of(me, store)
    return screens.which_screen(held, await _half_written(me, store), tr)


async def answer_this(
    tap: CallbackQuery, callback_data: AnswerThis, me: Person, store: Store, tr: Translator
) -> Shown:
    """Answer a request with the text that the tapped screen replies to."""
    request = await helps(callback_data.code, me, store)
    text = await unused(tap, me, store)
    if text is None:
        return Toast(tr("This text was sent already, or is not here any more."))
    if request is None or request.state not in HELD:
        return await as_it_is(request, store, tr)
    answered = await answer(text, request, me, store, tr)
    return answered.as_screen(home_button(tr)) if isinstance(answered, Receipt) else answered


async def open_held(
    _: CallbackQuery, callback_data: OpenHeld, me: Person, store: Store, tr: Translator
) -> Shown:
    """Show a request that one has, or in which one helps along."""
    request = await helps(callback_data.code, me, store)
    beside = await store.companions.of(request.id) if request else []
    companion = next((each for each in beside if each.person_id == me.id), None)
    if request and companion and request.state in HELD:
        threads = await has_threads(store)
        return companion_screen(request, companion, beside, tr, threads=threads)
    return await as_it_is(request, store, tr)


async def show_again(
    _: CallbackQuery, callback_data: ShowAgain, me: Person, store: Store, tr: Translator
) -> Shown:
    """Show all that was said in a request that one has, or in which one helps along."""
    request = await helps(callback_data.code, me, store)
    if request is None or request.state not in HELD or request.practice:
        return await as_it_is(request, store, tr)
    await again.show_again(store, request, me.id)
    return again_screen(request, tr, threads=await has_threads(store))


async def show_wrong(
    _: CallbackQuery, callback_data: ShowWrong, me: Person, store: Store, tr: Translator
) -> Shown:
    """Ask what to do when something is wrong in a request that one has."""
    request = await had(callback_data.code, me, store)
    if request is None or request.state not in HELD or request.practice:
        return await as_it_is(request, store, tr)
    ban_wished = bool(await store.outbox.ban_wishes(request.id))
    return screens.wrong_screen(request, tr, ban_wished=ban_wished)


async def wish_ban(
    _: CallbackQuery, callback_data: WishBan, me: Person, store: Store, tr: Translator
) -> Shown:
    """Ask the coordinators, once, to block whoever asked a request that one has."""
    request = await had(callback_data.code, me, store)
    if request is None or request.state not in HELD or request.practice:
        return await as_it_is(request, store, tr)
    if not await _wish_for_ban(request, store):
        return Toast(tr("No coordinator could be asked: there is no other one just now."))
    return await as_it_is(request, store, tr)


async def ask_to_hand_back(
    _: CallbackQuery, callback_data: AskToHandBackHeld, me: Person, store: Store, tr: Translator
) -> Shown:
    """Ask once more."""
    return await ask_once_more(screens.hand_back_screen, callback_data.code, me, store, tr)


async def hand_back_held(
    tap: CallbackQuery, callback_data: HandBackHeld, me: Person, store: Store, tr: Translator
) -> Shown:
    """Give a request that one has to the others; what is open of it here goes."""
    request = await had(callback_data.code, me, store)
    if request is None:
        return Toast(refusal(Why.OVER, tr))
    handed_back = await hand_back(store, request)
    if isinstance(handed_back, Refused):
        return await as_it_is(request, store, tr)
    handed = screens.handed_back_screen(handed_back, tr)
    return Toast(handed.text) if is_in_thread(tap) else handed  # the thread is deleted


def is_in_thread(tap: CallbackQuery) -> bool:
    """Say whether a tap came from a thread."""
    return isinstance(tap.message, Message) and bool(tap.message.is_topic_message)


async def ask_once_more(
    question: Callable[[Request, Translator], Screen],
    code: str,
    me: Person,
    store: Store,
    tr: Translator,
) -> Shown:
    """Ask before something is done about a request that one has; what is over is shown so."""
    request = await had(code, me, store)
    if request is None or request.state not in HELD:
        return await as_it_is(request, store, tr)
    shown = question(request, tr)
    waits = await store.eyes.undecided_in(request.id)
    return warned(shown, tr) if waits else shown


async def as_it_is(request: Request | None, store: Store, tr: Translator) -> Shown:
    """Show a request that one has, or had; of another's, nothing is told."""
    if request is None:
        return Toast(refusal(Why.OVER, tr))
    if request.state in HELD:
        ban_wished = bool(await store.outbox.ban_wishes(request.id))
        threads, beside = await has_threads(store), await store.companions.of(request.id)
        return screens.held_screen(
            request, tr, threads=threads, companions=beside, ban_wished=ban_wished
        )
    return screens.closed_screen(request, tr)


async def _wish_for_ban(request: Request, store: Store) -> bool:
    """Ask each coordinator but the helper, and whom its author avoids; whether anybody is asked."""
    if await store.outbox.ban_wishes(request.id):
        return True
    for coordinator in await store.team.coordinators():
        kept = await store.offers.kept_from(coordinator.person_id)
        if request.emigre_id in kept or coordinator.person_id == request.helper_id:
            continue
        theirs = await speaker_of(coordinator.person_id, store)
        home = await store.outbox.place(coordinator.person_id, Side.TEAM)
        wish = ban_letters.ban_wish(request, theirs)
        await store.outbox.put(home, Kind.NOTICE, wish, request=request.id)
    return bool(await store.outbox.ban_wishes(request.id))


async def _is_offer(tap: CallbackQuery, request: Request, me: Person, store: Store) -> bool:
    """Say whether what was tapped is an offer of this request, and so tells what becomes of it."""
    home = await store.outbox.place(me.id, Side.TEAM)
    offers = await store.outbox.offers_of(request.id)
    numbers = {offer.number for offer in offers if offer.place_id == home}
    return tap.message is not None and tap.message.message_id in numbers


async def _half_written(me: Person, store: Store) -> Broadcast | None:
    """Return the broadcast that a coordinator has not sent yet."""
    return await store.broadcasts.draft_of(me.id) if me.role is Role.COORDINATOR else None


async def had(code: str, me: Person, store: Store) -> Request | None:
    """Return a request that this member has or had."""
    request = await store.requests.by_code(code)
    return request if request and request.helper_id == me.id else None


async def helps(code: str, me: Person, store: Store) -> Request | None:
    """Return a request that this member has, had, or in which they help along."""
    request = await store.requests.by_code(code)
    return await _mine(request.id, me, store) if request else None


async def _all_of(me: Person, store: Store) -> Sequence[Request]:
    """Return the open requests that a member has, then those in which they help along."""
    held, beside = await store.requests.held_by(me.id), await store.companions.helped_by(me.id)
    return [*held, *beside]


async def typed_in(message: Message, me: Person, store: Store) -> Request | None:
    """Return the request in whose thread a message was typed, or to a block of which it replies."""
    return await _of_thread(message, me, store) or await _of_reply(message, me, store)


async def _of_thread(message: Message, me: Person, store: Store) -> Request | None:
    if not message.is_topic_message or message.message_thread_id is None:
        return None
    place = await store.outbox.thread(me.id, message.message_thread_id)
    found = place and await store.outbox.request_of(place)
    return await _mine(found, me, store) if found else None


async def _of_reply(message: Message, me: Person, store: Store) -> Request | None:
    answered = await replied_to(message, me, store)
    if answered is None or answered.side is not Side.TEAM:
        return None
    return await _mine(answered.request_id, me, store)


async def _mine(number: RequestId, me: Person, store: Store) -> Request | None:
    """Return a request that this member has, had or helps in: nobody answers in another's name."""
    request = await store.requests.by_id(number)
    if request is None or request.helper_id == me.id:
        return request
    return request if await store.companions.here(number, me.id) else None
