"""From what is read about days that run there is a way to counting one's own."""

from datetime import date

import pytest

from bot.content.guides import guide
from bot.content.library import library
from bot.core.deadlines.walk import Paper
from bot.core.languages import Language
from bot.emigre.guide.screens import Ending, outcome_screen
from bot.emigre.reading.screens import article_screen
from bot.ui.buttons import BeginWithPaper
from bot.ui.screen import Screen
from bot.ui.texts import COUNTED
from bot.ui.words import translator

TODAY = date(2026, 11, 27)
both = pytest.mark.parametrize("language", list(Language))


def papers(screen: Screen) -> list[Paper | None]:
    """Return about which papers the buttons of a screen begin a count."""
    buttons = [button for row in screen.rows for button in row]
    return [button.to.paper for button in buttons if isinstance(button.to, BeginWithPaper)]


@both
def test_every_answer_about_days_that_run_is_there_and_leads_to_counting(
    language: Language,
) -> None:
    tr = translator(language)
    assert library().slugs(language) >= set(COUNTED)
    assert "appeal-deadline" in COUNTED
    leading = {
        article.slug: paper
        for article in library().named(tuple(library().slugs(language)), language)
        for paper in papers(article_screen(article, [], TODAY, tr))
    }
    assert leading == COUNTED


@both
def test_a_plan_leads_to_counting_where_a_decision_came(language: Language) -> None:
    tr = translator(language)
    leading = {
        name: paper
        for name in guide().outcomes
        for paper in papers(outcome_screen(Ending(guide(), name, [], None, TODAY), tr))
    }
    assert leading == {
        "refused": Paper.REFUSED,
        "too-late": None,
        "not-examined": None,
        "last-refusal": None,
    }
