"""Who is offered a request, and when: the rules one by one."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.core.clock import HELSINKI
from bot.core.people import PersonId, Role
from bot.core.routing.candidates import Candidate
from bot.core.routing.intake import Skill
from bot.core.routing.offers import due, look_again, next_for, plan
from bot.core.routing.rules import Condition, Step, Wanted
from bot.core.sections import Section
from tests.core.routing.cast import (
    FI,
    NOON,
    RU,
    coordinator,
    helsinki,
    ids,
    member,
    shifts,
    wanted,
)

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
NIGHT = helsinki(2, 3)
BOTH = frozenset({RU, FI})
LAWYER, INTERPRETER = frozenset({Skill.LAWYER}), frozenset({Skill.INTERPRETER})


def reached(request: Wanted, team: list[Candidate], now: datetime = NOON) -> list[int]:
    return [offer.candidate.id for offer in due(request, team, now)]


def waves(request: Wanted, team: list[Candidate]) -> list[tuple[datetime, set[int]]]:
    return [
        (wave.at, {offer.candidate.id for offer in wave.offers})
        for wave in plan(request, team, request.asked_at)
    ]


def got(*numbers: int) -> dict[PersonId, datetime]:
    return {PersonId(number): NOON for number in numbers}


# Who


def test_three_are_asked_first_who_took_least_lately() -> None:
    team = [member(number, lately=number % 5) for number in range(1, 10)]
    assert {(each % 5) for each in reached(wanted(), team)} == {0, 1}
    assert len(reached(wanted(), team)) == 3


@pytest.mark.parametrize(
    "second",
    [
        member(2, languages=frozenset({FI})),
        member(2, sections=frozenset({Section.WORK})),
        member(2, load=3),
        member(2, on_duty=False),
        member(2, suspended=True),
        member(2, paused_until=helsinki(3, 8)),
        member(2, shifts=shifts(18, 20)),
        member(2, role=Role.EMIGRE),
    ],
)
def test_whom_a_request_does_not_suit_is_not_asked(second: Candidate) -> None:
    assert reached(wanted(section=Section.APPEAL), [member(1), second]) == [1]


def test_a_request_without_a_section_suits_those_of_any() -> None:
    assert reached(wanted(), [member(1, sections=frozenset({Section.WORK}))]) == [1]


def test_a_lawyer_is_asked_where_one_is_needed_and_spared_where_not() -> None:
    team = [member(1, skills=LAWYER), *(member(number, lately=9) for number in range(2, 6))]
    assert reached(wanted(needs=LAWYER), team) == [1]
    assert 1 not in reached(wanted(), team)


def test_a_minor_alone_comes_first_to_who_helps_families_and_to_lawyers() -> None:
    """Whatever the topic; both is best, and who can neither still comes after."""
    work, family = frozenset({Section.WORK}), frozenset({Section.HEALTH, Section.WORK})
    team = [
        *(member(number, sections=work) for number in range(1, 4)),
        member(4, sections=family, lately=9),
        member(5, sections=work, skills=LAWYER, lately=9),
        member(6, sections=family, skills=LAWYER, lately=9),
        member(7, sections=frozenset({Section.HEALTH}), lately=8),
    ]
    of_minor = wanted(section=Section.WORK, of_minor=True)
    assert reached(of_minor, team)[0] == 6
    assert set(reached(of_minor, team)) <= {4, 5, 6, 7}
    assert 7 not in reached(wanted(section=Section.WORK), team)
    assert reached(of_minor, team[:3]) == reached(wanted(section=Section.WORK), team[:3])


def test_an_interpreter_speaks_both() -> None:
    team = [
        member(1, skills=INTERPRETER),
        member(2, languages=BOTH),
        member(3, languages=BOTH, skills=INTERPRETER),
    ]
    assert reached(wanted(languages=BOTH, needs=INTERPRETER), team) == [3]


def test_volunteers_come_before_coordinators() -> None:
    team = [coordinator(1), *(member(number, lately=9) for number in range(2, 5))]
    assert 1 not in reached(wanted(), team)
    assert 1 in reached(wanted(excluded=ids(2)), team)


def test_who_helped_before_is_asked_alone_at_first() -> None:
    team = [member(number) for number in range(1, 5)]
    request = wanted(earlier=4)
    assert waves(request, [replace(team[3], lately=9), *team[:3]]) == [
        (NOON, {4}),
        (NOON + 2 * HOUR, {1, 2, 3}),
    ]
    (offer,) = due(request, team, NOON)
    assert offer.earlier
    assert reached(replace(request, offered=got(4)), team) == []


def test_who_helped_before_and_is_not_there_keeps_nobody_waiting() -> None:
    team = [member(1, on_duty=False), member(2), member(3)]
    assert set(reached(wanted(earlier=1), team)) == {2, 3}


def test_who_helped_before_comes_first_but_not_alone_if_it_is_urgent() -> None:
    team = [member(1), member(2), member(3, lately=9), member(4)]
    assert reached(wanted(earlier=3, urgent=True), team)[0] == 3
    assert len(reached(wanted(earlier=3, urgent=True), team)) == 3


def test_the_lot_falls_differently_for_each_request() -> None:
    team = [member(number) for number in range(1, 6)]
    first = {reached(wanted(code=f"{number:05}"), team)[0] for number in range(60)}
    assert first == {1, 2, 3, 4, 5}


# When


def test_it_widens_by_the_hour() -> None:
    team = [
        *(member(number) for number in range(1, 6)),
        member(6, sections=frozenset({Section.WORK})),
        member(7, languages=frozenset({FI})),
        coordinator(8, on_duty=False, languages=frozenset({FI})),
    ]
    found = waves(wanted(section=Section.APPEAL), team)
    assert [moment for moment, _ in found] == [
        NOON,
        NOON + 2 * HOUR,
        NOON + 6 * HOUR,
        NOON + 24 * HOUR,
    ]
    assert [len(who) for _, who in found] == [3, 2, 1, 1]
    assert found[0][1] | found[1][1] == {1, 2, 3, 4, 5}
    assert [found[2][1], found[3][1]] == [{6}, {8}]


def test_it_widens_by_the_minute_if_it_is_urgent() -> None:
    team = [
        *(member(number) for number in range(1, 6)),
        member(6, sections=frozenset({Section.WORK})),
        coordinator(8, on_duty=False),
    ]
    found = waves(wanted(section=Section.APPEAL, urgent=True), team)
    assert [(moment - NOON) / MINUTE for moment, _ in found] == [0, 5, 15, 30]
    assert [len(who) for _, who in found] == [3, 2, 1, 1]


def test_nobody_is_woken_by_what_is_not_urgent() -> None:
    team = [*(member(number) for number in range(1, 6)), coordinator(8, on_duty=False)]
    assert waves(wanted(asked_at=NIGHT), team)[0][0] == helsinki(2, 9)
    assert reached(wanted(asked_at=NIGHT), team, NIGHT) == []
    late = waves(wanted(asked_at=helsinki(1, 20)), team)
    assert [moment for moment, _ in late] == [helsinki(1, 20), helsinki(2, 10), helsinki(2, 20)]


def test_who_chose_hours_of_the_night_is_asked_in_them() -> None:
    team = [member(1), member(2, shifts=shifts(22, 6)), member(3, shifts=shifts(9, 21))]
    assert reached(wanted(asked_at=NIGHT), team, NIGHT) == [2]
    assert waves(wanted(asked_at=helsinki(1, 21)), [team[1]])[0] == (helsinki(1, 22), {2})


def test_the_urgent_finds_who_is_there_at_night() -> None:
    team = [member(1), member(2, shifts=shifts(9, 21)), member(3, shifts=shifts(22, 6))]
    assert set(reached(wanted(asked_at=NIGHT, urgent=True), team, NIGHT)) == {1, 3}


def test_the_urgent_goes_on_at_once_where_a_step_finds_nobody() -> None:
    other_section = member(1, sections=frozenset({Section.WORK}))
    away = coordinator(2, on_duty=False)
    request = wanted(section=Section.APPEAL, urgent=True)
    assert reached(request, [other_section, away]) == [1]
    assert reached(request, [replace(other_section, on_duty=False), away]) == [2]


def test_the_urgent_goes_on_at_once_when_those_asked_have_left() -> None:
    team = [member(1, shifts=shifts(9, 12)), coordinator(2, on_duty=False)]
    request = wanted(urgent=True, asked_at=NOON - 5 * MINUTE)
    assert waves(request, team) == [(request.asked_at, {1}), (NOON, {2})]


def test_who_comes_later_is_asked_when_they_come() -> None:
    team = [member(1, shifts=shifts(18, 20, days=[3])), member(2, paused_until=helsinki(2, 10))]
    assert waves(wanted(), team) == [(helsinki(2, 10), {2}), (helsinki(3, 18), {1})]


def test_steps_keep_their_length_when_the_clocks_change() -> None:
    asked = datetime(2026, 10, 25, 2, 50, tzinfo=HELSINKI)
    team = [*(member(number) for number in range(1, 6)), coordinator(8, on_duty=False)]
    found = waves(wanted(asked_at=asked, urgent=True), team)
    assert [(moment - found[0][0]) / MINUTE for moment, _ in found] == [0, 5, 30]


def test_what_nobody_takes_is_offered_again_the_next_day() -> None:
    team, request = [member(1)], wanted(offered=got(1))
    assert reached(request, team, helsinki(2, 11, 59)) == []
    assert reached(request, team, helsinki(2, 12)) == [1]
    assert look_again(request, team, helsinki(2, 9)) == helsinki(2, 12)


def test_the_urgent_that_nobody_takes_is_offered_again_within_the_hour_at_night_too() -> None:
    team = [member(1), coordinator(2, on_duty=False)]
    request = wanted(urgent=True, asked_at=NIGHT, offered={each.id: NIGHT for each in team})
    assert reached(request, team, NIGHT + 59 * MINUTE) == []
    assert reached(request, team, NIGHT + HOUR) == [1, 2]
    assert look_again(request, team, NIGHT + 31 * MINUTE) == NIGHT + HOUR


# The cap


def test_the_cap_holds_but_for_the_urgent_when_nobody_else_is_there() -> None:
    full, free = member(1, load=3), member(2)
    urgent = wanted(urgent=True)
    assert reached(wanted(), [full]) == []
    assert reached(urgent, [full, free]) == [2]
    assert reached(replace(urgent, offered=got(2)), [full, free], NOON + 59 * MINUTE) == []
    (offer,) = due(urgent, [full], NOON)
    assert offer.step is Step.FULL
    assert offer.unmet == {Condition.ROOM}


def test_who_is_full_is_asked_again_once_they_have_room() -> None:
    full = member(1, load=3)
    assert reached(wanted(), [full]) == []
    assert reached(wanted(), [replace(full, load=2)]) == [1]


# Exclusions


def test_who_must_not_get_it_never_does() -> None:
    team = [member(1), coordinator(2)]
    assert waves(wanted(excluded=ids(1, 2), urgent=True), team) == []
    assert next_for(team[0], [wanted(excluded=ids(1))], team, NOON) == ()


# Who comes on duty


def test_the_urgent_and_then_the_oldest_comes_first() -> None:
    older = wanted(code="00001", asked_at=helsinki(1, 9))
    newer = wanted(code="00002", asked_at=helsinki(1, 11))
    urgent = wanted(code="00003", urgent=True)
    asked = [newer, urgent, older]
    assert next_for(member(1), asked, [member(1)], NOON) == (urgent, older, newer)


def test_who_looks_at_night_sees_what_fits_them() -> None:
    me = member(1, sections=frozenset({Section.WORK}))
    fits = wanted(code="00001", asked_at=NIGHT, section=Section.WORK)
    other = wanted(code="00002", asked_at=NIGHT, section=Section.APPEAL)
    old = wanted(code="00003", asked_at=helsinki(1, 9), section=Section.APPEAL)
    assert next_for(me, [fits, other, old], [me], NIGHT) == (old, fits)


def test_who_is_full_sees_nothing_but_the_urgent_that_nobody_else_can_take() -> None:
    full = member(1, load=3)
    plain, urgent = wanted(code="00001"), wanted(code="00002", urgent=True)
    taken = wanted(code="00003", urgent=True, offered=got(2))
    asked = [plain, urgent, taken]
    assert next_for(full, asked, [full, member(2)], NOON) == (urgent,)
    assert next_for(full, asked, [full], NOON) == (urgent, taken)


def test_a_coordinator_sees_what_has_come_to_coordinators() -> None:
    finnish = coordinator(1, languages=frozenset({FI}))
    assert next_for(finnish, [wanted()], [finnish], NOON) == ()
    assert len(next_for(finnish, [wanted()], [finnish], NOON + 24 * HOUR)) == 1


# The clock and the table


def test_when_to_look_again() -> None:
    team = [member(1, shifts=shifts(13, 15))]
    assert look_again(wanted(), team, NOON) == NOON + HOUR
    assert look_again(wanted(), [], NOON + 13 * HOUR) == helsinki(2, 9)
    assert look_again(wanted(urgent=True), [], NOON) == NOON + 5 * MINUTE
