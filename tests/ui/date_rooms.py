"""Samples of the screens of dates: the walk from a paper, one's own dates, and what is kept."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import Final

from bot.core.cases import Case, CaseId, Whose, Wishes
from bot.core.dates import LONGEST_PLACE, Appointment, DateId, FromPaper, Occasion, What
from bot.core.deadlines.rules import Service
from bot.core.deadlines.walk import Applied, Known, Paper, Sender
from bot.core.people import PersonId
from bot.core.reminders import Kept
from bot.core.stages import OLD_BEFORE
from bot.core.typed_dates import Misread
from bot.emigre.dates import (
    date_screens,
    plan_screens,
    result_screens,
    step_screens,
    walk_screens,
)
from bot.emigre.dates.answers import NOT_AT_HAND, Answers, Oddity, begun
from bot.emigre.dates.buttons import At
from bot.emigre.dates.plans import Plan
from bot.emigre.dates.results import Result
from bot.store.cases import KeptCase
from bot.store.dates import KeptDate
from bot.ui.buttons import AskThis, GoHome
from bot.ui.days import misread_text
from bot.ui.screen import Button, Screen
from bot.ui.words import Translator
from tests.ui.rooms import FLAT, OUTSIDE, Room
from tests.ui.samples import ARTICLE

NOW: Final = datetime(2026, 12, 1, 8, tzinfo=UTC)
TODAY: Final = date(2026, 12, 1)
SERVED: Final = date(2026, 11, 30)
LONG_PAST: Final = date(2026, 3, 2)
REFUSED: Final = Known(
    paper=Paper.REFUSED, sender=Sender.MIGRI, applied=Applied.BEFORE, how=Service.HANDED
)
BEGUN: Final = Answers(case=1)
WHOLE: Final = Answers(case=1, known=REFUSED, day=SERVED, period=30)
SEEN_AT: Final = frozenset({OUTSIDE, FLAT})
YEARS_PAST: Final = date(2024, 3, 4)
HELD: Final = replace(
    WHOLE, known=replace(REFUSED, how=Service.LETTER), day=SERVED, held=SERVED + timedelta(days=1)
)
PAPER: Final = FromPaper(known=REFUSED, day=SERVED, days=30)
INTERVIEW: Final = Appointment(
    occasion=Occasion.INTERVIEW,
    day=TODAY + timedelta(days=20),
    at=time(9, 30),
    place="<7> & 7",
    note="<&>" * (LONGEST_PLACE // 3),
)
REPORTING: Final = Appointment(occasion=Occasion.REPORTING, day=TODAY)


def about(paper: Paper, **known: object) -> Answers:
    """Return what was answered about a paper, up to its day; the period is not at hand."""
    told = replace(REFUSED, paper=paper, **known)  # type: ignore[arg-type]
    return replace(WHOLE, known=told, period=NOT_AT_HAND)


LONG_COUNT: Final = replace(
    about(Paper.LAPSED, applied=Applied.SINCE, how=Service.ELECTRONIC), period=30
)
"""What is counted in so many steps that they do not fit on one page."""


def result(answers: Answers, tr: Translator) -> Screen:
    found = Result(answers, answers.due(), NOW, replace(ARTICLE, language=tr.language))
    return result_screens.result_screen(found, tr)


def steps(answers: Answers, page: int, tr: Translator) -> Screen:
    act = answers.due().act
    assert act
    ways = [Button(tr("After ▶"), answers.to(At.STEPS_REST)), Button(tr("Back"), GoHome())]
    return step_screens.steps_screen(act, ways, page, tr)


def kept_steps(answers: Answers, page: int, tr: Translator) -> Screen:
    act = answers.due().act
    assert act
    return step_screens.kept_steps_screen(DateId(1), act, page, tr)


def asked_back(draw: Callable[..., Screen], about: Answers | Plan, tr: Translator) -> Screen:
    news = misread_text(Misread.TOO_FAR, tr)
    return draw(about, tr, news=news, ask=Button(tr("Ask a person this"), AskThis()))


def kept(what: What, *, done: date | None = None, number: int = 1) -> KeptDate:
    made = Kept(what=what, made=TODAY, done=done)
    return KeptDate(DateId(number), CaseId(1), PersonId(1), 1, made, Wishes())


CASE: Final = KeptCase(CaseId(1), Case(whose=Whose.CHILD_1), None, NOW)


def seen(what: What, *, done: date | None = None) -> date_screens.Seen:
    return date_screens.Seen(kept(what, done=done), NOW, ARTICLE, whose=Whose.CHILD_1)


DATES: Final = [
    kept(PAPER, number=1),
    kept(INTERVIEW, number=2),
    kept(REPORTING, number=3, done=TODAY),
    kept(replace(PAPER, day=LONG_PAST), number=4),
]
PLAN: Final = Plan(case=1, occasion=Occasion.INTERVIEW, day=TODAY + timedelta(days=20))
WITH_HOUR: Final = PLAN.at(time(9, 30))
DATE_ROOMS: Final = (
    Room(
        walk_screens,
        SEEN_AT,
        {
            walk_screens.kinds_screen: [
                partial(walk_screens.kinds_screen, begun(1, lodged))
                for lodged in (None, OLD_BEFORE)
            ],
            walk_screens.question_screen: [
                *(
                    partial(walk_screens.question_screen, at, BEGUN)
                    for at in (At.PAPER, At.OTHER_PAPER)
                ),
                *(
                    partial(walk_screens.question_screen, at, WHOLE)
                    for at in (At.SENDER, At.APPLIED, At.HOW)
                ),
                partial(
                    walk_screens.question_screen, At.SENDER, BEGUN.chosen(Paper.OWN_WITHDRAWAL)
                ),
            ],
            walk_screens.day_screen: [
                *(
                    partial(walk_screens.day_screen, about(Paper.REFUSED, how=how))
                    for how in Service
                ),
                *(
                    partial(walk_screens.day_screen, BEGUN.chosen(paper))
                    for paper in (Paper.PERMIT, Paper.DETENTION, Paper.INTERVIEW_RECORD)
                ),
                partial(asked_back, walk_screens.day_screen, WHOLE),
            ],
            walk_screens.month_screen: [
                partial(walk_screens.month_screen, TODAY, answers, TODAY)
                for answers in (WHOLE, BEGUN.chosen(Paper.PERMIT))
            ],
            walk_screens.no_day_screen: [
                partial(walk_screens.no_day_screen, answers)
                for answers in (WHOLE, BEGUN.chosen(Paper.PERMIT))
            ],
            walk_screens.check_screen: [
                partial(walk_screens.check_screen, replace(WHOLE, day=day), oddities, TODAY)
                for day, oddities in (
                    (SERVED, []),
                    (date(2024, 1, 2), [Oddity.BEFORE_LODGING, Oddity.LONG_AGO]),
                    (date(2026, 12, 2), [Oddity.STILL_TO_COME]),
                )
            ],
            walk_screens.period_screen: [
                *(
                    partial(walk_screens.period_screen, BEGUN.chosen(paper))
                    for paper in (Paper.REFUSED, Paper.MORE_ASKED, Paper.INTERVIEW_RECORD)
                ),
                lambda tr: walk_screens.period_screen(
                    WHOLE, tr, news=walk_screens.no_number_text(tr)
                ),
                lambda tr: walk_screens.period_screen(
                    WHOLE, tr, news=walk_screens.not_so_many_text(tr)
                ),
            ],
            walk_screens.answers_screen: [
                *(
                    partial(walk_screens.answers_screen, answers)
                    for answers in (
                        WHOLE,
                        about(Paper.REFUSED, how=Service.UNKNOWN),
                        replace(WHOLE, changes=1, period=None),
                        BEGUN.chosen(Paper.PERMIT),
                    )
                ),
            ],
        },
    ),
    Room(
        result_screens,
        SEEN_AT,
        {
            result_screens.result_screen: [
                *(
                    partial(result, answers)
                    for answers in (
                        WHOLE,
                        replace(WHOLE, changes=1),
                        replace(WHOLE, period=45),
                        replace(WHOLE, period=14),
                        about(Paper.REFUSED),
                        about(Paper.NOT_EXAMINED, applied=Applied.SINCE),
                        about(Paper.REFUSED, sender=Sender.KHO),
                        about(Paper.OWN_WITHDRAWAL),
                        replace(about(Paper.REFUSED, sender=Sender.POLICE), period=30),
                        about(Paper.UNKNOWN, sender=Sender.UNKNOWN, applied=Applied.UNKNOWN),
                        replace(about(Paper.GRANTED), period=30),
                        HELD,
                        replace(WHOLE, day=LONG_PAST),
                        replace(WHOLE, day=YEARS_PAST),
                        replace(about(Paper.REFUSED, applied=Applied.SINCE), day=LONG_PAST),
                        replace(WHOLE, day=date(2026, 10, 30)),
                    )
                ),
                *(partial(result, about(paper)) for paper in Paper if paper is not Paper.REFUSED),
                *(
                    partial(result, replace(about(paper), day=LONG_PAST))
                    for paper in (
                        *(Paper.PERMIT, Paper.DETENTION, Paper.INTERVIEW_RECORD, Paper.GRANTED),
                    )
                ),
            ],
            result_screens.which_screen: [
                partial(result_screens.which_screen, WHOLE, kept(replace(PAPER, day=TODAY)))
            ],
        },
    ),
    Room(
        step_screens,
        SEEN_AT,
        {
            step_screens.steps_screen: [
                partial(steps, WHOLE, 0),
                partial(steps, about(Paper.REFUSED), 0),
                *(partial(steps, LONG_COUNT, page) for page in (0, 1)),
                partial(steps, about(Paper.PERMIT), 0),
            ],
            step_screens.kept_steps_screen: [
                partial(kept_steps, LONG_COUNT, page) for page in (0, 1)
            ],
        },
    ),
    Room(
        plan_screens,
        SEEN_AT,
        {
            plan_screens.day_screen: [
                *(
                    partial(plan_screens.day_screen, Plan(case=1, occasion=occasion))
                    for occasion in Occasion
                ),
                partial(plan_screens.day_screen, replace(WITH_HOUR, changes=1)),
                partial(asked_back, plan_screens.day_screen, PLAN),
            ],
            plan_screens.month_screen: [partial(plan_screens.month_screen, TODAY, PLAN, TODAY)],
            plan_screens.hour_screen: [
                partial(plan_screens.hour_screen, PLAN, TODAY),
                lambda tr: plan_screens.hour_screen(
                    PLAN, TODAY, tr, news=plan_screens.no_hour_text(tr)
                ),
            ],
            plan_screens.check_screen: [
                partial(plan_screens.check_screen, plan, TODAY)
                for plan in (
                    WITH_HOUR,
                    PLAN.at(None).on(TODAY - timedelta(days=1)),
                    WITH_HOUR.on(TODAY + timedelta(days=400)),
                    WITH_HOUR.on(date(2026, 12, 6)),
                )
            ],
            plan_screens.words_screen: [
                *(
                    partial(plan_screens.words_screen, DateId(1), what, is_place=is_place)
                    for what in (INTERVIEW, REPORTING)
                    for is_place in (True, False)
                ),
                lambda tr: plan_screens.words_screen(
                    DateId(1),
                    INTERVIEW,
                    tr,
                    is_place=True,
                    news=[plan_screens.too_long_text(LONGEST_PLACE + 21, tr)],
                ),
            ],
            plan_screens.with_code_screen: [
                partial(plan_screens.with_code_screen, DateId(1), INTERVIEW, is_place=is_place)
                for is_place in (True, False)
            ],
        },
    ),
    Room(
        date_screens,
        SEEN_AT,
        {
            date_screens.date_screen: [
                *(
                    partial(date_screens.date_screen, each)
                    for each in (
                        seen(PAPER),
                        seen(replace(PAPER, days=None)),
                        seen(replace(PAPER, days=45)),
                        seen(HELD.what()),
                        replace(seen(PAPER), also=[replace(PAPER, beside="stay-request-7-old")]),
                        seen(replace(PAPER, beside="stay-request-7-old")),
                        seen(replace(PAPER, day=LONG_PAST)),
                        seen(PAPER, done=TODAY),
                        seen(replace(PAPER, known=replace(REFUSED, sender=Sender.KHO), days=None)),
                        seen(INTERVIEW),
                        seen(REPORTING),
                        seen(replace(REPORTING, day=LONG_PAST)),
                    )
                ),
            ],
            date_screens.dates_screen: [
                partial(date_screens.dates_screen, CASE, [], 0, NOW),
                partial(date_screens.dates_screen, CASE, DATES, 0, NOW),
                partial(date_screens.dates_screen, CASE, DATES * 10, 2, NOW),
            ],
            date_screens.drop_screen: [partial(date_screens.drop_screen, seen(PAPER))],
            date_screens.reminders_screen: [
                partial(date_screens.reminders_screen, seen(what)) for what in (PAPER, INTERVIEW)
            ],
            date_screens.change_screen: [
                partial(date_screens.change_screen, seen(INTERVIEW), INTERVIEW)
            ],
            date_screens.gone_case_screen: [date_screens.gone_case_screen],
            date_screens.gone_screen: [date_screens.gone_screen],
            date_screens.full_screen: [partial(date_screens.full_screen, 1)],
        },
    ),
)
