"""What comes out of a walk to a deadline. Pure; days are Finland's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from bot.content.articles import Article
from bot.core.clock import today
from bot.core.dates import FromPaper, has_ended
from bot.core.deadlines.counting import Basis, Deadline, Reckoning, add, rule
from bot.core.deadlines.rules import Whose
from bot.core.deadlines.walk import Due, Known, Paper, Sender
from bot.emigre.dates.answers import Answers

_BY_PAPER: Final = {Basis.PAPER}
_BY_LAW: Final = {Basis.RULE, Basis.MOST}

MISSED: Final = "appeal-missed"
_ANSWERS_TO: Final = {
    Paper.NOT_EXAMINED: "appeal-stay",
    Paper.TRANSFER: "apply-dublin",
    Paper.OWN_WITHDRAWAL: "apply-withdraw",
    Paper.GRANTED: "granted-first-steps",
    Paper.MORE_ASKED: "appeal-court",
    Paper.INTERVIEW_RECORD: "interview-record",
    Paper.PERMIT: "granted-first-steps",
    Paper.DETENTION: "detention",
    Paper.UNKNOWN: "decision-read",
}
_ANSWERS_TO_COURTS: Final = {Sender.COURT: "appeal-kho", Sender.KHO: "after-final-refusal"}
_NO_DECISIONS: Final = frozenset(
    {Paper.MORE_ASKED, Paper.INTERVIEW_RECORD, Paper.PERMIT, Paper.DETENTION}
)
"""Whoever sent these, and whenever: what is to be done is about the paper itself."""


@dataclass(frozen=True, slots=True)
class Result:
    """What came out of a walk, at a moment."""

    answers: Answers
    due: Due
    now: datetime
    """Aware."""
    article: Article | None
    """The answer that belongs to it."""

    @property
    def today(self) -> date:
        """Return the day that it is in Finland."""
        return today(self.now)

    @property
    def is_past(self) -> bool:
        """Say whether the act that the paper is about is too late."""
        return self.due.act is not None and has_ended(self.due.act.counts, self.now)

    @property
    def is_needed(self) -> bool:
        """Say whether who got the paper has to act: not against what was granted."""
        return self.answers.known.paper is not Paper.GRANTED

    @property
    def in_order(self) -> Sequence[Reckoning]:
        """Return all that is due: what is still open by its safe days, then what is past.

        Of what was granted the appeal comes last: hardly anybody needs it.
        """
        found = [*filter(None, [self.due.act]), *self.due.beside]
        if self.is_needed:
            found.sort(key=lambda each: each.counts.safe)
        else:
            found.sort(key=lambda each: each is self.due.act)
        return sorted(found, key=lambda each: has_ended(each.counts, self.now))

    @property
    def worth_keeping(self) -> Sequence[FromPaper]:
        """Return what can be kept: one's own acts that are not past, the paper's own first."""
        act = self.appeal if self.is_needed else []
        beside = [each.counts.rule.id for each in self.due.beside if self._is_open(each)]
        return [*act, *map(self.answers.what, beside)]

    @property
    def appeal(self) -> Sequence[FromPaper]:
        """Return the act that the paper itself is about, if it can be kept."""
        return [self.answers.what()] if self.due.act and self._is_open(self.due.act) else []

    @property
    def missed(self) -> Sequence[Deadline]:
        """Return what is not kept because its last day is past."""
        return [each.counts for each in self.in_order if has_ended(each.counts, self.now)]

    def _is_open(self, reckoning: Reckoning) -> bool:
        counts = reckoning.counts
        theirs = counts.rule.whose in {Whose.OWN, Whose.NOTHING}
        return theirs and not has_ended(counts, self.now)


def is_long_past(deadline: Deadline, today: date) -> bool:
    """Say whether even a missed day cannot be given back any more, as far as we know."""
    outer = rule("restore-max").length
    return outer is not None and today > add(deadline.last, outer)


def article_for(known: Known, *, past: bool) -> str:
    """Return the slug of the answer that belongs to a paper."""
    paper = known.paper or Paper.UNKNOWN
    if paper in _NO_DECISIONS or paper is Paper.GRANTED:
        return _ANSWERS_TO[paper]
    if past:
        return MISSED
    of_court = _ANSWERS_TO_COURTS.get(known.sender or Sender.UNKNOWN)
    return of_court or _ANSWERS_TO.get(paper) or "appeal-deadline"


def differs_from_law(reckoning: Reckoning | None) -> bool:
    """Say whether the person's own paper prints another period than the law that we know."""
    if reckoning is None:
        return False
    found = {reckoning.counts.basis, *(other.basis for other in reckoning.others)}
    return bool(found & _BY_PAPER and found & _BY_LAW)
