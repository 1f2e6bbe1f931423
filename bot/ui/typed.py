"""What was typed: what it replies to, whether it has gone somewhere, and keeping it."""

from dataclasses import dataclass

from aiogram.types import CallbackQuery, Message

from bot.core.outgoing import Side
from bot.core.requests import MessageId, RequestId, State
from bot.core.styles import Styled
from bot.store.eyes import Written
from bot.store.outbox import Sent
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.styles import quoting, words_in


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


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody typed for others in a request."""

    words: Styled
    answers: MessageId | None = None
    """Which words there it replies to, if it replies to any."""


async def saying_of(message: Message, request: RequestId, me: Person, store: Store) -> Saying:
    """Return what somebody typed in a request; what it quotes of words there stands above it.

    Nothing else is quoted: it would carry what stands in another chat, or another request.
    """
    words, replied = words_in(message), message.reply_to_message
    answers = await store.copies.message_at(me.chat_id, replied.message_id) if replied else None
    if answers is None or message.quote is None:
        return Saying(words, answers)
    said, quoted = await store.requests.said(answers), message.quote.text
    is_said_here = said is not None and said.request_id == request and quoted in said.text
    return Saying(quoting(words, quoted) if is_said_here else words, answers)


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


async def written(message: Message, request: RequestId, me: Person, store: Store) -> Written:
    """Return what a helper typed in a request, and where."""
    typed = await saying_of(message, request, me, store)
    where = me.chat_id, message.message_id
    return Written(request, *where, typed.words, message.date, typed.answers)


async def keep(
    store: Store,
    request: RequestId,
    author: Side,
    message: Message,
    me: Person,
    *,
    words: Styled | None = None,
) -> MessageId:
    """Keep what somebody typed as one message of a request. `words`: in place of all of it."""
    return await store.requests.say(
        request,
        author,
        words or words_in(message),
        said_at=message.date,
        chat_id=me.chat_id,
        message_id=message.message_id,
    )
