"""Figures about émigrés as a group: never so small that they could point at somebody."""

from typing import Final

FEWEST_SHOWN: Final = 5
"""A smaller figure is told as “fewer than” this one (SECURITY RT-6)."""


def figure(count: int) -> int | None:
    """Return a count that may be shown, or None if it is too small for that."""
    return count if count >= FEWEST_SHOWN else None
