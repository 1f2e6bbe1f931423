"""The screen of a case with what translators wrote: on one phone's screen, whatever the stage."""

from itertools import product

import pytest

from bot.content.process import Piece, process
from bot.core.cases import Case, Step
from bot.core.deadlines.walk import Applied, Known
from bot.core.languages import Language
from bot.core.stages import DAYS_RUN, OLD_BEFORE, Stage
from bot.emigre.dates.answers import Answers
from bot.emigre.dates.buttons import At
from bot.sandbox.html import parse_html
from bot.ui.words import translator
from tests.ui.case_rooms import TODAY, from_paper, interview, seen

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
