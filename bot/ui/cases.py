"""What cases and what belongs to them are called."""

from collections.abc import Mapping
from typing import Final

from markupsafe import Markup

from bot.core.cases import Whose
from bot.core.dates import Occasion
from bot.ui.words import Translator, mark

OCCASIONS: Final[Mapping[Occasion, str]] = {
    Occasion.INTERVIEW: mark("Interview"),
    Occasion.HEARING: mark("Court hearing"),
    Occasion.LAWYER: mark("Lawyer"),
    Occasion.REPORTING: mark("Reporting to the police"),
    Occasion.OTHER: mark("Something else"),
}


def occasion_name(occasion: Occasion, tr: Translator) -> Markup:
    """Return what somebody has to be at, in the reader's language."""
    return tr(OCCASIONS[occasion])


def whose_name(whose: Whose, tr: Translator) -> Markup:
    """Return whom a case is about. Nobody has a name here."""
    kind, _, n = whose.partition("-")
    match kind:
        case "me":
            return tr("My case")
        case "partner":
            return tr("Spouse or partner")
        case "child":
            return tr("Child {n}", n=n)
        case "parent":
            return tr("Parent {n}", n=n)
    return tr("Another person")
