"""The commands that the bots know. Anything else that begins with a slash is plain text.

A single word that looks like a command and is none goes into no question (`unknown_command`).
"""

import re
from typing import Final

ERRANDS: Final = frozenset({"urgent", "now", "answers", "words", "ask", "privacy"})
"""What somebody may come for, even with their first message."""

COMMANDS: Final = ERRANDS | {
    *("start", "help", "menu", "settings", "language"),
    *("waiting", "invite", "block", "hide"),
}

ARTICLE: Final = "a_"
"""Stands before the slug in a link to an answer: t.me/<bot>?start=a_<slug>."""

_LINK: Final = re.compile(rf"/start {ARTICLE}(?P<slug>[a-z0-9-]{{1,62}})")
_LOOKS_LIKE_ONE: Final = re.compile(r"(?P<command>/(?P<name>[A-Za-z0-9_]{1,32}))(@\w+)?\s*")
_COMMAND: Final = re.compile(r"/(?P<name>\w+)(@\w+)?(\s|$)")


def is_command(text: str | None) -> bool:
    """Say whether a text is one of our commands, with whatever follows it."""
    return _name_in(text) in COMMANDS


def unknown_command(text: str | None) -> str | None:
    """Return what looks like a command and is none of ours, if a text is that and no more."""
    found = _LOOKS_LIKE_ONE.fullmatch(text or "")
    return found["command"] if found and found["name"].lower() not in COMMANDS else None


def article_in(text: str | None) -> str | None:
    """Return the slug that a link to an answer carries, as Telegram hands it over."""
    found = _LINK.fullmatch(text or "")
    return found["slug"] if found else None


def is_errand(text: str | None) -> bool:
    """Say whether a text asks for something of ours: by a command, or by a link to an answer."""
    return _name_in(text) in ERRANDS or article_in(text) is not None


def _name_in(text: str | None) -> str | None:
    found = _COMMAND.match(text or "")
    return found["name"].lower() if found else None
