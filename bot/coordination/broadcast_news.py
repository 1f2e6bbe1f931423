"""Tells the author of a broadcast how far it has come, in one message that is edited."""

from collections.abc import Sequence

from bot.coordination import broadcast_screens as screens
from bot.coordination.broadcast_sending import is_first
from bot.coordination.telling import coordinators
from bot.core.broadcasts import BroadcastId, is_moving
from bot.core.outgoing import Kind, Lane, Letter, OutgoingState
from bot.relay.passing import speaker_of
from bot.store.broadcasts import Broadcast
from bot.store.store import Store
from bot.store.timers import Timer


class BroadcastNews:
    """Knows what it told last, so that nothing is edited that has not changed."""

    def __init__(self) -> None:
        self._told: dict[BroadcastId, Letter] = {}

    async def tell(self, store: Store, due: Sequence[Timer]) -> None:
        """Tell of each broadcast; once it is over, for the last time."""
        for timer in due:
            broadcast = timer.broadcast_id and await store.broadcasts.by_id(timer.broadcast_id)
            if broadcast and await self._goes_on(broadcast, store):
                await store.timers.again([timer])
            else:
                await store.timers.drop([timer])

    async def _goes_on(self, broadcast: Broadcast, store: Store) -> bool:
        """Tell the author, if they still coordinate; say whether there is more to come."""
        author = broadcast.author_id
        progress = await store.broadcasts.progress(broadcast.id)
        is_over = not is_moving(broadcast.state, sending=progress.sending)
        if author is None or author not in await coordinators(store):
            return not is_over
        tr = await speaker_of(author, store)
        first = await is_first(broadcast, store)
        letter = screens.progress_letter(broadcast, progress, tr, first=first)
        if not is_over and self._told.get(broadcast.id) == letter:
            return True
        self._told[broadcast.id] = letter
        changed = await _change(broadcast, letter, store)
        return not is_over or not changed


async def _change(broadcast: Broadcast, letter: Letter, store: Store) -> bool:
    """Change what was told, by an edit where it was sent; False while it is on its way."""
    copy = broadcast.told_id and await store.outbox.copy(broadcast.told_id)
    if not copy:
        return True
    if copy.state is OutgoingState.SENDING:
        return False
    if copy.state is OutgoingState.SENT:
        await store.outbox.change(copy, Kind.EDIT, letter, lane=Lane.NOTICES)
    else:
        await store.outbox.reword(copy.id, letter)
    return True
