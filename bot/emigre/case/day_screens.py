"""The screens by which a case comes to its stage and its days. Pure: data in, screen out."""

from datetime import date
from typing import Final

from markupsafe import Markup

from bot.content.markdown import UNCONFIRMED
from bot.core.cases import FIRST_DAY, Case, DayOf, Doubt, Whose, day_of, first_after_lodging
from bot.core.stages import OLD_BEFORE, PHASES, USUALLY_NEXT, Phase, Stage
from bot.emigre.case.buttons import (
    AskDay,
    CheckDay,
    ChooseIn,
    ChooseStage,
    KeepDay,
    MoveTo,
    ShowMonth,
)
from bot.store.cases import KeptCase
from bot.ui.buttons import AskThis, ShowCase, home
from bot.ui.cases import whose_name
from bot.ui.days import how_far, month_rows, packed, said_day
from bot.ui.screen import Button, Expects, Screen
from bot.ui.stages import phase_name, stage_name
from bot.ui.words import Translator, capital

_APART: Final = Markup("\n\n")


def next_screen(kept: KeptCase, stage: Stage, tr: Translator) -> Screen:
    """Offer what usually follows the present stage, and the way to all others."""
    number = kept.id
    text = tr(
        "<b>Which stage now?</b>\n\nKept: {stage}. What usually comes next stands first.",
        stage=stage_name(stage, tr),
    )
    rows = [[_move(number, each, None, tr)] for each in USUALLY_NEXT[stage]]
    rows.append([Button(tr("Another stage"), ChooseIn(case=number, phase=None))])
    return Screen(_of(kept, text, tr), [*rows, [_back(number, tr), home(tr)]])


def phases_screen(kept: KeptCase | None, tr: Translator) -> Screen:
    """Offer the phases in which a stage is looked for."""
    number = kept.id if kept else None
    rows = [[Button(phase_name(phase, tr), ChooseIn(case=number, phase=phase))] for phase in Phase]
    text = tr("<b>Which stage now?</b>\n\nWhere is it to be looked for?")
    return Screen(_of(kept, text, tr), [*rows, [_back(number, tr), home(tr)]])


def phase_screen(kept: KeptCase | None, phase: Phase, tr: Translator) -> Screen:
    """Offer the stages of one phase; the present one has a mark."""
    number, now = (kept.id, kept.case.stage) if kept else (None, None)
    rows = [[_move(number, stage, now, tr)] for stage in PHASES[phase]]
    text = Markup("<b>{}</b>").format(phase_name(phase, tr))
    back = Button(tr("Back"), ChooseIn(case=number, phase=None))
    return Screen(_of(kept, text, tr), [*rows, [back, home(tr)]])


def step_back_screen(kept: KeptCase, now: Stage, stage: Stage, tr: Translator) -> Screen:
    """Ask kindly whether a step back is meant."""
    number = kept.id
    text = tr(
        "You were at: {now}.\n\nBack to: {stage}?",
        now=stage_name(now, tr),
        stage=stage_name(stage, tr),
    )
    rows = [
        [Button(tr("Yes, that is right"), MoveTo(case=number, stage=stage, sure=True))],
        [Button(tr("No, choose again"), ChooseStage(case=number))],
    ]
    return Screen(_of(kept, text, tr), [*rows, [home(tr)]])


def ask_screen(
    kept: KeptCase, of: DayOf, tr: Translator, *, news: Markup | None = None, misread: bool = False
) -> Screen:
    """Ask for a day. `misread`: what was typed is none, so a person may be asked about it."""
    case, number = kept.case, kept.id
    lines = [*([news] if news else []), _question(case, of, tr)]
    stands = day_of(case, of)
    if stands:
        lines.append(tr("Kept now: {day}", day=tr.full_day(stands)))
    lines.append(tr("Type it as you say it: “12.3.”, “yesterday”, “5 days ago”."))
    rows = [[Button(tr("Choose in a calendar"), ShowMonth(case=number, of=of, month=""))]]
    if misread:
        rows.append([Button(tr("Ask a person this"), AskThis())])
    unknown = tr("Delete this day") if stands else tr("I do not know")
    rows.append([Button(unknown, KeepDay(case=number, of=of, day=None))])
    return Screen(
        _of(kept, _APART.join(lines), tr),
        [*rows, [_back(number, tr), home(tr)]],
        expects=Expects.DAY,
        then=AskDay(case=number, of=of),
        quotes=misread,
    )


def month_screen(kept: KeptCase, of: DayOf, month: date, today: date, tr: Translator) -> Screen:
    """Show a month to choose from. `month`: any day of it; `today`: in Finland, the last one."""
    number = kept.id
    rows = month_rows(
        month,
        lambda day: CheckDay(case=number, of=of, day=packed(day)),
        lambda day: ShowMonth(case=number, of=of, month=packed(day)),
        (FIRST_DAY, today),
        tr,
    )
    back = Button(tr("Back"), AskDay(case=number, of=of))
    return Screen(
        _of(kept, _question(kept.case, of, tr), tr),
        [*rows, [back, home(tr)]],
        expects=Expects.DAY,
        then=AskDay(case=number, of=of),
    )


def check_screen(
    kept: KeptCase, of: DayOf, day: date, *, doubt: Doubt | None, today: date, tr: Translator
) -> Screen:
    """Show a day in full, and how far it is, before it counts. `today`: in Finland."""
    number = kept.id
    shown = tr(
        "<b>{day}</b>, {how_far}.",
        day=capital(Markup.escape(tr.full_day(day))),
        how_far=how_far(day, today, tr),
    )
    lines = [shown, *([_odd(doubt, kept.case, tr)] if doubt else [])]
    lines.append(_is_it(of, tr))
    rows = [
        [Button(tr("Yes, that day"), KeepDay(case=number, of=of, day=packed(day)))],
        [Button(tr("No, another day"), AskDay(case=number, of=of))],
        [home(tr)],
    ]
    text = _of(kept, _APART.join(lines), tr)
    return Screen(text, rows, expects=Expects.DAY, then=AskDay(case=number, of=of))


def refusal_of(doubt: Doubt, tr: Translator) -> Markup:
    """Say kindly why a day cannot be the one."""
    if doubt is Doubt.NOT_YET:
        return tr("That day has not come yet. Please look at it once more.")
    return tr("That day lies before the year 2000. Please look at it once more.")


def _of(kept: KeptCase | None, text: Markup, tr: Translator) -> Markup:
    """Return a text with whom it is about above it, if that is another person."""
    if kept is None or kept.case.whose is Whose.ME:
        return text
    whose = Markup("<i>{}</i>").format(whose_name(kept.case.whose, tr))
    return whose + "\n\n" + text


def _question(case: Case, of: DayOf, tr: Translator) -> Markup:
    if of is DayOf.SINCE and case.stage:
        name = stage_name(case.stage, tr)
        return tr("<b>Since when?</b>\n\nThe stage: {stage}.", stage=name)
    return tr(
        "<b>When was the application lodged (jättäminen)?</b>\n\nNot the day of registration, if"
        " that was another. It most likely decides which law holds: the old one, or the one since"
        " {day}. {mark}",
        day=tr.day(OLD_BEFORE),
        mark=UNCONFIRMED,
    )


def _is_it(of: DayOf, tr: Translator) -> Markup:
    if of is DayOf.SINCE:
        return tr("Did the stage begin that day?")
    return tr("Was the application lodged that day?")


def _odd(doubt: Doubt, case: Case, tr: Translator) -> Markup:
    if doubt is Doubt.OTHER_LAW:
        return tr(
            "By that day another law holds than the one by which a date here is counted. Please"
            " look twice. If the day is right, open that date and tap “Change”."
        )
    before = doubt is Doubt.BEFORE_LODGING
    day = said_day(case.lodged if before else first_after_lodging(case), tr)
    if before:
        return tr("That is before the application was lodged: {day}. Please look twice.", day=day)
    return tr("That is after the day on which a stage began: {day}. Please look twice.", day=day)


def _move(number: int | None, stage: Stage, now: Stage | None, tr: Translator) -> Button:
    name = stage_name(stage, tr)
    return Button(f"✓ {name}" if stage is now else name, MoveTo(case=number, stage=stage))


def _back(number: int | None, tr: Translator) -> Button:
    return Button(tr("Back"), ShowCase(case=number))
