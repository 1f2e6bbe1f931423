"""The glossary: words that stand on papers and doors, each with one line that explains it.

What is the same in every language stands in `glossary/<matter>.toml`, the rest in
`locales/<language>/glossary.toml`.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from bot.content.toml import read_toml
from bot.core.languages import Language
from bot.files import folder

Text = Annotated[str, Field(min_length=1)]

GLOSSARY: Final = Path(__file__).parent / "glossary"


class Matter(StrEnum):
    """What a term is about: the file in which it stands, and the list that offers it."""

    OFFICES = "offices"
    APPLYING = "applying"
    DECISION = "decision"
    REMOVAL = "removal"
    STATUS = "status"
    PAPERS = "papers"
    LIVING = "living"
    RUSSIA = "russia"


class Certainty(StrEnum):
    """What we have seen of a term's names."""

    BOTH = "both"
    """The Finnish and the Russian one, in the pages that are its sources."""
    FINNISH = "finnish"
    """The Finnish one; the Russian one is our translation."""
    KNOWN = "known"
    """Neither: people who know the field call it so."""
    UNSURE = "unsure"
    """It has changed, or means something else as well."""


class Entry(BaseModel):
    """A term, as every language needs it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    fi: Text
    """As it is shown at a counter."""
    short: Text | None = None
    """The same in fewer letters, where it is too long for a button."""
    en: Text
    forms: tuple[Text, ...] = ()
    """Inflected, abbreviated, or in other words: how it stands in a decision."""
    certainty: Certainty
    sources: tuple[Annotated[str, Field(pattern="^https://")], ...] = ()
    """Pages in which it stands."""
    checked: date
    """The day on which somebody last looked there, or for such a page."""


class Words(BaseModel):
    """A term in one language."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Text | None = None
    """Nothing in Finnish: the term itself."""
    line: Text
    """What it is."""
    said: tuple[Text, ...] = ()
    """What people call it among themselves."""
    typed: tuple[Text, ...] = ()
    """What they may type for it, and what we would never write: wrong, rude, or of two meanings."""
    never: tuple[Text, ...] = ()
    """Beginnings of words that mean something else: none may stand just before the Finnish one."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word of the offices."""

    slug: str
    matter: Matter
    entry: Entry
    words: Mapping[Language, Words]

    @property
    def fi(self) -> str:
        """How it stands on paper."""
        return self.entry.fi

    @property
    def button(self) -> str:
        """What stands on a button that leads to it."""
        return self.entry.short or self.entry.fi

    def name(self, language: Language) -> str:
        """What it is called in a language."""
        return self.words[language].name or self.fi


class Glossary:
    """All terms, by slug."""

    def __init__(
        self,
        entries: Mapping[Matter, Mapping[str, Entry]],
        words: Mapping[Language, Mapping[str, Words]],
    ) -> None:
        self.entries = entries
        self.words = words
        self._terms = {term.slug: term for term in _complete(entries, words)}
        self._called: defaultdict[str, list[Term]] = defaultdict(list)
        for term in self._terms.values():
            for form in {each.lower() for each in (term.fi, term.button, *term.entry.forms)}:
                self._called[form].append(term)

    def all(self) -> Sequence[Term]:
        """Return the terms that every language has."""
        return list(self._terms.values())

    def term(self, slug: str) -> Term | None:
        """Return one term; None if there is none by this name (any more)."""
        return self._terms.get(slug)

    def called(self, finnish: str) -> Sequence[Term]:
        """Return the terms that stand on paper so, inflected or not."""
        return self._called.get(finnish.lower(), ())

    def of_matter(self, matter: Matter) -> Sequence[Term]:
        """Return the terms of one matter, as a dictionary has them."""
        found = [term for term in self._terms.values() if term.matter is matter]
        return sorted(found, key=lambda term: term.button.strip("”").lower())


def _complete(
    entries: Mapping[Matter, Mapping[str, Entry]], words: Mapping[Language, Mapping[str, Words]]
) -> Iterator[Term]:
    for matter, of_matter in entries.items():
        for slug, entry in of_matter.items():
            if all(slug in words[language] for language in Language):
                yield Term(slug, matter, entry, {each: words[each][slug] for each in Language})


def read_glossary(shared: Path, locales: Path) -> Glossary:
    """Read the files of all matters and languages. Raises ContentError, which names the file."""
    entries: TypeAdapter[Mapping[str, Entry]] = TypeAdapter(Mapping[str, Entry])
    words: TypeAdapter[Mapping[str, Words]] = TypeAdapter(Mapping[str, Words])
    return Glossary(
        {matter: read_toml(shared / f"{matter}.toml", entries) for matter in Matter},
        {language: read_toml(locales / language / "glossary.toml", words) for language in Language},
    )


@cache
def glossary() -> Glossary:
    """Return the glossary of this installation, read at the first call. Raises ContentError."""
    return read_glossary(GLOSSARY, folder("locales"))
