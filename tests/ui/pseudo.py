"""A language that nobody speaks: every message between marks, so that other text stands out."""

import re
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from bot.core.languages import Language
from bot.files import folder

OPEN, CLOSE = "⟦", "⟧"
WITHIN: Final = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")


def write_catalogues(locales: Path) -> None:
    """Write catalogues in place of every language, made from the template."""
    with (folder("locales") / "bot.pot").open("rb") as file:
        template = read_po(file)
    for language in Language:
        catalogue = Catalog(language)
        for message in template:
            if isinstance(message.id, str):
                catalogue.add(message.id, marked(message.id))
            else:
                forms = [marked(message.id[-1])] * catalogue.num_plurals
                catalogue.add(message.id, forms)
        target = locales / language / "LC_MESSAGES" / "bot.mo"
        target.parent.mkdir(parents=True)
        with target.open("wb") as file:
            write_mo(file, catalogue)


def marked(text: str) -> str:
    return f"{OPEN}{text}{CLOSE}"


def untranslatable(text: str, *given: str) -> str:
    """Return what stands in `text` outside all marks and is not `given`, if it has letters."""
    before = None
    while text != before:
        before, text = text, WITHIN.sub("", text)
    for value in given:
        text = text.replace(value, "")
    return text if any(map(str.isalpha, text)) else ""
