"""Brings the schema to what this version needs, after a copy of the file."""

from functools import cache

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.files import folder
from bot.logs import where
from bot.store.sqlite import copy_file


class MigrationError(Exception):
    """The schema cannot be brought to this version. The text says why and what to do."""


async def is_empty(engine: AsyncEngine) -> bool:
    """Say whether the database has never been used."""
    async with engine.connect() as connection:
        return await connection.run_sync(_revision) is None


async def migrate(engine: AsyncEngine) -> bool:
    """Apply what is missing; return whether anything was. Raises MigrationError.

    The file is copied first. The copy goes once the migration has succeeded, so that no
    erased row lives on in it; after one that failed it lies beside the database.
    """
    async with engine.connect() as connection:
        if not await connection.run_sync(_is_behind):
            return False
    copy = copy_file(engine.url) if engine.url.database else None
    try:
        async with engine.begin() as connection:
            await connection.run_sync(_upgrade)
    except Exception as error:
        raise MigrationError(
            f"The database could not be changed to what this version needs ({where(error)})."
            f" It is as it was; a copy lies at {copy}. Put the version before back, and tell"
            " those who make Majakka."
        ) from error
    if copy:
        copy.unlink()
    return True


@cache
def known_revisions() -> tuple[str, ...]:
    """Return the schema's versions that this program knows, the newest first."""
    script = ScriptDirectory(str(folder("migrations")))
    return tuple(step.revision for step in script.walk_revisions())


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _is_behind(connection: Connection) -> bool:
    known, current = known_revisions(), _revision(connection)
    if current not in {None, *known}:
        raise MigrationError(
            "The database was made by a newer Majakka. Install that version again, or put back"
            " a copy of the database from before."
        )
    return current != known[0]


def _upgrade(connection: Connection) -> None:
    command.upgrade(_config(connection), "head")


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(folder("migrations")))
    config.attributes["connection"] = connection
    return config
