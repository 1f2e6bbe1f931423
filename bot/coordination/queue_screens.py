"""A coordinator's screens of the questions. Pure: data in, screens and letters out."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Final

from markupsafe import Markup

from bot.coordination.buttons import (
    AskToHandBack,
    HandBack,
    ShowBans,
    ShowClosed,
    ShowNotes,
)
from bot.core.companions import Part
from bot.core.figures import FEWEST_SHOWN, figure
from bot.core.languages import Language
from bot.core.requests import HELD, Doubt, State
from bot.relay.buttons import AskToBan, Claim, OpenQueued, WriteNote
from bot.relay.closing_letters import closed_unwritten
from bot.relay.company_letters import BESIDE
from bot.relay.eyes_letters import to_look, waits_for_eyes
from bot.relay.letters import code_sign, language_sign
from bot.relay.note_letters import note_words
from bot.store.notes import Note
from bot.store.requests import Queued, Request
from bot.store.team import Member
from bot.ui.aliases import member_name
from bot.ui.buttons import ShowQueue, home
from bot.ui.pages import page_of, turning
from bot.ui.screen import Button, Screen
from bot.ui.words import Translator, mark

SAYS: Final[Mapping[Doubt, str]] = {
    Doubt.OTHER: mark("❗ Whoever asked wishes another helper than {name}. {name} does not know."),
    Doubt.WRONG: mark(
        "❗ Whoever asked says that something {name} wrote is wrong. {name} does not know."
    ),
    Doubt.UNSAFE: mark("❗ Whoever asked does not feel safe with {name}. {name} does not know."),
}


def queue_screen(
    queue: Sequence[Queued],
    page: int,
    tr: Translator,
    *,
    now: datetime,
    there: Mapping[Language, int],
    eyes: int = 0,
    doubted: Collection[str] = (),
) -> Screen:
    """Show how much there is to do, in figures, and each question by its code.

    `there`: how many are on duty, by language; `eyes`: how many answers wait until somebody else
    has seen them; `doubted`: the codes of those whose author says that something is not right.
    """
    waiting = [each for each in queue if each.request.state not in HELD]
    lines = [
        tr("<b>The queue</b>"),
        tr.plural("{n} question waits.", "{n} questions wait.", len(waiting)),
    ]
    if waiting:
        lines.append(
            tr("The oldest: {span}.", span=tr.span(now - min(each.sent_at for each in waiting)))
        )
    lines += [
        tr("With volunteers: {n}.", n=_count(queue, State.CLAIMED)),
        tr("Answered and still open: {n}.", n=_count(queue, State.ANSWERED)),
        tr("In Russian: {n}.", n=_figure(queue, Language.RUSSIAN, tr)),
        tr("In Finnish: {n}.", n=_figure(queue, Language.FINNISH, tr)),
        tr(
            "On duty now: {russian} for Russian, {finnish} for Finnish.",
            russian=there[Language.RUSSIAN],
            finnish=there[Language.FINNISH],
        ),
    ]
    if eyes:
        lines.append(waits_for_eyes(eyes, tr))
    if doubted:
        lines.append(tr("⚠ Whoever asked says that something is not right."))
    shown = page_of(queue, page)
    rows = [
        [Button(_signed(each, doubted, tr, now=now), OpenQueued(code=each.request.code))]
        for each in shown.items
    ]
    rows += turning(shown, ShowQueue, tr)
    if eyes:
        rows.append([to_look(tr)])
    rows.append([Button(tr("Write first"), ShowClosed()), Button(tr("Blocked"), ShowBans())])
    return Screen(Markup("\n").join(lines), [*rows, [home(tr)]])


def queued_screen(
    queued: Queued,
    helper: Member | None,
    tr: Translator,
    *,
    now: datetime,
    notes: int = 0,
    companions: Sequence[tuple[Part, Member]] = (),
    doubts: Sequence[tuple[Doubt, Member]] = (),
) -> Screen:
    """Show one question without a word of it, and what can be done about it.

    `notes`: how many the team has on it; `companions`: who helps along, as what; `doubts`: what
    whoever asked says of whom.
    """
    request = queued.request
    lines = [_line(queued, tr, now=now)]
    if helper:
        lines.append(tr("It is with {name}.", name=member_name(helper.code, tr)))
    lines += [tr(BESIDE[part], name=member_name(each.code, tr)) for part, each in companions]
    lines += said_of(doubts, tr)
    rows = []
    if request.state in HELD:
        lines.append(tr("Nobody else reads it."))
        rows.append([Button(tr("Back to the queue"), AskToHandBack(code=request.code))])
    else:
        lines.append(tr("Only who takes it reads it."))
    to_notes = Button(tr("Note for the team"), WriteNote(code=request.code))
    if notes:
        to_notes = Button(tr("Notes: {n}", n=notes), ShowNotes(code=request.code))
    rows.append([to_notes])
    if request.state is State.OFFERED:
        rows.append([Button(tr("Take it"), Claim(code=request.code))])
    rows += [
        [Button(tr("Block who asked it"), AskToBan(code=request.code))],
        [Button(tr("The queue"), ShowQueue())],
        [home(tr)],
    ]
    return Screen(Markup("\n").join(lines), rows)


def said_of(doubts: Sequence[tuple[Doubt, Member]], tr: Translator) -> list[Markup]:
    """Say to a coordinator what whoever asked a question says of whom."""
    return [tr(SAYS[doubt], name=member_name(each.code, tr)) for doubt, each in doubts]


def notes_screen(request: Request, notes: Sequence[Note], page: int, tr: Translator) -> Screen:
    """Show the team's notes on a question, one at a time, and not a word of the question."""
    shown = page_of(notes, page, 1)
    heading = tr(
        "<b>Note {number} of {n} on question {code}</b>",
        number=shown.number + 1,
        n=len(notes),
        code=request.code,
    )
    lines = [heading, *(note_words(note, tr) for note in shown.items)]
    lines.append(tr("Whoever asked never reads it."))
    rows = turning(shown, partial(ShowNotes, code=request.code), tr)
    rows += [
        [Button(tr("Answer with a note"), WriteNote(code=request.code))],
        [Button(tr("Back"), OpenQueued(code=request.code))],
        [home(tr)],
    ]
    return Screen(Markup("\n\n").join(lines), rows, protect=True)


def ask_to_hand_back_screen(request: Request, tr: Translator) -> Screen:
    """Ask once more before a question is taken from its helper."""
    text = tr(
        "Put question {code} back in the queue? It is offered to the others. Whoever has it now can"
        " read it no more; they and whoever asked are told.",
        code=request.code,
    )
    rows = [
        [Button(tr("No, leave it as it is"), OpenQueued(code=request.code))],
        [Button(tr("Yes, back to the queue"), HandBack(code=request.code))],
        [home(tr)],
    ]
    return Screen(text, rows)


def closed_unwritten_screen(request: Request, tr: Translator) -> Screen:
    """Say that a question was closed, for nobody had written anything in it."""
    ways = [[Button(tr("The queue"), ShowQueue())], [home(tr)]]
    return Screen(closed_unwritten(request, tr), ways)


def _signed(queued: Queued, doubted: Collection[str], tr: Translator, *, now: datetime) -> Markup:
    sign = "⚠ " if queued.request.code in doubted else ""
    return Markup("{}{}").format(sign, _line(queued, tr, now=now))


def _line(queued: Queued, tr: Translator, *, now: datetime) -> Markup:
    """Return a question's code, language, state and age."""
    request = queued.request
    state = {State.CLAIMED: tr("with a volunteer"), State.ANSWERED: tr("answered")}
    waits = tr("waits")
    return tr(
        "{code} · {language} · {state} · {span}",
        code=code_sign(request),
        language=language_sign(request, tr),
        state=state.get(request.state, waits),
        span=tr.span(now - queued.sent_at),
    )


def _count(queue: Sequence[Queued], state: State) -> int:
    return sum(each.request.state is state for each in queue)


def _figure(queue: Sequence[Queued], language: Language, tr: Translator) -> Markup:
    count = figure(sum(each.request.language is language for each in queue))
    if count is None:
        return tr("fewer than {n}", n=FEWEST_SHOWN)
    return Markup(count)  # noqa: S704 - a number
