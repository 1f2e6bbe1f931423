"""The pins: complete, hashed, at one with each other and with pyproject.toml, and from nowhere."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
FILES = {
    name: ROOT / f"deploy/requirements{name and '-'}{name}.txt" for name in ("", "dev", "build")
}
WANTED = {
    "": PROJECT["project"]["dependencies"],
    "dev": PROJECT["project"]["dependencies"] + PROJECT["project"]["optional-dependencies"]["dev"],
    "build": PROJECT["build-system"]["requires"],
}


def entries(name: str) -> list[str]:
    """Return each requirement of a file with its hashes, on one line."""
    return FILES[name].read_text(encoding="utf-8").replace("\\\n", "").splitlines()


def pins(name: str) -> dict[str, str]:
    """Return the version each package is pinned to."""
    return dict(entry.split()[0].split("==", maxsplit=1) for entry in entries(name))


@pytest.mark.parametrize("name", FILES)
def test_each_line_is_one_package_one_version_and_its_hashes(name: str) -> None:
    shape = re.compile(r"[a-z0-9-]+==[\w.]+( ; [^:@]+?)?\s+(--hash=sha256:[0-9a-f]{64}\s*)+")
    assert [entry for entry in entries(name) if not shape.fullmatch(entry)] == []
    assert entries(name)


@pytest.mark.parametrize("name", FILES)
def test_the_pins_are_what_pyproject_asks_for(name: str) -> None:
    pinned = pins(name)
    for wanted in map(Requirement, WANTED[name]):
        assert wanted.specifier.contains(pinned[wanted.name]), wanted


@pytest.mark.parametrize("name", ["", "build"])
def test_developers_run_and_build_with_the_versions_that_ship(name: str) -> None:
    assert pins(name).items() <= pins("dev").items()
