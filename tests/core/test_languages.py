"""The language that is suggested first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.languages import Language, suggested


@pytest.mark.parametrize("code", ["fi", "fi-FI", "fi-SE"])
def test_a_finnish_telegram_is_offered_finnish(code: str) -> None:
    assert suggested(code) is Language.FINNISH


@pytest.mark.parametrize("code", [None, "", "ru", "ru-RU", "en", "uk", "sv", "fil", "fit-FI"])
def test_everybody_else_is_offered_russian(code: str | None) -> None:
    assert suggested(code) is Language.RUSSIAN


@given(st.text())
def test_no_code_is_too_strange(code: str) -> None:
    assert suggested(code) in Language
