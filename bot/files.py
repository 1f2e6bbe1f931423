"""Where the files that ship with the program are: in the package, or beside it in a checkout."""

from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).parent


def folder(name: Literal["locales", "migrations"]) -> Path:
    """Return the folder `name`: the packaged copy where there is one, else the checkout's."""
    packaged = _PACKAGE / "_data" / name
    return packaged if packaged.is_dir() else _PACKAGE.parent / name
