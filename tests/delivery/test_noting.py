"""Letters that arrive together are noted together; one that cannot be noted is alone in that."""

import asyncio
from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import Any

import pytest

from bot.delivery.noting import Noting
from bot.delivery.tasks import Tasks
from bot.store.writer import StoppedError


class Store:
    """Stands for the database, and for the writer that waits until it is let go on."""

    def __init__(self, broken: object = None) -> None:
        self.units: list[list[object]] = []
        self.go_on = asyncio.Event()
        self.stopped = False
        self._broken = broken
        self.queue = SimpleNamespace(sent=self._sent)

    async def insist(self, unit: Callable[[Any], Awaitable[None]]) -> None:
        await self.go_on.wait()
        if self.stopped:
            raise StoppedError
        self.units.append([])
        await unit(self)

    async def _sent(self, due: object, _: int) -> None:
        if due == self._broken:
            raise ValueError("secret words")
        self.units[-1].append(due)


def noting(store: Store) -> Noting:
    return Noting(store)  # type: ignore[arg-type]


async def arrive(store: Store, to: Noting, *letters: str) -> list[object]:
    """Let letters arrive while the writer is busy; return what each raised, or None."""
    arrived = (to.arrived(letter, 1) for letter in letters)  # type: ignore[arg-type]
    asyncio.get_running_loop().call_later(0.01, store.go_on.set)
    return list(await asyncio.gather(*arrived, return_exceptions=True))


async def test_what_arrives_while_the_writer_is_busy_is_one_unit() -> None:
    store = Store()
    to = noting(store)
    assert await arrive(store, to, "a", "b", "c") == [None, None, None]
    await arrive(store, to, "d")
    assert store.units == [["a", "b", "c"], ["d"]]


async def test_one_that_cannot_be_noted_takes_no_others_with_it(
    caplog: pytest.LogCaptureFixture,
) -> None:
    store = Store(broken="b")
    ended = await arrive(store, noting(store), "a", "b", "c")
    assert [type(each) for each in ended] == [type(None), ValueError, type(None)]
    assert [unit for unit in store.units[1:] if unit] == [["a"], ["c"]]
    assert "secret" not in caplog.text


async def test_nobody_waits_for_ever_when_the_writer_stops() -> None:
    store = Store()
    store.stopped = True
    ended = await arrive(store, noting(store), "a", "b")
    assert [type(each) for each in ended] == [StoppedError, StoppedError]


async def test_nobody_waits_for_ever_when_the_first_is_cancelled() -> None:
    store = Store()
    to = noting(store)
    tasks = Tasks()
    first = tasks.spawn(to.arrived("a", 1), "first")  # type: ignore[arg-type]
    other = tasks.spawn(to.arrived("b", 1), "other")  # type: ignore[arg-type]
    await asyncio.sleep(0)
    first.cancel()
    store.go_on.set()
    await other
    assert store.units == [["b"]]
