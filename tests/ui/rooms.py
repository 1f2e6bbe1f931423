"""A room of the gallery: a module that draws, and where its screens are seen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from inspect import getmembers, iscoroutinefunction, isfunction
from types import ModuleType
from typing import Any

from bot.core.outgoing import Letter
from bot.ui.screen import Receipt, Screen
from bot.ui.words import Translator

Drawn = Screen | Receipt | Letter
Draw = Callable[[Translator], Drawn | Sequence[Drawn]]

# Where a screen is seen: each of the three set-ups has other routes behind it.
OUTSIDE, INSIDE, FLAT = "the émigrés' bot", "the team's bot", "one bot"


@dataclass(frozen=True)
class Room:
    """A module that draws, and samples of each of its functions."""

    module: ModuleType
    seen_at: frozenset[str]
    samples: Mapping[Callable[..., Any], Sequence[Draw]]
    is_home: bool = False
    """What it draws is home, or comes before anybody has one: no way home is needed."""

    @property
    def name(self) -> str:
        """Return the module's name within `bot`."""
        return self.module.__name__.removeprefix("bot.")

    def functions(self) -> set[str]:
        """Return the names of all that draw here."""
        drawing = {Screen, Receipt, Letter, list[Letter]}
        return {
            name
            for name, function in getmembers(self.module, isfunction)
            if function.__module__ == self.module.__name__
            and not iscoroutinefunction(function)
            and function.__annotations__.get("return") in drawing
        }
