"""The screen of a case with what translators wrote: on one phone's screen, whatever the stage."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import product

import pytest

from bot.content.process import Piece, process
from bot.core.cases import Case, Step
from bot.core.clock import HELSINKI
from bot.core.dates import What, last_day
from bot.core.deadlines.walk import Applied, Known
from bot.core.languages import Language
from bot.core.reminders import Kept
from bot.core.stages import DAYS_RUN, OLD_BEFORE, Stage
from bot.emigre.case.screens import Seen, case_screen, nothing_screen
from bot.emigre.dates.answers import Answers
from bot.emigre.dates.buttons import At
from bot.sandbox.html import parse_html
from bot.ui.words import translator
from tests.ui.case_rooms import HEARING, NOW, TODAY, dated, from_paper, interview, kept, seen

LONGEST = 900
MOST_ROWS = 8


@pytest.mark.parametrize(("stage", "language"), list(product(Stage, Language)))
def test_a_full_case_is_one_screen(stage: Stage, language: Language) -> None:
    tr, long = translator(language), process().told(stage, language).pieces[Piece.LONG]
    case = Case(lodged=TODAY, path=(Step(stage=stage, since=TODAY),))
    shown = seen(case, tr, from_paper(20), from_paper(2), interview(1), long=long)
    text, _ = parse_html(str(shown.text))
    assert len(text) <= LONGEST
    assert len(shown.rows) <= MOST_ROWS


@pytest.mark.parametrize("stage", Stage)
def test_the_count_comes_first_where_days_run_and_none_is_kept(stage: Stage) -> None:
    tr = translator(Language.FINNISH)
    case = Case(path=(Step(stage=stage),))
    first = seen(case, tr, interview(1)).rows[0][0]
    assert (first.text == "Laske viimeinen päivä") == (stage in DAYS_RUN)
    if stage in DAYS_RUN:
        assert first.to == Answers(case=1).to(At.PAPER)
    assert seen(case, tr, from_paper(2)).rows[0][0].text != "Laske viimeinen päivä"


def test_a_walk_from_a_case_does_not_ask_when_the_application_was_lodged() -> None:
    case = Case(lodged=OLD_BEFORE, path=(Step(stage=Stage.REFUSED),))
    first = seen(case, translator(Language.FINNISH)).rows[0][0]
    known = Known(applied=Applied.SINCE)
    assert first.to == Answers(case=1, known=known).to(At.PAPER)


def ways(*whats: What) -> list[str]:
    """Return what the buttons of dates carry: the place of each date in `whats`."""
    rows = seen(Case(), translator(Language.FINNISH), *whats).rows
    data = [button.to.pack() for row in rows for button in row if not isinstance(button.to, str)]
    return [each.removeprefix("dd:") for each in data if each.startswith("dd:")]


def test_what_comes_stands_before_what_is_past() -> None:
    past, missed, coming = interview(-3), from_paper(80), interview(5)
    assert ways(past, missed, coming, interview(9)) == ["2", "1"]
    assert ways(past, coming, interview(9)) == ["1", "2"]
    assert ways(past, coming) == ["1"]
    assert ways(past, missed) == ["1"]
    assert ways(past) == ["0"]
    assert ways(from_paper(80), from_paper(90), coming) == ["2", "1"]


@pytest.mark.parametrize("language", Language)
def test_dates_that_are_done_are_not_nothing(language: Language) -> None:
    tr = translator(language)
    dates = [replace(each, kept=replace(each.kept, done=TODAY)) for each in dated(HEARING, HEARING)]
    shown = case_screen(Seen(kept(Case()), dates, None, NOW), tr)
    assert "2 " in shown.text
    assert str(nothing_screen((), {}, TODAY, tr).text).split("\n\n")[1] not in shown.text
    assert tr("All dates") in [button.text for row in shown.rows for button in row]


def test_a_case_changes_with_its_dates() -> None:
    tr, before = translator(Language.FINNISH), kept(Case())
    old = replace(dated(HEARING)[0], kept=Kept(what=HEARING, made=TODAY - timedelta(days=9)))
    done = replace(old, kept=replace(old.kept, done=TODAY))
    for dates, day in (
        ([], TODAY - timedelta(days=1)),
        ([old, done], TODAY),
        (dated(HEARING), TODAY),
    ):
        assert tr.day(day) in case_screen(Seen(before, dates, None, NOW), tr).text.split("\n\n")[-1]


@pytest.mark.parametrize("language", Language)
def test_once_offices_close_on_the_last_day_no_time_is_left(language: Language) -> None:
    tr, what = translator(language), replace(from_paper(0), days=30)
    opens = datetime.combine(last_day(what), time(9), HELSINKI)
    for now, is_late in ((opens, False), (opens + timedelta(hours=8), True)):
        shown = case_screen(Seen(kept(Case()), dated(what, interview(90)), None, now), tr)
        assert (str(tr("today")) in shown.text.split("\n\n")[1]) is not is_late
        assert tr.full_day(last_day(what)) in shown.text
