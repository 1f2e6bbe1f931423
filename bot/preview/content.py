"""All articles, guide and stages, drawn from the content alone: no need to load what speaks to
Telegram.

The words are those of the screens (`bot.ui.texts`); the labels of the buttons are put together
here once more, and a test holds them to the screens that people tap.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby, zip_longest
from typing import Final, NamedTuple

from markupsafe import Markup

from bot.content.articles import Article
from bot.content.figures import ARTICLE as FIGURES
from bot.content.guides import Guide, guide
from bot.content.library import Library
from bot.content.process import Process, process
from bot.core.languages import Language
from bot.core.sections import Section
from bot.core.stages import URGENT, Stage, laws_on
from bot.preview.drawing import figure, index_of, joined, missing, page, place
from bot.ui.process_texts import laws_text, stage_text
from bot.ui.sections import section_name
from bot.ui.texts import (
    COUNTED,
    MOST_BENEATH,
    SOURCES_PER_PAGE,
    answer_text,
    part_text,
    plan_text,
    sources_text,
    step_text,
)
from bot.ui.words import Translator, translator

Labels = Sequence[Sequence[str]]
"""Of buttons, row by row."""

TITLE: Final = "The content of Majakka"
THE_GUIDE: Final = "The guide"
THE_PROCESS: Final = "The process"
_ANCHORS: Final = {THE_GUIDE: "guide.", THE_PROCESS: "stage."}
"""Begin what the index points to: a slug, a stage and a place of the guide may have one name."""


class Seen(NamedTuple):
    """One screen: Telegram's HTML, and the labels of its buttons."""

    caption: str
    text: Markup
    labels: Labels = ()


class Place(NamedTuple):
    """An answer, a stage, or a place of the guide, on the page."""

    hall: str
    """What it stands under: its section in both languages, the guide or the process."""
    name: str
    """The slug, or the name in the guide."""
    sides: Sequence[Sequence[Seen]]
    """The screens in each language."""

    @property
    def anchor(self) -> str:
        """What the index points to."""
        return _ANCHORS.get(self.hall, "") + self.name


def preview(articles: Library, today: date) -> Markup:
    """Return the page. `today`: in Finland, by which answers are past their age."""
    places = [
        *_answers(articles, today),
        *_guide(articles, guide(), today),
        *_stages(articles, process(), today),
    ]
    halls = [(hall, list(inside)) for hall, inside in groupby(places, key=lambda each: each.hall)]
    index = joined(
        index_of(hall, [(each.anchor, each.name) for each in inside]) for hall, inside in halls
    )
    body = joined(
        Markup("<h2>{}</h2>\n{}").format(hall, joined(map(_drawn, inside)))
        for hall, inside in halls
    )
    return page(TITLE, index, body)


def answer(article: Article, articles: Library, today: date, tr: Translator) -> Iterator[Seen]:
    """Yield the short answer with its buttons, each part, and the sources."""
    labels = _beneath(article, articles, tr)
    yield Seen("short answer", answer_text(article, today, tr), labels)
    for number in range(1, len(article.parts) + 1):
        yield Seen(f"part {number}", part_text(article, number, tr))
    numbered = list(enumerate(article.head.sources, start=1))
    for begin in range(0, len(numbered), SOURCES_PER_PAGE):
        shown = numbered[begin : begin + SOURCES_PER_PAGE]
        yield Seen("sources", sources_text(article, shown, tr))


def step(made: Guide, name: str, tr: Translator) -> Seen:
    """Return one question of the guide."""
    choices = _alone(tr(choice.label) for choice in made.steps[name].choices)
    return Seen("step", step_text(made, name, tr), [*choices, _way_back(made, name, tr)])


def plan(made: Guide, name: str, articles: Library, today: date, tr: Translator) -> Seen:
    """Return what to do at an end of the guide."""
    outcome = made.outcomes[name]
    urgent = [tr("Urgent help")] if outcome.urgent else []
    urgent += [tr("Count my last day")] if outcome.runs else []
    buttons = _buttons_of(outcome.articles, articles, tr.language)
    labels = _alone([*urgent, *buttons, tr("Keep this plan"), tr("Ask a person")])
    return Seen(
        "plan", plan_text(made, name, None, today, tr), [*labels, _way_back(made, name, tr)]
    )


def stage(
    made: Process, each: Stage, articles: Library, today: date, tr: Translator
) -> Iterator[Seen]:
    """Yield what a stage says with its buttons, and both laws where they differ."""
    about, told = made.about[each], made.told(each, tr.language)
    answers = _buttons_of(about.articles, articles, tr.language)
    helps = tr("Urgent help") if each in URGENT else tr("Ask a person")
    labels: Labels = [
        [tr("This is where I am"), helps],
        *_alone([tr("Old and new law")] if about.decides else []),
        *_alone(answers[:MOST_BENEATH]),
        [*([tr("More answers")] if len(answers) > MOST_BENEATH else []), tr("Sources")],
        [tr("Back"), tr("Home")],
    ]
    yield Seen("stage", stage_text(made, each, today, tr, is_mine=False), labels)
    if about.decides:
        laws = laws_on(about.decides, None)
        below = [[tr("Sources")], [tr("Back to the stage"), tr("Home")]]
        yield Seen("two laws", laws_text(told, about.decides, laws, tr), below)


def _answers(articles: Library, today: date) -> Iterator[Place]:
    for section in Section:
        for slug in articles.order.get(section, ()):
            found = [(translator(each), articles.article(slug, each)) for each in Language]
            sides = [list(answer(it, articles, today, tr)) if it else [] for tr, it in found]
            if any(sides):
                yield Place(" · ".join(section_name(section, tr) for tr, _ in found), slug, sides)


def _guide(articles: Library, made: Guide, today: date) -> Iterator[Place]:
    speakers = [translator(language) for language in Language]
    for name in made.steps:
        yield Place(THE_GUIDE, name, [[step(made, name, tr)] for tr in speakers])
    for name in made.outcomes:
        yield Place(THE_GUIDE, name, [[plan(made, name, articles, today, tr)] for tr in speakers])


def _stages(articles: Library, made: Process, today: date) -> Iterator[Place]:
    speakers = [translator(language) for language in Language]
    for each in Stage:
        sides = [list(stage(made, each, articles, today, tr)) for tr in speakers]
        yield Place(THE_PROCESS, each, sides)


def _beneath(article: Article, articles: Library, tr: Translator) -> Labels:
    related = _buttons_of(article.links, articles, tr.language)
    if len(related) > MOST_BENEATH:
        related = [tr("Related answers")]
    first = [part.title for part in article.parts[:1]]
    more = [tr("More")] if len(article.parts) > 1 else []
    return [
        *_alone([tr("Count my last day")] if article.slug in COUNTED else []),
        *_alone(first),
        [*more, tr("Ask a person")],
        *_alone([tr("Picture, and all numbers")] if article.slug == FIGURES else []),
        *_alone(related),
        [tr("Sources"), tr("Keep or share")],
        [tr("Back to the topic"), tr("Home")],
    ]


def _alone(labels: Iterable[str]) -> Labels:
    """Return a row for each label."""
    return [[label] for label in labels]


def _buttons_of(slugs: Iterable[str], articles: Library, language: Language) -> Sequence[str]:
    return [article.button for article in articles.named(slugs, language)]


def _way_back(made: Guide, name: str, tr: Translator) -> Sequence[str]:
    return [*([tr("Back")] if made.before(name) else []), tr("Home")]


def _drawn(each: Place) -> Markup:
    rows = zip_longest(*each.sides)
    return place(
        each.anchor,
        each.name,
        ([_figure(*seen) for seen in zip(row, Language, strict=True)] for row in rows),
    )


def _figure(seen: Seen | None, language: Language) -> Markup:
    if seen is None:
        return missing(language)
    keyboard = [[{"text": label} for label in row] for row in seen.labels]
    return figure(seen.caption, seen.text, keyboard, language)
