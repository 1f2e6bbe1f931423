"""The benchmark as a whole: the town, the two bots, the pairs of visits, the report."""

import sys
import tempfile
from pathlib import Path
from typing import Final

from bot.core.clock import SystemClock
from bot.sandbox.bench.commands import time_commands
from bot.sandbox.bench.counting import milliseconds_a_deadline
from bot.sandbox.bench.desk import relay_at_telegrams_pace
from bot.sandbox.bench.mailing import broadcast_beside_taps
from bot.sandbox.bench.reminding import look_through
from bot.sandbox.bench.report import Alone, Figure, Pair, figures
from bot.sandbox.bench.town import crowd_in, majakka, settings_in
from bot.sandbox.bench.visit import Crowd, Program, Size, visit
from bot.sandbox.bench.world import World
from bot.sandbox.server import Server, serve

BARE_TOKEN: Final = "7000000002:BENCH-bare"  # noqa: S105 - of no bot
BARE_PATH: Final = ("1", "0")


async def measure(size: Size) -> tuple[list[Pair], list[Figure]]:
    """Measure everything; return the pairs of visits, and the figures."""
    with tempfile.TemporaryDirectory(prefix="majakka-bench-") as folder:
        town = Path(folder)
        crowd = crowd_in(World(SystemClock()), size)
        async with serve(crowd.world) as server:
            ours = await majakka(town, server, crowd, size, paced=False)
            bare = _bare(town, server, crowd)
            pairs = [await _pair(ours, bare, crowd, size, n) for n in range(size.pairs)]
            mailings = [
                await broadcast_beside_taps(ours, settings_in(town), crowd, size)
                for _ in range(size.pairs)
            ]
        commands = await time_commands(town)
        alone = Alone(
            milliseconds_a_deadline=milliseconds_a_deadline(),
            reminding=await look_through(size.emigres * 2),
            flat=await relay_at_telegrams_pace(size, topics=False),
            topics=await relay_at_telegrams_pace(size, topics=True),
        )
        return pairs, list(figures(pairs, mailings, commands, alone))


async def _pair(ours: Program, bare: Program, crowd: Crowd, size: Size, number: int) -> Pair:
    """Visit both; who goes first changes from pair to pair."""
    if number % 2:
        other = await visit(bare, crowd, size)
        return await visit(ours, crowd, size), other
    return await visit(ours, crowd, size), await visit(bare, crowd, size)


def _bare(town: Path, server: Server, crowd: Crowd) -> Program:
    """Return the bot beside it."""
    bot = crowd.world.add_bot(BARE_TOKEN, "bare_bot", "Bare")
    module = "bot.sandbox.bench.bare"
    return Program(
        bot=bot,
        desk=bot,
        path=BARE_PATH,
        command=(sys.executable, "-m", module, server.url, BARE_TOKEN, str(crowd.helper.id)),
        folder=town,
        settings={},
    )
