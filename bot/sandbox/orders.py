"""What the people's side of the world can look at and do, each a function that an `Order` calls.

`VIEWS` and `ACTIONS` are the lists of what there is; each function's docstring names its
arguments. People are named by `user`, bots by `bot`, both by id.
"""

from base64 import b64decode
from collections.abc import Callable
from dataclasses import asdict
from datetime import timedelta
from typing import Any, Final, TypeVar

from bot.sandbox.arguments import Arguments
from bot.sandbox.clock import MovableClock
from bot.sandbox.director import Director, Wish
from bot.sandbox.files import Upload
from bot.sandbox.model import JSON, Bot, PrivateChat, User
from bot.sandbox.phone import KINDS, about, chosen, menu, sample
from bot.sandbox.records import Call
from bot.sandbox.telegram import Telegram

Key = TypeVar("Key")
Thing = TypeVar("Thing")

_ACTION_SHOWN = timedelta(seconds=5)


class Order(Arguments):
    """What is asked for: arguments, and the person, bot and chat that they name."""

    def __init__(self, telegram: Telegram, values: JSON, director: Director | None = None) -> None:
        super().__init__(values)
        self.telegram = telegram
        self._director = director

    @property
    def director(self) -> Director:
        """Whoever runs the bot; with a stand-in alone there is nobody."""
        if self._director is None:
            raise ValueError("nobody here can restart a bot")
        return self._director

    @property
    def stage(self) -> str:
        """Whether the bot can be restarted here: "set", "busy" while it is, or "bare" if not."""
        if self._director is None:
            return "bare"
        return "busy" if self._director.busy else "set"

    @property
    def user(self) -> User:
        """The person called `user`."""
        return _named(self.telegram.users, self.integer("user"), "person")

    @property
    def bot(self) -> Bot:
        """The bot called `bot`."""
        return _named(self.telegram.bots, self.integer("bot"), "bot")

    @property
    def chat(self) -> PrivateChat:
        """The chat of the two."""
        return self.telegram.chat(self.user, self.bot)

    def optional(self, name: str) -> int | None:
        """Return a number, None when it is missing."""
        return self.integer(name) if self.has(name) else None

    def words(self, name: str) -> str | None:
        """Return a text, None when it is missing or empty."""
        return self.text(name) or None


# What can be seen


def world(order: Order) -> JSON:
    """Return the time, the version (for `changes`), the stage, all bots, all people, and kinds."""
    telegram = order.telegram
    return {
        "now": telegram.clock.now(),
        "version": telegram.version,
        "stage": order.stage,
        "bots": [_bot(bot) for bot in telegram.bots.values()],
        "people": [
            {**user.account, "bio": user.bio, "role": user.role} for user in telegram.users.values()
        ],
        "kinds": KINDS,
    }


def phone(order: Order) -> JSON:
    """Return what `user` sees in the chat with `bot`."""
    return _phone(order.telegram, order.chat)


def phones(order: Order) -> list[JSON]:
    """Return what everybody sees in every chat: as `phone`, with `user` and `bot`."""
    telegram = order.telegram
    return [
        {"user": user.id, "bot": bot.id, **_phone(telegram, telegram.chat(user, bot))}
        for user in telegram.users.values()
        for bot in telegram.bots.values()
    ]


def answer(order: Order) -> JSON:
    """Return how the bot answered the tap whose id is `tap`: `count`, and the first answer."""
    tap = _named(order.telegram.answers, order.text("tap"), "tap")
    return {"count": tap.count, "text": tap.text, "show_alert": tap.show_alert}


def calls(order: Order) -> list[JSON]:
    """Return the calls that bots made after number `after`, oldest first."""
    after = order.integer("after")
    return [_told(call) for call in order.telegram.calls if call.number > after]


def faults(order: Order) -> list[JSON]:
    """Return the faults that wait."""
    return [asdict(fault) for fault in order.telegram.faults.waiting]


# What can be done


def say(order: Order) -> JSON:
    """Send `text` from `user` to `bot`, perhaps in `thread_id` or as `reply_to`."""
    place = order.optional("thread_id"), order.optional("reply_to")
    return order.telegram.says(order.user, order.bot, order.text("text"), *place)


def send(order: Order) -> JSON:
    """Send a `kind` that is not text, perhaps with a `caption`; else as `say`.

    It is an example, or made of a `file` with its `name` and its `data` in base64.
    """
    telegram, bot = order.telegram, order.bot
    kind, caption, file = order.text("kind"), order.text("caption"), order.json("file")
    if file is None:
        content = sample(telegram.files, bot, kind, caption)
    else:
        upload = Upload(str(file["name"]), b64decode(file["data"], validate=True))
        content = chosen(telegram.files, bot, kind, upload, caption)
    place = order.optional("thread_id"), order.optional("reply_to")
    return telegram.sends(order.user, bot, content, *place)


def edit(order: Order) -> JSON:
    """Change the text of the user's own `message_id` to `text`."""
    number = order.integer("message_id")
    return order.telegram.edits(order.user, order.bot, number, order.text("text"))


def delete(order: Order) -> None:
    """Delete `message_id` on both sides."""
    order.telegram.deletes(order.user, order.bot, order.integer("message_id"))


def react(order: Order) -> None:
    """React to `message_id` with `emoji`; without one take the reaction back."""
    number = order.integer("message_id")
    order.telegram.reacts(order.user, order.bot, number, order.words("emoji"))


def tap(order: Order) -> JSON:
    """Tap a button with `data` on `message_id`; the `tap` returned is for the view `answer`."""
    number = order.integer("message_id")
    return {"tap": order.telegram.taps(order.user, order.bot, number, order.text("data"))}


def open_link(order: Order) -> JSON:
    """Open `link` (or a bot's username) as `user` and press Start, perhaps with a `payload`."""
    return order.telegram.opens(order.user, order.text("link"), order.words("payload"))


def block(order: Order) -> None:
    """Let `user` block `bot`."""
    order.telegram.blocks(order.user, order.bot)


def unblock(order: Order) -> None:
    """Let `user` unblock `bot`."""
    order.telegram.unblocks(order.user, order.bot)


def delete_topic(order: Order) -> None:
    """Delete the topic `thread_id` by hand."""
    order.telegram.deletes_topic(order.user, order.bot, order.integer("thread_id"))


def push_clock(order: Order) -> JSON:
    """Move the clock forward by `seconds`."""
    match order.telegram.clock:
        case MovableClock() as clock:
            clock.push(timedelta(seconds=order.integer("seconds")))
        case _:
            raise ValueError("this clock cannot be moved")
    order.telegram.change()
    return {"now": clock.now()}


def add_person(order: Order) -> JSON:
    """Add a person: `first_name`, perhaps the other fields of a user, a `bio` and a `role`."""
    fields = ("last_name", "username", "language_code", "bio", "role")
    known = {name: order.words(name) for name in fields}
    user = order.telegram.add_user(order.text("first_name"), **known, id=order.optional("id"))
    order.telegram.change()
    return user.account


def add_bot(order: Order) -> JSON:
    """Add a bot: `token`, `username`, `name`, perhaps with `topics`, perhaps the `team`'s."""
    names = order.text("token"), order.text("username"), order.text("name")
    topics, team = order.flag("topics"), order.flag("team")
    account = order.telegram.add_bot(*names, topics=topics, team=team).account
    order.telegram.change()
    return account


def set_topics(order: Order) -> None:
    """Switch the Threaded Mode of `bot` to `topics`."""
    order.bot.topics = order.flag("topics")
    order.telegram.change()


def add_fault(order: Order) -> JSON:
    """Order trouble: the fields of `Fault`."""
    fault = order.telegram.faults.add(**order.values)
    order.telegram.change()
    return asdict(fault)


def clear_faults(order: Order) -> None:
    """Take all ordered trouble back."""
    order.telegram.faults.clear()
    order.telegram.change()


def restart(order: Order) -> None:
    """Stop the bot and start it again."""
    order.director.wish(Wish.RESTART)
    order.telegram.change()


def begin_afresh(order: Order) -> None:
    """Throw all away and begin anew."""
    order.director.wish(Wish.AFRESH)
    order.telegram.change()


def redeliver(order: Order) -> None:
    """Give the `last` updates that `bot` fetched once more."""
    order.telegram.redeliver(order.bot, order.integer("last", 1))


def inject(order: Order) -> None:
    """Queue `update` for `bot` as it is."""
    update = order.json("update")
    if not isinstance(update, dict):
        raise ValueError("an update is an object")  # noqa: TRY004 - the sentence is for the asker
    order.telegram.inject(order.bot, update)


VIEWS: Final[dict[str, Callable[[Order], Any]]] = {
    "world": world,
    "phone": phone,
    "phones": phones,
    "answer": answer,
    "calls": calls,
    "faults": faults,
}
ACTIONS: Final[dict[str, Callable[[Order], Any]]] = {
    "say": say,
    "send": send,
    "edit": edit,
    "delete": delete,
    "react": react,
    "tap": tap,
    "open": open_link,
    "block": block,
    "unblock": unblock,
    "delete_topic": delete_topic,
    "clock": push_clock,
    "person": add_person,
    "bot": add_bot,
    "topics": set_topics,
    "fault": add_fault,
    "clear_faults": clear_faults,
    "restart": restart,
    "afresh": begin_afresh,
    "redeliver": redeliver,
    "inject": inject,
}


def _named(things: dict[Key, Thing], key: Key, kind: str) -> Thing:
    """Return the thing with this key, or say that there is none of its kind."""
    if key not in things:
        raise ValueError(f"there is no such {kind}")
    return things[key]


def _bot(bot: Bot) -> JSON:
    """Return a bot as the page needs it."""
    creates = bot.users_create_topics
    return {**bot.account, "topics": bot.topics, "users_create_topics": creates, "team": bot.team}


def _phone(telegram: Telegram, chat: PrivateChat) -> JSON:
    """Return what the chat's person sees in it."""
    return {
        "started": chat.started,
        "blocked": chat.blocked,
        "messages": chat.messages,
        "topics": [{"thread_id": number, **topic} for number, topic in chat.topics.items()],
        "keyboard": chat.keyboard,
        "pinned": chat.pinned,
        "reactions": chat.reactions,
        "own_reactions": chat.own_reactions,
        "action": _action(telegram, chat),
        "commands": menu(chat.bot, chat.user),
        "about": about(chat.bot, chat.user),
    }


def _action(telegram: Telegram, chat: PrivateChat) -> str | None:
    """Return what the bot is seen doing, which lasts five seconds."""
    if chat.action is None or telegram.clock.now() - chat.action[1] > _ACTION_SHOWN:
        return None
    return chat.action[0]


def _told(call: Call) -> JSON:
    """Return a call as the log shows it, without its result."""
    return {
        "number": call.number,
        "at": call.at,
        "bot": call.bot.username,
        "method": call.method,
        "params": call.params,
        "ok": call.ok,
        "error": None if call.error is None else call.error.description,
        "fault": call.fault,
    }
