"""What whoever asks says of whom it is about, in words."""

from collections.abc import Mapping
from typing import Final

from bot.core.asking import ForWhom
from bot.ui.words import Translator, mark

NAMES: Final[Mapping[ForWhom, str]] = {
    ForWhom.MYSELF: mark("Me"),
    ForWhom.OTHER: mark("Somebody else"),
    ForWhom.MINOR: mark("I am under 18 and alone here"),
}


def for_whom_name(for_whom: ForWhom, tr: Translator) -> str:
    """Return what stands on the button, in the reader's language."""
    return tr(NAMES[for_whom])
