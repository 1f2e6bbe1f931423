"""Letters that are typed in place of others."""

import pytest

from bot.content.search.letters import pieces_of, plain, readings
from bot.core.languages import Language

RU, FI = Language.RUSSIAN, Language.FINNISH


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ubezhische", "убежище"),
        ("Zhaloba", "жалоба"),
        ("e,t;bot", "убежище"),
        ("j,;fkjdfybt", "обжалование"),
        ("Ёлка", "елка"),
    ],
)
def test_russian_is_read_as_it_was_meant(typed: str, meant: str) -> None:
    assert meant in readings(typed, RU)


def test_finnish_words_among_russian_ones_stay_as_they_are_too() -> None:
    assert readings("мой oleskelulupa", RU)[0] == "мой oleskelulupa"


@pytest.mark.parametrize("typed", ["päätös", "PÄÄTÖS", "paatos", "p''t;s"])
def test_finnish_needs_no_dots(typed: str) -> None:
    assert plain(typed, FI) == "paatos"
    assert readings(typed, FI) == ["paatos"]


def test_a_word_is_cut_into_pieces() -> None:
    assert list(pieces_of("kela")) == ["_ke", "kel", "ela", "la_", "_kel", "kela", "ela_"]
