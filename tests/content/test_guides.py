"""The guide leads somewhere from everywhere, and what is wrong with one is said."""

import pytest

from bot.content.guides import MOST_ARTICLES, Guide, guide, mistakes_in
from bot.content.library import library
from bot.core.languages import Language

SMALL = {
    "title": "t",
    "checked": "2026-11-26",
    "check_again": "2027-01-26",
    "start": "first",
    "steps": {
        "first": {
            "ask": "?",
            "choices": [{"label": "a", "to": "second"}, {"label": "b", "to": "end"}],
        },
        "second": {
            "ask": "??",
            "choices": [{"label": "a", "to": "end"}, {"label": "b", "to": "other"}],
        },
    },
    "outcomes": {
        "end": {"title": "e", "do": ["this"], "articles": ["lawyer"]},
        "other": {"title": "o", "do": ["that"], "articles": ["lawyer"]},
    },
}
SLUGS = frozenset({"lawyer"})


def changed(**parts: object) -> Guide:
    return Guide.model_validate(SMALL | parts)


def test_ours_has_no_mistakes_and_enough_ends() -> None:
    ours = guide()
    assert list(mistakes_in(ours, library().slugs(Language.RUSSIAN))) == []
    assert len(ours.outcomes) >= 8


def test_a_good_one_has_no_mistakes() -> None:
    assert list(mistakes_in(changed(), SLUGS)) == []


def test_every_text_is_translated() -> None:
    assert list(changed().messages) == [
        "t",
        "?",
        "a",
        "b",
        "??",
        "a",
        "b",
        "e",
        "this",
        "o",
        "that",
    ]


def test_one_step_back() -> None:
    assert [changed().before(name) for name in ("first", "second", "end", "other")] == [
        None,
        "first",
        "first",
        "second",
    ]


@pytest.mark.parametrize(
    ("parts", "sentences"),
    [
        (
            {"start": "second"},
            ["first is never reached"],
        ),
        (
            {"outcomes": {"end": SMALL["outcomes"]["end"]}},  # type: ignore[index]
            ["second: leads to other, which is nothing"],
        ),
        (
            {"outcomes": SMALL["outcomes"] | {"first": SMALL["outcomes"]["end"]}},  # type: ignore[operator,index]
            ["first is a step and an outcome"],
        ),
    ],
)
def test_what_must_be_mended_is_said(parts: dict[str, object], sentences: list[str]) -> None:
    assert list(mistakes_in(changed(**parts), SLUGS)) == sentences


def test_few_articles_stand_beneath_an_outcome() -> None:
    slugs = [f"answer-{number}" for number in range(MOST_ARTICLES + 1)]
    end = SMALL["outcomes"]["end"] | {"articles": slugs}  # type: ignore[index]
    outcomes = SMALL["outcomes"] | {"end": end}  # type: ignore[operator]
    assert list(mistakes_in(changed(outcomes=outcomes), SLUGS | set(slugs))) == [
        f"end: names more than {MOST_ARTICLES} articles"
    ]


def test_an_article_that_is_not_there_is_named() -> None:
    assert list(mistakes_in(changed(), frozenset())) == [
        "end: names lawyer, which is no article",
        "other: names lawyer, which is no article",
    ]
