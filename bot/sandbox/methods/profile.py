"""Methods by which a bot learns and tells what it is: itself, its commands, words, chats, files."""

import re

from bot.sandbox.methods.query import Query
from bot.sandbox.model import JSON, Group, PrivateChat, scope_key
from bot.sandbox.refusals import (
    CHAT_ID_INVALID,
    COMMAND_EMPTY,
    COMMAND_INVALID,
    COMMAND_TELLS_TOO_MUCH,
    COMMAND_TOO_LONG,
    COMMAND_UNTOLD,
    COMMANDS_JSON,
    LANGUAGE_CODE,
    MENU_BUTTON,
    NAME_TOO_LONG,
    PRIVATE_LEAVE,
    SCOPE_JSON,
    SCOPE_TYPE,
    TELLS_TOO_MUCH,
    TOO_MANY_COMMANDS,
    refuse,
)

_LONGEST_COMMAND = 32
_LONGEST_EXPLANATION = 256
_MOST_COMMANDS = 100
_LONGEST = {"name": 64, "description": 512, "short_description": 120}
_COMMAND = re.compile("[a-z0-9_]+")
_LANGUAGE = re.compile("(?:[a-z]{2})?")
_SCOPES = """
default all_private_chats all_group_chats all_chat_administrators
chat chat_administrators chat_member
"""


def get_me(query: Query) -> JSON:
    """Answer getMe."""
    bot = query.bot
    return {
        **bot.account,
        "can_join_groups": bot.joins_groups,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": bot.topics,
        "allows_users_to_create_topics": bot.topics and bot.users_create_topics,
    }


def set_my_commands(query: Query) -> bool:
    """Answer setMyCommands."""
    try:
        commands = [_command(raw) for raw in query.list_of("commands") or []]
    except (ValueError, TypeError, KeyError, AttributeError):
        refuse(COMMANDS_JSON)
    if len(commands) > _MOST_COMMANDS:
        refuse(TOO_MANY_COMMANDS)
    query.bot.commands[_scope(query), _language(query)] = commands
    return True


def get_my_commands(query: Query) -> list[JSON]:
    """Answer getMyCommands: exactly those of this scope and language."""
    return query.bot.commands.get((_scope(query), _language(query)), [])


def delete_my_commands(query: Query) -> bool:
    """Answer deleteMyCommands."""
    query.bot.commands.pop((_scope(query), _language(query)), None)
    return True


def _command(raw: JSON) -> JSON:
    """Return a command and what it does."""
    command = raw["command"].removeprefix("/").lower()
    description = raw["description"].strip()
    if not command:
        refuse(COMMAND_EMPTY)
    if len(command) > _LONGEST_COMMAND:
        refuse(COMMAND_TOO_LONG)
    if not description:
        refuse(COMMAND_UNTOLD)
    if len(description) > _LONGEST_EXPLANATION:
        refuse(COMMAND_TELLS_TOO_MUCH)
    if not _COMMAND.fullmatch(command):
        refuse(COMMAND_INVALID)
    return {"command": command, "description": description}


def _scope(query: Query) -> str:
    """Return the key of the scope; a chat in it must be known."""
    try:
        scope = query.json("scope") or {"type": "default"}
        kind = scope["type"]
    except (ValueError, TypeError, KeyError):
        refuse(SCOPE_JSON)
    if kind not in _SCOPES.split():
        refuse(SCOPE_TYPE)
    if "chat_id" in scope:
        query.telegram.find_chat(query.bot, str(scope["chat_id"]))
    return scope_key(scope)


def _language(query: Query) -> str:
    code = query.text("language_code")
    if not _LANGUAGE.fullmatch(code):
        refuse(LANGUAGE_CODE)
    return code


def set_my_name(query: Query) -> bool:
    """Answer setMyName."""
    return _set_words(query, "name")


def get_my_name(query: Query) -> JSON:
    """Answer getMyName; without one for the language, the bot's own name [K]."""
    language = _language(query)
    words = query.bot.words
    name = words.get(("name", language)) or words.get(("name", "")) or query.bot.name
    return {"name": name}


def set_my_description(query: Query) -> bool:
    """Answer setMyDescription."""
    return _set_words(query, "description")


def get_my_description(query: Query) -> JSON:
    """Answer getMyDescription."""
    return _get_words(query, "description")


def set_my_short_description(query: Query) -> bool:
    """Answer setMyShortDescription."""
    return _set_words(query, "short_description")


def get_my_short_description(query: Query) -> JSON:
    """Answer getMyShortDescription."""
    return _get_words(query, "short_description")


def _set_words(query: Query, kind: str) -> bool:
    """Set the words of one kind for one language; empty ones take them away."""
    language = _language(query)
    words = query.text(kind).strip()
    if len(words) > _LONGEST[kind]:
        if kind == "name":
            refuse(NAME_TOO_LONG)
        refuse(TELLS_TOO_MUCH, what=kind.replace("_", " "), most=_LONGEST[kind])
    query.bot.words[kind, language] = words
    return True


def _get_words(query: Query, kind: str) -> JSON:
    """Return the words of exactly this language, empty where none were set [K]."""
    return {kind: query.bot.words.get((kind, _language(query)), "")}


def set_chat_menu_button(query: Query) -> bool:
    """Answer setChatMenuButton, for one private chat or for all."""
    try:
        button = query.json("menu_button") or {"type": "default"}
        known = button["type"] in {"default", "commands", "web_app"}
    except (ValueError, TypeError, KeyError):
        refuse(MENU_BUTTON)
    if not known:
        refuse(MENU_BUTTON)
    query.bot.menu_buttons[_menu_chat(query)] = button
    return True


def get_chat_menu_button(query: Query) -> JSON:
    """Answer getChatMenuButton."""
    buttons = query.bot.menu_buttons
    return buttons.get(_menu_chat(query)) or buttons.get(0) or {"type": "commands"}


def _menu_chat(query: Query) -> int:
    """Return the private chat that is meant, 0 for all."""
    if not query.has("chat_id"):
        return 0
    number = query.integer("chat_id")
    if number <= 0:
        refuse(CHAT_ID_INVALID)
    return query.chat().id


def get_chat(query: Query) -> JSON:
    """Answer getChat."""
    chat = query.chat()
    full = {**chat.info, "accent_color_id": 0, "max_reaction_count": 11}
    if isinstance(chat, PrivateChat) and chat.user.bio:
        full["bio"] = chat.user.bio
    if chat.pinned:
        full["pinned_message"] = chat.shown(chat.pinned[-1])
    return full


def leave_chat(query: Query) -> bool:
    """Answer leaveChat; the bot is told that it left."""
    chat = query.chat()
    if not isinstance(chat, Group):
        refuse(PRIVATE_LEAVE)
    query.telegram.set_membership(chat, query.bot, "left", by=query.bot.account)
    return True


def get_file(query: Query) -> JSON:
    """Answer getFile."""
    file = query.telegram.files.get(query.bot.id, query.text("file_id"))
    return {
        "file_id": file.id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.data),
        "file_path": file.path,
    }
