"""What a member says that they do, and when. Pure: data in, screens out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import time
from functools import partial
from typing import Final, Literal

from aiogram.filters.callback_data import CallbackData
from babel.dates import get_day_names
from markupsafe import Markup

from bot.core.languages import Language
from bot.core.routing.intake import HIGHEST_CAP, MIDNIGHT, Intake, Shift, Skill
from bot.core.sections import Section
from bot.desk.buttons import ShowDuty
from bot.desk.intake_buttons import (
    AddHours,
    DropHoursOn,
    SayAllHours,
    SayAllTopics,
    SayCap,
    SaySkill,
    SaySpoken,
    SayTopic,
    ShowHours,
    ShowIntake,
    ShowTopics,
)
from bot.ui.buttons import home
from bot.ui.screen import Button, Screen
from bot.ui.sections import NAMES, section_name
from bot.ui.words import Translator, capital, mark

LANGUAGES: Final[Mapping[Language, str]] = {
    Language.RUSSIAN: mark("Questions in Russian"),
    Language.FINNISH: mark("Questions in Finnish"),
}
SKILLS: Final[Mapping[Skill, str]] = {
    Skill.INTERPRETER: mark("I interpret"),
    Skill.LAWYER: mark("I am a lawyer"),
}
SPANS: Final = ("0", "1", "2", "3", "4", "5", "6", "01234", "56", "0123456")
"""Weekdays for which hours are added at once; Monday is 0."""
HOURS_IN_A_ROW: Final = 6


def intake_screen(intake: Intake, tr: Translator, *, is_said: bool = True) -> Screen:
    """Show what a member does, each tap of which changes it. `is_said`: they said so before."""
    lines = [tr("<b>What I take</b>")]
    if not is_said:
        lines.append(tr("You have said nothing yet, so you are asked whatever comes."))
    lines += [
        tr("Topics: {topics}.", topics=_topics(intake, tr)),
        tr("Hours: {hours}.", hours=hours_words(intake.shifts, tr)),
        tr.plural(
            "At once: {n} question. Then you are asked only what is urgent, when nobody else is"
            " there.",
            "At once: {n} questions. Then you are asked only what is urgent, when nobody else is"
            " there.",
            intake.cap,
        ),
        tr("It decides which questions you are asked."),
    ]
    return Screen(Markup("\n\n").join(lines), [*_choices(intake, tr), *_ways(tr)])


def _choices(intake: Intake, tr: Translator) -> list[list[Button]]:
    spoken = [
        _tick(words, tr, partial(SaySpoken, language=language), yes=language in intake.languages)
        for language, words in LANGUAGES.items()
    ]
    skills = [
        _tick(words, tr, partial(SaySkill, skill=skill), yes=skill in intake.skills)
        for skill, words in SKILLS.items()
    ]
    caps = []
    if intake.cap > 1:
        caps.append(Button(tr("Fewer at once"), SayCap(cap=intake.cap - 1)))
    if intake.cap < HIGHEST_CAP:
        caps.append(Button(tr("More at once"), SayCap(cap=intake.cap + 1)))
    return [*([each] for each in spoken), skills, caps]


def _ways(tr: Translator) -> list[list[Button]]:
    return [
        [Button(tr("Topics"), ShowTopics()), Button(tr("My hours"), ShowHours())],
        [Button(tr("My duty"), ShowDuty())],
        [home(tr)],
    ]


def topics_screen(intake: Intake, tr: Translator) -> Screen:
    """Show the topics, those ticked on which alone a member is asked."""
    now = tr("Now you are asked on all topics. Tap those that you want.")
    if intake.sections:
        now = tr("You are asked on these alone; what nobody takes comes to you all the same.")
    text = tr("<b>My topics</b>") + "\n\n" + now
    chosen = intake.sections or frozenset()
    ticks = [
        _tick(NAMES[section], tr, partial(SayTopic, section=section), yes=section in chosen)
        for section in Section
    ]
    rows = [ticks[n : n + 2] for n in range(0, len(ticks), 2)]
    if intake.sections:
        rows.append([Button(tr("Ask me on all topics"), SayAllTopics())])
    return Screen(text, [*rows, [to_intake(tr)], [home(tr)]])


def hours_screen(intake: Intake, tr: Translator, *, full: bool = False) -> Screen:
    """Show the hours of a member's week, with the way to add and to take out.

    `full`: more were wished than fit.
    """
    lines = [
        tr("<b>My hours</b>"),
        tr(
            "In them you are asked while you are on duty; outside them, never. Finnish time. By"
            " night, between 21 and 9, only who chose such hours is asked what can wait."
        ),
    ]
    if intake.shifts is None:
        lines.append(tr("Now: whenever you are on duty."))
    if full:
        lines.append(tr("These are many already. Take some out first."))
    rows = [
        [Button(tr("Take out: {hours}", hours=hours_of(days, each, tr)), _drop(days, each))]
        for days, each in _together(intake.shifts or ())
    ]
    rows.append([Button(tr("Add hours"), AddHours(days=""))])
    if intake.shifts is not None:
        rows.append([Button(tr("Whenever I am on duty"), SayAllHours())])
    return Screen(Markup("\n\n").join(lines), [*rows, [to_intake(tr)], [home(tr)]])


def add_hours_screen(days: str, begins: int | None, tr: Translator) -> Screen:
    """Ask on which days, then from when, then until when."""
    if not days:
        rows = [[Button(days_words(span, tr), AddHours(days=span))] for span in SPANS]
        return Screen(tr("On which days?"), [*rows, *_back_to_hours(tr)])
    if begins is None:
        starts = (Button(str(hour), AddHours(days=days, begins=hour)) for hour in range(24))
        text = tr("{days}: from when?", days=days_words(days, tr))
        return Screen(text, [*_grid(starts), *_back_to_hours(tr)])
    ends = (
        Button(str(hour), AddHours(days=days, begins=begins, ends=hour))
        for hour in range(begins + 1, MIDNIGHT + 1)
    )
    text = tr(
        "{days}, from {hour}: until when? What comes after midnight, add to the next day.",
        days=days_words(days, tr),
        hour=begins,
    )
    return Screen(text, [*_grid(ends), *_back_to_hours(tr)])


def to_intake(tr: Translator) -> Button:
    """Return the way to what a member does."""
    return Button(tr("What I take"), ShowIntake())


def hours_words(shifts: Sequence[Shift] | None, tr: Translator) -> Markup:
    """Return somebody's hours of the week in one line."""
    if shifts is None:
        return tr("whenever you are on duty")
    return Markup(", ").join(hours_of(days, each, tr) for days, each in _together(shifts))


def hours_of(days: str, shift: Shift, tr: Translator) -> Markup:
    """Return the hours that some weekdays have in common: “Mon–Fri 9–17”."""
    names = [_day_name(int(day), tr, "abbreviated") for day in days]
    in_a_row = len(days) > 2 and int(days[-1]) - int(days[0]) == len(days) - 1  # noqa: PLR2004
    named = f"{names[0]}–{names[-1]}" if in_a_row else ", ".join(names)
    return Markup("{} {}–{}").format(named, shift.begins.hour, shift.ends.hour or MIDNIGHT)


def days_words(days: str, tr: Translator) -> Markup:
    """Return a day of the week, or several, as a line or a button begins with them."""
    several = {
        "01234": tr("Monday to Friday"),
        "56": tr("Saturday and Sunday"),
        "0123456": tr("Every day"),
    }
    return several.get(days) or capital(Markup.escape(_day_name(int(days[0]), tr, "wide")))


def _topics(intake: Intake, tr: Translator) -> Markup:
    if intake.sections is None:
        return tr("all")
    names = (section_name(each, tr) for each in Section if each in intake.sections)
    return Markup(", ").join(names)


def _tick(words: str, tr: Translator, to: Callable[..., CallbackData], *, yes: bool) -> Button:
    """Return a button that says whether something is so, and turns it over."""
    return Button(f"✓ {tr(words)}" if yes else tr(words), to(yes=not yes))


def _together(shifts: Iterable[Shift]) -> Iterable[tuple[str, Shift]]:
    """Return the weekdays that have the same hours, with one of their shifts."""
    days: dict[tuple[time, time], list[Shift]] = {}
    for shift in shifts:
        days.setdefault((shift.begins, shift.ends), []).append(shift)
    return [("".join(str(each.weekday) for each in same), same[0]) for same in days.values()]


def _drop(days: str, shift: Shift) -> DropHoursOn:
    return DropHoursOn(days=days, begins=shift.begins.hour, ends=shift.ends.hour or MIDNIGHT)


def _grid(hours: Iterable[Button]) -> list[list[Button]]:
    buttons = list(hours)
    return [buttons[n : n + HOURS_IN_A_ROW] for n in range(0, len(buttons), HOURS_IN_A_ROW)]


def _back_to_hours(tr: Translator) -> list[list[Button]]:
    return [[Button(tr("My hours"), ShowHours())], [home(tr)]]


def _day_name(weekday: int, tr: Translator, width: Literal["abbreviated", "wide"]) -> str:
    names = get_day_names(width, context="stand-alone", locale=tr.language.value)
    return str(names[weekday])
