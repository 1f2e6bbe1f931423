"""A draft: what an émigré is about to ask, shown as it would go, changed and sent."""

from dataclasses import replace
from typing import Final

from aiogram.types import CallbackQuery, Message

from bot.core.people import EMIGRE_ALIASES, draw_alias
from bot.core.requests import HELD, MOST_OPEN, Event, Refused, State
from bot.core.styles import Styled
from bot.core.telltale import WARNED, warned_of, without
from bot.core.timers import TimerKind
from bot.emigre import request_screens, screens
from bot.emigre.avoiding import unwished_in
from bot.emigre.buttons import (
    AskAgainFirst,
    DropDraft,
    DropDraftNow,
    MarkThisUrgent,
    MarkUrgent,
    SayTopicOfDraft,
    SendAnyway,
    SendDraft,
    TakeQuestionBack,
)
from bot.emigre.finding.screens import helped
from bot.emigre.hearing import hear
from bot.emigre.own_screens import to_new
from bot.emigre.previews import as_draft, hasten_despair, of_a_minor, preview, put_in_draft
from bot.emigre.reading.handlers import named
from bot.relay.offering import end_offers, offer_anew, offer_new, prospects
from bot.relay.sharing import shared_text, to_share
from bot.store.people import Person
from bot.store.requests import Request, Said
from bot.store.store import Store
from bot.ui.danger import typed_in_danger
from bot.ui.reception import Home
from bot.ui.refusals import refusal
from bot.ui.screen import Screen, Shown, Toast
from bot.ui.styles import words_in
from bot.ui.words import Translator

DEADLINE: Final = "appeal-deadline"
"""The answer that says how the days to appeal are counted."""


async def ask(event: Message | CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Begin a question, go on with the draft, or show what is open and the way to a new one.

    Words of danger that the tapped screen replies to go into the draft: who typed them asks now.
    """
    current = await store.requests.current_of(me.id)
    if current and current.state is not State.DRAFT:
        return await _beside(current, me, store, tr)
    if isinstance(event, CallbackQuery) and (typed := await typed_in_danger(event, me, store, tr)):
        return await put_in_draft(typed, me, store, tr)
    return await preview(current, store, tr) if current else screens.ask_screen(tr)


async def _beside(current: Request, me: Person, store: Store, tr: Translator) -> Screen:
    """Show what is open, and the way to ask something new if there is room for it."""
    shown = await as_it_stands(current, me, store, tr)
    if not me.may_ask or len(await store.requests.all_open_of(me.id)) >= MOST_OPEN:
        return shown
    return replace(shown, rows=[[to_new(tr)], *shown.rows])


async def open_draft(tap: CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Show the draft, also beside a question that is open; without one, what there is."""
    draft = await store.requests.draft_of(me.id)
    return await preview(draft, store, tr) if draft else await ask(tap, me, store, tr)


async def reword(
    message: Message, draft: Request, said: Said, store: Store, tr: Translator
) -> Screen | None:
    """Follow an edit of what is in the draft, and show what will be sent now."""
    words = words_in(message)
    if words == said.words:
        return None
    before = [each.text for each in await store.requests.said_in(draft.id)]
    await store.requests.reword(said.id, words)
    if draft.state is State.EARLY:
        return None
    draft, hastened = await hasten_despair(draft, before, store)
    return await preview(draft, store, tr, news=screens.cannot_wait(tr) if hastened else None)


async def ask_urgent(tap: CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Begin an urgent question; a draft becomes urgent, and so does a question that waits."""
    current = await store.requests.current_of(me.id)
    if current is None or current.state is State.DRAFT:
        if typed := await typed_in_danger(tap, me, store, tr):
            await put_in_draft(typed, me, store, tr)
        current = await store.requests.draft_of(me.id)
    if current is None:
        return screens.ask_screen(tr, urgent=True)
    if current.state in HELD:
        return await as_it_stands(current, me, store, tr)
    if current.state is State.DRAFT:
        return await preview(await store.requests.mark_urgent(current, urgent=True), store, tr)
    urgent = current if current.urgent else await hurry(store, current)
    return request_screens.urgent_now_screen(urgent, tr, already=current.urgent)


async def hurry(store: Store, request: Request) -> Request:
    """Let a question that was sent come first; where it waits, it is offered anew."""
    urgent = await store.requests.mark_urgent(request, urgent=True)
    if urgent.state not in HELD:
        await offer_anew(store, urgent)
    return urgent


async def mark_urgent(
    tap: CallbackQuery, callback_data: MarkUrgent, me: Person, store: Store, tr: Translator
) -> Screen:
    """Say whether the draft can wait; what is no draft any more is shown as it is."""
    draft = await store.requests.draft_of(me.id)
    if draft is None:
        return await ask(tap, me, store, tr)
    marked = await store.requests.mark_urgent(draft, urgent=callback_data.urgent)
    return await preview(marked, store, tr)


async def mark_this_urgent(
    tap: CallbackQuery, callback_data: MarkThisUrgent, me: Person, store: Store, tr: Translator
) -> Screen:
    """Say whether this draft can wait; what it was is shown as it is, and a newer one unchanged."""
    draft = await store.requests.draft_of(me.id)
    if draft and draft.code != callback_data.code:
        return await preview(draft, store, tr, news=screens.older_text(tr))
    return await mark_urgent(tap, MarkUrgent(urgent=callback_data.urgent), me, store, tr)


async def send(
    tap: CallbackQuery, callback_data: SendDraft, me: Person, store: Store, tr: Translator
) -> Shown:
    """Send the draft, unless something in it may give its author away: that is said first."""
    draft = await _as_seen(tap, callback_data.seal, me, store, tr)
    if isinstance(draft, Screen):
        return draft
    written = await store.requests.said_in(draft.id)
    if found := warned_of(said.text for said in written):
        heard = hear([said.text for said in written], tr.language)
        return helped(screens.telltale_screen(found, callback_data.seal, tr), heard, tr)
    return await _send(draft, store, tr)


async def send_anyway(
    tap: CallbackQuery, callback_data: SendAnyway, me: Person, store: Store, tr: Translator
) -> Shown:
    """Send the draft after the warning as it is, or show it without what gives its author away.

    That goes once it was seen; an edit of what was typed brings back what was left out.
    """
    draft = await _as_seen(tap, callback_data.seal, me, store, tr)
    if isinstance(draft, Screen):
        return draft
    if callback_data.whole:
        return await _send(draft, store, tr)
    for said in await store.requests.said_in(draft.id):
        await store.requests.reword(said.id, Styled(without(said.text, WARNED)))
    return await preview(draft, store, tr, news=screens.left_out_text(tr))


async def _send(draft: Request, store: Store, tr: Translator) -> Shown:
    """Send a draft and offer it to the volunteers."""
    most = MOST_OPEN + draft.urgent  # what cannot wait may be one more
    if len(await store.requests.all_open_of(draft.emigre_id)) >= most:
        return await preview(draft, store, tr, news=screens.not_sent_text(tr))
    now = store.clock.now()
    sent = await store.requests.move(draft, Event.SEND, sent_at=now)
    offered = sent if isinstance(sent, Refused) else await store.requests.move(sent, Event.OFFER)
    if isinstance(offered, Refused):
        return Toast(refusal(offered.why, tr))
    await offer_new(store, offered)
    written = await store.requests.said_in(offered.id)
    heard = hear([said.text for said in written], offered.language)
    to_count = not heard.surely and offered.section in request_screens.ABOUT_DECISIONS
    answers = [*of_a_minor(offered, tr), *(named([DEADLINE], tr) if to_count else [])]
    shown = request_screens.sent_screen(offered, answers, await prospects(store, offered), tr)
    return helped(shown, heard, tr)


async def take_back(
    tap: CallbackQuery, callback_data: TakeQuestionBack, me: Person, store: Store, tr: Translator
) -> Shown:
    """Make a draft again of a question that nobody has taken yet; what was taken stays sent."""
    request = await store.requests.own(callback_data.code, me.id)
    if request is None or request.state is State.DRAFT:
        return await ask(tap, me, store, tr)
    if await store.requests.was_taken(request.id):
        return Toast(
            tr("Somebody had taken it already. You can close it, or delete what you wrote.")
        )
    if await store.requests.draft_of(me.id):
        return Toast(tr("You have another draft: send it or delete it first."))
    alias = draw_alias(EMIGRE_ALIASES, {request.alias})  # no older picture of it sends it again
    draft = await store.requests.move(request, Event.TAKE_BACK, sent_at=None, alias=alias)
    if isinstance(draft, Refused):
        return Toast(refusal(draft.why, tr))
    await store.timers.drop_of(draft.id, (TimerKind.OFFER, TimerKind.LATE, TimerKind.UNTAKEN))
    await end_offers(store, draft)
    return await preview(draft, store, tr, news=screens.draft_again_text(tr))


async def ask_to_drop(
    tap: CallbackQuery, callback_data: DropDraft, me: Person, store: Store, tr: Translator
) -> Screen:
    """Ask once more before the draft is deleted."""
    draft = await _as_seen(tap, callback_data.seal, me, store, tr)
    if isinstance(draft, Screen):
        return draft
    heard = hear([said.text for said in await store.requests.said_in(draft.id)], draft.language)
    return helped(screens.drop_screen(callback_data.seal, tr), heard, tr)


async def drop(
    tap: CallbackQuery,
    callback_data: DropDraftNow,
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
    return (await home(me, store, tr)).beginning(tr("Your draft is deleted."))


async def show_topics(tap: CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Show the topics that the draft may be about."""
    draft = await store.requests.draft_of(me.id)
    return screens.draft_topics_screen(tr) if draft else await ask(tap, me, store, tr)


async def say_topic(
    tap: CallbackQuery, callback_data: SayTopicOfDraft, me: Person, store: Store, tr: Translator
) -> Screen:
    """Say what the draft is about."""
    draft = await store.requests.draft_of(me.id)
    if draft is None:
        return await ask(tap, me, store, tr)
    chosen = await store.requests.put_section(draft, callback_data.section)
    return await preview(chosen, store, tr)


async def ask_again_first(
    tap: CallbackQuery, callback_data: AskAgainFirst, me: Person, store: Store, tr: Translator
) -> Screen:
    """Say whether who helped before is to be asked first."""
    draft = await store.requests.draft_of(me.id)
    before = await store.offers.helper_before(me.id)
    if draft is None:
        return await ask(tap, me, store, tr)
    if callback_data.yes and before and before.helper_id is not None:
        await store.offers.ask_first(draft.id, before.helper_id)
    else:
        await store.offers.ask_nobody_first(draft.id)
    return await preview(draft, store, tr)


async def as_it_stands(request: Request, me: Person, store: Store, tr: Translator) -> Screen:
    """Show a request of one's own; while the case is locked, not a word of it."""
    locked = await store.cases.is_locked(me.id)
    case = None if locked else shared_text(request.shared, tr)
    unsent = request.state is State.WITHDRAWN and not await store.requests.said_in(request.id)
    return request_screens.request_screen(
        request,
        tr,
        may_ask=me.may_ask,
        case=case,
        companions=await store.companions.of(request.id),
        unwished=await unwished_in(request, me, store),
        unsent=unsent,
        may_share=not locked and await to_share(me.id, store) is not None,
    )


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
    return await as_draft(draft, written, store, tr, news=screens.changed_since_text(tr))
