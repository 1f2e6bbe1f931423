"""Samples of what the clock says to an émigré."""

from datetime import datetime, time, timedelta
from typing import Final

from bot.core.clock import HELSINKI
from bot.core.coming import Turn
from bot.emigre.reminding import letters
from tests.ui.date_rooms import INTERVIEW, NOW, PAPER, SEEN_AT, kept
from tests.ui.rooms import Room

HEARD_AT: Final = datetime.combine(INTERVIEW.day, time(7), HELSINKI)
AWAY: Final = (21, 2, 1, 0, -1)
"""Days from the safe day at which words differ."""

REMINDER_ROOMS: Final = [
    Room(
        letters,
        SEEN_AT,
        {
            letters.reminder: [
                *(
                    lambda tr, away=away: letters.reminder(
                        kept(INTERVIEW), HEARD_AT - timedelta(days=away), tr
                    )
                    for away in AWAY
                ),
                lambda tr: letters.reminder(kept(PAPER), NOW + timedelta(days=60), tr),
                lambda tr: letters.reminder(kept(PAPER), NOW, tr, Turn(2, 3)),
            ],
            letters.counted_anew: [lambda tr: letters.counted_anew(kept(PAPER), tr)],
            letters.asked_again: [
                lambda tr: letters.asked_again(kept(PAPER), tr),
                lambda tr: letters.asked_again(kept(PAPER), tr, Turn(1, 2)),
            ],
            letters.team_told: [lambda tr: letters.team_told(kept(PAPER), tr)],
        },
    ),
]
