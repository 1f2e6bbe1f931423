"""Codes that people say to each other: random, so that they tell neither order nor number."""

import secrets
from typing import Final

SIGNS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U, so that a code survives the telephone."""


def draw(length: int, signs: str = SIGNS) -> str:
    """Draw a code of so many signs."""
    return "".join(secrets.choice(signs) for _ in range(length))
