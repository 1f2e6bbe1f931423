"""What a coordinator does with broadcasts: writes, checks, asks for a second yes, stops."""

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message
from markupsafe import Markup

from bot.coordination import broadcast_buttons as buttons
from bot.coordination import broadcast_screens as screens
from bot.coordination.approval_screens import asked_screen, nobody_screen
from bot.coordination.approvals import ask_for_yes, needs_no_yes, note_waived, pending
from bot.coordination.broadcast_sending import (
    is_first,
    let_go,
    matter_of,
    put_preview,
    show_below,
)
from bot.core.approvals import Matter
from bot.core.broadcasts import (
    BroadcastId,
    BroadcastState,
    Piece,
    Yes,
    missing,
    too_many,
    yes_needed,
)
from bot.core.languages import Language
from bot.core.people import Act, Role
from bot.core.timers import TimerKind
from bot.store.broadcasts import Broadcast
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.buttons import AddToBroadcast, ShowBroadcasts
from bot.ui.commands import is_command
from bot.ui.kinds import becomes
from bot.ui.refusals import not_passed
from bot.ui.rights import allow
from bot.ui.screen import Receipt, Screen, Shown, Toast
from bot.ui.typed import replied_to, unused
from bot.ui.words import Translator

EXPECTED = {expected: language for language, expected in screens.EXPECTS.items()}


class Writing(Filter):
    """A message of a coordinator who writes a broadcast; a reply belongs to what it replies to."""

    async def __call__(
        self, message: Message, me: Person, store: Store
    ) -> bool | dict[str, Language]:
        """Return the language as `language`, or False."""
        if me.role is not Role.COORDINATOR or is_command(message.text):
            return False
        language = next((EXPECTED[each] for each in EXPECTED if each == me.waiting_for), None)
        if language is None or await replied_to(message, me, store):
            return False
        return {"language": language}


class StandsInBroadcast(Filter):
    """A message that stands in a broadcast of its author's."""

    async def __call__(
        self, message: Message, me: Person, store: Store
    ) -> bool | dict[str, Broadcast]:
        """Return the broadcast as `broadcast`, or False."""
        if me.role is not Role.COORDINATOR:
            return False
        found = await store.broadcasts.with_piece(me.id, me.chat_id, message.message_id)
        return {"broadcast": found} if found else False


async def show(_: CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Show what goes out, and the way to a new broadcast."""
    return await _room(me, store, tr)


async def choose_segment(_: CallbackQuery, tr: Translator) -> Screen:
    """Ask to whom it goes."""
    return screens.segments_screen(tr)


async def begin(
    _: CallbackQuery,
    callback_data: buttons.AimBroadcast,
    me: Person,
    store: Store,
    tr: Translator,
) -> Screen:
    """Begin a draft; one that there is goes to nobody else by an old button."""
    draft = await store.broadcasts.draft_of(me.id)
    if draft is not None:
        return await _room(me, store, tr)
    draft = await store.broadcasts.begin(me.id, callback_data.segment)
    return screens.write_screen(draft, draft.segment.languages[0], tr)


async def write(
    _: CallbackQuery, callback_data: buttons.WriteText, me: Person, store: Store, tr: Translator
) -> Screen:
    """Ask for the text in one language."""
    draft = await store.broadcasts.draft_of(me.id)
    if draft is None or callback_data.language not in draft.segment.languages:
        return await _room(me, store, tr)
    return screens.write_screen(draft, callback_data.language, tr)


async def typed(
    message: Message, language: Language, me: Person, store: Store, tr: Translator
) -> Shown:
    """Keep what was typed as the text that was asked for, in place of what there was."""
    if not message.text:
        return Receipt(not_passed(becomes(message), tr))
    draft = await store.broadcasts.draft_of(me.id)
    if draft is None or language not in draft.segment.languages:
        return await _room(me, store, tr, news=_went_nowhere(tr))
    written = await store.broadcasts.write(draft, language, [_piece(message, me)])
    screen = await _after(written, language, me, store, tr)
    if missing(written.segment, written.texts) is None:
        await put_preview(me, written, store)
    return screen


async def edited(
    message: Message, broadcast: Broadcast, me: Person, store: Store, tr: Translator
) -> Shown | None:
    """Follow an edit of what was typed for a draft; say so where it comes too late."""
    language = broadcast.language_of(me.chat_id, message.message_id)
    if language is None or not message.text:
        return None
    old, new = broadcast.pieces[language], _piece(message, me)
    pieces = [
        new if (piece.chat_id, piece.number) == (new.chat_id, new.number) else piece
        for piece in old
    ]
    if pieces == old:
        return None
    if broadcast.state is not BroadcastState.DRAFT:
        return screens.frozen_receipt(tr)
    written = await store.broadcasts.write(broadcast, language, pieces)
    screen = await _after(written, language, me, store, tr)
    await put_preview(me, written, store)
    return screen


async def add_this(
    tap: CallbackQuery, callback_data: AddToBroadcast, me: Person, store: Store, tr: Translator
) -> Shown:
    """Add the text that the tapped screen replies to to the draft: nothing there is replaced."""
    typed_before = await unused(tap, me, store)
    if typed_before is None:
        return Toast(tr("This text was sent already, or is not here any more."))
    draft, language = await store.broadcasts.draft_of(me.id), callback_data.language
    if draft is None or language not in draft.segment.languages:
        return await _room(me, store, tr, news=_went_nowhere(tr))
    pieces = [*draft.pieces.get(language, ()), _piece(typed_before, me)]
    written = await store.broadcasts.write(draft, language, pieces)
    screen = await _after(written, language, me, store, tr)
    return await show_below(me, written, screen, store, tr)


async def show_draft(_: CallbackQuery, me: Person, store: Store, tr: Translator) -> Shown:
    """Show the draft as it would arrive, or go on writing."""
    draft = await store.broadcasts.draft_of(me.id)
    if draft is None:
        return await _room(me, store, tr)
    language = missing(draft.segment, draft.texts)
    if language and not draft.texts.get(language):
        screen = screens.write_screen(draft, language, tr)
    elif language:
        screen = screens.too_long_screen(draft, language, tr)
    elif approval := await pending(store, Matter.BROADCAST, me, matter_of(draft)):
        screen = asked_screen(approval, tr)
    else:
        screen = await _check(draft, me, store, tr)
    return await show_below(me, draft, screen, store, tr)


async def drop(_: CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Delete the draft."""
    draft = await store.broadcasts.draft_of(me.id)
    if draft is None:
        return await _room(me, store, tr)
    await store.broadcasts.drop(draft)
    news = tr("The draft is deleted. Your messages stay in this chat.")
    return await _room(me, store, tr, news=news)


async def send(
    _: CallbackQuery,
    callback_data: buttons.SendBroadcast,
    me: Person,
    store: Store,
    tr: Translator,
) -> Shown:
    """Send what was seen, or ask the others for their yes to it."""
    draft = await store.broadcasts.draft_of(me.id)
    if draft is None:
        return await _room(me, store, tr)
    if callback_data.seal != screens.seal(draft):
        return Toast(tr("Nothing was sent: the draft has changed since. Open it anew."))
    size, yes = await _reach(draft, me, store)
    if not size or yes is Yes.IMPOSSIBLE:
        return await _check(draft, me, store, tr)
    if yes is Yes.NOBODYS:
        note_waived(Matter.BROADCAST)
        return await let_go(draft, me, store, tr)
    approval = await ask_for_yes(store, Matter.BROADCAST, me, subject=matter_of(draft))
    return asked_screen(approval, tr) if approval else nobody_screen(Matter.BROADCAST, tr)


async def open_broadcast(
    _: CallbackQuery,
    callback_data: buttons.OpenBroadcast,
    me: Person,
    store: Store,
    tr: Translator,
) -> Screen:
    """Show how far a broadcast has come."""
    return await _progress(callback_data.number, me, store, tr)


async def stop(
    _: CallbackQuery,
    callback_data: buttons.StopBroadcast,
    me: Person,
    store: Store,
    tr: Translator,
) -> Screen:
    """Let nothing more of it go."""
    await store.broadcasts.stop(BroadcastId(callback_data.number))
    return await _progress(callback_data.number, me, store, tr)


async def go_on(
    _: CallbackQuery, callback_data: buttons.GoOn, me: Person, store: Store, tr: Translator
) -> Screen:
    """Send the rest."""
    number = BroadcastId(callback_data.number)
    if await store.broadcasts.go_on(number):
        await store.timers.set(TimerKind.PROGRESS, broadcast=number)
    return await _progress(number, me, store, tr)


async def send_again(
    _: CallbackQuery,
    callback_data: buttons.SendUncertainAgain,
    me: Person,
    store: Store,
    tr: Translator,
) -> Screen:
    """Send once more what may have arrived."""
    number = BroadcastId(callback_data.number)
    if await store.broadcasts.send_again(number):
        await store.timers.set(TimerKind.PROGRESS, broadcast=number)
    return await _progress(number, me, store, tr)


async def _after(
    draft: Broadcast, language: Language, me: Person, store: Store, tr: Translator
) -> Screen:
    """Return what follows once the text in one language has changed."""
    if too_many(draft.texts[language]):
        return screens.too_long_screen(draft, language, tr)
    if following := missing(draft.segment, draft.texts):
        return screens.kept_screen(draft, language, following, tr)
    return await _check(draft, me, store, tr)


def _piece(message: Message, me: Person) -> Piece:
    return Piece(me.chat_id, message.message_id, message.text or "")


def _went_nowhere(tr: Translator) -> Markup:
    return tr("Your text went nowhere: the broadcast that it was for is no draft any more.")


async def _room(me: Person, store: Store, tr: Translator, *, news: Markup | None = None) -> Screen:
    draft = await store.broadcasts.draft_of(me.id)
    latest = await store.broadcasts.latest(screens.MOST_LISTED)
    return screens.broadcasts_screen(draft, latest, tr, news=news)


async def _progress(number: int, me: Person, store: Store, tr: Translator) -> Screen:
    broadcast = await store.broadcasts.by_id(BroadcastId(number))
    if broadcast is None or broadcast.began_at is None:
        return await _room(me, store, tr)
    progress = await store.broadcasts.progress(broadcast.id)
    first = await is_first(broadcast, store)
    return screens.progress_screen(broadcast, progress, tr, first=first)


async def _reach(draft: Broadcast, me: Person, store: Store) -> tuple[int, Yes]:
    """Return how many people it reaches, and whose yes it needs."""
    size = await store.broadcasts.size(draft.segment, me.bot)
    return size, yes_needed(draft.segment, size, alone=await needs_no_yes(store))


async def _check(draft: Broadcast, me: Person, store: Store, tr: Translator) -> Screen:
    """Let a complete draft be sent; a yes that was asked for before it changed is over."""
    wishes = await store.approvals.pending(Matter.BROADCAST, me.id)
    changed = any(wish.about != matter_of(draft) for wish in wishes)
    return screens.check_screen(draft, *await _reach(draft, me, store), tr, changed=changed)


def router() -> Router:
    """Return the routes of broadcasts: behind the desk's, where answers to requests are taken."""
    made = Router(name="broadcasts")
    flags = allow(Act.BROADCAST)
    made.message.register(typed, Writing(), flags=flags)
    made.edited_message.register(edited, StandsInBroadcast(), flags=flags)
    for handler, button in (
        (show, ShowBroadcasts),
        (choose_segment, buttons.NewBroadcast),
        (begin, buttons.AimBroadcast),
        (write, buttons.WriteText),
        (show_draft, buttons.ShowDraft),
        (add_this, AddToBroadcast),
        (drop, buttons.DropBroadcast),
        (send, buttons.SendBroadcast),
        (open_broadcast, buttons.OpenBroadcast),
        (stop, buttons.StopBroadcast),
        (go_on, buttons.GoOn),
        (send_again, buttons.SendUncertainAgain),
    ):
        made.callback_query.register(handler, button.filter(), flags=flags)
    return made
