"""The little Markdown that articles may use, as Telegram's HTML.

Paragraphs, flat lists, **bold**, *italics*, and links: to an article by its slug, to a source by
its number (`[1]`), and `[?]` for what is not confirmed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from bot.content.errors import ContentError

UNCONFIRMED: Final = "⚠️"
"""What `[?]` becomes; a screen that shows it says what it means."""
_MARK: Final = "?"
_TAG: Final = re.compile("<[^>]*>")
_CITED: Final = re.compile(r' ?<a href="[^"]*">\[\d+\]</a>')
_INLINE: Final = {
    "strong_open": Markup("<b>"),
    "strong_close": Markup("</b>"),
    "em_open": Markup("<i>"),
    "em_close": Markup("</i>"),
    "softbreak": Markup(" "),
    "hardbreak": Markup("\n"),
}


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text for Telegram, and what it points to."""

    html: Markup
    cited: frozenset[int]
    """Numbers of sources."""
    links: tuple[str, ...]
    """Slugs of articles, in the order of their appearance."""


@dataclass(frozen=True, slots=True)
class Divided:
    """The text of an article, cut at its headings."""

    lead: Sequence[Token]
    parts: Sequence[tuple[str, Sequence[Token]]]
    """A title in plain words, and what stands beneath it."""


def divide(text: str, sources: Sequence[str]) -> Divided:
    """Parse an article's text and cut it at its `##` headings. `sources`: their addresses.

    Raises ContentError for a heading of another level.
    """
    numbered = {str(number): url for number, url in enumerate(sources, start=1)}
    known = {name: {"href": name, "title": ""} for name in [*numbered, _MARK]}
    tokens = _parser().parse(text, {"references": known})
    pieces: list[list[Token]] = [[]]
    titles: list[str] = []
    while tokens:
        token = tokens.pop(0)
        if token.type != "heading_open":
            pieces[-1].append(token)
            continue
        if token.tag != "h2":
            raise ContentError(f"a heading of level {token.tag[1:]}: only ## is shown")
        titles.append(tokens.pop(0).content)
        tokens.pop(0)
        pieces.append([])
    return Divided(pieces[0], list(zip(titles, pieces[1:], strict=True)))


def render(tokens: Sequence[Token], sources: Sequence[str]) -> Rendered:
    """Return tokens as Telegram's HTML. Raises ContentError for what Telegram cannot show."""
    cited: set[int] = set()
    links: list[str] = []
    urls = {str(number): url for number, url in enumerate(sources, start=1)}

    def inline(children: Sequence[Token]) -> Iterator[Markup]:
        targets: list[str] = []
        for child in children:
            if child.type == "link_open":
                targets.append(str(child.attrs["href"]))
                yield _opened(targets[-1], urls, cited, links)
            elif child.type == "link_close":
                yield Markup("]</a>") if targets.pop() in urls else Markup()
            elif child.type == "text":
                yield _word(child.content, targets[-1] if targets else None, urls)
            elif child.type in _INLINE:
                yield _INLINE[child.type]
            else:
                raise ContentError(f"{child.type} cannot be shown in Telegram")

    lines = [escape(prefix) + Markup().join(inline(content)) for prefix, content in _blocks(tokens)]
    return Rendered(Markup().join(lines).strip(), frozenset(cited), tuple(dict.fromkeys(links)))


def plain(html: Markup) -> str:
    """Return a text without its tags, line by line as it is shown."""
    return Markup(_TAG.sub("", html)).unescape()  # noqa: S704  (what is left has no tags)


def without_sources(html: Markup) -> Markup:
    """Return a text without the numbers of its sources, for where no list of them is near."""
    return Markup(_CITED.sub("", html))  # noqa: S704  (ours, with less in it)


def _word(text: str, target: str | None, urls: Mapping[str, str]) -> Markup:
    """Return words as they are shown within a link to `target`, or outside of any."""
    if target in urls and text != target:
        raise ContentError(f"[{text}][{target}]: put a space between two numbers of sources")
    return escape(UNCONFIRMED if target == _MARK else text)


def _opened(target: str, urls: Mapping[str, str], cited: set[int], links: list[str]) -> Markup:
    """Note where a link leads, and return what stands before its words."""
    if target in urls:
        cited.add(int(target))
        return Markup('<a href="{}">[').format(urls[target])
    if target == _MARK:
        return Markup()
    if not target.replace("-", "").isalnum():
        raise ContentError(f"a link to {target}: name an article, or cite a source by its number")
    links.append(target)
    return Markup()


def _blocks(tokens: Sequence[Token]) -> Iterator[tuple[str, Sequence[Token]]]:
    """Yield what each paragraph and item begins with, and its content."""
    lists: list[int | None] = []
    between = ""
    for token in tokens:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                if lists:
                    raise ContentError("a list in a list: a phone is too narrow")
                lists.append(None if token.type == "bullet_list_open" else 1)
                between = "\n\n"
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "inline" if lists:
                number = lists[-1]
                yield f"{between}• " if number is None else f"{between}{number}. ", _of(token)
                lists[-1] = None if number is None else number + 1
                between = "\n"
            case "inline":
                yield "\n\n", _of(token)
            case "paragraph_open" | "paragraph_close" | "list_item_open" | "list_item_close":
                pass
            case _:
                raise ContentError(f"{token.type} cannot be shown in Telegram")


def _of(token: Token) -> Sequence[Token]:
    return token.children or []


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark")
