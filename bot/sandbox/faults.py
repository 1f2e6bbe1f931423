"""Trouble on request: what the next matching calls meet instead of an ordinary answer."""

import asyncio
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.sandbox.arguments import Arguments
from bot.sandbox.refusals import Refusal, flood


class Kind(StrEnum):
    """What goes wrong, and whether the work was done by then."""

    FLOOD = "flood"
    """429 with `parameters.retry_after` and the header; nothing done."""
    FLOOD_BARE = "flood_bare"
    """429 that does not say how long; nothing done."""
    SERVER = "server"
    """500 with a JSON body; nothing done."""
    GATEWAY = "gateway"
    """502 with an HTML page, from something in front of Telegram; nothing done."""
    ERROR = "error"
    """The given code and description; nothing done."""
    CUT = "cut"
    """The connection is closed before the work; nothing done."""
    HANG = "hang"
    """No answer ever comes; nothing done."""
    HANG_DONE = "hang_done"
    """No answer ever comes, though the work is done."""
    LOST = "lost"
    """The work is done, then the connection is closed without an answer."""
    ODD = "odd"
    """The work is done, and the body of the 200 cannot be decoded."""
    HELD = "held"
    """The work is done; the answer comes once the fault is taken back."""
    WRONG_THREAD = "wrong_thread"
    """The work is done outside the topic that was asked for, and nobody says so."""


UNDONE = frozenset({Kind.GATEWAY, Kind.CUT, Kind.HANG})


@dataclass(slots=True, eq=False)
class Fault:
    """One kind of trouble for the calls that match (None: any), `times` times."""

    kind: Kind
    method: str | None = None
    chat_id: int | None = None
    bot_id: int | None = None
    times: int | None = 1
    retry_after: int = 30
    code: int = 400
    description: str = "Bad Request: chat not found"

    def matches(self, bot_id: int, method: str, arguments: Arguments) -> bool:
        """Tell whether a call meets this; `method` is in small letters."""
        return (
            (self.method is None or self.method.lower() == method)
            and (self.bot_id is None or self.bot_id == bot_id)
            and (self.chat_id is None or str(self.chat_id) == arguments.text("chat_id"))
        )

    @property
    def refusal(self) -> Refusal | None:
        """What the Bot API itself would answer, None where something else goes wrong."""
        match self.kind:
            case Kind.FLOOD:
                return flood(self.retry_after)
            case Kind.FLOOD_BARE:
                return Refusal(429, "Too Many Requests")
            case Kind.SERVER:
                return Refusal(500, "Internal Server Error: restart")
            case Kind.ERROR:
                return Refusal(self.code, self.description)
        return None


class Faults:
    """The trouble that waits, first added first met."""

    def __init__(self) -> None:
        self.waiting: list[Fault] = []
        self._held: dict[Fault, asyncio.Event] = {}

    def add(self, method: str | None = None, *, kind: str, **details: Any) -> Fault:  # noqa: ANN401 - see Fault
        """Add a fault; `details` are the other fields of `Fault` (times=None: until removed)."""
        fault = Fault(Kind(kind), method, **details)
        self.waiting.append(fault)
        return fault

    def remove(self, fault: Fault) -> None:
        """Take a fault back, used up or not."""
        if fault in self.waiting:
            self.waiting.remove(fault)
        if fault in self._held:
            self._held.pop(fault).set()

    def clear(self) -> None:
        """Take all back."""
        for fault in [*self.waiting, *self._held]:
            self.remove(fault)

    async def taken_back(self, fault: Fault) -> None:
        """Wait until a fault that holds answers is taken back."""
        if fault.kind is Kind.HELD:
            await self._held.setdefault(fault, asyncio.Event()).wait()

    def take(self, bot_id: int, method: str, arguments: Arguments) -> Fault | None:
        """Return the fault that this call meets, counted as met."""
        for fault in self.waiting:
            if fault.matches(bot_id, method, arguments):
                self._use(fault)
                return fault
        return None

    def _use(self, fault: Fault) -> None:
        if fault.times is not None:
            fault.times -= 1
            if fault.times <= 0:
                self.waiting.remove(fault)
