"""What coordinators are told without asking. Pure: data in, letter out."""

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from bot.coordination.buttons import AskToWriteFirst, OpenQueued
from bot.core.broadcasts import FEW
from bot.core.outgoing import Letter
from bot.relay.buttons import Claim
from bot.relay.eyes_letters import to_look, waits_for_eyes
from bot.relay.letters import title
from bot.store.requests import Request
from bot.ui.buttons import GoHomeBelow
from bot.ui.screen import Button
from bot.ui.trouble import troubles
from bot.ui.words import Translator

MOST_LISTED: Final = 20
"""Questions in one letter, a button each."""


def late(requests: Sequence[Request], tr: Translator) -> Letter:
    """Tell of questions that nobody has taken for a day."""
    heading = tr.plural(
        "{n} question has waited for a day, and nobody has taken it.",
        "{n} questions have waited for a day, and nobody has taken them.",
        len(requests),
    )
    keyboard = [
        [Button(tr("Take {code}", code=request.code), Claim(code=request.code)).as_key()]
        for request in requests[:MOST_LISTED]
    ]
    return Letter(str(heading), [*keyboard, [_home(tr)]])


def digest(
    waiting: int, lost: int, unread: int, tr: Translator, *, wrong: int = 0, eyes: int = 0
) -> Letter:
    """Tell in the morning what waits: numbers alone, and no small ones of people's questions.

    `wrong`: answers of which readers say that something is wrong; `eyes`: answers of helpers that
    wait until somebody else has seen them.
    """
    lines = []
    if 0 < waiting < FEW:
        lines.append(tr("Fewer than {n} questions wait for a volunteer.", n=FEW))
    elif waiting:
        questions = tr.plural(
            "{n} question waits for a volunteer.", "{n} questions wait for a volunteer.", waiting
        )
        lines.append(questions)
    if eyes:
        lines.append(waits_for_eyes(eyes, tr))
    if wrong:
        lines.append(
            tr.plural(
                "Readers say that something is wrong in {n} answer.",
                "Readers say that something is wrong in {n} answers.",
                wrong,
            )
        )
    lines += troubles(lost, unread, tr)
    heading = tr("<b>This morning</b>")
    keys = [[to_look(tr).as_key()]] if eyes else []
    return Letter(str(Markup("\n").join([heading, *lines])), [*keys, [_home(tr)]], silent=True)


def silent(request: Request, tr: Translator) -> Letter:
    """Tell of a last day about which somebody answers nothing, and how to write to them."""
    alias = title(request, tr)
    if not request.silent:
        text = tr(
            "❗ {title}: whoever asks this has a date whose last day is today, and does not answer"
            " our reminders. They wished you to know. Please see to it that somebody writes.",
            title=alias,
        )
        way = Button(tr("Question {code}", code=request.code), OpenQueued(code=request.code))
    else:
        text = tr(
            "❗ {title} has a date whose last day is today, and does not answer our reminders. They"
            " wished you to know, and know nothing else of them. You can write first.",
            title=alias,
        )
        way = Button(tr("Write first"), AskToWriteFirst(code=request.code))
    return Letter(str(text), [[way.as_key()], [_home(tr)]])


def _home(tr: Translator) -> dict[str, str]:
    return Button(tr("Home"), GoHomeBelow()).as_key()
