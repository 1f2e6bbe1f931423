"""Checks of this machine: settings, keys, folders, the database, catalogues, backups."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Final

from babel.messages.mofile import read_mo

from bot.content.errors import ContentError
from bot.content.library import read_ours
from bot.content.process import process
from bot.core.languages import Language
from bot.doctor.patient import Patient, WrongError
from bot.files import folder
from bot.settings import SettingsError, load_settings
from bot.store.backup import backups_in
from bot.store.erasures import notes_beside
from bot.store.inspection import look_at, prove_key, revision_of
from bot.store.keys import KeyFileError, KeyRing, WrongKeyError
from bot.store.migrate import known_revisions
from bot.ui.process_texts import all_mistakes

OLD_BACKUP: Final = timedelta(days=2)
_OTHERS: Final = 0o077


def settings(patient: Patient) -> str:
    """Read the settings."""
    try:
        patient.settings = load_settings()
    except SettingsError as error:
        raise WrongError(str(error)) from None
    return "Each can be read."


def settings_file(_: Patient) -> str:
    """Look at who else can read the tokens."""
    env = Path(".env")
    if not env.exists():
        return "There is no .env here: the settings come from elsewhere."
    _check_private(env)
    return "Only we can read .env."


def key(patient: Patient) -> str:
    """Read the key ring."""
    file = patient.settings.key_file
    try:
        patient.keys = KeyRing.load(file)
    except KeyFileError as error:
        raise WrongError(f"{str(error)[0].upper()}{str(error)[1:]}.") from None
    return f"The key file at {file} can be read."


def key_file(patient: Patient) -> str:
    """Look at who else can reach the key file."""
    file = patient.settings.key_file
    _check_private(file)
    ours = file.resolve()
    apart_from = [patient.settings.database_file.parent, patient.settings.backup_dir]
    for place in apart_from:
        if ours.is_relative_to(place.resolve()):
            raise WrongError(
                f"The key file lies in {place}, so whoever copies that folder has both. Move it"
                " elsewhere, and set MAJAKKA_KEY_FILE."
            )
    return "Only we can read the key file, and it lies apart from the database and its copies."


def data_folder(patient: Patient) -> str:
    """Look at who else can reach the data."""
    place = patient.settings.data_dir
    if not place.is_dir():
        raise WrongError(f"There is no folder {place}: `majakka migrate` makes it.")
    file = patient.settings.database_file
    for path in (place, file, notes_beside(file)):
        if path.exists():
            _check_private(path)
    return f"Only we can look into {place}."


def database(patient: Patient) -> str:
    """Open the database."""
    file = patient.settings.database_file
    if not file.is_file():
        raise WrongError(f"There is no database at {file}: `majakka migrate` makes it.")
    with _opened(patient) as connection:
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise WrongError("The database is damaged: stop Majakka and restore a backup.")
    return f"The database at {file} can be read and is sound."


def schema(patient: Patient) -> str:
    """Compare the database's version with ours."""
    known = known_revisions()
    with _opened(patient) as connection:
        revision = revision_of(connection)
    if revision == known[0]:
        return "The database is up to date."
    if revision is None or revision in known:
        raise WrongError("The database is not up to date: `majakka migrate`.")
    raise WrongError(
        "The database was made by a newer Majakka. Install that version again, or restore a"
        " backup from before."
    )


def database_key(patient: Patient) -> str:
    """Open what the first start sealed."""
    with _opened(patient) as connection:
        try:
            prove_key(connection, patient.keys)
        except WrongKeyError:
            raise WrongError(
                "The key does not belong to this database. Put the right key file in its place."
            ) from None
    return "The key opens the database."


def writing(patient: Patient) -> str:
    """Write something, and take it back."""
    with _opened(patient) as connection:
        try:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO installation (name, value) VALUES ('doctor', x'')")
            connection.execute("ROLLBACK")
        except sqlite3.Error as error:
            raise WrongError(
                f"The database cannot be written to: {error}. Is the disk full, or something"
                " else at work on it?"
            ) from None
    return "The database can be written to."


def languages(_: Patient) -> str:
    """Read the catalogue of each language, and compare what they hold."""
    held = {language: _messages_of(language) for language in Language}
    everything = set().union(*held.values())
    short = [language for language, messages in held.items() if messages < everything]
    if short:
        raise WrongError(f"Sentences are missing in {', '.join(short)}. {_MEND_LANGUAGES}")
    return f"Each sentence is there in {' and '.join(Language)}."


def content(_: Patient) -> str:
    """Check the articles as `majakka content check` does."""
    try:
        known = read_ours()
    except ContentError as error:
        raise WrongError(str(error)) from None
    if not any(known.slugs(language) for language in Language):
        raise WrongError("There are no articles. Install Majakka again.")
    found = all_mistakes(known, process())
    if found:
        raise WrongError(f"{found[0]}. `majakka content check` tells all {len(found)} mistakes.")
    return "The articles are whole."


def backup(patient: Patient) -> str:
    """Look for the last backup."""
    place = patient.settings.backup_dir
    made = backups_in(place, patient.keys)
    if not made:
        return f"There is none in {place} yet: `majakka backup` makes one. Do it every day."
    moment, _ = made[-1]
    if patient.clock.now() - moment > OLD_BACKUP:
        raise WrongError(
            f"The last one in {place} is from {moment:%Y-%m-%d %H:%M} UTC: `majakka backup`"
            " should run every day."
        )
    return f"The last one in {place} is from {moment:%Y-%m-%d %H:%M} UTC."


_MEND_LANGUAGES: Final = (
    "Install Majakka again; in a checkout: `python3 deploy/dev.py catalogues --update`."
)


def _messages_of(language: Language) -> set[object]:
    compiled = folder("locales") / language / "LC_MESSAGES" / "bot.mo"
    source = compiled.with_suffix(".po")
    try:
        with compiled.open("rb") as file:
            found = {str(message.id) for message in read_mo(file) if message.id}
    except (OSError, ValueError):
        raise WrongError(f"No words for {language} can be read. {_MEND_LANGUAGES}") from None
    if source.exists() and source.stat().st_mtime > compiled.stat().st_mtime:
        raise WrongError(f"The words for {language} are older than their source. {_MEND_LANGUAGES}")
    return set(found)


def _check_private(path: Path) -> None:
    """Raise WrongError if somebody else owns a path or may read it."""
    seen = path.stat()
    if seen.st_uid != os.geteuid():
        raise WrongError(
            f"{path} belongs to another user than the one who asks: chown it, or ask as they."
        )
    if seen.st_mode & _OTHERS:
        mode = "700" if path.is_dir() else "600"
        raise WrongError(f"Others on this machine can reach {path}: chmod {mode} {path}")


@contextmanager
def _opened(patient: Patient) -> Iterator[sqlite3.Connection]:
    try:
        with closing(look_at(patient.settings.database_file)) as connection:
            yield connection
    except sqlite3.OperationalError as error:
        raise WrongError(f"The database does not let us: {error}.") from None
    except sqlite3.DatabaseError:
        raise WrongError("The database is damaged: stop Majakka and restore a backup.") from None
