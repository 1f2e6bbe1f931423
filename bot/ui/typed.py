"""What was typed: what it replies to, whether it has gone somewhere, and keeping it."""

from aiogram.types import CallbackQuery, Message

from bot.core.outgoing import Side
from bot.core.requests import MessageId, RequestId, State
from bot.store.eyes import Written
from bot.store.outbox import Sent
from bot.store.people import Person
from bot.store.store import Store


async def replied_to(message: Message, me: Person, store: Store) -> Sent | None:
    """Return what the message answered by this one belongs to: a letter of ours, or own words."""
    answered = message.reply_to_message
    if answered is None:
        return None
    if sent := await store.outbox.sent_as(me.chat_id, answered.message_id):
        return sent
    if said := await store.requests.said_at(me.chat_id, answered.message_id):
        return Sent(said.request_id, said.author)
    if held := await store.eyes.at(me.chat_id, answered.message_id):
        return Sent(held.written.request_id, Side.TEAM)
    noted = await store.notes.typed_at(me.chat_id, answered.message_id)
    return Sent(noted, Side.TEAM, is_note=True) if noted else None


async def words_answered(message: Message, me: Person, store: Store) -> MessageId | None:
    """Return which words of a request this message replies to, if it replies to any."""
    answered = message.reply_to_message
    return await store.copies.message_at(me.chat_id, answered.message_id) if answered else None


async def unused(tap: CallbackQuery, me: Person, store: Store) -> Message | None:
    """Return the text that a tapped screen replies to, unless it has gone somewhere already."""
    written = await unsent(tap, me, store)
    if written is None or await is_used(written.message_id, me, store):
        return None
    return written


async def is_used(number: int, me: Person, store: Store) -> bool:
    """Say whether a message, by Telegram's number, has gone into a request: as words, or a note.

    Words that wait for a second pair of eyes have.
    """
    if await store.requests.said_at(me.chat_id, number) or await store.eyes.at(me.chat_id, number):
        return True
    return await store.notes.typed_at(me.chat_id, number) is not None


async def unsent(tap: CallbackQuery, me: Person, store: Store) -> Message | None:
    """Return the same text also while it is only held, because its author has not said yes."""
    written = getattr(tap.message, "reply_to_message", None)
    if not isinstance(written, Message) or not written.text:
        return None
    number = written.message_id
    said = await store.requests.said_at(me.chat_id, number)
    request = await store.requests.by_id(said.request_id) if said else None
    if request and request.state is not State.EARLY:
        return None
    return None if await store.broadcasts.with_piece(me.id, me.chat_id, number) else written


def written(message: Message, request: RequestId, me: Person) -> Written:
    """Return what a helper typed in a request, and where."""
    return Written(request, me.chat_id, message.message_id, message.text or "", message.date)


async def keep(
    store: Store,
    request: RequestId,
    author: Side,
    message: Message,
    me: Person,
    *,
    text: str | None = None,
) -> MessageId:
    """Keep what somebody typed as one message of a request. `text`: in place of all of it."""
    return await store.requests.say(
        request,
        author,
        (message.text if text is None else text) or "",
        said_at=message.date,
        chat_id=me.chat_id,
        message_id=message.message_id,
    )
