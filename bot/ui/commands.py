"""The commands that the bots know. Anything else that begins with a slash is plain text."""

import re
from typing import Final

ERRANDS: Final = frozenset({"urgent", "now", "answers", "words", "ask", "privacy"})
"""What somebody may come for, even with their first message."""

COMMANDS: Final = ERRANDS | {
    *("start", "help", "menu", "settings", "language"),
    *("waiting", "invite", "block"),
}

_COMMAND: Final = re.compile(r"/(?P<name>\w+)(@\w+)?(\s|$)")


def is_command(text: str | None) -> bool:
    """Say whether a text is one of our commands, with whatever follows it."""
    return _name_in(text) in COMMANDS


def is_errand(text: str | None) -> bool:
    """Say whether a text is a command that asks for something of ours."""
    return _name_in(text) in ERRANDS


def _name_in(text: str | None) -> str | None:
    found = _COMMAND.match(text or "")
    return found["name"].lower() if found else None
