"""docs/routing.md says what the tables of the rules say."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.routing.rules import (
    AGAIN_OTHER,
    AGAIN_URGENT,
    LATELY,
    ORDER,
    STEPS,
    Condition,
    Rule,
    Step,
)
from bot.core.timers import DAY_BEGINS, NIGHT_BEGINS

PAGE = (Path(__file__).parents[3] / "docs" / "routing.md").read_text(encoding="utf-8")

IN_WORDS = {
    timedelta(hours=1): "an hour",
    timedelta(hours=12): "twelve hours by day",
    timedelta(days=7): "seven days",
}


def begins(after: timedelta | None, *, unit: timedelta, word: str, never: str) -> str:
    if after is None:
        return never
    return f"after {after // unit} {word}" if after else "at once"


def row(rule: Rule, before: Rule | None) -> str:
    same = before is not None and before.demands == rule.demands
    demands = "; ".join(each for each in Condition if each in rule.demands)
    urgent = begins(
        rule.urgent,
        unit=timedelta(minutes=1),
        word="min",
        never="only when nobody else is there",
    )
    other = begins(rule.other, unit=timedelta(hours=1), word="h by day", never="never")
    cells = (rule.step, "the same" if same else demands, urgent, other, str(rule.most or "all"))
    return f"| {' | '.join(cells)} |"


@pytest.mark.parametrize("number", range(len(STEPS)), ids=[rule.step for rule in STEPS])
def test_a_step_stands_there_as_it_is(number: int) -> None:
    before = STEPS[number - 1] if number else None
    assert row(STEPS[number], before) in PAGE.splitlines()


def test_the_steps_stand_in_their_order() -> None:
    places = [PAGE.index(f"| {rule.step} |") for rule in STEPS]
    assert places == sorted(places)
    assert [rule.step for rule in STEPS] == list(Step)


def test_the_order_stands_there() -> None:
    lines = "\n".join(f"{number}. {line}" for number, line in enumerate(ORDER, start=1))
    assert f"\n{lines}\n" in PAGE


def test_the_other_figures_stand_there() -> None:
    again = f"after {IN_WORDS[AGAIN_URGENT]} if it is urgent, else after {IN_WORDS[AGAIN_OTHER]}"
    assert f"from {DAY_BEGINS.hour} to {NIGHT_BEGINS.hour} in Helsinki" in PAGE
    assert again in PAGE
    assert f"within {IN_WORDS[LATELY]}" in PAGE
