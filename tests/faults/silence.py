"""Puts beside a running program what the team hears of a silence, as the clock would."""

from typing import Any

from sqlalchemy import select, update

from bot.core.outgoing import BotName, Kind, OutgoingState
from bot.core.requests import State
from bot.relay.silence import break_silence, hasten
from bot.start import prepared
from bot.store.store import Store
from bot.store.tables import chats, outbox, requests
from tests.town import Phone, Town


async def falls_silent(town: Town, vera: Phone) -> None:
    """Tell who has the only question that its author answers nothing; she wakes the sender."""
    await _in_store(town, _tell)
    vera.says("/start")


async def answers_after_all(town: Town, vera: Phone, told: dict[str, Any]) -> None:
    """Tell them that she has answered, in the place of `told`, as if that had been the news."""

    async def tell(store: Store) -> None:
        await _tell(store)
        here = select(chats.c.id).where(chats.c.bot == BotName.DESK).scalar_subquery()
        await store.connection.execute(
            update(outbox)
            .where(outbox.c.kind == Kind.SILENCE)
            .values(state=OutgoingState.SENT, sent_id=told["message_id"], chat_id=here)
        )
        request = await _question(store)
        await break_silence(store, request.emigre_id)

    await _in_store(town, tell)
    vera.says("/start")


async def _tell(store: Store) -> None:
    await hasten(store, await _question(store))


async def _question(store: Store) -> Any:  # noqa: ANN401 - a request
    held = requests.c.state.in_([State.CLAIMED, State.ANSWERED])
    number = (await store.connection.execute(select(requests.c.id).where(held))).scalar_one()
    return await store.requests.by_id(number)


async def _in_store(town: Town, do: Any) -> None:  # noqa: ANN401 - a unit of work
    async with prepared(town.settings) as (engine, keys), engine.begin() as connection:
        await do(Store(connection, town.clock, keys))
