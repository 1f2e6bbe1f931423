"""How a member writes a note of the team, and where it goes. Pure: data in, screens out."""

from dataclasses import dataclass

from markupsafe import Markup

from bot.desk.buttons import AnswerThis, KeepAndAsk, KeepNote, ThrowAway
from bot.relay.buttons import OpenHeld, OpenQueued, WriteNote
from bot.relay.letters import title
from bot.store.requests import Request
from bot.ui.aliases import alias_name
from bot.ui.buttons import home
from bot.ui.screen import Button, Expects, Receipt, Screen
from bot.ui.words import Translator


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed where a note was expected."""

    note_on: Request | None
    """None: its writer cannot add to that request any more."""
    is_helper: bool
    """Its writer has that request."""
    answers: Request | None
    """The request in which it would be an answer, if there is one."""
    excess: int = 0
    """Characters by which it is too long for a note."""
    answers_coordinator: bool = False
    """The last note is a coordinator's, who reads this one only if they are asked."""


def to_note(request: Request, tr: Translator) -> Button:
    """Return the way to write a note."""
    return Button(tr("Note for the team"), WriteNote(code=request.code))


def write_screen(
    request: Request, tr: Translator, *, is_helper: bool, doubted: bool = False
) -> Screen:
    """Ask for a note, and say who reads it.

    `doubted`: a coordinator knows that somebody in the question was complained of.
    """
    if is_helper:
        text = tr(
            "Write the note now. Only the team reads it: whoever else helps in this question, at"
            " once; who has it after you; and coordinators. {alias} never does.",
            alias=alias_name(request.alias, tr),
        )
        back = Button(tr("No note"), OpenHeld(code=request.code))
        rows = [[back], [home(tr)]]
    else:
        text = tr(
            "Write the note now. Whoever has question {code} reads it, and the team; whoever asked"
            " it never does.",
            code=request.code,
        )
        if doubted:
            text += "\n\n" + tr(
                "❗ Who was complained of reads it too, and must not learn of that."
            )
        rows = [[Button(tr("No note"), OpenQueued(code=request.code))], [home(tr)]]
    return Screen(text, rows, expects=Expects.TEAM_NOTE, then=WriteNote(code=request.code))


def typed_screen(typed: Typed, tr: Translator) -> Screen:
    """Ask what becomes of what was typed: it is shown back, and went nowhere."""
    rows = []
    request = typed.note_on
    if request and typed.excess <= 0:
        rows.append([Button(tr("Keep as a note"), KeepNote(code=request.code))])
        if typed.is_helper:
            ask = Button(tr("Keep it and ask a coordinator"), KeepAndAsk(code=request.code))
            rows.insert(0 if typed.answers_coordinator else 1, [ask])
    if typed.answers:
        send = tr("Send it to {alias}", alias=alias_name(typed.answers.alias, tr))
        rows.append([Button(send, AnswerThis(code=typed.answers.code))])
    rows.append([Button(tr("Throw it away"), ThrowAway())])
    words = _typed_words(typed, tr)
    if request is None:
        return Screen(words, rows, quotes=True)
    return Screen(words, rows, Expects.TEAM_NOTE, WriteNote(code=request.code), quotes=True)


def _typed_words(typed: Typed, tr: Translator) -> Markup:
    request = typed.note_on
    if request is None:
        return tr("This went nowhere: you can add no note to that question any more.")
    if typed.excess > 0:
        return tr.plural(
            "This went nowhere: for a note it is {n} character too long.",
            "This went nowhere: for a note it is {n} characters too long.",
            typed.excess,
        )
    return tr("This went nowhere yet. A note on {title}, for the team?", title=title(request, tr))


def kept_screen(
    request: Request, tr: Translator, *, is_helper: bool, asked: int | None = None
) -> Screen:
    """Say that a note is kept, and who reads it. `asked`: how many coordinators were asked."""
    if not is_helper:
        text = tr("Kept. Whoever has question {code} gets the note.", code=request.code)
        return Screen(text, [[home(tr)]], Expects.TEAM_NOTE, WriteNote(code=request.code))
    alias = alias_name(request.alias, tr)
    lines = [
        tr("Kept for the team. {alias} does not see it.", alias=alias),
        tr("Another note? Write it. To answer {alias}, go to the question first.", alias=alias),
    ]
    if asked:
        lines.append(tr("The coordinators are asked. Their answer comes to this question."))
    elif asked is not None:
        lines.append(tr("No coordinator could be asked: there is no other one just now."))
    back = Button(title(request, tr), OpenHeld(code=request.code))
    then = WriteNote(code=request.code)  # who has kept one may be writing another
    return Screen(Markup("\n").join(lines), [[back], [home(tr)]], Expects.TEAM_NOTE, then)


def thrown_away_screen(tr: Translator, *, code: str | None = None) -> Screen:
    """Say that a text went nowhere. `code`: of the question whose note was asked for."""
    text = tr("It was kept nowhere and sent to nobody. In this chat it stands until you delete it.")
    if code is None:
        return Screen(text, [[home(tr)]])
    rows = [[Button(tr("Question {code}", code=code), OpenHeld(code=code))], [home(tr)]]
    return Screen(text, rows, Expects.TEAM_NOTE, WriteNote(code=code))


def unchanged_receipt(tr: Translator) -> Receipt:
    """Say that an edit does not change a note."""
    return Receipt(tr("The note stays as you kept it. To add something, write another."))
