"""The commands that the bots know. Anything else that begins with a slash is plain text."""

import re
from typing import Final

COMMANDS: Final = frozenset(
    {
        *("start", "help", "menu", "settings", "language"),
        *("urgent", "now", "answers", "ask", "privacy"),
        *("waiting", "invite"),
    }
)

_COMMAND: Final = re.compile(r"/(?P<name>\w+)(@\w+)?(\s|$)")


def is_command(text: str | None) -> bool:
    """Say whether a text is one of our commands, with whatever follows it."""
    found = _COMMAND.match(text or "")
    return found is not None and found["name"].lower() in COMMANDS
