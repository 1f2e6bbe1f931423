"""What nobody has confirmed is never written as if it were certain."""

from datetime import date

import pytest

from bot.content.certain import mistakes_of_certainty
from bot.content.facts import Fact
from bot.core.languages import Language
from tests.content.shelf import Shelf

RU = Language.RUSSIAN


def doubtful(value: str) -> Fact:
    return Fact(
        ru={"value": value, "ask": "Migri"},
        fi={"value": value, "ask": "Migri"},
        checked=date(2026, 11, 26),
        check_again=date(2027, 1, 26),
    )


@pytest.fixture
def doubting(shelf: Shelf) -> Shelf:
    shelf.facts = {"a-period": doubtful("5 дней"), "a-phone": doubtful("0206 96006")}
    return shelf


def told(shelf: Shelf, text: str) -> list[str]:
    shelf.put("lawyer", RU, text=text)
    return list(mistakes_of_certainty(shelf.read()))


@pytest.mark.parametrize(
    "text",
    [
        "Ждите {a-period}. [1] [2]",
        "Ждите {a-period}. Потом ещё 5 дней [1] [2].",
        "Ждите {a-period}. Потом ещё 5 дней. [?]",
        "Ждите {a-period}. Потом ещё 15 дней.",
        "Ждите 5 дней [1] [2].",
        "Звоните: {a-phone}.",
    ],
)
def test_by_its_name_with_a_mark_or_a_source(doubting: Shelf, text: str) -> None:
    assert told(doubting, text) == []


@pytest.mark.parametrize(
    ("text", "name", "sentence"),
    [
        ("Ждите {a-period}. Срок: 5 дней!", "a-period", "Срок: 5 дней!"),
        ("[1] [2]\n\n## Часть\n\n{a-period}\n\nСрок 5 дней.", "a-period", "Срок 5 дней."),
        ("Звоните 0206 96006 [1].", "a-phone", "Звоните 0206 96006 [1]."),
    ],
)
def test_written_out_as_if_certain(doubting: Shelf, text: str, name: str, sentence: str) -> None:
    assert told(doubting, text) == [
        f"ru/articles/lawyer.md: nobody has confirmed it: write {{{name}}}: {sentence}"
    ]


def test_a_heading_shows_no_marks(doubting: Shelf) -> None:
    assert told(doubting, "[1] [2]\n\n## Срок [?]\n\nТекст") == [
        "ru/articles/lawyer.md: “Срок [?]”: a heading shows no marks, sources or facts"
    ]
