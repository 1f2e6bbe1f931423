"""Methods for topics, which private chats have while a bot's Threaded Mode is on."""

from bot.sandbox.methods.query import Query
from bot.sandbox.model import JSON, TOPIC_COLOR, Chat, PrivateChat
from bot.sandbox.refusals import (
    NOT_A_FORUM,
    NOT_A_SUPERGROUP_FORUM,
    TOPIC_ID,
    TOPIC_NAME_EMPTY,
    TOPIC_NOT_MODIFIED,
    TOPIC_UNKNOWN,
    refuse,
)
from bot.sandbox.refusals import (
    TOPIC_COLOR as WRONG_COLOR,
)
from bot.sandbox.text import Formatted

_LONGEST_NAME = 128
_COLORS = frozenset({TOPIC_COLOR, 0xFFD67E, 0xCB86DB, 0x8EEE98, 0xFF93B2, 0xFB6F5F})


def create_forum_topic(query: Query) -> JSON:
    """Answer createForumTopic; the bot gets the service message as an update, too [S]."""
    chat = _forum(query)
    color = query.integer("icon_color", TOPIC_COLOR)
    if color not in _COLORS:
        refuse(WRONG_COLOR)
    name = _name(query)
    if not name:
        refuse(TOPIC_NAME_EMPTY)
    chat.receive()
    more = _icon(query)
    told = chat.create_topic(query.bot.account, query.telegram.clock.now(), name, color, **more)
    query.telegram.deliver(chat, "message", told)
    thread_id = told["message_thread_id"]
    return {"message_thread_id": thread_id, **chat.topics[thread_id]}


def edit_forum_topic(query: Query) -> bool:
    """Answer editForumTopic; an absent or empty name stays what it is."""
    chat = _forum(query)
    thread_id = _topic(query, chat)
    name = _name(query)
    changes: JSON = {**({"name": name} if name else {}), **_icon(query)}
    if not changes:
        return True
    topic = chat.topics[thread_id]
    if all(topic.get(key, "") == value for key, value in changes.items()):
        refuse(TOPIC_NOT_MODIFIED)
    chat.receive()
    chat.topics[thread_id] = {**topic, **changes}
    told = chat.write(
        query.bot.account,
        query.telegram.clock.now(),
        {"forum_topic_edited": changes},
        thread_id=thread_id,
    )
    query.telegram.deliver(chat, "message", told)
    return True


def delete_forum_topic(query: Query) -> bool:
    """Answer deleteForumTopic: the topic goes with all its messages, however old."""
    chat = _forum(query)
    chat.delete_topic(_topic(query, chat))
    return True


def close_forum_topic(query: Query) -> bool:
    """Answer closeForumTopic and reopenForumTopic, which only forum supergroups have [S]."""
    query.chat()
    refuse(NOT_A_SUPERGROUP_FORUM)


def _forum(query: Query) -> Chat:
    """Return a chat that can have topics."""
    chat = query.chat()
    if not (isinstance(chat, PrivateChat) and query.bot.topics):
        refuse(NOT_A_FORUM)
    return chat


def _topic(query: Query, chat: Chat) -> int:
    """Return the number of a topic that is there."""
    number = query.integer("message_thread_id")
    if number <= 0:
        refuse(TOPIC_ID)
    if number not in chat.topics:
        refuse(TOPIC_UNKNOWN)
    return number


def _name(query: Query) -> str:
    """Return the cleaned name, cut where it is too long [S]."""
    return query.kept(Formatted(query.text("name"), [])).text[:_LONGEST_NAME].strip()


def _icon(query: Query) -> dict[str, str]:
    """Return the icon, if the call names one."""
    if "icon_custom_emoji_id" not in query.values:
        return {}
    return {"icon_custom_emoji_id": query.text("icon_custom_emoji_id")}
