"""The rules as data: whole, and kind to who mends them."""

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from bot.core.deadlines.rules import Certainty, Rule, Service, Start, deliveries, rules, weakest

GOOD: dict[str, object] = {
    "id": "x",
    "what": "something",
    "starts": "service",
    "length": "30 days",
    "section": "Act",
    "source": "https://example.org/",
    "checked": date(2026, 11, 27),
    "certainty": "known",
}


def test_every_way_of_service_has_its_law() -> None:
    assert set(deliveries()) == set(Service)


def test_a_range_of_which_nobody_knows_the_end_is_not_confirmed_for_ones_own_act() -> None:
    own = [each for each in rules().values() if each.is_own and each.longest]
    assert own
    assert {each.id for each in own if each.certainty is Certainty.CONFIRMED} == set()


def test_no_own_act_since_the_pact_is_given_thirty_days() -> None:
    since = [each for each in rules().values() if each.is_own and each.since == date(2026, 6, 12)]
    assert since
    assert all(each.length and each.length.least_days <= 21 for each in since)


def test_what_a_paper_prints_starts_with_it() -> None:
    odd = [
        each.id for each in rules().values() if each.printed and each.starts is not Start.SERVICE
    ]
    assert odd == ["voluntary-period"]


def test_of_two_marks_the_weaker_stands() -> None:
    assert weakest(Certainty.CONFIRMED, Certainty.UNSURE, Certainty.KNOWN) is Certainty.UNSURE


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"length": "thirty days"}, "write it as"),
        ({"lenght": "30 days"}, "unexpected"),
        ({"certainty": "sure"}, "confirmed"),
        ({"source": "migri.fi"}, "pattern"),
        ({"since": date(2026, 6, 12)}, "decides"),
        ({"longest": "2 weeks"}, "longest is more"),
        ({"length": None, "longest": "2 weeks"}, "longest is more"),
        ({"whose": "authority", "safe": "2 weeks"}, "one's own act"),
        ({"whose": "wait", "length": None}, "length is missing"),
    ],
)
def test_a_slip_in_the_data_is_named(change: dict[str, object], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        TypeAdapter(Rule).validate_python(GOOD | change)


def test_a_decision_before_a_rule_came_into_force_is_never_under_it() -> None:
    new, old = rules()["appeal-hao-pact-short"], rules()["appeal-hao-21-old"]
    assert not new.may_hold(date(2026, 6, 11))
    assert new.may_hold(date(2026, 6, 12))
    assert old.may_hold(date(2021, 10, 29))  # it may have been made in July
    assert not old.may_hold(date(2021, 10, 30))
    assert rules()["stay-request-7-old"].may_hold(date(2026, 11, 27))  # an older application
