"""A database in which many people have been before, made quickly and directly."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, Final

from sqlalchemy import Table, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.broadcasts import BroadcastState, RecipientState, Segment
from bot.core.clock import SystemClock
from bot.core.languages import Language
from bot.core.outgoing import BotName, Kind, Lane, Letter, OutgoingState, Side
from bot.core.people import CONSENT, EMIGRE_ALIASES, HELPER_ALIASES, Role
from bot.core.requests import State
from bot.settings import Settings
from bot.start import prepared
from bot.store.keys import KeyRing
from bot.store.tables import (
    broadcasts,
    chats,
    members,
    messages,
    outbox,
    people,
    places,
    recipients,
    requests,
)

PORTION: Final = 10_000
A_FEW: Final = 500
"""Values in one statement."""
ASKED_BEFORE: Final = 10
"""One person in so many has a question that was answered and closed."""

Row = dict[str, Any]


async def settle(
    settings: Settings,
    user_ids: Sequence[int],
    held: Mapping[int, Sequence[int]],
    team_bot: BotName,
) -> None:
    """Fill a fresh database with people who chose their language and agreed, by their Telegram ids.

    `held`: the volunteers, and whose requests each of them has; all are among the `user_ids`.
    """
    numbers = {user_id: number for number, user_id in enumerate(user_ids, 1)}
    helpers = [numbers[helper] for helper in held]
    asking = {numbers[asker]: numbers[helper] for helper in held for asker in held[helper]}
    busy = {*asking, *helpers}
    before = [n for n in numbers.values() if n % ASKED_BEFORE == 0 and n not in busy]
    now, by = SystemClock().now(), helpers[0]
    async with prepared(settings) as (engine, keys), engine.begin() as connection:
        await fill(connection, people, people_of(numbers, keys))
        await fill(connection, members, [_volunteer(n, now) for n in helpers])
        opened = [_request(n, helper, now, is_open=True) for n, helper in asking.items()]
        await fill(connection, requests, opened)
        await fill(connection, requests, [_request(n, by, now, is_open=False) for n in before])
        await fill(connection, chats, (chat_of(n, asking=n in asking) for n in numbers.values()))
        if team_bot is BotName.DESK:
            await fill(connection, chats, [_desk_chat(n) for n in helpers])
        await fill(connection, messages, [_message(n, now) for n in before])
        await fill(connection, places, [_home(n) for n in before])
        await fill(connection, outbox, [_sent(n, now) for n in before])


async def send_broadcast(settings: Settings, user_ids: Sequence[int]) -> None:
    """Let a broadcast go to people, by their Telegram ids, as soon as the bot looks."""
    letters = {language.value: Letter("A broadcast. " * 20) for language in Language}
    async with prepared(settings) as (engine, keys), engine.begin() as connection:
        made = await connection.execute(
            insert(broadcasts)
            .values(
                segment=Segment.EMIGRES,
                state=BroadcastState.GOING,
                texts={},
                letters=letters,
                made_at=SystemClock().now(),
                began_at=SystemClock().now(),
            )
            .returning(broadcasts.c.id)
        )
        number = made.scalar_one()
        hashes = [keys.lookup_hash("tg-id", user_id) for user_id in user_ids]
        for some in range(0, len(hashes), A_FEW):
            found = await connection.execute(
                select(people.c.id).where(people.c.user_hash.in_(hashes[some : some + A_FEW]))
            )
            copies = [
                {"broadcast_id": number, "person_id": person, "state": RecipientState.WAITING}
                for person in found.scalars()
            ]
            await connection.execute(insert(recipients), copies)


async def fill(connection: AsyncConnection, table: Table, rows: Iterable[Row]) -> None:
    """Insert in portions: 100,000 rows at once would be a lot of memory."""
    remaining = iter(rows)
    while portion := list(islice(remaining, PORTION)):
        await connection.execute(insert(table), portion)


def people_of(numbers: dict[int, int], keys: KeyRing) -> Iterator[Row]:
    """Yield people who agreed, by their Telegram ids and our own numbers."""
    languages = list(Language)
    for user_id, number in numbers.items():
        yield {
            "id": number,
            "user_hash": keys.lookup_hash("tg-id", user_id),
            "user_id": user_id,
            "language": languages[number % len(languages)],
            "agreed_to": CONSENT,
        }


def _volunteer(number: int, now: datetime) -> Row:
    code = f"{number % 1000:03}"
    return {"person_id": number, "role": Role.VOLUNTEER, "code": code, "joined_at": now}


def chat_of(number: int, *, asking: bool) -> Row:
    """Return the chat of a person, with the same number; who asks has the request before them."""
    showing = number if asking else None
    return {"id": number, "person_id": number, "bot": BotName.EMIGRE, "showing_id": showing}


def _desk_chat(number: int) -> Row:
    """Return the chat of a helper with the team's own bot."""
    return {"person_id": number, "bot": BotName.DESK}


def _request(number: int, helper: int, now: datetime, *, is_open: bool) -> Row:
    """Return the request of a person, with the same number."""
    return {
        "id": number,
        "code": f"{number:05}",
        "emigre_id": number,
        "alias": EMIGRE_ALIASES[0],
        "language": Language.RUSSIAN,
        "state": State.CLAIMED if is_open else State.CLOSED,
        "helper_id": helper,
        "helper_alias": HELPER_ALIASES[0],
        "made_at": now,
        "closed_at": None if is_open else now,
    }


def _message(number: int, now: datetime) -> Row:
    return {
        "request_id": number,
        "author": Side.EMIGRE,
        "text": "A question of a usual length. " * 10,
        "said_at": now,
        "chat_id": number,
        "message_id": 1,
    }


def _home(number: int) -> Row:
    return {"id": number, "person_id": number, "side": Side.EMIGRE}


def _sent(number: int, now: datetime) -> Row:
    """Return a letter that went to the person's home."""
    return {
        "place_id": number,
        "lane": Lane.ANSWERS,
        "kind": Kind.NOTICE,
        "state": OutgoingState.SENT,
        "request_id": number,
        "not_before": now,
        "sent_at": now,
        "chat_id": number,
        "sent_id": 1,
    }
