"""What the words of a question sound like: danger, or somebody young. It asks, never decides."""

from collections.abc import Sequence
from typing import Final

from bot.content.search.alarm import not_calm
from bot.core.asking import sounds_young
from bot.core.languages import Language

WEIGHED: Final = 4000
"""Characters at the beginning, and again at the end, of what is listened to: it takes time."""


def sounds_like_danger(texts: Sequence[str], language: Language) -> bool:
    """Say whether somebody may be in danger now."""
    return any(not_calm(part, language) for part in _parts(texts))


def sounds_like_a_minor(texts: Sequence[str]) -> bool:
    """Say whether somebody seems to be under 18."""
    return any(map(sounds_young, _parts(texts)))


def _parts(texts: Sequence[str]) -> list[str]:
    written = "\n\n".join(texts)
    if len(written) <= WEIGHED:
        return [written]
    return [written[:WEIGHED], written[WEIGHED:][-WEIGHED:]]
