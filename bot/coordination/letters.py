"""What coordinators are told without asking. Pure: data in, letter out."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from markupsafe import Markup

from bot.coordination.buttons import AskToWriteFirst
from bot.core.broadcasts import FEW
from bot.core.languages import Language
from bot.core.outgoing import Letter
from bot.core.requests import HELD
from bot.core.routing.gaps import Gap
from bot.relay.buttons import Claim, OpenQueued
from bot.relay.eyes_letters import to_look, waits_for_eyes
from bot.relay.letters import code_sign, language_of, language_sign, title
from bot.store.requests import Request
from bot.ui.buttons import GoHomeBelow
from bot.ui.screen import Button
from bot.ui.trouble import troubles
from bot.ui.words import Translator, mark

IN: Final[Mapping[Language, str]] = {
    Language.RUSSIAN: mark("In Russian: {n}."),
    Language.FINNISH: mark("In Finnish: {n}."),
}
MOST_LISTED: Final = 20
"""Questions in one letter, a button each."""


def late(requests: Sequence[Request], tr: Translator) -> Letter:
    """Tell of questions that nobody has taken for a day. `requests`: what comes first, first."""
    heading = tr.plural(
        "{n} question has waited for a day, and nobody has taken it.",
        "{n} questions have waited for a day, and nobody has taken them.",
        len(requests),
    )
    keyboard = [
        [Button(_to_take(request, tr), Claim(code=request.code)).as_key()]
        for request in requests[:MOST_LISTED]
    ]
    return Letter(str(heading), [*keyboard, [_home(tr)]])


def digest(
    waiting: int,
    lost: int,
    unread: int,
    tr: Translator,
    *,
    urgent: bool = False,
    wrong: int = 0,
    rules: int = 0,
    eyes: int = 0,
) -> Letter:
    """Tell in the morning what waits: numbers alone, and no small ones of people's questions.

    `urgent`: whether something that waits is; `wrong`: answers of which readers say that something
    is wrong; `rules`: rules of deadlines from which somebody's paper differs; `eyes`: answers of
    helpers that wait until somebody else has seen them.
    """
    lines = []
    if 0 < waiting < FEW:
        lines.append(tr("Fewer than {n} questions wait for a volunteer.", n=FEW))
    elif waiting:
        questions = tr.plural(
            "{n} question waits for a volunteer.", "{n} questions wait for a volunteer.", waiting
        )
        lines.append(questions)
    if waiting and urgent:
        lines.append(tr("❗ Something urgent is among them."))
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
    if rules:
        lines.append(
            tr.plural(
                "Papers of people differ from {n} rule of our deadlines.",
                "Papers of people differ from {n} rules of our deadlines.",
                rules,
            )
        )
    lines += troubles(lost, unread, tr)
    heading = tr("<b>This morning</b>")
    keys = [[to_look(tr).as_key()]] if eyes else []
    return Letter(str(Markup("\n").join([heading, *lines])), [*keys, [_home(tr)]], silent=True)


def gaps(found: Sequence[Gap], day: date, tr: Translator) -> Letter:
    """Tell in the evening for which hours of `day` nobody is on duty who speaks a language."""
    lines = [tr("<b>Nobody is on duty</b> on {day}:", day=tr.full_day(day))]
    for language in Language:
        hours = ", ".join(
            f"{tr.time(gap.begins)}–{tr.time(gap.ends)}"
            for gap in found
            if gap.language is language
        )
        if hours:
            lines.append(tr(IN[language], n=hours))
    lines.append(
        tr("What is asked then waits; what is urgent reaches all coordinators. Can somebody come?")
    )
    return Letter(str(Markup("\n").join(lines)), [[_home(tr)]], silent=True)


def silent(request: Request, tr: Translator) -> Letter:
    """Tell of a date of today about which somebody answers nothing, and how to write to them."""
    who = {"title": title(request, tr), "language": language_of(request, tr)}
    if request.silent:
        text = tr(
            "❗ {title}, in {language}: they have a date today and do not answer our reminders."
            " They wished the team to know that and no more. You can write first.",
            **who,
        )
        way = Button(tr("Write first"), AskToWriteFirst(code=request.code))
    else:
        text = tr(
            "❗ {title}, in {language}: whoever asks this has a date today and does not answer our"
            " reminders. They wished the team to know that and no more.",
            **who,
        )
        text += " " + (
            tr("Whoever has the question is told.")
            if request.state in HELD
            else tr("The question is urgent now: please see to it that somebody takes it.")
        )
        way = Button(tr("Question {code}", code=request.code), OpenQueued(code=request.code))
    return Letter(str(text), [[way.as_key()], [_home(tr)]])


def _to_take(request: Request, tr: Translator) -> Markup:
    return tr(
        "Take {code} · {language}", code=code_sign(request), language=language_sign(request, tr)
    )


def _home(tr: Translator) -> dict[str, str]:
    return Button(tr("Home"), GoHomeBelow()).as_key()
