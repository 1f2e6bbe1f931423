"""What an émigré wrote cannot be forwarded or saved by the team's honest clients; the rest can.

It is friction, no lock. Invitations, reports, answers and menus stay free: they are to be copied.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from markupsafe import escape

from bot.core.languages import Language
from bot.core.outgoing import Letter
from tests.ui.gallery import Picture, hung
from tests.ui.rooms import OUTSIDE
from tests.ui.samples import LONG, WORDS

SOMEBODYS_WORDS: Final = (str(escape(WORDS)), str(escape(LONG))[:200])
"""By these the samples are known that show what somebody wrote."""
OF_THE_TEAM: Final = {
    "coordination.broadcast_screens.announcement": "what a coordinator writes to many",
    "desk.ready_screens.preview_screen": "an answer that a helper keeps, before it is kept",
    "desk.ready_screens.ready_screen": "an answer that a helper keeps, to be sent",
    "desk.ours_screens.found_screen": "an answer of our own that was looked for",
    "desk.ours_screens.pick_screen": "an answer of our own, before it is sent",
    "desk.ours_screens.preview_screen": "the same, chosen from its topic",
    "relay.letters.given_back": "a helper's own words, given back to them",
    "relay.letters.own_words": "the same, of what waited",
    "relay.eyes_letters.sent_back_letter": "the beginning of a helper's own answer",
}
"""What shows words that come from no émigré, and what words they are."""
PROTECTED: Final = {
    "coordination.queue_screens.notes_screen",
    "coordination.readers_screens.released_screen",
    "relay.eyes_letters.words",
    "relay.letters.earlier_answer",
    "relay.letters.first_block",
    "relay.letters.shown_case",
    "relay.letters.words",
    "relay.note_letters.ask_coordinator",
    "relay.note_letters.notes_for_helper",
}
"""What an émigré wrote, or what the team wrote to or of them in a question."""


def everything() -> Iterator[Picture]:
    return chain.from_iterable(map(hung, Language))


def shows_words(picture: Picture) -> bool:
    return any(words in picture.text for words in SOMEBODYS_WORDS)


def is_protected(picture: Picture) -> bool:
    letter = picture.drawn if isinstance(picture.drawn, Letter) else picture.drawn.letter()
    return letter.protect


def place(picture: Picture) -> str:
    return f"{picture.room}.{picture.name}"


def test_what_the_team_reads_of_an_emigre_is_protected() -> None:
    """A new letter or screen that shows somebody's words needs its place here, or protection."""
    free = {
        place(picture)
        for picture in everything()
        if OUTSIDE not in picture.seen_at and shows_words(picture) and not is_protected(picture)
    }
    assert free == set(OF_THE_TEAM)


def test_nothing_else_is_protected() -> None:
    assert {place(picture) for picture in everything() if is_protected(picture)} == PROTECTED


def test_what_is_an_emigres_own_is_free() -> None:
    own = [picture for picture in everything() if OUTSIDE in picture.seen_at]
    assert own
    assert [place(picture) for picture in own if is_protected(picture)] == []
