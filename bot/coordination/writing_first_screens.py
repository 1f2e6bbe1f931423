"""A coordinator's screens of whom to write to first. Pure: data in, screen out."""

from collections.abc import Sequence

from bot.coordination.buttons import AskToWriteFirst, ShowClosed, WriteFirst
from bot.core.clock import today
from bot.relay.letters import language_sign, title
from bot.store.requests import Closed, Request
from bot.ui.buttons import ShowQueue, home
from bot.ui.pages import page_of, turning
from bot.ui.screen import Button, Screen
from bot.ui.words import Translator


def closed_screen(closed: Sequence[Closed], number: int, tr: Translator) -> Screen:
    """List the questions that are over. `number`: of the page, counted from 0."""
    text = tr(
        "<b>To whom do you write first?</b>\n\nThese questions are closed and still kept: code,"
        " language, day."
    )
    if not closed:
        text = tr("There is nobody to write to first: no closed question is kept.")
    page = page_of(closed, number)
    if any(each.request.silent for each in page.items):
        text += " " + tr("“No answer”: nobody asked; a reminder was not answered.")
    rows = [
        [Button(_line(each, tr), AskToWriteFirst(code=each.request.code))] for each in page.items
    ]
    rows += turning(page, ShowClosed, tr)
    return Screen(text, [*rows, [Button(tr("The queue"), ShowQueue())], [home(tr)]])


def ask_screen(earlier: Request, tr: Translator) -> Screen:
    """Say what writing first means, and ask once more."""
    if earlier.silent:
        text = tr(
            "Write first to {title}?\n\n"
            "• A question begins, and you have it. You are told nothing of the date.\n"
            "• They are told at once that somebody from the team wants to write. So write soon.\n"
            "• Neither of you learns who the other is.",
            title=title(earlier, tr),
        )
        return Screen(text, _ways(earlier, tr))
    text = tr(
        "Write first to whoever asked question {code}?\n\n"
        "• A new question begins, and you have it. You are told nothing of the earlier one.\n"
        "• They are told at once that somebody from the team wants to write. So write soon.\n"
        "• Neither of you learns who the other is.",
        code=earlier.code,
    )
    return Screen(text, _ways(earlier, tr))


def _ways(earlier: Request, tr: Translator) -> list[list[Button]]:
    return [
        [Button(tr("No, leave it as it is"), ShowClosed())],
        [Button(tr("Yes, write first"), WriteFirst(code=earlier.code))],
        [home(tr)],
    ]


def begun_screen(begun: Request, tr: Translator) -> Screen:
    """Say that a question begins, and whose turn it is."""
    text = tr(
        "{title} is yours now. They are told that you want to write: do it soon.",
        title=title(begun, tr),
    )
    return Screen(text, [[home(tr)]])


def cannot_begin_screen(earlier: Request, tr: Translator) -> Screen:
    """Say that nobody can begin a question now, and not why."""
    text = tr(
        "Whoever asked question {code} cannot be written to first just now. Try again in some"
        " days.",
        code=earlier.code,
    )
    return Screen(text, [[Button(tr("The queue"), ShowQueue())], [home(tr)]])


def _line(closed: Closed, tr: Translator) -> str:
    line = tr(
        "{code} · {language} · {day}",
        code=closed.request.code,
        language=language_sign(closed.request, tr),
        day=tr.day(today(closed.closed_at)),
    )
    return tr("{line} · no answer", line=line) if closed.request.silent else line
