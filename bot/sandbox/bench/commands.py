"""The commands that do not talk to Telegram: how long they take, and what they import."""

import asyncio
import sys
import tempfile
from asyncio.subprocess import DEVNULL, PIPE
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

from bot.sandbox.bench.program import environment

TIMES: Final = 3
DEADLINE: Final = "--rule appeal-hao-30 --served 2026-11-02"
LIST_IMPORTS: Final = ("-X", "importtime")


@dataclass(frozen=True, slots=True)
class Timed:
    """A command, and what was measured."""

    command: str
    seconds: float
    """The median."""
    imports_aiogram: bool


async def time_commands(town: Path) -> list[Timed]:
    """Time each in an empty folder, but `invite` in `town`, where the bot has run before."""
    runs = [await _each_once(town) for _ in range(TIMES)]
    looked_at = await _each_once(town, *LIST_IMPORTS)
    return [
        Timed(command, median(run[command][0] for run in runs), "aiogram" in looked_at[command][1])
        for command in looked_at
    ]


async def _each_once(town: Path, *flags: str) -> dict[str, tuple[float, str]]:
    """Run each command; return the seconds it took and its words on standard error."""
    with tempfile.TemporaryDirectory(prefix="majakka-bench-") as folder:
        empty = Path(folder)
        return {
            "--help": await _once("--help", empty, *flags),
            "deadline": await _once(f"deadline {DEADLINE}", empty, *flags),
            "init": await _once("init --yes", empty, *flags),
            "migrate": await _once("migrate", empty, *flags),
            "invite": await _once("invite volunteer", town, *flags),
        }


async def _once(command: str, folder: Path, *flags: str) -> tuple[float, str]:
    began = perf_counter()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, *flags, "-m", "bot", *command.split()),
        cwd=folder,
        env=environment({}),
        stdout=DEVNULL,
        stderr=PIPE,
    )
    _, words = await process.communicate()
    seconds = perf_counter() - began
    if process.returncode != 0:
        raise RuntimeError(f"majakka {command} failed: {words.decode()[-500:]}")
    return seconds, words.decode()
