"""Which of our own answers may fit what was asked: for whoever answers it."""

from collections.abc import Sequence
from typing import Final

from bot.content.library import library
from bot.content.search.finding import finder
from bot.core.outgoing import Side
from bot.store.requests import Request
from bot.store.store import Store

MOST: Final = 3


async def fitting(store: Store, request: Request) -> Sequence[str]:
    """Return the slugs of answers that may fit, the likest first; none, if nothing is like it."""
    said = await store.requests.said_in(request.id)
    words = "\n".join(each.text for each in said if each.author is Side.EMIGRE)
    found = finder(request.language).find(words)
    slugs = dict.fromkeys([*found.helps, *(match.slug for match in found.offered)])
    return [slug for slug in slugs if library().article(slug, request.language)][:MOST]
