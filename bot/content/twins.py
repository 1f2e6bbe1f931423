"""What the two languages of one text must say alike, place by place.

Numbers and dates; how often something is marked as unconfirmed; which sources and other answers
the text points to.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import permutations
from typing import Final

from markupsafe import Markup

from bot.content.facts import Fact, Facts
from bot.content.markdown import UNCONFIRMED, plain
from bot.content.numbers import told_apart
from bot.content.writings import Writing, Writings
from bot.core.languages import Language

_SOURCE: Final = re.compile(r'<a href="([^"]+)">(\[\d+\])')

Texts = Mapping[str, str]
"""Plain texts by the place where they stand."""


def mistakes_of_numbers(writings: Writings) -> Iterator[str]:
    """Yield a sentence for each number that one language says and the other does not."""
    for one, other in permutations(Language, 2):
        for writing in writings.all_in(one):
            if twin := writings.article(writing.slug, other):
                for told in _only_here(_texts(writing), one, _texts(twin), other):
                    yield f"{writing.where}: {told}"


def mistakes_of_values(facts: Facts) -> Iterator[str]:
    """Yield a sentence for each number that a fact says in one language alone."""
    for one, other in permutations(Language, 2):
        for name, fact in facts.items():
            for told in _only_here(_words(fact, one), one, _words(fact, other), other):
                yield f"named_facts: {name}: {one}: {told}"


def mistakes_of_marks(writings: Writings) -> Iterator[str]:
    """Yield a sentence for each place that points or warns in one language alone."""
    for writing in writings.all_in(Language.RUSSIAN):
        twin = writings.article(writing.slug, Language.FINNISH)
        if twin and len(twin.parts) != len(writing.parts):
            yield f"{writing.where}: has {len(writing.parts)} parts, its twin {len(twin.parts)}"
        elif twin:
            for place, text in _marked(writing).items():
                for told in _apart(text, _marked(twin)[place]):
                    yield f"{writing.where}: {place} {told}"


def _apart(russian: Markup, finnish: Markup) -> Iterator[str]:
    if (marks := russian.count(UNCONFIRMED)) != (others := finnish.count(UNCONFIRMED)):
        yield f"has {marks} marks of what is unconfirmed, its twin {others}"
    ours, theirs = (dict(_SOURCE.findall(text)) for text in (russian, finnish))
    alone = {number for url, number in ours.items() if url not in theirs}
    others_alone = {number for url, number in theirs.items() if url not in ours}
    if differing := sorted(alone ^ others_alone):  # one number: the page in another language
        yield f"cites {', '.join(differing)} in one language alone"


def _marked(writing: Writing) -> Mapping[str, Markup]:
    parts = {f"part {number}": part.text for number, part in enumerate(writing.parts, start=1)}
    return {"short answer": writing.lead, **parts}


def _only_here(texts: Texts, language: Language, its: Texts, other: Language) -> Iterator[str]:
    for place, text in texts.items():
        if numbers := told_apart(text, language, its.get(place, ""), other):
            yield f"{place} says {', '.join(numbers)}, its {other} twin does not"


def _texts(writing: Writing) -> Texts:
    return {
        "title": writing.title,
        "short answer": plain(writing.lead),
        **{
            f"part {number}": f"{part.title}\n{plain(part.text)}"
            for number, part in enumerate(writing.parts, start=1)
        },
        **{
            f"source {number}": source.says
            for number, source in enumerate(writing.sources, start=1)
        },
    }


def _words(fact: Fact, language: Language) -> Texts:
    words = fact.words(language)
    return {"value": words.value, "says": words.says or ""}
