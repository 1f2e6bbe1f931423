"""Prints all that anybody can see into one page: `.venv/bin/python -m tests.ui.page FILE`."""

import sys
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import groupby, zip_longest
from pathlib import Path
from typing import Final, NamedTuple

from markupsafe import Markup, escape

from bot.core.languages import Language
from bot.sandbox.html import parse_html
from bot.sandbox.text import Entity
from bot.ui.words import translator
from tests.ui.gallery import Picture, gallery
from tests.ui.rooms import INSIDE, OUTSIDE
from tests.ui.shelves import shelves

STYLE: Final = Path(__file__).with_suffix(".css")
UTF_16: Final = "utf-16-le"
TAGS: Final = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "blockquote": "blockquote",
}


class Seen(StrEnum):
    """Who sees it, in the order of the page."""

    EMIGRES = "Émigrés"
    EVERYBODY = "Everybody"
    TEAM = "Volunteers and coordinators"
    COORDINATORS = "Coordinators"


class Place(NamedTuple):
    """What is shown together: the samples of one function, or the screens of one answer."""

    seen: Seen
    room: str
    name: str

    @property
    def anchor(self) -> str:
        """Return what the index points to; unique."""
        return f"{self.seen.name}.{self.room}.{self.name}".replace(" ", "-")


Pairs = Mapping[Place, Sequence[Sequence[Picture | None]]]
"""For each place what is drawn there, in each language; None where a language has less."""


def pairs() -> Pairs:
    """Return everything that can be drawn."""
    sides = [_by_place(language) for language in Language]
    places = sorted(
        {place: None for side in sides for place in side},
        key=lambda place: list(Seen).index(place.seen),
    )
    return {place: list(zip_longest(*(side.get(place, []) for side in sides))) for place in places}


def _by_place(language: Language) -> Mapping[Place, Sequence[Picture]]:
    tr = translator(language)
    places = defaultdict(list)
    for picture in [*shelves(tr), *gallery(tr)]:
        places[Place(_seen(picture), picture.room, picture.name)].append(picture)
    return places


def _seen(picture: Picture) -> Seen:
    if picture.room.startswith("coordination."):
        return Seen.COORDINATORS
    if OUTSIDE not in picture.seen_at:
        return Seen.TEAM
    return Seen.EVERYBODY if INSIDE in picture.seen_at else Seen.EMIGRES


def page(drawn: Pairs) -> Markup:
    """Return the page: needs no network, no script and no other file."""
    return Markup(
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy"'
        " content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        "<title>All that Majakka shows</title><style>{}</style></head>\n"
        "<body><h1>All that Majakka shows</h1>\n{}\n{}</body></html>\n"
    ).format(_style(), _index(drawn), _halls(drawn))


def _style() -> Markup:
    return Markup(STYLE.read_text(encoding="utf-8"))  # noqa: S704  (our own file)


def _index(places: Iterable[Place]) -> Markup:
    return Markup("<nav>{}</nav>").format(
        _joined(
            Markup("<h3>{}: {}</h3><ul>{}</ul>\n").format(
                seen,
                room,
                _joined(
                    Markup('<li><a href="#{}">{}</a></li>').format(place.anchor, place.name)
                    for place in inside
                ),
            )
            for (seen, room), inside in groupby(places, key=lambda place: place[:2])
        )
    )


def _halls(drawn: Pairs) -> Markup:
    return _joined(
        Markup("<h2>{}: {}</h2>\n{}").format(
            seen, room, _joined(_shown(p, drawn[p]) for p in places)
        )
        for (seen, room), places in groupby(drawn, key=lambda place: place[:2])
    )


def _shown(place: Place, rows: Sequence[Sequence[Picture | None]]) -> Markup:
    return Markup('<section id="{}"><h3>{}</h3>\n{}</section>\n').format(
        place.anchor,
        place.name,
        _joined(
            Markup('<div class="pair">{}</div>\n').format(_joined(map(figure, row, Language)))
            for row in rows
        ),
    )


def figure(picture: Picture | None, language: Language) -> Markup:
    """Return one drawing as a phone shows it; None: say that there is none."""
    if picture is None:
        return Markup("<p>Not in {}.</p>").format(language)
    return Markup(
        '<figure lang="{}"><figcaption>{}</figcaption><div class="text">{}</div>{}</figure>'
    ).format(
        language,
        type(picture.drawn).__name__.lower(),
        as_shown(picture.text),
        _joined(
            Markup('<div class="row">{}</div>').format(_joined(map(_button, row)))
            for row in picture.keyboard
        ),
    )


def _button(key: Mapping[str, str]) -> Markup:
    if "url" in key:
        return Markup('<a href="{}" rel="noreferrer">{}</a>').format(key["url"], key["text"])
    return Markup("<span>{}</span>").format(key["text"])


def as_shown(source: str) -> Markup:
    """Return Telegram's HTML as a browser's, built anew from what Telegram would read there."""
    text, entities = parse_html(source)
    encoded = text.encode(UTF_16)
    return _within(encoded, 0, len(encoded) // 2, deque(entities))


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
    return _joined([*parts, _cut(encoded, begin, end)])


def _cut(encoded: bytes, begin: int, end: int) -> Markup:
    return escape(encoded[2 * begin : 2 * end].decode(UTF_16))


def _tagged(entity: Entity, inside: Markup) -> Markup:
    if entity["type"] == "text_link":
        return Markup('<a href="{}" rel="noreferrer">{}</a>').format(entity["url"], inside)
    return Markup("<{0}>{1}</{0}>").format(TAGS[entity["type"]], inside)


def _joined(parts: Iterable[Markup]) -> Markup:
    return Markup().join(parts)


def main(target: Path) -> None:
    """Write the page."""
    target.write_text(page(pairs()), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
