"""One call of a bot: its arguments, and the things in the world that they name."""

from datetime import timedelta
from typing import Any

from bot.sandbox.arguments import Arguments
from bot.sandbox.html import parse_html
from bot.sandbox.model import JSON, Bot, Chat
from bot.sandbox.refusals import (
    DATE_ENTITY,
    ENTITIES_JSON,
    MESSAGE_ID_MISSING,
    MESSAGE_NOT_FOUND,
    PARSE_MODE,
    TEXT_TOO_LONG,
    refuse,
)
from bot.sandbox.telegram import Telegram
from bot.sandbox.text import Entity, Formatted, is_blank, tidy

# Kinds of entities that a sender may set; the others are found by Telegram itself
_SETTABLE = frozenset(
    {
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "blockquote",
        "expandable_blockquote",
        "custom_emoji",
        "date_time",
    }
)
_LARGEST_TEXT = 1 << 15
_DATE_HORIZON = timedelta(days=1098)


class Query(Arguments):
    """The arguments of a call by `bot` in the world of `telegram`."""

    def __init__(self, telegram: Telegram, bot: Bot, values: JSON) -> None:
        super().__init__(values)
        self.telegram = telegram
        self.bot = bot

    def chat(self, name: str = "chat_id") -> Chat:
        """Return the chat that the argument names."""
        return self.telegram.find_chat(self.bot, self.text(name).strip())

    def message(self, what: str, chat_name: str = "chat_id") -> tuple[Chat, JSON]:
        """Return chat and message; `what` is what the call wants to do with it."""
        number = self.integer("message_id")
        if number <= 0 and not self.has(chat_name):
            refuse(MESSAGE_ID_MISSING)
        chat = self.chat(chat_name)
        if number <= 0:
            refuse(MESSAGE_ID_MISSING)
        if number not in chat.history:
            refuse(MESSAGE_NOT_FOUND, what=what)
        return chat, chat.history[number]

    def formatted(self, name: str, entities_name: str = "entities") -> Formatted:
        """Return a text with the entities of its markup, or those given beside it [S]."""
        text = self.text(name)
        if len(text.encode("utf-8", "surrogatepass")) > _LARGEST_TEXT:
            refuse(TEXT_TOO_LONG)
        mode = self.text("parse_mode").lower()
        if text and mode not in {"", "none"}:
            if mode != "html":
                refuse(PARSE_MODE)
            parsed = parse_html(text)
        else:
            parsed = Formatted(text, self._entities(entities_name))
        return Formatted(parsed.text, self._resolved(parsed.entities))

    def kept(self, formatted: Formatted) -> Formatted:
        """Return the text as Telegram stores it; nothing at all when there is nothing to see."""
        stored = tidy(formatted)
        return Formatted("", []) if is_blank(stored.text) else stored

    def check_dates(self, entities: list[Entity]) -> None:
        """Refuse a date more than about three years ahead [I #852]."""
        horizon = (self.telegram.clock.now() + _DATE_HORIZON).timestamp()
        if any(entity.get("unix_time", 0) > horizon for entity in entities):
            refuse(DATE_ENTITY)

    def list_of(self, name: str) -> list[Any] | None:
        """Return a JSON array, None when it is missing; ValueError when it is anything else."""
        found = self.json(name)
        if found is not None and not isinstance(found, list):
            raise ValueError(f"{name} is not an array")
        return found

    def _entities(self, name: str) -> list[Entity]:
        try:
            given = self.list_of(name) or []
            return [_entity(raw) for raw in given if raw["type"] in _SETTABLE]
        except (ValueError, TypeError, KeyError):
            refuse(ENTITIES_JSON)

    def _resolved(self, entities: list[Entity]) -> list[Entity]:
        """Fill in the users of mentions; a mention of a stranger is dropped [K]."""
        resolved = []
        for entity in entities:
            if entity["type"] != "text_mention":
                resolved.append(entity)
            elif user := self.telegram.users.get(entity["user"]["id"]):
                resolved.append({**entity, "user": user.account})
        return resolved


def _entity(raw: JSON) -> Entity:
    """Return an entity with the fields of its kind; KeyError when one that it needs is missing."""
    entity = {"type": raw["type"], "offset": int(raw["offset"]), "length": int(raw["length"])}
    match raw["type"]:
        case "text_mention":
            entity["user"] = {"id": int(raw["user"]["id"])}
        case "text_link":
            entity["url"] = str(raw["url"])
        case "custom_emoji":
            entity["custom_emoji_id"] = str(raw["custom_emoji_id"])
        case "date_time":
            entity["unix_time"] = int(raw["unix_time"])
            entity["date_time_format"] = str(raw.get("date_time_format", ""))
        case "pre" if "language" in raw:
            entity["language"] = str(raw["language"])
    return entity
