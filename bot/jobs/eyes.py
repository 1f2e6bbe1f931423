"""Answers that nobody has looked at: who may look is asked again."""

from collections.abc import Awaitable, Callable, Sequence

from bot.core.eyes import HeldState
from bot.store.eyes import HeldAnswer
from bot.store.requests import Request
from bot.store.store import Store
from bot.store.timers import Timer

Ask = Callable[[Store, Request, HeldAnswer], Awaitable[object]]
"""Puts notices of an answer in the outbox, and sets its request's next timer."""


async def ask_again(ask: Ask, store: Store, due: Sequence[Timer]) -> None:
    """Ask again about what still waits; the rest needs no eyes any more."""
    for timer in due:
        await store.timers.drop([timer])
        if timer.request_id and (request := await store.requests.by_id(timer.request_id)):
            await _ask(ask, store, request)


async def _ask(ask: Ask, store: Store, request: Request) -> None:
    for held in await store.eyes.undecided_in(request.id):
        if held.state is HeldState.WAITS:
            await ask(store, request, held)
