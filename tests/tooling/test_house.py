"""Rules of the house that no linter knows: about all that is kept in git."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST = 400
# Written so that this file does not match itself.
FOREIGN = re.compile(
    r"/[w]ork/|/[f]arm/|/[r]oot/|/[h]ome/\w|[.][.]/[s]hared"
    r"|p[y]pi\.org|python[h]osted|registry\.[n]pmjs|deb\.[d]ebian|(extra-|--)[i]ndex-url[ =]+http"
)


def kept(*patterns: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each file that git keeps or would, if it is text."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    for name in listed.stdout.splitlines():
        content = (ROOT / name).read_bytes() if (ROOT / name).is_file() else b"\0"
        if b"\0" not in content:
            yield name, content.decode()


def test_git_knows_the_files_these_rules_are_about() -> None:
    names = {name for name, _ in kept()}
    assert {"pyproject.toml", "bot/__init__.py", "tests/tooling/test_house.py"} <= names


@pytest.mark.parametrize(
    "parts", [("/ro", "ot/x"), ("/ho", "me/x"), ("py", "pi.org"), ("../sha", "red/x")]
)
def test_an_address_is_seen_where_there_is_one(parts: tuple[str, str]) -> None:
    assert FOREIGN.search(f"see {''.join(parts)}")


def test_no_address_of_this_machine_or_of_a_registry_is_kept() -> None:
    found = {
        (name, number)
        for name, text in kept()
        for number, line in enumerate(text.splitlines(), start=1)
        if FOREIGN.search(line)
    }
    assert found == set()


def test_no_python_file_is_longer_than_a_sitting() -> None:
    lengths = {name: text.count("\n") for name, text in kept("*.py")}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


def test_what_people_read_is_in_the_catalogues_and_not_in_the_code() -> None:
    cyrillic = re.compile(r"[\u0400-\u04ff]")
    written = [name for name, text in kept("bot/*.py") if cyrillic.search(text)]
    # The search knows letters that people type, and shows none of them
    assert [name for name in written if not name.startswith("bot/content/search/")] == []
