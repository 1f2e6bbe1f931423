"""The committed pictures of the public figures: as data, words and drawing are today."""

import struct
from dataclasses import replace
from pathlib import Path

import pytest

from bot.core.languages import Language
from deploy import figures
from deploy.draw_figures import WIDTH, draw

LARGEST = 80_000
each_language = pytest.mark.parametrize("language", list(Language))


@each_language
def test_it_was_drawn_from_what_there_is_now(language: Language) -> None:
    drawn = figures.drawn_from(figures.path(language).read_bytes())
    assert drawn == figures.digest(figures.wanted(language)), "python3 deploy/dev.py figures"


@each_language
def test_it_is_light_and_made_for_a_phone(language: Language) -> None:
    content = figures.path(language).read_bytes()
    width, height = struct.unpack_from(">II", content, 16)
    assert width == WIDTH
    assert width < height < 2 * width
    assert len(content) < LARGEST


def test_another_number_another_word_or_another_drawing_makes_it_old(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    now = figures.wanted(Language.RUSSIAN)
    part = now.parts[0]
    other = replace(part, bars=[replace(part.bars[0], length=1), *part.bars[1:]])
    digests = {
        figures.digest(now),
        figures.digest(replace(now, title="Another")),
        figures.digest(replace(now, parts=[other, *now.parts[1:]])),
    }
    code = tmp_path / "drawing.py"
    code.write_text("# another", encoding="utf-8")
    monkeypatch.setattr(figures, "_DRAWING", code)
    assert len(digests | {figures.digest(now)}) == 4


def test_a_picture_that_remembers_nothing_is_told_apart(tmp_path: Path) -> None:
    file = tmp_path / "picture.png"
    draw(figures.wanted(Language.FINNISH), file, {"Comment": "x"})
    assert figures.drawn_from(file.read_bytes()) is None


def test_the_drawing_remembers_what_it_was_drawn_from_and_no_more(tmp_path: Path) -> None:
    """Nobody's phone shall show that they use the bot: no name, no program, no day."""
    file = tmp_path / "picture.png"
    draw(figures.wanted(Language.FINNISH), file, {figures.KEYWORD: "a hash"})
    assert figures.drawn_from(file.read_bytes()) == "a hash"
    assert file.read_bytes().count(b"tEXt") == 1
    assert b"ajakka" not in file.read_bytes()
