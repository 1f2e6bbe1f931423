"""Two people with an open request, who write to each other through the bot."""

import asyncio
from collections.abc import Sequence
from typing import Final

from bot.core.outgoing import Side
from bot.sandbox.bench.world import Person

BEFORE_AN_ANSWER: Final = 1.0
"""Seconds."""


class Talk:
    """An open request. A helper answers in its thread, or replies to what came of it."""

    def __init__(self, emigre: Person, helper: Person) -> None:
        self._emigre = emigre
        self._helper = helper
        self._thread: int | None = None
        self._reply_to: int | None = None

    async def begin(self) -> None:
        """Let the émigré write the first line, and remember where it came."""
        copy = (await self._emigre.says()).copy
        if copy["chat"]["id"] == self._helper.id:  # the bare bot has one helper for all
            self._thread = copy.get("message_thread_id")
            self._reply_to = copy["message_id"] if self._thread is None else None

    async def wait(self, writer: Side) -> float:
        """Let one of the two write a line; return the seconds until it came to the other."""
        if writer is Side.EMIGRE:
            return (await self._emigre.says()).seconds
        return (await self._helper.says(self._thread, self._reply_to)).seconds


async def begin_all(talks: Sequence[Talk]) -> None:
    """Begin all at once. Nobody answers before the bot has noted where the first lines are."""
    await asyncio.gather(*(talk.begin() for talk in talks))
    await asyncio.sleep(BEFORE_AN_ANSWER)


async def let_write(talks: Sequence[Talk], lines: int) -> list[float]:
    """Let one of each two write so many lines, each when the line before has come; return waits.

    All write at once, here an émigré and there a helper.
    """

    async def write(talk: Talk, writer: Side) -> list[float]:
        return [await talk.wait(writer) for _ in range(lines)]

    await begin_all(talks)
    writers = [Side.TEAM if number % 2 else Side.EMIGRE for number in range(len(talks))]
    waits = await asyncio.gather(*map(write, talks, writers))
    return [wait for each in waits for wait in each]
