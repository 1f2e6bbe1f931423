"""As whom each who writes or reads in a request is known to the others there. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from bot.core.companions import Part
from bot.store.companions import Companion
from bot.ui.aliases import alias_name
from bot.ui.words import Translator, mark

NAMES: Final[Mapping[Part, str]] = {
    Part.INTERPRETER: mark("{name} (interpreter)"),
    Part.LAWYER: mark("{name} (lawyer)"),
}
"""How those are named who are neither whoever asked nor a helper."""
WRITES: Final[Mapping[Part, str]] = {
    Part.MAIN: mark("{helper} writes"),
    Part.HELPER: mark("{helper} writes"),
    Part.INTERPRETER: mark("{helper}, interpreter, writes"),
    Part.LAWYER: mark("{helper}, lawyer, writes"),
}


@dataclass(frozen=True, slots=True)
class Voice:
    """Who writes or reads in a request, as the others there know them."""

    alias: str
    part: Part = Part.MAIN


def voice_of(companion: Companion) -> Voice:
    """Return as whom somebody is known who helps along."""
    return Voice(companion.alias, companion.part)


def voice_name(voice: Voice, tr: Translator) -> Markup:
    """Return somebody's name, with what they are beside it."""
    name = alias_name(voice.alias, tr)
    return tr(NAMES[voice.part], name=name) if voice.part in NAMES else name


def voice_names(voices: Sequence[Voice], tr: Translator) -> Markup:
    """Return several names."""
    return Markup(", ").join(voice_name(voice, tr) for voice in voices)


def voice_writes(voice: Voice, tr: Translator) -> Markup:
    """Say who of the team writes."""
    return tr(WRITES[voice.part], helper=alias_name(voice.alias, tr))
