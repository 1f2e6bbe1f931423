"""What an émigré does: asks, adds, reads, closes."""

from typing import Final

from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from bot.core.outgoing import Side
from bot.core.requests import Event, Refused, RequestId
from bot.emigre import screens
from bot.emigre.buttons import AddThis, AskToClose, Close
from bot.relay.buttons import OpenRequest
from bot.relay.passing import end_offers, offer_to_all, pass_on, tell_closed
from bot.store.people import Person
from bot.store.requests import Request
from bot.store.store import Store
from bot.ui.buttons import home as home_button
from bot.ui.reception import Home
from bot.ui.refusals import refusal
from bot.ui.screen import Expects, Receipt, Screen, Shown, Toast
from bot.ui.words import Translator

MOST_MESSAGES: Final = 20
"""Messages in one draft (SECURITY IN-1)."""


class PlainText(Filter):
    """A message in words that is no command."""

    async def __call__(self, message: Message) -> bool:
        """Say whether this is one."""
        return bool(message.text) and not (message.text or "").startswith("/")


class Wordless(Filter):
    """A message without words of its own: a picture (its caption too), a voice, a sticker."""

    async def __call__(self, message: Message) -> bool:
        """Say whether this is one."""
        return message.text is None


async def home(me: Person, store: Store, tr: Translator) -> Screen:
    """Make an émigré's home."""
    return screens.home_screen(await store.requests.open_of(me.id), tr)


async def show_kept(_: Message | CallbackQuery, tr: Translator) -> Screen:
    """Show what is kept."""
    return screens.kept_screen(tr)


async def ask(_: Message | CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Begin a question, go on with the draft, or show the open request."""
    if request := await store.requests.open_of(me.id):
        return screens.request_screen(request, tr)
    if draft := await store.requests.draft_of(me.id):
        return screens.draft_screen(await store.requests.said_in(draft.id), tr)
    return screens.ask_screen(tr)


async def typed(message: Message, me: Person, store: Store, tr: Translator) -> Shown:
    """Find out what typed text means: for a request, for the draft, or neither yet."""
    if request := await _replied_to(message, me, store):
        return await _add(message, request, me, store, tr)
    if me.waiting_for == Expects.DRAFT:
        return await _draft(message, me, store, tr)
    if me.showing and (request := await _mine(me.showing, me, store)):
        return await _add(message, request, me, store, tr)
    return screens.home_screen(await store.requests.open_of(me.id), tr, typed=True)


async def not_text(_: Message, tr: Translator) -> Shown:
    """Refuse kindly what is not text; whatever was being written goes on."""
    return screens.not_text_receipt(tr)


async def ask_this(tap: CallbackQuery, me: Person, store: Store, tr: Translator) -> Shown:
    """Make a draft of the text that the tapped screen replies to."""
    written = await _unused(tap, me, store)
    if written is None or await store.requests.open_of(me.id):
        return await ask(tap, me, store, tr)
    return await _draft(written, me, store, tr)


async def add_this(
    tap: CallbackQuery, callback_data: AddThis, me: Person, store: Store, tr: Translator
) -> Shown:
    """Add the text that the tapped screen replies to to a request of one's own."""
    request = await _own(callback_data.code, me, store)
    written = await _unused(tap, me, store)
    if request is None or written is None:
        return await ask(tap, me, store, tr)
    added = await _add(written, request, me, store, tr)
    if isinstance(added, Receipt):
        return Screen(added.text, [*added.rows, [home_button(tr)]], about=request.id)
    return added


async def send(_: CallbackQuery, me: Person, store: Store, tr: Translator) -> Shown:
    """Send the draft and offer it to the volunteers."""
    draft = await store.requests.draft_of(me.id)
    if draft is None:
        return await ask(_, me, store, tr)
    now = store.clock.now()
    sent = await store.requests.move(draft, Event.SEND, sent_at=now)
    offered = sent if isinstance(sent, Refused) else await store.requests.move(sent, Event.OFFER)
    if isinstance(offered, Refused):
        return Toast(refusal(offered.why, tr))
    await offer_to_all(store, offered)
    return screens.sent_screen(offered, tr)


async def drop(_: CallbackQuery, me: Person, store: Store, tr: Translator, home: Home) -> Shown:
    """Delete the draft."""
    if draft := await store.requests.draft_of(me.id):
        await store.requests.move(draft, Event.DISCARD, closed_at=store.clock.now())
        await store.requests.forget_words(draft.id)
    return await home(me, store, tr)


async def open_request(
    _: CallbackQuery,
    callback_data: OpenRequest,
    me: Person,
    store: Store,
    tr: Translator,
    home: Home,
) -> Screen:
    """Show a request of one's own."""
    request = await _own(callback_data.code, me, store)
    return screens.request_screen(request, tr) if request else await home(me, store, tr)


async def ask_to_close(
    _: CallbackQuery,
    callback_data: AskToClose,
    me: Person,
    store: Store,
    tr: Translator,
    home: Home,
) -> Screen:
    """Ask once more."""
    request = await _own(callback_data.code, me, store)
    return screens.close_screen(request, tr) if request else await home(me, store, tr)


async def close(
    _: CallbackQuery, callback_data: Close, me: Person, store: Store, tr: Translator, home: Home
) -> Shown:
    """Close a request of one's own."""
    request = await _own(callback_data.code, me, store)
    if request is None:
        return await home(me, store, tr)
    closed = await store.requests.move(request, Event.CLOSE, closed_at=store.clock.now())
    if isinstance(closed, Refused):
        return Toast(refusal(closed.why, tr))
    await end_offers(store, closed)
    await tell_closed(store, closed, Side.EMIGRE)
    return screens.request_screen(closed, tr)


async def _add(
    message: Message, request: Request, me: Person, store: Store, tr: Translator
) -> Shown:
    """Add a message to a request that was sent."""
    added = await store.requests.move(request, Event.ADD)
    if isinstance(added, Refused):
        return screens.home_screen(await store.requests.open_of(me.id), tr, typed=True)
    text = message.text or ""
    said = await store.requests.say(
        added.id, Side.EMIGRE, text, chat_id=me.chat_id, message_id=message.message_id
    )
    await pass_on(store, added, said, text, Side.EMIGRE)
    return screens.receipt(added, said, tr)


async def _draft(message: Message, me: Person, store: Store, tr: Translator) -> Screen:
    """Add a message to the draft, begun if there is none."""
    draft = await store.requests.draft_of(me.id)
    draft = draft or await store.requests.begin(me.id, tr.language)
    written = await store.requests.said_in(draft.id)
    if len(written) >= MOST_MESSAGES:
        return screens.full_screen(MOST_MESSAGES, tr)
    await store.requests.say(
        draft.id,
        Side.EMIGRE,
        message.text or "",
        chat_id=me.chat_id,
        message_id=message.message_id,
    )
    return screens.draft_screen(await store.requests.said_in(draft.id), tr)


async def _unused(tap: CallbackQuery, me: Person, store: Store) -> Message | None:
    """Return the text that a tapped screen replies to, unless it has gone somewhere already."""
    written = getattr(tap.message, "reply_to_message", None)
    if not isinstance(written, Message) or not written.text:
        return None
    used = await store.requests.said_at(me.chat_id, written.message_id)
    return None if used else written


async def _replied_to(message: Message, me: Person, store: Store) -> Request | None:
    """Return the request of one's own whose answer this message replies to."""
    if message.reply_to_message is None:
        return None
    sent = await store.outbox.sent_as(me.chat_id, message.reply_to_message.message_id)
    if sent is None or sent.request_id is None or sent.side is not Side.EMIGRE:
        return None
    return await _mine(sent.request_id, me, store)


async def _mine(number: RequestId, me: Person, store: Store) -> Request | None:
    """Return a request if it is one's own: nobody adds to another's."""
    request = await store.requests.by_id(number)
    return request if request and request.emigre_id == me.id else None


async def _own(code: str, me: Person, store: Store) -> Request | None:
    request = await store.requests.by_code(code)
    return request if request and request.emigre_id == me.id else None
