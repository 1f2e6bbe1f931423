"""What an émigré does: asks, adds, reads, closes."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from aiogram.types import CallbackQuery, Message
from markupsafe import Markup

from bot.content.library import library
from bot.core.clock import today
from bot.core.coming import next_day
from bot.core.identity import holds_identity_code
from bot.core.outgoing import Side
from bot.core.requests import HELD, MOST_MESSAGES, Event, Refused, State, seal_of
from bot.emigre import screens
from bot.emigre.buttons import (
    AddThis,
    AskToClose,
    Close,
    DropDraft,
    MarkUrgent,
    SendDraft,
    ShareCase,
)
from bot.emigre.keeping import without_keeping
from bot.emigre.reading.handlers import named
from bot.relay import receipts
from bot.relay.buttons import OpenRequest
from bot.relay.passing import end_offers, offer_again, offer_to_all, pass_on, tell_closed
from bot.relay.sharing import case_in_words
from bot.store.people import Person
from bot.store.requests import Request, Said
from bot.store.store import Store
from bot.ui.buttons import Agree, DeclineThat
from bot.ui.buttons import home as home_button
from bot.ui.consent import does_not_fit
from bot.ui.reception import Entrance, Home
from bot.ui.refusals import leave_out_code, refusal
from bot.ui.screen import Expects, Receipt, Screen, Shown, Toast
from bot.ui.typed import keep, unused
from bot.ui.words import Translator

DEADLINE: Final = "appeal-deadline"
"""The answer that says how the days to appeal are counted."""


async def home(me: Person, store: Store, tr: Translator) -> Screen:
    """Make an émigré's home."""
    return screens.home_screen(await _mine_of(me, store), tr)


async def _mine_of(me: Person, store: Store) -> screens.Mine:
    own = await store.cases.at_home(me.id)
    current = await store.requests.current_of(me.id)
    mine = screens.Mine(current, None, own.has_plan, own.keeps_answers, may_ask=me.may_ask)
    await store.cases.lock(me.id)
    if await store.cases.is_locked(me.id):
        return mine
    return replace(mine, stage=await store.cases.stage_of(me.id), coming=await _coming(me, store))


async def _coming(me: Person, store: Store) -> screens.Coming | None:
    now = today(store.clock.now())
    day = next_day([date.kept for date in await store.dates.all_of(me.id)], now)
    return screens.Coming(day, now) if day else None


async def ask(_: Message | CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Begin a question, go on with the draft, or show the open request."""
    current = await store.requests.current_of(me.id)
    if current is None:
        return screens.ask_screen(tr)
    if current.state is State.DRAFT:
        return await _preview(current, store, tr)
    return screens.request_screen(current, tr)


async def agree(
    tap: CallbackQuery,
    callback_data: Agree,
    me: Person,
    store: Store,
    *,
    tr: Translator,
    entrance: Entrance,
) -> Shown | None:
    """Keep from now on what somebody asks: first what they have typed, else what they tapped."""
    await store.people.agree(me.id)
    me = replace(me, agreed=True)
    if early := await store.requests.early_of(me.id):
        await store.requests.move(early, Event.AGREE, language=tr.language)
    if callback_data.then:
        return await entrance.go_on(tap, callback_data.then, me, store, tr=tr)
    return await ask(tap, me, store, tr)


async def decline(_: CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Erase what was typed before the yes that did not come."""
    return screens.declined_screen(tr, erased=await _erase_early(me, store))


async def decline_that(
    tap: CallbackQuery,
    callback_data: DeclineThat,
    me: Person,
    store: Store,
    *,
    tr: Translator,
    entrance: Entrance,
) -> Shown | None:
    """Keep nothing, and go back to the screen where somebody tapped, if it keeps something."""
    back = without_keeping(callback_data.tapped)
    if back is None:
        return await decline(tap, me, store, tr)
    erased = await _erase_early(me, store)
    news = tr("What you wrote is erased.") if erased else tr("Nothing was kept.")
    shown = await entrance.go_on(tap, back.pack(), me, store, tr=tr)
    return shown.beginning(news) if isinstance(shown, Screen) else shown


async def typed(
    message: Message, request: Request | None, me: Person, store: Store, tr: Translator
) -> Shown:
    """Add what was typed to the request that it is for, or to the draft."""
    if request is None:
        return await _draft(message, me, store, tr)
    return await _add(message, request, me, store, tr)


async def not_text(message: Message, tr: Translator) -> Shown:
    """Say what to do in place of a picture or a voice; whatever was being written goes on."""
    if message.voice or message.audio or message.video_note:
        return screens.voice_receipt(tr)
    if message.photo or message.document:
        return screens.paper_receipt(named(screens.ABOUT_A_DECISION, tr), tr)
    return receipts.not_text(tr)


async def reword(
    message: Message, draft: Request, said: Said, store: Store, tr: Translator
) -> Screen | None:
    """Follow an edit of what is in the draft, and show what will be sent now."""
    if message.text == said.text:
        return None
    await store.requests.reword(said.id, message.text or "")
    if draft.state is State.EARLY:
        return None
    return await _preview(draft, store, tr)


async def no_room(_: Message, tr: Translator) -> Receipt:
    """Say that an edit of what did not fit in changes nothing."""
    return Receipt(does_not_fit(tr))


async def ask_this(tap: CallbackQuery, me: Person, store: Store, tr: Translator) -> Shown:
    """Add the text that the tapped screen replies to to the draft, begun if there is none."""
    written = await unused(tap, me, store)
    if written is None:
        return await ask(tap, me, store, tr)
    if await store.requests.open_of(me.id):
        return await _nothing_yet(me, store, tr)
    return await _draft(written, me, store, tr)


async def ask_this_urgently(tap: CallbackQuery, me: Person, store: Store, tr: Translator) -> Shown:
    """Do the same, and let it come before other questions."""
    shown = await ask_this(tap, me, store, tr)
    if await store.requests.open_of(me.id):  # begun since: the text is offered to that one
        return shown
    return await mark_urgent(tap, MarkUrgent(urgent=True), me, store, tr)


async def add_this(
    tap: CallbackQuery, callback_data: AddThis, me: Person, store: Store, tr: Translator
) -> Shown:
    """Add the text that the tapped screen replies to to a request of one's own."""
    request = await _own(callback_data.code, me, store)
    written = await unused(tap, me, store)
    if request is None or written is None:
        return await ask(tap, me, store, tr)
    added = await _add(written, request, me, store, tr)
    return (
        added.as_screen(home_button(tr), about=request.id) if isinstance(added, Receipt) else added
    )


async def ask_urgent(_: CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Begin an urgent question; a draft becomes urgent, and so does a question that waits."""
    current = await store.requests.current_of(me.id)
    if current is None:
        return screens.ask_screen(tr, urgent=True)
    if current.state in HELD:
        return screens.request_screen(current, tr)
    urgent = await store.requests.mark_urgent(current, urgent=True)
    if current.state is State.DRAFT:
        return await _preview(urgent, store, tr)
    if not current.urgent:
        await offer_again(store, urgent)
    return screens.urgent_now_screen(urgent, tr, already=current.urgent)


async def mark_urgent(
    tap: CallbackQuery, callback_data: MarkUrgent, me: Person, store: Store, tr: Translator
) -> Screen:
    """Say whether the draft can wait; what is no draft any more is shown as it is."""
    draft = await store.requests.draft_of(me.id)
    if draft is None:
        return await ask(tap, me, store, tr)
    marked = await store.requests.mark_urgent(draft, urgent=callback_data.urgent)
    return await _preview(marked, store, tr)


async def share_case(
    tap: CallbackQuery, callback_data: ShareCase, me: Person, store: Store, tr: Translator
) -> Screen:
    """Say whether the helper may see how one's case stands; the draft is shown as it is."""
    draft = await store.requests.draft_of(me.id)
    if draft is None:
        return await ask(tap, me, store, tr)
    shared = await store.requests.share_case(draft, shares=callback_data.shares)
    return await _preview(shared, store, tr)


async def send(
    tap: CallbackQuery, callback_data: SendDraft, me: Person, store: Store, tr: Translator
) -> Shown:
    """Send the draft and offer it to the volunteers."""
    draft = await _as_seen(tap, callback_data.seal, me, store, tr)
    if isinstance(draft, Screen):
        return draft
    if opened := await store.requests.open_of(me.id):  # the team has written first meanwhile
        news = tr(
            "Nothing was sent: question {code} is open. Close it first; the draft stays.",
            code=opened.code,
        )
        return await _preview(draft, store, tr, news=news)
    now = store.clock.now()
    sent = await store.requests.move(draft, Event.SEND, sent_at=now)
    offered = sent if isinstance(sent, Refused) else await store.requests.move(sent, Event.OFFER)
    if isinstance(offered, Refused):
        return Toast(refusal(offered.why, tr))
    await offer_to_all(store, offered)
    return screens.sent_screen(offered, library().article(DEADLINE, tr.language), tr)


async def drop(
    tap: CallbackQuery,
    callback_data: DropDraft,
    me: Person,
    store: Store,
    *,
    tr: Translator,
    home: Home,
) -> Shown:
    """Delete the draft."""
    if await store.requests.current_of(me.id) is None:
        return await home(me, store, tr)  # tapped twice
    draft = await _as_seen(tap, callback_data.seal, me, store, tr)
    if isinstance(draft, Screen):
        return draft
    await store.requests.move(draft, Event.DISCARD, closed_at=store.clock.now())
    await store.requests.forget_words(draft.id)
    return await home(me, store, tr)


async def open_request(
    _: CallbackQuery,
    callback_data: OpenRequest,
    me: Person,
    store: Store,
    *,
    tr: Translator,
    home: Home,
) -> Screen:
    """Show a request of one's own."""
    request = await _own(callback_data.code, me, store)
    if request is None:
        return await home(me, store, tr)
    return screens.request_screen(request, tr, may_ask=me.may_ask)


async def ask_to_close(
    _: CallbackQuery,
    callback_data: AskToClose,
    me: Person,
    store: Store,
    *,
    tr: Translator,
    home: Home,
) -> Screen:
    """Ask once more."""
    request = await _own(callback_data.code, me, store)
    if request is None:
        return await home(me, store, tr)
    return screens.close_screen(request, tr)


async def close(
    _: CallbackQuery, callback_data: Close, me: Person, store: Store, tr: Translator, home: Home
) -> Shown:
    """Close a request of one's own; one that is over is shown as it is."""
    request = await _own(callback_data.code, me, store)
    if request is None:
        return await home(me, store, tr)
    closed = await store.requests.move(request, Event.CLOSE, closed_at=store.clock.now())
    if isinstance(closed, Refused):
        return screens.request_screen(request, tr, may_ask=me.may_ask)
    await end_offers(store, closed)
    await tell_closed(store, closed, Side.EMIGRE)
    return screens.request_screen(closed, tr, may_ask=me.may_ask)


async def _erase_early(me: Person, store: Store) -> bool:
    """Erase what was typed before the yes; say whether there was anything."""
    early = await store.requests.early_of(me.id)
    if early:
        await store.requests.forget(early.id)
    return early is not None


async def _add(
    message: Message, request: Request, me: Person, store: Store, tr: Translator
) -> Shown:
    """Add a message to a request that was sent, or is still a draft."""
    if request.state is State.DRAFT:
        return await _draft(message, me, store, tr)
    added = await store.requests.move(request, Event.ADD)
    if isinstance(added, Refused):
        return await _nothing_yet(me, store, tr, closed=request)
    said = await keep(store, added.id, Side.EMIGRE, message, me)
    await pass_on(store, added, said, message.text or "", Side.EMIGRE)
    return screens.receipt(added, said, tr)


async def _draft(message: Message, me: Person, store: Store, tr: Translator) -> Screen:
    """Add a message to the draft, begun if there is none."""
    draft = await store.requests.draft_of(me.id)
    if draft is None and await store.requests.open_of(me.id):
        return await _nothing_yet(me, store, tr)
    draft = draft or await store.requests.begin(me.id, tr.language)
    if me.waiting_for == Expects.URGENT_DRAFT:
        draft = await store.requests.mark_urgent(draft, urgent=True)
    if len(await store.requests.said_in(draft.id)) >= MOST_MESSAGES:
        return await _preview(draft, store, tr, news=does_not_fit(tr))
    await keep(store, draft.id, Side.EMIGRE, message, me)
    return await _preview(draft, store, tr)


async def _preview(
    draft: Request, store: Store, tr: Translator, *, news: Markup | None = None
) -> Screen:
    """Show the draft as it would go now."""
    written = await store.requests.said_in(draft.id)
    if news is None and any(holds_identity_code(said.text) for said in written):
        news = leave_out_code(tr)
    return await _draft_screen(draft, written, store, tr, news=news)


async def _draft_screen(
    draft: Request,
    written: Sequence[Said],
    store: Store,
    tr: Translator,
    *,
    news: Markup | None = None,
) -> Screen:
    """Show a draft; while the case is locked, not a word of it."""
    locked = await store.cases.is_locked(draft.emigre_id)
    case = None if locked else await case_in_words(draft.emigre_id, store, tr)
    return screens.draft_screen(draft, written, tr, news=news, case=case)


async def _as_seen(
    tap: CallbackQuery, seal: str, me: Person, store: Store, tr: Translator
) -> Request | Screen:
    """Return the draft if it still is what its author saw, else the screen of what there is."""
    draft = await store.requests.draft_of(me.id)
    if draft is None:
        return await ask(tap, me, store, tr)
    written = await store.requests.said_in(draft.id)
    if seal == seal_of(draft.code, (said.text for said in written)):
        return draft
    news = tr("Nothing was sent or deleted: the question has changed since.")
    return await _draft_screen(draft, written, store, tr, news=news)


async def _nothing_yet(
    me: Person, store: Store, tr: Translator, *, closed: Request | None = None
) -> Screen:
    """Ask what to do with a text that belongs to nothing, or to a request that is over."""
    return screens.home_screen(await _mine_of(me, store), tr, typed=True, closed=closed)


async def _own(code: str, me: Person, store: Store) -> Request | None:
    request = await store.requests.by_code(code)
    return request if request and request.emigre_id == me.id else None
