"""Nothing that people read stands outside the catalogues: drawn in the pseudo-language."""

from itertools import product

import pytest
from markupsafe import Markup

from bot.core.languages import Language
from bot.core.requests import Why
from bot.sandbox.html import parse_html
from bot.ui.buttons import GoHome
from bot.ui.refusals import refusal
from bot.ui.screen import Button, Receipt, Screen
from bot.ui.words import Translator, translator
from tests.ui.gallery import Picture, gallery
from tests.ui.pseudo import marked, untranslatable
from tests.ui.rooms import Drawn
from tests.ui.samples import CODE, URL, WORDS


def bare(picture: Picture) -> list[str]:
    """Return the text and the labels that hold words outside the marks.

    What days and months are called is Babel's, not ours; what our answers are called is content.
    """
    text, _ = parse_html(picture.text)
    is_ours = picture.name not in {"month_screen", "add_hours_screen"}
    labels = picture.labels if is_ours and picture.room != "desk.ours_screens" else ()
    parts = (text, *labels)
    return [found for part in parts if (found := untranslatable(part, CODE, WORDS, URL))]


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("language", list(Language))
def test_every_screen_and_letter_can_be_translated(language: Language) -> None:
    pictures = list(gallery(translator(language)))
    assert len(pictures) > 40
    found = {picture.name: words for picture in pictures if (words := bare(picture))}
    assert found == {}


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize(("why", "language"), list(product(Why, Language)))
def test_every_no_can_be_translated(why: Why, language: Language) -> None:
    assert untranslatable(refusal(why, translator(language))) == ""


def hard_coded(tr: Translator) -> list[Drawn]:
    """Draw what must not be: words that no translator sees."""
    said = tr("How can we help?")
    return [
        Screen(Markup("How can we help?")),
        Screen(said + Markup(" Write to us.")),
        Screen(Markup("<b>Q</b> ") + said),
        Screen(said, [[Button("Home", GoHome())]]),
        Receipt(said, [[Button(tr("Home") + "!!! a", GoHome())]]),
        Screen(tr("This is no message of the template.")),
        Screen(tr.plural("{n} nail", "{n} nails", 2)),
    ]


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("number", range(7))
def test_words_in_the_code_are_found(number: int) -> None:
    planted = hard_coded(translator(Language.FINNISH))
    assert len(planted) == 7
    picture = Picture("tests", "planted", frozenset(), is_home=True, drawn=planted[number])
    assert bare(picture) != []


def test_marks_within_marks_are_one_text() -> None:
    assert untranslatable(marked(f"Sent to {marked('Oak')}.")) == ""
    assert untranslatable(f"K7 · {marked('Oak')} 12", "K7") == ""
    assert untranslatable(f"Sent to {marked('Oak')}.") == "Sent to ."
