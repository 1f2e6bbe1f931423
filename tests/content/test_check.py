"""What `majakka content check` refuses, and what it only mentions."""

from datetime import date

import pytest

from bot.content.check import (
    LONGEST_LEAD,
    LONGEST_PART,
    LONGEST_SOURCES,
    mistakes,
    mistakes_of,
    overdue,
)
from bot.content.library import library
from bot.core.languages import Language
from tests.content.shelf import TEXT, Shelf


def test_good_content_has_no_mistakes(shelf: Shelf) -> None:
    assert list(mistakes_of(shelf.read())) == []


def test_our_own_content_has_no_mistakes() -> None:
    assert list(mistakes(library())) == []


def test_a_missing_language_is_named(shelf: Shelf) -> None:
    shelf.take_away("lawyer", Language.FINNISH)
    assert list(mistakes_of(shelf.read())) == [
        "fi/articles/lawyer.md: is missing",
        "fi/articles/appeal-how.md: links to lawyer, which is no article",
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Only [1].", "source 2 is never cited"),
        ("[1] [2] See [it](nowhere).", "links to nowhere, which is no article"),
        ("[1] [2]" + "a" * LONGEST_LEAD, f"the short answer has {LONGEST_LEAD + 7} letters"),
        ("## Part\n\n[1] [2]", "the short answer has 0 letters"),
        ("[1] [2]\n\n## Part\n\n" + "a" * (LONGEST_PART + 1), "“Part” has 1001 letters"),
        ("[1] [2]\n\n## Part\n", "“Part” has 0 letters"),
        ("[1] [2]\n\n## " + "a" * 41 + "\n\ntext", "is longer than 40 letters"),
        ("[1] [2]" + "\n\n## Part\n\ntext" * 7, "has 7 parts, more than 6"),
    ],
)
def test_what_must_be_mended_is_said(shelf: Shelf, text: str, sentence: str) -> None:
    shelf.put("appeal-how", Language.RUSSIAN, text=text)
    (found,) = mistakes_of(shelf.read())
    assert found.startswith("ru/articles/appeal-how.md: ")
    assert sentence in found


@pytest.mark.parametrize("fields", [{"section": "help"}, {"volatile": "true"}])
def test_twins_agree(shelf: Shelf, fields: dict[str, str]) -> None:
    shelf.put("appeal-how", Language.RUSSIAN, **fields)
    assert len([found for found in mistakes_of(shelf.read()) if "twin" in found]) == 2


def test_the_sources_fit_on_one_screen(shelf: Shelf) -> None:
    good = (shelf.locales / "ru/articles/lawyer.md").read_text(encoding="utf-8")
    shelf.write("lawyer", Language.RUSSIAN, good.replace("That it is so", "a" * LONGEST_SOURCES))
    (found,) = mistakes_of(shelf.read())
    assert found.startswith("ru/articles/lawyer.md: its sources have ")


def test_the_next_check_comes_after_the_last(shelf: Shelf) -> None:
    shelf.put("appeal-how", Language.RUSSIAN, checked="2027-01-26")
    (found,) = mistakes_of(shelf.read())
    assert "check_again must be later than checked" in found


def test_what_is_old_is_no_mistake(shelf: Shelf) -> None:
    shelf.put("lawyer", Language.RUSSIAN, text=TEXT, check_again="2026-12-01")
    read = shelf.read()
    assert list(mistakes_of(read)) == []
    assert overdue(read, date(2026, 12, 1)) == []
    assert [article.slug for article in overdue(read, date(2026, 12, 2))] == ["lawyer"]
