"""Long texts, split where a reader would pause."""

from typing import Final

PAUSES: Final = ("\n\n", "\n", ". ", " ")
"""Where to split, best first: between paragraphs, lines, sentences, words."""


def split(text: str, longest: int) -> list[str]:
    """Return plain `text` in parts of at most `longest` characters; nothing but space is lost."""
    parts = []
    text = text.strip()  # so that no part is blank
    while len(text) > longest:
        end = _last_pause(text, longest)
        parts.append(text[:end].rstrip())
        text = text[end:].lstrip()
    return [*parts, text]


def _last_pause(text: str, longest: int) -> int:
    """Return where to cut: after the best pause in the second half, else at the limit."""
    for pause in PAUSES:
        found = text.rfind(pause, longest // 2, longest)
        if found != -1:
            return found + len(pause)
    return longest
