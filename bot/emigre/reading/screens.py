"""What a reader sees. Pure: data in, screen out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from bot.content.articles import Article
from bot.content.figures import ARTICLE as FIGURES
from bot.core.sections import Section
from bot.emigre.reading.buttons import (
    ShowFigures,
    ShowParts,
    ShowRelated,
    ShowSection,
    ShowSections,
    ShowSources,
    ShowTermsOf,
    ShowUses,
    TurnSources,
    to_article,
    to_glossary,
)
from bot.ui.buttons import Ask, AskUrgent, ShowArticle, home, to_count
from bot.ui.pages import page_of, turning
from bot.ui.screen import Button, Screen
from bot.ui.sections import section_name
from bot.ui.texts import (
    COUNTED,
    MOST_BENEATH,
    SOURCES_PER_PAGE,
    answer_text,
    part_text,
    related_text,
    sources_text,
    title_text,
)
from bot.ui.words import Translator

URGENT: Final = ("emergency", "detention", "health-mind", "refusal-first-steps")
"""Answers that cannot wait, the most urgent first."""


def sections_screen(filled: Sequence[Section], tr: Translator) -> Screen:
    """Offer the topics."""
    rows = [[Button(section_name(section, tr), ShowSection(section=section))] for section in filled]
    return Screen(tr("What do you want to know about?"), [*rows, [to_glossary(tr), home(tr)]])


def section_screen(section: Section, articles: Sequence[Article], tr: Translator) -> Screen:
    """Offer the answers of one topic."""
    rows = [[to_article(article)] for article in articles]
    return Screen(
        title_text(section_name(section, tr)),
        [*rows, [Button(tr("All topics"), ShowSections()), home(tr)]],
    )


def article_screen(
    article: Article,
    related: Sequence[Article],
    today: date,
    tr: Translator,
    ask: Button | None = None,
) -> Screen:
    """Show the short answer, when it was checked, and the ways on.

    `today`: in Finland; `ask`: the way to a person, if it is another one than to a new question.
    """
    rows = [[to_count(COUNTED[article.slug], tr)]] if article.slug in COUNTED else []
    rows += [[_to_part(article, 1)]] if article.parts else []
    more = [_to_parts(article, tr)] if len(article.parts) > 1 else []
    rows.append([*more, ask or _ask(tr)])
    rows += _to_figures(article, tr)
    rows += _to_related(article, related, tr)
    uses = Button(tr("Keep or share"), ShowUses(slug=article.slug))
    rows.append([Button(tr("Sources"), ShowSources(slug=article.slug)), uses])
    rows.append([_to_section(article, tr), home(tr)])
    return Screen(answer_text(article, today, tr), rows)


def parts_screen(article: Article, tr: Translator, *, has_terms: bool = False) -> Screen:
    """Offer all parts of an answer, and the words of the glossary that it uses."""
    rows = [[_to_part(article, number)] for number in range(1, len(article.parts) + 1)]
    rows += [[_to_terms(article, tr)]] if has_terms else []
    return Screen(title_text(article.title), [*rows, [_back(article, tr), home(tr)]])


def related_screen(article: Article, related: Sequence[Article], tr: Translator) -> Screen:
    """Offer the answers to which an answer points."""
    rows = [[to_article(other)] for other in related]
    return Screen(related_text(article.title, tr), [*rows, [_back(article, tr), home(tr)]])


def part_screen(
    article: Article, number: int, related: Sequence[Article], tr: Translator
) -> Screen:
    """Show one part of an answer. `number`: counted from 1; `related`: to what it points."""
    rows = []
    if number < len(article.parts):
        following = _to_part(article, number + 1)
        rows.append([replace(following, text=f"→ {following.text}")])
    if len(article.parts) > 1:
        rows.append([_to_parts(article, tr)])
    rows += _to_related(article, related, tr)
    rows.append([_back(article, tr), _ask(tr)])
    rows.append([home(tr)])
    return Screen(part_text(article, number, tr), rows)


def sources_screen(
    article: Article, number: int, tr: Translator, *, has_terms: bool = False
) -> Screen:
    """Show where an answer comes from, when somebody last looked there, and what it says.

    `number`: of the page, counted from 0; `has_terms`: it uses words of the glossary.
    """
    page = page_of(list(enumerate(article.head.sources, start=1)), number, SOURCES_PER_PAGE)
    turn = turning(page, partial(TurnSources, slug=article.slug), tr)
    text = sources_text(article, page.items, tr)
    words = [[_to_terms(article, tr)]] if has_terms else []
    return Screen(text, [*turn, *words, [_back(article, tr), home(tr)]])


def urgent_screen(articles: Sequence[Article], tr: Translator) -> Screen:
    """Say first what saves a life, then lead to what cannot wait."""
    text = tr(
        "<b>Urgent help</b>\n\n"
        "Danger, violence, fire, somebody may die: call <b>112</b>. It is free. Say “Russian” and"
        " where you are, and stay on the line: they find an interpreter.\n\n"
        "Did you get a decision? The days to appeal are running. Read the paper about the appeal"
        " (valitusosoitus) and find a lawyer today."
    )
    rows = [[to_article(article)] for article in articles]
    rows.append([Button(tr("Urgent question to a person"), AskUrgent())])
    return Screen(text, [*rows, [home(tr)]])


def _to_part(article: Article, number: int) -> Button:
    """Return the way to a part. `number`: counted from 1."""
    title = article.parts[number - 1].title
    return Button(title, ShowArticle(slug=article.slug, part=number))


def _to_parts(article: Article, tr: Translator) -> Button:
    return Button(tr("More"), ShowParts(slug=article.slug))


def _to_terms(article: Article, tr: Translator) -> Button:
    return Button(tr("Words in this answer"), ShowTermsOf(slug=article.slug, page=0))


def _to_figures(article: Article, tr: Translator) -> list[list[Button]]:
    """Return the way to the figures, beneath the answer about them."""
    is_there = article.slug == FIGURES
    return [[Button(tr("Picture, and all numbers"), ShowFigures())]] if is_there else []


def _to_related(article: Article, related: Sequence[Article], tr: Translator) -> list[list[Button]]:
    if len(related) <= MOST_BENEATH:
        return [[to_article(other)] for other in related]
    return [[Button(tr("Related answers"), ShowRelated(slug=article.slug))]]


def _ask(tr: Translator) -> Button:
    return Button(tr("Ask a person"), Ask())


def _back(article: Article, tr: Translator) -> Button:
    return Button(tr("Back to the answer"), ShowArticle(slug=article.slug, part=0))


def _to_section(article: Article, tr: Translator) -> Button:
    return Button(tr("Back to the topic"), ShowSection(section=article.section))
