"""What typed words are about."""

from bot.content.library import library
from bot.content.search.finding import Found
from bot.core.sections import Section


def section_of(found: Found) -> Section | None:
    """Return where an answer would belong; None: it is like nothing here."""
    slug = found.planned or next((match.slug for match in found.offered), None)
    return library().section_of(slug) if slug else None
