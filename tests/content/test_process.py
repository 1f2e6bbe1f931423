"""The stages in words: what is wrong with one is said, and ours have no mistakes."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from bot.content.check_process import LONGEST_LAW, mistakes_in_process
from bot.content.errors import ContentError
from bot.content.facts import FACTS, read_facts
from bot.content.library import library
from bot.content.process import PROCESS, Piece, Process, process, read_process
from bot.core.languages import Language
from bot.core.stages import DAYS_RUN, URGENT, Event, Stage
from bot.files import folder

RU, FI = Language.RUSSIAN, Language.FINNISH


class Desk:
    """A copy of our stages, of which a translator changes something."""

    def __init__(self, home: Path) -> None:
        self.shared, self.locales = home / "process", home / "locales"
        shutil.copytree(PROCESS, self.shared)
        for language in Language:
            shutil.copytree(
                folder("locales") / language / "stages", self.locales / language / "stages"
            )

    def change(self, name: str, before: str, after: str) -> None:
        """Change one place of a file."""
        file = next(path for path in (self.shared / name, self.locales / name) if path.exists())
        content = file.read_text(encoding="utf-8")
        assert before in content
        file.write_text(content.replace(before, after, 1), encoding="utf-8")

    def change_both(self, stage: str, before: str, after: str) -> None:
        """Change the same in both languages."""
        for language in Language:
            self.change(f"{language}/stages/{stage}.md", before, after)

    def read(self) -> Process:
        """Read everything."""
        return read_process(self.shared, self.locales, read_facts(FACTS))

    def mistakes(self) -> list[str]:
        """Return what must be mended."""
        return list(mistakes_in_process(self.read(), library()))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_ours_have_no_mistakes() -> None:
    assert list(mistakes_in_process(process(), library())) == []


def test_each_stage_says_all_it_must_in_both_languages() -> None:
    for told in process().all():
        assert told.meaning
        assert {Piece.WHO, Piece.LONG, Piece.NOW} <= told.pieces.keys()
    assert {told.language for told in process().all()} == set(Language)


def test_nobody_reads_thirty_days_as_the_time_they_have() -> None:
    """The law from 12 June 2026 was not found: a period of before is never the one to go by."""
    for told in process().all():
        on_screen = told.meaning + "".join(told.pieces[each] for each in (Piece.LONG, Piece.NOW))
        if told.stage not in {Stage.FINAL}:
            assert not any(days in on_screen for days in ("30 дней", "30 päivää")), told.where


@pytest.mark.parametrize("language", list(Language))
def test_after_a_refusal_the_own_paper_and_the_shortest_period_are_named(
    language: Language,
) -> None:
    for stage in DAYS_RUN & URGENT:
        told = process().told(stage, language)
        assert "start-appeal-days-safe" in told.facts, told.where
        assert "[1]</a>" in told.pieces[Piece.LONG]


def test_a_named_fact_ages_the_stage_that_uses_it(desk: Desk) -> None:
    desk.change("stages.toml", "check_again = 2027-01-26", "check_again = 2028-01-26")
    made = desk.read()
    assert made.check_again(Stage.SCREENING) == date(2027, 1, 26)
    assert Stage.SCREENING in made.overdue(date(2027, 1, 27))
    assert made.overdue(date(2026, 12, 1)) == []


@pytest.mark.parametrize(
    ("name", "before", "after", "said"),
    [
        ("ru/stages/kho.md", '"kho-leave"', '"nothing"', "ru/stages/kho.md: nothing is no page"),
        ("fi/stages/kho.md", "## now", "## soon", "fi/stages/kho.md: 'soon' is not a valid Piece"),
        ("fi/stages/kho.md", "{kho-leave-refused}", "{nothing}", "there is no fact of this name"),
        ("stages.toml", "[kho]", "[k-h-o]", "process/stages.toml: "),
        ("stages.toml", "[kho]\narticles", "[kho]\nanswers", "process/stages.toml: "),
        ("sources.toml", 'url = "https:', 'url = "http:', "process/sources.toml: "),
    ],
)
def test_what_cannot_be_read_is_named(
    desk: Desk, name: str, before: str, after: str, said: str
) -> None:
    desk.change(name, before, after)
    with pytest.raises(ContentError, match=said):
        desk.read()


def test_a_stage_that_a_language_lacks(desk: Desk) -> None:
    (desk.locales / "fi/stages/kho.md").unlink()
    with pytest.raises(ContentError, match=r"fi/stages/kho\.md: is missing"):
        desk.read()


def test_numbers_marks_and_sources_are_the_same_in_both_languages(desk: Desk) -> None:
    desk.change("ru/stages/kho.md", "4,8", "4,9")
    desk.change("ru/stages/border.md", "названного центра нельзя", "центра нельзя. [?] И нельзя")
    desk.change("fi/stages/detained.md", "heti [1]", "heti")
    assert desk.mistakes() == [
        "ru/stages/kho.md: part 2 says 4,9, its fi twin does not",
        "fi/stages/kho.md: part 2 says 4,8, its ru twin does not",
        "ru/stages/border.md: short answer has 1 marks of what is unconfirmed, its twin 0",
        "ru/stages/detained.md: short answer cites [1] in one language alone",
    ]


def test_a_law_longer_than_its_half_of_a_screen_is_refused(desk: Desk) -> None:
    desk.change("fi/stages/refused.md", "## new law\n", "## new law\n" + "y" * LONGEST_LAW)
    (mistake,) = desk.mistakes()
    assert mistake.startswith("fi/stages/refused.md: “## new law” has ")


def test_two_laws_stand_there_or_neither(desk: Desk) -> None:
    desk.change("stages.toml", 'decides = "registration"\n', "")
    desk.change_both("lodged", "## old law", "")
    desk.change_both("lodged", "[1]. ", "[1]. \n\n")
    assert [each for each in desk.mistakes() if "“##" in each] == [
        "ru/stages/lodged.md: “## old law” is missing",
        "ru/stages/responsibility.md: “## new law” is written, but stages.toml does not say"
        " what decides between laws",
        "ru/stages/responsibility.md: “## old law” is written, but stages.toml does not say"
        " what decides between laws",
        "fi/stages/lodged.md: “## old law” is missing",
        "fi/stages/responsibility.md: “## new law” is written, but stages.toml does not say"
        " what decides between laws",
        "fi/stages/responsibility.md: “## old law” is written, but stages.toml does not say"
        " what decides between laws",
    ]


def test_an_answer_that_no_section_has_is_named(desk: Desk) -> None:
    desk.change("stages.toml", '"appeal-kho"', '"appeal-khoo"')
    assert desk.mistakes() == [
        "process/stages.toml: upheld: names appeal-khoo, which no section has"
    ]


def test_a_page_is_cited_or_goes(desk: Desk) -> None:
    desk.change_both("leave-granted", "[1]", "")
    assert (
        "ru/stages/leave-granted.md: source 1 is never cited: write [1] where the text rests"
        in (desk.mistakes()[0])
    )


def test_a_link_cannot_be_tapped_there(desk: Desk) -> None:
    desk.change("fi/stages/left.md", "Säilytä", "[Säilytä](lawyer)")
    assert desk.mistakes() == [
        "fi/stages/left.md: links to lawyer: name it among the articles in stages.toml instead"
    ]


def test_where_registration_decides_is_data() -> None:
    decided = {stage for stage, about in process().about.items() if about.decides}
    by_registration = {
        stage for stage in decided if process().about[stage].decides is Event.REGISTRATION
    }
    assert by_registration == {Stage.RESPONSIBILITY, Stage.TRANSFER}
    assert len(decided) > len(by_registration)
