"""What is due, how it was counted, and what can still be done. Pure: data in, screen out.

The safe day first, then the last one by law; never a refusal without a way on.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final

from markupsafe import Markup

from bot.core.clock import today
from bot.core.dates import has_ended, safe_day
from bot.core.deadlines.counting import Basis, Deadline, Reckoning
from bot.core.deadlines.rules import Certainty, Printed, Rule, Start
from bot.core.deadlines.walk import Paper
from bot.emigre.dates.answers import Answers
from bot.emigre.dates.buttons import At
from bot.emigre.dates.results import Result, differs_from_law, is_long_past
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
_GIVEN_BACK: Final = frozenset({Start.SERVICE, Start.INTERVIEW})
"""A permit and a detention have other ways on, however late it is."""
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


def kept_text(result: Result, kept: int, tr: Translator) -> Markup:
    """Say how many dates are kept, and which not because it is too late for them."""
    lines = [tr.plural("Kept. {n} date.", "Kept. {n} dates, each with reminders.", kept)]
    lines += [
        tr("Not kept, its last day is past: {act}. Ask a lawyer today.", act=act_name(each, tr))
        for each in result.missed
    ]
    return _LINE.join(lines)


def day_text(counts: Deadline, now: datetime, tr: Translator) -> Markup:
    """Return the day that matters at an aware moment, and what is to be done by it.

    The safe day in full, and the last one by law; once it is past the last day, as long as there is
    one to come.
    """
    name, now_is = act_name(counts, tr), today(now)
    shown = counts.safe if counts.safe >= now_is else counts.last
    values = {
        "day": capital(Markup.escape(tr.full_day(shown))),
        "far": how_far(shown, now_is, tr),
        "act": name,
    }
    if has_ended(counts, now):
        return tr("<b>Past since {last}</b>, {far}\n{act}", last=tr.full_day(shown), **values)
    if shown == counts.safe:
        day = tr("<b>{day}</b>, {far}\n{act}: do it by this day.", **values)
        return _LINE.join([day, _last_day(counts, tr)])
    day = tr(
        "<b>The last day: {last}, {far}</b>\n{act}: the safe day is past, so do it now.",
        last=tr.full_day(shown),
        **values,
    )
    if counts.closes_at:
        hour = tr("It must be there by {time}.", time=tr.time(counts.closes_at))
        return _LINE.join([day, hour])
    return day


def beside_text(counts: Deadline, now: datetime, tr: Translator) -> Markup:
    """Return what else is due, with its own days, in a line."""
    last = Markup.escape(tr.day(counts.last))
    if counts.closes_at:
        last = tr("{day}, {time}", day=last, time=tr.time(counts.closes_at))
    values = {
        "act": act_name(counts, tr),
        "day": tr.full_day(counts.safe),
        "far": how_far(counts.safe, today(now), tr),
        "last": last,
    }
    if has_ended(counts, now):
        return tr("And: {act}. Its last day is past: {last}. Ask a lawyer today.", **values)
    sign = Markup("") if is_sure(counts) else Markup(" ⚠️")
    if counts.safe < today(now):
        return tr("And: {act}: do it today. The last day: <b>{last}</b>", **values) + sign
    return tr("And: {act}: <b>{day}</b>, {far}. The last day: {last}", **values) + sign


def deadline_lines(reckoning: Reckoning, tr: Translator) -> Iterator[Markup]:
    """Yield what is said of a deadline beneath its days: the rule, how sure, what comes first."""
    counts = reckoning.counts
    yield _rule_and_sureness(counts, tr)
    if counts.held:
        yield tr(
            "You have the letter in hand already, so the safe day is counted from {day}.",
            day=tr.day(counts.held),
        )
    if differs_from_law(reckoning):
        yield _difference(reckoning, tr)
    if counts.rule.printed is Printed.INSTRUCTIONS:
        yield tr("The appeal instructions of your own decision (valitusosoitus) decide.")
    elif counts.rule.starts is not Start.EXPIRY:
        yield tr("What your own paper says comes before all of this.")


def removal_text(tr: Translator, *, is_past: bool) -> Markup:
    """Say that removal need not wait. `is_past`: there is no day any more before which it may."""
    if is_past:
        return tr("❗ Removal may come soon. Ask for help today.")
    return tr("❗ Removal may come earlier than this day. Ask for help today.")


def _to_come(result: Result, act: Reckoning, tr: Translator) -> Iterator[Markup]:
    """Yield what is due, what is due first before all else."""
    first, *rest = result.in_order
    if not result.is_needed:
        yield tr("If the decision gives you what you asked for, there is nothing to appeal.")
    day = day_text(first.counts, result.now, tr)
    yield day if first is act else _LINE.join([day, sure_text(first.counts, tr)])
    yield from (beside_text(each.counts, result.now, tr) for each in rest)
    yield from deadline_lines(act, tr)
    if result.due.is_assumed:
        yield _how_to_find(act.counts.rule, tr)
    if result.due.at_once:
        yield removal_text(tr, is_past=False)


def _rule_and_sureness(counts: Deadline, tr: Translator) -> Markup:
    return _LINE.join([rule_text(counts, tr), sure_text(counts, tr)])


def _last_day(counts: Deadline, tr: Translator) -> Markup:
    day = tr.full_day(counts.last)
    if counts.closes_at is None:
        return tr("The last day by law: {day}.", day=day)
    values = {"day": day, "time": tr.time(counts.closes_at)}
    if counts.basis is Basis.ASSUMED:
        return tr(
            "The last day by the shortest period: {day}, {time}. It must be there by then.",
            **values,
        )
    if counts.basis is Basis.PAPER or counts.rule.certainty is Certainty.CONFIRMED:
        return tr("The last day by law: {day}, {time}. It must be there by then.", **values)
    return tr("The last day, as far as we know: {day}, {time}. It must be there by then.", **values)


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


def _past(result: Result, act: Reckoning, tr: Translator) -> Iterator[Markup]:
    """Yield what can still be done once the last day is past, and then which day it was."""
    counts = act.counts
    yield day_text(counts, result.now, tr)
    if result.due.is_assumed:
        yield tr("That is by the shortest period: your paper may give more days. Look today.")
        yield _how_to_find(counts.rule, tr)
    yield _still_open(result, counts, tr)
    if not result.due.is_assumed:
        yield _rule_and_sureness(counts, tr)
    others = (each.counts for each in result.in_order if each is not act)
    yield from (beside_text(each, result.now, tr) for each in others)


def _still_open(result: Result, counts: Deadline, tr: Translator) -> Markup:
    if is_long_past(counts, result.today) and counts.rule.starts in _GIVEN_BACK:
        return tr(
            "More than a year has passed. As far as we know a missed day is not given back any more"
            " then (⚠️ not confirmed). Open is, with a lawyer: a new application, if something has"
            " changed or you can show something new. Ask a lawyer before you send anything."
        )
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
        yield removal_text(tr, is_past=True)


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
    if result.appeal and not result.is_needed:
        rows.append([Button(tr("Keep the appeal's day"), answers.to(At.KEEP_APPEAL))])
    if due.act:
        rows.append([Button(tr("How it is counted"), answers.to(At.STEPS))])
    rows.append([Button(tr("Change an answer"), answers.to(At.ANSWERS))])
    rows += [[to_article(result.article)]] if result.article else []
    rows.append([Button(tr("Ask a person"), Ask()), home(tr)])
    return rows
