"""The catalogue check: red on each way in which a message can be lost to someone."""

from pathlib import Path

import pytest

from deploy.build_locales import compile_catalogues, shipped
from deploy.catalogues import problems, update

CODE = """
def screen(tr, n):
    # Translators: the date first.
    return tr("Until <b>{date}</b>.", date=n), tr.plural("{n} day", "{n} days", n)
"""
RUSSIAN = {
    '</b>."\nmsgstr ""': '</b>."\nmsgstr "До <b>{date}</b>."',
    'msgstr[0] ""': 'msgstr[0] "{n} день"',
    'msgstr[1] ""': 'msgstr[1] "{n} дня"',
    'msgstr[2] ""': 'msgstr[2] "{n} дней"',
}
FINNISH = {
    '</b>."\nmsgstr ""': '</b>."\nmsgstr "<b>{date}</b> asti."',
    'msgstr[0] ""': 'msgstr[0] "{n} päivä"',
    'msgstr[1] ""': 'msgstr[1] "{n} päivää"',
}


def replace(path: Path, *changes: tuple[str, str]) -> None:
    """Change the file at `path`; each text to be replaced must stand there once."""
    text = path.read_text(encoding="utf-8")
    for before, after in changes:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    path.write_text(text, encoding="utf-8")


def catalogue(root: Path, language: str) -> Path:
    return root / f"locales/{language}/LC_MESSAGES/bot.po"


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """Return a checkout whose three messages are translated into both languages."""
    (tmp_path / "bot").mkdir()
    (tmp_path / "bot/screens.py").write_text(CODE, encoding="utf-8")
    update(tmp_path)
    replace(catalogue(tmp_path, "ru"), *RUSSIAN.items())
    replace(catalogue(tmp_path, "fi"), *FINNISH.items())
    return tmp_path


def test_whole_catalogues_have_no_problems_and_stay_as_they_are(whole: Path) -> None:
    assert list(problems(whole)) == []
    before = catalogue(whole, "fi").read_bytes()
    update(whole)
    assert catalogue(whole, "fi").read_bytes() == before


def test_a_new_message_is_stale_everywhere_until_the_update_and_then_missing(whole: Path) -> None:
    replace(whole / "bot/screens.py", ("return ", 'return tr("Home"), '))
    assert [line for line in problems(whole) if "stale" in line] == [
        f"{name}: stale, or not as `python3 deploy/dev.py catalogues --update` writes it"
        for name in ("locales/bot.pot", *(f"locales/{c}/LC_MESSAGES/bot.po" for c in ("ru", "fi")))
    ]
    update(whole)
    assert list(problems(whole)) == [
        "locales/ru/LC_MESSAGES/bot.po: 'Home': missing",
        "locales/fi/LC_MESSAGES/bot.po: 'Home': missing",
    ]


def test_the_update_never_guesses_from_a_similar_message(whole: Path) -> None:
    replace(whole / "bot/screens.py", ("Until <b>{date}</b>.", "Until {date}!"))
    update(whole)
    assert "locales/ru/LC_MESSAGES/bot.po: 'Until {date}!': missing" in problems(whole)
    assert "До <b>{date}</b>." not in catalogue(whole, "ru").read_text(encoding="utf-8")


def test_a_message_that_the_code_no_longer_says_is_stale(whole: Path) -> None:
    replace(whole / "bot/screens.py", ('tr("Until <b>{date}</b>.", date=n), ', ""))
    assert len([line for line in problems(whole) if "stale" in line]) == 3


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ('msgstr "<b>{date}</b> asti."', 'msgstr ""', "missing"),
        ('msgstr[1] "{n} päivää"', 'msgstr[1] ""', "missing"),
        (
            '#, python-brace-format\nmsgid "Until',
            '#, fuzzy, python-brace-format\nmsgid "Until',
            "fuzzy",
        ),
        ("{date}</b> asti", "{dat}</b> asti", "names in braces or tags differ: dat, date"),
        ("{date}</b> asti", "ajan</b> asti", "names in braces or tags differ: date"),
        ("{date}</b> asti", "{date}<b> asti", "names in braces or tags differ: </b>"),
        ("{date}</b> asti", "{date</b> asti", "a brace without its pair, date"),
    ],
)
def test_one_broken_translation_is_named(whole: Path, before: str, after: str, fault: str) -> None:
    replace(catalogue(whole, "fi"), (before, after))
    (found,) = problems(whole)
    assert found.startswith("locales/fi/LC_MESSAGES/bot.po: ")
    assert found.endswith(fault)


def test_both_languages_say_the_same_numbers(whole: Path) -> None:
    replace(catalogue(whole, "ru"), ('"До <b>', '"12 июня, 2 дня, до <b>'))
    replace(
        catalogue(whole, "fi"), ('"<b>{date}</b> asti', '"12.7., kaksi päivää, <b>{date}</b> asti')
    )
    assert list(problems(whole)) == [
        "'Until <b>{date}</b>.': ru says 12.6., fi does not",
        "'Until <b>{date}</b>.': fi says 12.7., ru does not",
    ]


def test_catalogues_are_compiled_and_their_sources_stay_at_home(whole: Path) -> None:
    (whole / "locales/fi/articles").mkdir()
    (whole / "locales/fi/articles/appeal.md").write_text("text")
    compile_catalogues(whole)
    assert [place for _, place in shipped(whole)] == [
        "bot/_data/locales/fi/LC_MESSAGES/bot.mo",
        "bot/_data/locales/fi/articles/appeal.md",
        "bot/_data/locales/ru/LC_MESSAGES/bot.mo",
    ]
