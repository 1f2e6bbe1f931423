"""What somebody sees who typed a question. Pure: data in, screen out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from markupsafe import Markup, escape

from bot.content.articles import Article
from bot.content.glossary import Term
from bot.content.library import library
from bot.emigre.finding.buttons import AskToRelease, Release
from bot.emigre.glossary.buttons import to_term, to_word
from bot.emigre.glossary.screens import explained, in_short
from bot.emigre.hearing import CALM, DETENTION, Heard
from bot.emigre.reading.buttons import ShowBelow, ShowSections, to_article
from bot.emigre.request_screens import ways_to_ask
from bot.store.requests import Request
from bot.ui.buttons import AskThisUrgently, GoHomeBelow, home, to_urgent
from bot.ui.danger import is_it_danger
from bot.ui.languages import languages_screen
from bot.ui.refusals import asks_no_more
from bot.ui.screen import Button, Receipt, Screen
from bot.ui.words import Translator

_Answer = TypeVar("_Answer", Screen, Receipt)
MOST_BESIDE: Final = 1
"""Other answers beneath one that surely fits: the text must not scroll away."""
MOST_ABOUT: Final = 3
"""Buttons beneath what a word means: what else it may mean, and answers."""
EMERGENCY: Final = "emergency"
BEATEN_PART: Final = 3
"""The answer for danger, and its part for who is hurt at home."""
LONGEST_LINE: Final = 110
_LINE: Final = re.compile(r".{30,}?[.!?…](?=\s|$)", re.DOTALL)
"""The first sentence, or the first two: one that is very short says little."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Whether a person can be asked, and what is being asked already."""

    in_hand: Sequence[Request]
    """Open requests, the last one first, then a draft."""
    may_ask: bool


def answer_screen(
    shown: Screen, others: Sequence[Article], tr: Translator, *, term: Term | None = None
) -> Screen:
    """Show an answer that fits, as it is read, then what else may be meant: the word, if it is one.

    `term`: what the text is in the glossary.
    """
    *reading, uses, _ = shown.rows
    meant = [to_word(term, tr)] if term else [to_article(other) for other in others]
    beside = [[button] for button in meant[:MOST_BESIDE]]
    rows = [*reading, *beside, uses, [to_urgent(tr), home(tr)]]
    return Screen(shown.text, rows, quotes=True)


def choice_screen(
    articles: Sequence[Article], planned: str | None, asking: Asking, tr: Translator
) -> Screen:
    """Offer a few answers with a line each. `planned`: the title of what is not written yet."""
    lines = [_not_written(planned, tr)] if planned else []
    lines.append(tr("Perhaps one of these answers it:"))
    lines += [
        Markup("<b>{}</b>\n{}").format(article.title, _first_line(article.lead))
        for article in articles
    ]
    rows = [[to_article(article)] for article in articles]
    return Screen(_text(lines, asking, tr), _with_ways_on(rows, asking, tr), quotes=True)


def terms_screen(
    terms: Sequence[Term], articles: Sequence[Article], asking: Asking, tr: Translator
) -> Screen:
    """Say what a word means, or offer what it may mean, then the answers about it."""
    first, *others = terms
    lines = [in_short(term, tr) for term in terms] if others else [explained(first, tr)]
    words = [to_term(term) for term in terms] if others else []
    about = [*words, *(to_article(article) for article in articles)]
    rows = [[button] for button in about[:MOST_ABOUT]]
    return Screen(_text(lines, asking, tr), _with_ways_on(rows, asking, tr), quotes=True)


def unknown_screen(planned: str | None, asking: Asking, tr: Translator) -> Screen:
    """Say honestly that nothing fits. `planned`: the title of what is not written yet."""
    fits = _not_written(planned, tr) if planned else tr("There is no answer here that surely fits.")
    lines = [fits, tr("Nothing was sent. Look among the topics, or try in other words.")]
    rows = [[Button(tr("May the editors read it?"), AskToRelease())]] if asking.may_ask else []
    return Screen(_text(lines, asking, tr), _with_ways_on(rows, asking, tr), quotes=True)


def release_screen(asking: Asking, tr: Translator) -> Screen:
    """Say what it means to give a question to the editors, and ask."""
    text = tr(
        "May the editors read what you typed, without you? They write the answers here. Nobody"
        " answers you by this, and nothing of you is kept with it. After 90 days it is deleted. If"
        " there is a name or a number of a paper in it, better say no."
    )
    rows = [[Button(tr("Yes, they may read it"), Release())]]
    return Screen(text, _with_ways_on(rows, asking, tr), quotes=True)


def released_screen(asking: Asking, tr: Translator) -> Screen:
    """Thank for a question that went to the editors, and lead on to a person."""
    text = tr("Thank you. The editors can read it now, and not who you are.")
    return Screen(text, _with_ways_on([], asking, tr), quotes=True)


def crisis_line(tr: Translator) -> Markup:
    """Say who listens when life is too heavy, in words for a child too."""
    return tr(
        "Talk to somebody now: the MIELI crisis line, in Finnish, day and night, {phone}. Or go to"
        " whoever is on duty where you live, also at night.",
        phone=library().facts["crisis-line"].words(tr.language).value,
    )


def violence_line(tr: Translator) -> Markup:
    """Say who helps, day and night, whoever is hurt at home."""
    return tr(
        "Does somebody hurt you at home, or are you a woman and meet any violence? Nollalinja, day"
        " and night, free: {phone}. They find an interpreter (say “venäjä” first) and a shelter."
        " The call does not stand on the bill.",
        phone=library().facts["nollalinja"].words(tr.language).value,
    )


def first_words(steps: str, tr: Translator) -> Markup:
    """Say the one thing that counts for who is being taken, or sent away. `steps`: the answer."""
    if steps == DETENTION:
        return tr(
            "Have the police come, or do they hold somebody? Say at once, and ask them to write it"
            " down: I ask for asylum (or have asked), I fear to be sent back to Russia, I need an"
            " interpreter and a lawyer. Sign nothing that you do not understand."
        )
    return tr(
        "Is somebody to be sent away? Find a lawyer today, and ask the court to forbid the"
        " enforcement. Say: I fear to be sent back to Russia. Sign nothing that you do not"
        " understand."
    )


def to_steps(steps: str, tr: Translator) -> Button:
    """Return the way to what to say and do now, beneath what stands here."""
    return Button(tr("What to say and do now"), ShowBelow(slug=steps, part=1))


def to_what_beaten_do(tr: Translator) -> Button:
    """Return the way to what to do who is hurt at home, beneath what stands here."""
    return Button(tr("Beaten at home: what to do"), ShowBelow(slug=EMERGENCY, part=BEATEN_PART))


def helped(shown: _Answer, heard: Heard, tr: Translator) -> _Answer:
    """Ask whether somebody is in danger above what is said, with help one tap away."""
    if not heard.danger:
        return shown
    lines: list[Markup] = [is_it_danger(tr), *_lifelines(heard, tr)]
    ways = [to_urgent(tr)]
    if heard.violence:
        ways.append(to_what_beaten_do(tr))
    if heard.steps:
        lines.append(first_words(heard.steps, tr))
        ways.append(to_steps(heard.steps, tr))
    rows = [[way] for way in ways]
    rows += [[button for button in row if button != ways[0]] for row in shown.rows]
    return replace(shown, text=Markup("\n\n").join([*lines, shown.text]), rows=rows)


def _lifelines(heard: Heard, tr: Translator) -> list[Markup]:
    """Say who can be called beside 112, by what is heard: a life comes first."""
    lines: list[Markup] = []
    if heard.despair:
        lines.append(crisis_line(tr))
    if heard.violence:
        lines.append(violence_line(tr))
    return lines


def foreign_screen(sorry: str, asking: Asking, tr: Translator) -> Screen:
    """Be sorry in somebody's language, and offer the two that are spoken here, and a person."""
    asks = ways_to_ask(asking.in_hand, tr) if asking.may_ask else []
    rows = [*languages_screen(tr.language, first=True).rows, *asks, [to_urgent(tr), home(tr)]]
    return Screen(escape(sorry), rows, quotes=True)


def talk_screen(asking: Asking, tr: Translator) -> Screen:
    """Answer a greeting, thanks, or a word about the bot, as somebody at a counter would."""
    text = tr(
        "I am a bot: I look for answers, and volunteers answer what I cannot. What would you like"
        " to know? Write it in your own words."
    )
    return Screen(_text([text], asking, tr), _with_ways_on([], asking, tr), quotes=True)


def emergency_screen(
    articles: Sequence[Article],
    asking: Asking,
    tr: Translator,
    *,
    term: Term | None = None,
    heard: Heard = CALM,
) -> Screen:
    """Say first what saves a life, then lead to what helps in this danger, and to a person.

    All of that opens beneath it: what was typed can still go to a person.

    `term`: what the text is in the glossary; somebody may only want to know what a paper says.
    `heard`: what it sounds like beside danger.
    """
    text = tr(
        "<b>If you or somebody near you is in danger now, call 112.</b> It is free. Say “Russian”"
        " and where you are, and stay on the line: they find an interpreter.\n\nThe answers below"
        " say what to do and what to say. A person can be asked too, but volunteers need time:"
        " they are no emergency service."
    )
    text = Markup("\n\n").join([text, *_lifelines(heard, tr)])
    helps = [Button(each.button, ShowBelow(slug=each.slug, part=0)) for each in articles]
    if heard.violence:  # in the place of the answer that it is a part of
        whole = ShowBelow(slug=EMERGENCY, part=0)
        helps = [to_what_beaten_do(tr), *(each for each in helps if each.to != whole)]
    rows = [[button] for button in helps]
    if asking.may_ask and asking.in_hand:
        rows += ways_to_ask(asking.in_hand, tr)
    elif asking.may_ask:
        rows.append([Button(tr("Ask a person this, urgently"), AskThisUrgently())])
    rows += [[to_word(term, tr, below=True)]] if term else []
    return Screen(text, [*rows, [Button(tr("Home"), GoHomeBelow())]], quotes=True)


def _text(lines: Sequence[Markup], asking: Asking, tr: Translator) -> Markup:
    return Markup("\n\n").join(lines if asking.may_ask else [*lines, asks_no_more(tr)])


def _with_ways_on(
    rows: Sequence[Sequence[Button]], asking: Asking, tr: Translator
) -> Sequence[Sequence[Button]]:
    """Add a person, the topics and urgent help to what was found."""
    asks = ways_to_ask(asking.in_hand, tr) if asking.may_ask else []
    topics = [Button(tr("Answers by topic"), ShowSections())]
    return [*rows, *asks, topics, [to_urgent(tr), home(tr)]]


def _not_written(title: str, tr: Translator) -> Markup:
    return tr("An answer about “{title}” is not written yet.", title=title)


def _first_line(lead: Markup) -> str:
    """Return how a short answer begins, without marks, cut where it is too long."""
    plain = re.sub(r"\s*\[\d+\]", "", lead.striptags())
    found = _LINE.match(plain)
    line = found[0] if found else plain
    return line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE].rsplit(' ', 1)[0]}…"
