"""Passes words and news from one side of a request to the other, through the outbox."""

from itertools import zip_longest

from bot.core.languages import Language
from bot.core.outgoing import Kind, Letter, OutgoingState, PlaceId, Side
from bot.core.people import PersonId
from bot.core.requests import MessageId
from bot.relay import letters
from bot.relay.note_letters import notes_for_helper
from bot.relay.sharing import shared_text
from bot.store.installation import THREADS
from bot.store.outbox import Copy
from bot.store.requests import Request, Said
from bot.store.store import Store
from bot.ui.words import Translator, translator


async def speaker_of(person: PersonId, store: Store) -> Translator:
    """Return the translator of somebody who is not the one acting."""
    return translator(await store.people.language_of(person) or Language.RUSSIAN)


async def pass_on(
    store: Store, request: Request, message: MessageId, text: str, author: Side
) -> None:
    """Send one message to the other side; nothing if nobody is there yet."""
    if (there := await _other_side(store, request, author)) is None:
        return
    place, tr = there
    for part, letter in enumerate(letters.words(request, text, author, tr)):
        await store.outbox.put(
            place, Kind.RELAY, letter, request=request.id, message=message, part=part
        )


async def pass_change(store: Store, request: Request, said: Said, text: str) -> None:
    """Change every copy of a message on the other side.

    One that is not sent yet carries the new words alone; one that was sent says that it changed.
    """
    if (there := await _other_side(store, request, said.author)) is None:
        return
    place, tr = there
    unread = letters.words(request, text, said.author, tr)
    changed = letters.words(request, text, said.author, tr, changed=True)
    copies = await store.outbox.copies_of(said.id, place)
    for part, (copy, new, again) in enumerate(zip_longest(copies, unread, changed)):
        if copy is None:
            await store.outbox.put(
                place, Kind.RELAY, again, request=request.id, message=said.id, part=part
            )
        elif new is None:
            await _remove(store, request, copy, tr)
        elif copy.state is OutgoingState.READY:
            await store.outbox.reword(copy.id, new)
        elif copy.state is OutgoingState.UNCERTAIN:
            await store.outbox.reword(copy.id, again)
        else:
            await store.outbox.change(copy, Kind.EDIT, again, request=request.id)


async def pass_take_back(store: Store, request: Request, said: Said) -> None:
    """Delete every copy of a message on the other side, sent or not."""
    if (there := await _other_side(store, request, said.author)) is None:
        return
    place, tr = there
    for copy in await store.outbox.copies_of(said.id, place):
        await _remove(store, request, copy, tr)


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
    place = await store.outbox.place(
        helper, Side.TEAM, request.id, title=str(letters.title(request, tr))
    )
    case = shared_text(request.shared, tr)
    block = letters.first_block(request, tr, threads=await has_threads(store), case=case)
    await store.outbox.put(place, Kind.NOTICE, block, request=request.id)
    notes = await store.notes.of(request.id)
    for letter in notes_for_helper(request, notes, tr):
        await store.outbox.put(place, Kind.NOTE, letter, request=request.id)
    for said in await store.requests.said_in(request.id):
        if said.author is Side.EMIGRE:
            await pass_on(store, request, said.id, said.text, Side.EMIGRE)
        else:
            for letter in letters.earlier_answer(request, said.text, tr):
                await store.outbox.put(place, Kind.NOTICE, letter, request=request.id)
    await tell(store, request, Side.EMIGRE, news)


async def tell_closed(
    store: Store, request: Request, by: Side, news: letters.News = letters.closed
) -> None:
    """Tell the other side that a request was closed, and mark the helper's thread as over."""
    await tell(store, request, Side.EMIGRE if by is Side.TEAM else Side.TEAM, news)
    if request.helper_id is None:
        return
    tr = await speaker_of(request.helper_id, store)
    place = await store.outbox.place(request.helper_id, Side.TEAM, request.id)
    over = Letter(f"✔ {letters.title(request, tr)}")
    await store.outbox.put(place, Kind.RENAME, over, request=request.id)


async def tell(store: Store, request: Request, side: Side, letter: letters.News) -> None:
    """Send news of a request to one side of it, if somebody is there."""
    author = Side.TEAM if side is Side.EMIGRE else Side.EMIGRE
    if there := await _other_side(store, request, author):
        place, tr = there
        await store.outbox.put(place, Kind.NOTICE, letter(request, tr), request=request.id)


async def _remove(store: Store, request: Request, copy: Copy, tr: Translator) -> None:
    """Let a copy not be sent, or delete it where it was."""
    if copy.state in {OutgoingState.READY, OutgoingState.UNCERTAIN}:
        await store.outbox.let_go(copy.id)
    else:
        gone = letters.taken_back(request, tr)
        await store.outbox.change(copy, Kind.DELETE, gone, request=request.id)


async def _other_side(
    store: Store, request: Request, author: Side
) -> tuple[PlaceId, Translator] | None:
    """Return the place opposite `author` in a request, and whoever is there's translator."""
    if author is Side.TEAM and request.practice:
        return None
    if author is Side.TEAM:
        there, side = request.emigre_id, Side.EMIGRE
    elif request.helper_id is not None:
        there, side = request.helper_id, Side.TEAM
    else:
        return None
    return await store.outbox.place(there, side, request.id), await speaker_of(there, store)
