"""What émigrés really read: every answer and the guide, drawn as on the day they were checked."""

from collections.abc import Iterator, Sequence
from math import ceil

from bot.content.articles import Article
from bot.content.figures import ARTICLE as FIGURES
from bot.content.figures import figures
from bot.content.glossary import Matter, glossary
from bot.content.glossary_uses import uses
from bot.content.guides import guide
from bot.content.library import library
from bot.content.process import process
from bot.core.sections import Section
from bot.core.stages import PHASES, Phase, Stage, laws_on
from bot.emigre.figures import screens as numbers
from bot.emigre.glossary import screens as words
from bot.emigre.guide import screens as walking
from bot.emigre.process import screens as standing
from bot.emigre.reading import screens as reading
from bot.ui.screen import Screen
from bot.ui.texts import SOURCES_PER_PAGE
from bot.ui.words import Translator
from tests.ui.gallery import Picture
from tests.ui.rooms import FLAT, OUTSIDE, Drawn


def shelves(tr: Translator) -> Iterator[Picture]:
    """Yield the topics, each answer with parts and sources, all words, guide and process."""
    for name, screens in _topics(tr):
        yield from _pictures("the topics", name, screens)
    for article in library().all_in(tr.language):
        yield from _pictures("the answers", article.slug, _answer(article, tr))
    for name, screens in _words(tr):
        yield from _pictures("the glossary", name, screens)
    for name in guide().steps:
        yield from _pictures("the guide", name, [walking.step_screen(guide(), name, tr)])
    for name in guide().outcomes:
        yield from _pictures("the guide", name, [_outcome(name, tr)])
    for name, screens in _process(tr):
        yield from _pictures("the process", name, screens)
    for stage in Stage:
        yield from _pictures("the sources of stages", stage, _sources_of(stage, tr))


def _pictures(room: str, name: str, screens: Sequence[Drawn]) -> Iterator[Picture]:
    for screen in screens:
        yield Picture(
            room=room,
            name=name,
            seen_at=frozenset({OUTSIDE, FLAT}),
            is_home=False,
            drawn=screen,
        )


def _topics(tr: Translator) -> Iterator[tuple[str, Sequence[Screen]]]:
    topics = {section: library().of_section(section, tr.language) for section in Section}
    filled = [section for section in Section if topics[section]]
    yield "all", [reading.sections_screen(filled, tr)]
    yield "urgent", [reading.urgent_screen(_named(reading.URGENT, tr), tr)]
    for section in filled:
        yield section, [reading.section_screen(section, topics[section], tr)]


def _answer(article: Article, tr: Translator) -> Sequence[Drawn]:
    pages = range(ceil(len(article.head.sources) / SOURCES_PER_PAGE))
    related = _named(article.links, tr)
    return [
        reading.article_screen(article, related, article.head.checked, tr),
        reading.parts_screen(article, tr, has_terms=bool(uses().terms_of(article.slug))),
        *(
            reading.part_screen(article, number, _named(part.links, tr), tr)
            for number, part in enumerate(article.parts, start=1)
        ),
        *([reading.related_screen(article, related, tr)] if related else []),
        *(reading.sources_screen(article, number, tr) for number in pages),
        *(_figures(article, tr) if article.slug == FIGURES else []),
    ]


def _words(tr: Translator) -> Iterator[tuple[str, Sequence[Screen]]]:
    for matter in Matter:
        terms = glossary().of_matter(matter)
        pages = range(ceil(len(terms) / words.TERMS_PER_PAGE))
        yield matter, [words.matter_screen(matter, terms, page, tr) for page in pages]
        yield (
            matter,
            [
                words.term_screen(term, _named(uses().articles_of(term), tr), 0, tr)
                for term in terms
            ],
        )


def _figures(article: Article, tr: Translator) -> Sequence[Drawn]:
    letter = numbers.picture_letter(figures(), tr)
    return [numbers.numbers_screen(figures(), article, figures().checked, tr), letter]


def _outcome(name: str, tr: Translator) -> Screen:
    articles = _named(guide().outcomes[name].articles, tr)
    ending = walking.Ending(guide(), name, articles, None, guide().checked)
    return walking.outcome_screen(ending, tr)


def _process(tr: Translator) -> Iterator[tuple[str, Sequence[Screen]]]:
    yield "all", [standing.stages_screen(Stage.KHO, tr)]
    for phase in Phase:
        yield f"phase {phase}", [standing.phase_screen(phase, None, tr)]
        for stage in PHASES[phase]:
            yield stage, list(_stage(stage, tr))


def _sources_of(stage: Stage, tr: Translator) -> Sequence[Screen]:
    pages = range(ceil(len(process().told(stage, tr.language).sources) / SOURCES_PER_PAGE))
    return [standing.sources_screen(process(), stage, number, tr) for number in pages]


def _stage(stage: Stage, tr: Translator) -> Iterator[Screen]:
    about = process().about[stage]
    answers = _named(about.articles, tr)
    seen = standing.Seen(process(), stage, answers, is_mine=False, today=about.checked)
    yield standing.stage_screen(seen, tr)
    if about.decides:
        laws = laws_on(about.decides, None)
        yield standing.laws_screen(process(), stage, about.decides, laws, tr)
    yield standing.answers_screen(stage, answers, tr)


def _named(slugs: Sequence[str], tr: Translator) -> Sequence[Article]:
    found = [library().article(slug, tr.language) for slug in slugs]
    return [article for article in found if article]
