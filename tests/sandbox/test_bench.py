"""The benchmark runs from end to end and tells what scripts rely on. No figure is judged here."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.content.search.alarm import not_calm
from bot.core.clock import SystemClock
from bot.core.languages import Language
from bot.core.telltale import telltales
from bot.sandbox.bench.world import World, usual_line

TINY = (
    "--pairs 1 --people 4 --at-once 2 --taps 6 --writing 2 --lines 2 --emigres 100 --recipients 60"
    " --requests 4 --seconds 1"
)

VISITED = {
    *("taps_per_second", "p95", "first_answer", "megabytes", "lines_per_second"),
    *("relay_p50_ms", "relay_p95_ms"),
}
COMPARED = {*VISITED, "relayed_per_second"}
BROADCAST = {"copies_per_second", "p95_during"}
COMMANDS = {f"majakka {name}" for name in ("--help", "deadline", "init", "migrate", "invite")}
DESK = ("p50", "p95", "longest", "refused", "copies")
ALONE = {
    *COMMANDS,
    "importing_aiogram",
    "deadline_ms",
    "dates_idle",
    "dates_busy",
    "dates_megabytes",
    *(f"{how}_{what}" for how in ("flat", "topics") for what in DESK),
}


@pytest.mark.parametrize("language", Language)
def test_its_lines_are_calm_and_nobody_is_warned_of_them(language: Language) -> None:
    world = World(SystemClock())
    users = [world.add_user("Asking") for _ in range(100)]
    lines = [f"{usual_line()} {world.word(user)}" for user in users]
    assert [line for line in lines if not_calm(line, language) or telltales(line)] == []


def bench(folder: Path, *flags: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bot", "bench", *TINY.split(), *flags]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_it_measures_both_bots_and_holds_each_figure_against_its_goal(tmp_path: Path) -> None:
    done = bench(tmp_path, "--json")
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    figures = {figure["name"]: figure for figure in report["figures"]}
    assert figures.keys() == COMPARED | BROADCAST | ALONE
    for name, figure in figures.items():
        limit, measured = figure["goal"], figure["measured"]
        reached = measured >= (limit or 0) if figure["at_least"] else measured <= (limit or 0)
        assert figure["met"] is (reached or limit is None)
        assert (figure["bare"] is not None) is (name in COMPARED)
        assert len(figure["pairs"]) == (name not in ALONE)
    assert figures["importing_aiogram"]["measured"] == 0
    (pair,) = report["visits"]
    for visit in (pair["majakka"], pair["bare"]):
        assert visit.keys() == VISITED | {"cpu_per_tap", "stand_in_busy"}
        assert all(value >= 0 for value in visit.values())
