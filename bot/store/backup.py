"""Backups: copied beside a running program, sealed, and opened again before they count.

A plain copy never has a name for longer than it takes to open it: it lies in a file that is
deleted at once and that the system lets go of however the program ends. Only a database that
is being restored has a name meanwhile, in the scratch folder, which the next command or start
sweeps.
"""

import os
import re
import secrets
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Final

from bot.store.disk import open_private, settle, settle_folder
from bot.store.erasures import LONGEST_BACKUP
from bot.store.inspection import count_rows, is_sound, look_at, prove_key, revision_of
from bot.store.keys import KeyRing, WrongKeyError
from bot.store.migrate import known_revisions
from bot.store.sealed_file import Head, SealedFileError, open_file, seal_file

_STAMP: Final = "%Y%m%dT%H%M%SZ"
_OURS: Final = re.compile(r"majakka-\d{8}T\d{6}Z\.backup")
_UNFINISHED: Final = ".majakka-*.part"
_NO_LOG: Final = b"\x01\x01"
"""In bytes 18 and 19 of a database: it has no write-ahead log for which SQLite should look."""


class BackupError(Exception):
    """There is no backup, or it cannot be used. The text says what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup was found to hold."""

    made_at: datetime
    revision: str
    """The version of the schema."""
    rows: Mapping[str, int]
    """By table."""


def name_at(moment: datetime) -> str:
    """Return the name of a backup made at a moment in UTC."""
    return f"majakka-{moment.strftime(_STAMP)}.backup"


def scratch_beside(database: Path) -> Path:
    """Return the folder for what is unfinished."""
    return database.with_suffix(".scratch")


def make_backup(database: Path, target: Path, keys: KeyRing, now: datetime) -> Contents:
    """Copy and seal a database, also while others write. Raises BackupError.

    The file gets its name once it was opened again and found whole.
    """
    part = target.with_name(f".majakka-{secrets.token_hex(4)}.part")
    try:
        with open_private(part, os.O_EXCL) as sealed:
            rows = _seal_copy(database, sealed, keys, now)
            settle(sealed)
        contents = look_into(part, keys, scratch_beside(database))
        if contents.rows != rows:
            raise BackupError("The backup does not hold what the database held. Try once more.")
        part.rename(target)
        settle_folder(target.parent)
    finally:
        part.unlink(missing_ok=True)
    return contents


def look_into(backup: Path, keys: KeyRing, scratch: Path) -> Contents:
    """Open a backup and check all that can be checked, leaving nothing. Raises BackupError."""
    with _unnamed(scratch) as (plain, copy):
        made_at = _unseal(backup, plain, keys)
        plain.flush()
        return _checked(copy, keys, made_at)


def unpack(backup: Path, target: Path, keys: KeyRing) -> Contents:
    """Write the database of a backup to a new file, and check it. Raises BackupError."""
    target.parent.mkdir(mode=0o700, exist_ok=True)
    with open_private(target, os.O_EXCL) as plain:
        made_at = _unseal(backup, plain, keys)
        settle(plain)
    with closing(look_at(target)) as database:
        return _checked(database, keys, made_at)


def put_in_place(new: Path, database: Path, now: datetime) -> Path | None:
    """Let a closed database take a place; return where the one before lies now, if there was one.

    Whatever happens meanwhile, the one before or the new one is in the place, whole.
    """
    aside = _set_aside(database, now) if database.exists() else None
    for end in ("-wal", "-shm"):  # the new one must not find them
        database.with_name(database.name + end).unlink(missing_ok=True)
    new.replace(database)
    settle_folder(database.parent)
    return aside


def backups_in(folder: Path, keys: KeyRing) -> list[tuple[datetime, Path]]:
    """Return what is a backup by its name, its head and one of our keys, oldest first."""
    if not folder.is_dir():
        return []
    named = [path for path in folder.iterdir() if _OURS.fullmatch(path.name) and path.is_file()]
    heads = [
        (head.made_at, path) for path in named if (head := _head(path)) and keys.has(head.key_id)
    ]
    return sorted(heads)


def drop_old_backups(folder: Path, keys: KeyRing, now: datetime) -> int:
    """Delete our backups that are older than any may be, never the last one; return how many."""
    old = [path for made, path in backups_in(folder, keys)[:-1] if made < now - LONGEST_BACKUP]
    for path in old:
        path.unlink()
    return len(old)


def sweep_unfinished(database: Path, *folders: Path) -> None:
    """Delete what a crash left unfinished beside a database and in folders of backups."""
    shutil.rmtree(scratch_beside(database), ignore_errors=True)
    for folder in folders:
        for part in folder.glob(_UNFINISHED):
            part.unlink()


def drop_old_asides(database: Path, now: datetime) -> None:
    """Delete databases that a restore set aside longer ago than any backup may be old."""
    oldest = _aside(database, now - LONGEST_BACKUP).name
    for path in database.parent.glob(f"{database.name}.replaced-*"):
        if path.name < oldest:
            path.unlink()


def _seal_copy(database: Path, sealed: BinaryIO, keys: KeyRing, now: datetime) -> dict[str, int]:
    """Seal a database as it is at one moment; return how many rows it has then."""
    if not database.is_file():
        raise BackupError(f"There is no database at {database}.")
    with _unnamed(scratch_beside(database)) as (plain, copy), closing(look_at(database)) as source:
        try:
            source.execute("PRAGMA query_only=ON")
            prove_key(source, keys)
            source.execute("BEGIN")  # what is counted is what is copied
            rows = count_rows(source)
            source.backup(copy)
        except WrongKeyError:
            raise BackupError(
                "The key does not belong to this database. Put the right key file in its place."
            ) from None
        except sqlite3.Error as error:
            raise BackupError(f"The database cannot be copied ({type(error).__name__}).") from None
        os.pwrite(plain.fileno(), _NO_LOG, 18)
        seal_file(plain, sealed, keys, now)
    return rows


@contextmanager
def _unnamed(scratch: Path) -> Iterator[tuple[BinaryIO, sqlite3.Connection]]:
    """Yield an empty file without a name, and a database that lies in it."""
    scratch.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = scratch / secrets.token_hex(8)
    with (
        open_private(path, os.O_EXCL) as file,
        closing(sqlite3.connect(path, isolation_level=None)) as database,
    ):
        path.unlink()
        database.execute("PRAGMA journal_mode=OFF")  # a journal would have a name
        database.execute("PRAGMA temp_store=MEMORY")
        yield file, database
    with suppress(OSError):  # another command works there
        scratch.rmdir()


def _unseal(backup: Path, plain: BinaryIO, keys: KeyRing) -> datetime:
    try:
        with backup.open("rb") as sealed:
            return open_file(sealed, plain, keys)
    except SealedFileError as error:
        raise BackupError(str(error)) from None
    except FileNotFoundError:
        raise BackupError(f"There is no file {backup}.") from None


def _checked(database: sqlite3.Connection, keys: KeyRing, made_at: datetime) -> Contents:
    try:
        if not is_sound(database):
            raise BackupError("The database in the backup is damaged.")
        revision = revision_of(database)
        if revision not in known_revisions():
            raise BackupError("The backup was made by a newer Majakka. Install that version first.")
        prove_key(database, keys)
        return Contents(made_at, str(revision), count_rows(database))
    except WrongKeyError:
        raise BackupError("The database in the backup belongs to another key.") from None
    except sqlite3.Error as error:
        raise BackupError(f"The backup holds no database ({type(error).__name__}).") from None


def _set_aside(database: Path, now: datetime) -> Path:
    """Give a database a second name, and its log too if it is too broken to take that in."""
    aside = _aside(database, now)
    log, log_aside = (path.with_name(f"{path.name}-wal") for path in (database, aside))
    database.chmod(0o600)
    aside.hardlink_to(database)
    if log.exists():
        log_aside.hardlink_to(log)
    with suppress(sqlite3.Error), closing(look_at(database)) as old:
        old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    if log_aside.exists() and not log_aside.stat().st_size:
        log_aside.unlink()
    return aside


def _aside(database: Path, moment: datetime) -> Path:
    return database.with_name(f"{database.name}.replaced-{moment.strftime(_STAMP)}")


def _head(path: Path) -> Head | None:
    try:
        with path.open("rb") as file:
            return Head.read(file)
    except (SealedFileError, OSError):
        return None
