"""A small town of people with phones, and the real bot over HTTP: what the journeys are told in."""

import asyncio
import atexit
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Protocol

from bot.app import App, running
from bot.core.clock import Clock
from bot.core.outgoing import BotName, OutgoingState
from bot.core.people import Role
from bot.sandbox.clock import MovableClock
from bot.sandbox.model import Bot, User
from bot.sandbox.server import Server, serve
from bot.sandbox.telegram import Telegram
from bot.settings import Settings
from bot.start import prepared
from bot.store.invitation import invitation
from bot.store.keys import KeyRing
from bot.store.retention import sweep
from bot.store.store import Store
from bot.store.tables import outbox

TOKENS = ("7000000001:TOWN-emigres", "7000000002:TOWN-desk")
PATIENCE = 20.0
"""Seconds after which a test that waits for something fails; nothing sleeps so long."""


def fits(text: str, label: str) -> bool:
    """Whether a button's text is a label, begins with it ("My …"), or holds it ("… my …")."""
    if label.startswith("…"):
        return label.strip("…") in text
    return text.startswith(label[:-1]) if label.endswith("…") else text == label


class Phone:
    """One person's chat with one bot: what they read, write and tap."""

    def __init__(self, town: "Town", user: User, bot: Bot) -> None:
        self.town, self.user, self.bot = town, user, bot

    @property
    def messages(self) -> list[dict[str, Any]]:
        """What the chat shows now, service messages left out."""
        chat = self.town.telegram.chat(self.user, self.bot)
        return [message for message in chat.messages if "text" in message]

    @property
    def from_bot(self) -> list[dict[str, Any]]:
        """What the bot wrote, as it stands now."""
        return [message for message in self.messages if message["from"]["id"] == self.bot.id]

    @property
    def said(self) -> list[dict[str, Any]]:
        """What the person wrote, as it stands now."""
        return [message for message in self.messages if message["from"]["id"] == self.user.id]

    def answers_to(self, written: dict[str, Any]) -> list[dict[str, Any]]:
        """What the bot wrote in reply to one message."""
        number = written["message_id"]
        return [
            message
            for message in self.from_bot
            if message.get("reply_to_message", {}).get("message_id") == number
        ]

    @property
    def labels(self) -> list[str]:
        """What stands on the buttons of the latest message that has any."""
        for message in reversed(self.from_bot):
            if rows := message.get("reply_markup", {}).get("inline_keyboard"):
                return [key["text"] for row in rows for key in row]
        return []

    def shows_in_order(self, *words: str) -> bool:
        """Whether what the bot wrote shows these words, each first seen after the one before."""
        texts = [message["text"] for message in self.from_bot]
        firsts = [next(n for n, text in enumerate(texts) if word in text) for word in words]
        return firsts == sorted(firsts)

    async def sees(self, words: str) -> dict[str, Any]:
        """Wait until something the bot wrote holds `words`; return the latest such message."""
        async with asyncio.timeout(PATIENCE):
            while True:
                version = self.town.telegram.version
                found = [message for message in self.from_bot if words in message["text"]]
                if found:
                    return found[-1]
                await self.town.telegram.wait_change(after=version)

    def says(
        self, text: str, *, thread_id: int | None = None, reply_to: int | None = None
    ) -> dict[str, Any]:
        """Type and send."""
        where = {"thread_id": thread_id, "reply_to": reply_to}
        return self.town.telegram.says(self.user, self.bot, text, **where)

    async def taps(self, label: str) -> None:
        """Tap the latest button that `fits` a label, and wait for its clock to stop."""
        message, data = await self.button(label)
        await self.presses(message, data)

    async def presses(self, message: dict[str, Any], data: str) -> str | None:
        """Press one button, and return the words that the bot answered with, if any."""
        telegram = self.town.telegram
        tap = telegram.taps(self.user, self.bot, message["message_id"], data)
        async with asyncio.timeout(PATIENCE):
            while not telegram.answers[tap].count:
                await telegram.wait_change(after=telegram.version)
        return telegram.answers[tap].text

    async def one_of(self, *labels: str) -> str:
        """Wait until the latest buttons have one of these labels; return the first that stands."""
        await self.until(lambda: bool(set(labels) & set(self.labels)))
        return next(label for label in labels if label in self.labels)

    async def loses(self, words: str) -> None:
        """Wait until nothing that the bot wrote holds `words`."""
        await self.until(lambda: not any(words in message["text"] for message in self.from_bot))

    async def misses(self, message: dict[str, Any]) -> None:
        """Wait until a message is deleted."""
        number = message["message_id"]
        await self.until(lambda: all(each["message_id"] != number for each in self.messages))

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds of what the phones show."""
        async with asyncio.timeout(PATIENCE):
            while not holds():
                await self.town.telegram.wait_change(after=self.town.telegram.version)

    async def button(self, label: str) -> tuple[dict[str, Any], str]:
        """Wait for a button; return the latest message that has it, and what it carries."""
        async with asyncio.timeout(PATIENCE):
            while (found := self._button(label)) is None:
                await self.town.telegram.wait_change(after=self.town.telegram.version)
        return found

    def _button(self, label: str) -> tuple[dict[str, Any], str] | None:
        for message in reversed(self.from_bot):
            for row in message.get("reply_markup", {}).get("inline_keyboard", []):
                for key in row:
                    if fits(key["text"], label):
                        return message, key["callback_data"]
        return None

    def opens(self, link: str) -> None:
        """Open a t.me link."""
        self.town.telegram.opens(self.user, link)


class PushableClock(Clock, Protocol):
    """A clock that a test moves."""

    def push(self, by: timedelta) -> None: ...


class Town:
    """The people and the bots. `invite` makes a link that lets somebody into the team."""

    def __init__(
        self,
        telegram: Telegram,
        settings: Settings,
        clock: PushableClock,
        invite: Callable[[Role], Awaitable[str]],
    ) -> None:
        self.telegram, self.settings, self.clock, self.invite = telegram, settings, clock, invite
        self.refused_by_plan: set[str] = set()
        """Methods that a test expects Telegram to refuse."""
        self.server: Server | None = None
        self.app: App | None = None
        bots = list(telegram.bots.values())
        self.outside, self.inside = bots[0], bots[-1]

    @property
    def refusals(self) -> list[str]:
        """What the bot asked for and Telegram refused, where no trouble was ordered."""
        return [
            f"{call.method}: {call.error}"
            for call in self.telegram.calls
            if call.error
            and not call.fault
            and call.method not in self.refused_by_plan
            and "message is not modified" not in call.error.description
        ]

    async def emigre(self, language: str, name: str = "Vera", *, agrees: bool = True) -> Phone:
        """Let somebody arrive, choose a language, agree or not to what is kept, and come home."""
        user = self.telegram.add_user(name, language_code=language)
        return await self.arrives(Phone(self, user, self.outside), agrees=agrees)

    async def arrives(self, phone: Phone, *, agrees: bool = True) -> Phone:
        """Let somebody with a phone arrive, choose its language, agree or not, and come home."""
        language = phone.user.language_code or "ru"
        phone.says("/start")
        await phone.sees(CHOOSE[language])
        await phone.taps(NAME[language])
        if agrees:
            await phone.taps(ASK[language])
            await phone.taps(AGREE[language])
        await phone.taps(HOME[language])
        return phone

    async def member(
        self,
        language: str,
        role: Role = Role.VOLUNTEER,
        name: str = "Olli",
        *,
        agrees: bool = True,
    ) -> Phone:
        """Let somebody join the team by an invitation, and agree to how we work or not yet."""
        user = self.telegram.add_user(name, language_code=language)
        return await self.joins(Phone(self, user, self.inside), role, agrees=agrees)

    async def joins(
        self, phone: Phone, role: Role = Role.VOLUNTEER, *, agrees: bool = True
    ) -> Phone:
        """Let somebody with a phone join the team by an invitation."""
        language = phone.user.language_code or "ru"
        phone.opens(await self.invite(role))
        await phone.sees(CHOOSE[language])
        await phone.taps(NAME[language])
        if agrees:
            await phone.taps(CONDUCT[language])
            await phone.taps(AGREE_TO_IT[language])
        return phone

    async def quiet(self) -> None:
        """Wait until the bot has heard everything and has nothing to do before the clock moves."""
        bots = self.telegram.bots.values()
        async with asyncio.timeout(PATIENCE):
            while any(bot.updates.waiting for bot in bots):  # noqa: ASYNC110 - told by no event
                await asyncio.sleep(0.01)
        await self.idle()

    async def idle(self) -> None:
        """Wait until the bot has nothing to do with what it has heard before the clock moves."""
        assert self.app
        async with asyncio.timeout(PATIENCE):
            while await self.app.writer.run(self._busy):  # noqa: ASYNC110 - told by no event
                await asyncio.sleep(0.01)

    async def _busy(self, store: Store) -> bool:
        assert self.app
        sending = outbox.select().where(outbox.c.state == OutgoingState.SENDING)
        due = (
            []
            if self.app.sender.stopped
            else await store.queue.due(1, BotName.DESK, store.clock.now())
        )
        timer = await store.timers.next()
        return bool(
            due
            or (timer and timer <= store.clock.now())
            or await store.inbox.waiting(0, 1)
            or (await store.connection.execute(sending)).first()
        )

    async def swept(self) -> None:
        """Let go of what has been kept long enough, as the bot does every hour."""
        assert self.app
        await self.app.writer.run(sweep)

    async def coordinator(self, language: str, name: str = "Kaisa") -> Phone:
        """Let a coordinator join."""
        return await self.member(language, Role.COORDINATOR, name)


CHOOSE = {"ru": "Выберите язык.", "fi": "Valitse kieli."}
NAME = {"ru": "Русский", "fi": "Suomi"}
ASK = {"ru": "Спросить человека", "fi": "Kysy ihmiseltä"}
AGREE = {"ru": "Да, согласиться", "fi": "Kyllä, suostun"}
CONDUCT = {"ru": "Как мы работаем", "fi": "Näin toimimme"}
AGREE_TO_IT = {"ru": "Согласиться", "fi": "Suostun"}
HOME = {"ru": "Главное меню", "fi": "Alkuun"}


def settings_for(telegram: Telegram, server: str, folder: Path, *, flat: bool) -> Settings:
    """Add one bot, or two of which the team's has topics, and settle them in a folder."""
    if not telegram.bots:
        telegram.add_bot(token=TOKENS[0], username="town_bot", name="Town")
    if not flat and len(telegram.bots) == 1:
        telegram.add_bot(token=TOKENS[1], username="town_desk_bot", name="Town desk", topics=True)
    settings = Settings(
        _env_file=None,
        bot_token=TOKENS[0],
        desk_bot_token=None if flat else TOKENS[1],
        telegram_api_url=server,
        database_url=None,
        data_dir=folder / "data",
        key_file=folder / "keys" / "majakka.key",
        send_rate=0,
    )
    if not settings.key_file.exists():
        shutil.copytree(beginning(), folder, dirs_exist_ok=True)
    return settings


@cache
def beginning() -> Path:
    """Return a folder with a key, and a database in which nobody is: made once for all towns."""
    folder = Path(mkdtemp(prefix="town-"))
    atexit.register(shutil.rmtree, folder)
    settings = Settings(
        _env_file=None,
        database_url=None,
        data_dir=folder / "data",
        key_file=folder / "keys" / "majakka.key",
    )
    KeyRing.new().save(settings.key_file)

    async def prepare() -> None:
        async with prepared(settings):
            pass

    with ThreadPoolExecutor(1) as aside:  # a loop runs here already
        aside.submit(asyncio.run, prepare()).result()
    return folder


@asynccontextmanager
async def town_of(
    folder: Path, *, flat: bool, telegram: Telegram | None = None
) -> AsyncIterator[Town]:
    """Build a town, or come back to one that `telegram` remembers, and run the real bot in it."""
    telegram = telegram or Telegram(MovableClock.by_day())
    clock = telegram.clock
    assert isinstance(clock, MovableClock)
    async with serve(telegram) as server:
        settings = settings_for(telegram, server.url, folder, flat=flat)
        async with (
            prepared(settings) as (engine, keys),
            running(settings, engine, keys, clock) as app,
        ):
            write = app.writer.run
            town = Town(
                telegram,
                settings,
                clock,
                lambda role: write(lambda store: invitation(store, role)),
            )
            town.server, town.app = server, app
            yield town
