"""The spelling check: a slip is named with its place, and no word stands in the list for nothing.

A small program stands for hunspell and Voikko here; the step `spelling` asks the real ones.
"""

import re
import sys
from collections.abc import Sequence

import pytest

from bot.content.library import library
from bot.content.process import process
from bot.core.languages import Language
from deploy.spelling import DICTIONARIES, ROOT, Dictionary, mistakes, texts, words_in

KNOWS = (
    "import sys; print(*(w for w in sys.stdin.read().split() if w.lower() not in {}), sep='\\n')"
)
RUSSIAN, FINNISH = DICTIONARIES


def knowing(*known: str) -> Dictionary:
    """Return a dictionary of Latin letters that knows these words."""
    command = (sys.executable, "-c", KNOWS.format(set(known)))
    return Dictionary(Language.FINNISH, FINNISH.word, command, re.compile(r"(?m)^.+$"))


def told(text: str, known: Sequence[str], ours: Sequence[str] = ()) -> list[str]:
    return list(mistakes([("here", text)], knowing(*known), ours))


def test_a_slip_is_named_with_its_place() -> None:
    assert told("Soita poliisile.", ["soita", "poliisille"]) == ["here: poliisile"]
    assert told("Soita poliisille.", ["soita", "poliisille"]) == []


def test_our_own_words_are_known_with_their_endings() -> None:
    assert told("Migri, Migrille, MIGRIIN", [], ["migri~"]) == []
    assert told("Migri, Migrille", [], ["migri"]) == ["here: Migrille"]
    assert told("Migrihenkilöstö", [], ["migri~"])[0] == "here: Migrihenkilöstö"


def test_a_compound_is_as_good_as_its_parts() -> None:
    assert told("Telegram-numero", ["numero"], ["telegram"]) == []
    assert told("Telegram-numro", ["numero"], ["telegram"]) == ["here: Telegram-numro"]


def test_a_word_that_no_text_needs_goes() -> None:
    assert told("talo", ["talo"], ["migri~", "talo"]) == [
        "locales/fi/words.txt: migri~: no text needs it",
        "locales/fi/words.txt: talo: no text needs it",
    ]


def test_the_list_is_in_order_and_names_nothing_twice() -> None:
    assert told("b a c", [], ["b", "a", "c", "c"]) == [
        "locales/fi/words.txt: a must stand before b, and once",
        "locales/fi/words.txt: c must stand before c, and once",
    ]


@pytest.mark.parametrize(
    "text",
    ["https://migri.fi/abc", "abc@migri.fi", "migri.fi", "<b>", "{name}", " /start", "18-vuotias"],
)
def test_what_is_no_word_is_not_looked_up(text: str) -> None:
    assert words_in([("here", text)], FINNISH.word) == {}


def test_a_stress_and_an_ending_behind_a_colon_are_no_part_of_a_word() -> None:
    assert set(words_in([("", "бо\u0301льшую и EU:n")], RUSSIAN.word)) == {"большую", "и"}
    assert set(words_in([("", "EU:n lain 24 §:ään")], FINNISH.word)) == {"EU", "lain"}


def test_everything_that_people_read_is_looked_at() -> None:
    places = [place for place, _ in texts(library(), process(), ROOT / "locales")]
    for part in ("articles/lawyer.md", "named_facts: ", "unwritten.toml: ", "/bot.po: line "):
        assert [place for place in places if part in place]
    said = " ".join(text for _, text in texts(library(), process(), ROOT / "locales"))
    assert "Что делать сейчас?" in said
