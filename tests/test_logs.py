"""The log tells what happened, and nothing about whom."""

import logging

import pytest
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import SendMessage

from bot.logs import Discreet, where
from bot.store.keys import KeyRing

FORMAT = Discreet("%(levelname)s %(name)s: %(message)s")
TOKEN = "123456789:AAexample-token_of_nobody_at_all"  # noqa: S105 - made up


def line(message: str, *values: object, error: BaseException | None = None) -> str:
    raised = None if error is None else (type(error), error, error.__traceback__)
    return FORMAT.format(logging.LogRecord("bot", logging.ERROR, "", 0, message, values, raised))


def test_a_token_and_the_address_that_holds_it_are_hidden() -> None:
    written = line("GET https://api.example/file/bot%s/photos/1.jpg and %s", TOKEN, TOKEN)
    assert written == "ERROR bot: GET https://api.example/file… and …"


def test_a_number_as_long_as_somebodys_is_hidden_and_a_short_one_is_not() -> None:
    assert (
        line("chat %d waits, %d letters", 5000000001, 12) == "ERROR bot: chat … waits, 12 letters"
    )


def test_an_error_is_told_by_kind_and_place() -> None:
    method = SendMessage(chat_id=5000000001, text="secret words")
    error = TelegramRetryAfter(method=method, message="secret words", retry_after=3)
    written = line("failed", error=error)
    assert written == "ERROR bot: failed\nTelegramRetryAfter"


def test_the_place_is_the_last_one_in_our_code() -> None:
    with pytest.raises(IndexError) as raised:
        KeyRing({})
    assert where(raised.value).startswith("IndexError in store/keys.py:")
