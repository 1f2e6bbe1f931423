"""What to do with what somebody typed: an answer, a choice, help at once, or an honest no."""

import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

import orjson

from bot.content.library import Library, library
from bot.content.search.alarm import alarm
from bot.content.search.index import Index, Match
from bot.content.search.talk import is_talk
from bot.core.asking import names_police
from bot.core.languages import Language

MOST_SHOWN: Final = 3
READ: Final = 4096
"""How many letters of a text are looked at: whoever typed it waits meanwhile."""
SURE: Final = 0.13
"""How much a text must be like an answer to be shown it at once,"""
CLEARLY: Final = 1.4
"""and how many times more than like the next one."""
LIKELY: Final = 0.05
"""How much it must be like an answer for that to be offered at all."""

HELPS: Final = ("emergency", "health-mind", "who-helps", "detention")
"""Answers that help in danger, whatever it is."""
HELPS_TAKEN: Final = ("emergency", "detention", "health-mind", "removal-practice")
"""The same where somebody is being taken or sent away, or the police are named."""
SENT_AWAY: Final = frozenset({"detention", "removal-practice", "appeal-stay"})
MAY_HELP: Final = frozenset({*HELPS, *SENT_AWAY, "trafficking"})
"""What a text of danger may be most like."""
MOST_HELPS: Final = 4
WORTH_A_LOOK: Final = 0.6
"""What share of that is enough beside a likely one."""
AWAY: Final = 1.1
"""How many times more a text must be like what is none of ours to get no answer for it."""
ELSEWHERE: Final[Mapping[str, Mapping[Language, str]]] = tomllib.loads(
    (Path(__file__).parent / "elsewhere.toml").read_text(encoding="utf-8")
)
"""What people ask that no answer is about, by kind."""


class Outcome(StrEnum):
    """What follows. Scripts rely on these words."""

    ANSWER = "answer"
    CHOICE = "choice"
    UNKNOWN = "unknown"
    EMERGENCY = "emergency"
    TALK = "talk"


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a text."""

    outcome: Outcome
    matches: Sequence[Match] = ()
    """Answers that can be read, the likest first; a few at most, and no more than a guess where
    the outcome is unknown."""
    planned: str | None = None
    """The slug of what it is most like, where that is not written yet."""
    helps: Sequence[str] = ()
    """In an emergency: the slugs of what helps, what the text is most like first."""

    @property
    def offered(self) -> Sequence[Match]:
        """Return the answers that are worth a look: the likest, and those not far behind."""
        return [match for match in self.matches if match.score >= WORTH_A_LOOK * LIKELY]


class Finder:
    """Finds answers in one language."""

    def __init__(self, articles: Library, language: Language) -> None:
        self._language = language
        self._written = articles.slugs(language)
        self._index = Index(_phrases(articles, language), language)

    def find(self, text: str) -> Found:
        """Return what follows from a text; of a very long one, from its beginning."""
        text = text[:READ]
        meant, ranked = self._index.rank(text)
        matches = [match for match in ranked if match.slug in self._written][:MOST_SHOWN]
        if alarm(text, self._language):
            return Found(Outcome.EMERGENCY, matches, helps=_helps(text, ranked))
        if is_talk(meant):
            return Found(Outcome.TALK)
        ours = [match for match in ranked if match.slug not in ELSEWHERE]
        if _is_elsewhere(ranked, ours):
            return Found(Outcome.UNKNOWN, matches)
        planned = _planned(ours, self._written)
        if not matches or matches[0].score < LIKELY:
            return Found(Outcome.UNKNOWN, matches, planned)
        if planned is None and _is_sure(ranked):
            return Found(Outcome.ANSWER, matches)
        return Found(Outcome.CHOICE, matches, planned)


@cache
def finder(language: Language) -> Finder:
    """Return the finder of this installation's answers, made at the first call (0.5 s)."""
    return Finder(library(), language)


def _helps(text: str, ranked: Sequence[Match]) -> Sequence[str]:
    """Return what helps in danger, what a text is most like first, then as it always stands."""
    likely = [match.slug for match in ranked if match.slug in MAY_HELP and match.score >= LIKELY]
    is_taken = not SENT_AWAY.isdisjoint(likely[:1]) or names_police(text)
    helps = HELPS_TAKEN if is_taken else HELPS
    return list(dict.fromkeys([*likely[:1], *helps]))[:MOST_HELPS]


def _is_elsewhere(ranked: Sequence[Match], ours: Sequence[Match]) -> bool:
    best = ours[0].score if ours else 0
    return bool(ranked) and ranked[0].slug in ELSEWHERE and ranked[0].score >= AWAY * best


def _planned(ranked: Sequence[Match], written: Collection[str]) -> str | None:
    """Return what a text is most like, if that is not written yet and the text is like it."""
    best = ranked[0] if ranked else None
    if best is None or best.slug in written or best.score < LIKELY:
        return None
    return best.slug


def _is_sure(ranked: Sequence[Match]) -> bool:
    first, *others = ranked
    return first.score >= SURE and all(first.score >= CLEARLY * next_.score for next_ in others[:1])


def _phrases(articles: Library, language: Language) -> Mapping[str, Sequence[str]]:
    slugs = {*articles.slugs(language), *articles.unwritten}
    ours = {slug: list(_of(slug, articles, language)) for slug in sorted(slugs)}
    return ours | {kind: asked[language].splitlines() for kind, asked in ELSEWHERE.items()}


def _of(slug: str, articles: Library, language: Language) -> Iterator[str]:
    """Yield everything that stands for an answer."""
    yield from articles.asked[language].get(slug, ())
    if article := articles.article(slug, language):
        yield article.title
        yield from article.head.keywords
        yield from (part.title for part in article.parts)
    else:
        yield articles.unwritten[slug][language]


def as_json(question: str, found: Found) -> str:
    """Return what was found as a JSON object, in a shape that scripts rely on."""
    results = [{"slug": match.slug, "score": round(match.score, 4)} for match in found.matches]
    whole = {"question": question, "outcome": found.outcome, "results": results}
    return orjson.dumps(whole).decode()
