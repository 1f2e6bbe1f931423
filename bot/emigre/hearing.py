"""What the words of a question sound like: danger, or somebody young. It asks, never decides."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from bot.content.search.alarm import alarm, not_calm
from bot.content.search.finding import Found, Outcome, finder
from bot.core.asking import names_journey, names_police, names_violence, sounds_young
from bot.core.languages import Language
from bot.core.sections import Section

WEIGHED: Final = 4000
"""Characters at the beginning, and again at the end, of what is listened to: it takes time."""
DESPAIR: Final = "health-mind"
"""The answer for whom life is too heavy: words that are likest it want a voice, not only 112."""
DETENTION: Final = "detention"
STEPS: Final[Mapping[str, str]] = {
    DETENTION: DETENTION,
    "removal-practice": "removal-practice",
    "appeal-stay": "removal-practice",
}
"""Which answer says first what to do, by what words of danger are likest."""


class Heard(NamedTuple):
    """What words sound like."""

    danger: bool = False
    """Somebody may be in danger now: whoever wrote it is asked."""
    surely: bool = False
    """No doubt of it: help comes alone, and the question need not wait."""
    despair: bool = False
    violence: bool = False
    """Somebody at home, or whom they know, hurts them: there is a number for that."""
    young: bool = False
    """Whoever wrote it seems to be under 18."""
    steps: str | None = None
    """The answer that says what to do now: somebody surely is being taken, or sent away."""

    @property
    def section(self) -> Section | None:
        """What a question of this danger is about; None: it is another danger, or not sure."""
        if not self.surely:
            return None
        if self.steps:
            return Section.REMOVAL
        if self.violence:
            return Section.SAFETY
        return Section.HEALTH if self.despair else None


CALM: Final = Heard()


def hear(texts: Sequence[str], language: Language) -> Heard:
    """Say what words sound like; of long ones the beginning and the end."""
    parts = _parts(texts)
    danger = [part for part in parts if not_calm(part, language)]
    each = [text for text in texts if not_calm(text, language)] if danger else []
    told = list(dict.fromkeys([*danger, *each]))  # one danger must not hide another
    looked_up = [finder(language).find(text) for text in told]
    return Heard(
        bool(danger),
        any(alarm(part, language) for part in danger),
        any(_despairs(found) for found in looked_up),
        any(map(names_violence, told)),
        any(map(sounds_young, parts)),
        next(filter(None, map(_steps, told, looked_up)), None),
    )


def _despairs(found: Found) -> bool:
    return DESPAIR in {*found.helps[:1], *(match.slug for match in found.matches[:1])}


def _steps(text: str, found: Found) -> str | None:
    """Return which answer says what to do now; None: it is another danger, or not sure."""
    if found.outcome is not Outcome.EMERGENCY:
        return None
    if names_police(text) and not names_journey(text) and not names_violence(text):
        return DETENTION
    return STEPS.get(found.helps[0])


def _parts(texts: Sequence[str]) -> list[str]:
    written = "\n\n".join(texts)
    if len(written) <= WEIGHED:
        return [written]
    return [written[:WEIGHED], written[WEIGHED:][-WEIGHED:]]
