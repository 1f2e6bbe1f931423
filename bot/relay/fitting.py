"""Which of our own answers may fit what was asked: for whoever answers it."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final

from bot.content.library import library
from bot.content.search.finding import finder
from bot.core.languages import Language
from bot.core.outgoing import Side
from bot.store.requests import Request
from bot.store.store import Store

MOST: Final = 3


async def fitting(store: Store, request: Request) -> Sequence[str]:
    """Return the slugs of answers that may fit, the likest first; none, if nothing is like it."""
    said = await store.requests.said_in(request.id)
    words = "\n".join(each.text for each in said if each.author is Side.EMIGRE)
    return like(words, [request.language])


def like(words: str, languages: Iterable[Language]) -> Sequence[str]:
    """Return the slugs of answers that are like words in one of these languages, likest first."""
    found = [finder(language).find(words) for language in dict.fromkeys(languages)]
    slugs = [[*each.helps, *(match.slug for match in each.offered)] for each in found]
    named = dict.fromkeys(chain.from_iterable(slugs))
    return [each for each in named if all(library().article(each, to) for to in Language)][:MOST]
