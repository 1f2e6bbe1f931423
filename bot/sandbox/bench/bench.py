"""The benchmark as a whole: the town, the two bots, the pairs of visits, the report."""

import sys
import tempfile
from pathlib import Path
from typing import Final

from bot.core.clock import SystemClock
from bot.sandbox.bench.commands import time_commands
from bot.sandbox.bench.counting import milliseconds_a_deadline
from bot.sandbox.bench.mailing import broadcast_beside_taps
from bot.sandbox.bench.reminding import look_through
from bot.sandbox.bench.report import Alone, Figure, Pair, figures
from bot.sandbox.bench.rows import settle
from bot.sandbox.bench.visit import Crowd, Program, Size, visit
from bot.sandbox.bench.world import World
from bot.sandbox.server import Server, serve
from bot.settings import Settings
from bot.store.keys import KeyRing

TOKENS: Final = ("7000000001:BENCH-majakka", "7000000002:BENCH-bare")
HOME, KEPT, LANGUAGES, ASK = "h", "k", "ls", "a"
SECTIONS, SECTION, ARTICLE, PART = "ss", "se:appeal", "ar:appeal-deadline:0", "ar:appeal-deadline:1"
GUIDE, STEP = "g:where", "g:which"
"""What the rooms' buttons carry, written out here to do without aiogram."""
READING: Final = (SECTIONS, SECTION, ARTICLE, PART, HOME, GUIDE, STEP, HOME)
PATH: Final = (*READING, KEPT, HOME, LANGUAGES, HOME, ASK, HOME)
BARE_PATH: Final = ("1", "0")
FIRST_STRANGER: Final = 6_000_000_001
"""Telegram ids of people who are in the database, and stay away today."""


async def measure(size: Size) -> tuple[list[Pair], list[Figure]]:
    """Measure everything; return the pairs of visits, and the figures that have a goal."""
    with tempfile.TemporaryDirectory(prefix="majakka-bench-") as folder:
        town = Path(folder)
        crowd = _crowd(size)
        async with serve(crowd.world) as server:
            majakka, bare = await _majakka(town, server, crowd, size), _bare(town, server, crowd)
            pairs = [await _pair(majakka, bare, crowd, size, n) for n in range(size.pairs)]
            mailings = [
                await broadcast_beside_taps(majakka, _settings(town), crowd, size)
                for _ in range(size.pairs)
            ]
        commands = await time_commands(town)
        reminding = await look_through(size.emigres * 2)
        alone = Alone(milliseconds_a_deadline(), reminding)
        return pairs, list(figures(pairs, mailings, commands, alone))


async def _pair(majakka: Program, bare: Program, crowd: Crowd, size: Size, number: int) -> Pair:
    """Visit both; who goes first changes from pair to pair."""
    if number % 2:
        other = await visit(bare, crowd, size)
        return await visit(majakka, crowd, size), other
    return await visit(majakka, crowd, size), await visit(bare, crowd, size)


def _crowd(size: Size) -> Crowd:
    world = World(SystemClock())
    tapping = [world.add_user("Tapping", language_code="ru") for _ in range(size.people)]
    asking = [world.add_user("Asking", language_code="ru") for _ in range(size.at_once)]
    reading = range(FIRST_STRANGER, FIRST_STRANGER + min(size.recipients, size.emigres))
    readers = [world.add_user("Reading", id=number) for number in reading]
    return Crowd(world, world.add_user("Helping", language_code="fi"), tapping, asking, readers)


async def _majakka(town: Path, server: Server, crowd: Crowd, size: Size) -> Program:
    """Return the real bot, with its default settings on a database where many people are."""
    settings = _settings(town)
    KeyRing.new().save(settings.key_file)
    users = [user.id for user in (*crowd.tapping, *crowd.asking, crowd.helper)]
    strangers = range(FIRST_STRANGER, FIRST_STRANGER + size.emigres)
    asking = [user.id for user in crowd.asking]
    await settle(settings, [*users, *strangers], helper=crowd.helper.id, askers=asking)
    bot = crowd.world.add_bot(TOKENS[0], "majakka_bot", "Majakka")
    for reader in crowd.readers:
        crowd.world.chat(reader, bot).started = True
    return Program(
        bot=bot,
        path=PATH,
        command=(sys.executable, "-m", "bot", "run"),
        folder=town,
        settings={"BOT_TOKEN": TOKENS[0], "TELEGRAM_API_URL": server.url, "SEND_RATE": "0"},
    )


def _settings(town: Path) -> Settings:
    return Settings(
        _env_file=None,
        database_url=None,  # whatever the environment says
        data_dir=town / "data",
        key_file=town / "keys" / "majakka.key",
    )


def _bare(town: Path, server: Server, crowd: Crowd) -> Program:
    """Return the bot beside it."""
    module = "bot.sandbox.bench.bare"
    return Program(
        bot=crowd.world.add_bot(TOKENS[1], "bare_bot", "Bare"),
        path=BARE_PATH,
        command=(sys.executable, "-m", module, server.url, TOKENS[1], str(crowd.helper.id)),
        folder=town,
        settings={},
    )
