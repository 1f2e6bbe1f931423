"""People and requests that the tests of the store need."""

from bot.core.languages import Language
from bot.core.outgoing import BotName, Kind, Letter, Side
from bot.core.people import Role
from bot.core.requests import Event, Refused
from bot.core.styles import Styled
from bot.store.people import Person
from bot.store.requests import Request
from bot.store.store import Store

MARK = "MARKED-words"
NUMBER = 1234567890123
"""What is looked for: somebody's words, and their Telegram number."""


async def person(store: Store, number: int = 1, bot: BotName = BotName.EMIGRE) -> Person:
    """Return somebody, by a Telegram number."""
    return await store.people.meet(number, bot)


async def member(store: Store, number: int, role: Role = Role.VOLUNTEER) -> Person:
    """Return somebody who belongs to the team."""
    newcomer = await person(store, number)
    assert await store.team.admit(newcomer.id, await store.team.invite(role)) is role
    return await person(store, number)


async def moved(store: Store, request: Request, *events: Event) -> Request:
    """Let events happen to a request."""
    for event in events:
        led = await store.requests.move(request, event)
        assert not isinstance(led, Refused)
        request = led
    return request


async def offered(store: Store, emigre: Person) -> Request:
    """Return a request that was sent and offered."""
    draft = await store.requests.begin(emigre.id, Language.RUSSIAN)
    return await moved(store, draft, Event.SEND, Event.OFFER)


async def fill(store: Store) -> None:
    """Say something marked in every way that there is."""
    vera = await store.people.meet(NUMBER, BotName.EMIGRE)
    request = await store.requests.begin(vera.id, Language.RUSSIAN)
    await store.requests.say(
        request.id,
        Side.EMIGRE,
        Styled(MARK),
        said_at=store.clock.now(),
        chat_id=vera.chat_id,
        message_id=5,
    )
    place = await store.outbox.place(vera.id, Side.TEAM, request.id, title=MARK)
    await store.outbox.put(place, Kind.RELAY, Letter(MARK))
    await store.installation.put("mark", MARK)
