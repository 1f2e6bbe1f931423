"""Methods that change, delete, pin or react to a message that is there."""

from bot.sandbox.keyboards import Keyboard, read_inline
from bot.sandbox.methods.query import Query
from bot.sandbox.methods.sending import caption_content, text_content
from bot.sandbox.model import ENVELOPE, JSON, REACTIONS, Chat, is_service
from bot.sandbox.refusals import (
    CHAT_ID_MISSING,
    MESSAGE_IDS_MISSING,
    NO_CAPTION_TO_EDIT,
    NO_TEXT_TO_EDIT,
    NOT_DELETABLE,
    NOT_EDITABLE,
    NOT_MODIFIED,
    REACTION_INVALID,
    REACTION_JSON,
    SERVICE_NOT_PINNABLE,
    TEXT_EMPTY,
    TOO_MANY_IDS,
    refuse,
)

_MOST_IDS = 100


def edit_message_text(query: Query) -> JSON:
    """Answer editMessageText; without `reply_markup` the keyboard goes."""
    if not query.has("text"):
        refuse(TEXT_EMPTY)
    formatted = query.formatted("text")
    keyboard = read_inline(query)
    chat, message = _own_message(query)
    if "text" not in message:
        refuse(NO_TEXT_TO_EDIT)
    content = text_content(query, formatted)
    return _rewrite(query, chat, message, content, keyboard)


def edit_message_caption(query: Query) -> JSON:
    """Answer editMessageCaption."""
    formatted = query.formatted("caption", "caption_entities")
    keyboard = read_inline(query)
    chat, message = _own_message(query)
    if "text" in message:
        refuse(NO_CAPTION_TO_EDIT)
    media = {key: value for key, value in _content(message).items() if "caption" not in key}
    return _rewrite(query, chat, message, {**media, **caption_content(query, formatted)}, keyboard)


def edit_message_reply_markup(query: Query) -> JSON:
    """Answer editMessageReplyMarkup."""
    keyboard = read_inline(query)
    chat, message = _own_message(query)
    return _rewrite(query, chat, message, _content(message), keyboard)


def _own_message(query: Query) -> tuple[Chat, JSON]:
    """Return a message that this bot may edit."""
    chat, message = query.message("edit")
    foreign = message.get("from", {}).get("id") != query.bot.id
    fixed = is_service(message) or "forward_origin" in message
    if foreign or fixed or message["message_id"] in chat.reply_keyboards:
        refuse(NOT_EDITABLE)
    return chat, message


def _content(message: JSON) -> JSON:
    return {key: value for key, value in message.items() if key not in ENVELOPE}


def _rewrite(
    query: Query, chat: Chat, message: JSON, content: JSON, keyboard: Keyboard | None
) -> JSON:
    """Do the last checks and put the new content in place; a link preview alone is no change."""
    if keyboard is not None:
        keyboard.check()
        keyboard.receive()
        content = {**content, "reply_markup": keyboard.json}
    query.check_dates(content.get("entities", []))
    chat.receive()
    if _compared(content) == _compared({**_content(message), **_markup(message)}):
        refuse(NOT_MODIFIED)
    return chat.rewrite(message["message_id"], query.telegram.clock.now(), content)


def _markup(message: JSON) -> JSON:
    return {key: message[key] for key in ("reply_markup",) if key in message}


def _compared(content: JSON) -> JSON:
    return {key: value for key, value in content.items() if key != "link_preview_options"}


def delete_message(query: Query) -> bool:
    """Answer deleteMessage: in a private chat also the person's own, within 48 hours."""
    if not query.has("chat_id"):
        refuse(CHAT_ID_MISSING)
    chat, message = query.message("delete")
    _delete(query, chat, [message])
    return True


def delete_messages(query: Query) -> bool:
    """Answer deleteMessages; what is not there is passed over."""
    numbers = _numbers(query)
    chat = query.chat()
    _delete(query, chat, [chat.history[n] for n in numbers if n in chat.history])
    return True


def _numbers(query: Query) -> list[int]:
    """Return the `message_ids`, each once."""
    try:
        numbers = [int(number) for number in query.list_of("message_ids") or []]
    except (ValueError, TypeError):
        refuse(MESSAGE_IDS_MISSING)
    if not numbers:
        refuse(MESSAGE_IDS_MISSING)
    if len(numbers) > _MOST_IDS:
        refuse(TOO_MANY_IDS)
    return list(dict.fromkeys(numbers))


def _delete(query: Query, chat: Chat, messages: list[JSON]) -> None:
    """Delete all or nothing."""
    now = query.telegram.clock.now()
    if any(chat.keeps(message, now) for message in messages):
        refuse(NOT_DELETABLE)
    for message in messages:
        chat.delete(message["message_id"])


def set_message_reaction(query: Query) -> bool:
    """Answer setMessageReaction: a bot gives at most one."""
    try:
        reactions = query.list_of("reaction") or []
        wanted = [(reaction["type"], reaction.get("emoji")) for reaction in reactions]
    except (ValueError, TypeError, KeyError, AttributeError):
        refuse(REACTION_JSON)
    chat, message = query.message("react")
    if len(wanted) > 1 or any(k != "emoji" or emoji not in REACTIONS for k, emoji in wanted):
        refuse(REACTION_INVALID)
    chat.receive()
    chat.reactions[message["message_id"]] = reactions
    return True


def pin_chat_message(query: Query) -> bool:
    """Answer pinChatMessage, which tells of itself with a service message."""
    chat, message = query.message("pin")
    if is_service(message):
        refuse(SERVICE_NOT_PINNABLE)
    chat.receive()
    number = message["message_id"]
    if number not in chat.pinned:
        chat.pinned.append(number)
        told = chat.write(
            query.bot.account,
            query.telegram.clock.now(),
            {"pinned_message": chat.shown(number)},
            thread_id=message.get("message_thread_id"),
        )
        query.telegram.deliver(chat, "message", told)
    return True


def unpin_chat_message(query: Query) -> bool:
    """Answer unpinChatMessage: the one named, or the last."""
    chat = query.chat()
    number = query.integer("message_id", default=chat.pinned[-1] if chat.pinned else 0)
    if number in chat.pinned:
        chat.pinned.remove(number)
    return True
