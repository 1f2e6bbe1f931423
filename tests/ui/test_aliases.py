"""What people are called: a word of its own in each language."""

import re

import pytest

from bot.core.languages import Language
from bot.core.people import EMIGRE_ALIASES, HELPER_ALIASES, MEMBER_ALIASES
from bot.ui.aliases import alias_name
from bot.ui.words import translator

ALIASES = [*EMIGRE_ALIASES, *HELPER_ALIASES, *MEMBER_ALIASES]


def names(language: Language) -> list[str]:
    return [str(alias_name(alias, translator(language))) for alias in ALIASES]


@pytest.mark.parametrize("language", list(Language))
def test_no_name_stands_for_two(language: Language) -> None:
    assert len(set(names(language))) == len(ALIASES)


@pytest.mark.parametrize(
    ("language", "letters"), [(Language.RUSSIAN, "а-яё"), (Language.FINNISH, "a-zåäö")]
)
def test_each_name_is_one_word_of_its_language(language: Language, letters: str) -> None:
    pattern = re.compile(f"[{letters.upper()}][{letters}]+")
    assert [name for name in names(language) if not pattern.fullmatch(name)] == []
