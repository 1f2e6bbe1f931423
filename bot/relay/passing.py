"""Passes words and news from one side of a request to the other, through the outbox."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import zip_longest

from bot.content.library import library
from bot.core.languages import Language
from bot.core.outgoing import Kind, Letter, OutgoingState, PlaceId, Side
from bot.core.people import PersonId
from bot.core.requests import MessageId
from bot.core.styles import Styled
from bot.relay import company_letters, letters
from bot.relay.fitting import fitting
from bot.relay.note_letters import notes_for_helper
from bot.relay.sharing import shared_text
from bot.relay.voices import Voice, voice_of
from bot.store.companions import Companion, Seat
from bot.store.installation import THREADS
from bot.store.outbox import Copy
from bot.store.requests import Request, Said
from bot.store.store import Store
from bot.ui.words import Translator, translator


async def speaker_of(person: PersonId, store: Store) -> Translator:
    """Return the translator of somebody who is not the one acting."""
    return translator(await store.people.language_of(person) or Language.RUSSIAN)


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who reads in a request: where, and in which language."""

    person: PersonId
    side: Side
    place: PlaceId
    tr: Translator
    voice: Voice
    """As whom the others know them."""


async def readers(store: Store, request: Request, *, but: PersonId | None) -> Sequence[Reader]:
    """Return who reads what is written in a request: whoever asked, its helper, companions.

    `but`: who writes. Nobody reads what is written in one to practise with.
    """
    return [
        Reader(
            seat.person,
            seat.side,
            seat.place or await store.outbox.place(seat.person, seat.side, request.id),
            translator(seat.language or Language.RUSSIAN),
            _voice_at(seat, request),
        )
        for seat in await store.companions.seats(request)
        if seat.person != but
    ]


async def pass_on(
    store: Store,
    request: Request,
    message: MessageId,
    words: Styled,
    author: Side,
    *,
    by: Companion | None = None,
    answers: MessageId | None = None,
) -> Sequence[Voice]:
    """Send one message to everybody else in a request; return who that is: nobody, at first.

    `by`: who of the team wrote it, if not the helper; `answers`: which message it replies to.
    """
    voice = _voice(request, author, by)
    others = await readers(store, request, but=_writer(request, author, by))
    for reader in others:
        first, *rest = _words(request, words, voice, reader)
        if answers is not None:
            number = await store.copies.number_at(reader.place, answers)
            first = replace(first, reply_to=number)
        await _copy_to(store, request, reader.place, message, [first, *rest])
    return [reader.voice for reader in others]


async def pass_beside(
    store: Store, request: Request, message: MessageId, letter: letters.News
) -> None:
    """Send whoever asked a letter that belongs to a message of the team, and goes with it.

    Nobody reads what is written in one to practise with.
    """
    if request.practice:
        return
    place = await store.outbox.place(request.emigre_id, Side.EMIGRE, request.id)
    part = len(await store.outbox.copies_of(message, place))
    shown = letter(request, await speaker_of(request.emigre_id, store))
    await store.outbox.put(place, Kind.RELAY, shown, request=request.id, message=message, part=part)


async def pass_change(store: Store, request: Request, said: Said, words: Styled) -> Sequence[Voice]:
    """Change every copy of a message that others have; return who they are.

    One that is not sent yet carries the new words alone; one that was sent says that it changed.
    """
    by = await store.companions.one(said.companion) if said.companion else None
    voice = _voice(request, said.author, by)
    others = await readers(store, request, but=_writer(request, said.author, by))
    for reader in others:
        unread = _words(request, words, voice, reader)
        changed = _words(request, words, voice, reader, changed=True)
        await _change_for(store, request, said, reader, unread=unread, changed=changed)
    return [reader.voice for reader in others]


async def _change_for(
    store: Store,
    request: Request,
    said: Said,
    reader: Reader,
    *,
    unread: Sequence[Letter],
    changed: Sequence[Letter],
) -> None:
    copies = await store.outbox.copies_of(said.id, reader.place)
    for part, (copy, new, again) in enumerate(zip_longest(copies, unread, changed)):
        if copy is None:
            await store.outbox.put(
                reader.place, Kind.RELAY, again, request=request.id, message=said.id, part=part
            )
        elif new is None:
            await _remove(store, request, copy, reader.tr)
        elif copy.state is OutgoingState.READY:
            await store.outbox.reword(copy.id, new)
        elif copy.state is OutgoingState.UNCERTAIN:
            await store.outbox.reword(copy.id, again)
        else:
            await store.outbox.change(copy, Kind.EDIT, again, request=request.id)


async def pass_take_back(store: Store, request: Request, said: Said) -> None:
    """Delete every copy of a message that others have, sent or not."""
    by = await store.companions.one(said.companion) if said.companion else None
    for reader in await readers(store, request, but=_writer(request, said.author, by)):
        for copy in await store.outbox.copies_of(said.id, reader.place):
            await _remove(store, request, copy, reader.tr)


async def has_threads(store: Store) -> bool:
    """Say whether the team's chats have a thread for each request, or are flat."""
    return bool(await store.installation.get(THREADS))


async def begin_thread(
    store: Store,
    request: Request,
    helper: PersonId,
    tr: Translator,
    news: letters.News = letters.claimed,
) -> None:
    """Open a helper's side of a request, with all that was said so far, and tell the émigré.

    `news`: what they are told.
    """
    await open_place(store, request, helper, tr)
    await tell(store, request, Side.EMIGRE, news)


async def open_place(store: Store, request: Request, member: PersonId, tr: Translator) -> None:
    """Show a member all that was said and noted in a request so far, beneath a first block."""
    place = await store.outbox.place(
        member, Side.TEAM, request.id, title=str(letters.title(request, tr))
    )
    block = await _first_block(store, request, member, tr)
    await store.outbox.put(place, Kind.FIRST, block, request=request.id)
    notes = await store.notes.of(request.id)
    for letter in notes_for_helper(request, notes, tr):
        await store.outbox.put(place, Kind.NOTE, letter, request=request.id)
    ever = await store.companions.ever(request.id)
    for said in await store.requests.said_in(request.id):
        by = ever.get(said.companion) if said.companion else None
        if said.author is Side.EMIGRE or by:
            voice = voice_of(by) if by else None
            shown = letters.words(request, said.words, voice, tr, to=Side.TEAM)
        else:
            shown = letters.earlier_answer(request, said.words, tr)
        await _copy_to(store, request, place, said.id, shown)


async def _first_block(store: Store, request: Request, member: PersonId, tr: Translator) -> Letter:
    """Return what opens a member's side of a request: of its helper, or of who helps along."""
    threads, beside = await has_threads(store), await store.companions.of(request.id)
    for companion in beside:
        if companion.person_id == member:
            return company_letters.first_block(request, companion, beside, tr, threads=threads)
    fit = library().named((await fitting(store, request)).slugs, tr.language)
    return letters.first_block(
        request,
        tr,
        threads=threads,
        companions=beside,
        case=shared_text(request.shared, tr),
        ours=[each.title for each in fit],
    )


async def tell_closed(
    store: Store,
    request: Request,
    by: Side,
    news: letters.News = letters.closed,
    *,
    at: datetime | None = None,
) -> None:
    """Tell the others that a request was closed, and mark its threads as over.

    `by`: the side that did so; of the team it is the helper. `at` (aware): no sooner.
    """
    closer = request.emigre_id if by is Side.EMIGRE else request.helper_id
    for reader in await readers(store, request, but=closer):
        told = news if by is Side.EMIGRE or reader.side is Side.EMIGRE else letters.closed
        await tell_one(store, request, reader.person, told, side=reader.side, at=at)
    for person in await team_of(store, request):
        place = await store.outbox.place(person, Side.TEAM, request.id)
        over = Letter(f"✔ {letters.title(request, await speaker_of(person, store))}")
        await store.outbox.put(place, Kind.RENAME, over, request=request.id, at=at)


async def tell(
    store: Store,
    request: Request,
    side: Side,
    letter: letters.News,
    *,
    but: PersonId | None = None,
) -> None:
    """Send news of a request to everybody on one side of it. `but`: who knows them."""
    if side is Side.TEAM:
        for person in await team_of(store, request):
            if person != but:
                await tell_one(store, request, person, letter)
    elif not request.practice:
        await tell_one(store, request, request.emigre_id, letter, side=Side.EMIGRE)


async def tell_one(
    store: Store,
    request: Request,
    person: PersonId,
    letter: letters.News,
    *,
    side: Side = Side.TEAM,
    at: datetime | None = None,
) -> None:
    """Send news of a request to somebody who reads in it. `at` (aware): no sooner."""
    place = await store.outbox.place(person, side, request.id)
    told = letter(request, await speaker_of(person, store))
    await store.outbox.put(place, Kind.NOTICE, told, request=request.id, at=at)


async def team_of(store: Store, request: Request) -> Sequence[PersonId]:
    """Return who of the team reads in a request: its helper, then companions."""
    beside = [each.person_id for each in await store.companions.of(request.id)]
    return beside if request.helper_id is None else [request.helper_id, *beside]


def _voice_at(seat: Seat, request: Request) -> Voice:
    """Return as whom the others know somebody who reads there."""
    if seat.part is not None:
        return Voice(seat.alias or "", seat.part)
    return Voice((request.alias if seat.side is Side.EMIGRE else request.helper_alias) or "")


def _words(
    request: Request, words: Styled, voice: Voice | None, reader: Reader, *, changed: bool = False
) -> list[Letter]:
    return letters.words(request, words, voice, reader.tr, to=reader.side, changed=changed)


async def _copy_to(
    store: Store, request: Request, place: PlaceId, message: MessageId, copies: Sequence[Letter]
) -> None:
    for part, letter in enumerate(copies):
        await store.outbox.put(
            place, Kind.RELAY, letter, request=request.id, message=message, part=part
        )


def _voice(request: Request, author: Side, by: Companion | None) -> Voice | None:
    """Return as whom somebody is known who wrote; None: whoever asked."""
    if author is Side.EMIGRE:
        return None
    return voice_of(by) if by else Voice(request.helper_alias or "")


def _writer(request: Request, author: Side, by: Companion | None) -> PersonId | None:
    """Return who wrote: they need no copy."""
    if author is Side.EMIGRE:
        return request.emigre_id
    return by.person_id if by else request.helper_id


async def _remove(store: Store, request: Request, copy: Copy, tr: Translator) -> None:
    """Let a copy not be sent, or delete it where it was."""
    if copy.state in {OutgoingState.READY, OutgoingState.UNCERTAIN}:
        await store.outbox.let_go(copy.id)
    else:
        gone = letters.taken_back(request, tr)
        await store.outbox.change(copy, Kind.DELETE, gone, request=request.id)
