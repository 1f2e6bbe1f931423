"""All articles of both languages, read once."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from bot.content.articles import Article, read_article
from bot.core.languages import Language
from bot.core.sections import Section
from bot.files import folder


class Library:
    """The articles, by language and slug."""

    def __init__(self, articles: Sequence[Article]) -> None:
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

    def all_in(self, language: Language) -> Sequence[Article]:
        """Return every article in a language, by slug."""
        return list(self._articles[language].values())

    def of_section(self, section: Section, language: Language) -> Sequence[Article]:
        """Return a section's articles, as their files are ordered."""
        return [article for article in self.all_in(language) if article.section is section]


def read_library(locales: Path) -> Library:
    """Read every article under a folder of locales. Raises ContentError."""
    return Library(
        [
            read_article(file, language)
            for language in Language
            for file in sorted((locales / language / "articles").glob("*.md"))
        ]
    )


@cache
def library() -> Library:
    """Return the library of this installation, read at the first call. Raises ContentError."""
    return read_library(folder("locales"))
