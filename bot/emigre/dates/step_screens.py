"""How a deadline was counted, as a screen. Pure: data in, screen out."""

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from bot.core.dates import DateId
from bot.core.deadlines.counting import Deadline, Reckoning
from bot.emigre.dates.buttons import ShowDate, ShowSteps
from bot.ui.buttons import home
from bot.ui.dates import act_name, law_text
from bot.ui.deadlines import steps
from bot.ui.pages import page_of
from bot.ui.screen import Button, Screen
from bot.ui.words import Translator, capital

MOST_LETTERS: Final = 720
"""Of the steps on one page."""
_APART: Final = Markup("\n\n")
_LINE: Final = Markup("\n")


def steps_screen(reckoning: Reckoning, ways: Sequence[Button], page: int, tr: Translator) -> Screen:
    """Show how a day was counted, step by step, with the law and its source.

    `ways`: where to go from here, the last one back; `page`: counted from 0, of `step_pages`.
    """
    counts = reckoning.counts
    pages = step_pages(reckoning, tr)
    title = Markup("<b>{}</b>").format(act_name(counts, tr))
    lines = [title, _LINE.join(page_of(pages, page, size=1).items[0]), _of_law(counts, tr)]
    *others, back = ways
    rows = [[Button(tr("Source"), counts.rule.source)], *([each] for each in others)]
    return Screen(_APART.join(lines), [*rows, [back, home(tr)]])


def kept_steps_screen(date: DateId, reckoning: Reckoning, page: int, tr: Translator) -> Screen:
    """Show a page of how the deadline was counted that is kept."""
    ways = [Button(tr("Back"), ShowDate(date=date))]
    if page <= 0 and len(step_pages(reckoning, tr)) > 1:
        ways.insert(0, Button(tr("After ▶"), ShowSteps(date=date, page=1)))
    return steps_screen(reckoning, ways, page, tr)


def step_pages(reckoning: Reckoning, tr: Translator) -> list[list[Markup]]:
    """Return the steps of a count with their numbers, as many to a page as are read in one go."""
    pages: list[list[Markup]] = [[]]
    for each in enumerate(steps(reckoning, tr), start=1):
        step = Markup("{}. {}").format(*each)
        if sum(map(len, pages[-1])) + len(step) > MOST_LETTERS:
            pages.append([])
        pages[-1].append(step)
    return pages


def _of_law(counts: Deadline, tr: Translator) -> Markup:
    checked = tr.day(counts.rule.checked)
    return tr("{law}. Looked at on {day}.", law=capital(law_text(counts.rule, tr)), day=checked)
