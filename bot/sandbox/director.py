"""Starts the bot again, or the whole play, when somebody wishes it on the page."""

import asyncio
from collections.abc import Callable, Coroutine
from enum import StrEnum
from typing import Any


class Wish(StrEnum):
    """What the page can ask for."""

    RESTART = "restart"
    """Stop the bot and start it again; all that everybody has stays."""
    AFRESH = "afresh"
    """Throw all away and begin anew."""


class Director:
    """Hands wishes from the page to whoever runs the bot."""

    def __init__(self) -> None:
        self._wish: asyncio.Future[Wish] | None = None

    @property
    def busy(self) -> bool:
        """Whether a wish is being fulfilled: the bot stops, or has not been started again."""
        return self._wish is None or self._wish.done()

    def wish(self, what: Wish) -> None:
        """Ask for something; while another wish is being fulfilled it is passed over."""
        if self._wish is not None and not self._wish.done():
            self._wish.set_result(what)

    async def until_wish(self, work: Callable[[], Coroutine[Any, Any, None]]) -> Wish:
        """Do `work` until there is a wish; end it cleanly, then return the wish.

        Raises what the work raises.
        """
        wish: asyncio.Future[Wish] = asyncio.get_running_loop().create_future()
        self._wish = wish
        task = asyncio.ensure_future(work())  # noqa: TID251 - awaited below
        either: list[asyncio.Future[Any]] = [task, wish]
        try:
            await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        finally:
            if not task.done():
                task.cancel()
                await asyncio.wait([task])
        if not task.cancelled():
            task.result()
        return wish.result()
