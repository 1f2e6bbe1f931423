"""Where the files are that are not code."""

from pathlib import Path

_HERE = Path(__file__).parent


def folder(name: str) -> Path:
    """Return the folder `name` (locales, migrations): inside the wheel, else of the checkout."""
    packaged = _HERE / "_data" / name
    return packaged if packaged.exists() else _HERE.parent / name


def picture(name: str) -> Path:
    """Return one of our own pictures, drawn when content was built: `<language>/<what>`."""
    return folder("locales") / f"{name}.png"
