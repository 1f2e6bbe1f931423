"""A guide: a walk of questions and choices that ends in what to do. Data, in message ids."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from bot.content.toml import read_toml

FOLDER: Final = Path(__file__).parent / "guides"
MOST_ARTICLES: Final = 4
"""Answers beneath an outcome, which has other buttons as well."""


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Choice(_Data):
    """One answer to a question, and the step or outcome that it leads to."""

    label: str
    to: str


class Step(_Data):
    """A question."""

    ask: str
    choices: tuple[Choice, ...] = Field(min_length=2)


class Outcome(_Data):
    """What to do: the end of a walk."""

    title: str
    do: tuple[str, ...] = Field(min_length=1)
    articles: tuple[str, ...] = Field(min_length=1)
    """Slugs of the answers that hold the details and the sources."""
    urgent: bool = False
    runs: bool = False
    """A paper has come with days that run: they can be counted."""


class Guide(_Data):
    """Steps and outcomes by their names, which buttons and kept plans use."""

    title: str
    checked: date
    check_again: date
    start: str
    steps: Mapping[str, Step]
    outcomes: Mapping[str, Outcome]

    @property
    def messages(self) -> Iterator[str]:
        """Yield every text, to be translated."""
        yield self.title
        for step in self.steps.values():
            yield step.ask
            yield from (choice.label for choice in step.choices)
        for outcome in self.outcomes.values():
            yield outcome.title
            yield from outcome.do

    def before(self, name: str) -> str | None:
        """Return the step that leads to a step or outcome; None for the first one."""
        leading = (
            step
            for step, content in self.steps.items()
            if any(choice.to == name for choice in content.choices)
        )
        return next(leading, None)


def read_guide(file: Path) -> Guide:
    """Read a guide. Raises ContentError, which names the file."""
    return read_toml(file, TypeAdapter(Guide))


@cache
def guide() -> Guide:
    """Return the guide “What do I do now?”."""
    return read_guide(FOLDER / "now.toml")


def mistakes_in(made: Guide, slugs: frozenset[str]) -> Iterator[str]:
    """Yield a sentence for each thing that must be mended. `slugs`: of all articles."""
    known = made.steps.keys() | made.outcomes.keys()
    for name in sorted(made.steps.keys() & made.outcomes.keys()):
        yield f"{name} is a step and an outcome"
    for name, step in made.steps.items():
        for choice in step.choices:
            if choice.to not in known:
                yield f"{name}: leads to {choice.to}, which is nothing"
    for name in sorted(known - _reached(made)):
        yield f"{name} is never reached"
    for name, outcome in made.outcomes.items():
        for slug in sorted(set(outcome.articles) - slugs):
            yield f"{name}: names {slug}, which is no article"
        if len(outcome.articles) > MOST_ARTICLES:
            yield f"{name}: names more than {MOST_ARTICLES} articles"


def _reached(made: Guide) -> set[str]:
    """Return the names that a walk from the start can come to."""
    reached, ahead = set[str](), [made.start]
    while ahead:
        name = ahead.pop()
        if name in reached:
            continue
        reached.add(name)
        if name in made.steps:
            ahead += [choice.to for choice in made.steps[name].choices]
    return reached
