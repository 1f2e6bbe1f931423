"""The routes behind the bots: each names its action, and each filter can be awaited."""

from collections.abc import Iterator
from inspect import iscoroutinefunction
from itertools import chain

import pytest
from aiogram import Dispatcher
from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.dispatcher.event.telegram import TelegramEventObserver
from aiogram.filters import Filter
from magic_filter import MagicFilter

from bot.app import dispatcher_for
from bot.core.people import Act
from bot.ui.rights import MAY, check_rights

SETUPS = {
    "one bot": {"team": True, "emigres": True},
    "the émigrés' bot": {"team": False, "emigres": True},
    "the team's bot": {"team": True, "emigres": False},
}
HEARD = {"message", "edited_message", "callback_query"}
"""What aiogram is fed with; everything else is answered without it."""


@pytest.fixture(scope="module", params=SETUPS)
def dispatcher(request: pytest.FixtureRequest) -> Dispatcher:
    return dispatcher_for(**SETUPS[request.param])


def observers(dispatcher: Dispatcher) -> Iterator[tuple[str, TelegramEventObserver]]:
    """Yield every observer of every router but the root's own, which passes updates on."""
    for router in dispatcher.chain_tail:
        for name, observer in router.observers.items():
            if (router, name) != (dispatcher, "update"):
                yield f"{router.name}: {name}", observer


def handlers(dispatcher: Dispatcher) -> list[tuple[str, HandlerObject]]:
    return [
        (f"{name}: {handler.callback.__name__}", handler)
        for name, observer in observers(dispatcher)
        for handler in observer.handlers
    ]


def can_be_awaited(called: object) -> bool:
    """Say whether aiogram awaits it; whatever it cannot await goes through a thread."""
    if isinstance(called, MagicFilter):
        return False
    return iscoroutinefunction(called) or iscoroutinefunction(type(called).__call__)


def test_every_handler_names_what_it_does(dispatcher: Dispatcher) -> None:
    found = handlers(dispatcher)
    assert len(found) >= 10
    assert [name for name, handler in found if not isinstance(handler.flags.get(MAY), Act)] == []


def test_every_action_is_checked(dispatcher: Dispatcher) -> None:
    for name in HEARD:
        assert check_rights in dispatcher.observers[name].middleware
    heard = {name.rpartition(" ")[2] for name, on in observers(dispatcher) if on.handlers}
    assert heard == HEARD


def test_nothing_on_the_way_to_a_handler_goes_through_a_thread(dispatcher: Dispatcher) -> None:
    threaded = [
        (name, called)
        for name, observer in observers(dispatcher)
        for called in on_the_way(observer)
        if not can_be_awaited(called)
    ]
    assert threaded == []


def on_the_way(observer: TelegramEventObserver) -> Iterator[object]:
    """Yield what aiogram calls for an event: middlewares, filters, handlers."""
    yield from chain(observer.middleware, observer.outer_middleware)
    for handler in (observer._handler, *observer.handlers):
        yield from (each.magic or each.callback for each in handler.filters or ())
    yield from (handler.callback for handler in observer.handlers)


async def asynchronous() -> bool:
    return True


class Slow(Filter):
    def __call__(self) -> bool:  # type: ignore[override]
        return True


@pytest.mark.parametrize("planted", [lambda: True, MagicFilter().data, Slow(), print])
def test_what_cannot_be_awaited_is_found(planted: object) -> None:
    assert can_be_awaited(asynchronous)
    assert not can_be_awaited(planted)
