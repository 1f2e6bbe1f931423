"""Notes of who was erased, in a file beside the database: a copy put back must not undo it.

A note is written before the erasure is committed, so that a crash between the two errs on
the side of erasing. The database remembers the last note that it has followed. Those after it
are followed before anything starts, whether `majakka restore` or somebody's hand put the file
there; and who came back after an erasure is left in peace, since a database that knows them
has followed the note (docs/decisions/backups.md).
"""

import os
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.clock import Clock
from bot.core.people import PersonId
from bot.store.disk import open_private, settle, settle_folder
from bot.store.installation import Installation
from bot.store.keys import KeyRing
from bot.store.tables import inbox, people

LONGEST_BACKUP: Final = timedelta(days=14)
"""How long a backup is kept, and so how long a note is needed."""
FOLLOWED: Final = "last erasure followed"

_LINE: Final = re.compile(r"(\d{4}-\d\d-\d\d) [0-9a-f]{16} ([0-9a-f]{64})")
_HASH_OF: Final = select(people.c.user_hash).where(people.c.id == bindparam("of_person"))


@dataclass(frozen=True, slots=True)
class Note:
    """One line: the day, a random number that no other line has, a keyed hash of the person."""

    line: str
    day: str
    erased: str


def notes_beside(database: Path) -> Path:
    """Return the file of notes of a database."""
    return database.with_suffix(".erased")


class Erasures:
    """Writes and follows the notes in `file`, within one transaction.

    The write lock that it holds keeps other processes from the file as well.
    """

    def __init__(
        self, connection: AsyncConnection, clock: Clock, keys: KeyRing, file: Path
    ) -> None:
        self._connection = connection
        self._clock = clock
        self._keys = keys
        self._file = file
        self._installation = Installation(connection)

    async def note(self, person: PersonId) -> None:
        """Note that this unit of work erases somebody. Call it before their row is deleted.

        It waits for the disk, a few milliseconds. Raises OSError where nothing can be
        written; nobody may be told then that they are erased.
        """
        found = await self._connection.execute(_HASH_OF, {"of_person": person})
        today = self._clock.now().date().isoformat()
        line = f"{today} {secrets.token_hex(8)} {self._hash(found.scalar_one())}"
        _append(self._file, line)
        await self._installation.put(FOLLOWED, line)

    async def follow(self) -> int:
        """Delete whoever was erased after this copy of the database was made; return how many.

        What belongs to them goes with them, and what they wrote that is not handled yet.
        """
        notes = _after(await self._installation.get(FOLLOWED), _read(self._file))
        if not notes:
            return 0
        erased = {note.erased for note in notes}
        gone = await self._delete_people(erased)
        await self._delete_updates(erased)
        await self._installation.put(FOLLOWED, notes[-1].line)
        return gone

    def forget(self) -> None:
        """Drop the notes that are older than any backup."""
        notes = _read(self._file)
        oldest = (self._clock.now() - LONGEST_BACKUP).date().isoformat()
        needed = [note for note in notes if note.day >= oldest]
        if len(needed) < len(notes):
            _replace(self._file, needed)

    async def _delete_people(self, erased: set[str]) -> int:
        rows = await self._connection.execute(select(people.c.id, people.c.user_hash))
        found = [row.id for row in rows if self._hash(row.user_hash) in erased]
        await self._connection.execute(delete(people).where(people.c.id.in_(found)))
        return len(found)

    async def _delete_updates(self, erased: set[str]) -> None:
        rows = await self._connection.execute(
            select(inbox.c.id, inbox.c.raw).where(inbox.c.raw.is_not(None))
        )
        found = [row.id for row in rows if self._is_from(row.raw, erased)]
        await self._connection.execute(delete(inbox).where(inbox.c.id.in_(found)))

    def _is_from(self, update: dict[str, Any], erased: set[str]) -> bool:
        senders = [part["from"].get("id", 0) for part in update.values() if _has_sender(part)]
        hashes = (self._keys.lookup_hash("tg-id", sender) for sender in senders)
        return any(self._hash(user_hash) in erased for user_hash in hashes)

    def _hash(self, user_hash: bytes) -> str:
        """Return the hash of a person for this file alone: it matches nothing in the database."""
        return self._keys.lookup_hash("erased", user_hash.hex()).hex()


def _has_sender(part: object) -> bool:
    return isinstance(part, dict) and isinstance(part.get("from"), dict)


def _after(line: str | None, notes: list[Note]) -> list[Note]:
    """Return the notes after a line; all of them if it is not there: they are younger than it."""
    lines = [note.line for note in notes]
    return notes[lines.index(line) + 1 :] if line in lines else notes


def _read(file: Path) -> list[Note]:
    """Return the notes, oldest first. A line cut off by a crash was never acted upon."""
    if not file.exists():
        return []
    found = map(_LINE.fullmatch, file.read_text(encoding="ascii", errors="replace").split("\n"))
    return [Note(match[0], match[1], match[2]) for match in found if match is not None]


def _append(file: Path, line: str) -> None:
    """Add a line for good. It begins with a line's end, lest it joins one that was cut off."""
    _write(file, f"\n{line}\n", os.O_APPEND)


def _replace(file: Path, notes: Iterable[Note]) -> None:
    """Write the file anew: the old one or the new one is there, whatever happens."""
    new = file.with_suffix(".erased.new")
    _write(new, "".join(f"{note.line}\n" for note in notes), os.O_TRUNC)
    new.replace(file)
    settle_folder(file.parent)


def _write(file: Path, text: str, how: int) -> None:
    with open_private(file, how) as opened:
        opened.write(text.encode())
        settle(opened)
    settle_folder(file.parent)
