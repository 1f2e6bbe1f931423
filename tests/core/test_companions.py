"""Who of the team can be asked to help along in a question, or to take it over."""

from collections.abc import Collection

import pytest

from bot.core.companions import DEMANDS, NEEDS, Part, able, event_of
from bot.core.languages import Language
from bot.core.people import PersonId
from bot.core.requests import HELD, Event, State, move
from bot.core.routing.candidates import Candidate
from bot.core.routing.intake import Skill
from bot.core.routing.rules import Wanted
from tests.core.routing.cast import helsinki, member, wanted

NOON = helsinki(1, 12)
FINNISH = frozenset({Language.FINNISH})
OLLI = member(1, load=2)
NINA = member(2, skills=frozenset({Skill.INTERPRETER}))
LIISA = member(3, skills=frozenset({Skill.LAWYER}), languages=FINNISH)
AWAY = member(4, skills=frozenset({Skill.LAWYER}), on_duty=False)
FULL = member(5, load=9)
GONE = member(6, suspended=True, skills=frozenset(Skill))
TEAM = (OLLI, NINA, LIISA, AWAY, FULL, GONE)


def asked(
    part: Part,
    but: Collection[int] = (),
    of: Wanted | None = None,
    team: Collection[Candidate] = TEAM,
) -> list[int]:
    found = able(part, of or wanted(), team, NOON, but={PersonId(number) for number in but})
    return [each.id for each in found]


def test_an_interpreter_speaks_the_language_and_a_lawyer_need_not() -> None:
    assert asked(Part.INTERPRETER) == [2]
    assert asked(Part.LAWYER) == [3, 4]
    only_finnish = member(7, skills=frozenset({Skill.INTERPRETER}), languages=FINNISH)
    assert asked(Part.INTERPRETER, team=[only_finnish]) == []


@pytest.mark.parametrize("part", [Part.MAIN, Part.HELPER])
def test_who_is_there_and_has_room_stands_first(part: Part) -> None:
    found = asked(part)
    assert set(found) == {1, 2, 4, 5}
    assert set(found[:2]) == {1, 2}
    assert found[2:] == [5, 4]


@pytest.mark.parametrize("part", list(Part))
def test_nobody_is_asked_who_is_in_it_or_must_not_be(part: Part) -> None:
    everybody = asked(part)
    assert 6 not in everybody
    for each in everybody:
        assert each not in asked(part, but=[each])
        assert each not in asked(part, of=wanted(excluded=frozenset({PersonId(each)})))


def test_every_part_says_what_it_demands() -> None:
    assert set(DEMANDS) == set(Part)
    assert set(NEEDS) == {Part.INTERPRETER, Part.LAWYER}


def test_what_an_interpreter_writes_answers_nothing() -> None:
    for state in HELD:
        assert move(state, event_of(Part.INTERPRETER)) is state
    for part in {*Part} - {Part.INTERPRETER}:
        assert event_of(part) is Event.ANSWER
        assert move(State.CLAIMED, event_of(part)) is State.ANSWERED
