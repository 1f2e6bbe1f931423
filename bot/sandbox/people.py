"""The example people whose phones the page shows. Nobody real."""

from dataclasses import dataclass
from typing import Final

from bot.core.people import Role


@dataclass(frozen=True, slots=True)
class Example:
    """Somebody to play with."""

    name: str
    language_code: str
    role: Role


EXAMPLES: Final = (
    Example("Vera", "ru", Role.EMIGRE),
    Example("Ilmari", "fi", Role.EMIGRE),
    Example("Olli", "fi", Role.VOLUNTEER),
    Example("Nina", "ru", Role.VOLUNTEER),
    Example("Kaisa", "fi", Role.COORDINATOR),
    Example("Marina", "ru", Role.COORDINATOR),
)
