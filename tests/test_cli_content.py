"""The commands of those who write the content, as they run them."""

import json
import shutil
from pathlib import Path

import pytest

from bot.core.languages import Language
from tests.terminal import ROOT, Operator


@pytest.fixture
def operator(tmp_path: Path) -> Operator:
    return Operator(tmp_path)


def test_a_question_is_looked_up_as_the_bot_does(operator: Operator) -> None:
    done = operator.runs("content", "search", "--lang", "fi", "--json", "valitusaika")
    found = json.loads(done.stdout)
    assert (done.returncode, found["question"]) == (0, "valitusaika")
    assert found["results"][0]["slug"] == "appeal-deadline"
    assert found["outcome"] in {"answer", "choice"}


def test_a_file_of_questions_is_looked_up_in_order(operator: Operator) -> None:
    (operator.folder / "asked.txt").write_text("срок жалобы\n\nпривет\n", encoding="utf-8")
    done = operator.runs("content", "search", "--lang", "ru", "--json", "--batch", "asked.txt")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["question"] for each in found] == ["срок жалобы", "", "привет"]
    assert found[2] == {"question": "привет", "outcome": "talk", "results": []}


@pytest.mark.parametrize("wrong", [["--lang", "ru"], ["--lang", "sv", "hej"], ["question"]])
def test_a_search_without_a_question_or_a_language_is_wrong_usage(
    operator: Operator, wrong: list[str]
) -> None:
    assert operator.runs("content", "search", *wrong).returncode == 2


def test_what_nobody_has_confirmed_is_listed(operator: Operator) -> None:
    listed = operator.runs("content", "unconfirmed").stdout.splitlines()
    facts = [line for line in listed if line.startswith("{")]
    assert any(
        line.startswith("{start-appeal-days-safe}: ") and ". Ask: " in line for line in facts
    )
    assert all("⚠️" in line for line in listed if line not in facts)
    assert {line[:2] for line in listed if line not in facts} == {"ru", "fi"}


def test_the_report_shows_the_age_of_everything_and_fails_for_nothing(operator: Operator) -> None:
    done = operator.runs("content", "report")
    lines = done.stdout.splitlines()
    assert done.returncode == 0
    assert " answers, " in lines[0]
    for what in (
        "  article ru lawyer",
        "  article fi lawyer",
        "  fact decision-letter-day",
        "  guide now",
    ):
        assert sum(line.endswith(what) for line in lines) == 1
    days = [line[:10] for line in lines if line.startswith("20")]
    assert days == sorted(days)


def test_the_report_is_there_for_scripts_too(operator: Operator) -> None:
    done = operator.runs("content", "report", "--json")
    found = json.loads(done.stdout)
    assert done.returncode == 0
    assert found["counts"]["articles"] == 2 * found["counts"]["answers"]
    assert {each["kind"] for each in found["freshness"]} == {"article", "fact", "stage", "guide"}
    assert found["overdue"] == sum(each["days_left"] < 0 for each in found["freshness"])


def test_the_preview_is_one_file(operator: Operator) -> None:
    assert operator.runs("content", "preview", "page.html").returncode == 0
    page = (operator.folder / "page.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert set(operator.files) == {"page.html"}
    done = operator.runs("content", "preview", "nowhere/page.html")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "nowhere/page.html cannot be written: No such file or directory.\n"


@pytest.fixture
def translator(tmp_path: Path) -> Operator:
    """Return somebody in a checkout of their own, who has planned an answer."""
    for name in ("bot", "locales"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    plan(tmp_path / "bot/content/sections.toml", "start = [\n", '    "planned-today",\n')
    title = "Очень длинное название, больше кнопки"
    titles = f'planned-today = {{ ru = "{title}", fi = "Otsikko" }}\n'
    plan(tmp_path / "bot/content/unwritten.toml", "\n\n", titles)
    for language in Language:
        asked = tmp_path / f"locales/{language}/questions/planned-today.txt"
        asked.write_text("qwerty zxcvb\n", encoding="utf-8")
    operator = Operator(tmp_path)
    operator.environment["PYTHONPATH"] = str(tmp_path)
    return operator


def plan(file: Path, behind: str, line: str) -> None:
    content = file.read_text(encoding="utf-8")
    assert behind in content
    file.write_text(content.replace(behind, behind + line, 1), encoding="utf-8")


def test_a_translator_adds_an_article_without_a_programmer(translator: Operator) -> None:
    done = translator.runs("content", "new", "planned-today")
    files = [f"locales/{language}/articles/planned-today.md" for language in Language]
    assert (done.returncode, done.stdout.splitlines()) == (0, files)
    assert "Next:" in done.stderr

    told = translator.runs("content", "check").stdout
    for file in files:
        assert f"{file.removeprefix('locales/')}: is not finished" in told
    russian, finnish = (translator.folder / file for file in files)
    assert 'button = "✎"' in russian.read_text(encoding="utf-8")
    assert "button" not in finnish.read_text(encoding="utf-8")

    for path in (russian, finnish):
        text = path.read_text(encoding="utf-8").replace("https://✎", "https://migri.fi/")
        filled = text.replace('"✎"', '"Да"').replace("✎ ", "")
        path.write_text(filled, encoding="utf-8")
    done = translator.runs("content", "check")
    assert (done.returncode, done.stdout) == (0, "")
    translator.runs("content", "preview", "page.html")
    assert "planned-today" in (translator.folder / "page.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("slug", "sentence"),
    [
        ("lawyer", "lawyer is written already: mend locales/*/articles/lawyer.md."),
        ("no-such-plan", "no-such-plan is not planned: put it into its section in"),
    ],
)
def test_only_what_is_planned_and_not_written_is_begun(
    translator: Operator, slug: str, sentence: str
) -> None:
    before = translator.files
    done = translator.runs("content", "new", slug)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(sentence)
    assert done.stderr.count("\n") == 1
    names = {name for name in translator.files if "__pycache__" not in name}
    assert names == {name for name in before if "__pycache__" not in name}
