"""What somebody may answer, for the tests of the walk."""

from datetime import date, timedelta
from itertools import product
from typing import Final

from bot.core.deadlines.rules import Service, Start
from bot.core.deadlines.walk import Applied, Due, Known, Paper, Question, Sender, options

SERVED: Final = date(2026, 11, 23)
BEFORE_THE_PACT: Final = date(2026, 5, 4)
FIVE_DAYS: Final = timedelta(days=5)
COMBINATIONS: Final = list(product(Sender, Applied, Service))


def every(paper: Paper) -> list[Known]:
    """Return each combination of answers that can be."""
    known = [
        Known(paper=paper, sender=sender, applied=applied, how=how)
        for sender, applied, how in COMBINATIONS
    ]
    return [each for each in known if each.sender in options(Known(paper=paper), Question.SENDER)]


def longest(found: Due) -> timedelta:
    """Return the longest period among those that start with the paper's service."""
    reckonings = [*filter(None, [found.act]), *found.beside]
    served = [each.counts for each in reckonings if each.counts.rule.starts is Start.SERVICE]
    return max((each.reached - each.start for each in served), default=timedelta(0))


def migri(paper: Paper, applied: Applied) -> Known:
    return Known(paper=paper, sender=Sender.MIGRI, applied=applied, how=Service.HANDED)
