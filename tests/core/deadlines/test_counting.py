"""The worked examples that were handed to us, and what must hold whatever the day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.clock import HELSINKI
from bot.core.deadlines.counting import (
    CLOSING,
    FIRST_DAY,
    LAST_DAY,
    LONGEST_PRINTED,
    Basis,
    CannotCountError,
    Refusal,
    add,
    count,
    reckon,
    rule,
)
from bot.core.deadlines.rules import Certainty, Rule, Service, Start, Whose, rules
from bot.core.deadlines.working_days import is_working_day
from tests.core.deadlines.by_hand import rolls

DAYS = st.dates(FIRST_DAY, LAST_DAY)
COUNTABLE = [each for each in rules().values() if each.length]
ROLLING = [each for each in COUNTABLE if each.is_own and each.rolls]
SERVED = [each for each in COUNTABLE if each.starts is Start.SERVICE]


@pytest.mark.parametrize(
    ("id_", "event", "how", "days", "last", "safe"),
    [
        ("appeal-hao-30", (2026, 11, 23), "handed", None, (2026, 12, 23), (2026, 12, 23)),
        ("appeal-hao-30", (2026, 11, 24), "handed", None, (2026, 12, 28), (2026, 12, 23)),
        ("appeal-hao-30", (2026, 11, 6), "handed", None, (2026, 12, 7), (2026, 12, 4)),
        ("appeal-hao-30", (2026, 12, 1), "handed", None, (2026, 12, 31), (2026, 12, 31)),
        ("appeal-hao-30", (2026, 11, 25), "letter", None, (2027, 1, 4), (2026, 12, 31)),
        ("appeal-hao-30", (2026, 11, 30), "letter", None, (2027, 1, 7), (2027, 1, 5)),
        ("appeal-hao-30", (2026, 12, 18), "electronic", None, (2027, 1, 20), (2027, 1, 20)),
        ("appeal-hao-30", (2026, 11, 20), "letter", None, (2026, 12, 28), (2026, 12, 23)),
        ("appeal-hao-30", (2026, 11, 26), "substitute", None, (2026, 12, 29), (2026, 12, 29)),
        ("appeal-hao-30", (2027, 2, 24), "handed", None, (2027, 3, 30), (2027, 3, 25)),
        ("appeal-hao-30", (2027, 4, 6), "receipt", None, (2027, 5, 7), (2027, 5, 5)),
        ("appeal-hao-30", (2027, 4, 1), "handed", None, (2027, 5, 3), (2027, 4, 30)),
        ("appeal-hao-30", (2027, 5, 26), "handed", None, (2027, 6, 28), (2027, 6, 24)),
        ("appeal-hao-pact-short", (2026, 12, 14), "handed", 10, (2026, 12, 28), (2026, 12, 23)),
        ("appeal-hao-pact-short", (2026, 12, 14), "handed", 5, (2026, 12, 21), (2026, 12, 18)),
        ("appeal-hao-pact-short", (2026, 11, 26), "handed", None, (2026, 12, 1), (2026, 12, 1)),
        ("appeal-transfer-ammr", (2026, 12, 16), "handed", 21, (2027, 1, 7), (2027, 1, 5)),
        ("stay-request-7-old", (2026, 11, 23), "handed", None, (2026, 11, 30), (2026, 11, 30)),
        ("appeal-kho-30", (2027, 2, 8), "handed", None, (2027, 3, 10), (2027, 3, 10)),
        ("family-3m", (2026, 11, 30), "handed", None, (2027, 3, 1), (2027, 2, 26)),
        ("permit-extend", (2026, 12, 31), "handed", None, (2026, 12, 31), (2026, 12, 17)),
        ("restore-max", (2026, 12, 23), "handed", None, (2027, 12, 23), (2027, 12, 23)),
        ("appeal-hao-30", (2005, 8, 18), "letter", None, (2005, 9, 26), (2005, 9, 23)),
        ("appeal-hao-30", (2015, 4, 24), "handed", None, (2015, 5, 25), (2015, 5, 22)),
    ],
)
def test_the_worked_examples(
    *,
    id_: str,
    event: tuple[int, int, int],
    how: str,
    days: int | None,
    last: tuple[int, int, int],
    safe: tuple[int, int, int],
) -> None:
    counted = reckon(rule(id_), date(*event), Service(how), days=days).counts
    assert (counted.last, counted.safe) == (date(*last), date(*safe))


@given(DAYS)
def test_the_library_lists_the_days_of_the_act(day: date) -> None:
    assert is_working_day(day) is not rolls(day)


def test_the_library_lists_every_day_of_the_act_in_all_years() -> None:
    span = (LAST_DAY - FIRST_DAY).days + 400
    every = [FIRST_DAY + timedelta(days=ahead) for ahead in range(span)]
    assert [day for day in every if is_working_day(day) is rolls(day)] == []


@given(st.sampled_from(ROLLING), DAYS)
def test_what_rolls_ends_on_a_working_day(of: Rule, event: date) -> None:
    counted = count(of, event)
    assert not rolls(counted.last)
    assert not any(
        not rolls(counted.reached + timedelta(days=ahead))
        for ahead in range((counted.last - counted.reached).days)
    )


@given(st.sampled_from(COUNTABLE), DAYS.filter(lambda day: day < LAST_DAY))
def test_a_day_later_is_never_an_earlier_end(of: Rule, event: date) -> None:
    before, after = count(of, event), count(of, event + timedelta(days=1))
    assert before.last <= after.last
    assert before.safe <= after.safe


@given(st.sampled_from(COUNTABLE), DAYS)
def test_the_safe_day_is_never_after_the_last(of: Rule, event: date) -> None:
    counted = count(of, event)
    assert counted.safe <= counted.reached <= counted.last
    if of.is_own:
        assert not rolls(counted.safe)
    else:
        assert counted.closes_at is None


@given(st.sampled_from(SERVED), DAYS, st.sampled_from(Service))
def test_service_never_comes_before_its_event(of: Rule, event: date, how: Service) -> None:
    assert count(of, event).last <= count(of, event, how).last


@given(st.sampled_from(SERVED), DAYS, st.integers(1, LONGEST_PRINTED))
def test_the_paper_is_never_passed(of: Rule, event: date, days: int) -> None:
    if not of.printed:
        return
    reckoning = reckon(of, event, days=days)
    assert reckoning.counts.last <= count(of, event, days=days).last
    if of.longest:
        assert reckoning.counts.reached <= add(event, of.longest)
    elif of.certainty is not Certainty.CONFIRMED:
        assert not reckoning.others
        assert reckoning.counts.basis is Basis.PAPER


@given(DAYS, st.sampled_from([each for each in COUNTABLE if each.is_own and each.closes]))
def test_offices_close_at_a_quarter_past_four_summer_and_winter(event: date, of: Rule) -> None:
    closes_at = count(of, event).closes_at
    assert closes_at is not None
    assert closes_at.astimezone(HELSINKI).time() == CLOSING
    assert closes_at.date() == count(of, event).last


def test_the_clocks_change_within_the_period_and_nothing_moves() -> None:
    over_summer_time = count(rule("appeal-hao-30"), date(2027, 3, 9))
    over_winter_time = count(rule("appeal-hao-30"), date(2027, 10, 12))
    assert over_summer_time.last == date(2027, 4, 8)
    assert over_winter_time.last == date(2027, 11, 11)
    assert f"{over_summer_time.closes_at:%H:%M %z}" == "16:15 +0300"
    assert f"{over_winter_time.closes_at:%H:%M %z}" == "16:15 +0200"


def test_where_paper_and_a_confirmed_rule_differ_both_are_told_and_the_earlier_counts() -> None:
    served = date(2026, 11, 23)
    shorter = reckon(rule("appeal-hao-30"), served, days=14)
    longer = reckon(rule("appeal-hao-30"), served, days=45)
    (of_the_rule,), (of_the_paper,) = shorter.others, longer.others
    assert (shorter.counts.basis, shorter.counts.last) == (Basis.PAPER, date(2026, 12, 7))
    assert (of_the_rule.basis, of_the_rule.last) == (Basis.RULE, date(2026, 12, 23))
    assert (longer.counts.basis, longer.counts.last) == (Basis.RULE, date(2026, 12, 23))
    assert of_the_paper.last == date(2027, 1, 7)


def test_two_periods_that_roll_to_one_day_still_differ_in_the_safe_day() -> None:
    saturday = reckon(rule("appeal-hao-30"), date(2026, 11, 13), days=29)
    (other,) = saturday.others
    assert saturday.counts.reached < other.reached
    assert saturday.counts.last == other.last == date(2026, 12, 14)


def test_a_paper_that_says_the_same_is_no_difference() -> None:
    assert reckon(rule("appeal-hao-30"), date(2026, 11, 23), days=30).others == []


def test_against_what_nobody_confirmed_the_paper_alone_counts() -> None:
    reckoning = reckon(rule("appeal-kho-30"), date(2026, 11, 23), days=45)
    assert not reckoning.others
    assert reckoning.counts.last == date(2027, 1, 7)


@pytest.mark.parametrize(
    ("id_", "most", "last"),
    [
        ("appeal-hao-pact-short", 10, date(2026, 12, 3)),
        ("appeal-hao-pact-normal", 30, date(2026, 12, 23)),
        ("appeal-transfer-ammr", 21, date(2026, 12, 14)),
        ("voluntary-period", 30, date(2026, 12, 23)),
    ],
)
def test_a_paper_that_prints_more_than_the_law_allows_is_told_and_does_not_count(
    id_: str, most: int, last: date
) -> None:
    served = date(2026, 11, 23)
    over = reckon(rule(id_), served, days=most + 1)
    assert (over.counts.basis, over.counts.last) == (Basis.MOST, last)
    assert [other.basis for other in over.others] == [Basis.PAPER]
    within = reckon(rule(id_), served, days=most)
    assert (within.counts.basis, within.others) == (Basis.PAPER, ())


def test_a_deadline_is_as_sure_as_its_weaker_half() -> None:
    served = date(2026, 11, 23)
    assert count(rule("appeal-hao-30"), served).certainty is Certainty.CONFIRMED
    assert count(rule("appeal-hao-30"), served, Service.LETTER).certainty is Certainty.CONFIRMED
    by_mail = count(rule("appeal-hao-30"), served, Service.ELECTRONIC)
    assert by_mail.certainty is Certainty.UNSURE
    assert count(rule("restore-when"), served).certainty is Certainty.KNOWN


@pytest.mark.parametrize(
    ("id_", "served", "how", "days", "why"),
    [
        ("appeal-hao-30", date(2062, 1, 1), "handed", None, Refusal.DAY_TOO_FAR),
        ("appeal-hao-30", date(1999, 12, 31), "handed", None, Refusal.DAY_TOO_FAR),
        ("appeal-hao-30", date(2026, 11, 23), "handed", 0, Refusal.DAYS_OUT_OF_RANGE),
        ("appeal-hao-30", date(2026, 11, 23), "handed", -5, Refusal.DAYS_OUT_OF_RANGE),
        ("appeal-hao-30", date(2026, 11, 23), "handed", 300, Refusal.DAYS_OUT_OF_RANGE),
        ("permit-extend", date(2026, 11, 23), "handed", 30, Refusal.NOT_PRINTED),
        ("stay-request-7-old", date(2026, 11, 23), "handed", 30, Refusal.NOT_PRINTED),
        ("stay-request-pact", date(2026, 11, 23), "handed", 30, Refusal.NOT_PRINTED),
        ("stay-ammr", date(2026, 11, 23), "handed", 21, Refusal.NOT_PRINTED),
        ("permit-extend", date(2026, 11, 23), "letter", None, Refusal.NOT_SERVED),
        ("appeal-supplement", date(2026, 11, 23), "handed", None, Refusal.PAPER_NEEDED),
        ("interview-record", date(2026, 11, 23), "handed", None, Refusal.PAPER_NEEDED),
        ("appeal-none", date(2026, 11, 23), "handed", None, Refusal.NO_APPEAL),
        ("removal-final", date(2026, 11, 23), "handed", None, Refusal.NO_APPEAL),
        ("appeal-hao-45", date(2026, 11, 23), "handed", None, Refusal.NO_RULE),
    ],
)
def test_what_cannot_be_counted_says_why(
    id_: str, served: date, how: str, days: int | None, why: Refusal
) -> None:
    with pytest.raises(CannotCountError) as refused:
        reckon(rule(id_), served, Service(how), days=days)
    assert refused.value.why is why


def test_the_authoritys_limit_is_nobodys_deadline() -> None:
    limits = [each for each in COUNTABLE if each.whose is Whose.AUTHORITY]
    assert limits
    for of in limits:
        counted = count(of, date(2026, 12, 24))
        assert (counted.safe, counted.last) == (counted.reached, counted.reached)
