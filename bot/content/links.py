"""What must hold of the address of a source, so that a tap leads there and tells nobody more.

That it begins with https:// `bot.content.facts.Source` demands.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final
from urllib.parse import SplitResult, parse_qsl, urlsplit

from bot.content.writings import Writings

_TRACKING: Final = re.compile(
    r"utm_\w+|(?:fb|g|y|ms|tw)clid|mc_[ce]id|igsh|_openstat|ref|referrer|origin|from"
)
"""Parameters that tell a site whence its reader came; without them the page is the same."""
_UNSHOWN: Final = re.compile(r"[\s<>\"'\\^`{|}]|[^\x00-\x7f]")
"""What an address spells with % where it needs it."""


def mistakes_of_links(writings: Writings) -> Iterator[str]:
    """Yield a sentence for each address of a source that must be mended."""
    for writing in writings.all():
        urls = [source.url for source in writing.sources]
        for number, url in enumerate(urls, start=1):
            for mistake in _wrong_with(url):
                yield f"{writing.where}: source {number}: {url}: {mistake}"
        for url, times in Counter(map(_same, urls)).items():
            if times > 1:
                yield f"{writing.where}: {url} is a source {times} times: one is enough"


def _wrong_with(url: str) -> Iterator[str]:
    if _UNSHOWN.search(url):
        yield "has a space or another sign that an address cannot hold"
    parts = urlsplit(url)
    if "@" in parts.netloc:
        yield "names a user before its host"
    if not _is_public(parts):
        yield "has no host that all can reach"
    for name in (name for name, _ in parse_qsl(parts.query, keep_blank_values=True)):
        if _TRACKING.fullmatch(name):
            yield f"tells the site whence its reader comes: leave out {name}"


def _is_public(parts: SplitResult) -> bool:
    labels = parts.netloc.rpartition("@")[2].split(".")
    return len(labels) > 1 and all(labels) and labels[-1].isalpha()


def _same(url: str) -> str:
    """Return an address without what makes no other page of it."""
    return url.partition("#")[0].rstrip("/")
