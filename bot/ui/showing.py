"""Shows what answers a tap: edits the screen in place or sends it anew, and stops the clock."""

import asyncio
import logging

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.types import CallbackQuery, InaccessibleMessage, Message

from bot.core.outgoing import Kind, Letter, Side
from bot.delivery.calls import delete_many, replying
from bot.delivery.failures import Failure, Meaning, understand
from bot.delivery.sender import Sender
from bot.delivery.telegram import AnswerTap, Delete, EditText, SendText, inline
from bot.store.people import Person
from bot.store.store import Store
from bot.store.writer import Writer
from bot.ui.screen import Farewell, Screen, Shown, Toast

log = logging.getLogger(__name__)


class Showing:
    """The one place that edits or sends a screen after a tap."""

    def __init__(self, writer: Writer, sender: Sender) -> None:
        self._writer = writer
        self._sender = sender

    async def answer_tap(
        self, bot: Bot, tap: CallbackQuery, shown: Shown | None, me: Person
    ) -> None:
        """Answer a tap exactly once, and show what it led to, both at the same time."""
        toast = shown if isinstance(shown, Toast) else None
        answer = AnswerTap(
            callback_query_id=tap.id,
            text=toast and toast.text,
            show_alert=toast and toast.alert,
        )
        calls = [_quietly(bot, answer)]
        if isinstance(shown, Screen):
            calls.append(self._show(bot, tap, shown, me))
        await asyncio.gather(*calls)

    async def take_leave(self, bot: Bot, tap: CallbackQuery, farewell: Farewell) -> None:
        """Show the last screen, delete what the chat showed before, and empty the log on disk."""
        await asyncio.gather(
            _quietly(bot, AnswerTap(callback_query_id=tap.id)), _bid(bot, tap, farewell)
        )
        self._writer.settle()

    async def _show(self, bot: Bot, tap: CallbackQuery, screen: Screen, me: Person) -> None:
        try:
            number = await _edit_or_send(bot, tap, screen)
        except Exception as error:  # noqa: BLE001 - understood by its type
            failure = understand(error)
            if failure.meaning is not Meaning.BLOCKED:
                await self._writer.insist(
                    lambda store: self._later(store, letter_for(tap, screen), me, failure)
                )
                self._sender.wake()
        else:
            if number is not None:  # so that it can be deleted with the rest of the chat
                side = Side.of(me.bot)
                await self._writer.insist(
                    lambda store: store.outbox.note_shown(me.id, side, me.chat_id, number)
                )

    async def _later(self, store: Store, letter: Letter, me: Person, failure: Failure) -> None:
        """Put in the outbox what could not be shown at once."""
        if failure.meaning is Meaning.FLOOD:
            await self._sender.slow_down(store, me.chat_id, failure.stop_for)
        place = await store.outbox.place(me.id, Side.of(me.bot))
        await store.outbox.put(place, Kind.SCREEN, letter)


def letter_for(tap: CallbackQuery, screen: Screen) -> Letter:
    """Return what answers a tap as it is sent anew: it replies to the text that the tapped one did.

    So a button beneath can still take that text up.
    """
    answered = getattr(tap.message, "reply_to_message", None)
    if not screen.quotes or not isinstance(answered, Message):
        return screen.letter()
    return screen.letter(reply_to=answered.message_id)


async def _edit_or_send(bot: Bot, tap: CallbackQuery, screen: Screen) -> int | None:
    """Edit the tapped message; send anew what must stand beneath it, or cannot be edited.

    A picture never becomes a screen: it stays, and the screen comes beneath it. Returns
    Telegram's number of what was sent anew.
    """
    message = tap.message
    letter = letter_for(tap, screen)
    if message is None or isinstance(message, InaccessibleMessage) or screen.below or message.photo:
        return await _send(bot, tap, letter)
    if await _makes_room(bot, message, letter):
        return await _send(bot, tap, letter)
    try:
        await bot(
            EditText(
                chat_id=message.chat.id,
                message_id=message.message_id,
                text=letter.text,
                reply_markup=inline(letter.keyboard),
            )
        )
    except Exception as error:
        meaning = understand(error).meaning
        if meaning is Meaning.TOO_LATE:
            return await _send(bot, tap, letter)
        if meaning is not Meaning.DONE_ALREADY:
            raise
    return None


async def _makes_room(bot: Bot, message: Message, letter: Letter) -> bool:
    """Say whether a screen must be sent anew, because no edit protects a message, or frees it.

    What was protected is somebody's words: they go, as in an edit. Where they can be deleted no
    more, the screen takes their place, protected as they were.
    """
    if bool(message.has_protected_content) == letter.protect:
        return False
    if letter.protect:
        return True
    try:
        await bot(Delete(chat_id=message.chat.id, message_id=message.message_id))
    except TelegramBadRequest as error:
        return understand(error).meaning is not Meaning.TOO_LATE
    return True


async def _bid(bot: Bot, tap: CallbackQuery, farewell: Farewell) -> None:
    await _edit_or_send(bot, tap, farewell.screen)
    shown = tap.message and tap.message.message_id
    try:
        await delete_many(bot, tap.from_user.id, [n for n in farewell.numbers if n != shown])
    except TelegramAPIError as error:
        log.warning("what a chat showed was not deleted (%s)", type(error).__name__)


async def _send(bot: Bot, tap: CallbackQuery, letter: Letter) -> int:
    thread = getattr(tap.message, "message_thread_id", None)
    sent = await bot(
        SendText(
            chat_id=tap.from_user.id,
            text=letter.text,
            message_thread_id=thread,
            reply_markup=inline(letter.keyboard),
            reply_parameters=replying(letter),
            protect_content=letter.protect or None,
        )
    )
    return sent.message_id


async def _quietly(bot: Bot, answer: AnswerTap) -> None:
    """Stop the button's clock. If that fails (the tap is old), the work is done all the same."""
    try:
        await bot(answer)
    except Exception as error:
        if understand(error).meaning is Meaning.TOKEN_REVOKED:
            raise
