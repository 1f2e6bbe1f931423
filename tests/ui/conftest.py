"""The language that nobody speaks, in place of all others."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.ui import words
from tests.ui.pseudo import write_catalogues


@pytest.fixture
def pseudo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let everybody read the pseudo-language, as if the catalogues held nothing else."""
    write_catalogues(tmp_path / "locales")
    monkeypatch.setattr(words, "folder", lambda name: tmp_path / name)
    words.translator.cache_clear()
    yield
    words.translator.cache_clear()
