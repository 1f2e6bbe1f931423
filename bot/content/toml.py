"""Reading a file of TOML that people edit."""

import tomllib
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from bot.content.errors import ContentError, sentence_of

Shape = TypeVar("Shape")


def read_toml(file: Path, shape: TypeAdapter[Shape]) -> Shape:
    """Return what a file says. Raises ContentError, which names the file and what to mend."""
    try:
        return shape.validate_python(tomllib.loads(file.read_text(encoding="utf-8")))
    except (ValidationError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError(f"{file.parent.name}/{file.name}: {sentence_of(error)}") from None
