"""What somebody frightened sees of an answer: it fits on a small phone, its buttons beneath it."""

from dataclasses import replace
from datetime import date

import pytest

from bot.content.articles import Article
from bot.content.check import LONGEST_BUTTON
from bot.content.library import library
from bot.content.markdown import plain
from bot.content.process import Process, process
from bot.core.languages import Language
from bot.core.stages import URGENT, Stage
from bot.emigre.process.screens import Seen, stage_screen
from bot.emigre.reading import screens
from bot.sandbox.html import parse_html
from bot.ui.process_texts import LONGEST_SCREEN, overlong, stage_text
from bot.ui.screen import Screen
from bot.ui.stages import stage_name
from bot.ui.texts import COUNTED
from bot.ui.words import translator
from tests.ui.samples import AFTER, ARTICLE, BEFORE, SHORT
from tests.ui.shelves import shelves

MOST_LETTERS = 900
MOST_ROWS = 6

each_language = pytest.mark.parametrize("language", list(Language))


def letters(screen: Screen) -> int:
    text, _ = parse_html(str(screen.text))
    return len(text)


@each_language
@pytest.mark.parametrize("today", [BEFORE, AFTER])
def test_the_longest_answer_fits_on_the_first_screen(language: Language, today: date) -> None:
    screen = screens.article_screen(ARTICLE, [SHORT] * 8, today, translator(language))
    assert letters(screen) <= MOST_LETTERS


@each_language
@pytest.mark.parametrize(("slug", "counts"), [("lawyer", False), ("appeal-deadline", True)])
def test_few_buttons_push_the_text_away(language: Language, slug: str, *, counts: bool) -> None:
    tr, article = translator(language), replace(ARTICLE, slug=slug)
    assert (slug in COUNTED) is counts
    for related in range(9):
        answer = screens.article_screen(article, [SHORT] * related, BEFORE, tr)
        assert len(answer.rows) <= MOST_ROWS + counts
        for number in range(1, len(article.parts) + 1):
            part = screens.part_screen(article, number, [SHORT] * related, tr)
            assert len(part.rows) <= MOST_ROWS


def test_each_stage_fits_on_a_screen_even_when_it_is_overdue() -> None:
    assert list(overlong(process())) == []


@each_language
@pytest.mark.parametrize("is_mine", [False, True])
def test_no_stage_is_longer_than_what_is_measured(language: Language, *, is_mine: bool) -> None:
    """`content check` measures without drawing the screen."""
    for stage in Stage:
        for today in (process().about[stage].checked, date(2040, 1, 1)):
            seen = Seen(process(), stage, [], is_mine, today)
            assert letters(stage_screen(seen, translator(language))) <= LONGEST_SCREEN, stage


def test_a_stage_that_is_too_long_only_when_it_is_overdue_is_named() -> None:
    checked = process().about[Stage.KHO].checked
    text = stage_text(process(), Stage.KHO, checked, translator(Language.FINNISH), is_mine=False)
    left = LONGEST_SCREEN - len(plain(text))
    long = [
        replace(told, meaning=told.meaning + "y" * left)
        if (told.stage, told.language) == (Stage.KHO, Language.FINNISH)
        else told
        for told in process().all()
    ]
    (mistake,) = overlong(Process(process().about, process().cited, long, process().facts))
    assert mistake.startswith("fi/stages/kho.md: its screen has ")


@each_language
def test_each_stage_has_few_buttons(language: Language) -> None:
    pictures = [each for each in shelves(translator(language)) if each.room == "the process"]
    for stage in Stage:
        drawn = [each.drawn for each in pictures if each.name == stage]
        seen = [each for each in drawn if isinstance(each, Screen)]
        assert max(map(letters, seen)) <= MOST_LETTERS, stage
        assert len(seen[0].rows) <= MOST_ROWS, stage


@each_language
def test_urgent_help_stands_where_a_stage_is_urgent(language: Language) -> None:
    tr = translator(language)
    pictures = [each for each in shelves(tr) if each.room == "the process"]
    for stage in Stage:
        labels = next(each.labels for each in pictures if each.name == stage)
        assert (tr("Urgent help") in labels) is (stage in URGENT), stage
        assert (tr("Ask a person") in labels) is (stage not in URGENT), stage


@each_language
def test_a_name_of_a_stage_fits_on_a_button_behind_its_mark(language: Language) -> None:
    tr = translator(language)
    assert max(len(stage_name(stage, tr)) for stage in Stage) + len("✓ ") <= LONGEST_BUTTON


@each_language
def test_no_button_on_the_shelves_is_cut(language: Language) -> None:
    cut = {
        label
        for picture in shelves(translator(language))
        for label in picture.labels
        if len(label) > LONGEST_BUTTON
    }
    assert cut == set()


@each_language
def test_each_source_stands_on_exactly_one_page(language: Language) -> None:
    for article in library().all_in(language):
        shown = "".join(str(page.text) for page in pages_of(article, language))
        for number in range(1, len(article.head.sources) + 1):
            assert shown.count(f"[{number}] ") == 1


def pages_of(article: Article, language: Language) -> list[Screen]:
    tr = translator(language)
    pages: list[Screen] = []
    ahead = True
    while ahead:
        pages.append(screens.sources_screen(article, len(pages), tr))
        ahead = tr("After ▶") in [button.text for row in pages[-1].rows for button in row]
    return pages
