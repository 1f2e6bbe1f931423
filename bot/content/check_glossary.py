"""What must hold of the glossary before it is shown to anybody."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import Final

from bot.content.articles import Article
from bot.content.glossary import Certainty, Entry, Glossary
from bot.content.library import Library
from bot.content.search.letters import words_in
from bot.core.languages import Language

LONGEST_TERM: Final = 29
"""Letters of a term on a button, behind "Word: "."""
LONGEST_LINE: Final = 160
"""Letters that explain a term: what somebody takes in at a counter."""
_IN_BRACKETS: Final = re.compile(r"((?:[^\W\d]+ ){1,2})\(([^()]+)\)")
"""Up to two words, and what stands in brackets behind them."""


def mistakes_in_glossary(terms: Glossary) -> Iterator[str]:
    """Yield a sentence for each thing that must be mended."""
    yield from _missing(terms)
    yield from _twice(terms)
    for matter, entries in terms.entries.items():
        for slug, entry in entries.items():
            for mistake in _of(entry):
                yield f"glossary/{matter}.toml: {slug}: {mistake}"
    for language, words in terms.words.items():
        for slug, each in words.items():
            if len(each.line) > LONGEST_LINE:
                yield (
                    f"{language}/glossary.toml: {slug}: its line has {len(each.line)} letters,"
                    f" more than {LONGEST_LINE}"
                )
            if (each.name is None) is not (language is Language.FINNISH):
                yield f"{language}/glossary.toml: {slug}: a name is given, but not in Finnish"


def false_friends(articles: Library, terms: Glossary) -> Iterator[str]:
    """Yield a sentence for each Finnish word in brackets behind a word that means another thing."""
    for article in articles.all():
        for before, bracketed in _IN_BRACKETS.findall(_plain(article)):
            for term in terms.called(bracketed):
                for wrong in term.words[article.language].never:
                    if any(word.startswith(wrong) for word in words_in(before.lower())):
                        yield f"{article.where}: “{before}({bracketed})”: {wrong}… is another thing"


def _plain(article: Article) -> str:
    return "\n".join(text.striptags() for text in (article.lead, *(p.text for p in article.parts)))


def _missing(terms: Glossary) -> Iterator[str]:
    known = set(chain.from_iterable(terms.entries.values()))
    for language, words in terms.words.items():
        for slug in sorted(known - words.keys()):
            yield f"{language}/glossary.toml: {slug} is missing"
        for slug in sorted(words.keys() - known):
            yield f"{language}/glossary.toml: {slug} stands in no file of content/glossary"


def _twice(terms: Glossary) -> Iterator[str]:
    """Yield what two terms are called: whoever reads it must know which one is meant."""
    entries = [entry for of_matter in terms.entries.values() for entry in of_matter.values()]
    names = [each.name for words in terms.words.values() for each in words.values() if each.name]
    slugs = list(chain.from_iterable(terms.entries.values()))
    on_buttons = [entry.short or entry.fi for entry in entries]
    called = [[entry.fi for entry in entries], [entry.en for entry in entries], names]
    for each in (*called, slugs, on_buttons):
        for name, times in Counter(name.casefold() for name in each).items():
            if times > 1:
                yield f"glossary: “{name}” stands there {times} times: tell one from the other"


def _of(entry: Entry) -> Iterator[str]:
    if len(entry.short or entry.fi) > LONGEST_TERM:
        yield f"“{entry.fi}” is cut on a button: give `short`, {LONGEST_TERM} letters"
    is_seen = entry.certainty in {Certainty.BOTH, Certainty.FINNISH}
    if is_seen and not entry.sources:
        yield f"certainty = “{entry.certainty}” needs the page where it was seen, in `sources`"
    if entry.certainty is Certainty.KNOWN and entry.sources:
        yield "has a source: say which names stand there, both or finnish"
