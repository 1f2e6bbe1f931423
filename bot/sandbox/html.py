"""Telegram's HTML: tags become entities, and what is wrong is refused by the byte [S]."""

import re
from typing import NamedTuple, NoReturn

from bot.sandbox.refusals import CANNOT_PARSE_ENTITIES, refuse
from bot.sandbox.text import Entity, Formatted, order, units

_SPACE = " \t\r\n\v\0"
_SPECIAL = re.compile("[<&]")
_SPACES = re.compile(f"[{_SPACE}]*")
_TAG_NAME = re.compile(f"[^{_SPACE}>]*")
_ATTRIBUTE_NAME = re.compile(f"[^{_SPACE}=>/\"']*")
_BARE_VALUE = re.compile("[A-Za-z0-9.-]*")
_REFERENCE = re.compile(
    "&(?:(?P<number>#(?:x([0-9a-fA-F]+)|([0-9]+)))|(lt|gt|amp|quot)(?![a-zA-Z]));?"
)
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_SURROGATE = re.compile("[\ud800-\udfff]")
_LAST_CHARACTER = 0x10FFFF
_LONGEST_REFERENCE = 10

_SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
}
_TAGS = {*_SIMPLE, "a", "tg-emoji", "tg-time", "blockquote"}
_DATE_FORMAT = re.compile("[rR]|[tTdDwW]*")
_LINK = re.compile(r"(?:https?|tg|ftp|tonsite)://\S+|(?:[\w-]+\.)+[^\W\d]{2,}(?:[/?#]\S*)?", re.I)
_USER_LINK = re.compile(r"tg://user\?id=(\d+)", re.I)


def parse_html(source: str) -> Formatted:
    """Return the text and entities of `source`; raise Telegram's refusal when it is malformed."""
    if _SPECIAL.search(source) is None:
        return Formatted(source, [])
    return _Reader(source).read()


class _Open(NamedTuple):
    """A tag that waits for its end."""

    name: str
    attributes: dict[str, str]
    offset: int
    """Where its entity begins, in UTF-16 units."""
    part: int
    """The first piece of text that is inside."""


class _Reader:
    """One pass over the source: `at` is the place in it, `size` the UTF-16 units written."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.parts: list[str] = []
        self.size = 0
        self.open: list[_Open] = []
        self.entities: list[Entity] = []

    def read(self) -> Formatted:
        """Read to the end."""
        while (found := _SPECIAL.search(self.source, self.at)) is not None:
            self._write(self.source[self.at : found.start()])
            self.at = found.start()
            self._special()
        self._write(self.source[self.at :])
        if self.open:
            self._refuse(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        text = "".join(self.parts)
        if _SURROGATE.search(text):
            self._refuse(
                "Text contains invalid Unicode characters after decoding HTML entities,"
                " check for unmatched surrogate code units"
            )
        return Formatted(text, _settled(self.entities))

    def _special(self) -> None:
        """Read what begins with an ampersand or a bracket."""
        if self.source[self.at] == "&":
            text, self.at = _reference(self.source, self.at)
            self._write(text)
        elif self.source.startswith("/", self.at + 1):
            self._end_tag()
        else:
            self._start_tag()

    def _start_tag(self) -> None:
        """Read `<name attribute="value">`."""
        begin = self.at
        self.at += 1
        name = self._take(_TAG_NAME).lower()
        if self._ended():
            self._refuse("Unclosed start tag", begin)
        if name not in _TAGS:
            self._refuse(f'Unsupported start tag "{name}"', begin)
        attributes: dict[str, str] = {}
        while self._next() != ">":
            key, value = self._attribute(name, begin)
            attributes[key] = value
        self.at += 1
        if name == "span" and attributes.get("class") != "tg-spoiler":
            self._refuse('Tag "span" must have class "tg-spoiler"', begin)
        self.open.append(_Open(name, attributes, self.size, len(self.parts)))

    def _attribute(self, tag: str, begin: int) -> tuple[str, str]:
        """Read one attribute of the tag that began at `begin`."""
        name = self._take(_ATTRIBUTE_NAME)
        if not name:
            self._refuse(f'Empty attribute name in the tag "{tag}"', begin)
        follows = self._next()
        if follows not in {"", "="}:
            return name, ""
        self.at += 1
        quote = self._next()
        if not quote:
            self._refuse(f'Unclosed start tag "{tag}"', begin)
        value = self._quoted(quote) if quote in {'"', "'"} else self._bare()
        if self._ended():
            self._refuse("Unclosed start tag", begin)
        return name, value

    def _quoted(self, quote: str) -> str:
        """Read a value up to the closing quote, references replaced."""
        self.at += 1
        end = self.source.find(quote, self.at)
        end = len(self.source) if end < 0 else end
        value = _decoded(self.source[self.at : end])
        self.at = end + 1
        return value

    def _bare(self) -> str:
        """Read a value without quotes."""
        begin = self.at
        value = self._take(_BARE_VALUE).lower()
        if not self._ended() and self.source[self.at] not in f"{_SPACE}>":
            self._refuse("Unexpected end of name token", begin)
        return value

    def _end_tag(self) -> None:
        """Read `</name>`, or `</>` which ends whatever is open."""
        begin = self.at
        if not self.open:
            self._refuse("Unexpected end tag", begin)
        self.at += 2
        name = self._take(_TAG_NAME).lower()
        if self._next() != ">":
            self._refuse("Unclosed end tag", begin)
        self.at += 1
        tag = self.open.pop()
        if name not in {"", tag.name}:
            self._refuse(
                f"Unmatched end tag at byte offset {self._bytes(begin)},"
                f' expected "</{tag.name}>", found "</{name}>"'
            )
        if self.size > tag.offset:
            self._close(tag)

    def _close(self, tag: _Open) -> None:
        """Add the entity of a tag that holds text."""
        meaning = self._meaning(tag)
        if meaning is not None:
            place = {"offset": tag.offset, "length": self.size - tag.offset}
            self.entities.append({**meaning, **place})

    def _meaning(self, tag: _Open) -> Entity | None:
        """Return the entity's fields without its place, or None when a link leads nowhere."""
        given = tag.attributes
        match tag.name:
            case "a":
                return _link(given.get("href") or "".join(self.parts[tag.part :]))
            case "tg-emoji":
                return self._emoji(given.get("emoji-id", ""))
            case "tg-time":
                return self._date(given.get("unix", ""), given.get("format", ""))
            case "blockquote":
                kind = "expandable_blockquote" if "expandable" in given else "blockquote"
                return {"type": kind}
            case "code" if given.get("class", "").startswith("language-"):
                return {"type": "code", "language": given["class"].removeprefix("language-")}
        return {"type": _SIMPLE[tag.name]}

    def _emoji(self, identifier: str) -> Entity:
        """Return a custom emoji."""
        if not identifier.isdecimal() or int(identifier) == 0:
            self._refuse("Invalid custom emoji identifier specified")
        return {"type": "custom_emoji", "custom_emoji_id": identifier}

    def _date(self, unix: str, form: str) -> Entity | None:
        """Return a date, or None when there is no moment to show."""
        if not _DATE_FORMAT.fullmatch(form):
            self._refuse("Invalid date format used")
        moment = re.match(r"\d+", unix)
        if moment is None or int(moment[0]) == 0:
            return None
        return {"type": "date_time", "unix_time": int(moment[0]), "date_time_format": form}

    def _write(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self.size += units(text)

    def _take(self, pattern: re.Pattern[str]) -> str:
        """Read what the pattern, which may match nothing, matches here."""
        found = pattern.match(self.source, self.at)
        text = found[0] if found else ""
        self.at += len(text)
        return text

    def _next(self) -> str:
        """Skip spaces and return the character that follows, empty at the end."""
        self._take(_SPACES)
        return self.source[self.at : self.at + 1]

    def _ended(self) -> bool:
        return self.at >= len(self.source)

    def _bytes(self, at: int) -> int:
        """Return the place in the source in bytes of UTF-8."""
        return len(self.source[:at].encode("utf-8", "surrogatepass"))

    def _refuse(self, words: str, at: int | None = None) -> NoReturn:
        """Raise with `words`, naming the place where one is given."""
        place = "" if at is None else f" at byte offset {self._bytes(at)}"
        refuse(CANNOT_PARSE_ENTITIES, detail=words + place)


def _reference(source: str, at: int) -> tuple[str, int]:
    """Return the character that the ampersand at `at` stands for, and where to go on.

    Only four names and numbers are known; anything else is an ampersand and legal [S].
    """
    found = _REFERENCE.match(source, at)
    if found is None:
        return "&", at + 1
    _, hexadecimal, decimal, name = found.groups()
    if name:
        return _NAMED[name], found.end()
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if not 0 < code < _LAST_CHARACTER or found.end("number") - at >= _LONGEST_REFERENCE:
        return "&", at + 1
    return chr(code), found.end()


def _decoded(value: str) -> str:
    """Replace the references in an attribute's value."""
    parts, at = [], 0
    while (found := value.find("&", at)) >= 0:
        text, following = _reference(value, found)
        parts += [value[at:found], text]
        at = following
    return "".join([*parts, value[at:]])


def _link(url: str) -> Entity | None:
    """Return a link or a mention; what is no address is dropped silently [S]."""
    if user := _USER_LINK.fullmatch(url):
        return {"type": "text_mention", "user": {"id": int(user[1])}}
    if not _LINK.fullmatch(url):
        return None
    scheme, found, rest = url.partition("://")
    if not found:
        scheme, rest = "http", url
    return {"type": "text_link", "url": f"{scheme}://{rest}" + ("" if "/" in rest else "/")}


def _settled(entities: list[Entity]) -> list[Entity]:
    """Join `pre` with the `code` that names its language; elsewhere a language is dropped."""
    languages = {
        (entity["offset"], entity["length"]): entity["language"]
        for entity in entities
        if entity.get("language")
    }
    blocks = {(e["offset"], e["length"]) for e in entities if e["type"] == "pre"}
    settled = []
    for entity in entities:
        place = (entity["offset"], entity["length"])
        if entity["type"] == "code" and place in blocks and place in languages:
            continue
        plain = {key: value for key, value in entity.items() if key != "language"}
        if entity["type"] == "pre" and place in languages:
            plain["language"] = languages[place]
        settled.append(plain)
    return sorted(settled, key=order)
