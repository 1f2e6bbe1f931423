"""A member writes a note of the team. What is typed for one goes nowhere until a tap says where.

No note ever becomes an answer, nor an answer a note: a text is used once (`ui.typed.is_used`).
"""

from typing import Any

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from bot.core.notes import LONGEST_NOTE, By
from bot.core.outgoing import Kind, Side
from bot.core.people import Act, Role
from bot.core.requests import HELD, OPEN
from bot.desk import notes_screens as screens
from bot.desk.buttons import KeepAndAsk, KeepNote, ThrowAway
from bot.desk.handlers import typed_in
from bot.relay import receipts
from bot.relay.buttons import WriteNote
from bot.relay.doubting import doubts_for
from bot.relay.note_letters import ask_answered, ask_coordinator, notes_for_helper
from bot.relay.passing import speaker_of, team_of
from bot.store.notes import Note
from bot.store.people import Person
from bot.store.requests import Request
from bot.store.store import Store
from bot.ui.commands import is_command
from bot.ui.kinds import becomes
from bot.ui.rights import allow
from bot.ui.screen import Expects, Shown, Toast
from bot.ui.typed import replied_to, unused
from bot.ui.words import Translator


class ForNote(Filter):
    """A message of a member where a note was asked for, or in reply to a note."""

    async def __call__(self, message: Message, me: Person, store: Store) -> bool | dict[str, Any]:
        """Return the request that the note would be on as `noted` (None: it cannot be), or False.

        A note goes before all else, in a thread and as a reply too: else it would be an answer.
        So does what is typed in a thread right after a note: it is asked about.
        """
        if me.role is None or is_command(message.text):
            return False
        if me.waiting_for == Expects.TEAM_NOTE and me.waiting_with:
            code = WriteNote.unpack(me.waiting_with).code
            return {"noted": await _open_to(await store.requests.by_code(code), me, store)}
        answered = await replied_to(message, me, store)
        if answered is None:
            after = await _after_note(message, me, store)
            return {"noted": after} if after else False
        if not answered.is_note:
            return False
        return {"noted": await _open_to(await store.requests.by_id(answered.request_id), me, store)}


class OfNote(Filter):
    """A message of a member that is kept as a note."""

    async def __call__(self, message: Message, me: Person, store: Store) -> bool:
        """Say whether this is one."""
        if me.role is None:
            return False
        return await store.notes.typed_at(me.chat_id, message.message_id) is not None


async def write(
    _: CallbackQuery, callback_data: WriteNote, me: Person, store: Store, tr: Translator
) -> Shown:
    """Ask for a note."""
    request = await _open_to(await store.requests.by_code(callback_data.code), me, store)
    if request is None:
        return Toast(_no_more(tr))
    is_helper = await _is_in(request, me, store)
    doubted = not is_helper and bool(await doubts_for(store, request, me.id))
    return screens.write_screen(request, tr, is_helper=is_helper, doubted=doubted)


async def typed(
    message: Message, noted: Request | None, me: Person, store: Store, tr: Translator
) -> Shown:
    """Ask what a text is that was typed for a note."""
    if not message.text:
        return receipts.not_text(becomes(message), tr)
    is_helper = noted is not None and await _is_in(noted, me, store)
    answers = await typed_in(message, me, store) or (noted if is_helper else None)
    notes = await store.notes.of(noted.id) if noted else []
    return screens.typed_screen(
        screens.Typed(
            noted,
            is_helper,
            answers if answers and answers.state in HELD else None,
            excess=len(message.text) - LONGEST_NOTE,
            answers_coordinator=bool(notes) and notes[-1].by is By.COORDINATOR,
        ),
        tr,
    )


async def keep_note(
    tap: CallbackQuery,
    callback_data: KeepNote | KeepAndAsk,
    me: Person,
    store: Store,
    tr: Translator,
) -> Shown:
    """Keep a text as a note. The others in the request get it; a helper may ask coordinators."""
    request = await _open_to(await store.requests.by_code(callback_data.code), me, store)
    written = await unused(tap, me, store)
    if request is None:
        return Toast(_no_more(tr))
    if written is None or not written.text or len(written.text) > LONGEST_NOTE:
        return Toast(tr("This text was sent already, or is not here any more."))
    is_helper = await _is_in(request, me, store)
    note = await _note(request, written.text, me, store)
    await store.notes.put(request.id, note, chat_id=me.chat_id, message_id=written.message_id)
    await _tell_team(request, note, me, store)
    if not is_helper:
        await _tell_answered(request, me, store)
    asked = None
    if is_helper and isinstance(callback_data, KeepAndAsk):
        asked = await _ask(request, note, me, store)
    return screens.kept_screen(request, tr, is_helper=is_helper, asked=asked)


async def _note(request: Request, text: str, me: Person, store: Store) -> Note:
    """Return a note by somebody: in the request they are known by a name, outside they are not."""
    companion = await store.companions.here(request.id, me.id)
    if companion is not None:
        return Note(By.VOLUNTEER, text, companion.alias, companion.part)
    if request.helper_id == me.id:
        return Note(By.VOLUNTEER, text, request.helper_alias)
    return Note(By.COORDINATOR, text)


async def throw_away(_: CallbackQuery, me: Person, tr: Translator) -> Shown:
    """Let a text go nowhere; what is typed next does not, either, where a note was asked for."""
    waits = me.waiting_for == Expects.TEAM_NOTE and me.waiting_with
    code = WriteNote.unpack(me.waiting_with).code if waits and me.waiting_with else None
    return screens.thrown_away_screen(tr, code=code)


async def edited(_: Message, tr: Translator) -> Shown:
    """Say that an edit does not change a note: others may have read it."""
    return screens.unchanged_receipt(tr)


async def _ask(request: Request, note: Note, me: Person, store: Store) -> int:
    """Ask each coordinator but the one who asks, and those who must not know; return how many."""
    asked = 0
    for coordinator in await store.team.coordinators():
        person = coordinator.person_id
        if person == me.id or request.emigre_id in await store.offers.kept_from(person):
            continue
        home = await store.outbox.place(person, Side.TEAM)
        letter = ask_coordinator(request, note, await speaker_of(person, store))
        await store.outbox.put(home, Kind.NOTE, letter, request=request.id)
        asked += 1
    return asked


async def _tell_answered(request: Request, me: Person, store: Store) -> None:
    """Let what asks the other coordinators about a request say that one of them has answered."""
    mine = await store.outbox.place(me.id, Side.TEAM)
    for copy in await store.outbox.asks_of(request.id):
        if copy.place_id != mine:
            tr = await speaker_of(await store.outbox.person_at(copy.place_id), store)
            await store.outbox.change(copy, Kind.EDIT, ask_answered(request, tr))
            await store.copies.leave(copy.id)


async def _tell_team(request: Request, note: Note, me: Person, store: Store) -> None:
    """Show a note to the others who are in the request; who comes later sees all of them."""
    if request.state not in HELD:
        return
    for person in await team_of(store, request):
        if person == me.id:
            continue
        place = await store.outbox.place(person, Side.TEAM, request.id)
        for letter in notes_for_helper(request, [note], await speaker_of(person, store)):
            await store.outbox.put(place, Kind.NOTE, letter, request=request.id)


async def _is_in(request: Request, me: Person, store: Store) -> bool:
    """Say whether a member has a request, or helps along in it."""
    return me.id in await team_of(store, request)


async def _after_note(message: Message, me: Person, store: Store) -> Request | None:
    """Return the request in whose thread a message stands right beneath a colleague's note.

    It may be for the colleague, and would go to whoever asked.
    """
    if not message.is_topic_message or message.message_thread_id is None:
        return None
    place = await store.outbox.thread(me.id, message.message_thread_id)
    if place is None or not await store.notes.ends(place, me.chat_id):
        return None
    number = await store.outbox.request_of(place)
    request = await store.requests.by_id(number) if number else None
    return await _open_to(request, me, store)


async def _open_to(request: Request | None, me: Person, store: Store) -> Request | None:
    """Return a request if a member may add a note to it: who is in it, and coordinators."""
    if request is None or request.practice or request.state not in OPEN:
        return None
    if await _is_in(request, me, store):
        return request
    if me.role is not Role.COORDINATOR:
        return None
    return None if request.emigre_id in await store.offers.kept_from(me.id) else request


def _no_more(tr: Translator) -> str:
    return tr("You can add no note to this question any more. What you typed still stands here.")


def register_first(made: Router) -> None:
    """Add the route of what is typed for a note: it comes before answers."""
    made.message.register(typed, ForNote(), flags=allow(Act.ANSWER))


def register(made: Router) -> None:
    """Add the other routes to the desk's."""
    answer = allow(Act.ANSWER)
    made.edited_message.register(edited, OfNote(), flags=answer)
    taps = made.callback_query
    taps.register(write, WriteNote.filter(), flags=answer)
    taps.register(keep_note, KeepNote.filter(), flags=answer)
    taps.register(keep_note, KeepAndAsk.filter(), flags=answer)
    taps.register(throw_away, ThrowAway.filter(), flags=answer)
