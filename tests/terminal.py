"""Somebody who runs `majakka` in a folder, each command in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from bot.settings import Settings

ROOT: Final = Path(__file__).parents[1]
PATIENCE: Final = 60
Done = subprocess.CompletedProcess[str]


class Operator:
    """Somebody at a terminal, in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        mine = {key: value for key, value in os.environ.items() if "MAJAKKA_" not in key}
        self.environment = mine | {"PYTHONPATH": str(ROOT)}

    def runs(self, *arguments: str, typing: str = "", python: tuple[str, ...] = ()) -> Done:
        """Run `majakka` with these arguments."""
        return subprocess.run(
            [sys.executable, *python, "-m", "bot", *arguments],
            cwd=self.folder,
            env=self.environment,
            input=typing,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    @property
    def settings(self) -> Settings:
        """Return what `majakka` goes by in this folder."""
        key = self.folder / "keys" / "majakka.key"
        return Settings(_env_file=None, data_dir=self.folder / "data", key_file=key)

    @property
    def files(self) -> dict[str, bytes]:
        """Return all that lies in the folder."""
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in found}
