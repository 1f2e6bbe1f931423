"""The stand-in's world with people in it who wait for what they asked for."""

import asyncio
from collections.abc import AsyncIterator, Hashable, Iterable
from contextlib import asynccontextmanager
from functools import cache
from itertools import count
from time import perf_counter
from typing import Final, NamedTuple

from bot.core.clock import Clock
from bot.files import folder
from bot.sandbox.model import JSON, Bot, User
from bot.sandbox.records import Call
from bot.sandbox.telegram import Telegram

SHOWS: Final = frozenset({"sendmessage", "editmessagetext"})
ASKED: Final = folder("locales") / "ru" / "questions" / "appeal-deadline.txt"
"""Words that people use, in the letters of most who write. They are calm: what may be danger is
looked at more closely, and answered with more."""
PATIENCE: Final = 60.0
"""Seconds after which somebody who got no answer gives up, and the benchmark with them."""
IN_LETTERS: Final = str.maketrans("0123456789", "abcdefghij")
"""A long number in a line would be warned of, as one of a document."""


class NoAnswerError(Exception):
    """A bot left somebody waiting."""


class Heard(NamedTuple):
    """A line that has come to the other side."""

    seconds: float
    """How long it took."""
    copy: JSON
    """The message as it came."""


class World(Telegram):
    """Wakes exactly those whom a call concerns: `wait_change` would wake everybody."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock)
        self._hopes: dict[Hashable, asyncio.Future[JSON]] = {}
        self._lines = count()
        self._heard = 0
        self._refused = "nothing"
        self._unread: set[int] = set()
        self._all_read = asyncio.Event()
        self.last_read_at = 0.0
        """When the last of `reading` read, by `perf_counter`."""

    @asynccontextmanager
    async def reading(self, users: Iterable[User]) -> AsyncIterator[asyncio.Event]:
        """Run the block, then wait until each of these was sent something; the event says so."""
        self.has_readers(users)
        yield self._all_read
        try:
            async with asyncio.timeout(PATIENCE):
                await self._all_read.wait()
        except TimeoutError:
            raise NoAnswerError(f"{len(self._unread)} copies did not come") from None

    def has_readers(self, users: Iterable[User]) -> None:
        """Watch from now on who of these was sent something."""
        self._unread = {user.id for user in users}
        self._all_read.clear()

    @property
    def unread(self) -> int:
        """How many of these were sent nothing yet."""
        return len(self._unread)

    def word(self, user: User) -> str:
        """Return a word that nobody has said before."""
        return f"{user.id}-{next(self._lines)}".translate(IN_LETTERS)

    @asynccontextmanager
    async def hoping(self, *what: Hashable) -> AsyncIterator[list[JSON]]:
        """Run the block, then wait until all of these came: `answered`, `shown` or a last word.

        The list holds then what came.
        """
        loop = asyncio.get_running_loop()
        hopes = [self._hopes.setdefault(one, loop.create_future()) for one in what]
        came: list[JSON] = []
        yield came
        try:
            async with asyncio.timeout(PATIENCE):
                came.extend([await hope for hope in hopes])
        except TimeoutError:
            raise NoAnswerError(f"no answer came; refused before that: {self._refused}") from None

    def change(self) -> None:
        """Tell those who wait that something happened."""
        super().change()
        if self.calls and self.calls[-1].number != self._heard:
            self._heard = self.calls[-1].number
            self._hear(self.calls[-1])

    def _hear(self, call: Call) -> None:
        method = call.method.lower()
        if call.error is not None:
            self._refused = f"{method}: {call.error.description}"
        elif method == "answercallbackquery":
            self._came(answered(self.answers[call.params["callback_query_id"]].user), {})
        elif method in SHOWS:
            self._read(int(call.params["chat_id"]))
            self._came(("shown", int(call.params["chat_id"])), call.result)
            self._came(call.params["text"].rpartition(" ")[2], call.result)

    def _read(self, user_id: int) -> None:
        if user_id in self._unread:
            self._unread.discard(user_id)
            self.last_read_at = perf_counter()
            if not self._unread:
                self._all_read.set()

    def _came(self, what: Hashable, message: JSON) -> None:
        if hope := self._hopes.pop(what, None):
            hope.set_result(message)


@cache
def usual_line() -> str:
    """Return what people write in a line, of a usual length."""
    return ", ".join(ASKED.read_text(encoding="utf-8").splitlines()[:3])


def answered(user: User) -> Hashable:
    """Name what stops the clock of somebody's button."""
    return "answered", user.id


def shown(user: User) -> Hashable:
    """Name a screen that is sent to somebody, or edited for them."""
    return "shown", user.id


class Person:
    """Somebody with one of the bots open."""

    def __init__(self, world: World, user: User, bot: Bot) -> None:
        self._world, self._user, self._bot = world, user, bot

    @property
    def id(self) -> int:
        """Their Telegram id."""
        return self._user.id

    @asynccontextmanager
    async def starting(self) -> AsyncIterator[None]:
        """Say /start, run the block, and wait for the screen."""
        async with self._world.hoping(shown(self._user)):
            self._world.says(self._user, self._bot, "/start")
            yield

    async def starts(self) -> None:
        """Say /start, and wait for the screen."""
        async with self.starting():
            pass

    async def taps(self, data: str) -> float:
        """Tap a button of the screen; return the seconds until it was answered and shown."""
        screen = self._screen()
        keys = [key for row in screen["reply_markup"]["inline_keyboard"] for key in row]
        if not any(key["callback_data"] == data for key in keys):
            raise LookupError(f"this screen has no button {data}")
        began = perf_counter()
        async with self._world.hoping(answered(self._user), shown(self._user)):
            self._world.taps(self._user, self._bot, screen["message_id"], data)
        return perf_counter() - began

    async def says(self, thread_id: int | None = None, reply_to: int | None = None) -> Heard:
        """Write a line, and wait until it has come to the other side."""
        word = self._world.word(self._user)
        line = f"{usual_line()} {word}"
        began = perf_counter()
        async with self._world.hoping(word) as came:
            self._world.says(self._user, self._bot, line, thread_id, reply_to)
        return Heard(perf_counter() - began, came[0])

    def _screen(self) -> JSON:
        chat = self._world.chat(self._user, self._bot)
        return chat.history[chat.last_id]
