"""Keyboards under messages: how Telegram reads them and what it refuses in them."""

import re
from dataclasses import dataclass
from typing import Any, Literal, NoReturn

import orjson

from bot.sandbox.arguments import Arguments
from bot.sandbox.model import JSON
from bot.sandbox.refusals import (
    BUTTON_DATA,
    BUTTON_URL,
    BUTTON_USER,
    INLINE_BUTTON,
    INLINE_BUTTON_TEXT,
    INLINE_EXPECTED,
    KEYBOARD_BUTTON,
    KEYBOARD_BUTTON_TEXT,
    MARKUP_JSON,
    MARKUP_OBJECT,
    MARKUP_ROWS,
    MARKUP_TOO_LONG,
    refuse,
)
from bot.sandbox.text import is_blank

# The first of these that a button has is what it does; more than one is no error [S].
_ACTIONS = (
    "url",
    "callback_data",
    "callback_game",
    "pay",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "login_url",
    "web_app",
    "copy_text",
    "disabled",
)
_WORDS = {"url", "callback_data"}
_STYLES = {"danger", "success", "primary"}
_LONGEST_DATA = 64
_MOST_BUTTONS = 100
_LONGEST_ROW = {"inline": 8, "reply": 12}
_LARGEST = 10_000
_WEB = re.compile(
    r"(?:https?://)?(?:[^\s/?#@]+@)?[^\s/?#:]*[^\s/?#:.]\.[^\s/?#:.]+(?::\d+)?(?:[/?#]\S*)?", re.I
)
_USER = re.compile(r"tg://user\?id=\d+", re.I)
_TG = re.compile(r"(?:tg|ton)://\S+", re.I)


@dataclass(frozen=True, slots=True)
class Keyboard:
    """A markup that could be read; `json` is what a message or a phone shows."""

    kind: Literal["inline", "reply", "remove", "force"]
    json: JSON

    @property
    def rows(self) -> list[list[JSON]]:
        """The rows of buttons, if it has any."""
        rows: list[list[JSON]] = self.json.get("inline_keyboard") or self.json.get("keyboard") or []
        return rows

    def check(self) -> None:
        """Refuse what TDLib refuses: buttons without words, links that lead nowhere [S]."""
        rule = INLINE_BUTTON_TEXT if self.kind == "inline" else KEYBOARD_BUTTON_TEXT
        for row in self.rows:
            for button in row:
                if is_blank(button["text"]):
                    refuse(rule)
                if self.kind == "inline" and "url" in button:
                    _check_url(button["url"])

    def receive(self) -> None:
        """Refuse what Telegram's own server refuses: sizes, and callback data [I]."""
        rows = self.rows
        if sum(map(len, rows)) > _MOST_BUTTONS or len(orjson.dumps(self.json)) > _LARGEST:
            refuse(MARKUP_TOO_LONG)
        if rows and max(map(len, rows)) > _LONGEST_ROW[self.kind]:
            refuse(MARKUP_TOO_LONG)
        for row in rows:
            for button in row:
                data = button.get("callback_data")
                if data is not None and not 0 < len(data.encode()) <= _LONGEST_DATA:
                    refuse(BUTTON_DATA)


def read_keyboard(arguments: Arguments) -> Keyboard | None:
    """Return the `reply_markup` of a call; an empty inline keyboard is none."""
    try:
        raw = arguments.json("reply_markup")
    except ValueError:
        refuse(MARKUP_JSON)
    if raw is None:
        return None
    if not isinstance(raw, dict):
        refuse(MARKUP_OBJECT)
    if "keyboard" in raw:
        rows = _rows(raw, "keyboard", "ReplyKeyboardMarkup")
        return Keyboard("reply", {**raw, "keyboard": [[*map(_reply_button, r)] for r in rows]})
    if "inline_keyboard" in raw:
        rows = _rows(raw, "inline_keyboard", "InlineKeyboardMarkup")
        inline = [[*map(_inline_button, row)] for row in rows]
        return Keyboard("inline", {"inline_keyboard": inline}) if inline else None
    if _flag(raw, "remove_keyboard"):
        return Keyboard("remove", raw)
    return Keyboard("force", raw) if _flag(raw, "force_reply") else None


def read_inline(arguments: Arguments) -> Keyboard | None:
    """Return the `reply_markup` of an edit, where only an inline keyboard will do."""
    keyboard = read_keyboard(arguments)
    if keyboard is not None and keyboard.kind != "inline":
        refuse(INLINE_EXPECTED)
    return keyboard


def _flag(raw: JSON, name: str) -> bool:
    """Return a boolean field of a JSON object, read as leniently as an argument."""
    return Arguments(raw).flag(name)


def _rows(raw: JSON, field: str, markup: str) -> list[list[Any]]:
    """Return the rows that have buttons."""
    rows = raw[field]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        refuse(MARKUP_ROWS, field=field, markup=markup)
    return [row for row in rows if row]


def _reply_button(raw: Any) -> JSON:  # noqa: ANN401 - JSON is anything
    if isinstance(raw, str):
        return {"text": raw}
    if not isinstance(raw, dict):
        refuse(KEYBOARD_BUTTON, detail="KeyboardButton must be an Object")
    if not isinstance(raw.get("text"), str):
        refuse(KEYBOARD_BUTTON, detail='Can\'t find field "text"')
    return raw


def _inline_button(raw: Any) -> JSON:  # noqa: ANN401 - JSON is anything
    """Return a button with its words, style and the one thing it does."""
    if not isinstance(raw, dict):
        _refuse("InlineKeyboardButton must be an Object")
    if not isinstance(raw.get("text"), str):
        _refuse('Can\'t find field "text"')
    action = next((name for name in _ACTIONS if name in raw), None)
    if action is None:
        _refuse("Text buttons are unallowed in the inline keyboard")
    if action in _WORDS and not isinstance(raw[action], str):
        _refuse(f'Field "{action}" must be of type String')
    button = {"text": raw["text"], action: raw[action]}
    if style := Arguments(raw).text("style"):
        if style not in _STYLES:
            _refuse("invalid button style specified")
        button["style"] = style
    return button


def _refuse(detail: str) -> NoReturn:
    refuse(INLINE_BUTTON, detail=detail)


def _check_url(url: str) -> None:
    """Refuse an address that is no web or Telegram link; a host needs a dot [S]."""
    if _USER.fullmatch(url):
        refuse(BUTTON_USER)
    if url.lower().startswith("tg:"):
        if not _TG.fullmatch(url):
            refuse(BUTTON_URL, url=url, detail="Wrong tg URL")
    elif not _WEB.fullmatch(url):
        refuse(BUTTON_URL, url=url, detail="Wrong HTTP URL")
