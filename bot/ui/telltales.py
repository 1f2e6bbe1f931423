"""What in a text may give somebody away or lead out of the house, in words that people read."""

from collections.abc import Iterable, Mapping
from typing import Final

from markupsafe import Markup

from bot.core.telltale import Telltale
from bot.ui.words import Translator, mark

TELLTALES: Final[Mapping[Telltale, str]] = {
    Telltale.PHONE: mark("a phone number"),
    Telltale.DOCUMENT: mark("a number of a document"),
    Telltale.IDENTITY: mark("a personal identity code"),
    Telltale.MAIL: mark("an e-mail address"),
    Telltale.LINK: mark("a link"),
    Telltale.HANDLE: mark("a name in Telegram or elsewhere"),
    Telltale.PRIVATELY: mark("words that ask to go on elsewhere"),
    Telltale.MONEY: mark("words about paying, or an account"),
    Telltale.STREET: mark("where somebody lives"),
    Telltale.NAME: mark("a name and a surname"),
    Telltale.BIRTH: mark("a day of birth"),
}


def telltale_lines(found: Iterable[Telltale], tr: Translator) -> Markup:
    """List what was found, a line each."""
    return Markup("\n").join(Markup("• {}").format(tr(TELLTALES[what])) for what in found)
