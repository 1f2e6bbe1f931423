"""Who and what there is in the stand-in's world: bots, users, chats and their messages.

Messages are dictionaries in the shape of the Bot API and are never changed once made: an edit
puts a new one in the place of the old, so what was queued or answered stays as it was.
"""

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import orjson

from bot.sandbox.refusals import (
    BLOCKED,
    CANNOT_INITIATE,
    DEACTIVATED,
    KICKED,
    NOT_A_MEMBER,
    THREAD_NOT_FOUND,
    refuse,
)
from bot.sandbox.updates import Updates

JSON = dict[str, Any]

# Parts of a message that only tell where and by whom; every other part is content
ENVELOPE = frozenset(
    {
        "message_id",
        "from",
        "sender_chat",
        "chat",
        "date",
        "edit_date",
        "message_thread_id",
        "is_topic_message",
        "reply_to_message",
        "reply_markup",
        "has_protected_content",
        "forward_origin",
    }
)
SERVICE = frozenset(
    {
        "forum_topic_created",
        "forum_topic_edited",
        "pinned_message",
        "new_chat_members",
        "left_chat_member",
    }
)
_REACTIONS = """
👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭
💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇
😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡
"""
REACTIONS = frozenset(_REACTIONS.split())
"""The emoji that anybody may react with."""
TOPIC_COLOR = 0x6FB9F0

_INSIDE = frozenset({"member", "administrator"})
_FIRST_TOPIC = 70_001
_RIGHTS = """
can_be_edited is_anonymous can_manage_chat can_delete_messages can_manage_video_chats
can_restrict_members can_promote_members can_change_info can_invite_users can_post_stories
can_edit_stories can_delete_stories can_send_welcome_messages
"""


@dataclass(slots=True, eq=False)
class User:
    """A person with a phone."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    bio: str | None = None
    role: str | None = None
    """Whom they play, for the page; no bot is told."""
    deactivated: bool = False

    @property
    def account(self) -> JSON:
        """The `User` object a bot sees."""
        return _given(
            id=self.id,
            is_bot=False,
            first_name=self.first_name,
            last_name=self.last_name,
            username=self.username,
            language_code=self.language_code,
        )


@dataclass(slots=True, eq=False)
class Bot:
    """A bot: `topics` is its Threaded Mode and may be switched at any time."""

    token: str
    username: str
    name: str
    updates: Updates
    topics: bool = False
    users_create_topics: bool = False
    joins_groups: bool = True
    """Whether people may add it to groups; @BotFather lets them until told otherwise [D]."""
    commands: dict[tuple[str, str], list[JSON]] = field(default_factory=dict)
    """By `scope_key` and language code."""
    words: dict[tuple[str, str], str] = field(default_factory=dict)
    """Name, description and short description, by kind and language code."""
    menu_buttons: dict[int, JSON] = field(default_factory=dict)
    met: set[int] = field(default_factory=set)
    """Users seen in groups: known, but not to be written to until they write."""
    team: bool = False
    """Whether the page shows it first to those who play a member of the team."""

    @property
    def id(self) -> int:
        """The number in front of the token's colon."""
        return int(self.token.partition(":")[0])

    @property
    def account(self) -> JSON:
        """The `User` object that others see."""
        return {
            "id": self.id,
            "is_bot": True,
            "first_name": self.name,
            "username": self.username,
        }


class Chat:
    """A place with messages of its own numbering, topics, keyboards and pins."""

    def __init__(self, chat_id: int, kind: str) -> None:
        self.id = chat_id
        self.kind = kind
        self.history: dict[int, JSON] = {}
        self.last_id = 0
        self.topics: dict[int, JSON] = {}
        self.last_topic = _FIRST_TOPIC
        self.replies: dict[int, int] = {}
        self.reply_keyboards: dict[int, JSON] = {}
        self.keyboard: JSON | None = None
        """The reply keyboard that the phone shows now."""
        self.pinned: list[int] = []
        self.reactions: dict[int, list[JSON]] = {}
        """What the bot reacted with, by message."""
        self.own_reactions: dict[int, list[JSON]] = {}
        """What the person reacted with, by message."""
        self.action: tuple[str, datetime] | None = None
        """The last "is typing" and when it came."""
        self.instance = str(random.getrandbits(63))

    @property
    def info(self) -> JSON:
        """The `Chat` object in messages."""
        raise NotImplementedError

    @property
    def bots_inside(self) -> list[int]:
        """The ids of the bots that get what is written here."""
        raise NotImplementedError

    @property
    def messages(self) -> list[JSON]:
        """Return the messages that are there now, oldest first."""
        return [self.shown(number) for number in self.history]

    def shown(self, number: int) -> JSON:
        """Return a message with what it replies to, one level deep, if that is still there."""
        message = self.history[number]
        replied = self.history.get(self.replies.get(number, 0))
        return message if replied is None else {**message, "reply_to_message": replied}

    def write(
        self,
        sender: JSON | None,
        date: datetime,
        content: JSON,
        *,
        thread_id: int | None = None,
        reply_to: int | None = None,
    ) -> JSON:
        """Add a message and return it as a bot sees it."""
        self.last_id += 1
        number = self.last_id
        message: JSON = {"message_id": number}
        if sender is not None:
            message["from"] = sender
        message["chat"] = self.info
        message["date"] = int(date.timestamp())
        if thread_id:
            message["message_thread_id"] = thread_id
            message["is_topic_message"] = True
        message.update(content)
        self.history[number] = message
        if reply_to:
            self.replies[number] = reply_to
        return self.shown(number)

    def rewrite(self, number: int, date: datetime, content: JSON) -> JSON:
        """Replace a message's content, reply markup included, and date the edit."""
        old = self.history[number]
        kept = {key: value for key, value in old.items() if key in ENVELOPE}
        kept.pop("reply_markup", None)
        self.history[number] = {**kept, "edit_date": int(date.timestamp()), **content}
        return self.shown(number)

    def delete(self, number: int) -> None:
        """Take a message away; who replied to it replies to nothing now."""
        del self.history[number]
        self.replies.pop(number, None)
        self.reactions.pop(number, None)
        self.own_reactions.pop(number, None)
        if number in self.pinned:
            self.pinned.remove(number)

    def create_topic(
        self, sender: JSON, date: datetime, name: str, color: int = TOPIC_COLOR, **more: object
    ) -> JSON:
        """Begin a topic and return the service message that tells of it.

        The topic's number is not the message's: it belongs to the person's own numbering, which
        a bot never sees (mtcute #153 [I]).
        """
        created = {"name": name, "icon_color": color, **more}
        self.last_topic += 1
        thread_id = self.last_topic
        self.topics[thread_id] = created
        return self.write(sender, date, {"forum_topic_created": created}, thread_id=thread_id)

    def delete_topic(self, thread_id: int) -> None:
        """Take a topic away with all its messages; nobody is told."""
        del self.topics[thread_id]
        for number, message in list(self.history.items()):
            if message.get("message_thread_id") == thread_id:
                self.delete(number)

    def thread(self, number: int) -> int | None:
        """Return the topic to write into for the number a bot asked for (0: none)."""
        if number == 0:
            return None
        if number not in self.topics:
            refuse(THREAD_NOT_FOUND)
        return number

    def admit(self, bot: Bot) -> None:
        """Refuse a bot that has no access to the chat."""

    def receive(self) -> None:
        """Refuse, as the last check, what cannot be delivered."""

    def keeps(self, message: JSON, now: datetime) -> bool:
        """Tell whether a bot may not delete `message` for everyone: it is too old."""
        age = timedelta(seconds=now.timestamp() - message["date"])
        return age > timedelta(hours=48)


class PrivateChat(Chat):
    """A user and a bot, with one numbering of messages for the two."""

    def __init__(self, user: User, bot: Bot) -> None:
        super().__init__(user.id, "private")
        self.user = user
        self.bot = bot
        self.started = False
        self.blocked = False

    @property
    def info(self) -> JSON:
        """The `Chat` object in messages: the person, as the bot sees them."""
        user = self.user
        return _given(
            id=user.id,
            type="private",
            first_name=user.first_name,
            last_name=user.last_name,
            username=user.username,
        )

    @property
    def bots_inside(self) -> list[int]:
        """The one bot."""
        return [self.bot.id]

    def thread(self, number: int) -> int | None:
        """Return the topic to write into; without Threaded Mode there is none [K]."""
        if number and not self.bot.topics:
            refuse(THREAD_NOT_FOUND)
        return super().thread(number)

    def receive(self) -> None:
        """Refuse what the person cannot or will not get."""
        if self.user.deactivated:
            refuse(DEACTIVATED)
        if not self.started:
            refuse(CANNOT_INITIATE)
        if self.blocked:
            refuse(BLOCKED)


class Group(Chat):
    """A group, supergroup or channel that a bot was added to; no topics."""

    def __init__(self, chat_id: int, kind: str, title: str) -> None:
        super().__init__(chat_id, kind)
        self.title = title
        self.bots: dict[int, str] = {}
        """The status of each bot that is or was in it."""

    @property
    def info(self) -> JSON:
        """The `Chat` object in messages."""
        return {"id": self.id, "type": self.kind, "title": self.title}

    @property
    def bots_inside(self) -> list[int]:
        """The ids of the bots that are members now."""
        return [number for number, status in self.bots.items() if status in _INSIDE]

    def admit(self, bot: Bot) -> None:
        """Refuse a bot that left or was thrown out."""
        status = self.bots[bot.id]
        if status == "kicked":
            refuse(KICKED, kind=self.kind)
        if status == "left":
            refuse(NOT_A_MEMBER, kind=self.kind)

    def thread(self, number: int) -> int | None:  # noqa: ARG002 - ignored outside forums [S]
        """Return None: a group without topics ignores the parameter."""
        return None

    def keeps(self, message: JSON, now: datetime) -> bool:
        """Tell whether a bot without rights may not delete `message`: also if it is not its own."""
        is_bots = message.get("from", {}).get("id") in self.bots
        return not is_bots or super().keeps(message, now)


def scope_key(scope: JSON) -> str:
    """Return a scope of commands as a key: the same for the same scope, however written."""
    return orjson.dumps(scope, option=orjson.OPT_SORT_KEYS).decode()


def is_service(message: JSON) -> bool:
    """Tell whether the message only tells of something that happened."""
    return not SERVICE.isdisjoint(message)


def member(bot: Bot, status: str) -> JSON:
    """Return the `ChatMember` object of a bot."""
    member: JSON = {"user": bot.account, "status": status}
    match status:
        case "kicked":
            member["until_date"] = 0
        case "administrator":
            member |= dict.fromkeys(_RIGHTS.split(), False)
    return member


def _given(**values: object) -> JSON:
    """Return what is not None."""
    return {key: value for key, value in values.items() if value is not None}
