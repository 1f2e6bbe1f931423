"""Made-up weeks under the rules of routing: what must hold in each, and that it would be seen."""

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner

from bot.core.people import Role
from bot.core.routing.rules import Step
from bot.sandbox.simulation.__main__ import simulate
from bot.sandbox.simulation.habits import Size
from bot.sandbox.simulation.report import Broken, Report, report
from bot.sandbox.simulation.weeks import Weeks

SMALL = Size(requests=100, volunteers=6, weeks=1)
NOTHING = Broken(starving=0, to_excluded=0, in_the_night=0, beyond_cap=0)


def played(size: Size) -> Weeks:
    weeks = Weeks(size)
    weeks.play()
    return weeks


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nothing_is_broken(seed: int) -> None:
    size = replace(SMALL, seed=seed)
    told = report(size, played(size))
    assert told.broken == NOTHING
    assert sum(told.how.values()) == size.requests == sum(each.requests for each in told.waits)
    assert sum(each.took for each in told.work) == size.requests


def test_the_urgent_are_offered_at_once() -> None:
    told = report(SMALL, played(SMALL))
    assert all(max(each.to_offer) == 0 for each in told.waits if each.urgent)
    assert any(each.urgent for each in told.waits)


def test_the_same_seed_gives_the_same_weeks() -> None:
    first, same, other = (report(SMALL, played(replace(SMALL, seed=seed))) for seed in (1, 1, 2))
    assert first == same != other


@pytest.fixture
def weeks() -> Weeks:
    return played(SMALL)


def broken(weeks: Weeks) -> Broken:
    told: Report = report(SMALL, weeks)
    return told.broken


def test_what_nobody_took_is_seen(weeks: Weeks) -> None:
    next(iter(weeks.stories.values())).taken_by = None
    assert broken(weeks) == replace(NOTHING, starving=1)


def test_what_went_to_the_wrong_person_is_seen(weeks: Weeks) -> None:
    story = next(each for each in weeks.stories.values() if each.how == Step.FIRST)
    assert story.taken_by
    story.wanted = replace(story.wanted, excluded=frozenset({story.taken_by.id}))
    assert broken(weeks) == replace(NOTHING, to_excluded=2)


def test_an_offer_in_the_night_is_seen(weeks: Weeks) -> None:
    story = next(each for each in weeks.stories.values() if not each.wanted.urgent and each.offers)
    moment, offer = story.offers[0]
    story.offers[0] = (moment.replace(hour=0), offer)
    assert broken(weeks) == replace(NOTHING, in_the_night=1)


def test_one_beyond_the_cap_is_seen(weeks: Weeks) -> None:
    story = next(
        each
        for each in weeks.stories.values()
        if not each.wanted.urgent and each.taken_by and each.taken_by.role is Role.VOLUNTEER
    )
    assert story.taken_by
    story.taken_by = replace(story.taken_by, load=story.taken_by.cap)
    assert broken(weeks) == replace(NOTHING, beyond_cap=1)


def test_it_is_told_as_a_table_and_as_json() -> None:
    size = ["--requests", "20", "--volunteers", "4", "--weeks", "1"]
    table = CliRunner().invoke(simulate, size)
    assert table.exit_code == 0
    assert "| starving: nobody took it | 0 |" in table.output
    told = json.loads(CliRunner().invoke(simulate, [*size, "--json"]).output)
    assert set(told) == {"size", "waits", "how", "work", "urgent_beyond_cap", "broken"}
    assert told["size"] == {
        "requests": 20,
        "volunteers": 4,
        "coordinators": 2,
        "weeks": 1,
        "seed": 1,
    }
