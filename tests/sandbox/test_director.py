"""Wishes of the page: each ends the work once, cleanly."""

import asyncio

import pytest

from bot.sandbox.director import Director, Wish


class Work:
    """A bot that runs until it is stopped, and takes a moment for that."""

    def __init__(self) -> None:
        self.started = asyncio.Event()
        self.stopping = asyncio.Event()
        self.may_end = asyncio.Event()

    async def __call__(self) -> None:
        self.started.set()
        try:
            await asyncio.Event().wait()
        finally:
            self.stopping.set()
            await self.may_end.wait()


async def test_a_wish_ends_the_work_and_another_meanwhile_is_passed_over() -> None:
    director, work = Director(), Work()
    director.wish(Wish.AFRESH)  # nothing runs yet
    assert director.busy
    playing = asyncio.gather(director.until_wish(work))
    await work.started.wait()
    assert not director.busy
    director.wish(Wish.RESTART)
    director.wish(Wish.AFRESH)
    assert director.busy
    await work.stopping.wait()
    assert not playing.done()
    work.may_end.set()
    assert await playing == [Wish.RESTART]


async def test_what_the_work_raises_is_raised() -> None:
    async def fails() -> None:
        raise RuntimeError("broken")

    with pytest.raises(RuntimeError, match="broken"):
        await Director().until_wish(fails)


async def test_who_is_stopped_stops_the_work() -> None:
    director, work = Director(), Work()
    work.may_end.set()
    playing = asyncio.gather(director.until_wish(work))
    await work.started.wait()
    playing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await playing
    assert work.stopping.is_set()
