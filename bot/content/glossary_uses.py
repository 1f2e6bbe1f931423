"""Which answers use which terms of the glossary.

An answer in Russian gives the Finnish word beside the Russian one, in Latin letters: so it is
found without a dictionary, and its Finnish twin, which says the same, has the same terms.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Final

from bot.content.articles import Article
from bot.content.glossary import Glossary, Term, glossary
from bot.content.library import Library, library
from bot.core.languages import Language

_LATIN: Final = re.compile(r"[A-Za-zÄÖÅäöå][\w:-]*")
_APART: Final = re.compile(r"[^\w\s:-]|[\u0400-\u04ff]+|\n")
"""What stands between words that do not belong together."""


class Uses:
    """Who uses what."""

    def __init__(self, articles: Library, terms: Glossary) -> None:
        owners = _owners(terms)
        longest = max((form.count(" ") + 1 for form in owners), default=0)
        used = {
            article.slug: Counter(_terms_in(article, owners, longest))
            for article in articles.all_in(Language.RUSSIAN)
        }
        using = Counter(chain.from_iterable(used.values()))
        self._terms: Mapping[str, Sequence[str]] = {
            slug: sorted(found, key=lambda term: using[term]) for slug, found in used.items()
        }
        found = defaultdict[str, list[str]](list)
        for slug in chain.from_iterable(articles.order.values()):
            for term in used.get(slug, ()):
                found[term].append(slug)
        self._articles: Mapping[str, Sequence[str]] = {
            term: sorted(slugs, key=lambda slug: -used[slug][term]) for term, slugs in found.items()
        }

    def terms_of(self, article: str) -> Sequence[str]:
        """Return the terms that an answer uses; those that few answers use come first."""
        return self._terms.get(article, ())

    def articles_of(self, term: Term) -> Sequence[str]:
        """Return the answers that use a term, those that use it most before the others."""
        return self._articles.get(term.slug, ())


@cache
def uses() -> Uses:
    """Return who uses what in this installation, found at the first call."""
    return Uses(library(), glossary())


def _owners(terms: Glossary) -> Mapping[str, str]:
    """Return whose each Finnish form is; what two terms share tells nothing."""
    shared = Counter(form.lower() for term in terms.all() for form in term.entry.forms)
    forms = {
        form.lower(): term.slug
        for term in terms.all()
        for form in term.entry.forms
        if shared[form.lower()] == 1
    }
    shown = {word.lower(): term.slug for term in terms.all() for word in (term.button, term.fi)}
    return forms | shown


def _terms_in(article: Article, owners: Mapping[str, str], longest: int) -> Iterator[str]:
    for text in (article.lead, *(part.text for part in article.parts)):
        for row in _APART.split(text.striptags()):
            yield from _terms_in_row(_LATIN.findall(row.lower()), owners, longest)


def _terms_in_row(words: Sequence[str], owners: Mapping[str, str], longest: int) -> Iterator[str]:
    """Yield the terms among Finnish words: the longest that begins at a word counts."""
    at = 0
    while at < len(words):
        rows = [(n, " ".join(words[at : at + n])) for n in range(longest, 0, -1)]
        length, slug = next(((n, owners[row]) for n, row in rows if row in owners), (1, None))
        if slug:
            yield slug
        at += length
