"""Turns a row of the outbox into calls: finds the thread, makes it anew, checks where it went."""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Final

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, FSInputFile, InlineKeyboardMarkup

from bot.core.languages import Language
from bot.core.outgoing import BotName, Kind, Letter, Side
from bot.delivery.failures import LostThreadError, Meaning, NotSentError, understand
from bot.delivery.telegram import (
    Arrived,
    Delete,
    DeleteMany,
    DeleteTopic,
    EditText,
    MakeTopic,
    RenameTopic,
    SendText,
    SetCommands,
    inline,
)
from bot.files import picture
from bot.store.installation import THREADS
from bot.store.queue import Due
from bot.store.recipients import Going, Recipient
from bot.store.writer import Writer

log = logging.getLogger(__name__)

LONGEST_TITLE: Final = 128
MOST_DELETED: Final = 100
"""Messages that Telegram deletes at once."""
TRIES: Final = 2
"""How often a message goes into a thread, a new one each time, before the desk goes flat."""


class Calls:
    """Knows the bots, and whether the team's has topics."""

    def __init__(
        self,
        bots: Mapping[BotName, Bot],
        writer: Writer,
        *,
        topics: bool,
        repeat_line: Callable[[Language], str],
    ) -> None:
        """`repeat_line` is what a letter says first when it may have arrived before."""
        self._bots = bots
        self._writer = writer
        self._topics = topics
        self._repeat_line = repeat_line

    async def deliver(self, due: Due) -> int | None:
        """Do what a row asks; return Telegram's number of the message, if there is one.

        Raises whatever the call raised (see `delivery.failures`).
        """
        doing: Mapping[Kind, Callable[[Due], Awaitable[int | None]]] = {
            Kind.EDIT: self._edit,
            Kind.DELETE: self._delete,
            Kind.RENAME: self._rename,
            Kind.END: self._end_thread,
            Kind.MENU: self._set_menu,
            Kind.FILE: self._send_file,
            Kind.FORGET: self._forget,
        }
        return await doing.get(due.kind, self._send)(due)

    async def announce(self, going: Going, copy: Recipient) -> None:
        """Send somebody's copy of a broadcast. Raises whatever the call raised."""
        letter = going.letter_in(copy.language)
        text = letter.text
        if copy.again:
            text = f"{self._repeat_line(copy.language)}\n\n{text}"
        await self.bot_of(going.side)(
            SendText(chat_id=copy.user_id, text=text, reply_markup=inline(letter.keyboard))
        )

    def bot_of(self, side: Side) -> Bot:
        """Return the bot that speaks on a side."""
        wanted = BotName.DESK if side is Side.TEAM else BotName.EMIGRE
        return self._bots.get(wanted, self._bots[BotName.EMIGRE])

    async def _send(self, due: Due) -> int:
        """Send to a place; into its thread if it is to have one, else flat."""
        letter = _letter(due)
        if not (due.in_thread and self._topics):
            return await self._send_home(due, letter)
        thread = due.thread_id or await self._make_thread(due)
        for _ in range(TRIES):
            if thread is None:
                break
            sent = await self._try_thread(due, letter, thread)
            if sent is not None:
                return sent
            thread = await self._make_thread(due)
        await self._go_flat()
        return (await self._send_to(due, letter, None)).message_id

    async def _send_home(self, due: Due, letter: Letter) -> int:
        """Send where it was asked for; if that thread is gone meanwhile, beside all threads."""
        sent = letter.thread and await self._try_thread(due, letter, letter.thread)
        return sent or (await self._send_to(due, letter, None)).message_id

    async def _try_thread(self, due: Due, letter: Letter, thread: int) -> int | None:
        """Send into a thread; None if it is gone. A copy that went astray is deleted.

        Raises LostThreadError where more stood in it than this letter.
        """
        try:
            sent = await self._send_to(due, letter, thread)
        except TelegramBadRequest as error:
            if understand(error).meaning is not Meaning.NO_THREAD:
                raise
            if thread == due.thread_id:
                raise LostThreadError from error
            return None
        if sent.message_thread_id == thread:
            return sent.message_id
        await self.bot_of(due.side)(Delete(chat_id=due.user_id, message_id=sent.message_id))
        return None

    async def _make_thread(self, due: Due) -> int | None:
        """Make a place's thread and remember it; None where there are no topics after all."""
        try:
            topic = await self.bot_of(due.side)(
                MakeTopic(chat_id=due.user_id, name=(due.title or "…")[:LONGEST_TITLE])
            )
        except Exception as error:
            match understand(error).meaning:
                case Meaning.NO_TOPICS:
                    return None
                case Meaning.UNCERTAIN:  # an empty topic too many does no harm
                    raise NotSentError from error
            raise
        made = topic.message_thread_id
        await self._writer.insist(lambda store: store.queue.set_thread(due.place_id, made))
        return made

    async def _send_to(self, due: Due, letter: Letter, thread: int | None) -> Arrived:
        text = f"{self._repeat_line(due.language)}\n\n{letter.text}" if due.repeat else letter.text
        return await self.bot_of(due.side)(
            SendText(
                chat_id=due.user_id,
                text=text,
                message_thread_id=thread,
                reply_markup=inline(letter.keyboard),
                reply_parameters=replying(letter),
                protect_content=letter.protect or None,
                disable_notification=letter.silent or None,
            )
        )

    async def _go_flat(self) -> None:
        """Make no more topics until the next start: each try leaves one more behind."""
        if self._topics:
            log.error("the desk has no topics that work: it is flat until the next start")
            self._topics = False
            await self._writer.insist(lambda store: store.installation.put(THREADS, self._topics))

    async def _edit(self, due: Due) -> int | None:
        """Change a message. Words that are gone from the other side are sent anew, as changed."""
        if due.target_sent_id is not None:
            try:
                await self._rewrite(due, due.target_sent_id)
            except TelegramBadRequest as error:
                if not due.changes_words or understand(error).meaning is not Meaning.TOO_LATE:
                    raise
            else:
                return due.target_sent_id
        return await self._send(due) if due.changes_words else None

    async def _rewrite(self, due: Due, number: int) -> None:
        letter = _letter(due)
        await self.bot_of(due.side)(
            EditText(
                chat_id=due.user_id,
                message_id=number,
                text=letter.text,
                reply_markup=inline(letter.keyboard),
            )
        )

    async def _delete(self, due: Due) -> int | None:
        """Delete a message; where Telegram lets us no longer, put the letter in its place."""
        if due.target_sent_id is None:
            return None
        try:
            await self.bot_of(due.side)(Delete(chat_id=due.user_id, message_id=due.target_sent_id))
        except TelegramBadRequest as error:
            if understand(error).meaning is not Meaning.TOO_LATE:
                raise
            await self._rewrite(due, due.target_sent_id)
        return due.target_sent_id

    async def _rename(self, due: Due) -> None:
        if due.thread_id is not None:
            await self.bot_of(due.side)(
                RenameTopic(
                    chat_id=due.user_id,
                    message_thread_id=due.thread_id,
                    name=_letter(due).text[:LONGEST_TITLE],
                )
            )

    async def _end_thread(self, due: Due) -> None:
        """Delete a place's thread with all that is in it, and forget it."""
        if due.thread_id is None:
            return
        await self._delete_thread(due, due.thread_id)
        await self._writer.insist(lambda store: store.queue.set_thread(due.place_id, None))

    async def _delete_thread(self, due: Due, thread: int) -> None:
        try:
            await self.bot_of(due.side)(DeleteTopic(chat_id=due.user_id, message_thread_id=thread))
        except TelegramBadRequest as error:
            if understand(error).meaning is not Meaning.NO_THREAD:
                raise

    async def _set_menu(self, due: Due) -> None:
        await self.bot_of(due.side)(
            SetCommands(
                commands=_letter(due).menu or [], scope={"type": "chat", "chat_id": due.user_id}
            )
        )

    async def _send_file(self, due: Due) -> int:
        letter = _letter(due)
        if letter.picture:
            return await self._send_picture(due, letter, letter.picture)
        name, content = letter.file or ("", "")
        sent = await self.bot_of(due.side).send_document(
            due.user_id,
            BufferedInputFile(content.encode(), name),
            caption=letter.text,
            message_thread_id=letter.thread,
        )
        return sent.message_id

    async def _send_picture(self, due: Due, letter: Letter, name: str) -> int:
        sent = await self.bot_of(due.side).send_photo(
            due.user_id,
            FSInputFile(picture(name)),
            caption=letter.text,
            parse_mode="HTML",
            reply_markup=InlineKeyboardMarkup.model_validate(inline(letter.keyboard)),
        )
        return sent.message_id

    async def _forget(self, due: Due) -> None:
        """Delete a whole thread, or messages one by one; what is gone already does no harm."""
        letter = _letter(due)
        if letter.thread is not None:
            await self._delete_thread(due, letter.thread)
        if letter.forget:
            await delete_many(self.bot_of(due.side), due.user_id, letter.forget)


def replying(letter: Letter) -> dict[str, Any] | None:
    """Return how Telegram is told which message a letter replies to, if that is still there."""
    if not letter.reply_to:
        return None
    return {"message_id": letter.reply_to, "allow_sending_without_reply": True}


async def delete_many(bot: Bot, chat_id: int, numbers: Sequence[int]) -> None:
    """Delete messages by Telegram's numbers, as many as there are. Raises what a call raises."""
    for begin in range(0, len(numbers), MOST_DELETED):
        portion = list(numbers[begin : begin + MOST_DELETED])
        await bot(DeleteMany(chat_id=chat_id, message_ids=portion))


def _letter(due: Due) -> Letter:
    if due.letter is None:
        raise ValueError("a row without a letter was to be sent")
    return due.letter
