"""A shelf with two good articles."""

from pathlib import Path

import pytest

from tests.content.shelf import Shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "locales")
