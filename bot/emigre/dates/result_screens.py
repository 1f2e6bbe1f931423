"""What is due, how it was counted, and what can still be done. Pure: data in, screen out.

The safe day first, then the last one by law; never a refusal without a way on.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final

from markupsafe import Markup

from bot.core.clock import today
from bot.core.dates import safe_day
from bot.core.deadlines.counting import Basis, Deadline, Reckoning
from bot.core.deadlines.rules import Printed, Rule, Start
from bot.core.deadlines.walk import Paper
from bot.emigre.dates.answers import Answers
from bot.emigre.dates.buttons import At
from bot.emigre.dates.results import Result, differs_from_law, is_past
from bot.emigre.reading.buttons import to_article
from bot.store.dates import KeptDate
from bot.ui.buttons import Ask, home, to_urgent
from bot.ui.dates import act_name, date_name, is_sure, rule_text, sure_text
from bot.ui.days import how_far
from bot.ui.deadlines import length_text
from bot.ui.screen import Button, Screen
from bot.ui.words import Translator, capital, mark

_APART: Final = Markup("\n\n")
_LINE: Final = Markup("\n")
_STILL_OPEN: Final = {
    Paper.INTERVIEW_RECORD: mark(
        "Not everything is over: send what is wrong to Migri today all the same, and tell a lawyer."
        " It can be named later too, before a court; the sooner, the better it counts."
    ),
    Paper.PERMIT: mark(
        "Not everything is over: apply today all the same, and ask a lawyer what you may do"
        " meanwhile, above all whether you may work."
    ),
    Paper.DETENTION: mark(
        "Not everything is over: ask the court in writing today, or let a lawyer do it. It can be"
        " asked again and again, as long as the detention goes on."
    ),
}


def result_screen(result: Result, tr: Translator) -> Screen:
    """Show what is due, and what to do with it."""
    act = result.due.act
    if act is None:
        lines = _nothing_counted(result, tr)
    elif result.is_past and result.is_needed:
        lines = _past(result, act, tr)
    else:
        lines = _to_come(result, act, tr)
    return Screen(_APART.join(lines), _ways_on(result, tr))


def which_screen(answers: Answers, other: KeptDate, tr: Translator) -> Screen:
    """Ask whether a paper is another one than that of which a date is kept already."""
    what = other.kept.what
    text = tr(
        "You keep this already: <b>{name}, {day}</b>. Is this about another paper, or about the"
        " same one?",
        name=date_name(what, tr),
        day=tr.day(safe_day(what)),
    )
    rows = [
        [Button(tr("Another paper: keep both"), answers.to(At.KEEP_BOTH))],
        [Button(tr("The same paper: replace it"), replace(answers, changes=other.id).to(At.KEEP))],
        [Button(tr("Back"), answers.to(At.RESULT)), home(tr)],
    ]
    return Screen(text, rows)


def day_text(counts: Deadline, now: datetime, tr: Translator) -> Markup:
    """Return the safe day in full, what is to be done by it, and the last day by law."""
    day = capital(Markup.escape(tr.full_day(counts.safe)))
    shown = tr("<b>{day}</b>, {far}", day=day, far=how_far(counts.safe, today(now), tr))
    name = act_name(counts, tr)
    act = tr("{act}: do it by this day.", act=name)
    if is_past(counts, now):
        act = name
    elif counts.safe < today(now):
        act = tr("{act}: the safe day is past, so do it now.", act=name)
    return _LINE.join([shown, act, _last_day(counts, tr)])


def deadline_lines(reckoning: Reckoning, tr: Translator) -> Iterator[Markup]:
    """Yield what is said of a deadline beneath its days: the rule, how sure, what comes first."""
    counts = reckoning.counts
    yield _rule_and_sureness(counts, tr)
    if differs_from_law(reckoning):
        yield _difference(reckoning, tr)
    if counts.rule.printed is Printed.INSTRUCTIONS:
        yield tr("The appeal instructions of your own decision (valitusosoitus) decide.")
    elif counts.rule.starts is not Start.EXPIRY:
        yield tr("What your own paper says comes before all of this.")


def _to_come(result: Result, act: Reckoning, tr: Translator) -> Iterator[Markup]:
    """Yield what is due, and by which day."""
    yield day_text(act.counts, result.now, tr)
    if not result.is_needed:
        yield tr("You need this only if the decision gives you less than you asked for.")
    yield from _beside(result, tr)
    yield from deadline_lines(act, tr)
    if result.due.is_assumed:
        yield _how_to_find(act.counts.rule, tr)
    if result.due.at_once:
        yield tr("❗ Removal may come earlier than this day. Ask for help today.")


def _rule_and_sureness(counts: Deadline, tr: Translator) -> Markup:
    return _LINE.join([rule_text(counts, tr), sure_text(counts, tr)])


def _last_day(counts: Deadline, tr: Translator) -> Markup:
    day = tr.full_day(counts.last)
    if counts.closes_at and counts.basis is Basis.ASSUMED:
        return tr(
            "The last day by the shortest period: {day}, {time}. It must be there by then.",
            day=day,
            time=tr.time(counts.closes_at),
        )
    if counts.closes_at:
        hour = tr.time(counts.closes_at)
        return tr(
            "The last day by law: {day}, {time}. It must be there by then.", day=day, time=hour
        )
    return tr("The last day by law: {day}.", day=day)


def _difference(reckoning: Reckoning, tr: Translator) -> Markup:
    others = [other for other in reckoning.others if other.basis is not reckoning.counts.basis]
    (other, *_) = others or reckoning.others
    values = {"length": length_text(other.length, tr), "day": tr.day(other.last)}
    if other.basis is Basis.PAPER:
        return tr(
            "⚠️ Your paper says otherwise: {length}, {day}. The earlier day counts. Show the paper"
            " to a lawyer.",
            **values,
        )
    return tr(
        "⚠️ The law that we know says otherwise: {length}, {day}. The earlier day counts. Show the"
        " paper to a lawyer.",
        **values,
    )


def _beside(result: Result, tr: Translator) -> Iterator[Markup]:
    """Yield what is due beside it, each with its own days."""
    for each in result.due.beside:
        counts = each.counts
        values = {
            "act": act_name(counts, tr),
            "day": tr.full_day(counts.safe),
            "far": how_far(counts.safe, result.today, tr),
            "last": tr.day(counts.last),
        }
        sign = Markup("") if is_sure(counts) else Markup(" ⚠️")
        if is_past(counts, result.now):
            yield tr("And: {act}. Its last day is past: {last}. Ask a lawyer today.", **values)
        elif result.due.act and counts.safe < result.due.act.counts.safe:
            yield tr("Sooner: {act}: <b>{day}</b>, {far}. The last day: {last}", **values) + sign
        else:
            yield tr("And: {act}: <b>{day}</b>, {far}. The last day: {last}", **values) + sign


def _past(result: Result, act: Reckoning, tr: Translator) -> Iterator[Markup]:
    """Yield what can still be done once the last day is past."""
    counts = act.counts
    yield tr(
        "<b>The last day was {day}, {far}</b>\n{act}",
        day=tr.full_day(counts.last),
        far=how_far(counts.last, result.today, tr),
        act=act_name(counts, tr),
    )
    if result.due.is_assumed:
        yield tr("That is by the shortest period: your paper may give more days. Look today.")
        yield _how_to_find(counts.rule, tr)
    else:
        yield _rule_and_sureness(counts, tr)
    yield _still_open(result, tr)
    yield from _beside(result, tr)


def _still_open(result: Result, tr: Translator) -> Markup:
    if said := _STILL_OPEN.get(result.answers.known.paper or Paper.UNKNOWN):
        return tr(said)
    return tr(
        "Not everything is over, and each day counts:\n"
        "1. Ask a lawyer today: send it all the same, and say why it is late.\n"
        "2. A missed day can be given back for a weighty reason (menetetyn määräajan"
        " palauttaminen): illness, no certificate, somebody else's mistake.\n"
        "3. What has changed since can be a new ground."
    )


def _nothing_counted(result: Result, tr: Translator) -> Iterator[Markup]:
    """Yield what is open where no day can be told, and whom to ask today."""
    if result.answers.known.paper is Paper.OWN_WITHDRAWAL:
        yield tr("<b>No appeal is open here</b>")
        yield tr(
            "Whoever withdraws an application cannot appeal against that. Open is a new"
            " application; it is a subsequent one. Did you not mean to withdraw, or was there no"
            " interpreter? Tell a lawyer today."
        )
    else:
        yield tr("<b>This decision is final</b>")
        yield tr(
            "There is no further appeal in Finland. Open are, with a lawyer: a new application if"
            " something has changed, the European Court of Human Rights (four months; it can ask"
            " to stop a removal within days), and voluntary return."
        )
    if result.due.at_once:
        yield tr("❗ Removal may come soon. Ask for help today.")


def _how_to_find(rule: Rule, tr: Translator) -> Markup:
    """Say where the period is printed, and how to get the paper."""
    if rule.printed is Printed.ITSELF:
        return tr(
            "Look in the paper for “määräaika” or a day: that counts. Lost? Ask whoever sent it,"
            " today."
        )
    return tr(
        "Find the paper: appeal instructions are its last page. Lost? Ask Migri, the court or your"
        " lawyer for a copy."
    )


def _ways_on(result: Result, tr: Translator) -> list[list[Button]]:
    answers, due = result.answers, result.due
    is_urgent = due.at_once or (result.is_past and result.is_needed)
    rows = [[to_urgent(tr)]] if is_urgent else []
    if result.worth_keeping:
        words = tr("Keep it and remind me")
        if answers.changes:
            words = tr("Put it in the place of the old one")
        rows.append([Button(words, answers.to(At.KEEP))])
    if due.act:
        rows.append([Button(tr("How it is counted"), answers.to(At.STEPS))])
    rows.append([Button(tr("Change an answer"), answers.to(At.ANSWERS))])
    rows += [[to_article(result.article)]] if result.article else []
    rows.append([Button(tr("Ask a person"), Ask()), home(tr)])
    return rows
