"""Groups and channels: one sentence, and out. Everybody there would see everything.

Looked at raw: their updates change with each Bot API, and we need nothing of them.
"""

from contextlib import suppress
from typing import Any, Final

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError

from bot.core.languages import Language
from bot.delivery.telegram import SendText
from bot.ui.words import translator

IN_IT: Final = frozenset({"member", "administrator", "restricted"})
"""What Telegram calls somebody who is in a chat."""


def group_of(raw: dict[str, Any]) -> int | None:
    """Return Telegram's number of the group or channel that an update comes from, if it does."""
    content = _content(raw)
    message = content.get("message", content)
    chat = message.get("chat") if isinstance(message, dict) else None
    if not isinstance(chat, dict) or chat.get("type", "private") == "private":
        return None
    return int(chat["id"])


def are_in_it(raw: dict[str, Any]) -> bool:
    """Say whether an update of a group means that we are in it."""
    changed = _content(raw).get("new_chat_member")
    return not isinstance(changed, dict) or changed.get("status") in IN_IT


def sender_of(raw: dict[str, Any]) -> dict[str, Any] | None:
    """Return the Telegram user that an update comes from, if it names a person."""
    sender = _content(raw).get("from")
    if not isinstance(sender, dict) or not isinstance(sender.get("id"), int):
        return None
    return None if sender.get("is_bot") else sender


def _content(raw: dict[str, Any]) -> dict[str, Any]:
    """Return what an update is about: its one part that is an object."""
    return next((part for part in raw.values() if isinstance(part, dict)), {})


async def leave(bot: Bot, chat_id: int) -> None:
    """Say in both languages that this bot works in private chats alone, and leave."""
    sentences = [
        str(tr("This bot works in private chats only, and leaves this group."))
        for tr in map(translator, Language)
    ]
    with suppress(TelegramAPIError):  # we may not write here; leaving is what matters
        await bot(SendText(chat_id=chat_id, text="\n".join(sentences)))
    with suppress(TelegramBadRequest, TelegramForbiddenError):  # we have left already
        await bot.leave_chat(chat_id)
