"""Words, numbers and dates in both languages; what people wrote never becomes a tag."""

from datetime import date
from gettext import NullTranslations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup

from bot.core.languages import Language
from bot.sandbox.html import parse_html
from bot.ui.words import Translator, translator

PLAIN = Translator(Language.RUSSIAN, NullTranslations())
"""Says the message ids as they are."""


@given(st.text(), st.text())
@example("<b>", "</b>")
@example("&amp;", "{code}")
@example("</i", "%s {0} {")
def test_a_value_is_shown_as_it_was_written(code: str, name: str) -> None:
    said = PLAIN("Ask <b>{code}</b>: {name}", code=code, name=name)
    text, entities = parse_html(said)
    assert text == f"Ask {code}: {name}"
    assert [entity["type"] for entity in entities] == (["bold"] if code else [])


def test_our_own_words_in_a_place_keep_their_tags() -> None:
    inner = PLAIN("<i>{name}</i>", name="a<b")
    assert PLAIN("{title}.", title=inner) == "<i>a&lt;b</i>."
    assert isinstance(PLAIN("{title}.", title=inner), Markup)


def test_a_place_that_nobody_fills_is_an_error() -> None:
    with pytest.raises(KeyError):
        PLAIN("Ask {code}")


def test_what_the_catalogue_does_not_know_is_said_in_english() -> None:
    assert translator(Language.FINNISH)("No such message: {n}", n=1) == "No such message: 1"


@pytest.mark.parametrize("language", list(Language))
def test_a_translator_knows_its_language(language: Language) -> None:
    assert translator(language).language is language


RUSSIAN = {
    "вопрос ждёт": (1, 21, 31, 101, 121, 1001),
    "вопроса ждут": (2, 3, 4, 22, 23, 24, 102, 1004),
    "вопросов ждут": (0, 5, 9, 10, 11, 12, 13, 14, 19, 20, 25, 100, 111, 112, 114, 1011),
}
FINNISH = {
    "kysymys odottaa": (1,),
    "kysymystä odottaa": (0, 2, 3, 5, 10, 11, 12, 20, 21, 22, 100, 101, 111, 1001),
}


@pytest.mark.parametrize(
    ("language", "form", "n"),
    [
        (language, form, n)
        for language, forms in ((Language.RUSSIAN, RUSSIAN), (Language.FINNISH, FINNISH))
        for form, numbers in forms.items()
        for n in numbers
    ],
)
def test_a_number_has_its_form(language: Language, form: str, n: int) -> None:
    said = translator(language).plural("{n} question waits.", "{n} questions wait.", n)
    assert said.startswith(f"{n} {form} ")


@pytest.mark.parametrize(
    ("day", "russian", "finnish"),
    [
        (date(2026, 12, 2), "2 декабря 2026 г.", "2. joulukuuta 2026"),
        (date(2027, 1, 1), "1 января 2027 г.", "1. tammikuuta 2027"),
        (date(2028, 2, 29), "29 февраля 2028 г.", "29. helmikuuta 2028"),
        (date(2027, 5, 31), "31 мая 2027 г.", "31. toukokuuta 2027"),
    ],
)
def test_a_day_is_said_with_its_month(day: date, russian: str, finnish: str) -> None:
    said = {language: plain_spaces(translator(language).day(day)) for language in Language}
    assert said == {Language.RUSSIAN: russian, Language.FINNISH: finnish}


def plain_spaces(text: str) -> str:
    """Return `text` with plain spaces in the places of those that do not break a line."""
    return " ".join(text.split())
