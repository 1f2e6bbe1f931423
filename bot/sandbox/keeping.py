"""The stand-in's world on disk, so that a sandbox goes on where it was, however it ended.

Before any answer leaves the stand-in, what has changed is written: nobody was told of something
that a kill can undo. Kept are people, bots, private chats, files, what waits for the bots, and
the clock; not kept are the log, trouble that was ordered, and groups, which no page makes.
"""

from dataclasses import asdict, fields
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import orjson

from bot.sandbox.clock import MovableClock
from bot.sandbox.files import File
from bot.sandbox.model import JSON, Bot, PrivateChat, User
from bot.sandbox.telegram import Telegram

VERSION: Final = 1
"""Goes up whenever an older world cannot be read any more."""

_BY_NUMBER: Final = frozenset(
    {"history", "topics", "replies", "reply_keyboards", "reactions", "own_reactions"}
)
"""What a chat has by number, which JSON makes a text of."""
_PLAIN: Final = frozenset(
    {"started", "blocked", "last_id", "last_topic", "keyboard", "pinned", "instance"}
)
_OF_BOT: Final = ("username", "name", "topics", "users_create_topics", "team")


class UnreadableWorldError(Exception):
    """The world was written by another version, or by something else."""


class Keeper:
    """Writes a world into a folder: `world.json`, and the bytes of each file beside it."""

    def __init__(self, folder: Path, telegram: Telegram, clock: MovableClock) -> None:
        self._folder = folder
        self._telegram = telegram
        self._clock = clock
        self._written: int | None = None

    async def before_answer(self, *_: object) -> None:
        """Write what has changed since the first `write`, as aiohttp is about to answer."""
        if self._written not in {None, self._telegram.version}:
            self.write()

    def write(self) -> None:
        """Write everything; a kill in the middle leaves what was there before."""
        for file in self._telegram.files:
            path = _bytes_of(self._folder, file.unique_id)
            if not path.exists():
                _write(path, file.data)
        packed = _packed(self._telegram, self._clock)
        _write(_world(self._folder), orjson.dumps(packed, option=orjson.OPT_NON_STR_KEYS))
        self._written = self._telegram.version


def holds_world(folder: Path) -> bool:
    """Tell whether a world was written into `folder`."""
    return _world(folder).exists()


def forget_world(folder: Path) -> None:
    """Let the folder hold no world; its files' bytes go with the folder `files`."""
    _world(folder).unlink(missing_ok=True)


def read_world(folder: Path) -> tuple[Telegram, MovableClock]:
    """Return the world in `folder` and its clock. Raises UnreadableWorldError."""
    try:
        kept = orjson.loads(_world(folder).read_bytes())
        if kept["version"] != VERSION:
            raise UnreadableWorldError
        return _unpacked(kept, folder)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise UnreadableWorldError from None


def _world(folder: Path) -> Path:
    return folder / "world.json"


def _bytes_of(folder: Path, unique_id: str) -> Path:
    return folder / "files" / unique_id


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_bytes(content)
    fresh.replace(path)


# What it looks like


def _packed(telegram: Telegram, clock: MovableClock) -> JSON:
    return {
        "version": VERSION,
        "ahead": clock.offset.total_seconds(),
        "taps": telegram.tapped,
        "bots": [_packed_bot(bot) for bot in telegram.bots.values()],
        "users": [asdict(user) for user in telegram.users.values()],
        "chats": [_packed_chat(chat) for chat in telegram.private_chats],
        "files": [_packed_file(file) for file in telegram.files],
    }


def _unpacked(kept: JSON, folder: Path) -> tuple[Telegram, MovableClock]:
    clock = MovableClock(timedelta(seconds=kept["ahead"]))
    telegram = Telegram(clock)
    telegram.tapped = kept["taps"]
    for bot in kept["bots"]:
        _unpack_bot(telegram, bot)
    for user in kept["users"]:
        telegram.users[user["id"]] = User(**user)
    for chat in kept["chats"]:
        _unpack_chat(telegram, chat)
    for file in kept["files"]:
        path = _bytes_of(folder, file["unique_id"])
        data = path.read_bytes() if path.exists() else b""
        telegram.files.put(File(**file, data=data))
    return telegram, clock


def _packed_bot(bot: Bot) -> JSON:
    return {
        "token": bot.token,
        **{name: getattr(bot, name) for name in _OF_BOT},
        "commands": _pairs(bot.commands),
        "words": _pairs(bot.words),
        "menu_buttons": _pairs(bot.menu_buttons),
        "updates": bot.updates.kept,
    }


def _unpack_bot(telegram: Telegram, kept: JSON) -> None:
    bot = telegram.add_bot(kept["token"], kept["username"], kept["name"])
    for name in _OF_BOT:
        setattr(bot, name, kept[name])
    bot.commands.update({tuple(key): commands for key, commands in kept["commands"]})
    bot.words.update({tuple(key): words for key, words in kept["words"]})
    bot.menu_buttons.update(kept["menu_buttons"])
    bot.updates.restore(kept["updates"])


def _packed_chat(chat: PrivateChat) -> JSON:
    told = {name: getattr(chat, name) for name in _PLAIN | _BY_NUMBER}
    return {"user": chat.user.id, "bot": chat.bot.id, **told}


def _unpack_chat(telegram: Telegram, kept: JSON) -> None:
    chat = telegram.chat(telegram.users[kept["user"]], telegram.bots[kept["bot"]])
    for name in _PLAIN:
        setattr(chat, name, kept[name])
    for name in _BY_NUMBER:
        setattr(chat, name, {int(number): value for number, value in kept[name].items()})


def _packed_file(file: File) -> JSON:
    names = (one.name for one in fields(file) if one.name != "data")
    return {name: getattr(file, name) for name in names}


def _pairs(things: dict[Any, Any]) -> list[Any]:
    """Return a dictionary as JSON can hold it whatever its keys are."""
    return list(things.items())
