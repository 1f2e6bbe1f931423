"""What answers and plans say, and how much of it at once: pure, and without Telegram.

So `majakka content preview` shows the same words, and need not load what speaks to Telegram.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from markupsafe import Markup

from bot.content.articles import Article
from bot.content.facts import Source
from bot.content.guides import Guide
from bot.content.markdown import UNCONFIRMED
from bot.core.deadlines.walk import Paper
from bot.ui.words import Translator

SOURCES_PER_PAGE: Final = 4
COUNTED: Final[Mapping[str, Paper | None]] = {
    "appeal-deadline": None,
    "appeal-how": None,
    "appeal-kho": Paper.REFUSED,
    "appeal-stay": None,
    "decision-notified": None,
    "decision-read": None,
    "refusal-first-steps": Paper.REFUSED,
}
"""Answers about a decision and its days, with the paper that each is about, if it is about one:
who reads them can count their own."""
MOST_BENEATH: Final = 2
"""Other answers beneath one; more of them have a screen of their own, lest the text scroll away."""
_APART: Final = Markup("\n\n")


def title_text(title: Markup | str) -> Markup:
    """Return a title alone."""
    return Markup("<b>{}</b>").format(title)


def answer_text(article: Article, today: date, tr: Translator) -> Markup:
    """Return the short answer, and when it was checked. `today`: in Finland."""
    footer = Markup("<i>{}</i>").format(answer_footer(article, today, tr))
    return _APART.join([title_text(article.title), article.lead, footer])


def part_text(article: Article, number: int, tr: Translator) -> Markup:
    """Return one part of an answer. `number`: counted from 1."""
    part = article.parts[number - 1]
    lines = [Markup("{}\n<b>{}</b>").format(article.title, part.title), part.text]
    if UNCONFIRMED in part.text:
        lines.append(Markup("<i>{}</i>").format(unconfirmed_text(tr)))
    return _APART.join(lines)


def related_text(title: Markup | str, tr: Translator) -> Markup:
    """Return what stands above the answers that belong to what has this title."""
    return _APART.join([title_text(title), tr("These answers belong to it:")])


def sources_text(
    article: Article, numbered: Sequence[tuple[int, Source]], tr: Translator
) -> Markup:
    """Return some sources, when somebody last looked there, and what they say."""
    return numbered_text(article.title, article.head.checked, numbered, tr)


def numbered_text(
    title: Markup | str, checked_on: date, numbered: Sequence[tuple[int, Source]], tr: Translator
) -> Markup:
    """Return some sources of what has this title."""
    checked = tr("Checked against its sources on {day}.", day=tr.day(checked_on))
    lines = [Markup("<b>{}</b>\n<i>{}</i>").format(title, checked)]
    lines += [
        Markup('[{}] <a href="{}">{}</a>\n{}').format(each, source.url, source.title, source.says)
        for each, source in numbered
    ]
    return _APART.join(lines)


def step_text(guide: Guide, name: str, tr: Translator) -> Markup:
    """Return one question of a guide."""
    return _APART.join([title_text(tr(guide.title)), tr(guide.steps[name].ask)])


def plan_text(guide: Guide, name: str, kept: date | None, today: date, tr: Translator) -> Markup:
    """Return what to do at the end of a walk. `kept`: since when somebody keeps it, if so."""
    outcome = guide.outcomes[name]
    steps = enumerate(map(tr, outcome.do), start=1)
    return _APART.join(
        [
            title_text(tr(outcome.title)),
            *(Markup("{}. {}").format(*step) for step in steps),
            Markup("<i>{}</i>").format(_plan_footer(guide, kept, today, tr)),
        ]
    )


def answer_footer(article: Article, today: date, tr: Translator, *, whole: bool = False) -> Markup:
    """Return how far an answer can be relied on. `whole`: all its parts stand above, too."""
    texts = [article.lead, *(part.text for part in article.parts if whole)]
    lines = [unconfirmed_text(tr)] if any(UNCONFIRMED in text for text in texts) else []
    head = article.head
    checked = tr("Checked against its sources on {day}.", day=tr.day(head.checked))
    if article.check_again < today:
        checked += " " + due_text(article.check_again, tr)
    elif head.volatile:
        checked += " " + tr("This changes often.")
    return Markup("\n").join([*lines, checked + " " + tr("Your own papers come first.")])


def _plan_footer(guide: Guide, kept: date | None, today: date, tr: Translator) -> Markup:
    day = tr.day(guide.checked)
    lines = [tr("Checked on {day}. The sources stand in the answers below.", day=day)]
    if guide.check_again < today:
        lines.append(due_text(guide.check_again, tr))
    lines.append(tr("Your own papers come first."))
    if kept:
        lines.append(tr("You keep this plan since {day}.", day=tr.day(kept)))
    return Markup(" ").join(lines)


def due_text(day: date, tr: Translator) -> Markup:
    """Return what is said of what is past its age since a day."""
    return tr("It was to be checked again by {day}: ask before you rely on it.", day=tr.day(day))


def unconfirmed_text(tr: Translator) -> Markup:
    """Return what the mark means."""
    return tr("{mark} is not confirmed: ask before you rely on it.", mark=UNCONFIRMED)
