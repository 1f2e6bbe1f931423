"""What must hold of the content before it is shown to anybody."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Final

from markupsafe import Markup

from bot.content.articles import Article
from bot.content.beginning import TO_FILL
from bot.content.certain import mistakes_of_certainty
from bot.content.check_glossary import false_friends, mistakes_in_glossary
from bot.content.check_process import mistakes_in_process
from bot.content.figures import figures
from bot.content.figures import mistakes_in as mistakes_in_figures
from bot.content.glossary import glossary
from bot.content.guides import guide, mistakes_in
from bot.content.library import Library
from bot.content.links import mistakes_of_links
from bot.content.process import process
from bot.content.twins import mistakes_of_marks, mistakes_of_numbers, mistakes_of_values
from bot.core.languages import Language

LONGEST_ANSWER: Final = 665
"""Letters of the title and the short answer. With what stands beneath them, such as the day of the
last check, the first screen has 900 at most: what somebody frightened can take in at once."""
LONGEST_PART: Final = 900
LONGEST_REST: Final = 2800
"""Letters of all parts together."""
LONGEST_SOURCE: Final = 280
"""Letters of a source's title and of what it says; a few of them are one screen."""
MOST_PARTS: Final = 6
MOST_LINKS: Final = 8
"""Each is a button."""
LONGEST_BUTTON: Final = 36
"""Letters that a small phone shows on a button as wide as the screen."""
LONGEST_PART_TITLE: Final = 34
"""It stands on a button behind an arrow."""


def mistakes(articles: Library) -> Iterator[str]:
    """Yield a sentence for each thing of articles, glossary, stages and guide that must be mended.

    What is merely old is no mistake.
    """
    yield from mistakes_of(articles)
    yield from mistakes_of_facts(articles, process().facts_used)
    yield from mistakes_of_phrases(articles)
    yield from mistakes_in_glossary(glossary())
    yield from false_friends(articles, glossary())
    yield from mistakes_of_numbers(articles)
    yield from mistakes_of_values(articles.facts)
    yield from mistakes_of_marks(articles)
    yield from mistakes_of_links(articles)
    yield from mistakes_of_certainty(articles)
    yield from mistakes_in_process(process(), articles)
    for mistake in mistakes_in(guide(), articles.slugs(Language.RUSSIAN)):
        yield f"guides/now.toml: {mistake}"
    yield from (f"figures.toml: {mistake}" for mistake in mistakes_in_figures(figures(), articles))


def mistakes_of(articles: Library) -> Iterator[str]:
    """Yield a sentence for each thing that must be mended in the articles."""
    for slug, times in Counter(chain.from_iterable(articles.order.values())).items():
        if times > 1:
            yield f"sections.toml: {slug} stands there {times} times"
    every_slug = frozenset[str]().union(*(articles.slugs(language) for language in Language))
    for language in Language:
        for slug in sorted(every_slug - articles.slugs(language)):
            yield f"{language}/articles/{slug}.md: is missing"
        for article in articles.all_in(language):
            for mistake in _of(article, articles):
                yield f"{article.where}: {mistake}"


def mistakes_of_facts(
    articles: Library, used_elsewhere: frozenset[str] = frozenset()
) -> Iterator[str]:
    """Yield a sentence for each thing that must be mended in the named facts.

    `used_elsewhere`: names of those that are used outside of articles.
    """
    used = used_elsewhere.union(*(article.facts for article in articles.all()))
    for name, fact in articles.facts.items():
        if name not in used:
            yield f"named_facts: no article uses {name}"
        if not fact.checked < fact.check_again:
            yield f"named_facts: {name}: check_again must be later than checked"
    for article in articles.all():
        for twin in filter(None, (articles.article(article.slug, other) for other in Language)):
            if missing := sorted(set(twin.facts) - set(article.facts)):
                yield f"{article.where}: its {twin.language} twin uses {', '.join(missing)} too"


def mistakes_of_phrases(articles: Library) -> Iterator[str]:
    """Yield a sentence for each thing that must be mended in how people ask, or is unwritten."""
    planned = [slug for slugs in articles.order.values() for slug in slugs]
    for language in Language:
        asked = articles.asked[language]
        for slug in planned:
            if not asked.get(slug):
                yield f"{language}/questions/{slug}.txt: nobody asks for it: write some phrases"
        for slug in sorted(asked.keys() - set(planned)):
            yield f"{language}/questions/{slug}.txt: no section has such an answer"
        times = Counter(phrase for phrases in asked.values() for phrase in phrases)
        for phrase in (phrase for phrase, number in times.items() if number > 1):
            yield f"{language}/questions: “{phrase}” stands twice: it tells nothing apart"
    for slug in planned:
        written = any(articles.article(slug, language) for language in Language)
        if written is (slug in articles.unwritten):
            yield f"unwritten.toml: {slug} must stand there until it is written, and no longer"


def overdue(articles: Library, today: date) -> list[Article]:
    """Return the articles that should have been checked again, in both languages."""
    return [article for article in articles.all() if article.check_again < today]


def _of(article: Article, articles: Library) -> Iterator[str]:
    head = article.head
    if article.slug not in articles.order.get(article.section, ()):
        yield f"stands nowhere in its section: add it to {article.section} in sections.toml"
    if not head.checked < head.check_again:
        yield "check_again must be later than checked"
    if TO_FILL in _all_of(article):
        yield f"is not finished: replace all that begins with {TO_FILL}"
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
    if len(article.button) > LONGEST_BUTTON:
        yield f"“{article.button}” is cut on a button: give `button`, {LONGEST_BUTTON} letters"
    if not article.lead:
        yield "has no short answer before its parts"
    if (letters := len(article.title) + _letters_in(article.lead)) > LONGEST_ANSWER:
        yield f"title and short answer have {letters} letters, more than {LONGEST_ANSWER}"
    for number, source in enumerate(article.head.sources, start=1):
        if len(source.title + source.says) > LONGEST_SOURCE:
            yield f"source {number}: title and what it says have more than {LONGEST_SOURCE} letters"
    if len(article.links) > MOST_LINKS:
        yield f"links to {len(article.links)} articles, more than {MOST_LINKS}"
    yield from _too_long_parts(article)


def _too_long_parts(article: Article) -> Iterator[str]:
    if len(article.parts) > MOST_PARTS:
        yield f"has {len(article.parts)} parts, more than {MOST_PARTS}"
    if (letters := sum(_letters_in(part.text) for part in article.parts)) > LONGEST_REST:
        yield f"its parts have {letters} letters, more than {LONGEST_REST}"
    for part in article.parts:
        if len(part.title) > LONGEST_PART_TITLE:
            yield f"“{part.title}” is longer than {LONGEST_PART_TITLE} letters"
        if not 0 < (letters := _letters_in(part.text)) <= LONGEST_PART:
            yield f"“{part.title}” has {letters} letters, not 1-{LONGEST_PART}"


def _all_of(article: Article) -> str:
    """Return all that its file says, in one text."""
    parts = [f"{part.title}\n{part.text}" for part in article.parts]
    return "\n".join([article.head.model_dump_json(), article.lead, *parts])


def _letters_in(text: Markup) -> int:
    """Return how many letters are shown of a text."""
    return len(text.striptags())
