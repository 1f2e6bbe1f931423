"""What was answered on the walk to a deadline, as its buttons carry it. Pure; days are Finland's.

A letter for each question means the same for ever: people tap buttons from last month.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from bot.core.dates import FromPaper
from bot.core.deadlines.counting import LONGEST_PRINTED, in_hand_early, rule
from bot.core.deadlines.rules import Service, Start
from bot.core.deadlines.walk import (
    Answer,
    Applied,
    Due,
    Known,
    Paper,
    Question,
    Sender,
    applied_on,
    due,
    next_question,
    options,
    routes,
    starts,
)
from bot.emigre.dates.buttons import At, Walk, day_in
from bot.ui.days import packed

NOTHING_KNOWN: Final = Known()
LONG_AGO: Final = timedelta(days=2 * 365)
"""A paper that came longer ago is asked about once more."""
NOT_AT_HAND: Final = 0
"""In place of the days that the paper prints."""
_OPEN: Final = "-"
_HELD: Final = "+"
"""Between the day on which a letter was posted and how many days later it was in hand."""
_ONE_DIGIT: Final = re.compile(r"[0-9]")

PAPERS: Final[Mapping[str, Paper]] = {
    "r": Paper.REFUSED,
    "n": Paper.NOT_EXAMINED,
    "t": Paper.TRANSFER,
    "l": Paper.LAPSED,
    "w": Paper.OWN_WITHDRAWAL,
    "g": Paper.GRANTED,
    "s": Paper.STATUS_WITHDRAWN,
    "o": Paper.OTHER_DECISION,
    "m": Paper.MORE_ASKED,
    "i": Paper.INTERVIEW_RECORD,
    "p": Paper.PERMIT,
    "d": Paper.DETENTION,
    "u": Paper.UNKNOWN,
}
SENDERS: Final[Mapping[str, Sender]] = {
    "m": Sender.MIGRI,
    "c": Sender.COURT,
    "k": Sender.KHO,
    "p": Sender.POLICE,
    "u": Sender.UNKNOWN,
}
APPLIED: Final[Mapping[str, Applied]] = {
    "b": Applied.BEFORE,
    "s": Applied.SINCE,
    "u": Applied.UNKNOWN,
}
WAYS: Final[Mapping[str, Service]] = {
    "h": Service.HANDED,
    "l": Service.LETTER,
    "e": Service.ELECTRONIC,
    "r": Service.RECEIPT,
    "s": Service.SUBSTITUTE,
    "u": Service.UNKNOWN,
}
SCREEN_OF: Final[Mapping[Question, At]] = {
    Question.PAPER: At.PAPER,
    Question.SENDER: At.SENDER,
    Question.APPLIED: At.APPLIED,
    Question.HOW: At.HOW,
}


class Oddity(StrEnum):
    """What is odd about a day that somebody gave."""

    STILL_TO_COME = "still to come"
    """Nothing can start on it yet."""
    BEFORE_LODGING = "before lodging"
    LONG_AGO = "long ago"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Everything that was answered so far."""

    case: int
    changes: int = 0
    """The date that is counted anew; 0: a new one."""
    known: Known = NOTHING_KNOWN
    day: date | None = None
    """Of the event that `starts` names."""
    period: int | None = None
    """The days that the paper prints, or NOT_AT_HAND; None: not asked yet."""
    held: date | None = None
    """The day on which they said when the letter was posted: they have it in hand."""

    @classmethod
    def of(cls, walk: Walk) -> "Answers":
        """Return what a button carries; what it says wrong counts as not answered."""
        paper, sender, applied, how = (*walk.said, *4 * _OPEN)[:4]
        said, _, later = walk.day.partition(_HELD)
        day = day_in(said)
        return cls(
            case=walk.case,
            changes=walk.date,
            known=_possible(
                Known(
                    paper=PAPERS.get(paper),
                    sender=SENDERS.get(sender),
                    applied=APPLIED.get(applied),
                    how=WAYS.get(how),
                )
            ),
            day=day,
            held=day + timedelta(days=int(later)) if day and _ONE_DIGIT.fullmatch(later) else None,
            period=_period(walk.period),
        )

    def to(self, at: At, *, day: date | None = None) -> Walk:
        """Return the button that leads to a screen with all of this; `day` in place of ours."""
        known = self.known
        letters = [
            _letter(PAPERS, known.paper),
            _letter(SENDERS, known.sender),
            _letter(APPLIED, known.applied),
            _letter(WAYS, known.how),
        ]
        shown = day or self.day
        return Walk(
            at=at,
            case=self.case,
            date=self.changes,
            said="".join(letters),
            day=packed(shown) + self._held_since(shown) if shown else "",
            period="" if self.period is None else str(self.period),
        )

    def _held_since(self, posted: date) -> str:
        """Return how many days after a day they had the letter, as a button carries it."""
        how = self.known.how or Service.UNKNOWN
        if self.held is None or not in_hand_early(how, posted, self.held):
            return ""
        return f"{_HELD}{(self.held - posted).days}"

    def seen_on(self, today: date) -> "Answers":
        """Return these as they are answered on a day: who says when a letter was posted has it."""
        if self.day is None or self.held or self.known.how is not Service.LETTER:
            return self
        return replace(self, held=today) if in_hand_early(self.known.how, self.day, today) else self

    @property
    def onward(self) -> Walk:
        """Return the button to what is to be asked next, or to the result."""
        return self.to(self.next)

    @property
    def next(self) -> At:
        """Return the screen of the next question, or of the result."""
        if question := next_question(self.known):
            return SCREEN_OF[question]
        if self.day is None:
            return At.DAY
        if self.asks_period and self.period is None:
            return At.PERIOD
        return At.RESULT

    @property
    def asked(self) -> Sequence[At]:
        """Return the screens of all questions up to the one that is open, in their order."""
        told, screens = NOTHING_KNOWN, list[At]()
        while question := next_question(told):
            screens.append(SCREEN_OF[question])
            answer: Answer | None = getattr(self.known, question)
            if answer is None:
                return screens
            told = told.and_then(answer)
        return [*screens, At.DAY, *([At.PERIOD] if self.asks_period else [])]

    def before(self, at: At) -> At | None:
        """Return the screen before one of a question; None: it is the first."""
        asked = self.asked
        place = asked.index(at) if at in asked else len(asked)
        return asked[place - 1] if place else None

    def chosen(self, answer: Answer) -> "Answers":
        """Return what is known after an answer.

        Those that cannot be any more are to be asked anew, and so is a day of another event.
        """
        known = _possible(self.known.and_then(answer))
        same = starts(known) is self.starts and known.how is self.known.how
        changed = self if same else replace(self, day=None, held=None)
        changed = replace(changed, known=known)
        return changed if changed.asks_period else replace(changed, period=None)

    @property
    def starts(self) -> Start:
        """Return the event whose day is asked for."""
        return starts(self.known)

    @property
    def asks_period(self) -> bool:
        """Say whether the paper prints how many days there are."""
        return any(rule(id_).printed for route in routes(self.known) for id_ in route.rules)

    def due(self) -> Due:
        """Return what is due. Raises CannotCountError, and ValueError without a day."""
        what = self.what()
        return due(what.known, what.day, days=what.days, held=what.held)

    def what(self, beside: str | None = None) -> FromPaper:
        """Return what is kept; `beside`: the rule of what is due beside it. Raises ValueError."""
        if self.day is None:
            raise ValueError("no day was answered")
        how = self.known.how or Service.UNKNOWN
        is_early = self.held is not None and in_hand_early(how, self.day, self.held)
        return FromPaper(
            known=self.known,
            day=self.day,
            days=self.period or None,
            beside=beside,
            held=self.held if is_early else None,
        )

    def oddities(self, today: date, lodged: date | None) -> Sequence[Oddity]:
        """Return what is odd about the day. `lodged`: when the application was, if it is kept."""
        if self.day is None or self.starts is Start.EXPIRY:
            return []
        if self.day > today:
            return [Oddity.STILL_TO_COME]
        found = [Oddity.BEFORE_LODGING] if lodged and self.day < lodged else []
        return [*found, Oddity.LONG_AGO] if self.day < today - LONG_AGO else found


def begun(case: int, lodged: date | None) -> Answers:
    """Return the answers at the beginning of a walk. `lodged`: what the case keeps of it."""
    return Answers(case=case, known=Known(applied=applied_on(lodged) if lodged else None))


def again(date_number: int, case: int, what: FromPaper) -> Answers:
    """Return the answers of which a date was kept, to change one of them."""
    return Answers(
        case=case,
        changes=date_number,
        known=_possible(what.known),
        day=what.day,
        held=what.held,
        period=NOT_AT_HAND if what.days is None else what.days,
    )


def _possible(known: Known) -> Known:
    """Return the answers that lead somewhere, each after those before it."""
    found = NOTHING_KNOWN
    for question in Question:
        answer: Answer | None = getattr(known, question)
        if answer and answer in options(found, question):
            found = found.and_then(answer)
    return found


def _letter(letters: Mapping[str, Answer], answer: Answer | None) -> str:
    return next((letter for letter, each in letters.items() if each is answer), _OPEN)


def _period(said: str) -> int | None:
    days = int(said) if said.isdecimal() else None
    return days if days is not None and days <= LONGEST_PRINTED else None
