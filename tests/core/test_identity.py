"""Codes of nobody: numbers from 900 on are never given to a person."""

import pytest

from bot.core.identity import holds_identity_code, without_identity_codes

CODES = (
    "010594Y9032",
    "010516B903X",
    "131052-308T",
    "020503f9037",
    "131052\u2013308T",
    "131052\u2011308T",
)


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_seen_wherever_it_stands(code: str) -> None:
    assert holds_identity_code(code)
    assert holds_identity_code(f"Мой код: {code}, что дальше?")
    assert without_identity_codes(f"hetu {code}.") == "hetu […]."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "131052-308A",
        "0131052-308T",
        "131052-308TX",
        "2026-11-26",
        "UP-12345678-9",
        "040 1234567",
    ],
)
def test_other_numbers_are_none(text: str) -> None:
    assert not holds_identity_code(text)
    assert without_identity_codes(text) == text
