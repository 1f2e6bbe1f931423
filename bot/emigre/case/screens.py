"""The screens of a case: where somebody stands, what comes next, who is in it. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from markupsafe import Markup

from bot.content.markdown import UNCONFIRMED
from bot.core.cases import LONGEST_NOTE, Case, DayOf, Whose
from bot.core.clock import today
from bot.core.coming import day_that_counts, in_turn, next_appointment, open_deadlines
from bot.core.dates import Appointment, FromPaper, What, is_past, last_day, reckoning_of, safe_day
from bot.core.stages import DAYS_RUN, Stage
from bot.emigre.case.buttons import (
    AskDay,
    AskToDelete,
    BeginWithDate,
    ChooseStage,
    DropNote,
    Hide,
    KeepWithoutCode,
    ShowLock,
    ShowMore,
    ShowNote,
    ShowPeople,
    ShowWishes,
    Undo,
)
from bot.emigre.case.people_screens import to_person
from bot.emigre.dates.answers import begun
from bot.emigre.dates.buttons import AddDate, At, ShowDate, ShowDates
from bot.emigre.process.buttons import ShowStage, ShowStages
from bot.store.cases import KeptCase
from bot.store.dates import KeptDate
from bot.ui.buttons import ShowCase, home
from bot.ui.cases import whose_name
from bot.ui.dates import date_name, is_sure, occasion_name
from bot.ui.days import hour_text, how_far, said_day
from bot.ui.screen import Button, Expects, Screen
from bot.ui.stages import stage_name, way_line
from bot.ui.texts import title_text, unconfirmed_text
from bot.ui.words import Translator

NEAREST: Final = 2
"""Dates that stand on the screen of a case; the others are one tap further."""
_APART = Markup("\n\n")


@dataclass(frozen=True, slots=True)
class Seen:
    """A case that somebody looks at."""

    kept: KeptCase
    dates: Sequence[KeptDate]
    """All of this case."""
    long: Markup | None
    """How long the present stage usually takes, if there is one."""
    now: datetime
    """Aware."""
    family: Mapping[Whose, date] = field(default_factory=dict)
    """The next day of each other person in it, where one looks at one's own."""

    @property
    def today(self) -> date:
        """Return the day that it is in Finland."""
        return today(self.now)


def nothing_screen(
    others: Sequence[KeptCase], family: Mapping[Whose, date], today: date, tr: Translator
) -> Screen:
    """Say that nothing is kept, and offer the ways in. `others`: cases of the family.

    `family`: the next day of each of them; `today`: in Finland.
    """
    parts = [title_text(tr("My case")), _nothing_yet(tr), *_family(family, today, tr)]
    text = _APART.join(parts)
    rows = [[to_person(kept, tr)] for kept in others]
    rows.append([Button(tr("Choose my stage"), ChooseStage(case=None))])
    rows.append([Button(tr("Add a date"), BeginWithDate())])
    rows.append([Button(tr("Read about the stages"), ShowStages())])
    reminders = Button(tr("Reminders"), ShowWishes(case=None))
    rows.append([Button(tr("People"), ShowPeople()), reminders])
    return Screen(text, [*rows, [home(tr)]])


def case_screen(seen: Seen, tr: Translator) -> Screen:
    """Show where a case stands, since when, and what comes next."""
    case = seen.kept.case
    title = title_text(whose_name(case.whose, tr))
    parts = [*_where(seen, tr), *_next(seen, tr)]
    if not parts:
        parts = [tr("Your note is kept here.") if case.note else _nothing_yet(tr)]
    changed = tr("Last changed: {day}", day=tr.day(_changed_on(seen)))
    family = _family(seen.family, seen.today, tr)
    text = _APART.join([title, *parts, *family, Markup("<i>{}</i>").format(changed)])
    if UNCONFIRMED in text:
        text += Markup("\n<i>{}</i>").format(unconfirmed_text(tr))
    return Screen(text, _keys(seen, tr))


def more_screen(kept: KeptCase, tr: Translator) -> Screen:
    """Offer what else can be done with a case."""
    case, number = kept.case, kept.id
    lines = [tr("Application lodged: {day}", day=said_day(case.lodged, tr))]
    if case.stage:
        lines.append(tr("At this stage since: {day}", day=said_day(case.since, tr)))
    hides = tr(
        "“Hide” deletes here, in the chat, what it shows of the last 48 hours, the volunteers'"
        " answers too. The case stays."
    )
    title, days = title_text(whose_name(case.whose, tr)), Markup("\n").join(lines)
    changed = []
    if kept.before:
        last = change_text(kept.before, case, tr)
        changed = [tr("<b>Last change</b>\n{change}", change=last)]
    text = _APART.join([title, days, *changed, hides])
    since = [Button(tr("Since when?"), AskDay(case=number, of=DayOf.SINCE))]
    lodged = Button(tr("Lodged: when?"), AskDay(case=number, of=DayOf.LODGED))
    note = tr("Note ✓") if case.note else tr("Note")
    undo = [[Button(tr("Take the last change back"), Undo(case=number))]]
    return Screen(
        text,
        [
            [*(since if case.stage else []), lodged],
            [Button(note, ShowNote(case=number)), Button(tr("People"), ShowPeople())],
            [Button(tr("Reminders"), ShowWishes(case=number))],
            [Button(tr("Ask before showing"), ShowLock(case=number))],
            *(undo if kept.before else []),
            [Button(tr("Hide"), Hide()), Button(tr("Delete"), AskToDelete(case=number))],
            [_back(number, tr), home(tr)],
        ],
    )


def note_screen(
    kept: KeptCase,
    tr: Translator,
    *,
    news: Sequence[Markup] = (),
    ways: Sequence[Button] = (),
) -> Screen:
    """Show the note of a case, and wait for another one. `ways`: what becomes of a text typed."""
    case, number = kept.case, kept.id
    lines = [*news, title_text(tr("Note: {whose}", whose=whose_name(case.whose, tr)))]
    if case.note:
        lines.append(Markup("<blockquote>{}</blockquote>").format(case.note))
    asks = tr("Write it here, up to {most} characters.", most=LONGEST_NOTE)
    if case.note:
        asks = tr(
            "What you write here takes its place, up to {most} characters.", most=LONGEST_NOTE
        )
    lines.append(asks + " " + tr("Nobody but you sees it. Leave out names and document numbers."))
    drop = [[Button(tr("Delete the note"), DropNote(case=number))]] if case.note else []
    rows = [*([way] for way in ways), *drop, [_back(number, tr), home(tr)]]
    return Screen(
        _APART.join(lines),
        rows,
        expects=Expects.NOTE,
        then=ShowNote(case=number),
        quotes=bool(ways),
    )


def kept_text(tr: Translator) -> Markup:
    """Say that what was chosen or typed is kept."""
    return tr("Kept.")


def taken_back_text(before: Case, after: Case, tr: Translator) -> Markup:
    """Say what the last change was, now that it is taken back."""
    return tr("The last change is taken back:\n{change}", change=change_text(before, after, tr))


def note_dropped_text(tr: Translator) -> Markup:
    """Say that the note is gone."""
    return tr("The note is deleted.")


def change_text(before: Case, after: Case, tr: Translator) -> Markup:
    """Say what a change of a case was; the words of a note are not shown again."""
    lines = []
    if before.stage is not after.stage:
        names = [stage_name(each.stage, tr) if each.stage else "–" for each in (before, after)]
        lines.append(tr("Stage: {before} → {after}", before=names[0], after=names[1]))
    elif before.since != after.since:
        days = {"before": said_day(before.since, tr), "after": said_day(after.since, tr)}
        lines.append(tr("Stage since: {before} → {after}", **days))
    if before.lodged != after.lodged:
        days = {"before": said_day(before.lodged, tr), "after": said_day(after.lodged, tr)}
        lines.append(tr("Application lodged: {before} → {after}", **days))
    if before.note != after.note:
        lines.append(tr("Note: another text"))
    return Markup("\n").join(lines)


def hidden_screen(tr: Translator) -> Screen:
    """Say honestly what stays, and nothing of what was hidden."""
    text = tr(
        "Done, as far as Telegram allows. What is older than 48 hours, and now and then something"
        " else, may still stand above: to remove it all, delete the chat in Telegram. Nothing else"
        " has changed."
    )
    return Screen(text, [[home(tr)]])


def to_keep_without_code(kept: KeptCase, tr: Translator) -> Button:
    """Return what keeps as the note what was typed, but for the identity code."""
    return Button(tr("Keep it without the code"), KeepWithoutCode(case=kept.id))


def to_take_back(kept: KeptCase, tr: Translator) -> Button:
    """Return what brings back the note that another took the place of."""
    return Button(tr("Bring the old note back"), Undo(case=kept.id))


def too_long(note: str, tr: Translator) -> Markup:
    """Say by how much a note is too long, and that it is not lost."""
    over = tr.plural(
        "Your note is {n} character too long, so it is not kept.",
        "Your note is {n} characters too long, so it is not kept.",
        len(note) - LONGEST_NOTE,
    )
    return over + " " + tr("It still stands above: shorten it, and send it again.")


def _nothing_yet(tr: Translator) -> Markup:
    return tr(
        "Nothing is kept here yet. Choose a stage or add a date: we count the last days and remind"
        " you of them. It is kept encrypted, for you alone: volunteers do not see it."
    )


def _where(seen: Seen, tr: Translator) -> Iterator[Markup]:
    """Yield the whole way, the stage, and how long somebody is there beside the usual time."""
    case = seen.kept.case
    lines = []
    if case.stage:
        yield way_line(case.stage, tr)
        lines.append(_stage(case.whose, case.stage, tr))
        lines.append(_since(case, seen, tr))
    if seen.long:
        lines.append(tr("<b>How long:</b> {long}", long=seen.long))
    if case.lodged:
        lines.append(tr("<b>Application lodged:</b> {day}", day=tr.day(case.lodged)))
    if lines:
        yield Markup("\n").join(lines)


def _stage(whose: Whose, stage: Stage, tr: Translator) -> Markup:
    """Name a stage; of another person with whose it is, for its name speaks as they would."""
    name = stage_name(stage, tr)
    if whose is Whose.ME:
        return tr("<b>Stage:</b> {stage}", stage=name)
    return tr("<b>{whose}, stage:</b> “{stage}”", whose=whose_name(whose, tr), stage=name)


def _since(case: Case, seen: Seen, tr: Translator) -> Markup:
    if case.since is None:
        return tr("<b>Since:</b> not said")
    far = how_far(case.since, seen.today, tr)
    return tr("<b>Since:</b> {day}, {how_far}", day=tr.day(case.since), how_far=far)


def _next(seen: Seen, tr: Translator) -> Iterator[Markup]:
    """Yield what is past and not done, the next last day and the next appointment."""
    kept = [each.kept for each in seen.dates]
    deadlines = open_deadlines(kept, seen.now)
    if past := [each for each in deadlines if is_past(each.what, seen.now)]:
        yield tr(
            "<b>A last day is past:</b> {day}. Often something can still be done: open it, or ask"
            " a person.",
            day=tr.full_day(last_day(past[0].what)),
        )
    if coming := deadlines[len(past) :]:
        yield _deadline(coming[0].what, seen.today, tr)
    if appointment := next_appointment(kept, seen.now):
        yield _appointment(appointment, seen.today, tr)
    if kept and not deadlines and not appointment:
        yield tr.plural(
            "{n} date is kept here. It is past, or done.",
            "{n} dates are kept here. All are past, or done.",
            len(kept),
        )


def _family(days: Mapping[Whose, date], today: date, tr: Translator) -> Iterator[Markup]:
    """Yield the next day of each other person, a line each."""
    lines = [
        tr(
            "{whose}: {day}, {how_far}",
            whose=whose_name(whose, tr),
            day=tr.short_day(day),
            how_far=how_far(day, today, tr),
        )
        for whose, day in days.items()
    ]
    if lines:
        yield Markup("\n").join(lines)


def _deadline(what: What, today: date, tr: Translator) -> Markup:
    day = day_that_counts(what, today)
    values = {"day": tr.full_day(day), "how_far": how_far(day, today, tr)}
    line = tr("<b>Next last day:</b> {day}, {how_far}", **values)
    if safe_day(what) < today:
        line = tr("<b>The very last day:</b> {day}, {how_far}", **values)
    return line if _is_sure(what) else Markup("{} {}").format(line, UNCONFIRMED)


def _is_sure(what: What) -> bool:
    counted = reckoning_of(what) if isinstance(what, FromPaper) else None
    return counted is not None and is_sure(counted.counts)


def _appointment(what: Appointment, today: date, tr: Translator) -> Markup:
    name, day = occasion_name(what.occasion, tr), tr.full_day(what.day)
    far = how_far(what.day, today, tr)
    if what.at is None:
        return tr("<b>{what}:</b> {day}, {how_far}", what=name, day=day, how_far=far)
    at = hour_text(what.at, tr)
    return tr("<b>{what}:</b> {day}, {at}, {how_far}", what=name, day=day, at=at, how_far=far)


def _keys(seen: Seen, tr: Translator) -> list[list[Button]]:
    case, number = seen.kept.case, seen.kept.id
    rows = []
    if case.stage in DAYS_RUN and not any(map(_is_open_deadline, seen.dates)):
        rows.append([Button(tr("Count my last day"), begun(number, case.lodged).to(At.PAPER))])
    rows += [[_to_date(each, seen.today, tr)] for each in _nearest(seen)]
    every = [Button(tr("All dates"), ShowDates(case=number))]
    add = Button(tr("Add a date"), AddDate(case=number))
    rows.append([add, *(every if seen.dates else [])])
    if case.stage:
        means = Button(tr("What it means"), ShowStage(stage=case.stage))
        rows.append([Button(tr("Change the stage"), ChooseStage(case=number)), means])
    else:
        read = Button(tr("Read about the stages"), ShowStages())
        rows += [[Button(tr("Choose the stage"), ChooseStage(case=number))], [read]]
    rows.append([Button(tr("Hide"), Hide()), Button(tr("More…"), ShowMore(case=number))])
    return [*rows, [home(tr)]]


def _changed_on(seen: Seen) -> date:
    """Return the day on which the case or a date of it was entered, changed, done or deleted."""
    dates = [each.kept for each in seen.dates]
    days = [seen.kept.case.touched, *(day for each in dates for day in (each.made, each.done))]
    return max([today(seen.kept.changed_at), *filter(None, days)])


def _is_open_deadline(date: KeptDate) -> bool:
    return isinstance(date.kept.what, FromPaper) and not date.kept.done


def _nearest(seen: Seen) -> Sequence[KeptDate]:
    """Return what is not done and comes first, with the deadline that is past longest.

    What else is past stands here only if nothing comes.
    """
    left = [each for each in seen.dates if not each.kept.done]
    left.sort(key=lambda each: in_turn(each.kept.what, seen.now))
    past = [each for each in left if is_past(each.kept.what, seen.now)]
    coming, missed = left[len(past) :], [each for each in past if _is_open_deadline(each)]
    if not coming:
        return (missed or past)[:NEAREST]
    return [*coming[: NEAREST - len(missed[:1])], *missed[:1]]


def _to_date(each: KeptDate, today: date, tr: Translator) -> Button:
    what = each.kept.what
    day = tr.short_day(day_that_counts(what, today))
    return Button(tr("{what}: {day}", what=date_name(what, tr), day=day), ShowDate(date=each.id))


def _back(case: int, tr: Translator) -> Button:
    return Button(tr("Back"), ShowCase(case=case))
