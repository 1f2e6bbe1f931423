"""An article as plain text, to be copied or saved. Nothing in it tells where it is from."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from markupsafe import Markup

from bot.content.articles import Article

_TAG: Final = re.compile(r"<[^>]+>")
_SOURCE: Final = re.compile(r" ?\[\d+\]")
_ENDS: Final = "\n"


def short_as_text(article: Article, footer: Markup) -> str:
    """Return the short answer alone. `footer`: says how far it can be relied on.

    Without the numbers of its sources, which are not listed here.
    """
    lead = _SOURCE.sub("", _plain(article.lead))
    return "\n\n".join([article.title, lead, _plain(footer)])


def as_text(article: Article, footer: Markup) -> str:
    """Return the short answer with its sources. `footer`: says how far it can be relied on."""
    return "\n\n".join([article.title, _plain(article.lead), *_sources(article, footer)])


def whole_as_text(article: Article, footer: Markup) -> str:
    """Return all of an answer with its sources, as the content of a file."""
    parts = (f"{part.title.upper()}\n\n{_plain(part.text)}" for part in article.parts)
    lines = [article.title.upper(), _plain(article.lead), *parts, *_sources(article, footer)]
    return "\n\n".join(lines) + _ENDS


def _sources(article: Article, footer: Markup) -> Iterator[str]:
    yield "\n".join(
        f"[{number}] {source.title}: {source.url}"
        for number, source in enumerate(article.head.sources, start=1)
    )
    yield _plain(footer)


def _plain(text: Markup) -> str:
    """Return what is shown of Telegram's HTML, with its lines."""
    return unescape(_TAG.sub("", text))
