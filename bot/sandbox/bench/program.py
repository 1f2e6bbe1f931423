"""A program that is measured, as a process of its own."""

import asyncio
import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.settings import PREFIX

TICKS_A_SECOND: Final = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Process:
    """What Linux tells of a running process."""

    pid: int

    @property
    def cpu_seconds(self) -> float:
        """Processor time used so far, by all its threads."""
        after_name = self._read("stat").rpartition(")")[2].split()
        return (int(after_name[11]) + int(after_name[12])) / TICKS_A_SECOND

    @property
    def megabytes(self) -> float:
        """Resident memory."""
        line = self._read("status").partition("VmRSS:")[2].partition("kB")[0]
        return int(line) / 1024

    def _read(self, name: str) -> str:
        return Path(f"/proc/{self.pid}/{name}").read_text(encoding="ascii", errors="replace")


@asynccontextmanager
async def started(
    *command: str, folder: Path, settings: Mapping[str, str]
) -> AsyncIterator[Process]:
    """Run a program in `folder` while the block runs; its words for people are ours too.

    It knows no settings of ours but `settings`. Should it end by itself, so does the block.
    """
    process = await asyncio.create_subprocess_exec(
        *command, cwd=folder, env=environment(settings), stdout=asyncio.subprocess.DEVNULL
    )
    try:
        async with asyncio.TaskGroup() as group:
            guard = group.create_task(_expect_life(process))
            yield Process(process.pid)
            guard.cancel()
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    """Return our environment with `settings` in the place of our own."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    return ours | {f"{PREFIX}{name}": value for name, value in settings.items()}


async def _expect_life(process: asyncio.subprocess.Process) -> None:
    raise RuntimeError(f"it ended by itself with exit status {await process.wait()}")
