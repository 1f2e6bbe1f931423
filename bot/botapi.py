"""Single questions to the Bot API by plain HTTP: aiogram takes seconds to import."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any, Final
from urllib.error import HTTPError
from urllib.request import urlopen

from pydantic import SecretStr

from bot.core.outgoing import BotName
from bot.settings import Settings

PATIENCE: Final = 10
"""Seconds that an answer may take."""
_NO_SUCH_TOKEN: Final = {HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND}


class UnansweredError(Exception):
    """No answer came that helps. Holds neither the address nor the token."""

    def __init__(self, *, refused: bool) -> None:
        super().__init__("Telegram does not know the token" if refused else "no answer")
        self.refused = refused
        """Telegram does not accept the token."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What Telegram answered, and what its clock said then."""

    result: Mapping[str, Any]
    said_at: datetime | None


def tokens_of(settings: Settings) -> Mapping[BotName, SecretStr]:
    """Return the tokens of the bots that we have."""
    given = {BotName.EMIGRE: settings.bot_token, BotName.DESK: settings.desk_bot_token}
    return {bot: token for bot, token in given.items() if token is not None}


def ask(settings: Settings, token: SecretStr, method: str) -> Answer:
    """Ask a bot's server something that returns an object. Raises UnansweredError."""
    server = settings.telegram_api_url or "https://api.telegram.org"
    url = f"{server}/bot{token.get_secret_value()}/{method}"
    try:
        with urlopen(url, timeout=PATIENCE) as answer:  # noqa: S310 - http and https alone pass the settings
            return Answer(dict(json.load(answer)["result"]), _moment(answer.headers["Date"]))
    except HTTPError as error:
        error.close()
        raise UnansweredError(refused=error.code in _NO_SUCH_TOKEN) from None
    except (OSError, ValueError, KeyError, TypeError):  # their texts may hold the address
        raise UnansweredError(refused=False) from None


def _moment(header: str | None) -> datetime | None:
    try:
        return parsedate_to_datetime(header) if header else None
    except ValueError:
        return None
