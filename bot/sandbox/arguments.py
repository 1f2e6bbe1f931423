"""Reading the arguments of a Bot API call, which come as text, JSON values or both."""

import re
from typing import Any

import orjson

_INTEGER = re.compile(r"\s*(-?\d+)")
_TRUE = {"true", "yes", "1"}


class Arguments:
    """The named values of one call, read as leniently as Telegram's server reads them [S]."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.values = values

    def has(self, name: str) -> bool:
        """Tell whether a value was given that is not empty."""
        return self.text(name) != ""

    def text(self, name: str) -> str:
        """Return the value as text; what is missing or null is empty."""
        match self.values.get(name):
            case None:
                return ""
            case str(text):
                return text
            case bool(truth):
                return "true" if truth else "false"
            case list() | dict() as nested:
                return orjson.dumps(nested).decode()
            case other:
                return str(other)

    def integer(
        self, name: str, default: int = 0, *, least: int | None = None, most: int | None = None
    ) -> int:
        """Return the leading digits as a number, pressed into the range, never refused."""
        value = self.values.get(name)
        if type(value) is not int:
            found = _INTEGER.match(self.text(name))
            value = int(found[1]) if found else default
        if least is not None:
            value = max(value, least)
        return value if most is None else min(value, most)

    def flag(self, name: str) -> bool:
        """Return whether the value is true, yes or 1."""
        return self.text(name).lower() in _TRUE

    def json(self, name: str) -> Any:  # noqa: ANN401 - JSON is anything
        """Return the value as JSON, None when missing; ValueError when it cannot be read."""
        value = self.values.get(name)
        if isinstance(value, str):
            return orjson.loads(value) if value.strip() else None
        return value
