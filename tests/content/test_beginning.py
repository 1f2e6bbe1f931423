"""What a translator begins an answer with."""

from datetime import date

import pytest

from bot.content.beginning import TO_FILL, begun, no_longer_unwritten
from bot.content.check import LONGEST_BUTTON, mistakes_of
from bot.content.errors import ContentError
from bot.core.languages import Language
from tests.content.shelf import Shelf

TODAY = date(2026, 11, 26)
SLUG = "not-written-yet"


@pytest.fixture
def planned(shelf: Shelf) -> Shelf:
    titles = {Language.RUSSIAN: "Имя " + "о" * LONGEST_BUTTON, Language.FINNISH: 'Se "jokin"'}
    shelf.unwritten = {SLUG: titles}
    return shelf


def test_it_can_be_read_and_is_refused_until_it_is_filled(planned: Shelf) -> None:
    for language, text in begun(SLUG, planned.read(), TODAY, LONGEST_BUTTON).items():
        planned.write(SLUG, language, text)
        article = planned.read().article(SLUG, language)
        assert article
        assert article.title == planned.unwritten[SLUG][language]
        assert (article.section, article.head.checked) == ("appeal", TODAY)
        assert article.check_again > TODAY
    told = [each for each in mistakes_of(planned.read()) if "not finished" in each]
    assert told == [
        f"{language}/articles/{SLUG}.md: is not finished: replace all that begins with {TO_FILL}"
        for language in Language
    ]


def test_a_button_is_asked_for_where_the_title_is_too_long_for_one(planned: Shelf) -> None:
    texts = begun(SLUG, planned.read(), TODAY, LONGEST_BUTTON)
    assert 'button = "✎"' in texts[Language.RUSSIAN]
    assert "button" not in texts[Language.FINNISH]


@pytest.mark.parametrize(("slug", "told"), [("lawyer", "is written"), ("nothing", "not planned")])
def test_only_what_is_planned_and_not_written_is_begun(
    planned: Shelf, slug: str, told: str
) -> None:
    with pytest.raises(ContentError, match=told):
        begun(slug, planned.read(), TODAY, LONGEST_BUTTON)


def test_its_line_alone_goes_from_what_is_unwritten() -> None:
    content = "# Why\n\na = { ru = 1 }\na-b = { ru = 2 }\n"
    assert no_longer_unwritten("a", content) == "# Why\n\na-b = { ru = 2 }\n"
