"""The figures in words, for the screen and for the picture alike. Pure."""

from collections.abc import Mapping
from typing import Final

from markupsafe import Markup, escape

from bot.content.figures import Kind, Row, Subject, Year
from bot.ui.words import Translator, mark

_KINDS: Final[Mapping[Kind, str]] = {
    # Translators: a heading over a number of decisions, in the plural
    Kind.POSITIVE: mark("positive"),
    Kind.NEGATIVE: mark("negative"),
    Kind.NOT_EXAMINED: mark("not examined"),
    Kind.LAPSED: mark("lapsed"),
}
_SUBJECTS: Final[Mapping[Subject, str]] = {
    Subject.DECISIONS: mark("Decisions of Migri"),
    Subject.APPLICATIONS: mark("Applications"),
}


def title(tr: Translator) -> Markup:
    """Say what is counted."""
    return tr("Asylum in Finland, citizens of Russia: decisions and applications by year")


def subject_name(subject: Subject, tr: Translator) -> Markup:
    """Name what is counted in one part."""
    return tr(_SUBJECTS[subject])


def kind_name(kind: Kind, tr: Translator) -> Markup:
    """Name a kind of decisions."""
    return tr(_KINDS[kind])


def years(row: Row) -> str:
    """Return a year, or the first and the last of some in a row."""
    return f"{row.first}" if row.first == row.last else f"{row.first}\u2013{row.last}"


def until(year: Year, tr: Translator) -> Markup:
    """Say up to which day a year is counted; nothing if it is whole."""
    # Translators: the last day counted of a year that is not whole
    return tr("until {day}", day=tr.short_day(year.until)) if year.until else Markup()


def not_found(tr: Translator) -> Markup:
    """Say that there is no number, which is not zero."""
    return tr("not found")


def ratio(year: Year, tr: Translator) -> Markup:
    """Say how many refusals there were for one yes, where the numbers behind it were not found."""
    return tr(
        "{n} negative for each positive; the numbers were not found",
        n=year.negative_for_one_positive,
    )


def told(year: Year, subject: Subject, tr: Translator) -> Markup:
    """Say what was found of a year."""
    if subject is Subject.APPLICATIONS:
        return escape(tr.number(year.applications or 0))
    if year.decisions is None:
        return ratio(year, tr)
    kinds = [f"{kind_name(kind, tr)} {tr.number(number)}" for kind, number in year.kinds.items()]
    return Markup(", ").join([tr("{n} in all", n=tr.number(year.decisions)), *kinds])
