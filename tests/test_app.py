"""The routes behind the bots: each names its action, and each filter can be awaited."""

from collections.abc import Callable, Iterator
from enum import Enum
from inspect import iscoroutinefunction
from itertools import chain, product
from types import NoneType
from typing import Any, get_args

import pytest
from aiogram import Dispatcher
from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.dispatcher.event.telegram import TelegramEventObserver
from aiogram.filters import Filter
from aiogram.filters.callback_data import CallbackData
from magic_filter import MagicFilter

from bot.app import dispatcher_for
from bot.core.people import NEEDS_CONSENT, Act
from bot.privacy.buttons import Copy
from bot.ui.buttons import Agree, DeclineThat
from bot.ui.caselock import SHOWS_CASE, ShowHere
from bot.ui.rights import MAY, check_rights

SETUPS = {
    "one bot": {"team": True, "emigres": True},
    "the émigrés' bot": {"team": False, "emigres": True},
    "the team's bot": {"team": True, "emigres": False},
}
WORDS = {
    "day": "20260101",
    "month": "20260101",
    "hour": "0930",
    "said": "rmbh",
    "period": "90",
    "code": "AAAAA",
    "seal": "0123456789abcdef",
}
"""The words in buttons that have a length of their own."""
ASKS_FIRST = (
    lambda then: Agree(then=then),
    lambda then: DeclineThat(tapped=then),
    lambda then: ShowHere(then=then),
)
"""Buttons that carry another one."""
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


def buttons_of(handler: HandlerObject) -> list[type[CallbackData]]:
    """Return the buttons that a handler answers."""
    found = (getattr(each.callback, "callback_data", None) for each in handler.filters or ())
    return [button for button in found if button]


def longest(button: type[CallbackData]) -> str:
    """Return what a button carries at its longest."""
    filled = {name: _longest(name, field.annotation) for name, field in button.model_fields.items()}
    return button(**filled).pack()


def _longest(name: str, annotation: Any) -> object:  # noqa: ANN401 - any annotation of a field
    kind = next((each for each in get_args(annotation) if each is not NoneType), annotation)
    if issubclass(kind, Enum):
        return max(kind, key=lambda each: len(str(each.value)))
    return {int: 10**8, bool: True}.get(kind, WORDS.get(name, "x" * 30))


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


def test_nothing_stands_around_a_room_but_what_is_inside(dispatcher: Dispatcher) -> None:
    """The reception asks the rooms' handlers directly (`ui.reception.Entrance.answer`)."""
    around = [
        router.name
        for router in dispatcher.chain_tail
        for name in HEARD
        if router.observers[name].outer_middleware or router.observers[name]._handler.filters
    ]
    assert around == []


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


def test_whatever_is_asked_about_first_can_be_gone_on_with(dispatcher: Dispatcher) -> None:
    asked = [
        button
        for _, handler in handlers(dispatcher)
        for button in buttons_of(handler)
        if handler.flags.get(SHOWS_CASE) or handler.flags.get(MAY) in NEEDS_CONSENT
    ]
    assert Copy in asked
    for button, wrapped in product(asked, ASKS_FIRST):
        assert wrapped(longest(button)).pack()


@pytest.mark.parametrize("wrapped", ASKS_FIRST)
def test_none_of_these_carries_another_of_them(wrapped: Callable[[str], CallbackData]) -> None:
    for inner in ASKS_FIRST:
        with pytest.raises(ValueError, match="Separator"):
            wrapped(inner("h").pack()).pack()
