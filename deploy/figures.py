"""The pictures of the public figures: drawn when content is built, committed, only sent later.

`python -m deploy.figures` draws them anew. Each file remembers in a text chunk what it was drawn
from, so that a test without matplotlib sees one that is old.
"""

import hashlib
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import orjson

from bot.content.figures import ARTICLE, figures
from bot.core.languages import Language
from bot.emigre.figures.picture import Picture, picture
from bot.files import picture as file_of
from bot.ui.words import translator

_DRAWING: Final = Path(__file__).with_name("draw_figures.py")
KEYWORD: Final = "Drawn from"
"""Of the text chunk."""
_SIGNATURE: Final = 8
"""Bytes before the first chunk of a PNG."""


def wanted(language: Language) -> Picture:
    """Return what the picture is to say as data and words are now."""
    return picture(figures(), translator(language))


def digest(what: Picture) -> str:
    """Return one hash over what a picture says and the code that draws it."""
    said = orjson.dumps(what, option=orjson.OPT_NON_STR_KEYS)
    return hashlib.sha256(said + _DRAWING.read_bytes()).hexdigest()


def drawn_from(content: bytes) -> str | None:
    """Return the hash that a picture carries; None if it carries none."""
    for kind, data in _chunks(content):
        keyword, _, text = data.partition(b"\0")
        if kind == b"tEXt" and keyword == KEYWORD.encode():
            return text.decode()
    return None


def path(language: Language) -> Path:
    """Return where the picture of a language lies."""
    return file_of(f"{language}/{ARTICLE}")


def main() -> None:
    """Draw the picture of each language."""
    from deploy.draw_figures import draw  # noqa: PLC0415 - matplotlib takes a second

    for language in Language:
        what = wanted(language)
        draw(what, path(language), {KEYWORD: digest(what)})
        print(f"{path(language).name} ({language}): {path(language).stat().st_size} bytes")


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the kind and the data of each chunk of a PNG."""
    at = _SIGNATURE
    while at < len(content):
        (length,) = struct.unpack_from(">I", content, at)
        yield content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        at += 12 + length


if __name__ == "__main__":
    main()
