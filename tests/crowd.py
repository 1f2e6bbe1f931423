"""A crowd that has been here before, and broadcasts for it: written into the database directly."""

from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import TypeVar

from bot.core.broadcasts import BroadcastId, Segment
from bot.core.languages import Language
from bot.core.outgoing import BotName, Letter
from bot.sandbox.model import User
from bot.start import prepared
from bot.store.store import Store
from bot.store.writer import Unit
from tests.town import Town

T = TypeVar("T")

WORDS = {Language.RUSSIAN: "Новость для всех", Language.FINNISH: "Uutinen kaikille"}


class Crowd:
    """People who agreed to be known here, Russian and Finnish by turns, and wait for nothing."""

    def __init__(self, town: Town, users: Sequence[User]) -> None:
        self.town, self.users = town, users

    def copies(self) -> Counter[int]:
        """Count what each of them read of a broadcast, by their Telegram ids."""
        return Counter(
            {
                user.id: sum(
                    any(words in message["text"] for words in WORDS.values())
                    for message in self.read_by(user)
                )
                for user in self.users
            }
        )

    def read_by(self, user: User) -> list[dict[str, str]]:
        """Return what one of them was sent."""
        chat = self.town.telegram.chat(user, self.town.outside)
        return [message for message in chat.messages if "text" in message]


def language_of(number: int) -> Language:
    return list(Language)[number % 2]


async def crowd_in(town: Town, size: int) -> Crowd:
    """Let so many people be known to the bot, without a word."""
    users = [town.telegram.add_user(f"Person {number}") for number in range(size)]
    for user in users:
        town.telegram.chat(user, town.outside).started = True

    async def unit(store: Store) -> None:
        for number, user in enumerate(users):
            person = await store.people.meet(user.id, BotName.EMIGRE)
            await store.people.choose_language(person.id, language_of(number))
            await store.people.agree(person.id)

    await written(town, unit)
    return Crowd(town, users)


async def broadcast(town: Town, segment: Segment = Segment.EMIGRES) -> BroadcastId:
    """Let a broadcast go, as if two coordinators had said yes."""

    async def unit(store: Store) -> BroadcastId:
        author = await store.people.meet(town.telegram.add_user("Author").id, BotName.DESK)
        draft = await store.broadcasts.begin(author.id, segment)
        letters = {language: Letter(words) for language, words in WORDS.items()}
        assert await store.broadcasts.send(draft, letters, author.id, BotName.DESK)
        return draft.id

    made: BroadcastId = await written(town, unit)
    if town.app:
        town.app.sender.wake()
    return made


async def written(town: Town, unit: Unit[T]) -> T:
    """Run a unit in the bot, or beside it where it is a process of its own."""
    if town.app:
        return await town.app.writer.run(unit)
    async with beside(town) as store:
        return await unit(store)


@asynccontextmanager
async def beside(town: Town) -> AsyncIterator[Store]:
    """Open the database of a bot that runs in another process, for one transaction."""
    async with prepared(town.settings) as (engine, keys), engine.begin() as connection:
        yield Store(connection, town.clock, keys)
