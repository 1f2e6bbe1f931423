"""An article: one answer in one language, with its sources and the day it was checked."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from markupsafe import Markup
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.content.errors import ContentError, sentence_of
from bot.content.facts import Fact, Facts, Source, names_in, weave
from bot.content.markdown import UNCONFIRMED, Rendered, divide, render
from bot.core.languages import Language
from bot.core.sections import Section

FENCE: Final = "+++\n"
"""Stands before and after the head, which is TOML."""


class Head(BaseModel):
    """The fields at the head of an article's file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str = Field(min_length=1, max_length=60)
    button: str | None = Field(default=None, min_length=1)
    """The title in fewer words, where it is too long for a button."""
    section: Section
    checked: date
    """The day on which somebody last compared the text with its sources."""
    check_again: date
    volatile: bool = False
    """It changes often: the reader is told to look at the source too."""
    keywords: tuple[str, ...] = Field(min_length=1)
    """How people ask for it, in their own words."""
    sources: tuple[Source, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Part:
    """One screen of an article."""

    title: str
    text: Markup
    links: Sequence[str] = ()
    """Slugs of the articles that it points to."""


@dataclass(frozen=True, slots=True)
class Article:
    """One answer, ready to be shown."""

    slug: str
    language: Language
    head: Head
    lead: Markup
    """The short answer."""
    parts: Sequence[Part]
    """The rest, a screen each."""
    links: Sequence[str]
    """Slugs of the articles that it points to."""
    uncited: Sequence[int]
    """Numbers of sources that the text never points to."""
    facts: Mapping[str, Fact]
    """What it uses by its name."""
    unconfirmed: Sequence[str]
    """Its sentences that nobody has confirmed."""

    @property
    def where(self) -> str:
        """Where its file stands, for who mends it."""
        return f"{self.language}/articles/{self.slug}.md"

    @property
    def section(self) -> Section:
        """Where it belongs."""
        return self.head.section

    @property
    def title(self) -> str:
        """What it answers."""
        return self.head.title

    @property
    def sources(self) -> Sequence[Source]:
        """Where it was read, those of its facts too."""
        return self.head.sources

    @property
    def check_again(self) -> date:
        """The day from which it is past its age: its own, or that of a fact which it uses."""
        days = [fact.check_again for fact in self.facts.values()]
        return min([self.head.check_again, *days])

    @property
    def button(self) -> str:
        """What stands on a button that leads to it."""
        return self.head.button or self.head.title


def read_article(file: Path, language: Language, facts: Facts) -> Article:
    """Read one file; its name is the slug. Raises ContentError, which names the file."""
    try:
        return _article(file.stem, language, file.read_text(encoding="utf-8"), facts)
    except (ContentError, ValidationError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError(f"{language}/articles/{file.name}: {sentence_of(error)}") from None


def _article(slug: str, language: Language, content: str, facts: Facts) -> Article:
    fields, text = head_and_text(content)
    head = Head.model_validate(fields)
    woven, sources = weave(text, head.sources, facts, language)
    urls = [source.url for source in sources]
    divided = divide(woven, urls)
    lead = render(divided.lead, urls)
    parts = [(title, render(tokens, urls)) for title, tokens in divided.parts]
    rendered = [lead, *(part for _, part in parts)]
    return Article(
        slug=slug,
        language=language,
        head=head.model_copy(update={"sources": sources}),
        lead=lead.html,
        parts=[Part(title, part.html, part.links) for title, part in parts],
        links=_links(rendered),
        uncited=uncited_in(rendered, len(urls)),
        facts={name: facts[name] for name in names_in(text)},
        unconfirmed=unconfirmed_in(rendered),
    )


def head_and_text(content: str) -> tuple[Mapping[str, Any], str]:
    """Return the fields of a file's head, and what stands beneath it.

    Raises ContentError or tomllib's TOMLDecodeError.
    """
    before, fence, rest = content.partition(FENCE)
    fields, closing, text = rest.partition(FENCE)
    if before or not fence or not closing:
        raise ContentError("must begin with a head between two lines of +++")
    return tomllib.loads(fields), text


def unconfirmed_in(rendered: Sequence[Rendered]) -> Sequence[str]:
    """Return the paragraphs and items that carry the mark, in plain words."""
    lines = [line for part in rendered for line in part.html.split("\n")]
    return [line.striptags() for line in lines if UNCONFIRMED in line]


def _links(rendered: Sequence[Rendered]) -> Sequence[str]:
    return list(dict.fromkeys(link for part in rendered for link in part.links))


def uncited_in(rendered: Sequence[Rendered], sources: int) -> Sequence[int]:
    """Return the numbers of the sources, of so many, to which nothing points."""
    cited = frozenset().union(*(part.cited for part in rendered))
    return [number for number in range(1, sources + 1) if number not in cited]
