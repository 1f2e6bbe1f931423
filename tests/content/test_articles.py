"""What a translator writes, and what becomes of it on the phone."""

from datetime import date
from pathlib import Path

import pytest

from bot.content.articles import Article
from bot.content.errors import ContentError
from bot.content.library import library, read_order
from bot.core.languages import Language
from bot.core.sections import Section
from tests.content.shelf import FIELDS, HEAD, TEXT, Shelf

GOOD_HEAD = HEAD.format(**FIELDS)


def article(shelf: Shelf, slug: str = "appeal-how") -> Article:
    found = shelf.read().article(slug, Language.FINNISH)
    assert found
    return found


def test_an_article_is_a_short_answer_and_parts(shelf: Shelf) -> None:
    how = article(shelf)
    assert how.lead == (
        'Do <b>this</b> first <a href="https://office.example/one">[1]</a>, then <i>that</i>'
        " &amp; 1 &lt; 2"
        ' <a href="https://law.example/two?a=1&amp;b=2">[2]</a>.'
    )
    assert [part.title for part in how.parts] == ["What to do"]
    assert how.parts[0].text == "• Write to the lawyer.\n• Wait. ⚠️"
    assert (how.links, how.parts[0].links) == (["lawyer"], ("lawyer",))
    assert (how.section, how.head.checked) == (Section.APPEAL, date(2026, 11, 26))


def test_a_button_has_words_of_its_own_where_the_title_is_long(shelf: Shelf) -> None:
    assert article(shelf).button == "What to do"
    head = GOOD_HEAD.replace('section = "', 'button = "Do"\nsection = "')
    shelf.write("appeal-how", Language.FINNISH, head + TEXT)
    assert (article(shelf).title, article(shelf).button) == ("What to do", "Do")


def test_a_section_offers_first_what_its_order_says(shelf: Shelf) -> None:
    offered = shelf.read().of_section(Section.APPEAL, Language.FINNISH)
    assert [article.slug for article in offered] == ["lawyer", "appeal-how"]
    assert shelf.read().of_section(Section.HELP, Language.FINNISH) == []


@pytest.mark.parametrize("content", ["appeal = [", 'nothing = ["lawyer"]'])
def test_an_order_that_cannot_be_read_names_its_file(tmp_path: Path, content: str) -> None:
    (tmp_path / "sections.toml").write_text(content)
    with pytest.raises(ContentError, match=r"/sections\.toml: "):
        read_order(tmp_path / "sections.toml")


def test_our_sections_begin_with_what_people_need_first() -> None:
    for section, first in ((Section.START, "apply-where"), (Section.INTERVIEW, "interview")):
        for language in Language:
            assert library().of_section(section, language)[0].slug == first


def test_paragraphs_and_lists_keep_their_distance(shelf: Shelf) -> None:
    shelf.put("appeal-how", text="One\nline.\n\nTwo:\n\n1. a\n2. b\n\nThree.")
    assert article(shelf).lead == "One line.\n\nTwo:\n\n1. a\n2. b\n\nThree."


def test_a_source_that_is_never_cited_is_known(shelf: Shelf) -> None:
    shelf.put("appeal-how", text="Only [1].")
    assert article(shelf).uncited == [2]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("# Title\n\nText [1].", "a heading of level 1"),
        ("- a\n  - b [1]", "a list in a list"),
        ("See [them](https://elsewhere.example).", "cite a source by its number"),
        ("![a picture](lawyer)", "image cannot be shown"),
        ("> quoted", "blockquote_open cannot be shown"),
        ("Both [1][2].", "put a space between"),
        ("a `word`", "code_inline cannot be shown"),
        ("<b>bold</b>", "html_inline cannot be shown"),
    ],
)
def test_what_telegram_cannot_show_is_refused(shelf: Shelf, text: str, sentence: str) -> None:
    shelf.put("appeal-how", text=text)
    with pytest.raises(ContentError, match=sentence) as refused:
        shelf.read()
    assert str(refused.value).startswith("ru/articles/appeal-how.md: ")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (TEXT, "must begin with a head"),
        (f"\n{GOOD_HEAD}{TEXT}", "must begin with a head"),
        (GOOD_HEAD.replace('"appeal"', '"appeals"') + TEXT, "section: "),
        (GOOD_HEAD.replace("https://office", "office") + TEXT, "sources.0.url: "),
        (GOOD_HEAD.replace("2026-11-26", "26.11.2026") + TEXT, "Expected"),
        (GOOD_HEAD.replace("volatile", "volatil") + TEXT, "volatil: "),
        (GOOD_HEAD.split("[[sources]]")[0] + "+++\n" + TEXT, "sources: "),
    ],
)
def test_a_wrong_head_is_refused(shelf: Shelf, content: str, sentence: str) -> None:
    shelf.write("appeal-how", Language.RUSSIAN, content)
    with pytest.raises(ContentError, match=sentence):
        shelf.read()
