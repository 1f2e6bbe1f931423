"""The town in which the bots are measured: who lives there, and the real bot that knows them."""

import sys
from pathlib import Path
from typing import Final

from bot.core.outgoing import BotName
from bot.sandbox.bench.rows import settle
from bot.sandbox.bench.visit import Crowd, Program, Size
from bot.sandbox.bench.world import World
from bot.sandbox.model import Bot
from bot.sandbox.server import Server
from bot.settings import Settings
from bot.store.keys import KeyRing

TOKEN: Final = "7000000001:BENCH-majakka"  # noqa: S105 - of no bot
DESK_TOKEN: Final = "7000000003:BENCH-desk"  # noqa: S105 - of no bot
HOME, KEPT, LANGUAGES, ASK = "h", "k", "ls", "a"
SECTIONS, SECTION, ARTICLE, PART = "ss", "se:appeal", "ar:appeal-deadline:0", "ar:appeal-deadline:1"
GUIDE, STEP = "g:where", "g:which"
"""What the rooms' buttons carry, written out here to do without aiogram."""
READING: Final = (SECTIONS, SECTION, ARTICLE, PART, HOME, GUIDE, STEP, HOME)
PATH: Final = (*READING, KEPT, HOME, LANGUAGES, HOME, ASK, HOME)
FIRST_STRANGER: Final = 6_000_000_001
"""Telegram ids of people who are in the database, and stay away today."""
UNPACED: Final = {"SEND_RATE": "0"}


def crowd_in(world: World, size: Size) -> Crowd:
    """Bring people into a world."""
    tapping = [world.add_user("Tapping", language_code="ru") for _ in range(size.people)]
    asking = [world.add_user("Asking", language_code="ru") for _ in range(size.writing)]
    helpers = [world.add_user("Helping", language_code="fi") for _ in range(size.helpers)]
    desk = [
        (world.add_user("Asking", language_code="ru"), helpers[number % size.helpers])
        for number in range(size.requests)
    ]
    reading = range(FIRST_STRANGER, FIRST_STRANGER + min(size.recipients, size.emigres))
    readers = [world.add_user("Reading", id=number) for number in reading]
    helper = world.add_user("Helping", language_code="fi")
    return Crowd(world, helper, tapping, asking, readers, desk)


async def majakka(
    town: Path, server: Server, crowd: Crowd, size: Size, *, topics: bool = False, paced: bool
) -> Program:
    """Return the real bot, on a database where many people are.

    `topics`: with a bot of its own for the team, and a thread for each request. `paced`: at
    the pace at which it sends by default.
    """
    bot = crowd.world.add_bot(TOKEN, "majakka_bot", "Majakka")
    desk = crowd.world.add_bot(DESK_TOKEN, "desk_bot", "Desk", topics=True) if topics else bot
    await _fill(town, crowd, size, BotName.DESK if topics else BotName.EMIGRE)
    _start_chats(crowd, bot, desk)
    return Program(
        bot=bot,
        desk=desk,
        path=PATH,
        command=(sys.executable, "-m", "bot", "run"),
        folder=town,
        settings={
            "BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": server.url,
            **({"DESK_BOT_TOKEN": DESK_TOKEN} if topics else {}),
            **({} if paced else UNPACED),
        },
    )


def settings_in(town: Path) -> Settings:
    """Return the settings of the town's database."""
    return Settings(
        _env_file=None,
        database_url=None,  # whatever the environment says
        data_dir=town / "data",
        key_file=town / "keys" / "majakka.key",
    )


async def _fill(town: Path, crowd: Crowd, size: Size, team_bot: BotName) -> None:
    settings = settings_in(town)
    KeyRing.new().save(settings.key_file)
    held: dict[int, list[int]] = {helper.id: [] for helper in crowd.helpers}
    held[crowd.helper.id] = [user.id for user in crowd.asking]
    for emigre, helper in crowd.desk:
        held[helper.id].append(emigre.id)
    emigres = [user.id for user in crowd.tapping] + [
        user for each in held.values() for user in each
    ]
    strangers = range(FIRST_STRANGER, FIRST_STRANGER + size.emigres)
    await settle(settings, [*emigres, *held, *strangers], held, team_bot)


def _start_chats(crowd: Crowd, bot: Bot, desk: Bot) -> None:
    """Let those have started the bot who are written to before they write."""
    for reader in crowd.readers:
        crowd.world.chat(reader, bot).started = True
    for helper in crowd.helpers:
        crowd.world.chat(helper, desk).started = True
