"""Second eyes: what of a helper's answers waits until somebody else has seen it, and goes then."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Final

from bot.core.companions import Part, event_of
from bot.core.eyes import UNDECIDED, HeldState, Reason, lookers, why_held
from bot.core.outgoing import Kind, Lane, OutgoingState, Side
from bot.core.people import PersonId, Role
from bot.core.requests import Event, MessageId, Refused
from bot.core.routing.daytime import is_day, later_by_day
from bot.core.telltale import asks_who
from bot.core.timers import AFTER, TimerKind
from bot.relay import eyes_letters, lapse_letters, receipts
from bot.relay.held_receipts import say_on_receipts
from bot.relay.letters import News, own_words, words
from bot.relay.passing import pass_change, pass_on, speaker_of, tell, tell_one
from bot.relay.voices import Voice
from bot.relay.watching import watch
from bot.store.eyes import NOTICE, HeldAnswer, Shown, Written
from bot.store.people import Person
from bot.store.requests import Request, Said
from bot.store.store import Store
from bot.ui.screen import Receipt
from bot.ui.words import Translator

Found = tuple[HeldAnswer, Request]
Tapped = tuple[PersonId, int | None]
"""Who decided, and Telegram's number of what they tapped for it."""
LONG: Final = timedelta(hours=3)
"""After how many hours by day both sides are told that nobody has looked at an answer,"""
LONG_URGENT: Final = timedelta(hours=1)
"""and if it is urgent."""


async def answer(store: Store, request: Request, written: Written, tr: Translator) -> Receipt:
    """Pass on what a helper wrote in a request that they have, or hold it; say which."""
    if _messages(request, written, tr) > 1 or asks_who(written.text):
        return await _ask_writer(store, request, written, tr)
    return await _pass_or_wait(store, request, written, tr)


async def send_as_it_is(
    store: Store, request: Request, held: HeldAnswer, tr: Translator
) -> Receipt:
    """Send an answer of which its writer was asked; it may still have to wait for other eyes."""
    await store.eyes.move(held, HeldState.TAKEN_BACK)
    if held.changes is None:
        return await _pass_or_wait(store, request, held.written, tr)
    said = await store.requests.said(held.changes)
    if said is None or said.taken_back:
        return receipts.change_too_late(tr)
    if why_held(held.written.text):
        return await _wait(store, request, held.written, tr, said=said)
    return await _change(store, request, said, held.written, tr)


async def reword(
    store: Store,
    request: Request,
    written: Written,
    tr: Translator,
    *,
    said: Said | None,
    held: HeldAnswer | None,
) -> Receipt:
    """Follow an edit of an answer that has gone (`said`), or waited, or both."""
    if why_held(written.text):
        if said is None and not (held and held.state is HeldState.WAITS):
            return await answer(store, request, written, tr)
        return await _wait(store, request, written, tr, said=said, held=held)
    if held is not None:
        await drop(store, request, held)
    if said is None:
        return await answer(store, request, written, tr)
    if written.words == said.words:
        return eyes_letters.unchanged_receipt(tr)
    if asks_who(written.text) and not asks_who(said.text):
        return await _ask_writer(store, request, written, tr, said=said)
    return await _change(store, request, said, written, tr)


async def release(store: Store, found: Found, *, tapped: Tapped) -> bool:
    """Let an answer go that somebody has seen; whether nobody else has decided before."""
    held, request = found
    if not await store.eyes.move(held, HeldState.RELEASED):
        return False
    await _say_what_became(store, request, held, HeldState.RELEASED, tapped=tapped)
    now = replace(held.written, said_at=store.clock.now())
    knows_all = not await _was_added_to(store, held)
    gone = await _go(store, request, now, held.changes, answers=knows_all)
    if gone is not None:
        news = partial(eyes_letters.released_letter, said=gone[0])
        await tell_one(store, request, held.writer, news)
    return True


async def send_back(store: Store, found: Found, why: Reason, *, tapped: Tapped) -> bool:
    """Give an answer back to its writer; whether nobody else has decided before."""
    held, request = found
    if not await store.eyes.move(held, HeldState.SENT_BACK):
        return False
    await _say_what_became(store, request, held, HeldState.SENT_BACK, tapped=tapped)
    text, is_typed = held.written.text, await _is_typed(store, held)
    news = partial(eyes_letters.sent_back_letter, text=text, why=why, is_typed=is_typed)
    await tell_one(store, request, held.writer, news)
    return True


async def drop(
    store: Store, request: Request, held: HeldAnswer, state: HeldState = HeldState.TAKEN_BACK
) -> None:
    """Let an answer go nowhere: its writer does without it, or its question is over."""
    if held.state in UNDECIDED and await store.eyes.move(held, state):
        await _say_what_became(store, request, held, state)


async def drop_change(store: Store, request: Request, said: Said) -> None:
    """Drop the change of an answer that its writer has taken back."""
    for held in await store.eyes.undecided_in(request.id):
        if held.changes == said.id:
            await drop(store, request, held)


async def drop_of(
    store: Store,
    request: Request,
    writer: PersonId | None = None,
    *,
    news: News = eyes_letters.dropped_letter,
) -> None:
    """Drop what waits of a request that is over or goes to somebody else, and tell who wrote it.

    They are told at home, with their own words: their side of the request may be taken down.
    `writer`: of theirs alone; `news`: what they are told.
    """
    undecided = await store.eyes.undecided_in(request.id)
    dropped = [held for held in undecided if writer in {None, held.writer}]
    for held in dropped:
        await drop(store, request, held, HeldState.DROPPED)
        home = await store.outbox.place(held.writer, Side.TEAM)
        tr = await speaker_of(held.writer, store)
        for letter in (news(request, tr), *own_words(held.written.text, tr)):
            await store.outbox.put(home, Kind.NOTICE, letter, lane=Lane.NOTICES)


async def ask(store: Store, request: Request, held: HeldAnswer, *, again: bool = False) -> bool:
    """Ask whoever may look to do so, and set the time to ask once more; whether anybody may.

    `again`: also those who were asked, in the place of their older notices.
    """
    now, by_day = store.clock.now(), is_day(store.clock.now())
    but = await store.eyes.kept_from(request)
    team = await store.offers.team()
    asked = {each.person: each for each in await store.eyes.shown(held.id) if each.is_notice}
    chosen = lookers(
        team, request.language, but=but, now=now, urgent=request.urgent, asked=asked.keys()
    )
    for person in chosen:
        older = asked.get(person)
        if older and not again:
            continue
        tr = await speaker_of(person, store)
        if older:
            gone = eyes_letters.became(request, held.state, tr)
            await store.outbox.replace(older.copy, gone, request=request.id)
        silent = not request.urgent and (bool(older) or not by_day)
        letter = eyes_letters.notice(request, held, tr, again=bool(older), silent=silent)
        home = await store.outbox.place(person, Side.TEAM)
        await store.outbox.put(
            home, Kind.EYES, letter, lane=Lane.NOTICES, request=request.id, held=held.id
        )
    at = now + AFTER[TimerKind.EYES] if request.urgent else None
    await store.timers.set(TimerKind.EYES, request=request.id, at=at)
    if not again:
        long = later_by_day(now, LONG_URGENT if request.urgent else LONG)
        await store.timers.set(TimerKind.UNSEEN, request=request.id, at=long)
    return bool(chosen)


async def tell_unseen(store: Store, request: Request) -> None:
    """Tell who wrote an answer, and who waits for it, that nobody has looked at it yet."""
    undecided = await store.eyes.undecided_in(request.id)
    waits = [held for held in undecided if held.state is HeldState.WAITS]
    for writer in {held.writer for held in waits}:
        await tell_one(store, request, writer, eyes_letters.unseen_letter)
    if any(held.changes is None for held in waits):
        await tell(store, request, Side.EMIGRE, lapse_letters.unseen)


async def show(store: Store, found: Found, me: Person, tr: Translator) -> None:
    """Put the words of an answer before who looks, in the place of what they saw of it before."""
    held, request = found
    for older in await store.eyes.shown(held.id):
        if older.person == me.id and not older.is_notice:
            gone = eyes_letters.became(request, held.state, tr)
            await store.outbox.replace(older.copy, gone, request=request.id)
    home = await store.outbox.place(me.id, Side.TEAM)
    why = why_held(held.written.text)
    for part, letter in enumerate(eyes_letters.words(request, held, why, tr), start=NOTICE + 1):
        await store.outbox.put(home, Kind.EYES, letter, request=request.id, part=part, held=held.id)


async def waiting_for(store: Store, person: PersonId) -> Sequence[Found]:
    """Return what waits for eyes and may be seen by a coordinator, the oldest first."""
    found = []
    for held in await store.eyes.waiting():
        request = await store.requests.by_id(held.written.request_id)
        if request and person not in await store.eyes.kept_from(request):
            found.append((held, request))
    return found


async def may_look(store: Store, found: Found, me: Person) -> bool:
    """Say whether somebody may see an answer: a coordinator, or who was asked; neither side."""
    held, request = found
    if me.id in await store.eyes.kept_from(request):
        return False
    asked = {each.person for each in await store.eyes.shown(held.id)}
    return me.role is Role.COORDINATOR or me.id in asked


async def take_down_words(store: Store, shown: Sequence[Shown]) -> None:
    """Delete what the chat of somebody shows of answers who is not of the team any more."""
    for each in shown:
        gone = eyes_letters.looked_letter(await speaker_of(each.person, store))
        await store.outbox.change(each.copy, Kind.DELETE, gone)


async def _ask_writer(
    store: Store, request: Request, written: Written, tr: Translator, *, said: Said | None = None
) -> Receipt:
    """Let an answer, or the change of one, wait until its writer says that it is meant so."""
    held = await store.eyes.hold(written, HeldState.ASKS, changes=said.id if said else None)
    return eyes_letters.asking_receipt(
        held,
        tr,
        messages=_messages(request, written, tr) if said is None else 1,
        asks_who=asks_who(written.text),
        is_typed=await _is_typed(store, held),
    )


async def _is_typed(store: Store, held: HeldAnswer) -> bool:
    """Say whether its writer typed an answer, and can edit it; others were sent by a tap."""
    where = held.written
    return await store.copies.at(where.chat_id, where.message_id) is None


async def _change(
    store: Store, request: Request, said: Said, written: Written, tr: Translator
) -> Receipt:
    await store.requests.reword(said.id, written.words)
    return receipts.change_on_its_way(await pass_change(store, request, said, written.words), tr)


async def _pass_or_wait(
    store: Store, request: Request, written: Written, tr: Translator
) -> Receipt:
    if why_held(written.text):
        return await _wait(store, request, written, tr)
    gone = await _go(store, request, written)
    if gone is None:
        return receipts.change_too_late(tr)
    said, to = gone
    return receipts.on_its_way(to, said, tr)


async def _wait(
    store: Store,
    request: Request,
    written: Written,
    tr: Translator,
    *,
    said: Said | None = None,
    held: HeldAnswer | None = None,
) -> Receipt:
    """Let an answer wait, and ask for eyes; `held`: what was kept of that message before."""
    waited = held is not None and held.state is HeldState.WAITS
    now = await store.eyes.hold(written, HeldState.WAITS, changes=said.id if said else None)
    anybody = await ask(store, request, now)
    why = why_held(written.text)
    is_typed = await _is_typed(store, now)
    return eyes_letters.held_receipt(now, why, tr, anybody=anybody, again=waited, is_typed=is_typed)


async def _go(
    store: Store,
    request: Request,
    written: Written,
    changes: MessageId | None = None,
    *,
    answers: bool = True,
) -> tuple[MessageId, Sequence[Voice]] | None:
    """Pass an answer on, or the change of one; return who reads it. None: its question is over.

    `answers`: nothing came after it was typed that it cannot know.
    """
    said = await store.requests.said(changes) if changes else None
    if said is not None:
        await store.requests.reword(said.id, written.words)
        return said.id, await pass_change(store, request, said, written.words)
    by = await store.companions.writing(request.id, written.chat_id)
    event = event_of(by.part if by else Part.MAIN) if answers else Event.WRITE
    answered = await store.requests.move(request, event)
    if isinstance(answered, Refused):
        return None
    number = await store.requests.say(
        request.id,
        Side.TEAM,
        written.words,
        said_at=written.said_at,
        chat_id=written.chat_id,
        message_id=written.message_id,
        companion=by.id if by else None,
    )
    to = await pass_on(
        store, answered, number, written.words, Side.TEAM, by=by, answers=written.answers
    )
    if event is Event.ANSWER:
        await store.figures.note_answer(answered.id)
        await watch(store, answered)
    return number, to


async def _was_added_to(store: Store, held: HeldAnswer) -> bool:
    """Say whether whoever asked wrote more after an answer was typed that waited."""
    said = await store.requests.said_in(held.written.request_id)
    return any(each.author is Side.EMIGRE and each.said_at > held.written.said_at for each in said)


async def _say_what_became(
    store: Store,
    request: Request,
    held: HeldAnswer,
    state: HeldState,
    *,
    tapped: Tapped | None = None,
) -> None:
    """Let notices say what became of an answer, and its words go from all chats.

    `tapped`: the words by which it was decided make way themselves.
    """
    for each in await store.eyes.shown(held.id):
        if each.copy.state in {OutgoingState.READY, OutgoingState.UNCERTAIN}:
            await store.outbox.let_go(each.copy.id)
        elif each.is_notice or (each.person, each.copy.number) != tapped:
            letter = eyes_letters.became(request, state, await speaker_of(each.person, store))
            kind, lane = (
                (Kind.EDIT, Lane.NOTICES) if each.is_notice else (Kind.DELETE, Lane.ANSWERS)
            )
            await store.outbox.change(each.copy, kind, letter, request=request.id, lane=lane)
    await store.eyes.forget_shown(held.id)
    await say_on_receipts(store, held, state)


def _messages(request: Request, written: Written, tr: Translator) -> int:
    """Return as how many messages an answer arrives."""
    voice = Voice(request.helper_alias or "")
    return len(words(request, written.words, voice, tr, to=Side.EMIGRE))
