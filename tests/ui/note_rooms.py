"""Samples of the team's notes, and of its ready answers."""

from dataclasses import replace
from functools import partial
from typing import Final

from bot.content.library import library
from bot.coordination import queue_screens as queue
from bot.core.companions import Part
from bot.core.languages import Language
from bot.core.notes import LONGEST_NOTE, By
from bot.core.ready_answers import LONGEST_READY, LONGEST_TITLE, ReadyId, Unfit
from bot.core.sections import Section
from bot.desk import notes_screens as notes
from bot.desk import ours_screens as ours
from bot.desk import ready_screens as ready
from bot.relay import note_letters
from bot.store.notes import Note
from bot.store.ready_answers import ReadyAnswer
from bot.ui.screen import Screen
from bot.ui.words import Translator
from tests.ui.rooms import FLAT, INSIDE, Room
from tests.ui.samples import FINNISH, HELD, LONG, OLLI, WAITING, WORDS

NOTE: Final = Note(By.VOLUNTEER, WORDS)
LONG_NOTES: Final = [Note(By.COORDINATOR, LONG[:LONGEST_NOTE])] * 3
READY: Final = ReadyAnswer(
    ReadyId(7), OLLI.person_id, Language.RUSSIAN, "7" * LONGEST_TITLE, LONG[:LONGEST_READY]
)
FOR_ALL: Final = replace(READY, owner_id=None, language=Language.FINNISH, text=WORDS)


def offered(tr: Translator) -> ours.Offered:
    """Return what has the longest title there may be, and is no word."""
    first, *others = library().all_in(tr.language)[:3]
    head = first.head.model_copy(update={"title": "7" * 60})
    return ours.Offered(replace(first, head=head), LONG[:1900], others)


def _topic(tr: Translator, section: Section) -> Screen:
    return ours.topic_screen(HELD, section, library().of_section(section, tr.language), tr)


NOTE_ROOMS: Final = (
    Room(
        notes,
        frozenset({INSIDE, FLAT}),
        {
            notes.write_screen: [
                lambda tr: notes.write_screen(HELD, tr, is_helper=True),
                lambda tr: notes.write_screen(WAITING, tr, is_helper=False),
                lambda tr: notes.write_screen(HELD, tr, is_helper=False, doubted=True),
            ],
            notes.thrown_away_screen: [notes.thrown_away_screen],
            notes.kept_screen: [
                lambda tr: notes.kept_screen(HELD, tr, is_helper=False),
                lambda tr: notes.kept_screen(HELD, tr, is_helper=True),
                lambda tr: notes.kept_screen(HELD, tr, is_helper=True, asked=0),
                lambda tr: notes.kept_screen(HELD, tr, is_helper=True, asked=3),
            ],
            notes.unchanged_receipt: [notes.unchanged_receipt],
        },
    ),
    Room(
        notes,
        frozenset({INSIDE, FLAT}),
        {
            notes.typed_screen: [
                lambda tr: notes.typed_screen(notes.Typed(HELD, True, HELD), tr),  # noqa: FBT003 - a field
                lambda tr: notes.typed_screen(notes.Typed(WAITING, False, None), tr),  # noqa: FBT003 - a field
                lambda tr: notes.typed_screen(notes.Typed(HELD, True, HELD, 1), tr),  # noqa: FBT003 - a field
                lambda tr: notes.typed_screen(notes.Typed(None, False, FINNISH), tr),  # noqa: FBT003 - a field
            ],
        },
        is_home=True,  # it stands beneath a text that waits for one of its buttons
    ),
    Room(
        ours,
        frozenset({INSIDE, FLAT}),
        {
            ours.pick_screen: [
                lambda tr: ours.pick_screen(HELD, None, tr),
                lambda tr: ours.pick_screen(HELD, offered(tr), tr),
                lambda tr: ours.pick_screen(FINNISH, offered(tr), tr),
                lambda tr: ours.pick_screen(FINNISH, replace(offered(tr), sure=False), tr),
            ],
            ours.preview_screen: [lambda tr: ours.preview_screen(HELD, offered(tr), tr)],
            ours.topics_screen: [lambda tr: ours.topics_screen(HELD, list(Section), tr)],
            ours.topic_screen: [
                partial(_topic, section=section) for section in (Section.START, Section.HELP)
            ],
            ours.search_screen: [lambda tr: ours.search_screen(HELD, tr)],
            ours.found_screen: [
                lambda tr: ours.found_screen(HELD, None, tr),
                lambda tr: ours.found_screen(FINNISH, offered(tr), tr),
                lambda tr: ours.found_screen(FINNISH, replace(offered(tr), sure=False), tr),
            ],
        },
    ),
    Room(
        ready,
        frozenset({INSIDE, FLAT}),
        {
            ready.room_screen: [
                lambda tr: ready.room_screen([], 0, tr),
                lambda tr: ready.room_screen([READY, FOR_ALL] * 15, 1, tr),
                lambda tr: ready.room_screen([READY], 0, tr, in_thread=True),
            ],
            ready.found_screen: [
                lambda tr: ready.found_screen([], tr),
                lambda tr: ready.found_screen([READY] * 21, tr),
            ],
            ready.write_screen: [
                lambda tr: ready.write_screen(Language.RUSSIAN, tr),
                *(partial(ready.write_screen, Language.FINNISH, unfit=unfit) for unfit in Unfit),
            ],
            ready.ready_screen: [
                lambda tr: ready.ready_screen(READY, tr, may_give=False, is_new=True),
                lambda tr: ready.ready_screen(READY, tr, may_give=True),
                lambda tr: ready.ready_screen(FOR_ALL, tr, may_give=True),
                lambda tr: ready.ready_screen(FOR_ALL, tr, may_give=False),
            ],
            ready.pick_screen: [
                lambda tr: ready.pick_screen(HELD, [], 0, tr),
                lambda tr: ready.pick_screen(HELD, [READY] * 30, 1, tr),
            ],
            ready.preview_screen: [lambda tr: ready.preview_screen(HELD, READY, 2, tr)],
        },
    ),
    Room(
        note_letters,
        frozenset({INSIDE, FLAT}),
        {
            note_letters.notes_for_helper: [
                lambda tr: note_letters.notes_for_helper(HELD, [NOTE], tr),
                lambda tr: note_letters.notes_for_helper(
                    HELD, [replace(NOTE, alias="crane", part=part) for part in Part], tr
                ),
                lambda tr: note_letters.notes_for_helper(HELD, [NOTE, *LONG_NOTES], tr),
            ],
            note_letters.ask_answered: [lambda tr: note_letters.ask_answered(HELD, tr)],
            note_letters.ask_coordinator: [
                lambda tr: note_letters.ask_coordinator(HELD, NOTE, tr),
                lambda tr: note_letters.ask_coordinator(HELD, LONG_NOTES[0], tr),
            ],
        },
    ),
    Room(
        queue,
        frozenset({INSIDE, FLAT}),
        {
            queue.notes_screen: [
                lambda tr: queue.notes_screen(HELD, [NOTE], 0, tr),
                lambda tr: queue.notes_screen(HELD, [NOTE, *LONG_NOTES], 1, tr),
            ],
        },
    ),
)
