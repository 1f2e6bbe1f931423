"""What can be wrong with content."""

from typing import Any

from pydantic import ValidationError


class ContentError(Exception):
    """A file of content says something that cannot be shown. The sentence says what to mend."""


def sentence_of(error: Exception) -> str:
    """Return what an error says, pydantic's in a line."""
    if not isinstance(error, ValidationError):
        return str(error)
    mistakes: Any = error.errors(include_url=False, include_input=False)
    return "; ".join(
        f"{'.'.join(map(str, mistake['loc']))}: {mistake['msg']}" for mistake in mistakes
    )
