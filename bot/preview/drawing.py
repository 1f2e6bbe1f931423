"""Draws screens as a phone shows them, Russian beside Finnish, into one HTML page."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from markupsafe import Markup, escape

from bot.core.languages import Language
from bot.sandbox.html import parse_html
from bot.sandbox.text import Entity

STYLE: Final = Path(__file__).with_suffix(".css")
UTF_16: Final = "utf-16-le"
TAGS: Final = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}

Key = Mapping[str, str]
"""A button as the Bot API takes it."""


def page(title: str, index: Markup, body: Markup) -> Markup:
    """Return a page: it needs no network, no script and no other file."""
    style = Markup(STYLE.read_text(encoding="utf-8"))  # noqa: S704  (our own file)
    return Markup(
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy"'
        " content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        '<meta name="viewport" content="width=device-width">'
        "<title>{}</title><style>{}</style></head>\n"
        "<body><h1>{}</h1>\n<nav>{}</nav>\n{}</body></html>\n"
    ).format(title, style, title, index, body)


def index_of(title: str, places: Iterable[tuple[str, str]]) -> Markup:
    """Return a part of the index. `places`: for each its anchor and its name."""
    return Markup("<h3>{}</h3><ul>{}</ul>\n").format(
        title,
        joined(Markup('<li><a href="#{}">{}</a></li>').format(*place) for place in places),
    )


def place(anchor: str, name: str, rows: Iterable[Sequence[Markup]]) -> Markup:
    """Return what is shown together: in each row a figure for each language."""
    pairs = (Markup('<div class="pair">{}</div>\n').format(joined(row)) for row in rows)
    return Markup('<section id="{}"><h3>{}</h3>\n{}</section>\n').format(
        anchor, name, joined(pairs)
    )


def missing(language: Language) -> Markup:
    """Return what stands in the place of a screen that a language lacks."""
    return Markup("<p>Not in {}.</p>").format(language)


def figure(
    caption: str, text: str, keyboard: Iterable[Iterable[Key]], language: Language
) -> Markup:
    """Return one screen as a phone shows it. `text`: Telegram's HTML."""
    rows = (
        Markup('<div class="row">{}</div>').format(joined(map(_button, row))) for row in keyboard
    )
    return Markup(
        '<figure lang="{}"><figcaption>{}</figcaption><div class="text">{}</div>{}</figure>'
    ).format(language, caption, as_shown(text), joined(rows))


def as_shown(source: str) -> Markup:
    """Return Telegram's HTML as a browser's, built anew from what Telegram would read there."""
    text, entities = parse_html(source)
    encoded = text.encode(UTF_16)
    return _within(encoded, 0, len(encoded) // 2, deque(entities))


def joined(parts: Iterable[Markup]) -> Markup:
    """Return the parts, one after the other."""
    return Markup().join(parts)


def _button(key: Key) -> Markup:
    if "url" in key:
        return Markup('<a href="{}" rel="noreferrer">{}</a>').format(key["url"], key["text"])
    return Markup("<span>{}</span>").format(key["text"])


def _within(encoded: bytes, begin: int, end: int, ahead: deque[Entity]) -> Markup:
    """Return a stretch of text, in UTF-16 units, with those of the entities that begin in it."""
    parts = []
    while ahead and ahead[0]["offset"] < end:
        entity = ahead.popleft()
        first, last = entity["offset"], entity["offset"] + entity["length"]
        parts += [
            _cut(encoded, begin, first),
            _tagged(entity, _within(encoded, first, last, ahead)),
        ]
        begin = last
    return joined([*parts, _cut(encoded, begin, end)])


def _cut(encoded: bytes, begin: int, end: int) -> Markup:
    return escape(encoded[2 * begin : 2 * end].decode(UTF_16))


def _tagged(entity: Entity, inside: Markup) -> Markup:
    if entity["type"] == "text_link":
        return Markup('<a href="{}" rel="noreferrer">{}</a>').format(entity["url"], inside)
    return Markup("<{0}>{1}</{0}>").format(TAGS[entity["type"]], inside)
