"""Where the program finds its own files."""

from pathlib import Path

import pytest

from bot import files

ROOT = Path(__file__).parents[2]


def test_a_checkout_reads_its_own_folders() -> None:
    assert files.folder("migrations") == ROOT / "migrations"
    assert files.folder("locales") == ROOT / "locales"


def test_a_packaged_copy_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_HERE", tmp_path / "bot")
    (tmp_path / "bot/_data/locales").mkdir(parents=True)
    assert files.folder("locales") == tmp_path / "bot/_data/locales"
    assert files.folder("migrations") == tmp_path / "migrations"
