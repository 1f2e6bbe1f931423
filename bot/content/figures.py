"""Public figures of decisions on Russian citizens and of their applications, by year, from data.

A number that nobody found is None: never zero, and never what is left of others.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Annotated, Final, Self

from pydantic import ConfigDict, Field, TypeAdapter, model_validator
from pydantic.dataclasses import dataclass

from bot.content.articles import Article
from bot.content.library import Library
from bot.content.toml import read_toml
from bot.core.languages import Language

FIGURES: Final = Path(__file__).parent / "figures.toml"
ARTICLE: Final = "figures"
"""The answer that says the same in words and names the same sources."""

_DATA: Final = ConfigDict(extra="forbid")
Count = Annotated[int, Field(ge=0)]
Url = Annotated[str, Field(pattern="^https://")]


class Subject(StrEnum):
    """What is counted by year."""

    DECISIONS = "decisions"
    APPLICATIONS = "applications"


class Kind(StrEnum):
    """What a decision was. Only the first two decide on the grounds."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    NOT_EXAMINED = "not_examined"
    LAPSED = "lapsed"


class Weight(StrEnum):
    """How a number reached us."""

    MIGRI = "migri"
    RETOLD = "retold"


@dataclass(frozen=True, config=_DATA)
class Source:
    """Where numbers were read."""

    url: Url
    published: str
    """A day, a month or a year, as the page has it."""
    weight: Weight
    counts: str
    """What exactly is counted, for who mends the data."""


@dataclass(frozen=True, config=_DATA)
class Year:
    """What was found of one year."""

    year: int
    source: Mapping[Subject, str]
    """The source of each subject."""
    until: date | None = None
    """The last day counted, if the year is not whole."""
    applications: Count | None = None
    decisions: Count | None = None
    positive: Count | None = None
    negative: Count | None = None
    other: Count | None = None
    """Those that decide nothing on the grounds."""
    not_examined: Count | None = None
    lapsed: Count | None = None
    negative_for_one_positive: Count | None = None
    """A ratio, where nobody told the numbers behind it."""

    @property
    def name(self) -> str:
        """Return what it is called."""
        return str(self.year)

    @property
    def said(self) -> Sequence[int | None]:
        """Return the numbers that the answer in words says too."""
        return [self.applications, self.decisions, *self.kinds.values()]

    @property
    def kinds(self) -> Mapping[Kind, int]:
        """Return the kinds of decisions whose number was found, in the order they are told."""
        found = {kind: getattr(self, kind.value) for kind in Kind}
        return {kind: number for kind, number in found.items() if number is not None}

    def tells(self, subject: Subject) -> bool:
        """Say whether anything was found of a subject."""
        number = self.decisions if subject is Subject.DECISIONS else self.applications
        ratio = self.negative_for_one_positive if subject is Subject.DECISIONS else None
        return number is not None or ratio is not None

    @model_validator(mode="after")
    def _is_of_one_piece(self) -> Self:
        if self.until and self.until.year != self.year:
            raise ValueError(f"{self.year}: until is a day of another year")
        if {subject for subject in Subject if self.tells(subject)} != set(self.source):
            raise ValueError(f"{self.year}: name a source for what it tells, and for nothing else")
        if sum(self.kinds.values()) > (self.decisions or 0):
            raise ValueError(f"{self.year}: the kinds are more than the decisions")
        if self.other is not None and self.other != (self.not_examined or 0) + (self.lapsed or 0):
            raise ValueError(f"{self.year}: other is not_examined and lapsed together")
        return self


@dataclass(frozen=True, config=_DATA)
class Span:
    """What was found of a time that is no year: never drawn among years."""

    name: str
    source: str
    until: date
    """The last day counted."""
    since: date | None = None
    """The first day counted, if the source names it."""
    rounded: bool = False
    applications: Count | None = None
    decisions: Count | None = None
    positive: Count | None = None
    negative: Count | None = None
    other: Count | None = None
    waiting: Count | None = None
    negative_share: Annotated[float, Field(gt=0, lt=1)] | None = None
    removed: Count | None = None
    escorted: Count | None = None

    @property
    def said(self) -> Sequence[int | None]:
        """Return the numbers that the answer in words says too."""
        return [self.positive, self.negative, self.removed]


@dataclass(frozen=True)
class Row:
    """A year of which something was found, or years in a row of which nothing was."""

    first: int
    last: int
    year: Year | None


@dataclass(frozen=True, config=_DATA)
class Figures:
    """All of it."""

    checked: date
    """The day on which somebody last compared it with its sources."""
    check_again: date
    ask: Url
    """Where the authority itself shows such figures."""
    source: Mapping[str, Source]
    year: tuple[Year, ...]
    span: tuple[Span, ...]

    def rows(self, subject: Subject) -> Sequence[Row]:
        """Return every year from the first found to that of the check; gaps are rows as well."""
        found = {each.year: each for each in self.year if each.tells(subject)}
        every = range(min(found, default=self.checked.year), self.checked.year + 1)
        rows: list[Row] = []
        for is_gap, years in groupby(every, lambda year: year not in found):
            of_year = list(years)
            if is_gap:
                rows.append(Row(of_year[0], of_year[-1], None))
            else:
                rows += [Row(year, year, found[year]) for year in of_year]
        return rows

    def of(self, year: Year, subject: Subject) -> Source:
        """Return where a year's numbers of a subject were read."""
        return self.source[year.source[subject]]

    @property
    def of_years(self) -> Sequence[Source]:
        """Return the sources of all years, the newest year's first."""
        newest = reversed(self.year)
        found = {name: self.source[name] for year in newest for name in year.source.values()}
        return list(found.values())

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        years = [each.year for each in self.year]
        if not years or years != sorted(set(years)):
            raise ValueError("each year stands once, the earliest first")
        if self.checked.year < years[-1]:
            raise ValueError("checked is before the last year")
        named = {name for each in self.year for name in each.source.values()}
        named |= {each.source for each in self.span}
        if odd := sorted(named ^ set(self.source)):
            raise ValueError(f"source {odd[0]}: is named by nothing, or does not stand here")
        return self


_FILE: Final = TypeAdapter(Figures)


def read_figures(file: Path) -> Figures:
    """Read the figures. Raises ContentError, which names the file."""
    return read_toml(file, _FILE)


@cache
def figures() -> Figures:
    """Return the figures of this installation. Raises ContentError."""
    return read_figures(FIGURES)


def mistakes_in(made: Figures, articles: Library) -> Iterator[str]:
    """Yield a sentence for each thing that the answer in words says otherwise, or not at all."""
    for language in Language:
        article = articles.article(ARTICLE, language)
        if article is None:
            yield f"there is no {language}/articles/{ARTICLE}.md"
        else:
            yield from (f"{article.where} {mistake}" for mistake in _mistakes_in(made, article))


def _mistakes_in(made: Figures, article: Article) -> Iterator[str]:
    head = article.head
    if (head.checked, head.check_again) != (made.checked, made.check_again):
        yield "has other days of checking"
    urls = {source.url for source in head.sources}
    for name in sorted(name for name, source in made.source.items() if source.url not in urls):
        yield f"lacks the source {name}"
    said = _numbers_in(article)
    told: Sequence[Year | Span] = [*made.year, *made.span]
    for each in told:
        for number in each.said:
            if number is not None and number not in said:
                yield f"does not say {number}, as there is for {each.name}"


def _numbers_in(article: Article) -> frozenset[int]:
    """Return the numbers that an article says; thousands may stand apart, as in 1 172."""
    text = " ".join(part.striptags() for part in (article.lead, *(p.text for p in article.parts)))
    together = re.sub(r"(?<=\d)[ \u00a0\u202f](?=\d{3}\b)", "", text)
    return frozenset(int(number) for number in re.findall(r"\d+", together))
