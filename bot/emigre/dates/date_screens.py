"""The screens of a date that is kept, and of all of them. Pure: data in, screen out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Final

from markupsafe import Markup

from bot.content.articles import Article
from bot.core.cases import Whose
from bot.core.clock import today
from bot.core.dates import (
    Appointment,
    FromPaper,
    Occasion,
    due_of,
    is_past,
    last_day,
    reckoning_of,
    safe_day,
)
from bot.core.deadlines.counting import CannotCountError, Reckoning
from bot.core.reminders import CHOICES, Kept, days_of
from bot.emigre.dates.buttons import (
    AddDate,
    AskToDrop,
    ChangeDate,
    ChooseReminder,
    DropDate,
    FinishDate,
    ShowDate,
    ShowDates,
    ShowReminders,
    ShowSteps,
    Step,
    Write,
)
from bot.emigre.dates.plans import changing
from bot.emigre.dates.result_screens import beside_text, day_text, deadline_lines, removal_text
from bot.emigre.reading.buttons import to_article
from bot.store.cases import KeptCase
from bot.store.dates import KeptDate
from bot.ui.buttons import Ask, home, to_case, to_urgent
from bot.ui.cases import case_is_gone
from bot.ui.dates import date_is_gone, date_name
from bot.ui.days import hour_text, how_far
from bot.ui.pages import page_of, turning
from bot.ui.screen import Button, Screen
from bot.ui.words import Translator, capital

PER_PAGE: Final = 8
DISTANCES: Final = tuple(days for days in CHOICES if days)
"""What can be chosen: on the day itself everybody is reminded."""
_APART: Final = Markup("\n\n")
_LINE: Final = Markup("\n")
_IN_WEEKS: Final = (1, 2)


@dataclass(frozen=True, slots=True)
class Seen:
    """A date that somebody looks at, at a moment."""

    of: KeptDate
    now: datetime
    """Aware."""
    article: Article | None = None
    """What can be done once it is past."""
    also: Sequence[FromPaper] = ()
    """What else its paper asks for, to be said beside it."""
    whose: Whose = Whose.ME

    @property
    def kept(self) -> Kept:
        """Return it as it is kept."""
        return self.of.kept

    @property
    def today(self) -> date:
        """Return the day that it is in Finland."""
        return today(self.now)

    @property
    def reckoning(self) -> Reckoning | None:
        """Return how a deadline is counted; None for an appointment."""
        return reckoning_of(self.kept.what) if isinstance(self.kept.what, FromPaper) else None

    @property
    def is_past(self) -> bool:
        """Say whether it is too late for a deadline."""
        return self.reckoning is not None and is_past(self.kept.what, self.now)

    @property
    def reminders(self) -> Sequence[date]:
        """Return the days on which reminders still come, today among them until it has come."""
        told = self.kept.reminded and today(self.kept.reminded)
        return [day for day in days_of(self.kept) if day >= self.today and day != told]

    @property
    def at_once(self) -> bool:
        """Say whether removal may come before it."""
        if not isinstance(self.kept.what, FromPaper):
            return False
        try:
            return due_of(self.kept.what).at_once
        except CannotCountError:
            return False


def date_screen(seen: Seen, tr: Translator) -> Screen:
    """Show a date: what it is, its days, how sure, when reminders come, and what to do with it."""
    if isinstance(seen.kept.what, Appointment):
        lines = [*_appointment(seen.kept.what, seen.today, tr), _reminders(seen, tr)]
        return Screen(_APART.join(lines), _rows(seen, tr))
    return Screen(_APART.join(_deadline(seen, tr)), _rows(seen, tr))


def dates_screen(
    case: KeptCase, dates: Sequence[KeptDate], number: int, now: datetime, tr: Translator
) -> Screen:
    """List the dates of a case at an aware moment, the nearest first, those that are done last."""
    page = page_of(in_order(dates), number, PER_PAGE)
    rows = [[_to_date(each, now, tr)] for each in page.items]
    add = Button(tr("Add a date"), AddDate(case=case.id))
    lines = [tr("<b>All dates</b>")]
    if not dates:
        lines.append(tr("None is kept here yet."))
    ways = [*turning(page, partial(ShowDates, case=case.id), tr), [add]]
    back = to_case(tr, case.id, case.case.whose)
    return Screen(_APART.join(lines), [*rows, *ways, [back, home(tr)]])


def in_order(dates: Sequence[KeptDate]) -> Sequence[KeptDate]:
    """Return dates, the nearest first, those that are done last."""
    return sorted(dates, key=lambda each: (each.kept.done is not None, safe_day(each.kept.what)))


def drop_screen(seen: Seen, tr: Translator) -> Screen:
    """Ask once more before a date is deleted."""
    number = seen.of.id
    text = tr(
        "Delete “{name}”? Then nothing reminds you of it. What is done can stay as done: it goes"
        " by itself 30 days after its last day.",
        name=date_name(seen.kept.what, tr),
    )
    rows = [
        [Button(tr("No, keep it"), ShowDate(date=number))],
        [Button(tr("Yes, delete it"), DropDate(date=number))],
        [home(tr)],
    ]
    return Screen(text, rows)


def reminders_screen(seen: Seen, tr: Translator) -> Screen:
    """Offer on which days before a date to be reminded."""
    number = seen.of.id
    chosen = distances_of(seen.kept)
    buttons = [
        Button(
            ("✓ " if each in chosen else "") + _distance(each, tr),
            ChooseReminder(date=number, distance=each),
        )
        for each in DISTANCES
    ]
    rows = [buttons[at : at + 2] for at in range(0, len(buttons), 2)]
    rows.append([Button(tr("As usual"), ChooseReminder(date=number, distance=None))])
    text = tr(
        "<b>Reminders</b>\n\nTap the days on which to be reminded of “{name}”: so many days before"
        " the day that is shown first. On its morning I remind you always.",
        name=date_name(seen.kept.what, tr),
    )
    lines = [text, _reminders(seen, tr)]
    rows.append([Button(tr("Back"), ShowDate(date=number)), home(tr)])
    return Screen(_APART.join(lines), rows)


def distances_of(kept: Kept) -> Sequence[int]:
    """Return how many days before it somebody is reminded of a date, as chosen or as usual."""
    safe = safe_day(kept.what)
    usual = {(safe - day).days for day in days_of(kept)}
    return [n for n in DISTANCES if n in (kept.distances or usual)]


def change_screen(seen: Seen, what: Appointment, tr: Translator) -> Screen:
    """Ask what of an appointment is to be otherwise."""
    plan = changing(seen.of.id, seen.of.case_id, what)
    number = seen.of.id
    rows = [
        [
            Button(tr("Another day"), plan.to(Step.DAY)),
            Button(tr("Another hour"), plan.to(Step.HOUR)),
        ],
        [
            Button(tr("Place"), Write(date=number, is_place=True)),
            Button(tr("Note"), Write(date=number, is_place=False)),
        ],
        [Button(tr("Back"), ShowDate(date=number)), home(tr)],
    ]
    return Screen(_APART.join(_appointment(what, seen.today, tr)), rows)


def deleted_text(tr: Translator) -> Markup:
    """Say that a date is gone."""
    return tr("Deleted.")


def one_stays_text(tr: Translator) -> str:
    """Say that without any reminder a date would be forgotten."""
    return tr("One reminder has to stay: choose another day first.")


def gone_screen(tr: Translator) -> Screen:
    """Say that a date is not kept any more."""
    return Screen(date_is_gone(tr), [[to_case(tr)], [home(tr)]])


def gone_case_screen(tr: Translator) -> Screen:
    """Say that the case that a date was for is not kept any more."""
    return Screen(case_is_gone(tr), [[to_case(tr)], [home(tr)]])


def full_screen(case: int, tr: Translator) -> Screen:
    """Say that a case has as many dates as it may."""
    text = tr("So many dates do not fit here. Delete some that are done; then there is room.")
    rows = [[Button(tr("All dates"), ShowDates(case=case))], [home(tr)]]
    return Screen(text, rows)


def appointment_text(what: Appointment, today: date, tr: Translator) -> Markup:
    """Return what somebody has to be at, its day in full, and its hour."""
    day = capital(Markup.escape(tr.full_day(what.day)))
    shown = tr("<b>{day}</b>, {far}", day=day, far=how_far(what.day, today, tr))
    name = date_name(what, tr)
    if what.at is None:
        return _LINE.join([shown, name])
    return _LINE.join([shown, tr("{what}, at {time}", what=name, time=hour_text(what.at, tr))])


def _appointment(what: Appointment, today: date, tr: Translator) -> Iterator[Markup]:
    yield appointment_text(what, today, tr)
    if what.place:
        yield tr("Place: {place}", place=what.place)
    if what.note:
        yield tr("Note: {note}", note=what.note)


def _deadline(seen: Seen, tr: Translator) -> Iterator[Markup]:
    reckoning = seen.reckoning
    if reckoning is None:
        yield tr("<b>This day cannot be counted any more</b>")
        yield tr("The rules have changed since. Tap “Change”, and I count anew.")
        return
    yield day_text(reckoning.counts, seen.now, tr)
    if seen.is_past and not seen.kept.done:
        yield tr(
            "Not everything is over: ask a lawyer today. A missed day can be given back for a"
            " weighty reason."
        )
    also = filter(None, map(reckoning_of, seen.also))
    yield from (beside_text(each.counts, seen.now, tr) for each in also)
    yield from deadline_lines(reckoning, tr)
    if seen.at_once and not seen.kept.done:
        yield removal_text(tr, is_past=seen.is_past)
    yield _reminders(seen, tr)


def _reminders(seen: Seen, tr: Translator) -> Markup:
    """Say on which days reminders still come."""
    if seen.kept.done:
        return tr("Done ✓ No more reminders come.")
    if not seen.reminders:
        return tr("No more reminders come.")
    before = [day for day in seen.reminders if day <= last_day(seen.kept.what)]
    if not before:
        return tr("After the last day I write once more: what can still be done.")
    shown = ", ".join(map(tr.short_day, before))
    return tr("I remind you: {days}.", days=shown.rstrip("."))


def _rows(seen: Seen, tr: Translator) -> list[list[Button]]:
    number, kept = seen.of.id, seen.kept
    rows = [[to_urgent(tr)]] if not kept.done and (seen.at_once or seen.is_past) else []
    done = Button(tr("Done ✓"), FinishDate(date=number))
    if kept.done:
        done = Button(tr("Not done after all"), FinishDate(date=number, done=False))
    rows.append([done, Button(tr("Change"), ChangeDate(date=number))])
    if isinstance(kept.what, Appointment) and kept.what.occasion is Occasion.REPORTING:
        rows += [[_next(seen, kept.what, weeks, tr)] for weeks in _IN_WEEKS]
    reminders = Button(tr("Other reminders"), ShowReminders(date=number))
    counted = Button(tr("How it is counted"), ShowSteps(date=number))
    rows += [[reminders]] if seen.reminders and not kept.done else []
    rows += [[counted]] if seen.reckoning else []
    rows += [[to_article(seen.article)]] if seen.article and seen.is_past else []
    rows.append([Button(tr("Ask a person"), Ask()), Button(tr("Delete"), AskToDrop(date=number))])
    rows.append([to_case(tr, seen.of.case_id, seen.whose), home(tr)])
    return rows


def _next(seen: Seen, what: Appointment, weeks: int, tr: Translator) -> Button:
    """Return the way to the same, so many weeks later."""
    words = tr.plural("Next in {n} week", "Next in {n} weeks", weeks)
    plan = changing(0, seen.of.case_id, what)
    return Button(words, plan.in_weeks(weeks).onward)


def _to_date(date: KeptDate, now: datetime, tr: Translator) -> Button:
    kept = date.kept
    late = safe_day(kept.what) < today(now) or is_past(kept.what, now)
    mark = "✓ " if kept.done else "⌛ " if late else ""
    words = tr(
        "{day} · {name}", day=tr.short_day(safe_day(kept.what)), name=date_name(kept.what, tr)
    )
    return Button(mark + words, ShowDate(date=date.id))


def _distance(days: int, tr: Translator) -> str:
    return tr.plural("{n} day before", "{n} days before", days)
