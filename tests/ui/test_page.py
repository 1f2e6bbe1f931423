"""The page with all that anybody can see: whole, safe, and needing nothing but itself."""

import subprocess
import sys
from collections import Counter
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bot.core.languages import Language
from bot.preview.drawing import as_shown
from bot.sandbox.html import parse_html
from bot.ui.screen import LONGEST_TEXT
from bot.ui.words import translator
from tests.ui.gallery import Picture, hung
from tests.ui.page import figure
from tests.ui.samples import LONG, WORDS
from tests.ui.shelves import shelves

ROOT = Path(__file__).parents[2]
VOID = {"meta"}
LOADING = {"script", "link", "img", "iframe", "object", "embed", "base", "form"}


@cache
def pictures() -> list[Picture]:
    return [
        picture
        for language in Language
        for picture in (*hung(language), *shelves(translator(language)))
    ]


class Reader(HTMLParser):
    """Reads a page strictly: whatever opens is closed, in order."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        """Tags, each with its class."""
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.ids: Counter[str] = Counter()
        self.hrefs: set[str] = set()
        self.texts: list[str] = []
        self.labels: list[str] = []
        self.feed(source)
        self.close()
        assert self.open == []

    @property
    def classes(self) -> list[str]:
        return [kind for _, kind in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.attributes |= given.keys()
        self.ids.update(given[name] for name in given if name == "id")
        self.hrefs.update(given[name] for name in given if name == "href")
        if self.classes[-1:] == ["row"]:
            self.labels.append("")
        if tag not in VOID:
            self.open.append((tag, given.get("class", "")))
        if given.get("class") == "text":
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if "text" in self.classes:
            self.texts[-1] += data
        elif "row" in self.classes:
            self.labels[-1] += data


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the page as the command writes it."""
    file = tmp_path_factory.mktemp("page") / "page.html"
    subprocess.run([sys.executable, "-m", "tests.ui.page", file], cwd=ROOT, check=True)
    return file.read_text(encoding="utf-8")


def test_it_holds_every_text_and_every_button(written: str) -> None:
    """To the letter: also what looks like tags."""
    reader = Reader(written)
    assert Counter(reader.texts) == Counter(plain(picture) for picture in pictures())
    assert Counter(reader.labels) == Counter(
        label for picture in pictures() for label in picture.labels
    )
    assert any(WORDS in text for text in reader.texts)
    assert any(LONG[:100] in text for text in reader.texts)


def test_it_needs_nothing_but_itself(written: str) -> None:
    reader = Reader(written)
    assert reader.tags & LOADING == set()
    assert [name for name in reader.attributes if name == "src" or name.startswith("on")] == []
    assert "url(" not in written
    assert "@import" not in written


def test_its_index_leads_to_every_place(written: str) -> None:
    reader = Reader(written)
    within = {href.removeprefix("#") for href in reader.hrefs if href.startswith("#")}
    assert reader.ids == Counter(within)
    assert len(within) > 100
    assert {href.partition(":")[0] for href in reader.hrefs if not href.startswith("#")} <= {
        "https",
        "tg",
    }


def test_telegram_takes_every_text() -> None:
    assert [each.name for each in pictures() if not 0 < len(plain(each)) <= LONGEST_TEXT] == []


def test_tags_stand_where_telegram_would_read_them() -> None:
    assert as_shown("🏠 <b>a <i>🏠</i> &amp;</b> &lt;b&gt; c") == (
        "🏠 <b>a <i>🏠</i> &amp;</b> &lt;b&gt; c"
    )


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ('<a href="javascript:alert(1)">a</a>', "a"),
        (
            "<a href='https://office.example/?a=\"&b'>a</a>",
            '<a href="https://office.example/?a=&#34;&amp;b" rel="noreferrer">a</a>',
        ),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ],
)
def test_nothing_escapes_from_a_text(source: str, shown: str) -> None:
    assert as_shown(source) == shown


def test_what_a_language_lacks_is_said() -> None:
    assert figure(None, Language.FINNISH) == "<p>Not in fi.</p>"


def plain(picture: Picture) -> str:
    text, _ = parse_html(picture.text)
    return text
