"""Articles for tests, written into a folder of locales of their own."""

from pathlib import Path

from bot.content.facts import Fact
from bot.content.library import Library, Order, read_library
from bot.core.languages import Language
from bot.core.sections import Section

HEAD = """+++
title = "{title}"
section = "{section}"
checked = {checked}
check_again = {check_again}
volatile = {volatile}
keywords = ["how people say it"]

[[sources]]
title = "An office"
url = "https://office.example/one"
says = "That it is so."

[[sources]]
title = "A law"
url = "https://law.example/two?a=1&b=2"
says = "That it must be so."
+++
"""
TEXT = """Do **this** first [1], then *that* & 1 < 2 [2].

## What to do

- Write to [the lawyer](lawyer).
- Wait. [?]
"""
FIELDS = {
    "title": "What to do",
    "section": "appeal",
    "checked": "2026-11-26",
    "check_again": "2027-01-26",
    "volatile": "false",
}


class Shelf:
    """A folder of locales, and what is read from it."""

    def __init__(self, locales: Path) -> None:
        self.locales = locales
        self.order: Order = {Section.APPEAL: ("lawyer", "not-written-yet", "appeal-how")}
        self.facts: dict[str, Fact] = {}
        self.unwritten: dict[str, dict[Language, str]] = {}
        self.put("appeal-how")
        self.put("lawyer", text="Ask [1] [2].")

    def put(self, slug: str, *languages: Language, text: str = TEXT, **fields: str) -> None:
        """Write an article, in both languages unless some are named."""
        for language in languages or Language:
            self.write(slug, language, HEAD.format(**FIELDS | fields) + text)

    def write(self, slug: str, language: Language, content: str) -> None:
        """Write whatever a translator may have written."""
        folder = self.locales / language / "articles"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{slug}.md").write_text(content, encoding="utf-8")

    def take_away(self, slug: str, language: Language) -> None:
        """Remove an article in one language."""
        (self.locales / language / "articles" / f"{slug}.md").unlink()

    def read(self) -> Library:
        """Read everything."""
        return read_library(self.locales, self.order, self.facts, self.unwritten)
