"""The second yes: whose it is, and how long it can be given."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.core.approvals import APPROVAL_LIFE, Approval, Matter, Verdict, verdict_counts
from bot.core.people import PersonId
from bot.core.requests import Refused, Why

NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
ASKER, OTHER = PersonId(1), PersonId(2)
WISH = Approval("ABCDEFGH", Matter.INVITE_COORDINATOR, ASKER, None, NOW + APPROVAL_LIFE)


def why(verdict: Verdict, by: PersonId, *, later: int = 0, coordinates: bool = True) -> Why | None:
    led = verdict_counts(
        WISH,
        verdict,
        by=by,
        now=NOW + timedelta(seconds=later),
        asker_coordinates=coordinates,
    )
    return led.why if isinstance(led, Refused) else None


def test_it_can_be_given_for_half_an_hour() -> None:
    assert timedelta(minutes=30) == APPROVAL_LIFE
    assert why(Verdict.YES, OTHER, later=1799) is None
    assert why(Verdict.YES, OTHER, later=1800) is Why.DECIDED


@pytest.mark.parametrize("verdict", [Verdict.YES, Verdict.NO])
def test_it_is_another_who_decides(verdict: Verdict) -> None:
    assert why(verdict, OTHER) is None
    assert why(verdict, ASKER) is Why.OWN_WISH


def test_nobody_else_takes_a_wish_back() -> None:
    assert why(Verdict.TAKEN_BACK, ASKER) is None
    assert why(Verdict.TAKEN_BACK, OTHER) is Why.OWN_WISH


def test_the_wish_of_who_is_no_coordinator_any_more_is_over() -> None:
    assert why(Verdict.YES, OTHER, coordinates=False) is Why.DECIDED
