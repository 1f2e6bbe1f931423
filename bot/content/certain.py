"""That nothing which nobody has confirmed is written as if it were certain."""

import re
from collections.abc import Iterator
from typing import Final

from bot.content.markdown import UNCONFIRMED
from bot.content.sentences import sentences_of
from bot.content.writings import Writing, Writings

_PHONE: Final = re.compile(r"\+?[\d ]{6,}")
_CITED: Final = re.compile(r"\[\d+\]")


def mistakes_of_certainty(writings: Writings) -> Iterator[str]:
    """Yield a sentence for each place that writes out an unconfirmed fact without its mark.

    By its name a fact always brings the mark along. A phone number must go by its name anywhere;
    a period or a sum in the articles that name it, unless a source stands in the same sentence:
    two periods may be of one length.
    """
    doubtful = {name: fact for name, fact in writings.facts.items() if not fact.confirmed}
    for writing in writings.all():
        for title in (part.title for part in writing.parts):
            if "[" in title or "{" in title:
                yield f"{writing.where}: “{title}”: a heading shows no marks, sources or facts"
        for name, fact in doubtful.items():
            value = fact.words(writing.language).value
            for sentence in _bare(writing, value, named=name in writing.facts):
                yield f"{writing.where}: nobody has confirmed it: write {{{name}}}: {sentence}"


def _bare(writing: Writing, value: str, *, named: bool) -> Iterator[str]:
    """Yield the sentences that state a value with nothing to show how sure it is."""
    is_phone = _PHONE.fullmatch(value)
    if not (named or is_phone):
        return
    stated = re.compile(rf"(?<!\d){re.escape(value)}(?!\w)", re.IGNORECASE)
    for sentence in sentences_of(writing):
        is_sure = UNCONFIRMED in sentence or (_CITED.search(sentence) and not is_phone)
        if stated.search(sentence) and not is_sure:
            yield sentence
