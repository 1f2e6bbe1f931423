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


IN_CYRILLIC = (
    *("131052-308Т", "131052-308т", "020503Ф9037", "020503а9037", "020503В9037", "010516в903х"),
    *("010594У9032", "010594у9032", "010594Х9032", "020503С9037", "020503Е9037", "020503Д9037"),
    *("010190-921С", "010190-902С", "010190-925Н", "010190-930Н", "010190-900Р", "010190-901Р"),
    *("010190-908У", "010190-904У", "010190-920В", "010190-905В", "010190-927к", "010190-929м"),
    *("010190-907Х", "010190-923Е", "010190-919А", "010190-919а"),
)
"""The same signs as a Russian keyboard has them: by their look, or by their sound."""
MISTAKEN = ("131052-308A", "131052-308А")
"""Somebody took a wrong last letter: the day of birth is told all the same."""


@pytest.mark.parametrize("code", [*CODES, *IN_CYRILLIC, *MISTAKEN])
def test_a_code_is_seen_wherever_it_stands(code: str) -> None:
    assert holds_identity_code(code)
    assert holds_identity_code(f"Мой код: {code}, что дальше?")
    assert without_identity_codes(f"hetu {code}.") == "hetu […]."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "131352-308A",
        "131052-3081",
        "131052-308Ж",
        "131052-308ТА",
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
