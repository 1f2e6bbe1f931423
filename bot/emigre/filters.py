"""Which of what is typed, sent or edited is for a request of one's own, or for the draft."""

from typing import Any

from aiogram.filters import Filter
from aiogram.types import Message

from bot.core.outgoing import Side
from bot.core.requests import MOST_MESSAGES, RequestId, State
from bot.store.people import Person
from bot.store.requests import Request
from bot.store.store import Store
from bot.ui.commands import is_command
from bot.ui.screen import Expects
from bot.ui.typed import replied_to


class ForARequest(Filter):
    """A message in words that is for a request of one's own, or for the draft."""

    async def __call__(self, message: Message, me: Person, store: Store) -> bool | dict[str, Any]:
        """Return the request as `request` (None: the draft), or False."""
        if not message.text or is_command(message.text):
            return False
        if request := await _replied_to(message, me, store):
            return {"request": request}
        if me.waiting_for in {Expects.DRAFT, Expects.URGENT_DRAFT}:
            return {"request": None}
        request = await _mine(me.showing, me, store) if me.showing else None
        return {"request": request} if request else False


class Wordless(Filter):
    """A message without words of its own: a picture (its caption too), a voice, a sticker."""

    async def __call__(self, message: Message) -> bool:
        """Say whether this is one."""
        return message.text is None


class InDraft(Filter):
    """A message in words that is part of one's draft."""

    async def __call__(self, message: Message, me: Person, store: Store) -> bool | dict[str, Any]:
        """Return the draft as `draft` and the message as `said`, or False."""
        said = await store.requests.said_at(me.chat_id, message.message_id)
        draft = await store.requests.by_id(said.request_id) if said else None
        if draft is None or draft.state not in {State.EARLY, State.DRAFT} or not message.text:
            return False
        return {"draft": draft, "said": said}


class BeyondDraft(Filter):
    """A message in words for which one's draft had no room, so that it is nowhere."""

    async def __call__(self, message: Message, me: Person, store: Store) -> bool:
        """Say whether this is one."""
        writes = me.waiting_for in {Expects.DRAFT, Expects.URGENT_DRAFT}
        if not message.text or not writes or is_command(message.text):
            return False
        draft = await store.requests.draft_of(me.id) or await store.requests.early_of(me.id)
        written = await store.requests.said_in(draft.id) if draft else []
        return len(written) >= MOST_MESSAGES and message.date >= written[-1].said_at


async def _replied_to(message: Message, me: Person, store: Store) -> Request | None:
    """Return the request of one's own that the message answered by this one belongs to."""
    answered = await replied_to(message, me, store)
    if answered is None or answered.side is not Side.EMIGRE:
        return None
    return await _mine(answered.request_id, me, store)


async def _mine(number: RequestId, me: Person, store: Store) -> Request | None:
    """Return a request if it is one's own: nobody adds to another's."""
    request = await store.requests.by_id(number)
    return request if request and request.emigre_id == me.id else None
