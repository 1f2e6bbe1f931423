"""Calls that must succeed sooner or later: tried again with growing pauses."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

from aiogram.exceptions import (
    TelegramConflictError,
    TelegramNotFound,
    TelegramUnauthorizedError,
)

from bot.delivery.tasks import FatalError

Answer = TypeVar("Answer")

log = logging.getLogger(__name__)

LONGEST_PAUSE: Final = 60.0
"""Seconds."""
TOKEN_REVOKED: Final = 77


async def persist(call: Callable[[], Awaitable[Answer]]) -> Answer:
    """Call Telegram until it answers. Raises FatalError when it does not know the token."""
    pause = 1.0
    while True:
        try:
            return await call()
        except (TelegramUnauthorizedError, TelegramNotFound):
            raise FatalError(
                "Telegram does not accept the bot's token: get a new one from @BotFather and"
                " put it in the settings",
                TOKEN_REVOKED,
            ) from None
        except Exception as error:  # noqa: BLE001 - whatever it is, we ask again
            _log_trouble(error)
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)


def _log_trouble(error: Exception) -> None:
    if isinstance(error, TelegramConflictError):
        log.error("another program polls with this bot's token; is a second copy running?")
    else:
        log.warning("no answer from Telegram (%s); asking again", type(error).__name__)
