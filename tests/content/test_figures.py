"""The public figures: what is not known stays unknown, and what does not fit is refused."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.content.errors import ContentError
from bot.content.figures import (
    Figures,
    Kind,
    Row,
    Subject,
    figures,
    mistakes_in,
    read_figures,
)
from bot.content.library import library
from tests.content.shelf import Shelf

SOURCES = """
checked = 2026-11-26
check_again = 2027-01-26
ask = "https://office.example"
[source.paper]
url = "https://paper.example"
published = "2025"
weight = "migri"
counts = "everything"
"""
SPAN = '[[span]]\nname = "war"\nuntil = 2025-01-31\nrounded = true\nsource = "paper"\n'
WHOLE = '[[year]]\nyear = 2024\napplications = 7\nsource = { applications = "paper" }\n'


def decided(numbers: str, year: int = 2022) -> str:
    return f'[[year]]\nyear = {year}\n{numbers}\nsource = {{ decisions = "paper" }}\n'


def read(tmp_path: Path, content: str) -> Figures:
    file = tmp_path / "figures.toml"
    file.write_text(SOURCES + content + SPAN, encoding="utf-8")
    return read_figures(file)


def test_what_is_missing_is_none_and_a_nought_is_a_nought(tmp_path: Path) -> None:
    (year,) = read(tmp_path, decided("decisions = 9\npositive = 0")).year
    assert (year.positive, year.negative, year.applications) == (0, None, None)
    assert year.kinds == {Kind.POSITIVE: 0}


def test_years_without_a_number_are_rows_of_their_own(tmp_path: Path) -> None:
    made = read(tmp_path, decided("decisions = 9") + WHOLE)
    first, last = made.year
    assert made.rows(Subject.DECISIONS) == [Row(2022, 2022, first), Row(2023, 2026, None)]
    assert made.rows(Subject.APPLICATIONS) == [Row(2024, 2024, last), Row(2025, 2026, None)]


def test_a_ratio_is_something_told_and_no_number(tmp_path: Path) -> None:
    made = read(tmp_path, decided("negative_for_one_positive = 3"))
    assert made.rows(Subject.DECISIONS)[0].year == made.year[0]
    assert made.year[0].decisions is None


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (decided("decisions = -1"), "greater than or equal to 0"),
        (decided("decisions = 9\nuntil = 2021-12-28"), "until is a day of another year"),
        (decided("applications = 9"), "name a source for what it tells"),
        (decided("decisions = 9\napplications = 9"), "name a source for what it tells"),
        (decided("decisions = 9\npositive = 5\nnegative = 5"), "more than the decisions"),
        (decided("decisions = 9\nother = 4\nlapsed = 3"), "not_examined and lapsed together"),
        (decided("decisions = 9\nrejected = 3"), "rejected"),
        (decided("decisions = 9").replace("paper", "rumour"), "source rumour"),
        (WHOLE + decided("decisions = 9"), "the earliest first"),
        (WHOLE + WHOLE, "each year stands once"),
        (decided("decisions = 9", year=2027), "checked is before the last year"),
        ("[[year]", "figures.toml: "),
    ],
)
def test_what_does_not_fit_is_refused(tmp_path: Path, content: str, sentence: str) -> None:
    with pytest.raises(ContentError, match=sentence) as refused:
        read(tmp_path, content)
    assert "/figures.toml: " in str(refused.value)


def test_our_answer_says_the_same_in_both_languages() -> None:
    assert list(mistakes_in(figures(), library())) == []


def test_an_answer_that_says_otherwise_is_named() -> None:
    ours = figures()
    moved = replace(ours, checked=date(2026, 11, 27))
    assert [mistake.partition(" ")[2] for mistake in mistakes_in(moved, library())] == [
        "has other days of checking"
    ] * 2
    *before, last = ours.year
    other = replace(ours, year=(*before, replace(last, applications=64999)))
    assert [mistake.partition(" ")[2] for mistake in mistakes_in(other, library())] == [
        "does not say 64999, as there is for 2025"
    ] * 2
    *earlier, removed = ours.span
    other = replace(ours, span=(*earlier, replace(removed, removed=64999)))
    assert len(list(mistakes_in(other, library()))) == 2
    source = {name: replace(each, url=f"{each.url}?2") for name, each in ours.source.items()}
    elsewhere = replace(ours, source=source)
    assert len(list(mistakes_in(elsewhere, library()))) == 2 * len(source)


def test_figures_without_their_answer_are_a_mistake(shelf: Shelf) -> None:
    assert list(mistakes_in(figures(), shelf.read())) == [
        "there is no ru/articles/figures.md",
        "there is no fi/articles/figures.md",
    ]
