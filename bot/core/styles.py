"""What somebody wrote: its text, and the formatting that goes with it from one to another."""

from dataclasses import dataclass
from typing import Final

Style = tuple[str, int, int]
"""A kind, as Telegram calls it, where it begins and how long it is, in UTF-16 units."""
PASSES: Final = frozenset(
    {
        *("bold", "italic", "underline", "strikethrough", "spoiler"),
        *("code", "pre", "blockquote", "expandable_blockquote"),
    }
)
"""All else would lead away, or name somebody: mentions, links, custom emoji (SECURITY ID-3)."""


@dataclass(frozen=True, slots=True)
class Styled:
    """Words of somebody, with their formatting."""

    text: str
    styles: tuple[Style, ...] = ()
