"""Every combination of answers: one route, and never more days than they allow."""

import dataclasses
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.deadlines.counting import (
    FIRST_DAY,
    LAST_DAY,
    LONGEST_PRINTED,
    Basis,
    CannotCountError,
    add,
    count,
    rule,
    service_day,
)
from bot.core.deadlines.rules import Certainty, Service, Start, Whose, deliveries
from bot.core.deadlines.walk import (
    Applied,
    Due,
    Known,
    Paper,
    Question,
    Sender,
    applied_on,
    due,
    next_question,
    options,
    routes,
    starts,
)
from bot.core.stages import OLD_BEFORE

SERVED = date(2026, 11, 23)
BEFORE_THE_PACT = date(2026, 5, 4)
COMBINATIONS = list(product(Sender, Applied, Service))
FIVE_DAYS = timedelta(days=5)


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


def every(paper: Paper) -> list[Known]:
    """Return each combination of answers that can be."""
    known = [
        Known(paper=paper, sender=sender, applied=applied, how=how)
        for sender, applied, how in COMBINATIONS
    ]
    return [each for each in known if each.sender in options(Known(paper=paper), Question.SENDER)]


def walked(known: Known) -> Iterator[list[Known]]:
    """Yield each way through the questions that are asked, as what is known after each."""
    question = next_question(known)
    if question is None:
        yield [known]
        return
    for answer in options(known, question):
        for rest in walked(known.and_then(answer)):
            yield [known, *rest]


WAYS = list(walked(Known()))
ENDS = [way[-1] for way in WAYS]


def test_every_way_ends_within_four_questions_in_one_route() -> None:
    assert {known.paper for known in ENDS} == set(Paper)
    assert max(map(len, WAYS)) - 1 == len(Question)
    assert [known for known in ENDS if len(routes(known)) != 1] == []


def test_every_answer_that_is_offered_leads_on_and_no_other_does() -> None:
    for known in chain.from_iterable(way[:-1] for way in WAYS):
        question = next_question(known)
        assert question
        offered = options(known, question)
        assert len(offered) > 1, known
        for answer in (*Paper, *Sender, *Applied, *Service):
            if getattr(Known().and_then(answer), question) is not None:
                assert bool(routes(known.and_then(answer))) is (answer in offered), known


def test_nobody_is_asked_what_changes_nothing() -> None:
    for known in ENDS:
        for each in every(known.paper or Paper.UNKNOWN):
            asked = [question for question in Question if getattr(known, question)]
            if all(getattr(each, question) == getattr(known, question) for question in asked):
                assert due(each, SERVED) == due(known, SERVED), (known, each)


def day_zero(known: Known, day: date) -> date:
    """Return day 0: that of service by law, or of sending where nobody has confirmed more."""
    how = known.how or Service.UNKNOWN
    is_sure = deliveries()[how].certainty is Certainty.CONFIRMED
    return service_day(day, how) if is_sure and starts(known) is Start.SERVICE else day


@given(st.sampled_from(ENDS), st.dates(FIRST_DAY, LAST_DAY), st.integers(1, LONGEST_PRINTED))
def test_with_the_paper_nothing_is_later_than_it_says_nor_than_any_law_allows(
    known: Known, day: date, days: int
) -> None:
    (route,) = routes(known)
    act = due(known, day, days=days).act
    if act is None or not act.counts.rule.printed:
        return
    start = day_zero(known, day)
    assert act.counts.reached <= start + timedelta(days=days)
    most = [add(start, of.longest) for id_ in route.rules if (of := rule(id_)).longest]
    if len(most) == len(route.rules):
        assert act.counts.reached <= max(most)


@given(st.sampled_from(ENDS), st.dates(FIRST_DAY, LAST_DAY))
def test_without_the_paper_nothing_is_later_than_the_shortest_that_may_apply(
    known: Known, day: date
) -> None:
    (route,) = routes(known)
    found = due(known, day)
    start = day_zero(known, day)
    may_hold = [of for id_ in route.rules if (of := rule(id_)).may_hold(day)]
    if found.act:
        lengths = [of.length for of in may_hold if of.length]
        assert all(found.act.counts.reached <= add(start, length) for length in lengths)
    if day >= OLD_BEFORE or known.applied is not Applied.BEFORE:
        assert longest(found) <= FIVE_DAYS
    for reckoning in filter(None, [found.act, *found.beside]):
        assert all(other.reached > reckoning.counts.reached for other in reckoning.others)


@given(
    st.sampled_from([known for known in ENDS if starts(known) is Start.SERVICE]),
    st.sets(st.sampled_from(Question)),
    st.dates(FIRST_DAY, LAST_DAY),
)
def test_whoever_knows_less_gets_no_more_days(
    known: Known, forgotten: set[Question], day: date
) -> None:
    less = dataclasses.replace(known, **dict.fromkeys(forgotten))
    of_more, of_less = due(known, day).act, due(less, day).act
    if of_more:
        assert of_less
        assert of_less.counts.reached <= of_more.counts.reached


def test_answers_that_cannot_be_together_are_refused() -> None:
    granted_by_kho = Known(paper=Paper.GRANTED, sender=Sender.KHO)
    assert Sender.KHO not in options(Known(paper=Paper.GRANTED), Question.SENDER)
    with pytest.raises(CannotCountError):
        due(granted_by_kho, SERVED)


def test_who_does_not_know_how_it_came_is_asked_once_and_counts_from_the_day_given() -> None:
    nobody_knows = dataclasses.replace(migri(Paper.REFUSED, Applied.SINCE), how=Service.UNKNOWN)
    assert next_question(nobody_knows) is None
    act = due(nobody_knows, SERVED, days=10).act
    assert act
    assert (act.counts.start, act.counts.certainty) == (SERVED, Certainty.UNSURE)
    assert not act.others


def longest(found: Due) -> timedelta:
    """Return the longest period among those that start with the paper's service."""
    reckonings = [*filter(None, [found.act]), *found.beside]
    served = [each.counts for each in reckonings if each.counts.rule.starts is Start.SERVICE]
    return max((each.reached - each.start for each in served), default=timedelta(0))


def migri(paper: Paper, applied: Applied) -> Known:
    return Known(paper=paper, sender=Sender.MIGRI, applied=applied, how=Service.HANDED)


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


def test_a_permit_needs_one_question() -> None:
    permit = Known(paper=Paper.PERMIT)
    assert next_question(permit) is None
    found = due(permit, date(2026, 12, 31)).act
    assert found
    assert found.counts.safe == date(2026, 12, 17)


def test_a_decision_needs_all_four() -> None:
    assert next_question(Known()) is Question.PAPER
    assert next_question(Known(paper=Paper.REFUSED)) is Question.SENDER
    known = Known(paper=Paper.REFUSED, sender=Sender.MIGRI)
    assert next_question(known) is Question.APPLIED
    assert next_question(Known(paper=Paper.REFUSED, sender=Sender.COURT)) is Question.HOW


NOT_BY_SERVICE = {
    Paper.DETENTION: Start.COURT_DECISION,
    Paper.INTERVIEW_RECORD: Start.INTERVIEW,
    Paper.PERMIT: Start.EXPIRY,
}


@pytest.mark.parametrize("paper", Paper)
def test_of_which_event_the_day_is_to_be_asked_for(paper: Paper) -> None:
    wanted = NOT_BY_SERVICE.get(paper, Start.SERVICE)
    assert {starts(known) for known in every(paper)} == {wanted}


def test_every_route_starts_with_one_event_and_nothing_beside_it_starts_earlier() -> None:
    for route in routes(Known()):
        beside = {rule(id_).starts for id_ in route.beside}
        assert beside <= {route.starts, Start.LEARNED}, route
