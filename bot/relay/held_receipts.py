"""Lets the receipt beneath an answer that waited say what became of it."""

from bot.core.eyes import HeldState
from bot.core.outgoing import Kind
from bot.relay import eyes_letters
from bot.relay.passing import speaker_of
from bot.store.eyes import HeldAnswer
from bot.store.store import Store


async def say_on_receipts(store: Store, held: HeldAnswer, state: HeldState) -> None:
    """Put what became of an answer in the place of what said that it waits.

    Of a change that waited, they keep the way to delete the words that had gone before.
    """
    where = held.written
    receipts = await store.copies.receipts_of(where.chat_id, where.message_id)
    if not receipts:
        return
    tr = await speaker_of(held.writer, store)
    letter = eyes_letters.receipt_now(state, tr)
    if held.changes is not None:
        letter = eyes_letters.change_receipt_now(state, held.changes, tr)
    for receipt in receipts:
        await store.outbox.change(receipt, Kind.EDIT, letter)
        await store.copies.leave(receipt.id)


async def leave_receipt(store: Store, chat_id: int, number: int | None) -> None:
    """Let a receipt be that was tapped: it shows something else from now on.

    `number`: Telegram's, in a chat of ours.
    """
    copy = await store.copies.at(chat_id, number) if number is not None else None
    if copy is not None:
        await store.copies.leave(copy.id)
