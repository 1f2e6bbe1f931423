"""How long it takes to count what is due after a paper."""

from datetime import date, timedelta
from time import perf_counter
from typing import Final

from bot.core.deadlines.rules import Service
from bot.core.deadlines.walk import Applied, Known, Paper, Sender, due

PAPER: Final = Known(
    paper=Paper.REFUSED, sender=Sender.UNKNOWN, applied=Applied.BEFORE, how=Service.LETTER
)
"""What takes longest: who sent it is not known, so the rules of both courts are tried."""
FIRST: Final = date(2026, 1, 1)
DAYS: Final = 2000


def milliseconds_a_deadline() -> float:
    """Return the mean over some years of days, reading rules and holidays included."""
    began = perf_counter()
    for ahead in range(DAYS):
        due(PAPER, FIRST + timedelta(days=ahead))
    return (perf_counter() - began) / DAYS * 1000
