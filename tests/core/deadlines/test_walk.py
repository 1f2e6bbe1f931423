"""Every combination of answers: one route, and never more days than they allow."""

import dataclasses
from datetime import date, timedelta
from itertools import product

import pytest

from bot.core.deadlines.counting import (
    Basis,
    count,
    rule,
)
from bot.core.deadlines.rules import Certainty, Service, Whose
from bot.core.deadlines.walk import (
    Applied,
    Known,
    Paper,
    Sender,
    applied_on,
    due,
    routes,
)
from bot.core.stages import OLD_BEFORE
from bot.ui.dates import is_sure
from tests.core.deadlines.answers import BEFORE_THE_PACT, FIVE_DAYS, SERVED, every, longest, migri


@pytest.mark.parametrize("paper", Paper)
class TestEveryCombination:
    def test_has_one_route(self, paper: Paper) -> None:
        assert [known for known in every(paper) if len(routes(known)) != 1] == []

    def test_names_something_due_unless_nothing_is_open(self, paper: Paper) -> None:
        for known in every(paper):
            (route,) = routes(known)
            is_open = any(rule(id_).whose is Whose.OWN for id_ in route.rules)
            for day in (SERVED, BEFORE_THE_PACT):
                assert (due(known, day).act is not None) is is_open, known

    def test_without_the_paper_five_days_are_the_most(self, paper: Paper) -> None:
        for known in every(paper):
            assert longest(due(known, SERVED)) <= FIVE_DAYS, known

    def test_for_an_application_since_the_pact_whatever_the_day(self, paper: Paper) -> None:
        for known in every(paper):
            if known.applied is not Applied.BEFORE:
                assert longest(due(known, BEFORE_THE_PACT)) <= FIVE_DAYS, known

    def test_what_the_paper_prints_counts(self, paper: Paper) -> None:
        for known in every(paper):
            act = due(known, SERVED, days=7).act
            if act and act.counts.rule.printed:
                assert act.counts.basis is Basis.PAPER, known
                assert act.counts.length.least_days == 7, known

    def test_the_paper_is_never_passed(self, paper: Paper) -> None:
        for known in every(paper):
            act = due(known, SERVED, days=45).act
            if act and act.counts.rule.printed:
                by_paper = count(act.counts.rule, SERVED, act.counts.how, days=45)
                assert act.counts.last <= by_paper.last, known

    def test_not_knowing_never_gives_more_time(self, paper: Paper) -> None:
        for known in every(paper):
            for served in (SERVED, BEFORE_THE_PACT):
                sure = due(known, served).act
                unsure = due(Known(paper=paper, sender=known.sender, how=known.how), served).act
                if sure and unsure:
                    assert unsure.counts.last <= sure.counts.last, known


def test_a_refusal_without_the_paper_is_counted_by_the_shortest_period_and_says_so() -> None:
    found = due(migri(Paper.REFUSED, Applied.SINCE), SERVED)
    assert found.act
    assert found.is_assumed
    assert found.at_once
    assert (found.act.counts.safe, found.act.counts.last) == (
        date(2026, 11, 27),
        date(2026, 11, 30),
    )


def test_an_older_application_decided_since_shows_both_and_counts_the_shorter() -> None:
    found = due(migri(Paper.REFUSED, Applied.BEFORE), SERVED)
    assert found.act
    (other,) = found.act.others
    assert found.is_assumed
    assert found.act.counts.last == date(2026, 11, 30)
    assert found.act.counts.certainty is Certainty.UNSURE
    assert other.last == date(2026, 12, 23)


@pytest.mark.parametrize(
    ("lodged", "applied"),
    [
        (OLD_BEFORE - timedelta(days=1), Applied.BEFORE),
        (OLD_BEFORE, Applied.SINCE),
        (None, Applied.UNKNOWN),
    ],
)
def test_a_kept_day_of_lodging_answers_when_they_applied(
    lodged: date | None, applied: Applied
) -> None:
    assert applied_on(lodged) is applied


@pytest.mark.parametrize(
    ("served", "is_assumed"), [(OLD_BEFORE - timedelta(days=1), False), (OLD_BEFORE, True)]
)
def test_from_the_first_day_of_the_pact_nothing_longer_is_assumed(
    served: date, *, is_assumed: bool
) -> None:
    assert due(migri(Paper.REFUSED, Applied.BEFORE), served).is_assumed is is_assumed


def test_an_older_application_decided_then_has_its_thirty_days() -> None:
    found = due(migri(Paper.REFUSED, Applied.BEFORE), BEFORE_THE_PACT)
    assert found.act
    assert not found.is_assumed
    assert found.act.counts.rule.id == "appeal-hao-30"
    assert [each.counts.rule.id for each in found.beside] == ["stay-request-7-old"]


@pytest.mark.parametrize(
    ("served", "id_"),
    [(date(2021, 8, 23), "appeal-hao-21-old"), (date(2021, 11, 1), "appeal-hao-30")],
)
def test_the_day_chooses_between_earlier_laws(served: date, id_: str) -> None:
    found = due(migri(Paper.REFUSED, Applied.BEFORE), served)
    assert found.act
    assert found.act.counts.rule.id == id_


def test_days_before_every_rule_take_the_shortest_of_them() -> None:
    found = due(migri(Paper.REFUSED, Applied.BEFORE), date(2012, 5, 7))
    assert found.act
    assert found.act.counts.rule.id == "appeal-hao-21-old"


def test_with_the_paper_its_thirty_days_count_even_since_the_pact() -> None:
    found = due(migri(Paper.REFUSED, Applied.SINCE), SERVED, days=30)
    assert found.act
    assert (found.act.counts.basis, found.act.counts.last) == (Basis.PAPER, date(2026, 12, 23))


@pytest.mark.parametrize("paper", Paper)
def test_where_several_acts_may_be_meant_none_is_named_or_sure(paper: Paper) -> None:
    for known in every(paper):
        (route,) = routes(known)
        for day, days in product((SERVED, BEFORE_THE_PACT), (None, 7, 30)):
            acts = {rule(id_).act for id_ in route.rules if rule(id_).may_hold(day)}
            act = due(known, day, days=days).act
            if act and len(acts) > 1:
                assert act.counts.may_be_another, known
                assert act.counts.certainty is Certainty.UNSURE, known
                assert not is_sure(act.counts), known


@pytest.mark.parametrize(
    ("sender", "is_open"), [(Sender.POLICE, True), (Sender.UNKNOWN, True), (Sender.MIGRI, False)]
)
def test_who_did_not_say_who_decided_is_told_no_court(sender: Sender, *, is_open: bool) -> None:
    for applied in Applied:
        known = dataclasses.replace(migri(Paper.REFUSED, applied), sender=sender)
        act = due(known, SERVED, days=30).act
        assert act
        assert act.counts.may_be_another is is_open


@pytest.mark.parametrize(
    ("paper", "applied", "served"),
    [
        (Paper.REFUSED, Applied.BEFORE, SERVED),
        (Paper.REFUSED, Applied.UNKNOWN, SERVED),
        (Paper.NOT_EXAMINED, Applied.UNKNOWN, SERVED),
        (Paper.REFUSED, Applied.UNKNOWN, BEFORE_THE_PACT),
        (Paper.NOT_EXAMINED, Applied.BEFORE, BEFORE_THE_PACT),
        (Paper.LAPSED, Applied.BEFORE, BEFORE_THE_PACT),
    ],
)
def test_a_law_that_nobody_confirmed_for_a_paper_is_not_set_against_it(
    paper: Paper, applied: Applied, served: date
) -> None:
    act = due(migri(paper, applied), served, days=7).act
    assert act
    assert act.counts.basis is Basis.PAPER
    assert not act.others


@pytest.mark.parametrize(("days", "least"), [(14, 14), (45, 30)])
def test_a_confirmed_law_that_surely_holds_is_set_against_the_paper(days: int, least: int) -> None:
    act = due(migri(Paper.REFUSED, Applied.BEFORE), BEFORE_THE_PACT, days=days).act
    assert act
    assert act.counts.length.number == least
    assert len(act.others) == 1


def test_what_came_electronically_counts_from_the_day_it_was_sent() -> None:
    """Nobody has confirmed that its third day still counts; a rule asked for by id keeps it."""
    sent = date(2026, 12, 18)
    by_mail = dataclasses.replace(migri(Paper.REFUSED, Applied.SINCE), how=Service.ELECTRONIC)
    act = due(by_mail, sent, days=10).act
    assert act
    assert (act.counts.start, act.counts.safe, act.counts.last) == (
        sent,
        date(2026, 12, 28),
        date(2026, 12, 28),
    )
    assert (act.counts.how, act.counts.certainty) == (Service.ELECTRONIC, Certainty.UNSURE)
    assert [(other.start, other.last) for other in act.others] == [
        (date(2026, 12, 21), date(2026, 12, 31))
    ]
    by_id = count(rule("appeal-hao-pact-short"), sent, Service.ELECTRONIC, days=10)
    assert by_id.last == date(2026, 12, 31)


def test_what_came_electronically_without_the_paper_shows_both_other_readings() -> None:
    by_mail = dataclasses.replace(migri(Paper.REFUSED, Applied.BEFORE), how=Service.ELECTRONIC)
    act = due(by_mail, SERVED).act
    assert act
    assert act.counts.reached == date(2026, 11, 28)
    assert [other.reached for other in act.others] == [date(2026, 12, 1), date(2026, 12, 23)]


def test_what_came_by_post_counts_from_the_seventh_day() -> None:
    by_post = dataclasses.replace(migri(Paper.REFUSED, Applied.SINCE), how=Service.LETTER)
    act = due(by_post, SERVED).act
    assert act
    assert act.counts.start == date(2026, 11, 30)
    assert not act.others


def test_a_letter_in_hand_before_its_seventh_day_is_safe_from_that_day_on() -> None:
    """Posted on 25 November, it is taken as received on 2 December unless shown otherwise."""
    by_post = dataclasses.replace(migri(Paper.REFUSED, Applied.BEFORE), how=Service.LETTER)
    posted, held = date(2026, 11, 25), date(2026, 11, 27)
    found = due(by_post, posted, days=30, held=held)
    assert found.act
    assert (found.act.counts.held, found.act.counts.start) == (held, date(2026, 12, 2))
    assert found.act.counts.safe == date(2026, 12, 23)  # day 30 from the 27th is a Sunday
    assert found.act.counts.last == date(2027, 1, 4)
    assert [each.counts.held for each in found.beside] == [held]
    for late in (None, date(2026, 12, 2), date(2027, 1, 2), date(2026, 11, 24)):
        assert due(by_post, posted, days=30, held=late) == due(by_post, posted, days=30)


def test_what_did_not_come_as_a_letter_is_in_hand_as_it_was_served() -> None:
    handed = migri(Paper.REFUSED, Applied.BEFORE)
    assert due(handed, SERVED, days=30, held=SERVED) == due(handed, SERVED, days=30)


@pytest.mark.parametrize("paper", [Paper.NOT_EXAMINED, Paper.LAPSED])
def test_a_paper_that_prints_more_than_the_law_allows_does_not_count(paper: Paper) -> None:
    act = due(migri(paper, Applied.SINCE), SERVED, days=30).act
    assert act
    assert (act.counts.basis, act.counts.last) == (Basis.MOST, date(2026, 12, 3))
    assert [other.last for other in act.others] == [date(2026, 12, 23)]
    may_be_older = due(migri(paper, Applied.UNKNOWN), SERVED, days=30).act
    assert may_be_older
    assert may_be_older.counts.last == date(2026, 12, 23)


@pytest.mark.parametrize("applied", Applied)
@pytest.mark.parametrize("days", [None, 7, 30, 90])
def test_what_the_paper_prints_of_the_appeal_is_not_the_period_of_the_request_to_stay(
    applied: Applied, days: int | None
) -> None:
    for paper in (Paper.REFUSED, Paper.NOT_EXAMINED, Paper.TRANSFER):
        for found in due(migri(paper, applied), SERVED, days=days).beside:
            assert found.counts.reached == SERVED + FIVE_DAYS


def test_a_grant_to_a_refugee_starts_the_familys_three_months() -> None:
    found = due(migri(Paper.GRANTED, Applied.SINCE), date(2026, 11, 30))
    assert [each.counts.last for each in found.beside] == [date(2027, 3, 1)]


def test_where_nothing_is_open_the_paper_alone_can_say_otherwise() -> None:
    withdrawn = migri(Paper.OWN_WITHDRAWAL, Applied.SINCE)
    assert due(withdrawn, SERVED).act is None
    named = due(withdrawn, SERVED, days=10).act
    assert named
    assert named.counts.last == date(2026, 12, 3)


def test_corrections_are_due_by_the_day_that_the_record_names() -> None:
    found = due(Known(paper=Paper.INTERVIEW_RECORD), SERVED, days=14).act
    assert found
    assert (found.counts.basis, found.counts.last) == (Basis.PAPER, date(2026, 12, 7))
    on_saturday = due(Known(paper=Paper.INTERVIEW_RECORD), SERVED, days=12).act
    assert on_saturday
    assert (on_saturday.counts.safe, on_saturday.counts.last) == (
        date(2026, 12, 4),
        date(2026, 12, 5),
    )


def test_where_the_record_names_no_day_corrections_are_due_at_once() -> None:
    """How many days Migri gives nobody has found out."""
    found = due(Known(paper=Paper.INTERVIEW_RECORD), SERVED).act
    assert found
    assert (found.counts.basis, found.counts.last) == (Basis.ASSUMED, date(2026, 11, 24))
    assert found.counts.certainty is Certainty.UNSURE


def test_a_paper_that_may_be_a_courts_request_gives_no_more_than_one() -> None:
    unknown = Known(paper=Paper.UNKNOWN, sender=Sender.UNKNOWN, applied=Applied.BEFORE)
    found = due(unknown, BEFORE_THE_PACT).act
    assert found
    assert (found.counts.rule.id, found.counts.last) == ("appeal-supplement", date(2026, 5, 11))
