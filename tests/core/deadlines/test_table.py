"""docs/deadlines.md, the program, and a count by hand say the same."""

import re
from datetime import date, datetime
from pathlib import Path

import pytest

from bot.core.deadlines.counting import reckon, rule
from bot.core.deadlines.rules import Certainty, Length, Rule, Service, Unit, Whose, rules
from bot.core.deadlines.walk import Applied, Known, Paper, Route, Sender, routes
from tests.core.deadlines.by_hand import by_hand

PAGE = (Path(__file__).parents[3] / "docs/deadlines.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (\d+ \|.*) \|$", PAGE, re.MULTILINE)


def day(said: str) -> date:
    """Read “Wed 23 Dec 2026”; a weekday that is not its own is a slip."""
    read = datetime.strptime(said.strip("*"), "%a %d %b %Y").date()  # noqa: DTZ007 - a day
    assert said.strip("*").startswith(f"{read:%a}")
    return read


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split(" | ")[0])
def test_a_row_is_counted_twice_and_comes_out_the_same(row: str) -> None:
    _, id_, how, event, paper, last, safe, _, source = (cell.strip() for cell in row.split("|"))
    of = rule(id_)
    days = int(paper.removesuffix(" days")) if paper else None
    counted = reckon(of, day(event), Service(how), days=days).counts
    by_us = min(
        by_hand(
            day(event),
            how,
            period,
            moves=of.is_own and of.rolls,
            own=of.whose in {Whose.OWN, Whose.NOTHING},
            early=14 if of.safe == Length(2, Unit.WEEK) else 0,
        )
        for period in periods(of, paper)
    )
    assert (counted.last, counted.safe) == by_us == (day(last), day(safe))
    assert f"]({of.source})" in source


def periods(of: Rule, paper: str) -> list[str]:
    """What stands in the paper, and what the law surely allows at the most; else the rule's own."""
    if not paper:
        return [str(of.length)]
    most = of.longest or (of.length if of.certainty is Certainty.CONFIRMED else None)
    return [paper, str(most)] if most else [paper]


def test_there_are_enough_rows_numbered_in_order() -> None:
    numbers = [int(row.split(" | ")[0]) for row in ROWS]
    assert numbers == list(range(1, len(ROWS) + 1))
    assert len(ROWS) >= 80


def test_every_own_act_that_has_a_length_is_in_the_table() -> None:
    shown = {row.split(" | ")[1] for row in ROWS}
    own = {each.id for each in rules().values() if each.is_own and each.length}
    assert own <= shown


def test_every_route_of_the_walk_is_on_the_page() -> None:
    for route in routes(Known()):
        assert as_row(route) in PAGE.splitlines()
    listed = PAGE.split("| removal may come first |")[1].strip().splitlines()[1:]
    assert len(listed) == len(routes(Known()))


def as_row(route: Route) -> str:
    cells = [
        named([each.value for each in Paper if each in route.papers], len(Paper)),
        named([each.value for each in Sender if each in route.senders], len(Sender)),
        named([each.value for each in Applied if each in route.applied], len(Applied)),
        ", ".join(route.rules),
        ", ".join(route.beside),
        "yes" if route.at_once else "",
    ]
    return f"| {' | '.join(cells)} |"


def named(chosen: list[str], all_of_them: int) -> str:
    return "any" if len(chosen) == all_of_them else ", ".join(chosen)
