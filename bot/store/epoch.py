"""Makes a copy of the database that was put back fit to go on from."""

from datetime import datetime
from typing import Final

from sqlalchemy import text, update

from bot.store.store import Store
from bot.store.tables import chats

RESTORED: Final = "restored from a copy of"
"""The moment of the copy, kept until the first start has told those who may have written since."""
LEAP: Final = 1_000_000
"""How far our own numbers leap: more than can have been given between two backups."""

_LEAP: Final = text("UPDATE sqlite_sequence SET seq = seq + :leap")


async def begin_epoch(store: Store, copied_at: datetime) -> None:
    """Forget what may be otherwise since `copied_at` (aware), and remember that it was a copy.

    What may have gone out since is uncertain. What somebody was shown last is unknown, so
    what they type goes nowhere by guess. Numbers given since are on buttons out there, and
    must never mean something else.
    """
    await store.queue.doubt()
    await store.connection.execute(
        update(chats).values(waiting_for=None, waiting_with=None, showing_id=None)
    )
    await store.connection.execute(_LEAP, {"leap": LEAP})
    await store.installation.put(RESTORED, copied_at.isoformat())
