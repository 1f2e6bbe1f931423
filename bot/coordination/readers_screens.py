"""A coordinator's screens of what readers tell. Pure: data in, screen out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from markupsafe import Markup

from bot.content.library import Library
from bot.coordination.buttons import (
    CountAnew,
    DropReleased,
    SeenTally,
    SendUnconfirmed,
    ShowReleased,
)
from bot.core.clock import today
from bot.core.deadlines.rules import rules
from bot.core.readers import NOWHERE, SAID_WRONG, Tally
from bot.core.sections import Section
from bot.store.readers import Count, Released
from bot.ui.buttons import ShowReaders, home
from bot.ui.dates import rule_name
from bot.ui.mistakes import mistake_name
from bot.ui.pages import page_of, turning
from bot.ui.screen import Button, Screen
from bot.ui.sections import section_name
from bot.ui.split import split
from bot.ui.words import Translator

FILE: Final = "unconfirmed.txt"
LONGEST_SHOWN: Final = 3500
"""Letters of a question that was given away, on one page; what is longer goes on."""
MOST_LISTED: Final = 6
"""Of each kind: what is told most."""


def readers_screen(
    counts: Sequence[Count], released: int, articles: Library, tr: Translator
) -> Screen:
    """Show what readers told most, and the ways to the rest. `released`: how many questions."""
    wrong = [count for count in counts if count.of in SAID_WRONG][:MOST_LISTED]
    lines = [tr("<b>What readers tell</b>"), tr("By taps, without who they are.")]
    if wrong:
        lines.append(tr("Something is wrong, say readers or their papers. Tap it for more."))
    lines += _unclear(counts, articles, tr)
    lines += _unanswered(counts, tr)
    rows = [[_to_wrong(count, articles, tr)] for count in wrong]
    if released:
        words = tr("Questions given to us: {n}", n=released)
        rows.append([Button(words, ShowReleased(page=0))])
    rows.append([Button(tr("What nobody has confirmed"), SendUnconfirmed())])
    return Screen(Markup("\n\n").join(lines), [*rows, [home(tr)]])


def released_screen(released: Sequence[Released], number: int, tr: Translator) -> Screen:
    """Show one question that somebody gave away, or a part of it. `number`: of the page, from 0."""
    page = page_of(list(_in_parts(released)), number, 1)
    ((given, part, number, parts),) = page.items
    topic = section_name(given.section, tr) if given.section else tr("no topic")
    said = tr(
        "{day} · {language} · {topic}",
        day=tr.day(today(given.released_at)),
        language=given.language.upper(),
        topic=topic,
    )
    which = tr("Part {n} of {all}", n=number, all=parts)
    heading = Markup("\n").join([said, which] if parts > 1 else [said])
    delete = tr("Read: delete it")
    if parts > 1:
        delete = tr("Read: delete all {n} parts of it", n=parts)
    rows = [
        *turning(page, ShowReleased, tr),
        [Button(delete, DropReleased(number=given.id, page=page.number))],
        [Button(tr("What readers tell"), ShowReaders()), home(tr)],
    ]
    text = Markup("{}\n\n<blockquote>{}</blockquote>").format(heading, part)
    return Screen(text, rows, protect=True)


def _in_parts(
    released: Sequence[Released],
) -> Iterator[tuple[Released, str, int, int]]:
    """Yield what fills a page each: a part of a question, which one, and of how many."""
    for given in released:
        parts = split(given.text, LONGEST_SHOWN)
        for number, part in enumerate(parts, 1):
            yield given, part, number, len(parts)


def unconfirmed_screen(tr: Translator) -> Screen:
    """Say that the list is on its way, and what it is for."""
    text = tr(
        "The list is on its way: every sentence that nobody has confirmed, and whom to ask. Settle"
        " it with a lawyer before the bot is open to people."
    )
    return Screen(text, [[Button(tr("What readers tell"), ShowReaders()), home(tr)]])


def seen_screen(count: Count, articles: Library, tr: Translator) -> Screen:
    """Say what was told, and ask whether it is seen to: then its count begins anew."""
    text = tr(
        "<b>{what}</b>\n{about}\n{language}, told: {n}\n\nIs it seen to? Then it leaves this"
        " list until somebody tells it again.",
        what=mistake_name(count.of, tr),
        about=_about(count, articles, tr),
        language=count.language.upper(),
        n=count.times,
    )
    yes = CountAnew(of=count.of, about=count.about, language=count.language)
    rows = [[Button(tr("No, leave it"), ShowReaders())], [Button(tr("Yes, seen to"), yes)]]
    return Screen(text, [*rows, [home(tr)]])


def _to_wrong(count: Count, articles: Library, tr: Translator) -> Button:
    words = tr(
        "{what} · {language} · {n} · {answer}",
        answer=_about(count, articles, tr),
        what=mistake_name(count.of, tr),
        language=count.language.upper(),
        n=count.times,
    )
    return Button(words, SeenTally(of=count.of, about=count.about, language=count.language))


def _unclear(counts: Sequence[Count], articles: Library, tr: Translator) -> Iterator[Markup]:
    """Yield which answers most were unclear to, in both languages together."""
    unclear = _by_what(counts, Tally.UNCLEAR)
    clear = _by_what(counts, Tally.CLEAR)
    if not unclear:
        return
    lines = [tr("Not clear to readers:")]
    lines += [
        tr(
            "• {answer}: {n} of {all}",
            answer=_title(slug, articles, tr),
            n=times,
            all=times + clear[slug],
        )
        for slug, times in unclear.most_common(MOST_LISTED)
    ]
    yield Markup("\n").join(lines)


def _unanswered(counts: Sequence[Count], tr: Translator) -> Iterator[Markup]:
    """Yield about what people asked and found no answer."""
    asked = _by_what(counts, Tally.UNANSWERED)
    if not asked:
        return
    lines = [tr("Typed, and no answer found:")]
    lines += [
        tr("• {topic}: {n}", topic=_topic(about, tr), n=times)
        for about, times in asked.most_common()
    ]
    yield Markup("\n").join(lines)


def _by_what(counts: Sequence[Count], of: Tally) -> Counter[str]:
    summed: Counter[str] = Counter()
    for count in counts:
        if count.of is of:
            summed[count.about] += count.times
    return summed


def _topic(about: str, tr: Translator) -> str:
    return tr("no topic") if about == NOWHERE else section_name(Section(about), tr)


def _title(slug: str, articles: Library, tr: Translator) -> str:
    """Return an answer's short title."""
    article = articles.article(slug, tr.language)
    return article.button if article else tr("an answer that is gone")


def _about(count: Count, articles: Library, tr: Translator) -> str:
    """Return what something was told about: an answer, or a rule of deadlines."""
    if count.of is not Tally.PAPER_DIFFERS:
        return _title(count.about, articles, tr)
    rule = rules().get(count.about)
    return rule_name(rule, tr) if rule else tr("a rule that is gone")
