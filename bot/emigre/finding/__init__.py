"""Finding: what somebody typed is a question, and an answer is looked for. Nothing is kept."""

from aiogram import Router

from bot.core.people import Act
from bot.emigre.finding import handlers
from bot.ui.rights import allow


def router() -> Router:
    """Return the routes of this room: behind those where typed text belongs to a request."""
    made = Router(name="finding")
    made.message.register(handlers.find, handlers.PlainText(), flags=allow(Act.LOOK_AROUND))
    return made
