"""From at most four questions to what is due: walk.toml beside this file is the table.

Never a longer period than what is known allows; the person's own paper comes before all of it.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, Final

from pydantic import ConfigDict, Field, TypeAdapter
from pydantic.dataclasses import dataclass

from bot.core.deadlines.counting import (
    Basis,
    CannotCountError,
    Reckoning,
    Refusal,
    as_held,
    as_received_at_once,
    assume,
    count,
    earliest,
    reckon,
    rule,
)
from bot.core.deadlines.rules import Certainty, Force, Rule, Service, Start, deliveries
from bot.core.stages import OLD_BEFORE, Event, Law, laws_on

_DATA: Final = ConfigDict(extra="forbid")
_TABLE: Final = Path(__file__).parent / "walk.toml"


class Paper(StrEnum):
    """What paper somebody has."""

    REFUSED = "refused"
    NOT_EXAMINED = "not_examined"
    TRANSFER = "transfer"
    LAPSED = "lapsed"
    OWN_WITHDRAWAL = "own_withdrawal"
    """Lapsed because they withdrew it themselves."""
    GRANTED = "granted"
    STATUS_WITHDRAWN = "status_withdrawn"
    OTHER_DECISION = "other_decision"
    """Family permit, travel document, citizenship."""
    MORE_ASKED = "more_asked"
    """A court asks for more about an appeal."""
    INTERVIEW_RECORD = "interview_record"
    PERMIT = "permit"
    DETENTION = "detention"
    UNKNOWN = "unknown"


class Sender(StrEnum):
    """Whose name is on it."""

    MIGRI = "migri"
    COURT = "court"
    """An administrative court."""
    KHO = "kho"
    POLICE = "police"
    """They hand over what others decided."""
    UNKNOWN = "unknown"


class Applied(StrEnum):
    """When the application for asylum was lodged: before `OLD_BEFORE` or since."""

    BEFORE = "before"
    SINCE = "since"
    UNKNOWN = "unknown"


class Question(StrEnum):
    """What the walk asks, in this order."""

    PAPER = "paper"
    SENDER = "sender"
    APPLIED = "applied"
    HOW = "how"


_DOUBTED: Final = frozenset({Paper.NOT_EXAMINED, Paper.LAPSED})
"""Whether the appeal's usual period is theirs too nobody has confirmed."""
Answer = Paper | Sender | Applied | Service
_ANSWERS: Final[Mapping[Question, Sequence[Answer]]] = {
    Question.PAPER: tuple(Paper),
    Question.SENDER: tuple(Sender),
    Question.APPLIED: tuple(Applied),
    Question.HOW: tuple(Service),
}


@dataclass(frozen=True, config=_DATA, kw_only=True)
class Route:
    """A row of the table. The head of walk.toml says what the fields mean."""

    papers: frozenset[Paper]
    rules: tuple[str, ...]
    senders: frozenset[Sender] = frozenset(Sender)
    applied: frozenset[Applied] = frozenset(Applied)
    beside: tuple[str, ...] = ()
    at_once: bool = False

    @property
    def starts(self) -> Start:
        """Return the event that starts what is due: all its rules start with the same."""
        (event,) = {rule(id_).starts for id_ in self.rules}
        return event

    @property
    def is_served(self) -> bool:
        """Say whether it matters how the paper arrived."""
        return any(rule(id_).starts is Start.SERVICE for id_ in (*self.rules, *self.beside))


@dataclass(frozen=True, config=_DATA, kw_only=True)
class _Table:
    assumed_days: Annotated[int, Field(gt=0)]
    shortest_days: Annotated[int, Field(gt=0)]
    route: tuple[Route, ...]


@dataclass(frozen=True, kw_only=True)
class Known:
    """What somebody answered. None: not asked yet, or not asked at all."""

    paper: Paper | None = None
    sender: Sender | None = None
    applied: Applied | None = None
    how: Service | None = None

    def and_then(self, answer: Answer) -> "Known":
        """Return this with one more answer."""
        match answer:
            case Paper():
                return replace(self, paper=answer)
            case Sender():
                return replace(self, sender=answer)
            case Applied():
                return replace(self, applied=answer)
            case Service():
                return replace(self, how=answer)


@dataclass(frozen=True, kw_only=True)
class Due:
    """What is due, and how much of it is only assumed."""

    act: Reckoning | None
    """What the paper is about; None: by law nothing is open, and no period of a paper is known."""
    beside: Sequence[Reckoning]
    at_once: bool
    """Removal may come before the period ends."""

    @property
    def is_assumed(self) -> bool:
        """Say whether the paper itself is missing, so that the shortest period counts."""
        return self.act is not None and self.act.counts.basis is Basis.ASSUMED


def applied_on(day: date | None) -> Applied:
    """Return what a day of lodging (in Finland) answers; None: it is not known."""
    match laws_on(Event.LODGING, day):
        case [Law.OLD]:
            return Applied.BEFORE
        case [Law.NEW]:
            return Applied.SINCE
        case _:
            return Applied.UNKNOWN


def routes(known: Known) -> Sequence[Route]:
    """Return the routes that are still open after what is known, in the order of the table."""
    return [
        route
        for route in _table().route
        if (known.paper is None or known.paper in route.papers)
        and (known.sender is None or known.sender in route.senders)
        and (known.applied is None or known.applied in route.applied)
    ]


def options(known: Known, question: Question) -> Sequence[Answer]:
    """Return the answers to a question that still lead somewhere, in the order to offer them."""
    return [each for each in _ANSWERS[question] if routes(known.and_then(each))]


def next_question(known: Known) -> Question | None:
    """Return what to ask next, None once nothing more would change what is due.

    A question whose answers all lead to the same routes is not asked.
    """
    unanswered = [each for each in Question if getattr(known, each) is None]
    return next((each for each in unanswered if _matters(known, each)), None)


def _matters(known: Known, question: Question) -> bool:
    if question is Question.HOW:
        return any(route.is_served for route in routes(known))
    left = {tuple(routes(known.and_then(each))) for each in options(known, question)}
    return len(left) > 1


def starts(known: Known) -> Start:
    """Return the event whose day is to be asked for. What was not answered counts as unknown.

    Raises CannotCountError for an answer that `options` never offers after the others.
    """
    return _route(known).starts


def due(known: Known, day: date, *, days: int | None = None, held: date | None = None) -> Due:
    """Return what is due if the event that `starts` names was on `day` (in Finland).

    If that is service: the day of what `known.how` names, which is not always day 0. What stands
    beside it and starts otherwise starts no earlier, so it is counted from `day` too.

    `held`: a day on which they surely had a letter in hand; one before the law takes it as
    received makes the safe days earlier, and no last day.

    `days` is the period printed in the paper; None: the paper is not at hand. What was not
    answered counts as unknown. Raises CannotCountError for a day, a number of days or answers that
    cannot be.
    """
    route = _route(known)
    how = known.how or Service.UNKNOWN
    may_assume = day >= OLD_BEFORE or known.applied is not Applied.BEFORE or known.paper in _DOUBTED
    counted = [
        _reckon(of, day, how, days, may_assume=may_assume) for of in _holding(route.rules, day)
    ]
    beside = [
        _reckon(of, day, how, None, may_assume=may_assume) for of in _holding(route.beside, day)
    ]
    found = sorted(filter(None, counted), key=lambda each: each.counts.reached)
    act = None
    if found:  # with the paper, the rule that allows what it prints
        act = found[0] if days is None else found[-1]
        if _has_several_acts(route, day):
            act = _of_any_act(act)
    return Due(
        act=act and as_held(act, held),
        beside=[as_held(each, held) for each in beside if each],
        at_once=route.at_once,
    )


def _route(known: Known) -> Route:
    """Return the one route; what was not answered counts as unknown. Raises CannotCountError."""
    whole = Known(
        paper=known.paper or Paper.UNKNOWN,
        sender=known.sender or Sender.UNKNOWN,
        applied=known.applied or Applied.UNKNOWN,
    )
    found = routes(whole)
    if not found:
        raise CannotCountError(Refusal.NO_RULE)
    return found[0]


def _holding(ids: Sequence[str], day: date) -> Sequence[Rule]:
    """Return the acts that can be open on that day; all, if there is none or nothing fits."""
    named = [rule(id_) for id_ in ids]
    return [of for of in named if of.is_own and of.may_hold(day)] or named


def _has_several_acts(route: Route, day: date) -> bool:
    """Say whether the paper may call for one act or for another."""
    named = [rule(id_) for id_ in route.rules]
    return len({of.act for of in named if of.may_hold(day)} or {of.act for of in named}) > 1


def _of_any_act(found: Reckoning) -> Reckoning:
    counts, *others = (replace(each, may_be_another=True) for each in (found.counts, *found.others))
    return Reckoning(counts, others)


def _reckon(
    of: Rule, day: date, how: Service, days: int | None, *, may_assume: bool
) -> Reckoning | None:
    """Count by the paper, else by the shortest period that may apply; None if nothing is open.

    Where nobody has confirmed how long a way of service takes, it takes no time.
    """
    way = how if of.starts is Start.SERVICE else Service.HANDED
    if deliveries()[way].certainty is Certainty.CONFIRMED:
        return _by_length(of, day, way, days, may_assume=may_assume)
    found = _by_length(of, day, Service.HANDED, days, may_assume=may_assume)
    return as_received_at_once(found, way) if found else None


def _by_length(
    of: Rule, day: date, way: Service, days: int | None, *, may_assume: bool
) -> Reckoning | None:
    if days is not None and of.printed:
        sure = of.force(day) is Force.HOLDS and not may_assume
        return reckon(of, day, way, days=days, surely_holds=sure)
    own = count(of, day, way) if of.length else None
    is_sure = own is not None and not (may_assume and of.starts is Start.SERVICE)
    if is_sure or not of.is_own:
        return Reckoning(own) if own else None
    shortest = assume(of, day, way, _shortest(of))
    return earliest(shortest, own) if own else Reckoning(shortest)


def _shortest(of: Rule) -> int:
    """Return how many days count where nobody has confirmed how many they are."""
    table = _table()
    return table.assumed_days if of.starts is Start.SERVICE else table.shortest_days


@cache
def _table() -> _Table:
    return TypeAdapter(_Table).validate_python(tomllib.loads(_TABLE.read_text(encoding="utf-8")))
