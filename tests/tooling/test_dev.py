"""The one command: which steps run, in which order, and what is said about those that did not."""

import itertools
from collections.abc import Sequence
from pathlib import Path

import pytest

from deploy import dev
from deploy.dev import Outcome, Step, check, chosen

GOOD = Step("good", "python -c ''")
BAD = Step("bad", "python -c 'raise SystemExit(3)'")
ABSENT = Step("absent", "python -c ''", needs=("python", "no-such-program-anywhere"))


def names(ended: Sequence[str]) -> list[str]:
    return [line.split()[0] for line in ended]


def test_the_first_failure_ends_the_round() -> None:
    outcome = check([GOOD, BAD, GOOD], keep_going=False)
    assert names(outcome.passed) == ["good"]
    assert names(outcome.failed) == ["bad"]
    assert outcome.not_reached == ["good"]
    assert not outcome.good(complete=False)


def test_all_steps_run_when_asked_to_keep_going() -> None:
    outcome = check([BAD, GOOD, BAD], keep_going=True)
    assert names(outcome.failed) == ["bad", "bad"]
    assert names(outcome.passed) == ["good"]
    assert outcome.not_reached == []


def test_a_step_without_its_program_is_left_out_and_named() -> None:
    outcome = check([ABSENT, GOOD], keep_going=False)
    assert str(outcome).splitlines()[-1] == "left out:    absent (needs no-such-program-anywhere)"
    assert outcome.good(complete=False)


def test_leaving_out_is_a_failure_where_all_is_asked_for() -> None:
    assert not check([ABSENT], keep_going=False).good(complete=True)
    assert check([GOOD], keep_going=False).good(complete=True)


@pytest.mark.parametrize(
    ("arguments", "environment", "status"),
    [([], {}, 0), (["--all"], {}, 1), ([], {"CI": "true"}, 1), ([], {"CI": "false"}, 0)],
)
def test_the_exit_status_knows_the_flag_and_the_environment(
    arguments: list[str],
    environment: dict[str, str],
    status: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("CI", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(dev, "STEPS", (GOOD, ABSENT))
    monkeypatch.setattr(dev, "prepare", lambda _profile: None)  # this test runs inside .venv
    assert dev.main(["check", *arguments]) == status


def test_named_steps_run_in_the_order_of_the_table() -> None:
    assert [step.name for step in chosen(["tests", "lint"])] == ["lint", "tests"]
    assert chosen([]) == list(dev.STEPS)


def test_an_unknown_step_is_a_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        chosen(["lint", "speling"])
    assert ended.value.code == 2
    assert "no such step: speling" in capsys.readouterr().err


def test_an_empty_outcome_says_nothing() -> None:
    assert str(Outcome()) == ""


def test_a_change_in_a_pin_shows_and_a_clock_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    pins = tmp_path / "pins.txt"
    pins.write_text("one==1\n")
    before = dev.digest(["*.txt"])
    pins.touch()
    assert dev.digest(["*.txt"]) == before
    pins.write_text("one==2\n")
    assert dev.digest(["*.txt"]) != before


def test_the_handbook_names_every_step() -> None:
    handbook = (dev.ROOT / "docs/contributing.md").read_text(encoding="utf-8")
    _, _, steps = handbook.partition("| step | what must hold |")
    rows = itertools.takewhile(bool, steps.strip().splitlines())
    table = [row.split("`")[1] for row in rows if row.startswith("| `")]
    assert table == [step.name for step in dev.STEPS]


@pytest.mark.parametrize("command", ["sandbox", "check"])
def test_the_readme_starts_each_command_with_one_line(command: str) -> None:
    readme = (dev.ROOT / "README.md").read_text(encoding="utf-8")
    assert f"```sh\npython3 deploy/dev.py {command}\n```" in readme
