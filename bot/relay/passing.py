"""Passes words and news from one side of a request to the other, through the outbox."""

from collections.abc import Sequence
from itertools import zip_longest

from bot.core.languages import Language
from bot.core.outgoing import Kind, Lane, Letter, OutgoingState, PlaceId, Side
from bot.core.people import PersonId
from bot.core.requests import MessageId
from bot.core.timers import TimerKind
from bot.relay import letters
from bot.relay.letters import Offered
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


async def pass_take_back(store: Store, request: Request, said: Said) -> bool:
    """Delete every copy of a message on the other side, sent or not.

    Returns whether one may be there that cannot be deleted: nobody knows its number.
    """
    if (there := await _other_side(store, request, said.author)) is None:
        return False
    place, tr = there
    copies = await store.outbox.copies_of(said.id, place)
    for copy in copies:
        await _remove(store, request, copy, tr)
    return any(copy.state is OutgoingState.UNCERTAIN for copy in copies)


async def offer_to_all(store: Store, request: Request) -> None:
    """Offer a new request to everybody on duty who does not ask it.

    If nobody takes it, time goes on: it is offered again.
    """
    volunteers = await store.team.on_duty_except(request.emigre_id)
    await _offer(store, request, volunteers, Offered.NEW)
    await _let_time_go_on(store, request)


async def offer_to_others(store: Store, request: Request, helper: PersonId | None) -> None:
    """Offer a request that came back to everybody on duty but the `helper` who had it.

    None: they have erased themselves since. An older offer makes room for it; where no new one
    comes, it says that the request is back.
    """
    but = {request.emigre_id, helper or request.emigre_id}
    others = await store.team.on_duty_except(*but)
    offered = {volunteer for volunteer, _ in others}
    for offer in await store.outbox.offers_of(request.id):
        offered_to = await store.outbox.person_at(offer.place_id)
        tr = await speaker_of(offered_to, store)
        if offered_to in offered:
            below = letters.offered_below(request, tr)
            await store.outbox.replace(offer, below, request=request.id)
        else:
            await _say_what_became(store, offer, letters.offer_now(request, tr), request)
    await _offer(store, request, others, Offered.CAME_BACK)
    await _let_time_go_on(store, request)


async def _let_time_go_on(store: Store, request: Request) -> None:
    await store.timers.set(TimerKind.OFFER, request=request.id)
    await store.timers.set(TimerKind.LATE, request=request.id)


async def offer_again(store: Store, request: Request) -> None:
    """Offer a request once more, in the place of the offers that nobody took."""
    for offer in await store.outbox.offers_of(request.id):
        tr = await speaker_of(await store.outbox.person_at(offer.place_id), store)
        await store.outbox.replace(offer, letters.offered_below(request, tr), request=request.id)
    volunteers = await store.team.on_duty_except(request.emigre_id)
    await _offer(store, request, volunteers, Offered.STILL_WAITS)


async def _offer(
    store: Store, request: Request, volunteers: Sequence[tuple[PersonId, Language]], why: Offered
) -> None:
    for volunteer, language in volunteers:
        home = await store.outbox.place(volunteer, Side.TEAM)
        letter = letters.offer(request, translator(language), why)
        await store.outbox.put(home, Kind.OFFER, letter, lane=Lane.NOTICES, request=request.id)


async def end_offers(store: Store, request: Request, *, tapped: int | None = None) -> None:
    """Let offers say what became of a request: unsent ones are dropped, sent ones changed.

    `tapped` is Telegram's number of the message by which it was taken: it shows that itself.
    """
    offers = await store.outbox.offers_of(request.id)
    await store.outbox.drop_unsent(offer.id for offer in offers)
    for offer in await store.outbox.offers_of(request.id):
        offered_to = await store.outbox.person_at(offer.place_id)
        is_mine = offered_to == request.helper_id
        if is_mine and offer.number == tapped:
            continue
        tr = await speaker_of(offered_to, store)
        letter = letters.offer_now(request, tr, is_mine=is_mine)
        await _say_what_became(store, offer, letter, request)


async def _say_what_became(store: Store, offer: Copy, letter: Letter, request: Request) -> None:
    await store.outbox.change(offer, Kind.EDIT, letter, request=request.id, lane=Lane.NOTICES)


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
    for said in await store.requests.said_in(request.id):
        if said.author is Side.EMIGRE:
            await pass_on(store, request, said.id, said.text, Side.EMIGRE)
        else:
            for letter in letters.earlier_answer(request, said.text, tr):
                await store.outbox.put(place, Kind.NOTICE, letter, request=request.id)
    await tell(store, request, Side.EMIGRE, news)


async def tell_closed(store: Store, request: Request, by: Side) -> None:
    """Tell the other side that a request was closed, and mark the helper's thread as over."""
    if by is Side.TEAM:
        await tell(store, request, Side.EMIGRE, letters.closed_by_helper)
    else:
        await tell(store, request, Side.TEAM, letters.closed)
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
