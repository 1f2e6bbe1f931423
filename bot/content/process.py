"""The process in words: what each stage means, how long it takes, and what to do there.

What every language shares stands in `process/stages.toml` and `process/sources.toml`, the words in
`locales/<language>/stages/<stage>.md`: the meaning, then a part for each `Piece`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

from markupsafe import Markup
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from bot.content.articles import Part, head_and_text, uncited_in, unconfirmed_in
from bot.content.errors import ContentError, sentence_of
from bot.content.facts import FACTS, Fact, Facts, Source, names_in, read_facts, weave
from bot.content.markdown import divide, render
from bot.content.toml import read_toml
from bot.core.languages import Language
from bot.core.stages import Event, Law, Stage
from bot.files import folder

PROCESS: Final = Path(__file__).parent / "process"


class Piece(StrEnum):
    """What the headings of a stage's file say: the same ones in every language."""

    WHO = "who decides"
    LONG = "how long"
    NOW = "now"
    OLD = "old law"
    NEW = "new law"


OF_LAW: Final[Mapping[Law, Piece]] = {Law.OLD: Piece.OLD, Law.NEW: Piece.NEW}


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class About(_Data):
    """What every language shares of a stage."""

    articles: tuple[str, ...] = Field(min_length=1)
    """Slugs of the answers that belong to it, written or planned, what is needed first."""
    decides: Event | None = None
    """What parts the two laws here; None: this stage is the same under both."""
    checked: date
    check_again: date


class Page(_Data):
    """A page that says so, as one language names it."""

    title: str = Field(min_length=1)
    says: str = Field(min_length=1)


class Cited(_Data):
    """A page that stages cite by its name."""

    url: str = Field(pattern="^https://")
    ru: Page
    fi: Page

    def source(self, language: Language) -> Source:
        """Return it in one language."""
        page = {Language.RUSSIAN: self.ru, Language.FINNISH: self.fi}[language]
        return Source(title=page.title, url=self.url, says=page.says)


class Head(_Data):
    """The fields at the head of a stage's file."""

    sources: tuple[str, ...] = ()
    """Names in sources.toml: the first one is [1]."""


@dataclass(frozen=True, slots=True)
class Told:
    """A stage in one language, ready to be shown."""

    stage: Stage
    language: Language
    meaning: Markup
    pieces: Mapping[Piece, Markup]
    sources: Sequence[Source]
    uncited: Sequence[int]
    """Numbers of sources that the text never points to."""
    cites: Sequence[str]
    """Names of the pages that its head gives."""
    facts: Mapping[str, Fact]
    unconfirmed: Sequence[str]
    links: Sequence[str]
    """Slugs that the text points to: none can be tapped here."""

    @property
    def slug(self) -> str:
        """What it is called in every language."""
        return self.stage.value

    @property
    def title(self) -> str:
        """Nothing: the names of stages stand in the catalogues."""
        return ""

    @property
    def lead(self) -> Markup:
        """What stands before its parts."""
        return self.meaning

    @property
    def parts(self) -> Sequence[Part]:
        """The pieces, as parts of a text; their headings are shown in no language."""
        return [Part("", text) for text in self.pieces.values()]

    @property
    def where(self) -> str:
        """Where its file stands, for who mends it."""
        return f"{self.language}/stages/{self.stage}.md"


class Process:
    """All stages, in both languages."""

    def __init__(
        self,
        about: Mapping[Stage, About],
        cited: Mapping[str, Cited],
        told: Sequence[Told],
        facts: Facts,
    ) -> None:
        self.about = about
        self.cited = cited
        self.facts = facts
        self._told = {(each.stage, each.language): each for each in told}

    def told(self, stage: Stage, language: Language) -> Told:
        """Return a stage in a language: each is there, or `read_process` would have failed."""
        return self._told[stage, language]

    @property
    def facts_used(self) -> frozenset[str]:
        """The names of the facts that stand in its texts."""
        return frozenset[str]().union(*(told.facts for told in self.all()))

    def check_again(self, stage: Stage) -> date:
        """Return the day from which a stage is past its age: its own, or that of a fact in it."""
        facts = [fact for each in self.all() if each.stage is stage for fact in each.facts.values()]
        return min([self.about[stage].check_again, *(fact.check_again for fact in facts)])

    def overdue(self, today: date) -> Sequence[Stage]:
        """Return the stages that should have been checked again. `today`: in Finland."""
        return [stage for stage in Stage if self.check_again(stage) < today]

    def all(self) -> Sequence[Told]:
        """Return every text, one language after the other."""
        return [each for language in Language for each in self.all_in(language)]

    def all_in(self, language: Language) -> Sequence[Told]:
        """Return every text in a language, in the order of the stages."""
        return [self._told[stage, language] for stage in Stage]

    def article(self, slug: str, language: Language) -> Told | None:
        """Return the text of a stage by its value."""
        return self._told.get((Stage(slug), language))


def read_process(shared: Path, locales: Path, facts: Facts) -> Process:
    """Read every stage in every language. Raises ContentError, which names the file."""
    about: Mapping[Stage, About] = read_toml(
        shared / "stages.toml", TypeAdapter(Mapping[Stage, About])
    )
    cited: Mapping[str, Cited] = read_toml(
        shared / "sources.toml", TypeAdapter(Mapping[str, Cited])
    )
    for stage in Stage:
        if stage not in about:
            raise ContentError(f"{shared.name}/stages.toml: {stage} is missing")
    return Process(about, cited, list(_all_told(locales, cited, facts)), facts)


def _all_told(locales: Path, cited: Mapping[str, Cited], facts: Facts) -> Iterator[Told]:
    for language in Language:
        for stage in Stage:
            file = locales / language / "stages" / f"{stage}.md"
            try:
                yield _told(stage, language, file.read_text(encoding="utf-8"), cited, facts)
            except FileNotFoundError:
                raise ContentError(f"{language}/stages/{file.name}: is missing") from None
            except (ContentError, ValidationError, ValueError) as error:
                raise ContentError(f"{language}/stages/{file.name}: {sentence_of(error)}") from None


def _told(
    stage: Stage, language: Language, content: str, cited: Mapping[str, Cited], facts: Facts
) -> Told:
    fields, text = head_and_text(content)
    head = Head.model_validate(fields)
    if unknown := [name for name in head.sources if name not in cited]:
        raise ContentError(f"{unknown[0]} is no page in sources.toml")
    named = [cited[name].source(language) for name in head.sources]
    woven, sources = weave(text, named, facts, language)
    urls = [source.url for source in sources]
    divided = divide(woven, urls)
    meaning = render(divided.lead, urls)
    pieces = {Piece(title): render(tokens, urls) for title, tokens in divided.parts}
    rendered = [meaning, *pieces.values()]
    return Told(
        stage=stage,
        language=language,
        meaning=meaning.html,
        pieces={piece: each.html for piece, each in pieces.items()},
        sources=sources,
        uncited=uncited_in(rendered, len(urls)),
        cites=head.sources,
        facts={name: facts[name] for name in names_in(text)},
        unconfirmed=unconfirmed_in(rendered),
        links=[link for each in rendered for link in each.links],
    )


@cache
def process() -> Process:
    """Return the process of this installation, read at the first call. Raises ContentError."""
    return read_process(PROCESS, folder("locales"), read_facts(FACTS))
