"""Finding: what somebody typed is a question, and an answer is looked for. Nothing is kept but a
count of what found none, and words that somebody gives to the editors."""

from aiogram import Router

from bot.core.people import Act
from bot.emigre.finding import handlers
from bot.emigre.finding.buttons import AskToRelease, Release
from bot.ui.rights import allow


def router() -> Router:
    """Return the routes of this room: behind those where typed text belongs to a request."""
    made = Router(name="finding")
    made.message.register(handlers.find, handlers.PlainText(), flags=allow(Act.LOOK_AROUND))
    tell = allow(Act.TELL_EDITORS)
    made.callback_query.register(handlers.ask_to_release, AskToRelease.filter(), flags=tell)
    made.callback_query.register(handlers.release, Release.filter(), flags=tell)
    return made
