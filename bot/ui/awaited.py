"""Text that a screen asked for: a day, a number, a note. It stands in place of a button."""

from typing import Any

from aiogram.filters import Filter
from aiogram.filters.callback_data import CallbackData
from aiogram.types import Message

from bot.content.search.alarm import alarm
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.commands import is_command
from bot.ui.screen import Expects
from bot.ui.words import Translator


class Awaited(Filter):
    """A message in words that the screen shown last asked for.

    Words of danger are none, and neither is a reply to a letter of a request.
    """

    def __init__(self, expects: Expects, then: type[CallbackData]) -> None:
        self._expects = expects
        self._then = then

    async def __call__(
        self, message: Message, me: Person, store: Store, tr: Translator
    ) -> bool | dict[str, Any]:
        """Return what the text goes on with as `callback_data`, or False."""
        if me.waiting_for != self._expects or not me.waiting_with or not message.text:
            return False
        if not me.waiting_with.startswith(f"{self._then.__prefix__}{self._then.__separator__}"):
            return False
        if is_command(message.text) or alarm(message.text, tr.language):
            return False
        replied = message.reply_to_message
        if replied and await store.outbox.sent_as(me.chat_id, replied.message_id):
            return False
        return {"callback_data": self._then.unpack(me.waiting_with)}
