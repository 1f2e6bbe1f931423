"""What the picture of the figures says, in one language: all of it but shapes and colours. Pure.

`deploy/draw_figures.py` draws it when content is built; the bot only sends the file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.content.figures import Figures, Kind, Row, Subject, Weight
from bot.emigre.figures import words
from bot.ui.words import Translator


@dataclass(frozen=True, slots=True)
class Bar:
    """One year, or years in a row without a number."""

    years: str
    until: str
    """The last day counted, if the year is not whole."""
    length: int | None
    """How many there were in all; None draws no bar."""
    kinds: Mapping[Kind, int]
    beside: str
    """The number as text, or why there is none."""
    retold: bool
    """It was read at second hand."""


@dataclass(frozen=True, slots=True)
class Part:
    """The bars of one subject."""

    title: str
    bars: Sequence[Bar]
    kinds: Mapping[Kind, str]
    """The names of the kinds that the bars are made of."""


@dataclass(frozen=True, slots=True)
class Picture:
    """All words and numbers of a picture."""

    title: str
    parts: Sequence[Part]
    partial: str
    """What a hatched bar is."""
    unknown: str
    """What the empty part of a bar of decisions is."""
    warning: str
    notes: Sequence[str]


def picture(figures: Figures, tr: Translator) -> Picture:
    """Return what is to be drawn in a language."""
    return Picture(
        title=str(words.title(tr)),
        parts=[_part(figures, subject, tr) for subject in Subject],
        partial=str(tr("not the whole year")),
        unknown=str(tr("outcome not told")),
        warning=str(tr("This does not tell how one person's case ends.")),
        notes=[str(note) for note in _notes(figures, tr)],
    )


def _part(figures: Figures, subject: Subject, tr: Translator) -> Part:
    bars = [_bar(figures, row, subject, tr) for row in figures.rows(subject)]
    used = {kind for bar in bars for kind in bar.kinds}
    return Part(
        title=str(words.subject_name(subject, tr)),
        bars=bars,
        kinds={kind: str(words.kind_name(kind, tr)) for kind in Kind if kind in used},
    )


def _bar(figures: Figures, row: Row, subject: Subject, tr: Translator) -> Bar:
    if row.year is None:
        return Bar(words.years(row), "", None, {}, str(words.not_found(tr)), retold=False)
    of_decisions = subject is Subject.DECISIONS
    length = row.year.decisions if of_decisions else row.year.applications
    return Bar(
        years=words.years(row),
        until=str(words.until(row.year, tr)),
        length=length,
        kinds=row.year.kinds if of_decisions else {},
        beside=str(words.ratio(row.year, tr)) if length is None else tr.number(length),
        retold=figures.of(row.year, subject).weight is Weight.RETOLD,
    )


def _notes(figures: Figures, tr: Translator) -> Sequence[str]:
    hosts = {
        weight: ", ".join(
            urlsplit(source.url).netloc.removeprefix("www.")
            for source in figures.of_years
            if source.weight is weight
        )
        for weight in Weight
    }
    return [
        tr("“Not found” does not mean zero. Each part has a scale of its own."),
        tr("Numbers of Migri: {hosts}", hosts=hosts[Weight.MIGRI]),
        tr("* Retold: {hosts}", hosts=hosts[Weight.RETOLD]),
        tr("Checked against its sources on {day}.", day=tr.day(figures.checked)),
    ]
