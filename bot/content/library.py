"""All articles of both languages, read once, and the order in which they are offered."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter

from bot.content.articles import Article, read_article
from bot.content.asked import Asked, read_asked
from bot.content.facts import FACTS, Facts, read_facts
from bot.content.toml import read_toml
from bot.core.languages import Language
from bot.core.sections import Section
from bot.files import folder

Order = Mapping[Section, tuple[str, ...]]
"""The slugs of each section, what people need first. One may have no article yet."""

Titles = Mapping[str, Mapping[Language, str]]
"""Titles by slug and language."""

UNWRITTEN: Final = Path(__file__).parent / "unwritten.toml"
ORDER: Final = Path(__file__).parent / "sections.toml"


class Library:
    """The articles, by language and slug."""

    def __init__(
        self,
        articles: Sequence[Article],
        order: Order,
        facts: Facts,
        *,
        asked: Asked,
        unwritten: Titles,
    ) -> None:
        """`unwritten`: titles of answers that are planned; `asked`: how people ask for each."""
        self.order = order
        self.facts = facts
        self.asked = asked
        self.unwritten = unwritten
        self._articles: Mapping[Language, Mapping[str, Article]] = {
            language: {
                article.slug: article for article in articles if article.language is language
            }
            for language in Language
        }

    def slugs(self, language: Language) -> frozenset[str]:
        """Return the slugs of all articles in a language."""
        return frozenset(self._articles[language])

    def article(self, slug: str, language: Language) -> Article | None:
        """Return one article; None if there is none by this name (any more)."""
        return self._articles[language].get(slug)

    def named(self, slugs: Iterable[str], language: Language) -> Sequence[Article]:
        """Return the articles of these names, those left out that are not written (any more)."""
        found = (self.article(slug, language) for slug in slugs)
        return [article for article in found if article]

    def all_in(self, language: Language) -> Sequence[Article]:
        """Return every article in a language, by slug."""
        return list(self._articles[language].values())

    def all(self) -> Sequence[Article]:
        """Return every article, one language after the other."""
        return [article for language in Language for article in self.all_in(language)]

    def section_of(self, slug: str) -> Section | None:
        """Return the section of an answer that is written or planned."""
        return next((section for section, slugs in self.order.items() if slug in slugs), None)

    def sections(self, language: Language) -> Sequence[Section]:
        """Return the sections that have an answer in a language."""
        return [section for section in Section if self.of_section(section, language)]

    def of_section(self, section: Section, language: Language) -> Sequence[Article]:
        """Return a section's articles, what people need first."""
        return self.named(self.order.get(section, ()), language)


def read_order(file: Path) -> Order:
    """Read the order. Raises ContentError, which names the file."""
    return read_toml(file, TypeAdapter(Order))


def read_titles(file: Path) -> Titles:
    """Read the titles of what is not written yet. Raises ContentError, which names the file."""
    return read_toml(file, TypeAdapter(Titles))


def read_library(locales: Path, order: Order, facts: Facts, unwritten: Titles) -> Library:
    """Read every article under a folder of locales. Raises ContentError."""
    return Library(
        [
            read_article(file, language, facts)
            for language in Language
            for file in sorted((locales / language / "articles").glob("*.md"))
        ],
        order,
        facts,
        asked=read_asked(locales),
        unwritten=unwritten,
    )


def read_ours() -> Library:
    """Read the library of this installation. Raises ContentError."""
    return read_library(
        folder("locales"), read_order(ORDER), read_facts(FACTS), read_titles(UNWRITTEN)
    )


@cache
def library() -> Library:
    """Return the library of this installation, read at the first call. Raises ContentError."""
    return read_ours()
