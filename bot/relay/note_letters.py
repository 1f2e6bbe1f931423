"""Notes of the team, as letters to members alone: nothing here ever goes to an émigré. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from markupsafe import Markup, escape

from bot.core.notes import By
from bot.core.outgoing import Letter
from bot.relay.buttons import OpenQueued, WriteNote
from bot.relay.letters import ROOM_FOR_HEADING, title
from bot.relay.voices import Voice, voice_name
from bot.store.notes import Note
from bot.store.requests import Request
from bot.ui.aliases import alias_name
from bot.ui.screen import LONGEST_TEXT, Button
from bot.ui.split import split
from bot.ui.words import Translator, mark

WROTE: Final[Mapping[By, str]] = {
    By.VOLUNTEER: mark("A volunteer: {note}"),
    By.COORDINATOR: mark("A coordinator: {note}"),
}


def notes_for_helper(request: Request, notes: Sequence[Note], tr: Translator) -> list[Letter]:
    """Return the notes on a request for whoever has it now; none, if there are none."""
    if not notes:
        return []
    heading = tr(
        "{title}\nNotes of the team – {alias} does not see them",
        title=title(request, tr),
        alias=alias_name(request.alias, tr),
    )
    text = "\n\n".join(note_words(note, tr).unescape() for note in notes)
    letters = [
        Letter(f"<b>{heading}</b>\n{escape(part)}", protect=True)
        for part in split(text, LONGEST_TEXT - ROOM_FOR_HEADING)
    ]
    return [*letters[:-1], replace(letters[-1], keyboard=[[_answer(request, tr)]])]


def ask_coordinator(request: Request, note: Note, tr: Translator) -> Letter:
    """Ask a coordinator what to do, by a note alone: nothing of the question."""
    heading = tr("A volunteer asks the coordinators about question {code}.", code=request.code)
    way = Button(tr("Question {code}", code=request.code), OpenQueued(code=request.code))
    keys = [[_answer(request, tr)], [way.as_key()]]
    return Letter(f"<b>{heading}</b>\n{escape(note.text)}", keys, protect=True)


def ask_answered(request: Request, tr: Translator) -> Letter:
    """Put in the place of what asked a coordinator that another one has answered."""
    text = tr("A volunteer asked about question {code}. A coordinator answered.", code=request.code)
    way = Button(tr("Question {code}", code=request.code), OpenQueued(code=request.code))
    return Letter(str(text), [[way.as_key()]])


def note_words(note: Note, tr: Translator) -> Markup:
    """Return a note with who wrote it."""
    if note.alias is None:
        return tr(WROTE[note.by], note=note.text)
    name = voice_name(Voice(note.alias, note.part), tr)
    return Markup("{}: {}").format(name, note.text)


def _answer(request: Request, tr: Translator) -> dict[str, str]:
    """Return the way to answer with a note: what is just typed would go to whoever asked."""
    return Button(tr("Answer with a note"), WriteNote(code=request.code)).as_key()
