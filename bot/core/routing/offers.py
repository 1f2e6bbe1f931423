"""Whom a request reaches now, when to look again, and what comes next for who comes on duty."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

from bot.core.clock import today
from bot.core.people import Act, PersonId, may
from bot.core.routing.candidates import Candidate
from bot.core.routing.daytime import at
from bot.core.routing.rules import CONDITIONS, FITS, STEPS, Condition, Rule, Step, Wanted, order
from bot.core.timers import DAY_BEGINS

FORESEEN: Final = timedelta(days=7)
"""How far a plan looks: every shift comes once a week."""


@dataclass(frozen=True, slots=True)
class Offer:
    """That somebody is offered a request, and why."""

    candidate: Candidate
    step: Step
    unmet: frozenset[Condition]
    """What they lack: not demanded by the step that reached them."""
    earlier: bool
    """They helped before, and are told so."""


@dataclass(frozen=True, slots=True)
class Wave:
    """Offers of one moment (UTC), the best first."""

    at: datetime
    offers: tuple[Offer, ...]


def due(wanted: Wanted, team: Sequence[Candidate], now: datetime) -> tuple[Offer, ...]:
    """Return the offers to be made at `now` (aware): each to somebody who has none that holds.

    By night what is not urgent reaches only who chose these hours. Whoever is excluded gets none,
    at no step.
    """
    allowed = [each for each in team if _may_see(wanted, each) and _may_be_told(wanted, each, now)]
    reached = {each.id for each in allowed if _has_it(wanted, each, now)}
    offers: list[Offer] = []
    for rule in STEPS:
        if not (wanted.urgent and not reached) and not _has_begun(rule, wanted, now):
            continue
        new = (each for each in allowed if each.id not in reached and not wanted.has(each.id, now))
        found = [each for each in new if _meets(rule, wanted, each, now)]
        found.sort(key=lambda each: order(wanted, each))
        chosen = found[: _most(rule, wanted, reached, found)]
        reached |= {each.id for each in chosen}
        offers += [_offer(rule, wanted, each, now) for each in chosen]
    return tuple(offers)


def look_again(wanted: Wanted, team: Iterable[Candidate], now: datetime) -> datetime | None:
    """Return the first moment (UTC) after `now` (aware) at which the clock may make more due.

    None: at none within a week. Whoever gets room, or comes on duty by hand, is no matter of the
    clock: then look at once.
    """
    now = now.astimezone(UTC)
    moments = [begins for rule in STEPS if (begins := rule.begins(wanted))]
    moments += map(wanted.ends, wanted.offered.values())
    for day in _days(now):
        moments.append(at(day, DAY_BEGINS))
        for each in team:
            moments += [*each.comes(day), *each.goes(day)]
    return min((moment for moment in moments if now < moment <= now + FORESEEN), default=None)


def plan(wanted: Wanted, team: Sequence[Candidate], now: datetime) -> tuple[Wave, ...]:
    """Return whom it reaches now and in the week to come, if nobody takes it and nothing changes.

    Each stands where they are first reached.
    """
    waves: list[Wave] = []
    ends = now.astimezone(UTC) + FORESEEN
    moment: datetime | None = now.astimezone(UTC)
    while moment is not None and moment <= ends:
        offers = due(wanted, team, moment)
        got = {offer.candidate.id: moment for offer in offers}
        if new := tuple(offer for offer in offers if offer.candidate.id not in wanted.offered):
            waves.append(Wave(moment, new))
        wanted = replace(wanted, offered={**wanted.offered, **got})
        moment = look_again(wanted, team, moment)
    return tuple(waves)


def next_for(
    member: Candidate, waiting: Iterable[Wanted], team: Sequence[Candidate], now: datetime
) -> tuple[Wanted, ...]:
    """Return what waits for somebody who comes on duty, or looks: urgent first, then the oldest.

    What they have been offered before is among it. They are awake, so the night does not count.
    """
    mine = (wanted for wanted in waiting if _is_for(member, wanted, team, now))
    return tuple(sorted(mine, key=lambda each: (not each.urgent, each.asked_at, each.code)))


def _is_for(member: Candidate, wanted: Wanted, team: Sequence[Candidate], now: datetime) -> bool:
    """Say whether this member fits a request, or it has come so far that they may have it."""
    if not _may_see(wanted, member):
        return False
    nobody = wanted.urgent and not any(_has_it(wanted, each, now) for each in team)
    narrow, *wider = STEPS
    open_to = [narrow, *(rule for rule in wider if nobody or _has_begun(rule, wanted, now))]
    return any(_meets(rule, wanted, member, now) for rule in open_to)


def _has_it(wanted: Wanted, each: Candidate, now: datetime) -> bool:
    return wanted.has(each.id, now) and each.is_there(now)


def _may_see(wanted: Wanted, candidate: Candidate) -> bool:
    return candidate.id not in wanted.excluded and may(candidate.role, Act.ANSWER)


def _may_be_told(wanted: Wanted, candidate: Candidate, now: datetime) -> bool:
    return wanted.urgent or candidate.may_be_told(now)


def _has_begun(rule: Rule, wanted: Wanted, now: datetime) -> bool:
    begins = rule.begins(wanted)
    return begins is not None and begins <= now


def _meets(rule: Rule, wanted: Wanted, candidate: Candidate, now: datetime) -> bool:
    return all(CONDITIONS[each](wanted, candidate, now) for each in rule.demands)


def _most(
    rule: Rule, wanted: Wanted, reached: Collection[PersonId], found: Sequence[Candidate]
) -> int:
    """Return how many more a step may reach. Who helped before is first asked alone."""
    if rule.most is None:
        return len(found)
    with_earlier = wanted.earlier in {*reached, *(each.id for each in found)}
    most = 1 if with_earlier and not wanted.urgent else rule.most
    return max(0, most - len(reached))


def _offer(rule: Rule, wanted: Wanted, candidate: Candidate, now: datetime) -> Offer:
    unmet = (each for each in FITS if not CONDITIONS[each](wanted, candidate, now))
    return Offer(candidate, rule.step, frozenset(unmet), candidate.id == wanted.earlier)


def _days(now: datetime) -> Iterator[date]:
    return (today(now) + timedelta(days=days) for days in range(FORESEEN.days + 1))
