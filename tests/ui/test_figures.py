"""The public figures in words: every number, no gap as zero, and short enough for a picture."""

import pytest

from bot.content.figures import ARTICLE, Figures, Subject, figures
from bot.content.library import library
from bot.core.languages import Language
from bot.emigre.figures.picture import Picture, picture
from bot.emigre.figures.screens import numbers_screen, picture_letter
from bot.emigre.figures.words import years
from bot.sandbox.html import parse_html
from bot.sandbox.text import LONGEST_CAPTION
from bot.ui.words import translator
from tests.ui.samples import AFTER, BEFORE, COUNTED, FIGURES, SHORT

each_language = pytest.mark.parametrize("language", list(Language))


def caption(language: Language) -> str:
    text, _ = parse_html(picture_letter(figures(), translator(language)).text)
    return text


def text(language: Language) -> str:
    article = library().article(ARTICLE, language)
    assert article
    shown, _ = parse_html(numbers_screen(figures(), article, BEFORE, translator(language)).text)
    return shown


def drawn(language: Language) -> Picture:
    return picture(figures(), translator(language))


def numbers(all_of_it: Figures) -> set[int]:
    return {
        number
        for year in all_of_it.year
        for number in (year.applications, year.decisions, *year.kinds.values())
        if number is not None
    }


@each_language
def test_every_number_stands_beside_the_picture_as_text(language: Language) -> None:
    tr = translator(language)
    for words in (caption(language), text(language)):
        missing = {n for n in numbers(figures()) if tr.number(n) not in words}
        assert missing == set()


@each_language
def test_telegram_takes_the_words_beneath_the_picture(language: Language) -> None:
    assert len(caption(language)) <= LONGEST_CAPTION


@each_language
def test_the_picture_has_every_number_and_no_nought(language: Language) -> None:
    bars = [bar for part in drawn(language).parts for bar in part.bars]
    lengths = {bar.length for bar in bars if bar.length is not None}
    of_kinds = {number for bar in bars for number in bar.kinds.values()}
    assert lengths | of_kinds == numbers(figures())
    assert 0 not in lengths


@each_language
def test_a_gap_says_so_in_words(language: Language) -> None:
    words = translator(language)("not found")
    gaps = [row for subject in Subject for row in figures().rows(subject) if row.year is None]
    bars = [bar for part in drawn(language).parts for bar in part.bars if bar.length is None]
    assert sum(bar.beside == words for bar in bars) == len(gaps)
    assert all(years(row) in caption(language) for row in gaps)


@each_language
def test_a_year_that_is_not_whole_says_up_to_which_day(language: Language) -> None:
    partial = [year for year in figures().year if year.until]
    days = [translator(language).short_day(year.until) for year in partial if year.until]
    bars = [bar for part in drawn(language).parts for bar in part.bars if bar.until]
    assert {bar.years for bar in bars} == {str(year.year) for year in partial}
    assert all(day in caption(language) for day in days)


@each_language
def test_a_source_that_the_answer_does_not_name_has_no_number(language: Language) -> None:
    screen = numbers_screen(figures(), SHORT, BEFORE, translator(language))
    assert "[" not in screen.text


@each_language
def test_what_was_to_be_checked_again_says_so(language: Language) -> None:
    tr = translator(language)
    due = tr.day(FIGURES.check_again)
    assert due not in numbers_screen(FIGURES, COUNTED, BEFORE, tr).text
    assert due in numbers_screen(FIGURES, COUNTED, AFTER, tr).text
