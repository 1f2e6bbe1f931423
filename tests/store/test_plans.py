"""What is asked after each tap or letter reads the rows that it needs, and never a whole table."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.broadcasts import BroadcastId, Segment
from bot.core.dates import DateId
from bot.core.eyes import HeldId
from bot.core.languages import Language
from bot.core.outgoing import BotName, PlaceId, Side
from bot.core.people import PersonId
from bot.core.requests import MessageId, RequestId, State
from bot.core.timers import TimerKind
from bot.store.recipients import Going
from bot.store.requests import Request
from bot.store.store import Store

GOING = Going(BroadcastId(1), Segment.EMIGRES, {})
REQUEST = Request(
    RequestId(1), "AAAAA", PersonId(1), "", Language.RUSSIAN, State.CLAIMED, PersonId(2), ""
)
SHORT = {"ix_outbox_heads", "ix_requests_offered", "ix_broadcasts_going", "ix_held_answers_waiting"}
"""Indexes of what waits alone: these may be read from one end to the other."""

ASKED_ALL_DAY: dict[str, Callable[[Store], Awaitable[Any]]] = {
    "what is due": lambda store: store.queue.due(100, BotName.EMIGRE, store.clock.now()),
    "when to wake": lambda store: store.queue.wakes_at(store.clock.now()),
    "who is here": lambda store: store.people.meet(1, BotName.EMIGRE),
    "a request": lambda store: store.requests.by_id(RequestId(1)),
    "by its code": lambda store: store.requests.by_code("AAAAA"),
    "an open request": lambda store: store.requests.open_of(PersonId(1)),
    "a draft": lambda store: store.requests.draft_of(PersonId(1)),
    "who is of the team": lambda store: store.team.member(PersonId(1)),
    "what waits": lambda store: store.requests.offered(),
    "what a helper has": lambda store: store.requests.held_by(PersonId(1)),
    "what was said": lambda store: store.requests.said_in(RequestId(1)),
    "a place": lambda store: store.outbox.place(PersonId(1), Side.EMIGRE),
    "which silences are over": lambda store: store.copies.settled([RequestId(1), RequestId(2)]),
    "whose request": lambda store: store.outbox.request_of(PlaceId(1)),
    "what was sent": lambda store: store.outbox.sent_as(1, 1),
    "what came in": lambda store: store.inbox.waiting(0, 500),
    "what goes to many": lambda store: store.recipients.going(),
    "who gets it next": lambda store: store.recipients.due(
        GOING, 100, BotName.EMIGRE, store.clock.now()
    ),
    "what became of it": lambda store: store.broadcasts.progress(GOING.id),
    "somebody's cases": lambda store: store.cases.all_of(PersonId(1)),
    "how they wish to be reminded": lambda store: store.cases.wishes_of(PersonId(1)),
    "their dates": lambda store: store.dates.all_of(PersonId(1)),
    "a date": lambda store: store.dates.one(PersonId(1), DateId(1)),
    "dates to look at": lambda store: store.dates.due(),
    "the next timer": lambda store: store.timers.next(),
    "an answer that waits": lambda store: store.eyes.at(1, 1),
    "what waits of a request": lambda store: store.eyes.undecided_in(RequestId(1)),
    "what waits for eyes": lambda store: store.eyes.waiting(),
    "what is shown of an answer": lambda store: store.eyes.shown(HeldId(1)),
    "who reads": lambda store: store.companions.seats(REQUEST),
    "who helps along": lambda store: store.companions.writing(RequestId(1), 1),
    "words in a chat": lambda store: store.copies.message_at(1, 1),
    "where words stand": lambda store: store.copies.number_at(PlaceId(1), MessageId(1)),
    "a timer that is set": lambda store: store.timers.set(TimerKind.QUIET, request=None),
    "a timer": lambda store: store.timers.due(TimerKind.OFFER),
}


async def plan(engine: AsyncEngine, store: Store, ask: Callable[[Store], Awaitable[Any]]) -> str:
    """Return how SQLite reads the tables for what `ask` asks."""
    asked: list[tuple[str, tuple[Any, ...]]] = []

    def listen(statement: str, parameters: tuple[Any, ...], **_: object) -> None:
        asked.append((statement, parameters))

    event.listen(engine.sync_engine, "before_cursor_execute", listen, named=True)
    await ask(store)
    steps = [
        step.detail
        for statement, parameters in tuple(asked)
        for step in await store.connection.exec_driver_sql(
            f"EXPLAIN QUERY PLAN {statement}", parameters
        )
    ]
    return "\n".join(steps)


def reads_a_whole_table(step: str) -> bool:
    if step.startswith("SEARCH"):
        return " USING " not in step
    return step.startswith("SCAN") and not any(step.endswith(index) for index in SHORT)


@pytest.mark.parametrize("asking", ASKED_ALL_DAY)
async def test_no_question_of_all_day_reads_a_whole_table(
    engine: AsyncEngine, store: Store, asking: str
) -> None:
    await store.people.meet(1, BotName.EMIGRE)
    steps = await plan(engine, store, ASKED_ALL_DAY[asking])
    assert "SEARCH" in steps or "SCAN" in steps
    assert [step for step in steps.split("\n") if reads_a_whole_table(step)] == []
