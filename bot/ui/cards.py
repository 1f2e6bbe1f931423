"""A card is a draft as it would go: one stands in a chat, since an older one tells what is no more.

Which screen is one is known by the request of its row in the outbox.
"""

from collections.abc import Sequence

from bot.core.outgoing import Kind, Letter, OutgoingState, Side
from bot.store.outbox import Copy
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.screen import Screen
from bot.ui.words import Translator


async def turn_card(screen: Screen, tapped: int, me: Person, store: Store, tr: Translator) -> None:
    """Let the tapped message, by Telegram's number, be a card or none any more, as it shows now."""
    older = await store.copies.take_cards(screen.card, going=False) if screen.card else []
    home = await store.outbox.place(me.id, Side.of(me.bot))
    await store.copies.mark_card(home, tapped, screen.card)
    await make_way([card for card in older if card.number != tapped], store, tr)


async def make_way(older: Sequence[Copy], store: Store, tr: Translator) -> None:
    """Delete cards, or let them not be sent; what can be deleted no more says that it is old."""
    gone = Letter(str(tr("This was an older picture of your question. The newest stands below.")))
    for card in older:
        if card.state in {OutgoingState.READY, OutgoingState.UNCERTAIN}:
            await store.outbox.let_go(card.id)
        else:
            await store.outbox.change(card, Kind.DELETE, gone)
