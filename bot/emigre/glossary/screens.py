"""What somebody sees who looks words up. Pure: data in, screen out."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from markupsafe import Markup

from bot.content.articles import Article
from bot.content.glossary import Certainty, Matter, Term
from bot.content.markdown import UNCONFIRMED
from bot.core.languages import Language
from bot.emigre.glossary.buttons import (
    ShowMatter,
    ShowUsing,
    to_term,
)
from bot.emigre.reading.buttons import (
    ShowSections,
    ShowTermsOf,
    to_article,
    to_glossary,
)
from bot.ui.buttons import ShowArticle, home
from bot.ui.pages import page_of, turning
from bot.ui.screen import Button, Screen
from bot.ui.texts import MOST_BENEATH
from bot.ui.words import Translator, mark

TERMS_PER_PAGE: Final = 8
MOST_USING: Final = 8
"""Answers on that screen: what many use, such as the name of an office, leads to none of them."""
MOST_SAID: Final = 4
"""Of what people say for a word, so many are shown."""

MATTERS: Final[Mapping[Matter, str]] = {
    Matter.OFFICES: mark("Offices and people"),
    Matter.APPLYING: mark("Application and interview"),
    Matter.DECISION: mark("Decision and appeal"),
    Matter.REMOVAL: mark("Removal, police, safety"),
    Matter.STATUS: mark("Protection, permits, family"),
    Matter.PAPERS: mark("Papers and numbers"),
    Matter.LIVING: mark("Home, money, work, health"),
    Matter.RUSSIA: mark("Army, court, lists in Russia"),
}


def matters_screen(tr: Translator) -> Screen:
    """Offer what the words are about, and invite to type one."""
    text = tr(
        "<b>Glossary</b>\n\n"
        "What does the word on your paper mean? Type it, in Finnish, Russian or English, as you"
        " see or hear it. Or choose:"
    )
    rows = [[Button(tr(name), ShowMatter(matter=each, page=0))] for each, name in MATTERS.items()]
    return Screen(text, [*rows, [Button(tr("Answers by topic"), ShowSections()), home(tr)]])


def matter_screen(matter: Matter, terms: Sequence[Term], number: int, tr: Translator) -> Screen:
    """Offer a page of the words of one matter. `number`: of the page, counted from 0."""
    page = page_of(terms, number, TERMS_PER_PAGE)
    rows = [[to_term(term)] for term in page.items]
    turn = turning(page, partial(ShowMatter, matter=matter), tr)
    text = _listed(tr(MATTERS[matter]), page.items, tr)
    return Screen(text, [*rows, *turn, [to_glossary(tr), home(tr)]])


def terms_of_screen(article: Article, terms: Sequence[Term], number: int, tr: Translator) -> Screen:
    """Offer a page of the words that an answer uses. `number`: of the page, counted from 0."""
    page = page_of(terms, number, TERMS_PER_PAGE)
    rows = [[to_term(term)] for term in page.items]
    turn = turning(page, partial(ShowTermsOf, slug=article.slug), tr)
    back = Button(tr("Back to the answer"), ShowArticle(slug=article.slug, part=0))
    text = _listed(article.title, page.items, tr)
    return Screen(text, [*rows, *turn, [back, to_glossary(tr)], [home(tr)]])


def term_screen(term: Term, using: Sequence[Article], page: int, tr: Translator) -> Screen:
    """Show one word. `using`: the answers that use it; `page`: of its matter, where it stands."""
    rows = [[to_article(article)] for article in using[:MOST_BENEATH]]
    if len(using) > MOST_BENEATH:
        rows.append([Button(tr("Related answers"), ShowUsing(term=term.slug))])
    back = Button(tr("Back to the words"), ShowMatter(matter=term.matter, page=page))
    return Screen(explained(term, tr), [*rows, [back, home(tr)]])


def using_screen(term: Term, using: Sequence[Article], tr: Translator) -> Screen:
    """Offer the answers that use a word."""
    text = Markup("<b>{}</b>\n\n{}").format(term.fi, tr("These answers use the word:"))
    rows = [[to_article(article)] for article in using[:MOST_USING]]
    return Screen(text, [*rows, [to_term(term), to_glossary(tr)], [home(tr)]])


def explained(term: Term, tr: Translator) -> Markup:
    """Return all that is known of a word: the Finnish one first, to be shown at a counter."""
    names = Markup("\n").join([Markup("<b>{}</b>").format(term.fi), *_names(term, tr)])
    line = term.words[tr.language].line
    return Markup("\n\n").join([names, Markup.escape(line), _origin(term, tr)])


def in_short(term: Term, tr: Translator) -> Markup:
    """Return a word with its name in the reader's language and what it is, on two lines."""
    return Markup("{}\n{}").format(_named(term, tr), term.words[tr.language].line)


def _listed(title: str, terms: Sequence[Term], tr: Translator) -> Markup:
    lines = [_named(term, tr) for term in terms]
    return Markup("\n\n").join([Markup("<b>{}</b>").format(title), Markup("\n").join(lines)])


def _named(term: Term, tr: Translator) -> Markup:
    """Return a word beside what it is called in another language: the reader's, or English."""
    own = term.words[tr.language].name or term.entry.en
    return Markup("<b>{}</b>: {}").format(term.button, own)


def _names(term: Term, tr: Translator) -> Iterator[Markup]:
    yield tr("In Russian: {name}", name=term.name(Language.RUSSIAN))
    yield tr("In English: {name}", name=term.entry.en)
    if said := term.words[tr.language].said:
        yield tr("People also say: {words}", words=", ".join(said[:MOST_SAID]))


def _origin(term: Term, tr: Translator) -> Markup:
    """Return where a word was seen and when, or that it was not."""
    pages = [
        Markup('<a href="{}">[{}]</a>').format(url, number)
        for number, url in enumerate(term.entry.sources, start=1)
    ]
    shown = {"pages": Markup(" ").join(pages), "day": tr.day(term.entry.checked)}
    match term.entry.certainty:
        case Certainty.BOTH:
            text = tr("The Finnish and the Russian word stand here: {pages} (seen {day}).", **shown)
        case Certainty.FINNISH:
            text = tr(
                "The Finnish word stands here: {pages} (seen {day}). The Russian one is our"
                " translation.",
                **shown,
            )
        case Certainty.UNSURE:
            text = tr(
                "{mark} This name may have changed, or is not certain: ask. {pages} (last looked"
                " for on {day})",
                mark=UNCONFIRMED,
                **shown,
            )
        case Certainty.KNOWN:
            text = tr(
                "{mark} People who know the field say so; we have found no page that confirms it"
                " yet ({day}).",
                mark=UNCONFIRMED,
                day=shown["day"],
            )
    return Markup("<i>{}</i>").format(text)
