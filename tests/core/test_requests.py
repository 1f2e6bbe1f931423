"""The life of a request: the table of moves, and the codes by which people name it."""

import re
from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.codes import SIGNS
from bot.core.requests import (
    HELD,
    MOVES,
    OPEN,
    Event,
    Reason,
    Refused,
    State,
    Why,
    draw_code,
    may_close_for,
    move,
)

# What a request can go through, in the words of the design: draft → waiting → offered →
# claimed → answered → closed, and withdrawn; a new message after an answer leads back to the
# volunteer who has it. Before the person's yes it is early. "no": not in this state.
TABLE = """
           agree  send     discard    take-back  offer    claim    answer    add      write  hand-back  hand-over  close      reopen   ask-again
early      draft  no       no         no         no       no       no        early    no         no         no         no         no       no
draft      no     waiting  withdrawn  no         no       no       no        draft    no         no         no         no         no       no
waiting    no     no       no         draft      offered  no       no        waiting  no         no         no         withdrawn  no       no
offered    no     no       no         draft      offered  claimed  no        offered  no         no         no         withdrawn  no       no
claimed    no     no       no         no         no       taken    answered  claimed  claimed    waiting    claimed    closed     no       no
answered   no     no       no         no         no       taken    answered  claimed  answered   waiting    answered   closed     no       no
closed     over   over     over       over       over     over     over      over     over       over       over       over       claimed  waiting
withdrawn  over   over     over       over       over     over     over      over     over       over       over       over     over     waiting
"""  # noqa: E501 - a table
REFUSED = {"no": Why.NOT_IN_THIS_STATE, "taken": Why.TAKEN_BY_ANOTHER, "over": Why.OVER}


def expected() -> dict[tuple[str, str], str]:
    heads, *rows = (line.split() for line in TABLE.strip().splitlines())
    return {
        (row[0], head.replace("-", " ")): cell
        for row in rows
        for head, cell in zip(heads, row[1:], strict=True)
    }


def test_the_table_here_names_every_pair() -> None:
    assert set(expected()) == set(product(State, Event))


@pytest.mark.parametrize(("state", "event"), list(product(State, Event)))
def test_each_event_leads_where_the_design_says(state: State, event: Event) -> None:
    cell = expected()[state, event]
    led = move(state, event)
    assert led == (Refused(REFUSED[cell]) if cell in REFUSED else State(cell))


def test_where_to_turn_is_said_before_a_question_is_closed_for_somebody_else() -> None:
    cannot = {(r, s) for r, s in product(Reason, HELD) if not may_close_for(r, s)}
    assert cannot == {(Reason.ELSEWHERE, State.CLAIMED)}


def test_the_diagram_shows_every_move_and_no_other() -> None:
    page = (Path(__file__).parents[2] / "docs" / "requests.md").read_text(encoding="utf-8")
    shown = re.findall(r"^    (\w+) --> (\w+): (.+)$", page, re.MULTILINE)
    arrows = {(here, event): there for here, there, events in shown for event in events.split(", ")}
    assert arrows == MOVES


def test_what_is_open_and_what_is_held() -> None:
    assert {"waiting", "offered", "claimed", "answered"} == OPEN
    assert {"claimed", "answered"} == HELD


@given(st.lists(st.sampled_from(Event)))
def test_whatever_happens_only_a_claim_gives_it_to_a_helper(events: list[Event]) -> None:
    for before, after in pairwise(walk(events)):
        if before not in HELD:
            assert after not in HELD - {State.CLAIMED}
            assert after is not State.CLOSED, "what nobody has is withdrawn, never closed"
        else:
            assert after is not State.WITHDRAWN, "what a helper has is closed, never withdrawn"


@given(st.lists(st.sampled_from(Event)))
def test_what_is_over_is_opened_by_its_author_alone_and_what_was_sent_stays_sent(
    events: list[Event],
) -> None:
    for before, after in pairwise(walk(events)):
        assert before is not State.WITHDRAWN or after is State.WAITING
        assert before is not State.CLOSED or after in {State.CLAIMED, State.WAITING}
        assert after is not State.DRAFT or before in {State.DRAFT, State.WAITING, State.OFFERED}


def walk(events: list[Event]) -> list[State]:
    """Return the states that a draft goes through; an event that is refused changes nothing."""
    states = [State.DRAFT]
    for event in events:
        led = move(states[-1], event)
        if isinstance(led, State):
            states.append(led)
    return states


MANY = 10_000


@pytest.fixture(scope="module")
def codes() -> list[str]:
    return [draw_code() for _ in range(MANY)]


def test_a_code_is_five_signs_that_survive_the_telephone(codes: list[str]) -> None:
    alphabet = set("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    assert {len(code) for code in codes} == {5}
    for signs in zip(*codes, strict=True):
        assert set(signs) == alphabet, "each place uses every sign, and no other"


def test_codes_tell_no_order(codes: list[str]) -> None:
    """Five standard errors each: chance fails this once in a million runs."""
    values = [value_of(code) for code in codes]
    assert abs(correlation(list(range(MANY)), values)) < 5 / MANY**0.5
    assert abs(correlation(values[:-1], values[1:])) < 5 / MANY**0.5


def test_codes_repeat_no_more_than_chance(codes: list[str]) -> None:
    """Of 32⁵ codes, 10,000 draws repeat 1.5 on average; 15 come once in 10¹¹ runs."""
    assert MANY - len(set(codes)) < 15


def value_of(code: str) -> int:
    value = 0
    for sign in code:
        value = value * len(SIGNS) + SIGNS.index(sign)
    return value


def correlation(xs: list[int], ys: list[int]) -> float:
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    pairs = [(x - mean_x, y - mean_y) for x, y in zip(xs, ys, strict=True)]
    spread: float = (sum(x * x for x, _ in pairs) * sum(y * y for _, y in pairs)) ** 0.5
    return sum(x * y for x, y in pairs) / spread
