"""What émigrés see: home, asking a person, what is kept about them."""

from aiogram import Router
from aiogram.filters import Command

from bot.core.people import Act
from bot.emigre import buttons, drafts, filters, handlers
from bot.relay.buttons import OpenRequest
from bot.ui.buttons import Agree, Ask, AskThis, AskThisUrgently, AskUrgent, Decline, DeclineThat
from bot.ui.rights import allow


def router() -> Router:
    """Return the routes of this room."""
    made = Router(name="emigre")
    look, ask, own = allow(Act.LOOK_AROUND), allow(Act.ASK), allow(Act.SEE_TO_OWN)
    taps = made.callback_query
    made.message.register(drafts.ask, Command("ask"), flags=ask)
    made.message.register(handlers.typed, filters.ForARequest(), flags=ask)
    made.message.register(handlers.not_text, filters.Wordless(), flags=look)
    made.edited_message.register(drafts.reword, filters.InDraft(), flags=own)
    made.edited_message.register(handlers.no_room, filters.BeyondDraft(), flags=own)
    taps.register(handlers.agree, Agree.filter(), flags=look)
    taps.register(handlers.decline, Decline.filter(), flags=look)
    taps.register(handlers.decline_that, DeclineThat.filter(), flags=look)
    taps.register(drafts.ask, Ask.filter(), flags=ask)
    taps.register(handlers.ask_this, AskThis.filter(), flags=ask)
    taps.register(handlers.ask_this_urgently, AskThisUrgently.filter(), flags=ask)
    taps.register(handlers.add_anyway, buttons.AddAnyway.filter(), flags=ask)
    taps.register(handlers.add_this, buttons.AddThis.filter(), flags=ask)
    taps.register(drafts.ask_urgent, AskUrgent.filter(), flags=ask)
    taps.register(drafts.mark_urgent, buttons.MarkUrgent.filter(), flags=ask)
    taps.register(drafts.share_case, buttons.ShareCase.filter(), flags=ask)
    taps.register(drafts.stop_sharing, buttons.StopSharing.filter(), flags=own)
    taps.register(drafts.send_anyway, buttons.SendAnyway.filter(), flags=ask)
    taps.register(drafts.send, buttons.SendDraft.filter(), flags=ask)
    taps.register(drafts.drop, buttons.DropDraft.filter(), flags=own)
    taps.register(handlers.open_request, OpenRequest.filter(), flags=own)
    taps.register(handlers.ask_to_close, buttons.AskToClose.filter(), flags=own)
    taps.register(handlers.close, buttons.Close.filter(), flags=own)
    return made
