"""Albums: Telegram delivers each picture of one as a message of its own."""

from collections import OrderedDict
from typing import Final

from aiogram.types import Message, TelegramObject

MOST: Final = 1000
"""Albums that are remembered: their pieces come one upon the other."""


class Albums:
    """Knows whose first piece was answered: what is said of one holds for all.

    Nothing is stored: after a restart within an album, it is said once more.
    """

    def __init__(self) -> None:
        self._first: OrderedDict[str, int] = OrderedDict()

    def is_told_of(self, event: TelegramObject) -> bool:
        """Say whether this is a later piece of an album; the same first one may come again."""
        if not isinstance(event, Message) or event.media_group_id is None:
            return False
        first = self._first.setdefault(event.media_group_id, event.message_id)
        if len(self._first) > MOST:
            self._first.popitem(last=False)
        return event.message_id != first
