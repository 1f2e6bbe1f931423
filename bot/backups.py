"""What `majakka backup` and `majakka restore` do once they are sure of the settings."""

import asyncio
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from bot.core.clock import Clock, SystemClock
from bot.settings import Settings
from bot.start import CannotStartError, load_keys, locked
from bot.store.backup import (
    BackupError,
    Contents,
    drop_old_asides,
    drop_old_backups,
    look_into,
    make_backup,
    name_at,
    put_in_place,
    scratch_beside,
    sweep_unfinished,
    unpack,
)
from bot.store.engine import open_engine
from bot.store.epoch import begin_epoch
from bot.store.erasures import LONGEST_BACKUP, Erasures, notes_beside
from bot.store.keys import KeyRing
from bot.store.migrate import MigrationError, migrate
from bot.store.store import Store

_TOO_OLD: Final = (
    "The backup is older than 14 days: people may be in it who erased themselves since, and of"
    " whom no note is kept any more. Take a younger one; if there is none, use --old."
)


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did, or would do."""

    contents: Contents
    erased: int
    """People who were erased after the backup was made, and so once more."""
    aside: Path | None
    """Where the database lies that was in the place before."""


def back_up(
    settings: Settings, where: Path | None = None, clock: Clock | None = None
) -> tuple[Path, Contents]:
    """Make a backup in a folder, or as a new file; return it once it was opened again.

    Our backups in that folder that are older than 14 days are deleted. Raises CannotStartError.
    """
    now = (clock or SystemClock()).now()
    keys = load_keys(settings)
    target = _target(where or settings.backup_dir, now)
    with _alone(settings), _kindly():
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        sweep_unfinished(settings.database_file, target.parent)
        contents = make_backup(settings.database_file, target, keys, now)
        drop_old_backups(target.parent, keys, now)
        drop_old_asides(settings.database_file, now)
    return target, contents


def check(settings: Settings, backup: Path) -> Contents:
    """Open a backup and check all that can be checked. Raises CannotStartError."""
    keys = load_keys(settings)
    with _alone(settings), _kindly():
        return look_into(backup, keys, scratch_beside(settings.database_file))


def restore(
    settings: Settings,
    backup: Path,
    *,
    rehearse: bool = False,
    old: bool = False,
    clock: Clock | None = None,
) -> Restored:
    """Put the database of a backup in its place: checked, up to date, without whoever was erased.

    `rehearse` does all of it but the last step, also beside a running program. `old` allows a
    backup for which notes of erasures are gone. Raises CannotStartError; the database is then
    as it was.
    """
    keys = load_keys(settings)
    clock = clock or SystemClock()
    oldest = None if old else clock.now() - LONGEST_BACKUP
    with nullcontext() if rehearse else _stopped(settings), _alone(settings), _kindly():
        with _unpacked(settings, backup, keys, clock) as (database, done):
            if oldest and done.contents.made_at < oldest:
                raise CannotStartError(_TOO_OLD)
            if rehearse:
                return done
            aside = put_in_place(database, settings.database_file, clock.now())
        return replace(done, aside=aside)


def _target(where: Path, now: datetime) -> Path:
    """Return the file to make: in a folder, if that is meant, else the file that is named."""
    if where.exists() and not where.is_dir():
        raise CannotStartError(f"There is a file {where} already: a backup never overwrites one.")
    return where if where.suffix and not where.is_dir() else where / name_at(now)


@contextmanager
def _unpacked(
    settings: Settings, backup: Path, keys: KeyRing, clock: Clock
) -> Iterator[tuple[Path, Restored]]:
    """Yield a closed database, fit to run, in the scratch folder; what is left there goes."""
    database = scratch_beside(settings.database_file) / f"{secrets.token_hex(8)}.db"
    try:
        contents = unpack(backup, database, keys)
        notes = notes_beside(settings.database_file)
        work = _make_fit(database, contents.made_at, keys, notes, clock)
        yield database, Restored(contents, asyncio.run(work), None)
    finally:
        sweep_unfinished(settings.database_file)


async def _make_fit(
    database: Path, made_at: datetime, keys: KeyRing, notes: Path, clock: Clock
) -> int:
    """Migrate a copy, erase whoever was erased since, begin an epoch; return how many went."""
    engine = open_engine(f"sqlite+aiosqlite:///{database}", keys)
    try:
        await migrate(engine)
        async with engine.begin() as connection:
            store = Store(connection, clock, keys)
            erased = await Erasures(connection, clock, keys, notes).follow()
            await begin_epoch(store, made_at)
        return erased
    finally:
        await engine.dispose()


@contextmanager
def _stopped(settings: Settings) -> Iterator[None]:
    """Keep the program from running; refused while it does."""
    try:
        with locked(settings, "running"):
            yield
    except BlockingIOError:
        raise CannotStartError("Majakka runs on this database. Stop it first.") from None


@contextmanager
def _alone(settings: Settings) -> Iterator[None]:
    """Let no two commands make or open backups at once."""
    try:
        with locked(settings, "copying"):
            yield
    except BlockingIOError:
        raise CannotStartError("Another backup or restore is at work. Let it end first.") from None


@contextmanager
def _kindly() -> Iterator[None]:
    """Say in a sentence what went wrong."""
    try:
        yield
    except (BackupError, MigrationError) as error:
        raise CannotStartError(str(error)) from None
    except sqlite3.Error as error:
        raise CannotStartError(f"The database cannot be read ({type(error).__name__}).") from None
    except OSError as error:
        raise CannotStartError(f"A file cannot be read or written: {error.strerror}.") from None
