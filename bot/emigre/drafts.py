"""A draft: what an émigré is about to ask, shown as it would go, changed and sent."""

from collections.abc import Sequence
from typing import Final

from aiogram.types import CallbackQuery, Message
from markupsafe import Markup

from bot.content.library import library
from bot.core.identity import holds_identity_code
from bot.core.requests import HELD, Event, Refused, State
from bot.core.telltale import WARNED, warned_of, without
from bot.emigre import screens
from bot.emigre.buttons import DropDraft, MarkUrgent, SendAnyway, SendDraft, ShareCase, StopSharing
from bot.relay.passing import offer_again, offer_to_all
from bot.relay.sharing import shared_text, to_share
from bot.store.people import Person
from bot.store.requests import Request, Said
from bot.store.store import Store
from bot.ui.reception import Home
from bot.ui.refusals import leave_out_code, refusal
from bot.ui.screen import Screen, Shown, Toast
from bot.ui.words import Translator

DEADLINE: Final = "appeal-deadline"
"""The answer that says how the days to appeal are counted."""


async def ask(_: Message | CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Begin a question, go on with the draft, or show the open request."""
    current = await store.requests.current_of(me.id)
    if current is None:
        return screens.ask_screen(tr)
    if current.state is State.DRAFT:
        return await preview(current, store, tr)
    return await as_it_stands(current, me, store, tr)


async def reword(
    message: Message, draft: Request, said: Said, store: Store, tr: Translator
) -> Screen | None:
    """Follow an edit of what is in the draft, and show what will be sent now."""
    if message.text == said.text:
        return None
    await store.requests.reword(said.id, message.text or "")
    if draft.state is State.EARLY:
        return None
    return await preview(draft, store, tr)


async def ask_urgent(_: CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Begin an urgent question; a draft becomes urgent, and so does a question that waits."""
    current = await store.requests.current_of(me.id)
    if current is None:
        return screens.ask_screen(tr, urgent=True)
    if current.state in HELD:
        return screens.request_screen(current, tr)
    urgent = await store.requests.mark_urgent(current, urgent=True)
    if current.state is State.DRAFT:
        return await preview(urgent, store, tr)
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
    return await preview(marked, store, tr)


async def share_case(
    tap: CallbackQuery, callback_data: ShareCase, me: Person, store: Store, tr: Translator
) -> Screen:
    """Say whether the helper may see how one's case stands; the draft is shown as it is."""
    draft = await store.requests.draft_of(me.id)
    if draft is None:
        return await ask(tap, me, store, tr)
    shared = await to_share(me.id, store) if callback_data.shares else None
    return await preview(await store.requests.share(draft, shared), store, tr)


async def send(
    tap: CallbackQuery, callback_data: SendDraft, me: Person, store: Store, tr: Translator
) -> Shown:
    """Send the draft, unless something in it may give its author away: that is said first."""
    draft = await _as_seen(tap, callback_data.seal, me, store, tr)
    if isinstance(draft, Screen):
        return draft
    written = await store.requests.said_in(draft.id)
    if found := warned_of(said.text for said in written):
        return screens.telltale_screen(found, callback_data.seal, tr)
    return await _send(draft, store, tr)


async def send_anyway(
    tap: CallbackQuery, callback_data: SendAnyway, me: Person, store: Store, tr: Translator
) -> Shown:
    """Send the draft after the warning, as it is or without what may give its author away."""
    draft = await _as_seen(tap, callback_data.seal, me, store, tr)
    if isinstance(draft, Screen):
        return draft
    if not callback_data.whole:
        for said in await store.requests.said_in(draft.id):
            await store.requests.reword(said.id, without(said.text, WARNED))
    return await _send(draft, store, tr)


async def _send(draft: Request, store: Store, tr: Translator) -> Shown:
    """Send a draft and offer it to the volunteers."""
    if opened := await store.requests.open_of(draft.emigre_id):  # the team wrote first meanwhile
        news = tr(
            "Nothing was sent: question {code} is open. Close it first; the draft stays.",
            code=opened.code,
        )
        return await preview(draft, store, tr, news=news)
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


async def preview(
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
    shared = draft.shared or await to_share(draft.emigre_id, store)
    case = None if locked else shared_text(shared, tr)
    return screens.draft_screen(draft, written, tr, news=news, case=case)


async def stop_sharing(
    tap: CallbackQuery, callback_data: StopSharing, me: Person, store: Store, tr: Translator
) -> Screen:
    """Show nothing more of one's case with a question that was sent."""
    current = await store.requests.open_of(me.id)
    if current is None or current.code != callback_data.code:
        return await ask(tap, me, store, tr)
    alone = await store.requests.share(current, None)
    shown = await as_it_stands(alone, me, store, tr)
    return shown.beginning(screens.shared_no_more(alone, tr)) if current.shares_case else shown


async def as_it_stands(request: Request, me: Person, store: Store, tr: Translator) -> Screen:
    """Show a request of one's own; while the case is locked, not a word of it."""
    case = None if await store.cases.is_locked(me.id) else shared_text(request.shared, tr)
    return screens.request_screen(request, tr, may_ask=me.may_ask, case=case)


async def _as_seen(
    tap: CallbackQuery, seal: str, me: Person, store: Store, tr: Translator
) -> Request | Screen:
    """Return the draft if it still is what its author saw, else the screen of what there is."""
    draft = await store.requests.draft_of(me.id)
    if draft is None:
        return await ask(tap, me, store, tr)
    written = await store.requests.said_in(draft.id)
    if seal == screens.draft_seal(draft, written):
        return draft
    news = tr("Nothing was sent or deleted: the question has changed since.")
    return await _draft_screen(draft, written, store, tr, news=news)
