"""The words of the glossary: each is in the code where it says, and in what people read."""

import importlib
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from bot.core.languages import Language
from bot.core.people import Role
from bot.core.requests import State
from bot.files import folder

PAGE = Path(__file__).parents[1] / "docs" / "glossary.md"
NOBODY_READS_IT = "—"
SYMBOL = re.compile(r"`([a-z][\w.]*)`")


def rows() -> list[list[str]]:
    lines = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def exists(symbol: str) -> bool:
    """Say whether `bot.<symbol>` is a module, or something in one."""
    found: object = importlib.import_module("bot")
    path = "bot"
    for part in symbol.split("."):
        path = f"{path}.{part}"
        if not hasattr(found, part) and not imported(path):
            return False
        found = getattr(found, part)
    return True


def imported(path: str) -> bool:
    try:
        importlib.import_module(path)
    except ModuleNotFoundError:
        return False
    return True


def test_every_word_is_told_whole() -> None:
    assert len(rows()) > 20
    assert [row for row in rows() if len(row) != 5 or not all(row)] == []
    words = [row[0] for row in rows()]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0])
def test_a_word_is_in_the_code_where_it_says(row: list[str]) -> None:
    symbols = SYMBOL.findall(row[4])
    assert symbols
    assert [symbol for symbol in symbols if not exists(symbol)] == []


@pytest.mark.parametrize(
    "gone", ["core.requests.State.LOST", "core.nothing", "nothing", "core.a.b"]
)
def test_a_word_that_is_nowhere_is_found(gone: str) -> None:
    assert not exists(gone)


@pytest.mark.parametrize("member", [*State, *Role], ids=str)
def test_each_state_and_each_role_has_its_word(member: State | Role) -> None:
    symbols = SYMBOL.findall(" ".join(row[4] for row in rows()))
    module = type(member).__module__.removeprefix("bot.")
    assert f"{module}.{type(member).__name__}.{member.name}" in symbols


@pytest.mark.parametrize("language", list(Language))
def test_people_read_these_words(language: Language) -> None:
    """In some form: the last letter may be another."""
    with (folder("locales") / language / "LC_MESSAGES" / "bot.po").open("rb") as file:
        said = " ".join(str(message.string) for message in read_po(file)).casefold()
    column = {Language.RUSSIAN: 1, Language.FINNISH: 2}[language]
    words = [row[column] for row in rows() if row[column] != NOBODY_READS_IT]
    assert [word for word in words if word[:-1] not in said] == []
