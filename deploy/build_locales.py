"""What the build adds to the code: compiled catalogues, and the other files the program reads.

Hatchling runs this for every wheel, the editable one included (pyproject.toml names this file).
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDERS = ("locales", "migrations")
NOT_SHIPPED = {".po", ".pot", ".pyc"}


def compile_catalogues(root: Path) -> None:
    """Write a .mo beside each .po of the checkout at `root`; what is fuzzy or missing stays out."""
    for source in sorted(root.glob("locales/*/LC_MESSAGES/*.po")):
        with source.open("rb") as readable, source.with_suffix(".mo").open("wb") as writable:
            write_mo(writable, read_po(readable, abort_invalid=True))


def shipped(root: Path) -> Iterator[tuple[Path, str]]:
    """Yield each file that goes into the wheel beside the code, and its place in there."""
    for folder in FOLDERS:
        for file in sorted((root / folder).rglob("*")):
            if file.is_file() and file.suffix not in NOT_SHIPPED:
                yield file, f"bot/_data/{file.relative_to(root).as_posix()}"


class CustomBuildHook(BuildHookInterface[Any]):
    """Hatchling's hook. An editable install reads from the checkout, so it is given no copies."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the catalogues; for a real wheel, name the files that go along."""
        root = Path(self.root)
        compile_catalogues(root)
        if version != "editable":
            build_data["force_include"].update({str(file): place for file, place in shipped(root)})
