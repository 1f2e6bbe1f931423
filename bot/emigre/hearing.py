"""What the words of a question sound like: danger, or somebody young. It asks, never decides."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from bot.content.search.alarm import alarm, not_calm
from bot.content.search.finding import finder
from bot.core.asking import sounds_young
from bot.core.languages import Language

WEIGHED: Final = 4000
"""Characters at the beginning, and again at the end, of what is listened to: it takes time."""
DESPAIR: Final = "health-mind"
"""The answer for whom life is too heavy: words that are likest it want a voice, not only 112."""


class Heard(NamedTuple):
    """What words sound like."""

    danger: bool = False
    """Somebody may be in danger now: whoever wrote it is asked."""
    surely: bool = False
    """No doubt of it: help comes alone, and the question need not wait."""
    despair: bool = False
    young: bool = False
    """Whoever wrote it seems to be under 18."""


CALM: Final = Heard()


def hear(texts: Sequence[str], language: Language) -> Heard:
    """Say what words sound like; of long ones the beginning and the end."""
    parts = _parts(texts)
    danger = [part for part in parts if not_calm(part, language)]
    return Heard(
        bool(danger),
        any(alarm(part, language) for part in danger),
        any(_despairs(part, language) for part in danger),
        any(map(sounds_young, parts)),
    )


def _despairs(text: str, language: Language) -> bool:
    found = finder(language).find(text)
    return DESPAIR in {*found.helps[:1], *(match.slug for match in found.matches[:1])}


def _parts(texts: Sequence[str]) -> list[str]:
    written = "\n\n".join(texts)
    if len(written) <= WEIGHED:
        return [written]
    return [written[:WEIGHED], written[WEIGHED:][-WEIGHED:]]
