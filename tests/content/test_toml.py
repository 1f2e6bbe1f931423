"""A file of content that cannot be read is named, with what to mend, and nothing of it leaks on."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from bot.content.errors import ContentError
from bot.content.facts import read_facts
from bot.content.figures import read_figures
from bot.content.guides import read_guide
from bot.content.library import read_order, read_titles
from bot.content.toml import read_toml


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b'"\xff"', "utf-8"),
        (b"a = ", "Invalid value"),
        (b"a = 'many'", "a: Input should be a valid integer"),
    ],
)
def test_what_is_wrong_is_said_in_a_line(tmp_path: Path, content: bytes, sentence: str) -> None:
    file = tmp_path / "some.toml"
    file.write_bytes(content)
    with pytest.raises(ContentError, match=rf"{tmp_path.name}/some\.toml: ") as caught:
        read_toml(file, TypeAdapter(dict[str, int]))
    assert sentence in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "read",
    [
        *(read_order, read_titles, read_figures, read_guide),
        lambda file: read_facts(file.parent),
    ],
)
def test_whoever_reads_one_says_so(tmp_path: Path, read: Callable[[Path], object]) -> None:
    file = tmp_path / "some.toml"
    file.write_bytes(b'"\xff" = 1')
    with pytest.raises(ContentError, match=r"some\.toml: "):
        read(file)
