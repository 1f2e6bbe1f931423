"""Long texts in parts: nothing that can be seen is lost, and a part ends where a reader pauses."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.ui.split import split

limits = st.integers(min_value=1, max_value=60)
words = st.text(alphabet="абв🏠é<&.,\u200d", min_size=1, max_size=20)
spaces = st.sampled_from([" ", "  ", "\n", "\n\n", ". ", "\t", "\N{NO-BREAK SPACE}"])
texts = (
    st.lists(st.tuples(words, spaces)).map(
        lambda pairs: "".join(word + space for word, space in pairs)
    )
    | st.text()
)


def seen(text: str) -> str:
    return "".join(text.split())


@given(texts, limits)
def test_nothing_but_space_is_lost(text: str, longest: int) -> None:
    assert seen("".join(split(text, longest))) == seen(text)


@given(texts, limits)
def test_no_part_is_too_long(text: str, longest: int) -> None:
    assert all(len(part) <= longest for part in split(text, longest))


@given(texts, limits)
@example("abcd ", 4)
@example(" \N{NO-BREAK SPACE} abcd", 4)
def test_no_part_is_blank_where_there_is_something_to_say(text: str, longest: int) -> None:
    parts = split(text, longest)
    assert all(map(seen, parts)) or not seen(text)
    assert parts, "a letter without words is still a letter"


@given(texts)
def test_what_fits_stays_whole(text: str) -> None:
    assert [seen(part) for part in split(text, len(text) + 1)] == [seen(text)]


@given(st.text(alphabet="абв🏠", min_size=1), limits)
def test_text_without_a_pause_is_cut_at_the_limit(text: str, longest: int) -> None:
    parts = split(text, longest)
    assert all(len(part) == longest for part in parts[:-1])
    assert "".join(parts) == text


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Abcdefgh ij\n\nKl\nmn op qr", ["Abcdefgh ij", "Kl\nmn op qr"]),
        ("Abcdefgh ij\nKl. Mn op qr", ["Abcdefgh ij", "Kl. Mn op qr"]),
        ("Ab cd efg. Gh ij kl mn op qr", ["Ab cd efg.", "Gh ij kl mn op qr"]),
        ("Ab cd ef gh ij kl mn op qr", ["Ab cd ef gh ij kl", "mn op qr"]),
    ],
)
def test_a_paragraph_a_line_a_sentence_a_word_in_this_order(text: str, parts: list[str]) -> None:
    assert split(text, 18) == parts


def test_a_pause_too_early_would_waste_the_part() -> None:
    assert split("A\n\nbcdefgh ijklmnop", 12) == ["A\n\nbcdefgh", "ijklmnop"]
