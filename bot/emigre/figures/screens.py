"""What a reader of the figures sees. Pure: data in, screen or letter out."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from urllib.parse import urlsplit

from markupsafe import Markup

from bot.content.articles import Article
from bot.content.figures import ARTICLE, Figures, Source, Subject, Weight, Year
from bot.core.outgoing import Letter
from bot.emigre.figures import words
from bot.ui.buttons import ShowArticle, home
from bot.ui.screen import Button, Screen
from bot.ui.texts import due_text
from bot.ui.words import Translator

Cite = Callable[[Source], str]


def picture_letter(figures: Figures, tr: Translator) -> Letter:
    """Return the picture with what it shows in words, for whoever cannot see it."""
    parts = [_title(tr), *_by_year(figures, lambda _: "", tr)]
    keyboard = [[button.as_key() for button in row] for row in _ways_on(tr)]
    return Letter(str(Markup("\n\n").join(parts)), keyboard, picture=f"{tr.language}/{ARTICLE}")


def numbers_screen(figures: Figures, article: Article, today: date, tr: Translator) -> Screen:
    """Show every number as text, what it means for one person, and where it was read.

    `article`: the answer about the figures, whose sources have the same numbers here;
    `today`: in Finland.
    """
    numbers = {source.url: n for n, source in enumerate(article.head.sources, start=1)}

    def cite(source: Source) -> str:
        return f" [{numbers[source.url]}]" if source.url in numbers else ""

    parts = [
        _title(tr),
        *_by_year(figures, cite, tr),
        _meaning(tr),
        *_sources(figures, article, tr),
        tr("See for yourself at Migri: {link}", link=_link(figures.ask)),
        Markup("<i>{}</i>").format(_checked(figures, today, tr)),
        tr("The picture comes beneath."),
    ]
    return Screen(Markup("\n\n").join(parts), _ways_on(tr))


def _title(tr: Translator) -> Markup:
    return Markup("<b>{}</b>").format(words.title(tr))


def _by_year(figures: Figures, cite: Cite, tr: Translator) -> Iterator[Markup]:
    for subject in Subject:
        rows = figures.rows(subject)
        lines = [Markup("<b>{}</b>").format(words.subject_name(subject, tr))]
        lines += [_line(figures, row.year, subject, cite, tr=tr) for row in rows if row.year]
        gaps = ", ".join(words.years(row) for row in rows if row.year is None)
        if gaps:
            lines.append(tr("{years}: not found, which does not mean zero.", years=gaps))
        yield Markup("\n").join(lines)


def _line(figures: Figures, year: Year, subject: Subject, cite: Cite, *, tr: Translator) -> Markup:
    label = ", ".join(filter(None, [str(year.year), words.until(year, tr)]))
    mark = cite(figures.of(year, subject))
    return Markup("{}: {}{}").format(label, words.told(year, subject, tr), mark)


def _meaning(tr: Translator) -> Markup:
    return tr(
        "<b>For one person</b>\n"
        "These numbers do not tell how your case ends: your facts and your proof decide it.\n"
        "• They show how many decisions there were, and of which kind.\n"
        "• The decisions of a year are often about applications of years before: do not divide one"
        " by the other.\n"
        "• Politics, faith, call-up, LGBTQ+, Chechnya: all groups are in one number.\n"
        "• Not examined and lapsed are no refusals on the grounds.\n"
        "• What a court changed later is not in them.\n"
        "• Children are counted too, and perhaps repeated applications."
    )


def _sources(figures: Figures, article: Article, tr: Translator) -> Iterator[Markup]:
    weights = {source.url: source.weight for source in figures.of_years}
    headings = {
        Weight.MIGRI: tr("<b>Numbers of Migri, in the press</b>"),
        Weight.RETOLD: tr("<b>Retold at second hand</b>"),
    }
    for weight, heading in headings.items():
        lines = [
            Markup('[{}] <a href="{}">{}</a>').format(number, source.url, source.title)
            for number, source in enumerate(article.head.sources, start=1)
            if weights.get(source.url) is weight
        ]
        if lines:
            yield Markup("\n").join([heading, *lines])


def _link(url: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(url, urlsplit(url).netloc)


def _checked(figures: Figures, today: date, tr: Translator) -> Markup:
    checked = tr("Checked against its sources on {day}.", day=tr.day(figures.checked))
    if figures.check_again >= today:
        return checked
    return Markup(" ").join([checked, due_text(figures.check_again, tr)])


def _ways_on(tr: Translator) -> Sequence[Sequence[Button]]:
    back = Button(tr("Back to the answer"), ShowArticle(slug=ARTICLE, part=0))
    return [[back], [home(tr)]]
