"""What dates are called, and how sure a deadline is, as people read it. Pure."""

import re
from collections.abc import Mapping
from typing import Final

from markupsafe import Markup

from bot.core.dates import Appointment, Occasion, What, reckoning_of
from bot.core.deadlines.counting import Basis, Deadline
from bot.core.deadlines.rules import Act, Certainty, Rule, Start, deliveries
from bot.ui.deadlines import length_text
from bot.ui.words import Translator, mark

_OCCASIONS: Final[Mapping[Occasion, str]] = {
    Occasion.INTERVIEW: mark("Interview"),
    Occasion.HEARING: mark("Court hearing"),
    Occasion.LAWYER: mark("Lawyer"),
    Occasion.REPORTING: mark("Reporting to the police"),
    Occasion.OTHER: mark("Something else"),
}
_ACTS: Final[Mapping[Act | None, str]] = {
    Act.APPEAL: mark("Appeal to the court"),
    Act.TRANSFER: mark("Appeal against the transfer"),
    Act.LEAVE: mark("Ask KHO for leave to appeal"),
    Act.SUPPLEMENT: mark("Send the court what it asks for"),
    Act.AS_NAMED: mark("Do what your paper names"),
    Act.STAY: mark("Ask the court for leave to stay"),
    Act.FAMILY: mark("Apply for your family"),
    Act.RECORD: mark("Correct the interview record"),
    Act.EXTEND: mark("Apply for the next permit"),
    Act.RELEASE: mark("Ask the court to end detention"),
}
_LAWS: Final = (
    mark("Aliens Act"),
    mark("Old act"),
    mark("Regulation"),
    mark("Act"),
    mark("Art."),
    mark("as amended in"),
    mark("now"),
)
"""What stands in the data in English; the longest first, so that none hides another."""


def date_name(what: What, tr: Translator) -> Markup:
    """Return what a date is about, as short as it goes on a button."""
    if isinstance(what, Appointment):
        return occasion_name(what.occasion, tr)
    counted = reckoning_of(what)
    return act_name(counted.counts, tr) if counted else tr("A paper")


def date_is_gone(tr: Translator) -> Markup:
    """Say that a date is not kept any more."""
    return tr("This date is not kept any more.")


def occasion_name(occasion: Occasion, tr: Translator) -> Markup:
    """Return what somebody has to be at."""
    return tr(_OCCASIONS[occasion])


def act_name(deadline: Deadline, tr: Translator) -> Markup:
    """Return what is to be done by a deadline. Raises KeyError if no paper leads to its rule."""
    if deadline.may_be_another:
        return tr("Appeal as your paper's instructions say")
    return tr(_ACTS[deadline.rule.act])


def rule_name(rule: Rule, tr: Translator) -> Markup:
    """Return what is to be done by a rule, if there is something, and where that stands."""
    law = law_text(rule, tr)
    return Markup("{}, {}").format(tr(_ACTS[rule.act]), law) if rule.act in _ACTS else law


def law_text(rule: Rule, tr: Translator) -> Markup:
    """Return the sections of law of a rule, which the data have in English."""
    said = re.split("(" + "|".join(re.escape(word) for word in _LAWS) + ")", rule.section)
    return Markup().join(tr(each) if each in _LAWS else Markup.escape(each) for each in said)


def how_sure(deadline: Deadline) -> Certainty:
    """Return how sure the day is. A period that the person's own paper prints is sure."""
    if (
        deadline.may_be_another
        or deadline.basis is not Basis.PAPER
        or deadline.rule.starts is not Start.SERVICE
    ):
        return deadline.certainty
    return deliveries()[deadline.how].certainty


def is_sure(deadline: Deadline) -> bool:
    """Say whether a day needs no mark."""
    return deadline.basis is not Basis.ASSUMED and how_sure(deadline) is Certainty.CONFIRMED


def sure_text(deadline: Deadline, tr: Translator) -> Markup:
    """Say how sure a deadline is, and what that means; what is not sure has a mark."""
    lines = [_who_decided(tr)] if deadline.may_be_another else []
    if deadline.basis is Basis.ASSUMED or not lines:
        lines.insert(0, _how_sure_text(deadline, tr))
    return Markup("\n").join(lines)


def _who_decided(tr: Translator) -> Markup:
    return tr(
        "⚠️ Not sure what is to be done: that depends on who decided. The name stands at the top of"
        " the first page. Look, or show it to a lawyer."
    )


def _how_sure_text(deadline: Deadline, tr: Translator) -> Markup:
    if deadline.basis is Basis.ASSUMED and deadline.rule.printed:
        return tr("⚠️ Not sure: without the paper, the shortest period that may apply counts.")
    match how_sure(deadline):
        case Certainty.CONFIRMED if deadline.basis is Basis.PAPER:
            return tr("Sure, if the day and the number are right.")
        case Certainty.CONFIRMED:
            return tr("Sure: it was read in the source.")
        case Certainty.KNOWN:
            return tr("⚠️ Fairly sure: commonly known, not read in the law. Ask a lawyer.")
        case Certainty.UNSURE:
            return tr("⚠️ Not sure: sources differ, or the law may have changed. Ask a lawyer.")


def rule_text(deadline: Deadline, tr: Translator) -> Markup:
    """Say in a line how long the period is, and what says so."""
    length = length_text(deadline.length, tr)
    if deadline.rule.starts is Start.EXPIRY:
        return tr("By law: before it ends ({law}).", law=law_text(deadline.rule, tr))
    if deadline.basis is Basis.PAPER:
        return tr("By your own paper: {length}.", length=length)
    if deadline.basis is Basis.ASSUMED:
        return tr("Counted: {length}.", length=length)
    return _by_law(deadline, length, tr)


def _by_law(deadline: Deadline, length: Markup, tr: Translator) -> Markup:
    """Say what the law gives; the end of a range that EU law allows is never the law itself."""
    values = {"length": length, "law": law_text(deadline.rule, tr)}
    if deadline.basis is Basis.MOST:
        return tr("At most {length}, as far as we know ({law}).", **values)
    if deadline.rule.longest:
        return tr("At least {length}, as far as we know ({law}).", **values)
    if deadline.rule.certainty is Certainty.CONFIRMED:
        return tr("By law: {length} ({law}).", **values)
    return tr("As far as we know: {length} ({law}).", **values)
