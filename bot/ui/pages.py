"""Long lists, a page at a time: more is more than a phone shows, or Telegram takes as buttons."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from aiogram.filters.callback_data import CallbackData

from bot.ui.screen import Button
from bot.ui.words import Translator

Item = TypeVar("Item")

PER_PAGE: Final = 20


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Some of a list."""

    items: Sequence[Item]
    number: int
    """Counted from 0."""
    is_last: bool


def page_of(items: Sequence[Item], number: int, size: int = PER_PAGE) -> Page[Item]:
    """Return a page of a list; a number from an old button leads to the nearest page there is."""
    last = max(0, (len(items) - 1) // size)
    number = min(max(0, number), last)
    begin = number * size
    return Page(items[begin : begin + size], number, is_last=number == last)


def turning(
    page: Page[Item], to: Callable[..., CallbackData], tr: Translator
) -> list[list[Button]]:
    """Return a row with the ways to the pages before and after, if there are any."""
    row = []
    if page.number > 0:
        row.append(Button(tr("◀ Before"), to(page=page.number - 1)))
    if not page.is_last:
        row.append(Button(tr("After ▶"), to(page=page.number + 1)))
    return [row] if row else []
