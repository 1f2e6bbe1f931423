"""The reader of Telegram's HTML, by itself: places are UTF-16 units, offsets bytes."""

import html
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.sandbox.html import parse_html
from bot.sandbox.refusals import Refusal
from bot.sandbox.text import Formatted, is_blank, tidy, units


@given(st.text())
@example("&#x26;amp; <b> &nbsp R&D")
def test_escaped_text_comes_back(text: str) -> None:
    parsed = parse_html(html.escape(text, quote=False))
    assert parsed == Formatted(text, [])


@given(st.text(), st.text(min_size=1), st.text())
def test_entities_stand_where_the_words_stand(before: str, inside: str, after: str) -> None:
    parts = [html.escape(part, quote=False) for part in (before, inside, after)]
    text, (entity,) = parse_html("{}<b>{}</b>{}".format(*parts))
    assert text == before + inside + after
    encoded = text.encode("utf-16-le")
    place = slice(2 * entity["offset"], 2 * (entity["offset"] + entity["length"]))
    assert encoded[place].decode("utf-16-le") == inside


@given(st.text(alphabet="<>/&=\"' abiuspecodtg-time;#x1я🏠", max_size=40))
def test_whatever_is_written_is_read_or_refused(text: str) -> None:
    refused = ""
    try:
        parsed = parse_html(text)
    except Refusal as refusal:
        refused, parsed = refusal.description, Formatted("", [])
    assert not refused or refused.startswith("Bad Request: can't parse entities: ")
    for entity in tidy(parsed).entities:
        assert 0 <= entity["offset"] < entity["offset"] + entity["length"] <= units(parsed.text)


@given(st.text())
def test_tidy_text_stays_tidy(text: str) -> None:
    once = tidy(Formatted(text, []))
    assert tidy(Formatted(once.text, [])) == once
    assert is_blank(once.text) or once.text == once.text.strip(" \n")


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("R&D &nbsp; &lt;&#1071;&#x42f&amp;lt;", "R&D &nbsp; <ЯЯ&lt;", []),
        ("&#12345678; &#0; &amplitude", "&#12345678; &#0; &amplitude", []),
        ("<b></b>x<i> </i>", "x ", [("italic", 1, 1)]),
        ("<STRONG foo=1 bar>x</Strong >", "x", [("bold", 0, 1)]),
        ("🏠<b>a<i>b</></>", "🏠ab", [("bold", 2, 2), ("italic", 3, 1)]),
        ("<i><b>x</b></i>", "x", [("bold", 0, 1), ("italic", 0, 1)]),
        ("<u>a</u><s>b</s><ins>c</ins><del>d</del>", "abcd", None),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ("<span class='tg-spoiler'>x</span>", "x", [("spoiler", 0, 1)]),
        ("<tg-time unix='0' format='wD'>x</tg-time>", "x", []),
        ("<a href='nowhere'>x</a>", "x", []),
        ("<pre><code>x</code></pre>", "x", [("pre", 0, 1), ("code", 0, 1)]),
    ],
)
def test_readings(source: str, text: str, entities: list[tuple[str, int, int]] | None) -> None:
    """[S]"""
    parsed = parse_html(source)
    assert parsed.text == text
    if entities is not None:
        found = [(entity["type"], entity["offset"], entity["length"]) for entity in parsed.entities]
        assert found == entities


@pytest.mark.parametrize(
    ("source", "fields"),
    [
        ("<a href='migri.fi'>x</a>", {"type": "text_link", "url": "http://migri.fi/"}),
        (
            "<a>https://migri.fi/a?b#c</a>",
            {"type": "text_link", "url": "https://migri.fi/a?b#c"},
        ),
        ('<a href="https://a.fi/?x=1&amp;y">x</a>', {"url": "https://a.fi/?x=1&y"}),
        ("<a href='tg://user?id=5'>x</a>", {"type": "text_mention", "user": {"id": 5}}),
        ("<pre><code class='language-py'>x</code></pre>", {"type": "pre", "language": "py"}),
        ("<code class='language-py'><pre>x</pre></code>", {"type": "pre", "language": "py"}),
        ("<tg-emoji emoji-id='55'>x</tg-emoji>", {"custom_emoji_id": "55"}),
        (
            "<tg-time unix='1796385600' format='wD'>x</tg-time>",
            {"type": "date_time", "unix_time": 1796385600, "date_time_format": "wD"},
        ),
    ],
)
def test_details(source: str, fields: dict[str, Any]) -> None:
    """[S]"""
    (entity,) = parse_html(source).entities
    assert entity.items() >= fields.items()
