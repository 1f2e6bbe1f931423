"""The rules as data: whole, and kind to who mends them."""

from datetime import date, timedelta

import pytest
from pydantic import TypeAdapter, ValidationError

from bot.core.deadlines.rules import (
    Certainty,
    Force,
    Rule,
    Service,
    Start,
    deliveries,
    rules,
    weakest,
)
from bot.core.stages import OLD_BEFORE

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
    assert odd == ["interview-record", "voluntary-period"]


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


@pytest.mark.parametrize(
    ("id_", "day", "force"),
    [
        ("appeal-hao-30", date(2026, 6, 11), Force.HOLDS),
        ("appeal-hao-30", date(2026, 6, 12), Force.DEPENDS),
        ("appeal-hao-30", date(2021, 7, 31), Force.NEVER),
        ("process-normal", date(2026, 6, 12), Force.HOLDS),  # the day of lodging itself
        ("process-normal-old", date(2026, 6, 12), Force.NEVER),
        ("border-proc", date(2026, 6, 11), Force.DEPENDS),  # registered, and lodged later
        ("border-proc-old", date(2026, 6, 12), Force.NEVER),
        ("interview-record", date(2025, 5, 31), Force.NEVER),
        ("interview-record", date(2025, 6, 1), Force.HOLDS),
        ("citizen-8", date(2020, 1, 1), Force.DEPENDS),
        ("citizen-8", date(2024, 10, 1), Force.HOLDS),
        ("permit-extend", date(2020, 1, 1), Force.HOLDS),
    ],
)
def test_one_day_tells_whether_a_rule_holds_or_on_what_it_depends(
    id_: str, day: date, force: Force
) -> None:
    assert rules()[id_].force(day) is force


def test_the_law_for_older_applications_ends_where_the_new_one_begins() -> None:
    assert rules()["appeal-hao-30"].lodged_until == OLD_BEFORE - timedelta(days=1)
