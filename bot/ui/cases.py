"""What the people of a case are called, and what is said of a case that is gone."""

from markupsafe import Markup

from bot.core.cases import Whose
from bot.ui.words import Translator


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


def case_is_gone(tr: Translator) -> Markup:
    """Say that a case is not kept any more."""
    return tr("This case is not kept any more.")
