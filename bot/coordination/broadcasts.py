"""What a coordinator does with broadcasts: writes, checks, asks for a second yes, stops."""

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from bot.coordination import broadcast_buttons as buttons
from bot.coordination import broadcast_screens as screens
from bot.coordination.approvals import needs_no_yes
from bot.coordination.telling import coordinators, put_notice
from bot.core.broadcasts import (
    BroadcastId,
    BroadcastState,
    Yes,
    missing,
    takes_yes,
    too_many,
    yes_needed,
)
from bot.core.languages import Language
from bot.core.outgoing import Kind, Letter, Side
from bot.core.people import Act, PersonId, Role
from bot.core.requests import Why
from bot.core.timers import TimerKind
from bot.relay.passing import speaker_of
from bot.relay.typed import replied_to
from bot.store.broadcasts import Broadcast
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.buttons import ShowBroadcasts
from bot.ui.commands import is_command
from bot.ui.refusals import refusal, text_alone
from bot.ui.rights import allow
from bot.ui.screen import Receipt, Screen, Shown, Toast
from bot.ui.words import Translator, translator

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
    """Keep what was typed, and go on to what is missing, or to the whole as it arrives."""
    if not message.text:
        return Receipt(text_alone(tr))
    draft = await store.broadcasts.draft_of(me.id)
    if draft is None:
        return await _room(me, store, tr)
    draft = await store.broadcasts.write(draft, language, message.text)
    if too_many(message.text):
        return screens.too_long_screen(message.text, language, tr)
    if following := missing(draft.segment, draft.texts):
        return screens.kept_screen(draft, language, following, tr)
    await _put_preview(me, draft, store)
    return await _check(draft, me, store, tr)


async def show_draft(_: CallbackQuery, me: Person, store: Store, tr: Translator) -> Shown:
    """Show the draft as it would arrive, or go on writing."""
    draft = await store.broadcasts.draft_of(me.id)
    if draft is None:
        return await _room(me, store, tr)
    if language := missing(draft.segment, draft.texts):
        return screens.write_screen(draft, language, tr)
    if _is_asked(draft, store):
        return screens.asked_screen(tr)
    return await _show_below(me, draft, await _check(draft, me, store, tr), store, tr)


async def drop(_: CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Delete the draft."""
    if draft := await store.broadcasts.draft_of(me.id):
        await store.broadcasts.drop(draft)
    return await _room(me, store, tr)


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
    if _is_asked(draft, store):
        return screens.asked_screen(tr)
    size, yes = await _reach(draft, me, store)
    if not size or yes is Yes.IMPOSSIBLE:
        return await _check(draft, me, store, tr)
    if yes is Yes.NOBODYS:
        return await _let_go(draft, me, store, tr)
    asked = await store.broadcasts.ask(draft)
    for other in await coordinators(store):
        if other != me.id:
            letter = screens.wish_letter(asked, await speaker_of(other, store))
            await put_notice(store, other, letter)
    return screens.asked_screen(tr)


async def take_back(_: CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Ask for nobody's yes any more."""
    draft = await store.broadcasts.draft_of(me.id)
    if draft is None:
        return await _room(me, store, tr)
    await store.broadcasts.take_back(draft)
    return screens.taken_back_screen(tr)


async def look(
    _: CallbackQuery,
    callback_data: buttons.LookAtBroadcast,
    me: Person,
    store: Store,
    tr: Translator,
) -> Shown:
    """Show another coordinator's broadcast as it would arrive, and ask for a yes or no."""
    wish = await store.broadcasts.by_id(BroadcastId(callback_data.number))
    if wish is None:
        return Toast(refusal(Why.DECIDED, tr))
    if why := await _refused(wish, me, store):
        return Toast(refusal(why, tr))
    size = await store.broadcasts.size(wish.segment, me.bot)
    return await _show_below(me, wish, screens.wish_screen(wish, size, tr), store, tr)


async def decide(
    _: CallbackQuery,
    callback_data: buttons.DecideBroadcast,
    me: Person,
    store: Store,
    tr: Translator,
) -> Shown:
    """Say yes or no to what was seen."""
    wish = await store.broadcasts.by_id(BroadcastId(callback_data.number))
    if wish is None or callback_data.seal != screens.seal(wish):
        return Toast(refusal(Why.DECIDED, tr))
    if why := await _refused(wish, me, store):
        return Toast(refusal(why, tr))
    if callback_data.yes:
        return await _let_go(wish, me, store, tr)
    await store.broadcasts.take_back(wish)
    if wish.author_id is not None:
        letter = screens.refused_letter(await speaker_of(wish.author_id, store))
        await put_notice(store, wish.author_id, letter)
    return screens.refused_screen(tr)


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


async def _room(me: Person, store: Store, tr: Translator) -> Screen:
    draft = await store.broadcasts.draft_of(me.id)
    latest = await store.broadcasts.latest(screens.MOST_LISTED)
    return screens.broadcasts_screen(draft, latest, tr)


async def _progress(number: int, me: Person, store: Store, tr: Translator) -> Screen:
    broadcast = await store.broadcasts.by_id(BroadcastId(number))
    if broadcast is None or broadcast.began_at is None:
        return await _room(me, store, tr)
    progress = await store.broadcasts.progress(broadcast.id)
    first = await is_first(broadcast, store)
    return screens.progress_screen(broadcast, progress, tr, first=first)


async def is_first(broadcast: Broadcast, store: Store) -> bool:
    """Say whether no broadcast goes before this one."""
    going = await store.broadcasts.going()
    return not going or going[0].id == broadcast.id


async def _reach(draft: Broadcast, me: Person, store: Store) -> tuple[int, Yes]:
    """Return how many people it reaches, and whose yes it needs."""
    size = await store.broadcasts.size(draft.segment, me.bot)
    return size, yes_needed(draft.segment, size, alone=await needs_no_yes(store))


async def _check(draft: Broadcast, me: Person, store: Store, tr: Translator) -> Screen:
    return screens.check_screen(draft, *await _reach(draft, me, store), tr)


async def _let_go(draft: Broadcast, by: Person, store: Store, tr: Translator) -> Shown:
    """Freeze a broadcast and let it go; its author is told how far it has come."""
    if draft.author_id is None or not await store.broadcasts.send(
        draft, _letters(draft), by.id, by.bot
    ):
        return Toast(refusal(Why.DECIDED, tr))
    sent = await store.broadcasts.by_id(draft.id)
    assert sent  # noqa: S101 - sent in this very unit
    await _begin_telling(sent, draft.author_id, store)
    return screens.begun_screen(sent, tr)


async def _begin_telling(sent: Broadcast, author: PersonId, store: Store) -> None:
    letter = screens.progress_letter(
        sent,
        await store.broadcasts.progress(sent.id),
        await speaker_of(author, store),
        first=await is_first(sent, store),
    )
    await store.broadcasts.tell_by(sent.id, await put_notice(store, author, letter))
    await store.timers.set(TimerKind.PROGRESS, broadcast=sent.id)


async def _refused(wish: Broadcast, me: Person, store: Store) -> Why | None:
    """Say why somebody's yes does not count, or None."""
    if wish.author_id == me.id:
        return Why.OWN_WISH
    coordinates = wish.author_id in await coordinators(store)
    return None if coordinates and _is_asked(wish, store) else Why.DECIDED


def _is_asked(draft: Broadcast, store: Store) -> bool:
    """Say whether the others can say yes to it now."""
    return draft.state is BroadcastState.ASKED and takes_yes(draft.asked_at, store.clock.now())


def _letters(draft: Broadcast) -> dict[Language, Letter]:
    """Return what arrives, by language."""
    return {
        language: screens.announcement(draft.texts[language], draft.segment, translator(language))
        for language in draft.segment.languages
    }


async def _put_preview(me: Person, draft: Broadcast, store: Store) -> None:
    """Send a coordinator exactly what would arrive."""
    home = await store.outbox.place(me.id, Side.of(me.bot))
    for letter in _letters(draft).values():
        await store.outbox.put(home, Kind.NOTICE, letter)


async def _show_below(
    me: Person, draft: Broadcast, screen: Screen, store: Store, tr: Translator
) -> Toast:
    """Show a draft as it would arrive, and then a screen: in this order, so by the outbox."""
    await _put_preview(me, draft, store)
    home = await store.outbox.place(me.id, Side.of(me.bot))
    await store.outbox.put(home, Kind.SCREEN, screen.letter())
    await store.people.turn_to(me.chat_id, waiting_for=screen.expects, showing=screen.about)
    return Toast(tr("It comes below."), alert=False)


def router() -> Router:
    """Return the routes of broadcasts: behind the desk's, where answers to requests are taken."""
    made = Router(name="broadcasts")
    flags = allow(Act.BROADCAST)
    made.message.register(typed, Writing(), flags=flags)
    for handler, button in (
        (show, ShowBroadcasts),
        (choose_segment, buttons.NewBroadcast),
        (begin, buttons.AimBroadcast),
        (write, buttons.WriteText),
        (show_draft, buttons.ShowDraft),
        (drop, buttons.DropBroadcast),
        (send, buttons.SendBroadcast),
        (take_back, buttons.TakeBackWish),
        (look, buttons.LookAtBroadcast),
        (decide, buttons.DecideBroadcast),
        (open_broadcast, buttons.OpenBroadcast),
        (stop, buttons.StopBroadcast),
        (go_on, buttons.GoOn),
        (send_again, buttons.SendUncertainAgain),
    ):
        made.callback_query.register(handler, button.filter(), flags=flags)
    return made
