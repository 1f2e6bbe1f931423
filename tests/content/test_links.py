"""A source's address leads to a page, and tells nobody who came."""

import pytest

from bot.content.links import mistakes_of_links
from bot.core.languages import Language
from tests.content.shelf import Shelf

OURS = "https://office.example/one"


def with_url(shelf: Shelf, url: str) -> list[str]:
    """Give the article another first source; return what is said about it."""
    shelf.put("lawyer")
    good = (shelf.locales / "ru/articles/lawyer.md").read_text(encoding="utf-8")
    shelf.write("lawyer", Language.RUSSIAN, good.replace(OURS, url))
    return list(mistakes_of_links(shelf.read()))


@pytest.mark.parametrize(
    "url",
    [
        "https://migri.fi/en/-/page?languageId=en_US",
        "https://eur-lex.europa.eu/legal-content/FI/TXT/?uri=OJ%3AL_202401348",
        "https://example.fi/a,b(c)_~d#part",
    ],
)
def test_good_ones(shelf: Shelf, url: str) -> None:
    assert with_url(shelf, url) == []


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("https://user@migri.fi/", "names a user before its host"),
        ("https://migri.fi/a page", "has a space or another sign that an address cannot hold"),
        ("https://migri.fi/päätös", "has a space or another sign that an address cannot hold"),
        ("https://migri/page", "has no host that all can reach"),
        ("https://127.0.0.1/page", "has no host that all can reach"),
        ("https://migri..fi/page", "has no host that all can reach"),
        (
            "https://yle.fi/a/1?origin=rss",
            "tells the site whence its reader comes: leave out origin",
        ),
        ("https://a.fi/?id=1&utm_id=2", "tells the site whence its reader comes: leave out utm_id"),
        ("https://a.fi/?fbclid=", "tells the site whence its reader comes: leave out fbclid"),
    ],
)
def test_what_must_be_mended_is_said(shelf: Shelf, url: str, sentence: str) -> None:
    assert with_url(shelf, url) == [f"ru/articles/lawyer.md: source 1: {url}: {sentence}"]


def test_one_page_is_one_source(shelf: Shelf) -> None:
    (found,) = with_url(shelf, "https://law.example/two?a=1&b=2#part")
    assert found.endswith("https://law.example/two?a=1&b=2 is a source 2 times: one is enough")
