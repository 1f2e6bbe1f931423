"""The world of the stand-in: who there is, and what people do with their phones.

What bots do is in `bot.sandbox.methods`. Nothing here waits, except for a change.
"""

from collections import deque
from datetime import timedelta

from bot.core.clock import Clock
from bot.sandbox.faults import Faults
from bot.sandbox.files import Files
from bot.sandbox.model import (
    JSON,
    REACTIONS,
    Bot,
    Chat,
    Group,
    PrivateChat,
    User,
    is_service,
    member,
)
from bot.sandbox.phone import start_link, typed
from bot.sandbox.records import Call, Tap
from bot.sandbox.refusals import CHAT_ID_EMPTY, CHAT_NOT_FOUND, TARGET_IS_BOT, refuse
from bot.sandbox.updates import Bell, Updates

CALLBACK_LIFE = timedelta(seconds=150)
EDITABLE = timedelta(hours=48)

_FIRST_USER = 5_000_000_001
_FIRST_GROUP = 4_000_000_001
_CHANNEL_MARK = -1_000_000_000_000


class Telegram:
    """Bots, users and chats at the time of `clock`; `keep` calls and taps are remembered."""

    def __init__(self, clock: Clock, keep: int = 10_000) -> None:
        self.clock = clock
        self.bots: dict[int, Bot] = {}
        self.users: dict[int, User] = {}
        self.groups: dict[int, Group] = {}
        self.calls: deque[Call] = deque(maxlen=keep)
        self.answers: dict[str, Tap] = {}
        self.faults = Faults()
        self.files = Files()
        self._keep = keep
        self._private: dict[tuple[int, int], PrivateChat] = {}
        self._tokens: dict[str, Bot] = {}
        self.tapped = 0
        """How many taps there were."""
        self._changes = Bell()

    # Making the world

    def add_bot(
        self, token: str, username: str, name: str, *, topics: bool = False, team: bool = False
    ) -> Bot:
        """Add a bot; its id is the number in the token."""
        bot = Bot(token, username, name, Updates(self.clock), topics=topics, team=team)
        self.bots[bot.id] = self._tokens[token] = bot
        return bot

    def revoke(self, bot: Bot) -> None:
        """Make the bot's token worthless."""
        self._tokens.pop(bot.token, None)

    def bot_of(self, token: str) -> Bot | None:
        """Return the bot that has this token."""
        return self._tokens.get(token)

    def add_user(
        self,
        first_name: str,
        *,
        last_name: str | None = None,
        username: str | None = None,
        language_code: str | None = None,
        bio: str | None = None,
        role: str | None = None,
        id: int | None = None,  # noqa: A002 - Telegram's own word
    ) -> User:
        """Add a person; no bot knows them until they write."""
        number = _FIRST_USER + len(self.users) if id is None else id
        user = User(number, first_name, last_name, username, language_code, bio, role)
        self.users[number] = user
        return user

    def chat(self, user: User, bot: Bot) -> PrivateChat:
        """Return the private chat of the two, begun or not."""
        key = (user.id, bot.id)
        if key not in self._private:
            self._private[key] = PrivateChat(user, bot)
        return self._private[key]

    @property
    def private_chats(self) -> list[PrivateChat]:
        """All chats of one person with one bot."""
        return list(self._private.values())

    def find_chat(self, bot: Bot, chat_id: str) -> Chat:
        """Return the chat that a bot names; refuse one it has never seen or may not enter."""
        if not chat_id:
            refuse(CHAT_ID_EMPTY)
        number = int(chat_id) if chat_id.removeprefix("-").isdecimal() else 0
        if number in self.bots:
            refuse(TARGET_IS_BOT)
        chat = self._known(bot, number)
        if chat is None:
            refuse(CHAT_NOT_FOUND)
        chat.admit(bot)
        return chat

    def _known(self, bot: Bot, number: int) -> Chat | None:
        group = self.groups.get(number)
        if group is not None:
            return group if bot.id in group.bots else None
        user = self.users.get(number)
        if user is None:
            return None
        chat = self.chat(user, bot)
        return chat if chat.started or number in bot.met else None

    # What people do

    def says(
        self,
        user: User,
        bot: Bot,
        text: str,
        thread_id: int | None = None,
        reply_to: int | None = None,
    ) -> JSON:
        """Send a text from the user's phone, which starts the chat; return the message."""
        return self.sends(user, bot, typed(text), thread_id, reply_to)

    def sends(
        self,
        user: User,
        bot: Bot,
        content: JSON,
        thread_id: int | None = None,
        reply_to: int | None = None,
    ) -> JSON:
        """Send any other kind of message; `content` is its part of the `Message` object."""
        chat = self._open_chat(user, bot)
        if thread_id is not None and thread_id not in chat.topics:
            raise ValueError("there is no such topic on this phone")
        if reply_to is not None and reply_to not in chat.history:
            raise ValueError("there is no such message to reply to")
        if thread_id is None and bot.topics and bot.users_create_topics:
            thread_id = self._begin_topic(chat, content)
        message = chat.write(
            user.account, self.clock.now(), content, thread_id=thread_id, reply_to=reply_to
        )
        self.deliver(chat, "message", message)
        return message

    def edits(self, user: User, bot: Bot, message_id: int, content: str | JSON) -> JSON:
        """Change the user's own message, within 48 hours; return the message.

        A phone can put a picture or a file in the place of a text.
        """
        chat = self._open_chat(user, bot)
        old = chat.history.get(message_id)
        if old is None or old["from"]["id"] != user.id or is_service(old):
            raise ValueError("only one's own message can be edited")
        if self.clock.now().timestamp() - old["date"] > EDITABLE.total_seconds():
            raise ValueError("this message is too old to be edited")
        if isinstance(content, str):
            content = typed(content)
        message = chat.rewrite(message_id, self.clock.now(), content)
        self.deliver(chat, "edited_message", message)
        return message

    def deletes(self, user: User, bot: Bot, message_id: int) -> None:
        """Delete a message on both sides by hand; the bot is not told."""
        chat = self.chat(user, bot)
        if message_id not in chat.history:
            raise ValueError("there is no such message")
        chat.delete(message_id)
        self.change()

    def reacts(self, user: User, bot: Bot, message_id: int, emoji: str | None) -> None:
        """React to a message with one emoji in place of the one before, None: with none.

        The bot is told if it asked for `message_reaction` by name [D].
        """
        chat = self._open_chat(user, bot)
        if message_id not in chat.history or is_service(chat.history[message_id]):
            raise ValueError("there is no such message to react to")
        if emoji is not None and emoji not in REACTIONS:
            raise ValueError("nobody can react with that")
        before = chat.own_reactions.get(message_id, [])
        after = [] if emoji is None else [{"type": "emoji", "emoji": emoji}]
        chat.own_reactions[message_id] = after
        update = {
            "chat": chat.info,
            "message_id": message_id,
            "user": user.account,
            "date": int(self.clock.now().timestamp()),
            "old_reaction": before,
            "new_reaction": after,
        }
        self.deliver(chat, "message_reaction", update)

    def taps(self, user: User, bot: Bot, message_id: int, data: str) -> str:
        """Tap a button, forged data allowed, on a message that is or was there.

        Returns the callback query's id, under which `answers` has what comes of it.
        """
        chat = self._open_chat(user, bot)
        if not 0 < message_id <= chat.last_id:
            raise ValueError("there never was such a message")
        self.tapped += 1
        tap = Tap(str((user.id << 32) + self.tapped), user, bot, message_id, data, self.clock.now())
        self.answers[tap.id] = tap
        if len(self.answers) > self._keep:
            del self.answers[next(iter(self.answers))]
        gone = {"chat": chat.info, "message_id": message_id, "date": 0}
        query = {
            "id": tap.id,
            "from": user.account,
            "message": chat.shown(message_id) if message_id in chat.history else gone,
            "chat_instance": chat.instance,
            "data": data,
        }
        self.deliver(chat, "callback_query", query)
        return tap.id

    def opens(self, user: User, link: str, payload: str | None = None) -> JSON:
        """Open `t.me/<bot>?start=<payload>` (or a bot's username) and press Start.

        Whoever had blocked the bot unblocks it by that, as in the real client.
        """
        username, start = start_link(link)
        bot = self._named(username)
        if self.chat(user, bot).blocked:
            self.unblocks(user, bot)
        start = payload or start
        return self.says(user, bot, f"/start {start}" if start else "/start")

    def blocks(self, user: User, bot: Bot) -> None:
        """Block the bot; it is told, and refused from now on."""
        self._set_blocked(self.chat(user, bot), blocked=True)

    def unblocks(self, user: User, bot: Bot) -> None:
        """Unblock the bot; it is told."""
        self._set_blocked(self.chat(user, bot), blocked=False)

    def deletes_topic(self, user: User, bot: Bot, thread_id: int) -> None:
        """Delete a topic by hand; no update tells of it."""
        chat = self.chat(user, bot)
        if thread_id not in chat.topics:
            raise ValueError("there is no such topic")
        chat.delete_topic(thread_id)
        self.change()

    # Groups and channels, as far as a bot that leaves them needs

    def adds(self, user: User, bot: Bot, title: str, kind: str = "supergroup") -> Group:
        """Make a group, supergroup or channel with the bot in it."""
        number = -(_FIRST_GROUP + len(self.groups))
        if kind != "group":
            number += _CHANNEL_MARK
        group = self.groups[number] = Group(number, kind, title)
        bot.met.add(user.id)
        group.bots[bot.id] = "left"
        status = "administrator" if kind == "channel" else "member"
        self.set_membership(group, bot, status, by=user.account)
        if kind != "channel":
            self.says_in(user, group, {"new_chat_members": [bot.account]})
        return group

    def says_in(self, user: User, group: Group, content: str | JSON) -> JSON:
        """Write in a group; every bot in it gets it, as if privacy mode were off."""
        if isinstance(content, str):
            content = typed(content)
        channel = group.kind == "channel"
        author = None if channel else user.account
        message = group.write(author, self.clock.now(), content)
        self.deliver(group, "channel_post" if channel else "message", message)
        return message

    def removes(self, user: User, bot: Bot, group: Group) -> None:
        """Throw the bot out of a group."""
        self.set_membership(group, bot, "kicked", by=user.account)

    # What both sides stand on

    def deliver(self, chat: Chat, kind: str, payload: JSON) -> None:
        """Queue an update for each bot in the chat."""
        for number in chat.bots_inside:
            self.bots[number].updates.add(kind, payload)
        self.change()

    def set_membership(self, group: Group, bot: Bot, status: str, by: JSON) -> None:
        """Change a bot's standing in a group and tell the bot."""
        before, group.bots[bot.id] = group.bots[bot.id], status
        self._tell_membership(group, bot, before, status, by)

    def inject(self, bot: Bot, raw_update: JSON) -> None:
        """Queue any dictionary for a bot, however odd."""
        bot.updates.inject(raw_update)
        self.change()

    def redeliver(self, bot: Bot, last: int = 1) -> None:
        """Give the last updates that the bot fetched once more, ids unchanged."""
        bot.updates.redeliver(last)

    @property
    def version(self) -> int:
        """How many changes there were, for `wait_change`."""
        return self._changes.count

    def change(self) -> None:
        """Tell those who wait that something happened."""
        self._changes.ring()

    async def wait_change(self, after: int | None = None, timeout: float | None = None) -> int:  # noqa: ASYNC109 - a poll
        """Wait until the version is not `after` (None: now's) or seconds have passed."""
        return await self._changes.wait(self.version if after is None else after, timeout)

    def _named(self, username: str) -> Bot:
        for bot in self.bots.values():
            if bot.username.lower() == username.lower():
                return bot
        raise ValueError("there is no bot of this name")

    def _open_chat(self, user: User, bot: Bot) -> PrivateChat:
        """Return the chat for something the person does in it."""
        chat = self.chat(user, bot)
        if chat.blocked:
            raise ValueError("this person has blocked the bot")
        chat.started = True
        return chat

    def _begin_topic(self, chat: PrivateChat, content: JSON) -> int:
        """Make the topic that Telegram makes for what is typed outside of one."""
        name = content.get("text", "New chat")[:128]
        created = chat.create_topic(
            chat.user.account, self.clock.now(), name, is_name_implicit=True
        )
        self.deliver(chat, "message", created)
        number: int = created["message_thread_id"]
        return number

    def _set_blocked(self, chat: PrivateChat, *, blocked: bool) -> None:
        if chat.blocked != blocked:
            chat.blocked = blocked
            states = ("member", "kicked") if blocked else ("kicked", "member")
            self._tell_membership(chat, chat.bot, *states, chat.user.account)

    def _tell_membership(self, chat: Chat, bot: Bot, before: str, after: str, by: JSON) -> None:
        update = {
            "chat": chat.info,
            "from": by,
            "date": int(self.clock.now().timestamp()),
            "old_chat_member": member(bot, before),
            "new_chat_member": member(bot, after),
        }
        bot.updates.add("my_chat_member", update)
        self.change()
