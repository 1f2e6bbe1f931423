"""Each reason for a no has its sentence."""

from itertools import product

import pytest

from bot.core.languages import Language
from bot.core.requests import Why
from bot.ui.refusals import refusal
from bot.ui.words import translator

LONGEST_ANSWER_TO_A_TAP = 200


@pytest.mark.parametrize(("why", "language"), list(product(Why, Language)))
def test_each_no_is_a_sentence_that_fits_over_a_button(why: Why, language: Language) -> None:
    said = str(refusal(why, translator(language)))
    assert said.endswith(".")
    assert len(said) <= LONGEST_ANSWER_TO_A_TAP
    assert not set(said) & set("<>&"), "over a button there are no tags"


@pytest.mark.parametrize("language", list(Language))
def test_no_two_reasons_sound_the_same(language: Language) -> None:
    assert len({refusal(why, translator(language)) for why in Why}) == len(Why)
