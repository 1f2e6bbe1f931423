"""Formatting goes with the words that it is of, wherever these are cut."""

import re
from collections.abc import Iterable
from random import Random
from typing import Any

import pytest

from bot.core.styles import PASSES, Styled
from bot.sandbox.html import parse_html
from bot.ui.split import split
from bot.ui.styles import in_parts, make_room, quoting, units

TEXT = "😀 Важно <b> & так. " * 9


def nested(text: str, seed: int) -> tuple[tuple[str, int, int], ...]:
    """Return styles of a text, each within the one before, as Telegram has them."""
    chance, begins, ends, found = Random(seed), 0, len(text), []  # noqa: S311
    for kind in sorted(PASSES - {"code", "pre", "expandable_blockquote"}):
        begins, ends = sorted(chance.sample(range(begins, ends + 1), 2))
        found.append((kind, units(text[:begins]), units(text[begins:ends])))
    return tuple(style for style in found if style[2])


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("longest", [7, 50, 1000])
def test_what_is_read_is_what_was_written_in_its_formatting(seed: int, longest: int) -> None:
    styles = nested(TEXT, seed)
    parts = in_parts(Styled(TEXT, styles), longest)
    read = [parse_html(part) for part in parts]
    assert [text for text, _ in read] == split(TEXT, longest)
    assert squeezed_styles(read) == squeezed_styles([(TEXT, entities(styles))])


def entities(styles: tuple[tuple[str, int, int], ...]) -> list[dict[str, Any]]:
    return [{"type": kind, "offset": offset, "length": length} for kind, offset, length in styles]


def squeezed_styles(read: Iterable[tuple[str, list[dict[str, Any]]]]) -> dict[str, str]:
    """Return all that stands in each style, without space: parts are cut at it."""
    found: dict[str, str] = {}
    for text, marks in read:
        encoded = text.encode("utf-16-le")
        for mark in marks:
            offset, length = mark["offset"], mark["length"]
            words = encoded[2 * offset : 2 * (offset + length)].decode("utf-16-le")
            kind = mark["type"]
            found[kind] = found.get(kind, "") + re.sub(r"\s", "", words)
    return {kind: words for kind, words in found.items() if words}


def test_a_quote_stands_above_what_answers_it() -> None:
    words = quoting(Styled("да", (("bold", 0, 2),)), "😀 так?")
    assert words == Styled("😀 так?\nда", (("blockquote", 0, 7), ("bold", 8, 2)))


def test_what_stands_behind_a_link_moves_and_what_stands_around_it_grows() -> None:
    marks = entities((("bold", 0, 4), ("italic", 0, 10), ("code", 6, 2)))
    moved = make_room(marks, 4, 3)
    assert moved == entities((("bold", 0, 4), ("italic", 0, 13), ("code", 9, 2)))
