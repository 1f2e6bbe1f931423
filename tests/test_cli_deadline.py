"""`majakka deadline` as a lawyer or a script runs it."""

import json
from pathlib import Path

import pytest

from tests.terminal import Operator

ASKED = ["deadline", "--rule", "appeal-hao-30", "--served"]


@pytest.fixture
def operator(tmp_path: Path) -> Operator:
    return Operator(tmp_path)


def test_a_deadline_is_printed_for_scripts_in_the_promised_shape(operator: Operator) -> None:
    done = operator.runs(*ASKED, "2026-11-24", "--json")
    found = json.loads(done.stdout)
    steps = found.pop("steps")
    assert found == {
        "rule": "appeal-hao-30",
        "served": "2026-11-24",
        "how": "handed",
        "deadline": "2026-12-28",
        "safe": "2026-12-23",
        "section": "Aliens Act 301/2004 § 190; Act 808/2019 § 13",
        "source": "https://www.foreigner.fi/articulo/moving-to-finland/"
        "finland-extends-appeal-periods-for-asylum-seekers/20210804091659013162.html",
        "checked": "2026-11-27",
        "certainty": "confirmed",
    }
    assert steps[0] == "Annettu sinulle: tiistai 24. marraskuuta 2026. Sitä päivää ei lasketa."
    assert operator.files == {}


def test_the_steps_come_in_russian_too_and_the_safe_day_first(operator: Operator) -> None:
    done = operator.runs(*ASKED, "2026-11-20", "--how", "letter", "--lang", "ru")
    lines = done.stdout.splitlines()
    assert lines[:2] == ["safe      Wed 2026-12-23", "deadline  Mon 2026-12-28 16:15"]
    assert "По закону письмо считается полученным через 7 дней" in lines[2]
    assert any("its own instructions tell" in line for line in lines)


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("fi", "Tämä pätee vain, jos hakemus jätettiin ennen 12. kesäkuuta 2026."),
        ("ru", "Это верно, только если заявление официально подано раньше 12 июня 2026"),
    ],
)
def test_scripts_are_told_on_which_unknown_day_it_depends(
    operator: Operator, language: str, says: str
) -> None:
    done = operator.runs(*ASKED, "2026-11-23", "--lang", language, "--json")
    assert any(step.startswith(says) for step in json.loads(done.stdout)["steps"])


def test_the_paper_comes_first_unless_a_confirmed_rule_is_earlier(operator: Operator) -> None:
    shorter = operator.runs(*ASKED, "2026-11-23", "--days", "14", "--json")
    longer = operator.runs(*ASKED, "2026-11-23", "--days", "45", "--json")
    assert json.loads(shorter.stdout)["deadline"] == "2026-12-07"
    assert json.loads(longer.stdout)["deadline"] == "2026-12-23"
    assert any("45 päivää" in step for step in json.loads(longer.stdout)["steps"])


@pytest.mark.parametrize(
    ("id_", "first"),
    [
        ("process-accelerated", "limit     Tue 2027-02-23"),
        ("perm-6", "from      Tue 2032-11-23"),
        ("permit-refugee", "until     Fri 2029-11-23"),
    ],
)
def test_what_nobody_can_miss_is_not_called_a_deadline(
    operator: Operator, id_: str, first: str
) -> None:
    done = operator.runs("deadline", "--rule", id_, "--served", "2026-11-23")
    lines = done.stdout.splitlines()
    assert lines[0] == first
    assert lines[1].startswith("1. ")
    assert not any(line.startswith(("safe", "deadline")) for line in lines)


def test_an_appeal_that_only_the_paper_names_is_one(operator: Operator) -> None:
    done = operator.runs(
        "deadline", "--rule", "appeal-none", "--served", "2026-11-23", "--days", "10"
    )
    assert done.stdout.splitlines()[:2] == ["safe      Thu 2026-12-03", "deadline  Thu 2026-12-03"]


def test_all_rules_are_listed_without_days(operator: Operator) -> None:
    listed = json.loads(operator.runs("deadline", "--list", "--json").stdout)
    assert all(
        set(each) == {"rule", "section", "source", "checked", "certainty"} for each in listed
    )
    in_words = operator.runs("deadline", "--list").stdout.splitlines()
    assert [line.split()[0] for line in in_words] == [each["rule"] for each in listed]


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ([*ASKED, "2026-02-30"], "there is no such day"),
        ([*ASKED, "30.11.2026"], "year-month-day"),
        ([*ASKED, "20261130"], "year-month-day"),
        ([*ASKED, "2062-01-01"], "from 2000 to 2040"),
        ([*ASKED, "2026-11-23", "--days", "0"], "from 1 to 90"),
        ([*ASKED, "2026-11-23", "--days", "300"], "from 1 to 90"),
        ([*ASKED, "2026-11-23", "--how", "pigeon"], "pigeon"),
        (["deadline", "--rule", "nothing", "--served", "2026-11-23"], "no such rule"),
        (["deadline", "--rule", "interview-record", "--served", "2026-11-23"], "own paper"),
        (["deadline", "--rule", "appeal-hao-30"], "--served"),
        (["deadline"], "--list"),
    ],
)
def test_what_cannot_be_is_said_kindly(operator: Operator, wrong: list[str], says: str) -> None:
    done = operator.runs(*wrong)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_where_nothing_is_open_it_is_said(operator: Operator) -> None:
    done = operator.runs("deadline", "--rule", "appeal-none", "--served", "2026-11-23")
    assert (done.returncode, done.stdout) == (1, "")
    assert "nothing is open" in done.stderr
