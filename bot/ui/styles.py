"""Formatting, from what Telegram tells of a message to what is sent of it."""

from collections.abc import Mapping, Sequence
from typing import Any

from aiogram.types import Message, MessageEntity
from aiogram.utils.text_decorations import html_decoration
from markupsafe import Markup, escape

from bot.core.styles import PASSES, Style, Styled
from bot.ui.split import spans


def words_in(message: Message) -> Styled:
    """Return the words that stand in a message, with what passes of their formatting."""
    styles = [(each.type, each.offset, each.length) for each in message.entities or ()]
    return Styled(message.text or "", tuple(each for each in styles if each[0] in PASSES))


def quoting(words: Styled, quoted: str) -> Styled:
    """Return words beneath those of somebody else that they answer."""
    length = units(quoted)
    moved = ((kind, offset + length + 1, of) for kind, offset, of in words.styles)
    return Styled(f"{quoted}\n{words.text}", (("blockquote", 0, length), *moved))


def in_parts(words: Styled, longest: int) -> list[Markup]:
    """Return words as Telegram's HTML, in parts of at most so many characters that are seen."""
    return [_as_html(words, span) for span in spans(words.text, longest)]


def make_room(entities: Sequence[Mapping[str, Any]], at: int, more: int) -> list[dict[str, Any]]:
    """Return a message's entities as they stand once `more` units of text were put in at `at`."""
    moved = []
    for each in entities:
        offset, length = each["offset"], each["length"]
        if offset >= at:
            offset += more
        elif offset + length > at:
            length += more
        moved.append({**each, "offset": offset, "length": length})
    return moved


def units(text: str) -> int:
    """Return how long a text is as Telegram counts: in UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def _as_html(words: Styled, span: slice) -> Markup:
    part = words.text[span]
    if not words.styles:  # as nearly always
        return escape(part)
    begins = units(words.text[: span.start])
    entities = [_entity(style, begins, begins + units(part)) for style in words.styles]
    return Markup(html_decoration.unparse(part, [each for each in entities if each]))  # noqa: S704


def _entity(style: Style, begins: int, ends: int) -> MessageEntity | None:
    """Return what of a style stands in a part of the text; None: nothing."""
    kind, offset, length = style
    first, last = max(offset, begins), min(offset + length, ends)
    if first >= last:
        return None
    return MessageEntity(type=kind, offset=first - begins, length=last - first)
