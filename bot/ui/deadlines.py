"""How a deadline was counted, step by step, as people read it. Pure."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from markupsafe import Markup

from bot.core.deadlines.counting import Basis, Deadline, Reckoning, add
from bot.core.deadlines.rules import (
    Certainty,
    Condition,
    Decides,
    Length,
    Printed,
    Rule,
    Service,
    Start,
    Unit,
    Whose,
    deliveries,
)
from bot.ui.words import Translator, mark

_DAY: Final = timedelta(days=1)
_ARRIVED: Final[Mapping[Service, str]] = {
    Service.HANDED: mark("Handed to you: {day}. That day is not counted."),
    Service.RECEIPT: mark("You signed for it: {day}. That day is not counted."),
    Service.LETTER: mark(
        "Posted: {day}. It counts as received {n} days later: {start}. That day is not counted."
    ),
    Service.ELECTRONIC: mark(
        "Sent: {day}. It counts as received {n} days later: {start}. That day is not counted."
    ),
    Service.SUBSTITUTE: mark(
        "Given to somebody else for you, by the certificate: {day}. It counts as received {n} days"
        " later: {start}. That day is not counted."
    ),
    Service.UNKNOWN: mark(
        "It is not known how the paper reached you, so we count from the earliest day that may"
        " count: {day}. That day is not counted."
    ),
}


def steps(reckoning: Reckoning, tr: Translator) -> list[Markup]:
    """Return the steps of the count as sentences: from the day of service to the last day."""
    deadline = reckoning.counts
    found = [_start(deadline, tr), *_held(deadline, tr), *_period(deadline, tr)]
    if deadline.rule.is_own:
        found += _own(deadline, tr)
    else:
        found += _not_own(deadline, tr)
    found += [_other(deadline, other, tr) for other in reckoning.others]
    found += _force(deadline, tr)
    if deadline.rule.printed is Printed.INSTRUCTIONS:
        found.append(tr("The appeal instructions of your own decision come before all of this."))
    elif deadline.rule.is_own:
        found.append(tr("What your own paper says comes before all of this."))
    return found


def _start(deadline: Deadline, tr: Translator) -> Markup:
    day, start = tr.full_day(deadline.served), tr.full_day(deadline.start)
    if deadline.rule.starts is Start.EXPIRY:
        return tr("It expires: {day}.", day=day)
    if deadline.rule.starts is not Start.SERVICE:
        return tr("It starts: {day}. That day is not counted.", day=day)
    n = deliveries()[deadline.how].days
    if start == day and n:
        return tr(
            "Sent: {day}. Whether it counts as received only {n} days later is not confirmed, so we"
            " count from the day it was sent. That day is not counted.",
            day=day,
            n=n,
        )
    return tr(_ARRIVED[deadline.how], day=day, n=n, start=start)


def _held(deadline: Deadline, tr: Translator) -> Iterator[Markup]:
    if deadline.held:
        yield tr(
            "You had it in hand already: {day}. It may be shown that it came sooner, so the safe"
            " day is counted from then.",
            day=tr.full_day(deadline.held),
        )


def _period(deadline: Deadline, tr: Translator) -> Iterator[Markup]:
    if deadline.length.number == 0:
        return
    length, day = length_text(deadline.length, tr), tr.full_day(deadline.reached)
    match deadline.basis:
        case Basis.PAPER:
            yield tr(
                "Your own paper says: {length}. The last of these days: {day}.",
                length=length,
                day=day,
            )
        case Basis.MOST:
            yield tr(
                "As far as we know the law allows {length} at the most. The last day: {day}.",
                length=length,
                day=day,
            )
        case Basis.ASSUMED:
            yield _assumed(deadline.rule, length, day, tr)
        case Basis.RULE:
            yield _by_rule(deadline.rule, length, day, tr)
    if deadline.length.unit in {Unit.MONTH, Unit.YEAR} and (
        deadline.reached.day != deadline.start.day
    ):
        yield tr("That month has no such day, so its last day counts.")


def _assumed(of: Rule, length: Markup, day: str, tr: Translator) -> Markup:
    match of.printed:
        case Printed.INSTRUCTIONS:
            return tr(
                "Your paper is not at hand, so the shortest period that may apply counts: {length}."
                " The last day: {day}.",
                length=length,
                day=day,
            )
        case Printed.ITSELF:
            return tr(
                "If your paper names no day, we do not know how long the period is: the shortest"
                " that may apply counts, {length}. The last day: {day}.",
                length=length,
                day=day,
            )
        case None:
            return _shortest(length, day, tr)


def _by_rule(of: Rule, length: Markup, day: str, tr: Translator) -> Markup:
    if not of.is_own:
        return tr("It takes {length}. It ends: {day}.", length=length, day=day)
    if of.longest:
        return _shortest(length, day, tr)
    if of.certainty is Certainty.UNSURE:
        return tr(
            "It is not confirmed how long the period is. As far as we know: {length}. The last"
            " day: {day}.",
            length=length,
            day=day,
        )
    return tr("The period: {length}. The last day: {day}.", length=length, day=day)


def _shortest(length: Markup, day: str, tr: Translator) -> Markup:
    return tr(
        "It is not confirmed how long the period is, so the shortest that may apply counts:"
        " {length}. The last day: {day}.",
        length=length,
        day=day,
    )


def _own(deadline: Deadline, tr: Translator) -> Iterator[Markup]:
    if deadline.last != deadline.reached:
        day = tr.full_day(deadline.last)
        yield tr(
            "Offices are closed that day, so it moves to the next working day: {day}.", day=day
        )
    elif deadline.rule.rolls:
        yield tr("That is a working day, so it does not move.")
    else:
        yield tr("This day never moves, working day or not.")
    if deadline.closes_at:
        time = tr.time(deadline.closes_at)
        yield tr("It must have arrived there by {time}: a second later is too late.", time=time)
    if deadline.safe != deadline.last:
        yield tr("To be safe, do it by this day: {day}.", day=tr.full_day(deadline.safe))


def _not_own(deadline: Deadline, tr: Translator) -> Iterator[Markup]:
    longest = deadline.rule.longest
    if longest:
        day = tr.full_day(add(deadline.start, longest))
        yield tr(
            "In some cases it takes {length}: {day}.", length=length_text(longest, tr), day=day
        )
    match deadline.rule.whose:
        case Whose.AUTHORITY:
            yield tr("This limit binds the authority. It is not your deadline.")
        case Whose.WAIT:
            yield tr("Before this day you may not do it yet. It is not a deadline.")
        case Whose.LASTS if longest:
            yield tr("It tells how long something holds. It is not your deadline.")
        case Whose.LASTS:
            yield tr("So long it holds at the most. It is not your deadline.")
        case _:
            yield tr("By law no appeal is open here, but your paper names one. Ask a lawyer today.")


def _force(deadline: Deadline, tr: Translator) -> Iterator[Markup]:
    """Say whether the rule holds, or on which day that is not known it depends."""
    of, day = deadline.rule, deadline.served
    if not of.may_hold(day):
        if of.starts is Start.SERVICE:
            yield tr("This rule does not hold for decisions of that day.")
        else:
            yield tr("This rule does not hold for that day.")
    elif deadline.basis in {Basis.RULE, Basis.MOST}:
        yield from (_condition(each, tr) for each in of.open_conditions(day))


def _condition(condition: Condition, tr: Translator) -> Markup:
    """Say on which day of what the force of a rule depends."""
    if condition.last < date.max:
        return _only_before(condition.decides, tr.day(condition.last + _DAY), tr)
    return _only_since(condition.decides, tr.day(condition.first), tr)


def _only_before(decides: Decides, day: str, tr: Translator) -> Markup:
    match decides:
        case Decides.LODGING:
            return tr(
                "This holds only if the application was lodged before {day}. For later ones the"
                " length is not confirmed.",
                day=day,
            )
        case Decides.REGISTRATION:
            return tr(
                "This holds only if the application was registered before {day}. For later ones"
                " the length is not confirmed.",
                day=day,
            )
        case Decides.ACT:
            return tr("This holds only for those who applied for it before {day}.", day=day)
        case _:
            return tr("This holds only if the decision was made before {day}.", day=day)


def _only_since(decides: Decides, day: str, tr: Translator) -> Markup:
    match decides:
        case Decides.LODGING:
            return tr("This holds only if the application was lodged on {day} or later.", day=day)
        case Decides.REGISTRATION:
            return tr(
                "This holds only if the application was registered on {day} or later.", day=day
            )
        case Decides.ACT:
            return tr("This holds only for those who apply for it on {day} or later.", day=day)
        case _:
            return tr("This holds only if the decision was made on {day} or later.", day=day)


def _other(deadline: Deadline, other: Deadline, tr: Translator) -> Markup:
    values = {"length": length_text(other.length, tr), "day": tr.full_day(other.last)}
    if other.start != deadline.start:
        return tr(
            "If it counts as received only on {start}, the last day is another: {day}. It is not"
            " confirmed, so do not rely on it.",
            start=tr.day(other.start),
            day=values["day"],
        )
    if deadline.basis is Basis.ASSUMED:
        return tr(
            "If the period is {length}, the last day is another: {day}. It is not confirmed,"
            " so do not rely on it.",
            **values,
        )
    if deadline.basis in {Basis.RULE, Basis.MOST}:
        return tr(
            "Your own paper says something else: {length}, {day}. The earlier day counts."
            " Show the paper to a lawyer today.",
            **values,
        )
    return tr(
        "The law that we know says something else: {length}, {day}. The earlier day counts."
        " Show the paper to a lawyer today.",
        **values,
    )


def length_text(length: Length, tr: Translator) -> Markup:
    """Return a period in words."""
    match length.unit:
        case Unit.DAY:
            return tr.plural("{n} day", "{n} days", length.number)
        case Unit.WEEK:
            return tr.plural("{n} week", "{n} weeks", length.number)
        case Unit.MONTH:
            return tr.plural("{n} month", "{n} months", length.number)
        case Unit.YEAR:
            return tr.plural("{n} year", "{n} years", length.number)
