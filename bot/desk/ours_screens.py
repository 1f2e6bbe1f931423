"""Our own answers, as a helper sends them in a request. Pure: data in, screens out."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from bot.content.articles import Article
from bot.core.sections import Section
from bot.desk.buttons import (
    AnswerThis,
    SearchOurs,
    SeeOurs,
    SendOurs,
    ShowTopicOfOurs,
    ShowTopicsOfOurs,
)
from bot.relay.buttons import OpenHeld, PickOurs
from bot.relay.letters import title
from bot.store.requests import Request
from bot.ui.aliases import alias_name
from bot.ui.buttons import GoHomeBelow, home
from bot.ui.screen import Button, Expects, Screen
from bot.ui.sections import section_name
from bot.ui.words import Translator


@dataclass(frozen=True, slots=True)
class Offered:
    """One of our own answers, as it would go to whoever asked a request."""

    article: Article
    """In the helper's language."""
    words: str
    """In the language of the question."""
    others: Sequence[Article] = ()
    """What else may be meant, in the helper's language."""
    sure: bool = True
    """Whether it surely is what is meant: a guess is not shown as if it only had to be sent."""


def pick_screen(
    request: Request, offered: Offered | None, tr: Translator, *, below: bool = False
) -> Screen:
    """Show the answer that surely fits as it would go, and what else may fit.

    `below`: what was tapped has become an answer before; what is sent from here needs its own
    place, since it counts as typed there, and so goes once.
    """
    if offered is None:
        text = tr("None of our own answers is like this question.")
        return Screen(_under(request, [text], tr), _ways(request, tr), below=below)
    rows = [*_offers(request, offered, tr), *_ways(request, tr)]
    return Screen(_preview(request, offered, tr), rows, below=below)


def preview_screen(
    request: Request, offered: Offered, tr: Translator, *, below: bool = False
) -> Screen:
    """Show an answer as it would go that was chosen from its topic."""
    topic = ShowTopicOfOurs(code=request.code, section=offered.article.section)
    rows = [
        [_send(request, offered, tr)],
        [Button(tr("Back to the topic"), topic), _by_words(request, tr)],
        [_to_request(request, tr), home(tr)],
    ]
    return Screen(_preview(request, offered, tr), rows, below=below)


def topics_screen(request: Request, filled: Sequence[Section], tr: Translator) -> Screen:
    """Offer the topics."""
    rows = [
        [Button(section_name(each, tr), ShowTopicOfOurs(code=request.code, section=each))]
        for each in filled
    ]
    text = _under(request, [tr("What is the answer to be about?")], tr)
    return Screen(text, [*rows, [_back(request, tr), home(tr)]])


def topic_screen(
    request: Request, section: Section, ours: Sequence[Article], tr: Translator
) -> Screen:
    """Offer the answers of one topic, by their titles in the helper's language."""
    text = _under(request, [Markup("<b>{}</b>").format(section_name(section, tr))], tr)
    topics = Button(tr("All topics"), ShowTopicsOfOurs(code=request.code))
    return Screen(text, [*_titles(request, ours), [topics, _back(request, tr)], [home(tr)]])


def search_screen(request: Request, tr: Translator) -> Screen:
    """Ask for words to look for."""
    text = tr("Which words are in the answer? Write some. Nobody else gets them.")
    rows = [[_by_topic(request, tr), _back(request, tr)], [home(tr)]]
    then = SearchOurs(code=request.code)
    return Screen(_under(request, [text], tr), rows, Expects.OURS_SEARCH, then)


def found_screen(request: Request, offered: Offered | None, tr: Translator) -> Screen:
    """Show what is like the words that were typed.

    They may have been meant as an answer: so they are shown back, and can go as one.
    """
    then = SearchOurs(code=request.code)
    alias = alias_name(request.alias, tr)
    words = tr("It was an answer: send it to {alias}", alias=alias)
    sends = Button(words, AnswerThis(code=request.code))
    if offered is None:
        text = tr("What you wrote went to nobody, and none of our own answers is like it.")
        rows = [[sends], *_ways_beneath(request, tr)]
        return Screen(text, rows, Expects.OURS_SEARCH, then, quotes=True)
    text = tr("What you wrote went to nobody: these were looked for.")
    rows = [*_offers(request, offered, tr), [sends], *_ways_beneath(request, tr)]
    shown = Screen(_preview(request, offered, tr), rows, Expects.OURS_SEARCH, then, quotes=True)
    return shown.beginning(text)


def _preview(request: Request, offered: Offered, tr: Translator) -> Markup:
    if not offered.sure:
        guess = tr("No answer surely fits. One of these may: open it to see what would go.")
        return _under(request, [guess], tr)
    lines = [
        tr(
            "This would go to {alias}, with a button that opens all of it with its sources:",
            alias=alias_name(request.alias, tr),
        ),
        escape(offered.words),
    ]
    if request.language is not tr.language:
        lines.insert(0, Markup("<b>{}</b>").format(offered.article.title))
    return _under(request, lines, tr)


def _offers(request: Request, offered: Offered, tr: Translator) -> list[list[Button]]:
    if not offered.sure:
        return _titles(request, [offered.article, *offered.others])
    return [[_send(request, offered, tr)], *_titles(request, offered.others)]


def _ways(request: Request, tr: Translator) -> list[list[Button]]:
    return [
        [_by_topic(request, tr), _by_words(request, tr)],
        [_to_request(request, tr), home(tr)],
    ]


def _ways_beneath(request: Request, tr: Translator) -> list[list[Button]]:
    """Return the ways on from what can still go as an answer: none takes it away."""
    ways = [_by_topic(request, tr), _by_words(request, tr)]
    return [ways, [Button(tr("Home"), GoHomeBelow())]]


def _titles(request: Request, ours: Sequence[Article]) -> list[list[Button]]:
    return [[Button(each.button, SeeOurs(code=request.code, slug=each.slug))] for each in ours]


def _under(request: Request, lines: Sequence[Markup], tr: Translator) -> Markup:
    return Markup("\n\n").join([title(request, tr), *lines])


def _send(request: Request, offered: Offered, tr: Translator) -> Button:
    return Button(tr("Send it"), SendOurs(code=request.code, slug=offered.article.slug))


def _by_topic(request: Request, tr: Translator) -> Button:
    return Button(tr("By topic"), ShowTopicsOfOurs(code=request.code))


def _by_words(request: Request, tr: Translator) -> Button:
    return Button(tr("By words"), SearchOurs(code=request.code))


def _to_request(request: Request, tr: Translator) -> Button:
    return Button(tr("Back"), OpenHeld(code=request.code))


def _back(request: Request, tr: Translator) -> Button:
    return Button(tr("Back"), PickOurs(code=request.code))
