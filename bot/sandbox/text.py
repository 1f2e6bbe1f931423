"""Message text as Telegram keeps it: cleaned, trimmed, with entities counted in UTF-16 units."""

import re
from typing import Any, NamedTuple

Entity = dict[str, Any]

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024

# Leading and trailing space is cut; characters that show nothing do not make a message [S].
_BLANK = re.compile(r"[\s\u180e\u200b-\u200f\u2028-\u202f\u205f-\u2064\u2800\u3000\ufeff\ufffc]*")
_DROPPED = re.compile("[\r\u2028-\u202e]")
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f]")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")

# A small part of what TDLib finds by itself; phone numbers, hashtags and rare domains are left out.
_MAYBE_AUTOMATIC = re.compile(r"[/@.:]")
_PATH = r"[^\s<>\"]*[^\s<>\".,;:!?)]"
_HOST = r"(?<![\w@.])(?:[a-z0-9-]+\.)+(?:com|org|net|info|fi|ru|eu|me|io)(?!\w)"
_AUTOMATIC = re.compile(
    r"(?P<email>[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+)"
    rf"|(?P<url>https?://{_PATH}|{_HOST}(?:/{_PATH})?)"
    r"|(?<![\w/@])(?P<mention>@[a-zA-Z]\w{3,31})(?!\w)"
    r"|(?<![\w/])(?P<bot_command>/\w{1,64}(?:@\w{4,32})?)(?![\w/])",
    re.ASCII,
)

_RANKS = {
    "blockquote": 0,
    "expandable_blockquote": 0,
    "pre": 10,
    "code": 20,
    "text_link": 49,
    "text_mention": 49,
    "bold": 90,
    "italic": 91,
    "underline": 92,
    "strikethrough": 93,
    "spoiler": 94,
    "custom_emoji": 99,
}


class Formatted(NamedTuple):
    """Text without markup and its entities, in order of place, outer ones first."""

    text: str
    entities: list[Entity]


def order(entity: Entity) -> tuple[int, int, int]:
    """Sort entities by place, longer ones first, and where they are the same by kind [S]."""
    return entity["offset"], -entity["length"], _RANKS.get(entity["type"], 50)


def units(text: str) -> int:
    """Return the length in UTF-16 code units, in which Telegram counts entities."""
    return len(text) if text.isascii() else len(text) + len(_ASTRAL.findall(text))


def is_blank(text: str) -> bool:
    """Tell whether there is nothing to see."""
    return _BLANK.fullmatch(text) is not None


def tidy(formatted: Formatted) -> Formatted:
    """Return what Telegram stores: control characters gone, ends trimmed, entities found [S].

    A right-to-left override and its kin are dropped; other invisible characters stay.
    """
    text, entities = formatted
    if _DROPPED.search(text):
        text, entities = _without_dropped(text, entities)
    text = _CONTROL.sub(" ", text)
    trimmed = text.strip(" \n")
    lead = units(text[: len(text) - len(text.lstrip(" \n"))])
    entities = _within(entities, lead, units(trimmed))
    if _MAYBE_AUTOMATIC.search(trimmed):
        entities += _automatic(trimmed, entities)
    return Formatted(trimmed, sorted(entities, key=order))


def _without_dropped(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Drop characters that Telegram does not keep and move the entities along."""
    gaps = [units(text[: found.start()]) for found in _DROPPED.finditer(text)]

    def moved(offset: int) -> int:
        return offset - sum(1 for gap in gaps if gap < offset)

    shifted = []
    for entity in entities:
        start, end = moved(entity["offset"]), moved(entity["offset"] + entity["length"])
        shifted.append({**entity, "offset": start, "length": end - start})
    return _DROPPED.sub("", text), shifted


def _within(entities: list[Entity], lead: int, size: int) -> list[Entity]:
    """Shift entities left by `lead`, cut them to `size` and leave out the empty ones."""
    kept = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        end = min(entity["offset"] + entity["length"] - lead, size)
        if start < end:
            kept.append({**entity, "offset": start, "length": end - start})
    return kept


def _automatic(text: str, explicit: list[Entity]) -> list[Entity]:
    """Find addresses, mentions and commands outside code and links."""
    closed = [
        (entity["offset"], entity["offset"] + entity["length"])
        for entity in explicit
        if entity["type"] in {"code", "pre", "text_link", "text_mention"}
    ]
    found = []
    for match in _AUTOMATIC.finditer(text):
        start = units(text[: match.start()])
        length = units(match[0])
        if not any(start < end and begin < start + length for begin, end in closed):
            found.append({"type": match.lastgroup, "offset": start, "length": length})
    return found
