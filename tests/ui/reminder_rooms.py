"""Samples of what the clock says to an émigré."""

from datetime import timedelta
from typing import Final

from bot.emigre.reminding import letters
from tests.ui.date_rooms import INTERVIEW, PAPER, SEEN_AT, TODAY, kept
from tests.ui.rooms import Room

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
                        kept(INTERVIEW), INTERVIEW.day - timedelta(days=away), tr
                    )
                    for away in AWAY
                ),
                lambda tr: letters.reminder(kept(PAPER), TODAY + timedelta(days=60), tr),
            ],
            letters.counted_anew: [lambda tr: letters.counted_anew(kept(PAPER), tr)],
            letters.asked_again: [lambda tr: letters.asked_again(kept(PAPER), tr)],
            letters.team_told: [letters.team_told],
        },
    ),
]
