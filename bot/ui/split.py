"""Long texts, split where a reader would pause."""

from typing import Final

PAUSES: Final = ("\n\n", "\n", ". ", " ")
"""Where to split, best first: between paragraphs, lines, sentences, words."""


def split(text: str, longest: int) -> list[str]:
    """Return plain `text` in parts of at most `longest` characters; nothing but space is lost."""
    return [text[span] for span in spans(text, longest)]


def spans(text: str, longest: int) -> list[slice]:
    """Return where these parts stand in the text."""
    found = []
    begins, ends = _without_space(text, 0, len(text))  # so that no part is blank
    while ends - begins > longest:
        pause = _last_pause(text, begins, longest)
        found.append(slice(*_without_space(text, begins, pause)))
        begins, _ = _without_space(text, pause, ends)
    return [*found, slice(begins, ends)]


def _without_space(text: str, begins: int, ends: int) -> tuple[int, int]:
    """Return where a part of a text begins and ends without the space around it."""
    part = text[begins:ends]
    left = len(part) - len(part.lstrip())
    return begins + left, begins + len(part.rstrip()) if part.strip() else begins + left


def _last_pause(text: str, begins: int, longest: int) -> int:
    """Return where to cut: after the best pause in the second half, else at the limit."""
    for pause in PAUSES:
        found = text.rfind(pause, begins + longest // 2, begins + longest)
        if found != -1:
            return found + len(pause)
    return begins + longest
