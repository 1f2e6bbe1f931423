"""A helper who asks who somebody is, or where they live, is asked first whether they meant it.

asks_who.tsv beside this file has a sentence a line: its language, whether it asks so, its words.
"""

from collections import Counter
from pathlib import Path

import pytest

from bot.core.telltale import asks_who

ROWS = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("asks_who.tsv").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("asks", "text"), [row[1:] for row in ROWS], ids=[row[2] for row in ROWS])
def test_a_sentence_of_the_table(asks: str, text: str) -> None:
    assert asks_who(text) is (asks == "yes")
    assert asks_who(f"Hei!\n{text} 112.") is (asks == "yes")


def test_the_table_knows_both_sides_in_both_languages() -> None:
    counted = Counter(row[:2] for row in ROWS)
    assert len(counted) == 4
    assert min(counted.values()) >= 15
