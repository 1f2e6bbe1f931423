"""The second yes: whose it is, and how long it can be given."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.core.approvals import (
    Approval,
    Matter,
    Verdict,
    block_judges,
    judges,
    life_of,
    verdict_counts,
)
from bot.core.people import PersonId
from bot.core.requests import Refused, Why

NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
ASKER, OTHER, THIRD = PersonId(1), PersonId(2), PersonId(3)
JUDGES = frozenset({OTHER})
WISH = Approval(
    "ABCDEFGH", Matter.INVITE_COORDINATOR, ASKER, None, NOW + life_of(Matter.INVITE_COORDINATOR)
)


def why(
    verdict: Verdict, by: PersonId, *, later: int = 0, judging: frozenset[PersonId] = JUDGES
) -> Why | None:
    led = verdict_counts(
        WISH,
        verdict,
        by=by,
        now=NOW + timedelta(seconds=later),
        judges=judging,
    )
    return led.why if isinstance(led, Refused) else None


def test_it_can_be_given_for_half_an_hour() -> None:
    assert life_of(Matter.INVITE_COORDINATOR) == timedelta(minutes=30)
    assert why(Verdict.YES, OTHER, later=1799) is None
    assert why(Verdict.YES, OTHER, later=1800) is Why.DECIDED


@pytest.mark.parametrize("verdict", [Verdict.YES, Verdict.NO])
def test_it_is_another_who_decides(verdict: Verdict) -> None:
    assert why(verdict, OTHER) is None
    assert why(verdict, ASKER) is Why.OWN_WISH


def test_nobody_else_takes_a_wish_back() -> None:
    assert why(Verdict.TAKEN_BACK, ASKER) is None
    assert why(Verdict.TAKEN_BACK, OTHER) is Why.OWN_WISH


def test_who_is_no_judge_of_it_decides_nothing() -> None:
    assert why(Verdict.YES, THIRD) is Why.ABOUT_ONESELF
    assert why(Verdict.NO, OTHER, judging=frozenset()) is Why.ABOUT_ONESELF
    assert why(Verdict.TAKEN_BACK, ASKER, judging=frozenset()) is None


@pytest.mark.parametrize(
    ("coordinators", "about", "judging"),
    [
        ({ASKER, OTHER, THIRD}, None, {OTHER, THIRD}),
        ({ASKER, OTHER, THIRD}, OTHER, {THIRD}),
        ({ASKER, OTHER}, OTHER, {OTHER}),
        ({ASKER, THIRD}, OTHER, {THIRD}),
        ({ASKER}, OTHER, set()),
        ({ASKER}, None, set()),
    ],
)
def test_nobody_judges_their_own_case_where_another_can(
    coordinators: set[PersonId], about: PersonId | None, judging: set[PersonId]
) -> None:
    assert judges(coordinators, asker=ASKER, about=about) == judging


def test_one_of_two_who_block_has_no_part_in_the_question() -> None:
    three = {ASKER, OTHER, THIRD}
    assert block_judges(three, asker=ASKER, concerned=set()) == {OTHER, THIRD}
    assert block_judges(three, asker=ASKER, concerned={OTHER}) == {OTHER, THIRD}
    assert block_judges(three, asker=ASKER, concerned={ASKER}) == {OTHER, THIRD}
    assert block_judges(three, asker=ASKER, concerned={ASKER, OTHER}) == {THIRD}
    assert block_judges(three, asker=ASKER, concerned=three) == set()
