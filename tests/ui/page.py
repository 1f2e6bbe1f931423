"""Prints all that anybody can see into one page: `.venv/bin/python -m tests.ui.page FILE`."""

import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from enum import StrEnum
from itertools import groupby, zip_longest
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from bot.core.languages import Language
from bot.preview import drawing
from bot.preview.drawing import joined
from bot.ui.words import translator
from tests.ui.gallery import Picture, gallery
from tests.ui.rooms import INSIDE, OUTSIDE
from tests.ui.shelves import shelves


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
    halls = [(hall, list(places)) for hall, places in groupby(drawn, key=lambda place: place[:2])]
    index = joined(
        drawing.index_of(f"{seen}: {room}", [(place.anchor, place.name) for place in places])
        for (seen, room), places in halls
    )
    body = joined(
        Markup("<h2>{}: {}</h2>\n{}").format(
            seen, room, joined(_shown(place, drawn[place]) for place in places)
        )
        for (seen, room), places in halls
    )
    return drawing.page("All that Majakka shows", index, body)


def _shown(place: Place, rows: Sequence[Sequence[Picture | None]]) -> Markup:
    figures = ([figure(*each) for each in zip(row, Language, strict=True)] for row in rows)
    return drawing.place(place.anchor, place.name, figures)


def figure(picture: Picture | None, language: Language) -> Markup:
    """Return one drawing as a phone shows it; None: say that there is none."""
    if picture is None:
        return drawing.missing(language)
    kind = type(picture.drawn).__name__.lower()
    return drawing.figure(kind, picture.text, picture.keyboard, language)


def main(target: Path) -> None:
    """Write the page."""
    target.write_text(page(pairs()), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
