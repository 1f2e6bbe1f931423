"""Samples of what coordinators see of broadcasts, and of what they are told by the clock."""

from dataclasses import replace
from typing import Final

from bot.coordination import broadcast_screens as broadcasts
from bot.coordination import letters as told
from bot.core.broadcasts import (
    LONGEST_BROADCAST,
    BroadcastId,
    BroadcastState,
    Piece,
    Segment,
    Yes,
)
from bot.core.languages import Language
from bot.core.people import PersonId
from bot.core.routing.gaps import Gap
from bot.store.broadcasts import Broadcast, Progress
from tests.ui.rooms import FLAT, INSIDE, Room
from tests.ui.samples import HELD, LATER, LONG, NOW, SILENT, WAITING, WORDS

BOTH: Final = {language: [Piece(1, 1, WORDS)] for language in Language}
BROADCAST: Final = Broadcast(
    id=BroadcastId(7),
    author_id=PersonId(15485863),
    segment=Segment.EMIGRES,
    state=BroadcastState.DRAFT,
    pieces=BOTH,
    told_id=None,
    began_at=None,
)
GOING: Final = replace(BROADCAST, state=BroadcastState.GOING)
STOPPED: Final = replace(BROADCAST, state=BroadcastState.STOPPED)
DONE: Final = replace(BROADCAST, state=BroadcastState.DONE, segment=Segment.TEAM)
HALF_WAY: Final = Progress(waiting=2000, arrived=4, unreachable=12, uncertain=11, refused=1)
STOPPING: Final = replace(HALF_WAY, sending=30)
TOO_LONG: Final = replace(BROADCAST, pieces={Language.RUSSIAN: [Piece(1, 1, LONG)]})

BROADCAST_ROOMS: Final = (
    Room(
        broadcasts,
        frozenset({INSIDE, FLAT}),
        {
            broadcasts.announcement: [
                lambda tr: broadcasts.announcement(WORDS, Segment.EMIGRES, tr),
                lambda tr: broadcasts.announcement("<" * LONGEST_BROADCAST, Segment.TEAM, tr),
            ],
            broadcasts.broadcasts_screen: [
                lambda tr: broadcasts.broadcasts_screen(None, [], tr),
                lambda tr: broadcasts.broadcasts_screen(BROADCAST, [GOING, STOPPED, DONE], tr),
                lambda tr: broadcasts.broadcasts_screen(
                    replace(BROADCAST, pieces={Language.RUSSIAN: BOTH[Language.RUSSIAN]}), [], tr
                ),
            ],
            broadcasts.segments_screen: [broadcasts.segments_screen],
            broadcasts.write_screen: [
                lambda tr: broadcasts.write_screen(BROADCAST, Language.RUSSIAN, tr),
                lambda tr: broadcasts.write_screen(
                    replace(BROADCAST, pieces={}), Language.FINNISH, tr
                ),
            ],
            broadcasts.too_long_screen: [
                lambda tr: broadcasts.too_long_screen(TOO_LONG, Language.RUSSIAN, tr),
            ],
            broadcasts.kept_screen: [
                lambda tr: broadcasts.kept_screen(
                    BROADCAST, Language.RUSSIAN, Language.FINNISH, tr
                ),
                lambda tr: broadcasts.kept_screen(
                    BROADCAST, Language.FINNISH, Language.RUSSIAN, tr
                ),
            ],
            broadcasts.check_screen: [
                lambda tr: broadcasts.check_screen(
                    BROADCAST, 2000, Yes.ANOTHERS, tr, changed=False
                ),
                lambda tr: broadcasts.check_screen(BROADCAST, 2000, Yes.ANOTHERS, tr, changed=True),
                lambda tr: broadcasts.check_screen(BROADCAST, 2000, Yes.NOBODYS, tr, changed=False),
                lambda tr: broadcasts.check_screen(BROADCAST, 4, Yes.IMPOSSIBLE, tr, changed=False),
                lambda tr: broadcasts.check_screen(
                    replace(BROADCAST, segment=Segment.RUSSIAN), 0, Yes.ANOTHERS, tr, changed=False
                ),
            ],
            broadcasts.frozen_receipt: [broadcasts.frozen_receipt],
            broadcasts.begun_screen: [lambda tr: broadcasts.begun_screen(GOING.id, tr)],
            broadcasts.progress_screen: [
                lambda tr: broadcasts.progress_screen(GOING, HALF_WAY, tr, first=True),
                lambda tr: broadcasts.progress_screen(GOING, HALF_WAY, tr, first=False),
                lambda tr: broadcasts.progress_screen(STOPPED, STOPPING, tr, first=True),
                lambda tr: broadcasts.progress_screen(STOPPED, HALF_WAY, tr, first=True),
            ],
            broadcasts.progress_letter: [
                lambda tr: broadcasts.progress_letter(DONE, HALF_WAY, tr, first=True),
            ],
        },
    ),
    Room(
        told,
        frozenset({INSIDE, FLAT}),
        {
            told.silent: [
                lambda tr: told.silent(SILENT, tr),
                lambda tr: told.silent(HELD, tr),
                lambda tr: told.silent(WAITING, tr),
            ],
            told.late: [
                lambda tr: told.late([WAITING], tr),
                lambda tr: told.late([WAITING] * 50, tr),
            ],
            told.gaps: [
                lambda tr: told.gaps(
                    [Gap(Language.RUSSIAN, NOW, LATER), Gap(Language.RUSSIAN, LATER, LATER)],
                    NOW.date(),
                    tr,
                ),
                lambda tr: told.gaps([Gap(Language.FINNISH, NOW, LATER)], NOW.date(), tr),
            ],
            told.digest: [
                lambda tr: told.digest(1, 0, 0, tr),
                lambda tr: told.digest(5, 1, 2, tr, wrong=2, rules=1, eyes=1),
                lambda tr: told.digest(0, 0, 5, tr),
            ],
        },
    ),
)
