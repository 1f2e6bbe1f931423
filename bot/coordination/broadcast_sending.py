"""Shows a broadcast as it arrives, finds what a yes was asked for, and lets it go."""

from bot.coordination import broadcast_screens as screens
from bot.coordination.telling import put_notice
from bot.core.approvals import Approval
from bot.core.broadcasts import BroadcastId, BroadcastState, too_many
from bot.core.languages import Language
from bot.core.outgoing import Kind, Letter, Side
from bot.core.people import PersonId
from bot.core.requests import Why
from bot.core.timers import TimerKind
from bot.relay.passing import speaker_of
from bot.store.broadcasts import Broadcast
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.refusals import refusal
from bot.ui.screen import Screen, Shown, Toast
from bot.ui.words import Translator, translator


def matter_of(draft: Broadcast) -> dict[str, object]:
    """Return what a wish for a yes to a broadcast, as it is now, is about."""
    return {"number": draft.id, "seal": screens.seal(draft)}


async def wished(approval: Approval, store: Store) -> Broadcast | None:
    """Return the broadcast that a yes was asked for; None if it has changed or gone since."""
    draft = await store.broadcasts.by_id(BroadcastId(approval.about["number"]))
    if draft is None or draft.state is not BroadcastState.DRAFT:
        return None
    return draft if matter_of(draft) == approval.about else None


async def put_preview(me: Person, draft: Broadcast, store: Store) -> None:
    """Send a coordinator exactly what would arrive, of each text that is there and fits."""
    home = await store.outbox.place(me.id, Side.of(me.bot))
    for letter in _letters(draft).values():
        await store.outbox.put(home, Kind.NOTICE, letter)


async def show_below(
    me: Person, draft: Broadcast, screen: Screen, store: Store, tr: Translator
) -> Toast:
    """Show a draft as it would arrive, and then a screen: in this order, so by the outbox."""
    await put_preview(me, draft, store)
    home = await store.outbox.place(me.id, Side.of(me.bot))
    await store.outbox.put(home, Kind.SCREEN, screen.letter())
    await store.people.turn_to(me.chat_id, waiting_for=screen.expects, showing=screen.about)
    return Toast(tr("It comes below."), alert=False)


async def let_go(draft: Broadcast, by: Person, store: Store, tr: Translator) -> Shown:
    """Freeze a broadcast and let it go; its author is told how far it has come."""
    letters = _letters(draft)
    if draft.author_id is None or not await store.broadcasts.send(draft, letters, by.id, by.bot):
        return Toast(refusal(Why.DECIDED, tr))
    await _begin_telling(draft.id, draft.author_id, store)
    return screens.begun_screen(draft.id, tr)


async def is_first(broadcast: Broadcast, store: Store) -> bool:
    """Say whether no broadcast goes before this one."""
    going = await store.broadcasts.going()
    return not going or going[0].id == broadcast.id


async def _begin_telling(number: BroadcastId, author: PersonId, store: Store) -> None:
    sent = await store.broadcasts.by_id(number)
    assert sent  # noqa: S101 - sent in this very unit
    letter = screens.progress_letter(
        sent,
        await store.broadcasts.progress(number),
        await speaker_of(author, store),
        first=await is_first(sent, store),
    )
    await store.broadcasts.tell_by(number, await put_notice(store, author, letter))
    await store.timers.set(TimerKind.PROGRESS, broadcast=number)


def _letters(draft: Broadcast) -> dict[Language, Letter]:
    """Return what arrives, by language."""
    return {
        language: screens.announcement(text, draft.segment, translator(language))
        for language in draft.segment.languages
        if (text := draft.texts.get(language)) and not too_many(text)
    }
