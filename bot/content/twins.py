"""What the two languages of one text must say alike: numbers and dates, place by place."""

from collections.abc import Iterator, Mapping
from itertools import permutations

from bot.content.articles import Article
from bot.content.facts import Fact
from bot.content.library import Library
from bot.content.markdown import plain
from bot.content.numbers import told_apart
from bot.core.languages import Language

Texts = Mapping[str, str]
"""Plain texts by the place where they stand."""


def mistakes_of_numbers(articles: Library) -> Iterator[str]:
    """Yield a sentence for each number that one language says and the other does not."""
    for one, other in permutations(Language, 2):
        for article in articles.all_in(one):
            if twin := articles.article(article.slug, other):
                for told in _only_here(_texts(article), one, _texts(twin), other):
                    yield f"{article.where}: {told}"
        for name, fact in articles.facts.items():
            for told in _only_here(_words(fact, one), one, _words(fact, other), other):
                yield f"named_facts: {name}: {one}: {told}"


def _only_here(texts: Texts, language: Language, its: Texts, other: Language) -> Iterator[str]:
    for place, text in texts.items():
        if numbers := told_apart(text, language, its.get(place, ""), other):
            yield f"{place} says {', '.join(numbers)}, its {other} twin does not"


def _texts(article: Article) -> Texts:
    return {
        "title": article.title,
        "short answer": plain(article.lead),
        **{
            f"part {number}": f"{part.title}\n{plain(part.text)}"
            for number, part in enumerate(article.parts, start=1)
        },
        **{
            f"source {number}": source.says
            for number, source in enumerate(article.head.sources, start=1)
        },
    }


def _words(fact: Fact, language: Language) -> Texts:
    words = fact.words(language)
    return {"value": words.value, "says": words.says or ""}
