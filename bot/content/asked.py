"""How people ask for each answer, in their own words: what the search compares a question with."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.core.languages import Language

Asked = Mapping[Language, Mapping[str, Sequence[str]]]
"""Phrases by language and slug."""


def read_asked(locales: Path) -> Asked:
    """Read `<language>/questions/<slug>.txt` under a folder of locales: one phrase a line."""
    return {
        language: {
            file.stem: [line for line in file.read_text(encoding="utf-8").splitlines() if line]
            for file in sorted((locales / language / "questions").glob("*.txt"))
        }
        for language in Language
    }
