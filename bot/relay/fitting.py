"""Which of our own answers may fit what was asked: for whoever answers it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from bot.content.library import library
from bot.content.search.finding import Outcome, finder
from bot.core.languages import Language
from bot.core.outgoing import Side
from bot.store.requests import Request
from bot.store.store import Store

MOST: Final = 3
SURE: Final = frozenset({Outcome.ANSWER, Outcome.EMERGENCY})


@dataclass(frozen=True, slots=True)
class Fitting:
    """What of our own answers is like some words."""

    slugs: Sequence[str] = ()
    """The likest first; none, if nothing is like them."""
    sure: bool = False
    """Whether the first surely fits; else it is a guess."""


async def fitting(store: Store, request: Request) -> Fitting:
    """Return what may fit a request."""
    said = await store.requests.said_in(request.id)
    words = "\n".join(each.text for each in said if each.author is Side.EMIGRE)
    return like(words, [request.language])


def like(words: str, languages: Iterable[Language]) -> Fitting:
    """Return what is like words in one of these languages; what is liker in one stands first."""
    found = [finder(language).find(words) for language in dict.fromkeys(languages)]
    found = [each for each in found if each.outcome is not Outcome.UNKNOWN]
    found.sort(key=lambda each: each.outcome not in SURE)
    slugs = [[*each.helps, *(match.slug for match in each.offered)] for each in found]
    named = dict.fromkeys(chain.from_iterable(slugs))
    known = [each for each in named if all(library().article(each, to) for to in Language)]
    return Fitting(known[:MOST], sure=bool(found) and found[0].outcome in SURE)
