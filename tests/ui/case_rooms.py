"""Samples of the screens of a case."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import Final

from markupsafe import Markup, escape

from bot.content.markdown import UNCONFIRMED
from bot.core.cases import (
    LONGEST_NOTE,
    Case,
    CaseId,
    DayOf,
    Doubt,
    Step,
    Whose,
    Wishes,
    free_names,
)
from bot.core.dates import Appointment, DateId, FromPaper, Occasion, What
from bot.core.deadlines.walk import Applied, Known, Paper, Sender
from bot.core.people import PersonId
from bot.core.reminders import Kept
from bot.core.stages import USUALLY_NEXT, Phase, Stage
from bot.emigre.case import day_screens as days
from bot.emigre.case import people_screens as people
from bot.emigre.case import screens as case
from bot.emigre.case import wish_screens as wishing
from bot.emigre.case.buttons import ShowNote
from bot.emigre.request_screens import take_up
from bot.store.cases import KeptCase
from bot.store.dates import KeptDate
from bot.ui import caselock
from bot.ui.refusals import leave_out_code, not_kept
from bot.ui.screen import Expects, Screen
from bot.ui.words import Translator
from tests.ui.rooms import FLAT, INSIDE, OUTSIDE, Room

TODAY: Final = date(2026, 12, 1)
NOW: Final = datetime(2026, 12, 1, 8, tzinfo=UTC)
CHANGED: Final = datetime(2026, 11, 30, 21, 30, tzinfo=UTC)
LONG: Final = escape("7" * 200) + UNCONFIRMED
AT_KHO: Final = Case(
    lodged=date(2025, 9, 17),
    path=(Step(stage=Stage.UPHELD), Step(stage=Stage.KHO, since=date(2026, 9, 30))),
    note="<7> & 7",
)
REFUSED: Final = Case(whose=Whose.CHILD_1, path=(Step(stage=Stage.REFUSED),))
CHILDS: Final = {Whose.CHILD_1: TODAY, Whose.CHILD_2: TODAY + timedelta(days=20)}
FAMILY: Final = tuple(Case(whose=whose) for whose in Whose)
KNOWN: Final = Known(paper=Paper.REFUSED, sender=Sender.MIGRI, applied=Applied.SINCE)


def kept(of: Case, number: int = 1, *, before: Case | None = None) -> KeptCase:
    return KeptCase(CaseId(number), of, before, CHANGED)


def dated(*whats: What) -> list[KeptDate]:
    return [
        KeptDate(DateId(number), CaseId(1), PersonId(1), 1, Kept(what=what, made=TODAY), Wishes())
        for number, what in enumerate(whats)
    ]


def from_paper(days_ago: int) -> FromPaper:
    return FromPaper(known=KNOWN, day=TODAY - timedelta(days=days_ago))


def interview(days_on: int) -> Appointment:
    day = TODAY + timedelta(days=days_on)
    return Appointment(occasion=Occasion.INTERVIEW, day=day, at=time(9, 30), place="<7>")


HEARING: Final = Appointment(occasion=Occasion.HEARING, day=TODAY)


def seen(of: Case, tr: Translator, *whats: What, long: Markup | None = LONG) -> Screen:
    family = CHILDS if of.whose is Whose.ME else {}
    return case.case_screen(case.Seen(kept(of), dated(*whats), long, NOW, family), tr)


def checked(doubt: Doubt | None, tr: Translator) -> Screen:
    day = date(2026, 3, 12)
    return days.check_screen(kept(AT_KHO), DayOf.SINCE, day, doubt=doubt, today=TODAY, tr=tr)


CASE_ROOMS: Final = (
    Room(
        case,
        frozenset({OUTSIDE, FLAT}),
        {
            case.nothing_screen: [
                partial(case.nothing_screen, (), {}, TODAY),
                partial(case.nothing_screen, [kept(REFUSED, 2)], CHILDS, TODAY),
            ],
            case.case_screen: [
                lambda tr: seen(AT_KHO, tr, from_paper(2), interview(5), HEARING),
                lambda tr: seen(AT_KHO, tr, from_paper(20), from_paper(2), interview(1)),
                lambda tr: seen(REFUSED, tr),
                lambda tr: seen(Case(), tr, interview(40), long=None),
                lambda tr: seen(Case(note="7"), tr, long=None),
                lambda tr: seen(Case(), tr, long=None),
                *(
                    partial(lambda stage, tr: seen(Case(path=(Step(stage=stage),)), tr), stage)
                    for stage in (Stage.BEFORE, Stage.LODGED, Stage.FINAL, Stage.ASYLUM)
                ),
            ],
            case.more_screen: [
                partial(case.more_screen, kept(AT_KHO, before=REFUSED)),
                partial(case.more_screen, kept(Case())),
            ],
            case.note_screen: [
                partial(case.note_screen, kept(REFUSED)),
                partial(case.note_screen, kept(replace(AT_KHO, note="<&>" * 333))),
                lambda tr: case.note_screen(
                    kept(AT_KHO),
                    tr,
                    news=[leave_out_code(tr), not_kept(tr)],
                    ways=[case.to_keep_without_code(kept(AT_KHO), tr)],
                ),
                lambda tr: case.note_screen(
                    kept(AT_KHO), tr, ways=[case.to_take_back(kept(AT_KHO), tr), take_up([], tr)]
                ),
                lambda tr: case.note_screen(
                    kept(AT_KHO), tr, news=[case.too_long("7" * (LONGEST_NOTE + 21), tr)]
                ),
            ],
            case.hidden_screen: [case.hidden_screen],
        },
    ),
    Room(
        people,
        frozenset({OUTSIDE, FLAT}),
        {
            people.people_screen: [
                partial(people.people_screen, [kept(AT_KHO), kept(REFUSED)]),
                partial(people.people_screen, [kept(of) for of in FAMILY]),
            ],
            people.add_screen: [partial(people.add_screen, free_names([AT_KHO, REFUSED]))],
            people.delete_screen: [
                partial(people.delete_screen, kept(REFUSED), 0),
                partial(people.delete_screen, kept(AT_KHO), 3),
            ],
        },
    ),
    Room(
        days,
        frozenset({OUTSIDE, FLAT}),
        {
            days.next_screen: [
                partial(days.next_screen, kept(REFUSED), stage) for stage in USUALLY_NEXT
            ],
            days.phases_screen: [
                partial(days.phases_screen, each) for each in (None, kept(REFUSED))
            ],
            days.phase_screen: [
                *(partial(days.phase_screen, None, phase) for phase in Phase),
                partial(days.phase_screen, kept(AT_KHO), Phase.COURT),
            ],
            days.step_back_screen: [
                partial(days.step_back_screen, kept(REFUSED), Stage.UPHELD, Stage.INTERVIEWED)
            ],
            days.ask_screen: [
                *(
                    partial(days.ask_screen, kept(of), which)
                    for of in (AT_KHO, REFUSED)
                    for which in DayOf
                ),
                lambda tr: days.ask_screen(
                    kept(AT_KHO),
                    DayOf.SINCE,
                    tr,
                    news=days.refusal_of(Doubt.TOO_LONG_AGO, tr),
                    misread=True,
                ),
            ],
            days.month_screen: [
                partial(days.month_screen, kept(AT_KHO), DayOf.LODGED, month, TODAY)
                for month in (TODAY, date(2000, 1, 1))
            ],
            days.check_screen: [
                partial(checked, doubt)
                for doubt in (None, Doubt.BEFORE_LODGING, Doubt.AFTER_THE_STAGE, Doubt.OTHER_LAW)
            ],
        },
    ),
    Room(
        wishing,
        frozenset({OUTSIDE, FLAT}),
        {
            wishing.wishes_screen: [
                partial(wishing.wishes_screen, Wishes(), 1),
                partial(wishing.wishes_screen, Wishes(hour=20, tells_team=True), 1),
            ],
            wishing.lock_screen: [
                partial(wishing.lock_screen, Wishes(), 1),
                partial(wishing.lock_screen, Wishes(asks_first=True), 1),
            ],
        },
    ),
    Room(
        caselock,
        frozenset({OUTSIDE, FLAT, INSIDE}),
        {
            caselock.locked_screen: [lambda tr: caselock.locked_screen(tr, then="ca:1")],
            caselock.typed_screen: [
                lambda tr: caselock.typed_screen(Expects.NOTE, tr, then=ShowNote(case=1))
            ],
        },
    ),
)
