"""What keeps the program from starting, each in a sentence."""

from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import text

from bot.core.clock import SystemClock
from bot.core.outgoing import BotName
from bot.core.people import Role
from bot.settings import Settings
from bot.start import CannotStartError, invite, prepared
from bot.store.invitation import TEAM_BOT
from bot.store.keys import KeyRing
from bot.store.store import Store
from tests.store.test_migrate import config


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(
        _env_file=None, data_dir=tmp_path / "data", key_file=tmp_path / "keys" / "majakka.key"
    )
    KeyRing.new().save(made.key_file)
    return made


async def cannot_start(settings: Settings) -> CannotStartError:
    with pytest.raises(CannotStartError) as refused:
        async with prepared(settings):
            pytest.fail("it started")
    return refused.value


async def test_a_first_start_makes_what_it_needs(settings: Settings) -> None:
    async with prepared(settings) as (engine, _):
        assert engine.url.database == str(settings.data_dir / "majakka.db")
    async with prepared(settings):
        assert settings.data_dir.is_dir()


async def test_another_key_is_refused_and_nothing_is_written(settings: Settings) -> None:
    async with prepared(settings):
        pass
    settings.key_file.unlink()
    KeyRing.new().save(settings.key_file)
    database = settings.data_dir / "majakka.db"
    before = database.read_bytes()
    refused = await cannot_start(settings)
    assert refused.exit_status == 78
    assert "does not belong to this database" in str(refused)
    assert database.read_bytes() == before


async def test_another_key_is_refused_before_the_schema_is_changed(settings: Settings) -> None:
    async with prepared(settings) as (engine, _), engine.begin() as connection:
        await connection.run_sync(lambda sync: command.downgrade(config(connection=sync), "0001"))
    settings.key_file.unlink()
    KeyRing.new().save(settings.key_file)
    before = (settings.data_dir / "majakka.db").read_bytes()
    assert "does not belong to this database" in str(await cannot_start(settings))
    assert (settings.data_dir / "majakka.db").read_bytes() == before


async def test_no_key_is_refused(settings: Settings) -> None:
    settings.key_file.unlink()
    refused = await cannot_start(settings)
    assert refused.exit_status == 78
    assert "there is no key file at" in str(refused)
    assert not settings.data_dir.exists()


async def test_a_newer_database_is_refused(settings: Settings) -> None:
    async with prepared(settings) as (engine, _), engine.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    refused = await cannot_start(settings)
    assert refused.exit_status == 78
    assert "newer Majakka" in str(refused)
    assert refused.__cause__ is None


async def test_an_invitation_is_kept_when_the_command_ends(settings: Settings) -> None:
    async with prepared(settings) as (engine, keys), engine.begin() as connection:
        store = Store(connection, SystemClock(), keys)
        await store.installation.put(TEAM_BOT, "example_bot")
    link = await invite(settings, "coordinator")
    async with prepared(settings) as (engine, keys), engine.begin() as connection:
        store = Store(connection, SystemClock(), keys)
        newcomer = await store.people.meet(1, BotName.EMIGRE)
        token = link.removeprefix("https://t.me/example_bot?start=")
        assert await store.team.admit(newcomer.id, token) is Role.COORDINATOR
