"""What the people of a case are called."""

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
