"""From what is read about days that run there is a way to counting one's own."""

from datetime import date

import pytest

from bot.content.guides import guide
from bot.content.library import library
from bot.core.languages import Language
from bot.emigre.guide.screens import Ending, outcome_screen
from bot.emigre.reading.screens import article_screen
from bot.ui.buttons import BeginWithDate
from bot.ui.screen import Screen
from bot.ui.texts import COUNTED
from bot.ui.words import translator

TODAY = date(2026, 11, 27)
both = pytest.mark.parametrize("language", list(Language))


def counts(screen: Screen) -> bool:
    return any(isinstance(button.to, BeginWithDate) for row in screen.rows for button in row)


@both
def test_every_answer_about_days_that_run_is_there_and_leads_to_counting(
    language: Language,
) -> None:
    tr = translator(language)
    assert library().slugs(language) >= COUNTED
    assert "appeal-deadline" in COUNTED
    leading = {
        article.slug
        for article in library().named(tuple(library().slugs(language)), language)
        if counts(article_screen(article, [], TODAY, tr))
    }
    assert leading == COUNTED


@both
def test_a_plan_leads_to_counting_where_a_decision_came(language: Language) -> None:
    tr = translator(language)
    leading = {
        name
        for name in guide().outcomes
        if counts(outcome_screen(Ending(guide(), name, [], None, TODAY), tr))
    }
    assert leading == {"refused", "too-late", "not-examined", "last-refusal"}
