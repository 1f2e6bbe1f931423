"""The screens on which one's own dates are entered. Pure: data in, screen out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from typing import Final

from markupsafe import Markup

from bot.core.dates import LONGEST_PLACE, Appointment, DateId, Occasion
from bot.core.deadlines.counting import LAST_DAY
from bot.core.deadlines.working_days import is_working_day
from bot.emigre.dates.buttons import (
    AddDate,
    ChangeDate,
    Clear,
    ShowDate,
    Step,
    Write,
    WriteWithoutCode,
)
from bot.emigre.dates.date_screens import appointment_text
from bot.emigre.dates.plans import FAR_AWAY, Plan
from bot.ui.buttons import home
from bot.ui.dates import occasion_name
from bot.ui.days import hour_text, how_far, month_rows
from bot.ui.refusals import leave_out_code, not_kept
from bot.ui.screen import Button, Expects, Screen
from bot.ui.words import Translator, capital

HOURS: Final = tuple(map(time, range(8, 17)))
"""What is tapped most often; any other is typed."""
PER_ROW: Final = 3
_IN_OFFICE_HOURS: Final = frozenset({Occasion.INTERVIEW, Occasion.HEARING})
_APART: Final = Markup("\n\n")


def day_screen(
    plan: Plan, tr: Translator, *, news: Markup | None = None, ask: Button | None = None
) -> Screen:
    """Ask for the day. `news`: why what was typed is none; `ask`: makes a question of it."""
    text = tr(
        "<b>{what}</b>\n\nOn which day? Type it as you like: 12.3., tomorrow, in two weeks. Or tap"
        " it in the calendar.",
        what=occasion_name(plan.occasion, tr),
    )
    rows = [[ask]] if ask else []
    rows.append([Button(tr("Calendar"), plan.to(Step.MONTH))])
    rows.append([_back_to_kind(plan, tr), home(tr)])
    return Screen(
        _APART.join([*([news] if news else []), text]),
        rows,
        expects=Expects.DAY,
        then=plan.to(Step.DAY),
        quotes=news is not None,
    )


def month_screen(month: date, plan: Plan, today: date, tr: Translator) -> Screen:
    """Offer the days of a month, from today on; a day that is past can be typed."""
    rows = month_rows(
        month,
        lambda day: plan.on(day).onward,
        lambda turned: plan.to(Step.MONTH, day=turned),
        (today, LAST_DAY),
        tr,
    )
    back = Button(tr("Back"), plan.to(Step.DAY))
    text = tr("<b>{what}</b>\n\nOn which day?", what=occasion_name(plan.occasion, tr))
    return Screen(text, [*rows, [back, home(tr)]], expects=Expects.DAY, then=plan.to(Step.DAY))


def hour_screen(
    plan: Plan,
    today: date,
    tr: Translator,
    *,
    news: Markup | None = None,
    ask: Button | None = None,
) -> Screen:
    """Ask for the hour, and show the day in full. Raises ValueError without a day."""
    day = plan.appointment().day
    shown = capital(Markup.escape(tr.full_day(day)))
    text = tr(
        "<b>{day}</b>, {far}\n{what}\n\nAt what time? Type it, like this: 9:30. Or tap it.",
        day=shown,
        far=how_far(day, today, tr),
        what=occasion_name(plan.occasion, tr),
    )
    buttons = [Button(hour_text(hour, tr), plan.at(hour).onward) for hour in HOURS]
    rows = [[ask]] if ask else []
    rows += [buttons[at : at + PER_ROW] for at in range(0, len(buttons), PER_ROW)]
    rows.append([Button(tr("No hour"), plan.at(None).onward)])
    back = Button(tr("Back"), replace(plan, day=None).to(Step.DAY))
    return Screen(
        _APART.join([*([news] if news else []), text]),
        [*rows, [back, home(tr)]],
        expects=Expects.TIME,
        then=plan.to(Step.HOUR),
        quotes=news is not None,
    )


def check_screen(plan: Plan, today: date, tr: Translator) -> Screen:
    """Show all of it for a yes, and question a day that is past or far. Raises ValueError."""
    what = plan.appointment()
    lines = [tr("Did I understand it right?"), appointment_text(what, today, tr)]
    yes = tr("Yes, keep it and remind me")
    if what.day < today:
        lines.append(tr("⚠️ That day is past: no reminder would come. Sure?"))
        yes = tr("Yes, keep it all the same")
    elif what.occasion in _IN_OFFICE_HOURS and not is_working_day(what.day):
        lines.append(
            tr(
                "⚠️ Offices and courts are closed on weekends and holidays as a rule."
                " Please look at the paper once more: is it that day?"
            )
        )
    elif what.day - today > FAR_AWAY:
        lines.append(tr("⚠️ That is more than a year away. Sure?"))
    rows = [
        [Button(yes, plan.to(Step.KEEP))],
        [
            Button(tr("Another day"), replace(plan, day=None).to(Step.DAY)),
            Button(tr("Another hour"), replace(plan, has_hour=None, hour=None).to(Step.HOUR)),
        ],
        [home(tr)],
    ]
    then = plan.to(Step.DAY)
    return Screen(_APART.join(lines), rows, expects=Expects.DAY, then=then)


def words_screen(
    date_number: DateId,
    what: Appointment,
    tr: Translator,
    *,
    is_place: bool,
    news: Sequence[Markup] = (),
) -> Screen:
    """Ask for a place or a note; neither is needed."""
    text = tr(
        "<b>A note</b>\n\nWhat do you want to remember? Up to {most} letters. Leave out names and"
        " numbers of papers: nobody needs them here.",
        most=LONGEST_PLACE,
    )
    if is_place:
        text = tr(
            "<b>The place</b>\n\nWhere is it? Up to {most} letters. “The court in Helsinki” is"
            " enough: better leave out names and home addresses.",
            most=LONGEST_PLACE,
        )
    kept = what.place if is_place else what.note
    lines = [*news, text, *([tr("Kept now: {words}", words=kept)] if kept else [])]
    clear = Button(tr("Delete it"), Clear(date=date_number, is_place=is_place))
    back = Button(tr("Back"), ShowDate(date=date_number))
    return Screen(
        _APART.join(lines),
        [*([[clear]] if kept else []), [back, home(tr)]],
        expects=Expects.PLACE if is_place else Expects.NOTE,
        then=Write(date=date_number, is_place=is_place),
    )


def with_code_screen(
    date_number: DateId, what: Appointment, tr: Translator, *, is_place: bool
) -> Screen:
    """Say that a text with an identity code is not kept, and offer to keep it without."""
    news = [leave_out_code(tr), not_kept(tr)]
    asked = words_screen(date_number, what, tr, is_place=is_place, news=news)
    without = WriteWithoutCode(date=date_number, is_place=is_place)
    rows = [[Button(tr("Keep it without the code"), without)], *asked.rows]
    return replace(asked, rows=rows, quotes=True)


def kept_text(tr: Translator) -> Markup:
    """Say that a new date is kept, and where its place can be said."""
    return tr("Kept. You can add the place or a note under “Change”.")


def changed_text(tr: Translator) -> Markup:
    """Say that a date is another now."""
    return tr("Changed.")


def no_hour_text(tr: Translator) -> Markup:
    """Say kindly that an hour is not readable."""
    return tr("I cannot read a time in that. Type it like this: 9:30")


def too_long_text(length: int, tr: Translator) -> Markup:
    """Say by how much a text is too long, and that nothing is lost."""
    return tr.plural(
        "That is {n} letter too long. Your message is still there: copy it, shorten it, send it.",
        "That is {n} letters too long. Your message is still there: copy it, shorten it, send it.",
        length - LONGEST_PLACE,
    )


def _back_to_kind(plan: Plan, tr: Translator) -> Button:
    if plan.changes:
        return Button(tr("Back"), ChangeDate(date=plan.changes))
    return Button(tr("Back"), AddDate(case=plan.case))
