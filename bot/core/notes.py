"""A note: what the team tells itself about a request. Whoever asked never reads it."""

from enum import StrEnum
from typing import Final

LONGEST_NOTE: Final = 3000
"""Characters: with its heading it stays one message."""


class By(StrEnum):
    """Who wrote a note."""

    VOLUNTEER = "volunteer"
    """Whoever has the request, be they a coordinator as well."""
    COORDINATOR = "coordinator"
