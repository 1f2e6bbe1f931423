"""What émigrés see: home, asking a person, what is kept about them."""

from aiogram import Router
from aiogram.filters import Command

from bot.core.people import Act
from bot.emigre import buttons, handlers
from bot.relay.buttons import OpenRequest
from bot.ui.buttons import Ask, AskThis, ShowKept
from bot.ui.rights import allow


def router() -> Router:
    """Return the routes of this room."""
    made = Router(name="emigre")
    look, ask = allow(Act.LOOK_AROUND), allow(Act.ASK)
    taps = made.callback_query
    made.message.register(handlers.show_kept, Command("privacy"), flags=look)
    made.message.register(handlers.ask, Command("ask"), flags=ask)
    made.message.register(handlers.typed, handlers.PlainText(), flags=ask)
    made.message.register(handlers.not_text, handlers.Wordless(), flags=look)
    made.edited_message.register(handlers.reword, handlers.InDraft(), flags=ask)
    taps.register(handlers.show_kept, ShowKept.filter(), flags=look)
    taps.register(handlers.ask, Ask.filter(), flags=ask)
    taps.register(handlers.ask_this, AskThis.filter(), flags=ask)
    taps.register(handlers.add_this, buttons.AddThis.filter(), flags=ask)
    taps.register(handlers.send, buttons.SendDraft.filter(), flags=ask)
    taps.register(handlers.drop, buttons.DropDraft.filter(), flags=ask)
    taps.register(handlers.open_request, OpenRequest.filter(), flags=ask)
    taps.register(handlers.ask_to_close, buttons.AskToClose.filter(), flags=ask)
    taps.register(handlers.close, buttons.Close.filter(), flags=ask)
    return made
