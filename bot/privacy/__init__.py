"""What is kept about me: seen live, copied, erased. For émigrés and for the team alike."""

from aiogram import Router
from aiogram.filters import Command

from bot.core.people import Act
from bot.privacy import handlers
from bot.privacy.buttons import AskToErase, Copy, Erase, OfferCopy, ShowWhy
from bot.ui.buttons import ShowKept
from bot.ui.caselock import shows_case
from bot.ui.rights import allow


def router() -> Router:
    """Return the routes of this room."""
    made = Router(name="privacy")
    own = allow(Act.SEE_OWN_DATA)
    taps = made.callback_query
    made.message.register(handlers.show_kept, Command("privacy"), flags=own)
    taps.register(handlers.show_kept, ShowKept.filter(), flags=own)
    taps.register(handlers.show_why, ShowWhy.filter(), flags=own)
    taps.register(handlers.offer_copy, OfferCopy.filter(), flags=own)
    taps.register(handlers.copy, Copy.filter(), flags=shows_case(Act.SEE_OWN_DATA))
    taps.register(handlers.ask_to_erase, AskToErase.filter(), flags=own)
    taps.register(handlers.erase_all, Erase.filter(), flags=own)
    return made
