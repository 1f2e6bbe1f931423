"""What the result of a walk says first, and what a date that is kept says at each moment."""

import html
import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.core.clock import HELSINKI
from bot.core.dates import FromPaper, Occasion
from bot.core.deadlines.rules import Service
from bot.core.deadlines.walk import Applied, Known, Paper, Sender
from bot.core.languages import Language
from bot.core.reminders import days_of
from bot.emigre.dates.answers import NOT_AT_HAND, Answers
from bot.emigre.dates.buttons import At, Walk
from bot.emigre.dates.date_screens import Seen, date_screen
from bot.emigre.dates.plan_screens import check_screen
from bot.emigre.dates.plans import Plan
from bot.emigre.dates.walk_screens import no_day_screen
from bot.emigre.dates.walking import Now, result_of, screen_at
from bot.ui.screen import Screen
from bot.ui.words import Translator, translator
from tests.ui.date_rooms import kept

TODAY = date(2026, 11, 27)
NOON = datetime.combine(TODAY, time(12), HELSINKI)
OLD = Known(paper=Paper.REFUSED, sender=Sender.MIGRI, applied=Applied.BEFORE, how=Service.HANDED)
STILL = {Language.RUSSIAN: "Не всё потеряно", Language.FINNISH: "Kaikki ei ole"}
both = pytest.mark.parametrize("language", list(Language))


def answered(paper: Paper, served: date, *, days: int = NOT_AT_HAND) -> Answers:
    known = Answers(case=1, known=OLD).chosen(paper).known
    return Answers(case=1, known=known, day=served, period=days)


def shown(answers: Answers, tr: Translator, now: datetime = NOON) -> Screen:
    return screen_at(At.RESULT, answers, Now(now, None), tr)


def text_of(screen: Screen) -> str:
    return html.unescape(re.sub("<[^>]*>", "", str(screen.text)))


def before(days: int) -> date:
    return TODAY - timedelta(days=days)


@both
def test_what_is_due_sooner_is_the_bold_head_and_the_appeal_comes_second(
    language: Language,
) -> None:
    tr = translator(language)
    answers = answered(Paper.REFUSED, before(2), days=30)
    stay, appeal = result_of(answers, Now(NOON, None), tr).in_order
    assert stay.counts.rule.id == "stay-request-7-old"
    lines = str(shown(answers, tr).text).splitlines()
    assert lines[0].startswith("<b>")
    assert tr.full_day(stay.counts.safe)[1:] in lines[0]
    second = next(line for line in lines if tr.full_day(appeal.counts.safe) in line)
    assert tr("Appeal to the court") in second


@both
def test_what_can_be_sent_today_at_the_latest_is_not_dropped(language: Language) -> None:
    """Five days from a Monday end on a Saturday: the safe Friday is past, the last day is not."""
    tr = translator(language)
    monday = date(2026, 11, 23)
    sunday = datetime(2026, 11, 29, 12, tzinfo=HELSINKI)
    answers = answered(Paper.REFUSED, monday, days=30)
    result = result_of(answers, Now(sunday, None), tr)
    stay, _ = result.in_order
    assert (stay.counts.safe, stay.counts.last) == (date(2026, 11, 27), date(2026, 11, 30))
    assert [what.beside for what in result.worth_keeping] == [None, "stay-request-7-old"]
    first = str(shown(answers, tr, sunday).text).splitlines()[0]
    assert tr.full_day(stay.counts.last) in first
    tuesday = datetime(2026, 12, 1, 12, tzinfo=HELSINKI)
    missed = result_of(answers, Now(tuesday, None), tr).missed
    assert [each.rule.id for each in missed] == ["stay-request-7-old"]
    assert tr.day(stay.counts.last) in text_of(shown(answers, tr, tuesday))


@both
def test_a_permit_that_ends_tomorrow_says_so_and_knows_no_closing_hour(
    language: Language,
) -> None:
    tr = translator(language)
    tomorrow = TODAY + timedelta(days=1)
    text = text_of(shown(answered(Paper.PERMIT, tomorrow), tr))
    first = text.splitlines()[0]
    assert tr.full_day(tomorrow) in first
    assert tr("tomorrow") in first
    assert "16" not in text.replace("2016", "")


@both
def test_who_does_not_know_when_a_permit_ends_is_told_of_its_card(language: Language) -> None:
    tr = translator(language)
    permit = no_day_screen(Answers(case=1).chosen(Paper.PERMIT), tr)
    refusal = no_day_screen(Answers(case=1, known=OLD), tr)
    assert "oleskelulupakort" in permit.text
    assert "tiedoksianto" not in permit.text
    assert "tiedoksianto" in refusal.text


@both
def test_against_what_was_granted_nothing_is_kept_unless_by_its_own_button(
    language: Language,
) -> None:
    tr = translator(language)
    answers = answered(Paper.GRANTED, before(1), days=30)
    screen = shown(answers, tr)
    told = tr("If the decision gives you what you asked for, there is nothing to appeal.")
    assert text_of(screen).startswith(told)
    result = result_of(answers, Now(NOON, None), tr)
    assert [what.beside for what in result.worth_keeping] == ["family-3m"]
    assert [what.beside for what in result.appeal] == [None]
    ways = {button.to.at for row in screen.rows for button in row if isinstance(button.to, Walk)}
    assert {At.KEEP, At.KEEP_APPEAL} <= ways


@both
def test_more_than_a_year_late_nobody_is_told_to_send_it_all_the_same(language: Language) -> None:
    tr = translator(language)
    for paper in (Paper.REFUSED, Paper.INTERVIEW_RECORD):
        late = text_of(shown(answered(paper, before(100), days=30), tr))
        long_past = text_of(shown(answered(paper, before(420), days=30), tr))
        assert STILL[language] in late
        assert STILL[language] not in long_past
        assert "⚠️" in long_past


@both
def test_what_is_past_says_first_what_can_still_be_done(language: Language) -> None:
    tr = translator(language)
    text = text_of(shown(answered(Paper.REFUSED, before(100), days=30), tr))
    still = STILL[language]
    assert still in text.split("\n\n")[1]
    of_kept = text_of(date_screen(seen(FromPaper(known=OLD, day=before(100), days=30)), tr))
    assert still in of_kept.split("\n\n")[1]
    assert tr("❗ Removal may come earlier than this day. Ask for help today.") not in of_kept


def seen(what: FromPaper, now: datetime = NOON) -> Seen:
    return Seen(kept(what), now)


@both
def test_no_more_reminders_are_said_only_once_none_is_left(language: Language) -> None:
    tr = translator(language)
    none = tr("No more reminders come.")
    what = FromPaper(known=OLD, day=date(2026, 11, 2), days=30)
    days = days_of(kept(what).kept)
    for day in (days[-1] - timedelta(days=1), days[-1]):
        now = datetime.combine(day, time(6), UTC)
        assert none not in date_screen(seen(what, now), tr).text
    after = datetime.combine(days[-1] + timedelta(days=1), time(6), UTC)
    assert none in date_screen(seen(what, after), tr).text


@both
def test_a_hearing_on_a_day_when_courts_are_closed_is_questioned(language: Language) -> None:
    tr = translator(language)
    plan = Plan(case=1, occasion=Occasion.HEARING, day=date(2026, 12, 6))  # Independence Day
    asked = str(check_screen(plan, TODAY, tr).text)
    assert "⚠️" in asked
    assert "⚠️" not in check_screen(replace(plan, day=date(2026, 12, 7)), TODAY, tr).text
    lawyer = replace(plan, occasion=Occasion.LAWYER)
    assert "⚠️" not in check_screen(lawyer, TODAY, tr).text


@both
def test_the_shortest_period_is_not_said_to_be_the_law(language: Language) -> None:
    tr = translator(language)
    by_law = tr("The last day by law: {day}, {time}. It must be there by then.", day="", time="")
    assumed = text_of(shown(answered(Paper.OTHER_DECISION, before(1)), tr))
    assert str(by_law).split(":", maxsplit=1)[0] not in assumed
