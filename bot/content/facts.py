"""Named facts: what changes (a sum, a phone number, a period) stands once, for all articles.

An article writes `{name}`; the reader sees the value, and the number of the source behind it,
or the mark of what nobody has confirmed.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final, Self

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from bot.content.errors import ContentError
from bot.content.toml import read_toml
from bot.core.languages import Language

FACTS: Final = Path(__file__).parent / "named_facts"
_NAMED: Final = re.compile(r"\{([a-z0-9-]+)\}")


class Source(BaseModel):
    """Where something was read, and what it says."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str = Field(min_length=1)
    url: str = Field(pattern="^https://")
    says: str = Field(min_length=1)
    """What we took from it, in the article's language."""


class Words(BaseModel):
    """A fact in one language."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    value: str = Field(min_length=1)
    """What stands in the text."""
    source: str | None = None
    """Whose page says so."""
    says: str | None = None
    """What the page says."""
    ask: str | None = None
    """Whom to ask, while no source confirms it."""


class Fact(BaseModel):
    """Something that changes, in both languages. With `ask` it is unconfirmed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    url: str | None = Field(default=None, pattern="^https://")
    checked: date
    check_again: date
    ru: Words
    fi: Words

    @model_validator(mode="after")
    def _has_a_source_or_somebody_to_ask(self) -> Self:
        for words in (self.ru, self.fi):
            if (self.url is None) != (words.source is None or words.says is None):
                raise ValueError("give url, and source and says in both languages, or none")
        if bool(self.ru.ask) != bool(self.fi.ask):
            raise ValueError("say whom to ask in both languages, or in none")
        if self.url is None and self.confirmed:
            raise ValueError("give a source, or say whom to ask")
        return self

    @property
    def confirmed(self) -> bool:
        """Whether a source says so beyond doubt."""
        return self.ru.ask is None

    def words(self, language: Language) -> Words:
        """Return it in one language."""
        return {Language.RUSSIAN: self.ru, Language.FINNISH: self.fi}[language]

    def source(self, language: Language) -> Source | None:
        """Return what it rests on."""
        words = self.words(language)
        if not (self.url and words.source and words.says):
            return None
        return Source(title=words.source, url=self.url, says=words.says)


Facts = Mapping[str, Fact]
_FILE: Final = TypeAdapter(dict[str, Fact])


def read_facts(folder: Path) -> Facts:
    """Read the facts of every file in a folder. Raises ContentError, which names the file."""
    facts: dict[str, Fact] = {}
    for file in sorted(folder.glob("*.toml")):
        found = read_toml(file, _FILE)
        if twice := sorted(found.keys() & facts.keys()):
            raise ContentError(f"{folder.name}/{file.name}: {twice[0]} stands in another file too")
        facts |= found
    return facts


def names_in(text: str) -> Sequence[str]:
    """Return the names of the facts that a text uses."""
    return list(dict.fromkeys(_NAMED.findall(text)))


def weave(
    text: str, sources: Sequence[Source], facts: Facts, language: Language
) -> tuple[str, tuple[Source, ...]]:
    """Put facts in the places of their names; return the text and all its sources.

    Raises ContentError for a name that no fact has.
    """
    all_sources = list(sources)

    def value(found: re.Match[str]) -> str:
        fact = facts.get(found[1])
        if fact is None:
            raise ContentError(f"{found[0]}: there is no fact of this name")
        shown = fact.words(language).value
        if source := fact.source(language):
            shown += f" [{_number_of(source, all_sources)}]"
        return shown if fact.confirmed else f"{shown} [?]"

    return _NAMED.sub(value, text), tuple(all_sources)


def _number_of(source: Source, sources: list[Source]) -> int:
    """Return the number of a source, added if the article does not name its page yet."""
    urls = [known.url for known in sources]
    if source.url not in urls:
        sources.append(source)
        return len(sources)
    return urls.index(source.url) + 1
