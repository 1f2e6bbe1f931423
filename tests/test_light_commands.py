"""Commands that do not talk to Telegram do without aiogram, which takes seconds to import."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.core.clock import SystemClock
from bot.settings import PREFIX, Settings
from bot.start import prepared
from bot.store.invitation import TEAM_BOT
from bot.store.store import Store


def imported(folder: Path, *command: str) -> set[str]:
    """Run Python with `command` in `folder`; return the packages that it imported."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *command],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if not name.startswith(PREFIX)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-500:]
    lines = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    return {line.rpartition("|")[2].strip().partition(".")[0] for line in lines}


@pytest.fixture
async def town(tmp_path: Path) -> Path:
    """Return a folder in which `majakka run` has been once."""
    imported(tmp_path, "-m", "bot", "init", "--yes")
    settings = Settings(
        _env_file=None, data_dir=tmp_path / "data", key_file=tmp_path / "keys/majakka.key"
    )
    async with prepared(settings) as (engine, keys), engine.begin() as connection:
        await Store(connection, SystemClock(), keys).installation.put(TEAM_BOT, "town_bot")
    return tmp_path


@pytest.mark.parametrize("command", ["--help", "init --yes", "migrate", "invite volunteer"])
async def test_a_light_command_does_without_aiogram(town: Path, command: str) -> None:
    packages = imported(town, "-m", "bot", *command.split())
    assert "click" in packages
    assert "aiogram" not in packages


def test_aiogram_would_be_seen(tmp_path: Path) -> None:
    assert "aiogram" in imported(tmp_path, "-c", "import aiogram")
