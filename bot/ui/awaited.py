"""Text that a screen asked for: a day, a number, a note. It stands in place of a button."""

from datetime import date
from typing import Any, Final

from aiogram.filters import Filter
from aiogram.filters.callback_data import CallbackData
from aiogram.types import Message

from bot.content.search.alarm import alarm, danger, not_calm
from bot.core.clock import today
from bot.core.deadlines.counting import LONGEST_PRINTED
from bot.core.languages import Language
from bot.core.typed_dates import Lean, Misread, read_day
from bot.core.typed_numbers import read_days, read_hour
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.commands import is_command
from bot.ui.screen import Expects
from bot.ui.typed import replied_to
from bot.ui.words import Translator

LOUD: Final = 1.0
"""No place that we tried sounds so much like danger as this, and every cry for help did."""
WORDS_OF_A_PLACE: Final = 4


class Awaited(Filter):
    """A message in words that the screen shown last asked for.

    Words of danger are none, unless they are what was asked for (“10 in the morning”, “police,
    Pasila”); and neither is a reply to what belongs to a request.
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
        if is_command(message.text) or await replied_to(message, me, store):
            return False
        answers = _answers(self._expects, message.text, today(store.clock.now()))
        if not answers and alarm(message.text, tr.language):
            return False
        return {"callback_data": self._then.unpack(me.waiting_with)}


def may_be_danger(expects: Expects, text: str, language: Language) -> bool:
    """Say whether words that were taken for what was asked for may be a cry for help as well.

    Where somebody has to be, the police often are: there only what is loud counts.
    """
    if expects is Expects.PLACE:
        return alarm(text, language) and danger(text, language) > LOUD
    return not_calm(text, language)


def _answers(expects: Expects, text: str, day: date) -> bool:
    """Say whether a text surely is what was asked for. `day`: today, in Finland."""
    match expects:
        case Expects.DAY:
            return read_day(text, day, Lean.PAST) is not Misread.UNREADABLE
        case Expects.TIME:
            return read_hour(text) is not None
        case Expects.NUMBER:
            return (read_days(text) or 0) in range(1, LONGEST_PRINTED + 1)  # 112 is a cry for help
        case Expects.PLACE:
            return len(text.split()) <= WORDS_OF_A_PLACE
        case _:
            return False
