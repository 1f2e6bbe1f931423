"""How the content is: what is past its age, what is hard to read, and how much there is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final

from bot.content.guides import guide
from bot.content.library import Library
from bot.content.process import process
from bot.content.sentences import sentences_of, words_in
from bot.content.writings import Writing
from bot.core.languages import Language

LONGEST_SENTENCE: Final = 25
"""Words; who reads in fear loses the thread of a longer one."""


@dataclass(frozen=True, slots=True)
class Aged:
    """Something that was compared with its sources, and is to be again."""

    kind: str
    """article, fact, stage or guide"""
    name: str
    language: Language | None
    """None: it stands once for all languages."""
    checked: date
    check_again: date

    def days_left(self, today: date) -> int:
        """Return in how many days it is past its age; negative: it is."""
        return (self.check_again - today).days


@dataclass(frozen=True, slots=True)
class LongSentence:
    """A sentence of more than LONGEST_SENTENCE words, and the file that it stands in."""

    where: str
    words: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Report:
    """How the content is on a day."""

    today: date
    aged: Sequence[Aged]
    """What is past its age first, then what will be next."""
    long_sentences: Sequence[LongSentence]
    """The longest first."""
    counts: Mapping[str, int]

    @property
    def overdue(self) -> int:
        """How much is past its age."""
        return sum(each.days_left(self.today) < 0 for each in self.aged)


def report(articles: Library, today: date) -> Report:
    """Look at everything. `today`: in Finland."""
    return Report(
        today=today,
        aged=sorted(_aged(articles), key=lambda each: each.check_again),
        long_sentences=sorted(_long_sentences(articles), key=lambda each: -each.words),
        counts=_counts(articles),
    )


def as_json(made: Report) -> dict[str, Any]:
    """Return the shape that scripts may rely on; days as 2026-11-26."""
    return {
        "today": made.today.isoformat(),
        "overdue": made.overdue,
        "counts": dict(made.counts),
        "freshness": [
            {
                "kind": each.kind,
                "name": each.name,
                "language": each.language,
                "checked": each.checked.isoformat(),
                "check_again": each.check_again.isoformat(),
                "days_left": each.days_left(made.today),
            }
            for each in made.aged
        ],
        "long_sentences": [asdict(each) for each in made.long_sentences],
    }


def as_lines(made: Report) -> Iterator[str]:
    """Yield the report as it is read at a terminal."""
    yield ", ".join(f"{number} {name}" for name, number in made.counts.items())
    yield f"\nPast their age on {made.today}: {made.overdue}"
    yield f"{'check again':12} {'days left':>9}  {'checked':10}  what"
    for each in made.aged:
        what = " ".join(filter(None, (each.kind, each.language, each.name)))
        days = each.days_left(made.today)
        mark = "  PAST ITS AGE" if days < 0 else ""
        yield f"{each.check_again!s:12} {days:9}  {each.checked}  {what}{mark}"
    yield f"\nSentences of more than {LONGEST_SENTENCE} words: {len(made.long_sentences)}"
    for found in made.long_sentences:
        yield f"{found.where}: {found.words} words: {found.sentence}"


def _aged(articles: Library) -> Iterator[Aged]:
    for article in articles.all():
        head = article.head
        yield Aged("article", article.slug, article.language, head.checked, article.check_again)
    for name, fact in articles.facts.items():
        yield Aged("fact", name, None, fact.checked, fact.check_again)
    for stage, about in process().about.items():
        yield Aged("stage", stage, None, about.checked, process().check_again(stage))
    yield Aged("guide", "now", None, guide().checked, guide().check_again)


def _long_sentences(articles: Library) -> Iterator[LongSentence]:
    for writing in _writings(articles):
        for sentence in sentences_of(writing):
            if (words := words_in(sentence)) > LONGEST_SENTENCE:
                yield LongSentence(writing.where, words, sentence)


def _counts(articles: Library) -> Mapping[str, int]:
    every = articles.all()
    sources = {source.url for article in every for source in article.head.sources}
    return {
        "answers": len({article.slug for article in every}),
        "planned answers": len(articles.unwritten),
        "articles": len(every),
        "stages": len(process().about),
        "parts": sum(len(article.parts) for article in every),
        "sources": len(sources),
        "phrases": sum(len(p) for asked in articles.asked.values() for p in asked.values()),
        "facts": len(articles.facts),
        "unconfirmed facts": sum(not fact.confirmed for fact in articles.facts.values()),
        "unconfirmed sentences": sum(len(each.unconfirmed) for each in _writings(articles)),
    }


def _writings(articles: Library) -> Sequence[Writing]:
    return [*articles.all(), *process().all()]
