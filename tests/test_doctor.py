"""The doctor: finds each thing that is wrong, says what to mend, and changes nothing."""

import asyncio
import json
import os
import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from bot import files
from bot.backups import back_up
from bot.core.clock import SystemClock
from bot.doctor.visit import Finding, as_json, visit
from bot.sandbox.server import serve
from bot.sandbox.telegram import Telegram
from bot.settings import Settings, load_settings
from bot.start import prepared
from bot.store.keys import KeyRing
from tests.terminal import Operator
from tests.town import TOKENS

SOME_BOT = ["groups", "topics", "webhook"]


class Ahead(SystemClock):
    """A clock that is wrong."""

    def __init__(self, by: timedelta) -> None:
        self._by = by

    def now(self) -> datetime:
        return super().now() + self._by


@dataclass
class House:
    """An installation that is well, in the folder where the test stands, and what it talks to."""

    telegram: Telegram
    environment: pytest.MonkeyPatch

    @property
    def settings(self) -> Settings:
        return load_settings()

    async def visited(self, clock: SystemClock | None = None) -> list[Finding]:
        return await asyncio.to_thread(visit, clock)

    async def wrong(self, clock: SystemClock | None = None) -> dict[str, str]:
        """Return what the doctor finds wrong, by name."""
        return {each.name: each.message for each in await self.visited(clock) if not each.ok}

    def set(self, name: str, value: str) -> None:
        self.environment.setenv(f"MAJAKKA_{name}", value)

    def sql(self, statement: str) -> None:
        with closing(sqlite3.connect(self.settings.database_file)) as database:
            database.execute(statement)
            database.commit()


@pytest.fixture(params=["two bots", "one bot"])
async def house(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[House]:
    monkeypatch.chdir(tmp_path)
    old = os.umask(0o077)
    telegram = Telegram(SystemClock())
    names = ["BOT_TOKEN", "DESK_BOT_TOKEN"] if request.param == "two bots" else ["BOT_TOKEN"]
    async with serve(telegram) as server:
        monkeypatch.setenv("MAJAKKA_TELEGRAM_API_URL", server.url)
        for name, token in zip(names, TOKENS, strict=False):
            bot = telegram.add_bot(token, f"town{len(telegram.bots)}_bot", "Town")
            bot.topics, bot.joins_groups = name.startswith("DESK"), False
            monkeypatch.setenv(f"MAJAKKA_{name}", token)
        KeyRing.new().save(Path("keys/majakka.key"))
        async with prepared(load_settings()):
            pass
        yield House(telegram, monkeypatch)
    os.umask(old)


def of_bots(house: House, *names: str) -> set[str]:
    """Return the names of checks of each bot."""
    bots = ["emigre bot", "desk bot"][: len(house.telegram.bots)]
    return {f"{bot}, {name}" if name else bot for bot in bots for name in names}


def state_of(folder: Path) -> dict[str, tuple[bytes, int]]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): (path.read_bytes(), path.stat().st_mode) for path in files}


async def test_a_house_that_is_well_is_left_as_it_is(house: House, tmp_path: Path) -> None:
    before = state_of(tmp_path)
    findings = await house.visited()
    assert [each for each in findings if not each.ok] == []
    assert state_of(tmp_path) == before
    names = {each.name for each in findings}
    assert of_bots(house, "", *SOME_BOT) < names
    assert len(names) == len(findings)
    assert ("desk bot" in names) is (len(house.telegram.bots) == 2)


async def test_scripts_can_rely_on_the_shape(house: House) -> None:
    report = as_json(await house.visited())
    assert list(report) == ["ok", "checks"]
    assert report["ok"] is True
    assert {tuple(check) for check in report["checks"]} == {("name", "ok", "message")}
    house.telegram.revoke(next(iter(house.telegram.bots.values())))
    assert as_json(await house.visited())["ok"] is False


def no_key(house: House) -> None:
    house.settings.key_file.unlink()


def another_key(house: House) -> None:
    no_key(house)
    KeyRing.new().save(house.settings.key_file)


def broken_key(house: House) -> None:
    house.settings.key_file.write_text("nonsense", encoding="ascii")


def open_key(house: House) -> None:
    house.settings.key_file.chmod(0o640)


def key_in_the_data(house: House) -> None:
    inside = house.settings.data_dir / "majakka.key"
    house.settings.key_file.rename(inside)
    house.set("KEY_FILE", str(inside))


def key_in_the_backups(house: House) -> None:
    house.set("BACKUP_DIR", "keys")


def open_data(house: House) -> None:
    house.settings.data_dir.chmod(0o755)


def open_database(house: House) -> None:
    house.settings.database_file.chmod(0o644)


def no_data(house: House) -> None:
    house.set("DATA_DIR", "elsewhere")


def damaged(house: House) -> None:
    house.settings.database_file.write_bytes(os.urandom(20_000))


def half_damaged(house: House) -> None:
    file = house.settings.database_file
    whole = file.read_bytes()
    file.write_bytes(whole[:8192] + os.urandom(len(whole) - 8192))


def older(house: House) -> None:
    house.sql("UPDATE alembic_version SET version_num = '0001'")


def newer(house: House) -> None:
    house.sql("UPDATE alembic_version SET version_num = '9999'")


def empty(house: House) -> None:
    house.settings.database_file.write_bytes(b"")


def unwritable(house: House) -> None:
    house.sql(
        "CREATE TRIGGER full BEFORE INSERT ON installation BEGIN SELECT RAISE(ABORT, 'no'); END"
    )


def open_env(_: House) -> None:
    Path(".env").write_text("", encoding="ascii")
    Path(".env").chmod(0o644)


def a_mistake(house: House) -> None:
    house.set("SEND_RATE", "MARKED")


OF_DATABASE = {"schema", "database key", "writing"}
HERE: list[tuple[Callable[[House], None], str, str, set[str]]] = [
    (no_key, "key", "There is no key file", {"key file", "database key", "backup"}),
    (broken_key, "key", "is not `<id> <key>`", {"key file", "database key", "backup"}),
    (another_key, "database key", "Put the right key file in its place", set()),
    (open_key, "key file", "chmod 600 keys/majakka.key", set()),
    (key_in_the_data, "key file", "lies in data", set()),
    (key_in_the_backups, "key file", "lies in keys", set()),
    (open_data, "data folder", "chmod 700 data", set()),
    (open_database, "data folder", "chmod 600 data/majakka.db", set()),
    (no_data, "data folder", "`majakka migrate` makes it", {"database", *OF_DATABASE}),
    (damaged, "database", "restore a backup", OF_DATABASE),
    (half_damaged, "database", "restore a backup", OF_DATABASE),
    (older, "schema", "not up to date: `majakka migrate`", {"database key", "writing"}),
    (empty, "schema", "not up to date: `majakka migrate`", {"database key", "writing"}),
    (newer, "schema", "newer Majakka", {"database key", "writing"}),
    (unwritable, "writing", "cannot be written to", set()),
    (open_env, "settings file", "chmod 600 .env", set()),
]


@pytest.mark.parametrize("house", ["one bot"], indirect=True)
@pytest.mark.parametrize(
    ("harm", "name", "said", "hidden"), HERE, ids=lambda x: getattr(x, "__name__", "")
)
async def test_what_is_wrong_here_is_told_and_hides_only_what_hangs_on_it(
    house: House, harm: Callable[[House], None], name: str, said: str, hidden: set[str]
) -> None:
    harm(house)
    wrong = await house.wrong()
    assert wrong.keys() == {name, *hidden}
    assert said in wrong[name]
    assert all(wrong[each].startswith(("Not checked", "There is no")) for each in hidden)


async def test_a_wrong_setting_is_told_without_its_value(house: House) -> None:
    a_mistake(house)
    wrong = await house.wrong()
    assert wrong["settings"].startswith("MAJAKKA_SEND_RATE: ")
    assert "MARKED" not in str(wrong)
    well = {each.name for each in await house.visited() if each.ok}
    assert well == {"settings file", "languages", "content"}


async def test_a_revoked_token_is_told_of_the_bot_that_has_it(house: House) -> None:
    *_, last = house.telegram.bots.values()
    house.telegram.revoke(last)
    wrong = await house.wrong()
    name = "desk bot" if len(house.telegram.bots) == 2 else "emigre bot"
    assert "Telegram does not accept MAJAKKA_" in wrong[name]
    hidden = {f"{name}, {each}" for each in SOME_BOT}
    assert wrong.keys() == {name} | hidden | ({"clock"} if name == "emigre bot" else set())
    assert not any(token.partition(":")[2] in str(wrong) for token in TOKENS)


async def test_a_bot_that_can_be_dragged_into_groups_is_told(house: House) -> None:
    for bot in house.telegram.bots.values():
        bot.joins_groups = True
    wrong = await house.wrong()
    assert wrong.keys() == of_bots(house, "groups")
    assert all("/setjoingroups" in message for message in wrong.values())


async def test_threads_where_they_do_not_belong_and_none_where_they_do(house: House) -> None:
    for bot in house.telegram.bots.values():
        bot.topics = not bot.topics
    wrong = await house.wrong()
    assert wrong.keys() == of_bots(house, "topics")
    assert wrong["emigre bot, topics"].endswith("Threaded Mode: off.")
    assert wrong.get("desk bot, topics", "Threaded Mode: on.").endswith("Threaded Mode: on.")


@pytest.mark.parametrize("house", ["two bots"], indirect=True)
async def test_threads_that_anybody_can_make_are_told(house: House) -> None:
    *_, desk = house.telegram.bots.values()
    desk.users_create_topics = True
    assert "do not let users" in (await house.wrong())["desk bot, topics"]


async def test_a_webhook_in_the_way_is_told(house: House) -> None:
    for bot in house.telegram.bots.values():
        bot.updates.set_webhook("https://example.org")
    wrong = await house.wrong()
    assert wrong.keys() == of_bots(house, "webhook")
    assert all("deleteWebhook" in message for message in wrong.values())


async def test_no_network_is_told_once_for_each_bot(house: House) -> None:
    house.set("TELEGRAM_API_URL", "http://127.0.0.1:1")
    wrong = await house.wrong()
    assert wrong.keys() == of_bots(house, "", *SOME_BOT) | {"clock"}
    assert all("does not answer" in wrong[name] for name in of_bots(house, ""))
    assert wrong["clock"] == "Not checked: first mend emigre bot."


@pytest.mark.parametrize("minutes", [-2, 2])
async def test_a_clock_that_is_wrong_is_told(house: House, minutes: int) -> None:
    wrong = await house.wrong(Ahead(timedelta(minutes=minutes)))
    assert wrong.keys() == {"clock"}
    assert "seconds" in wrong["clock"]


async def test_half_a_minute_is_no_matter(house: House) -> None:
    assert await house.wrong(Ahead(timedelta(seconds=30))) == {}


async def test_the_last_backup_is_told_and_an_old_one_is_wrong(house: House) -> None:
    (backup,) = [each for each in await house.visited() if each.name == "backup"]
    assert "`majakka backup` makes one" in backup.message
    for days, is_wrong in ((3, True), (1, False)):
        file, made = await asyncio.to_thread(back_up, house.settings, None, Ahead(-timedelta(days)))
        (backup,) = [each for each in await house.visited() if each.name == "backup"]
        assert backup.ok is not is_wrong
        assert f"{made.made_at:%Y-%m-%d %H:%M} UTC" in backup.message
        assert file.parent == house.settings.backup_dir


@pytest.fixture
def own_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the program a copy of what it reads beside its code, and return its locales."""
    checkout = Path(files.__file__).parents[1]
    packaged = tmp_path / "bot" / "_data"
    for name in ("locales", "migrations"):
        shutil.copytree(checkout / name, packaged / name)
    for source in packaged.rglob("*.po"):
        source.unlink()
    monkeypatch.setattr(files, "_HERE", tmp_path / "bot")
    return packaged / "locales"


@pytest.mark.parametrize("house", ["one bot"], indirect=True)
@pytest.mark.parametrize("harm", ["missing", "broken", "older", "short"])
async def test_words_that_are_not_whole_are_told(house: House, harm: str, own_files: Path) -> None:
    catalogue = own_files / "fi" / "LC_MESSAGES" / "bot.mo"
    if harm == "missing":
        catalogue.unlink()
    elif harm == "older":
        catalogue.with_suffix(".po").write_text("", encoding="ascii")
        long_ago = datetime(2020, 1, 1, tzinfo=UTC).timestamp()
        os.utime(catalogue, (long_ago, long_ago))
    else:
        catalogue.write_bytes(b"nonsense" if harm == "broken" else empty_catalogue())
    wrong = await house.wrong()
    assert wrong.keys() == {"languages"}
    assert "fi" in wrong["languages"]


def empty_catalogue() -> bytes:
    file = BytesIO()
    write_mo(file, Catalog("fi"))
    return file.getvalue()


@pytest.mark.parametrize("house", ["one bot"], indirect=True)
@pytest.mark.parametrize("harm", ["one missing", "one broken", "none"])
async def test_content_that_is_not_whole_is_told(house: House, harm: str, own_files: Path) -> None:
    articles = own_files / "fi" / "articles"
    if harm == "one missing":
        next(articles.iterdir()).unlink()
    elif harm == "one broken":
        next(articles.iterdir()).write_text("nonsense", encoding="ascii")
    else:
        for language in ("ru", "fi"):
            shutil.rmtree(own_files / language / "articles")
    wrong = await house.wrong()
    assert wrong.keys() == {"content"}
    assert wrong["content"]


def test_nothing_at_all_is_told_kindly(tmp_path: Path) -> None:
    operator = Operator(tmp_path)
    done = operator.runs("doctor")
    assert (done.returncode, done.stderr) == (1, "")
    assert "MEND  key: There is no key file at keys/majakka.key: `majakka init`" in done.stdout
    assert "MEND  emigre bot: MAJAKKA_BOT_TOKEN is not set." in done.stdout
    assert operator.files == {}
    in_json = json.loads(operator.runs("doctor", "--json").stdout)
    assert in_json["ok"] is False
    assert len(in_json["checks"]) == len(done.stdout.splitlines())
