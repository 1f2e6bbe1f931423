"""What an émigré does: asks, adds, reads, closes."""

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum, auto

from aiogram.types import CallbackQuery, Message

from bot.core.cases import Case, CaseId, Whose
from bot.core.clock import today
from bot.core.coming import next_of_each
from bot.core.outgoing import Side
from bot.core.requests import HELD, OPEN, Event, Refused, State
from bot.core.styles import Styled
from bot.core.telltale import WARNED, warned_of, without
from bot.emigre import request_screens, screens, wordless
from bot.emigre.addition_screens import addition_screen
from bot.emigre.buttons import (
    AddAnyway,
    AddThis,
    AskToClose,
    Close,
    MarkUrgent,
    WriteAnew,
)
from bot.emigre.drafts import as_it_stands, ask, hurry, mark_urgent
from bot.emigre.finding.screens import helped
from bot.emigre.hearing import hear
from bot.emigre.keeping import without_keeping
from bot.emigre.previews import hasten_despair, put_in_draft
from bot.emigre.reading.handlers import named
from bot.relay import receipts
from bot.relay.buttons import OpenRequest
from bot.relay.offering import end_offers
from bot.relay.passing import pass_on, tell_closed
from bot.relay.watching import watch
from bot.store.people import Person
from bot.store.requests import Request
from bot.store.store import Store
from bot.ui.buttons import Agree, DeclineThat
from bot.ui.buttons import home as home_button
from bot.ui.commands import unknown_command
from bot.ui.consent import does_not_fit
from bot.ui.kinds import Becomes, becomes
from bot.ui.reception import Entrance, Home
from bot.ui.screen import Receipt, Screen, Shown
from bot.ui.typed import keep, saying_of, unused
from bot.ui.words import Translator


class As(Enum):
    """How a text goes whose author was warned of what it holds."""

    TYPED = auto()
    CUT = auto()


async def home(me: Person, store: Store, tr: Translator) -> Screen:
    """Make an émigré's home."""
    return screens.home_screen(await _mine_of(me, store), tr)


async def _mine_of(me: Person, store: Store) -> screens.Mine:
    own = await store.cases.at_home(me.id)
    in_hand = await store.requests.in_hand_of(me.id)
    mine = screens.Mine(
        in_hand, None, own.has_plan, own.keeps_answers, own.has_asked, may_ask=me.may_ask
    )
    if own.is_open:
        await store.cases.lock(me.id)
    if own.asks_first or not own.keeps_case:
        return mine
    cases = {kept.id: kept.case for kept in await store.cases.all_of(me.id)}
    stage = next((case.stage for case in cases.values() if case.whose is Whose.ME), None)
    return replace(mine, stage=stage, coming=await _coming(cases, me, store))


async def _coming(cases: Mapping[CaseId, Case], me: Person, store: Store) -> screens.Coming | None:
    dates, now = await store.dates.all_of(me.id), store.clock.now()
    days = next_of_each([(cases[date.case_id].whose, date.kept) for date in dates], now)
    nearest = min(days, key=lambda each: days[each], default=None)
    return screens.Coming(days[nearest], today(now), nearest) if nearest else None


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
        draft = await store.requests.move(early, Event.AGREE, language=tr.language)
        if not isinstance(draft, Refused):
            await hasten_despair(draft, [], store)
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
    news = screens.nothing_kept_text(tr, erased=await _erase_early(me, store))
    shown = await entrance.go_on(tap, back.pack(), me, store, tr=tr)
    return shown.beginning(news) if isinstance(shown, Screen) else shown


async def typed(
    message: Message, request: Request | None, me: Person, store: Store, tr: Translator
) -> Shown:
    """Add what was typed to the request that it is for, or to the draft."""
    if command := unknown_command(message.text):
        return request_screens.no_command(command, tr)
    if request is None:
        return await put_in_draft(message, me, store, tr)
    return await _add(message, request, me, store, tr)


async def not_text(message: Message, tr: Translator) -> Shown:
    """Say what to do in place of a picture or a voice; whatever was being written goes on."""
    kind = becomes(message)
    if kind in {Becomes.VOICE, Becomes.VIDEO}:
        return wordless.voice_receipt(kind, tr)
    if kind is Becomes.PAPER:
        return wordless.paper_receipt(named(wordless.ABOUT_A_DECISION, tr), tr)
    return receipts.not_text(kind, tr)


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
    return await put_in_draft(written, me, store, tr)


async def ask_this_anew(tap: CallbackQuery, me: Person, store: Store, tr: Translator) -> Shown:
    """Make another question of the text that the tapped screen replies to."""
    written = await unused(tap, me, store)
    return await put_in_draft(written, me, store, tr) if written else await ask(tap, me, store, tr)


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
    return await _add_typed(tap, callback_data.code, me, store, tr)


async def add_anyway(
    tap: CallbackQuery, callback_data: AddAnyway, me: Person, store: Store, tr: Translator
) -> Shown:
    """Add the text after the warning, as it is or without what may give its author away."""
    sure = As.TYPED if callback_data.whole else As.CUT
    return await _add_typed(tap, callback_data.code, me, store, tr, sure=sure)


async def write_anew(
    tap: CallbackQuery,
    callback_data: WriteAnew,
    me: Person,
    store: Store,
    *,
    tr: Translator,
    home: Home,
) -> Screen:
    """Say that the text of which its author was warned is dropped, and wait for another."""
    shown = await open_request(tap, callback_data, me, store, tr=tr, home=home)
    return shown.beginning(
        tr("What you wrote last was not sent, and nobody reads it. Write it anew here.")
    )


async def open_request(
    _: CallbackQuery,
    callback_data: OpenRequest | WriteAnew,
    me: Person,
    store: Store,
    *,
    tr: Translator,
    home: Home,
) -> Screen:
    """Show a request of one's own."""
    request = await store.requests.own(callback_data.code, me.id)
    if request is None:
        return await home(me, store, tr)
    return await as_it_stands(request, me, store, tr)


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
    request = await store.requests.own(callback_data.code, me.id)
    if request is None:
        return await home(me, store, tr)
    return request_screens.close_screen(request, tr)


async def close(
    _: CallbackQuery, callback_data: Close, me: Person, store: Store, tr: Translator, home: Home
) -> Shown:
    """Close a request of one's own; one that is over is shown as it is."""
    request = await store.requests.own(callback_data.code, me.id)
    if request is None:
        return await home(me, store, tr)
    closed = await store.requests.move(request, Event.CLOSE, closed_at=store.clock.now())
    if isinstance(closed, Refused):
        return request_screens.request_screen(request, tr, may_ask=me.may_ask)
    await end_offers(store, closed)
    await tell_closed(store, closed, Side.EMIGRE)
    await watch(store, closed)
    return request_screens.request_screen(closed, tr, may_ask=me.may_ask)


async def _erase_early(me: Person, store: Store) -> bool:
    """Erase what was typed before the yes; say whether there was anything."""
    early = await store.requests.early_of(me.id)
    if early:
        await store.requests.forget(early.id)
    return early is not None


async def _add_typed(
    tap: CallbackQuery,
    code: str,
    me: Person,
    store: Store,
    tr: Translator,
    *,
    sure: As | None = None,
) -> Shown:
    """Add the text that the tapped screen replies to to a request of one's own."""
    request = await store.requests.own(code, me.id)
    written = await unused(tap, me, store)
    if request is None or written is None:
        return await ask(tap, me, store, tr)
    added = await _add(written, request, me, store, tr, sure=sure)
    return (
        added.as_screen(home_button(tr), about=request.id) if isinstance(added, Receipt) else added
    )


async def _add(
    message: Message,
    request: Request,
    me: Person,
    store: Store,
    tr: Translator,
    *,
    sure: As | None = None,
) -> Shown:
    """Add a message to a request that was sent, or is still a draft; a warning comes first."""
    if request.state is State.DRAFT:
        return await put_in_draft(message, me, store, tr)
    typed = await saying_of(message, request.id, me, store)
    words = typed.words
    heard = hear([words.text], tr.language)
    if sure is None and (found := warned_of([words.text])) and request.state in OPEN:
        return helped(addition_screen(request, found, tr), heard, tr)
    if sure is As.CUT:
        words = Styled(without(words.text, WARNED))
    added = await store.requests.move(request, Event.ADD)
    if isinstance(added, Refused):
        return await _nothing_yet(me, store, tr, closed=request)
    said = await keep(store, added.id, Side.EMIGRE, message, me, words=words)
    to = await pass_on(store, added, said, words, Side.EMIGRE, answers=typed.answers)
    if added.state is not request.state:
        await watch(store, added)
    receipt = request_screens.receipt(added, to, said, tr)
    if (heard.surely or heard.despair) and not added.urgent:
        added = await hurry(store, added)
        if added.state not in HELD:
            receipt = receipt.ending(request_screens.urgent_now_words(added, tr))
    return helped(receipt, heard, tr)


async def _nothing_yet(
    me: Person, store: Store, tr: Translator, *, closed: Request | None = None
) -> Screen:
    """Ask what to do with a text that belongs to nothing, or to a request that is over."""
    return screens.home_screen(await _mine_of(me, store), tr, typed=True, closed=closed)
