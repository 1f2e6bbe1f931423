"""What the log may hold: when, how grave, which kind of thing. Nobody's words, numbers or tokens.

Our own lines are written so. Libraries' are not: an error of aiogram carries the text of the
message, one of aiohttp the address with the token, a traceback the values. So whatever is
logged passes here.
"""

import logging
import re
import sys
import warnings
from types import TracebackType
from typing import Final, TypeAlias

_Raised: TypeAlias = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)

HIDDEN: Final = re.compile(r"/bot\d+:[\w-]+\S*|\d{6,}(:[\w-]{20,})?")
"""Tokens, addresses that hold one, and numbers as long as somebody's in Telegram."""


class Discreet(logging.Formatter):
    """Formats records without tokens and long numbers, and errors by kind and place alone."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's name
        """Hide what must not be read in a log."""
        record.message = HIDDEN.sub("…", record.message)
        return super().formatMessage(record)

    def formatException(self, ei: _Raised) -> str:  # noqa: N802 - logging's name
        """Say what kind of error it was and where, in place of a traceback."""
        return where(ei[1]) if ei[1] else ""


def set_up() -> None:
    """Write to standard error from now on, discreetly."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Discreet("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    warnings.simplefilter("ignore")  # aiogram's quote whole updates


def where(error: BaseException) -> str:
    """Return the kind of an error and its place in our code, without anybody's words."""
    traceback = error.__traceback__
    place = ""
    while traceback is not None:
        file = traceback.tb_frame.f_code.co_filename
        if "/bot/" in file:
            place = f" in {file.rpartition('/bot/')[2]}:{traceback.tb_lineno}"
        traceback = traceback.tb_next
    return type(error).__name__ + place
