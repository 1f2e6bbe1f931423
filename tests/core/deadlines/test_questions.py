"""Which questions are asked, with which answers, and that no end of them gives too much."""

import dataclasses
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.deadlines.counting import (
    FIRST_DAY,
    LAST_DAY,
    LONGEST_PRINTED,
    CannotCountError,
    add,
    rule,
    service_day,
)
from bot.core.deadlines.rules import Certainty, Service, Start, deliveries
from bot.core.deadlines.walk import (
    Applied,
    Known,
    Paper,
    Question,
    Sender,
    due,
    next_question,
    options,
    routes,
    starts,
)
from bot.core.stages import OLD_BEFORE
from tests.core.deadlines.answers import FIVE_DAYS, SERVED, every, longest, migri


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
