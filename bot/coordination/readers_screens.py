"""A coordinator's screens of what readers tell. Pure: data in, screen out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from markupsafe import Markup

from bot.content.library import Library
from bot.coordination.buttons import (
    DropReleased,
    SeenTally,
    SendUnconfirmed,
    ShowReleased,
)
from bot.core.clock import today
from bot.core.readers import NOWHERE, SAID_WRONG, Tally
from bot.core.sections import Section
from bot.store.readers import Count, Released
from bot.ui.buttons import ShowReaders, home
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
        lines.append(tr("Readers say that something is wrong. Tap what you have seen to."))
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
    page = page_of(list(_in_parts(released, tr)), number, 1)
    ((given, part, which),) = page.items
    topic = section_name(given.section, tr) if given.section else tr("no topic")
    said = tr(
        "{day} · {language} · {topic}",
        day=tr.day(today(given.released_at)),
        language=given.language.upper(),
        topic=topic,
    )
    heading = Markup("\n").join([said, *which])
    rows = [
        *turning(page, ShowReleased, tr),
        [Button(tr("Read: delete it"), DropReleased(number=given.id, page=page.number))],
        [Button(tr("What readers tell"), ShowReaders()), home(tr)],
    ]
    return Screen(Markup("{}\n\n<blockquote>{}</blockquote>").format(heading, part), rows)


def _in_parts(
    released: Sequence[Released], tr: Translator
) -> Iterator[tuple[Released, str, Sequence[Markup]]]:
    """Yield what fills a page each, with a line that says which part it is, if not the whole."""
    for given in released:
        parts = split(given.text, LONGEST_SHOWN)
        for number, part in enumerate(parts, 1):
            which = tr("Part {n} of {all}", n=number, all=len(parts))
            yield given, part, [which] if len(parts) > 1 else []


def unconfirmed_screen(tr: Translator) -> Screen:
    """Say that the list is on its way, and what it is for."""
    text = tr(
        "The list is on its way: every sentence that nobody has confirmed, and whom to ask. Settle"
        " it with a lawyer before the bot is open to people."
    )
    return Screen(text, [[Button(tr("What readers tell"), ShowReaders()), home(tr)]])


def _to_wrong(count: Count, articles: Library, tr: Translator) -> Button:
    words = tr(
        "{what} · {language} · {n} · {answer}",
        answer=_title(count.about, articles, tr),
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
    """Return an answer's short title; of one that is gone, its slug."""
    article = articles.article(slug, tr.language)
    return article.button if article else slug
