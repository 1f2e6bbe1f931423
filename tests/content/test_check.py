"""What `majakka content check` refuses, and what it only mentions."""

from datetime import date

import pytest

from bot.content.check import (
    LONGEST_ANSWER,
    LONGEST_BUTTON,
    LONGEST_PART,
    LONGEST_REST,
    LONGEST_SOURCE,
    MOST_LINKS,
    mistakes,
    mistakes_of,
    mistakes_of_phrases,
    overdue,
)
from bot.content.library import library
from bot.core.languages import Language
from bot.core.sections import Section
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
        ("[1] [2]" + "a" * LONGEST_ANSWER, f"title and short answer have {LONGEST_ANSWER + 17}"),
        ("## Part\n\n[1] [2]", "has no short answer"),
        ("[1] [2]\n\n## Part\n\n" + "a" * (LONGEST_PART + 1), "“Part” has 901 letters"),
        (
            "[1] [2]" + ("\n\n## Part\n\n" + "a" * LONGEST_PART) * 4,
            f"3600 letters, more than {LONGEST_REST}",
        ),
        ("[1] [2]\n\n## Part\n", "“Part” has 0 letters"),
        ("[1] [2]\n\n## " + "a" * 35 + "\n\ntext", "is longer than 34 letters"),
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


def test_a_few_sources_fit_on_one_screen(shelf: Shelf) -> None:
    good = (shelf.locales / "ru/articles/lawyer.md").read_text(encoding="utf-8")
    shelf.write("lawyer", Language.RUSSIAN, good.replace("That it is so", "a" * LONGEST_SOURCE))
    (found,) = mistakes_of(shelf.read())
    assert found.startswith("ru/articles/lawyer.md: source 1: title and what it says have more")


def test_the_answers_that_belong_to_one_fit_on_one_screen(shelf: Shelf) -> None:
    slugs = [f"answer-{number}" for number in range(MOST_LINKS + 1)]
    for slug in slugs:
        shelf.put(slug, text="[1] [2]")
    shelf.order = {Section.APPEAL: ("lawyer", "appeal-how", *slugs)}
    shelf.put("lawyer", Language.RUSSIAN, text="[1] [2] " + " ".join(f"[a]({s})" for s in slugs))
    assert list(mistakes_of(shelf.read())) == [
        f"ru/articles/lawyer.md: links to {MOST_LINKS + 1} articles, more than {MOST_LINKS}"
    ]


def test_a_title_that_a_button_would_cut_needs_words_for_the_button(shelf: Shelf) -> None:
    shelf.put("lawyer", Language.RUSSIAN, text="[1] [2]", title="a" * LONGEST_BUTTON)
    assert list(mistakes_of(shelf.read())) == []
    shelf.put("lawyer", Language.RUSSIAN, text="[1] [2]", title="a" * (LONGEST_BUTTON + 1))
    (found,) = mistakes_of(shelf.read())
    assert found.startswith(f"ru/articles/lawyer.md: “{'a' * 37}” is cut on a button")
    good = (shelf.locales / "ru/articles/lawyer.md").read_text(encoding="utf-8")
    for letters, mended in ((LONGEST_BUTTON, True), (LONGEST_BUTTON + 1, False)):
        button = f'section = "appeal"\nbutton = "{"b" * letters}"'
        shelf.write("lawyer", Language.RUSSIAN, good.replace('section = "appeal"', button))
        assert (list(mistakes_of(shelf.read())) == []) is mended


def test_every_article_has_its_place_in_its_section(shelf: Shelf) -> None:
    shelf.put("nowhere", text="[1] [2]")
    assert list(mistakes_of(shelf.read())) == [
        f"{language}/articles/nowhere.md: stands nowhere in its section: add it to appeal in"
        " sections.toml"
        for language in Language
    ]
    shelf.order = {Section.HELP: ("nowhere",), Section.APPEAL: ("lawyer", "appeal-how", "lawyer")}
    found = list(mistakes_of(shelf.read()))
    assert found[0] == "sections.toml: lawyer stands there 2 times"
    assert len(found) == 3


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


def phrases(shelf: Shelf, slug: str, *typed: str) -> None:
    for language in Language:
        folder = shelf.locales / language / "questions"
        folder.mkdir(exist_ok=True)
        (folder / f"{slug}.txt").write_text("\n".join(typed) + "\n", encoding="utf-8")


def test_each_answer_is_asked_for_and_what_is_planned_is_named(shelf: Shelf) -> None:
    shelf.unwritten = {"not-written-yet": dict.fromkeys(Language, "Later")}
    for slug in ("lawyer", "not-written-yet", "appeal-how"):
        phrases(shelf, slug, f"who asks for {slug}")
    assert list(mistakes_of_phrases(shelf.read())) == []


def test_what_is_wrong_with_how_people_ask_is_told(shelf: Shelf) -> None:
    shelf.unwritten = {"lawyer": dict.fromkeys(Language, "Later")}
    phrases(shelf, "lawyer", "the same")
    phrases(shelf, "appeal-how", "the same")
    phrases(shelf, "nowhere", "something")
    for_each = [
        "questions/not-written-yet.txt: nobody asks for it: write some phrases",
        "questions/nowhere.txt: no section has such an answer",
        "questions: “the same” stands twice: it tells nothing apart",
    ]
    assert list(mistakes_of_phrases(shelf.read())) == [
        *(f"ru/{told}" for told in for_each),
        *(f"fi/{told}" for told in for_each),
        "unwritten.toml: lawyer must stand there until it is written, and no longer",
        "unwritten.toml: not-written-yet must stand there until it is written, and no longer",
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("7 [1] [2]", "short answer says 7, its fi twin does not"),
        ("[1] [2]\n\n## [?]\n\ntext", "a heading shows no marks"),
    ],
)
def test_the_command_asks_for_all_of_it(shelf: Shelf, text: str, sentence: str) -> None:
    shelf.put("lawyer", Language.RUSSIAN, text=text)
    assert any(sentence in found for found in mistakes(shelf.read()))
    content = (shelf.locales / "ru/articles/lawyer.md").read_text(encoding="utf-8")
    shelf.write("lawyer", Language.RUSSIAN, content.replace("one", "one?ref=us"))
    assert any("leave out ref" in found for found in mistakes(shelf.read()))
