"""What must hold of the content before it is shown to anybody."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from bot.content.articles import Article
from bot.content.guides import guide, mistakes_in
from bot.content.library import Library
from bot.core.languages import Language

LONGEST_LEAD: Final = 700
LONGEST_PART: Final = 1000
"""Letters that somebody frightened can take in at once on a phone; Telegram would take 4096."""
LONGEST_SOURCES: Final = 3500
"""All sources are one screen, for who wants to look; Telegram takes 4096 letters."""
MOST_PARTS: Final = 6
LONGEST_PART_TITLE: Final = 40
"""It stands on a button."""


def mistakes(articles: Library) -> Iterator[str]:
    """Yield a sentence for each thing of the articles and the guide that must be mended.

    What is merely old is no mistake.
    """
    yield from mistakes_of(articles)
    for mistake in mistakes_in(guide(), articles.slugs(Language.RUSSIAN)):
        yield f"guides/now.toml: {mistake}"


def mistakes_of(articles: Library) -> Iterator[str]:
    """Yield a sentence for each thing that must be mended in the articles."""
    every_slug = frozenset[str]().union(*(articles.slugs(language) for language in Language))
    for language in Language:
        for slug in sorted(every_slug - articles.slugs(language)):
            yield f"{language}/articles/{slug}.md: is missing"
        for article in articles.all_in(language):
            for mistake in _of(article, articles):
                yield f"{language}/articles/{article.slug}.md: {mistake}"


def overdue(articles: Library, today: date) -> list[Article]:
    """Return the articles that should have been checked again, in both languages."""
    return [
        article
        for language in Language
        for article in articles.all_in(language)
        if article.head.check_again < today
    ]


def _of(article: Article, articles: Library) -> Iterator[str]:
    head = article.head
    if not head.checked < head.check_again:
        yield "check_again must be later than checked"
    for number in article.uncited:
        yield f"source {number} is never cited: write [{number}] where the text rests on it"
    for slug in article.links:
        if articles.article(slug, article.language) is None:
            yield f"links to {slug}, which is no article"
    for other in Language:
        twin = articles.article(article.slug, other)
        if twin and (twin.section, twin.head.volatile) != (article.section, head.volatile):
            yield f"is not in the section of its {other} twin, or one of them is volatile"
    yield from _too_long(article)


def _too_long(article: Article) -> Iterator[str]:
    if not 0 < len(article.lead.striptags()) <= LONGEST_LEAD:
        yield f"the short answer has {len(article.lead.striptags())} letters, not 1-{LONGEST_LEAD}"
    sources = sum(len(source.title + source.says) + 8 for source in article.head.sources)
    if sources > LONGEST_SOURCES:
        yield f"its sources have {sources} letters, more than {LONGEST_SOURCES}"
    if len(article.parts) > MOST_PARTS:
        yield f"has {len(article.parts)} parts, more than {MOST_PARTS}"
    for part in article.parts:
        if len(part.title) > LONGEST_PART_TITLE:
            yield f"“{part.title}” is longer than {LONGEST_PART_TITLE} letters"
        if not 0 < len(part.text.striptags()) <= LONGEST_PART:
            letters = len(part.text.striptags())
            yield f"“{part.title}” has {letters} letters, not 1-{LONGEST_PART}"
