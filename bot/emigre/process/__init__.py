"""The process: where somebody stands, what that means, what comes next and what to do now."""

from aiogram import Router

from bot.core.people import Act
from bot.emigre.process import handlers
from bot.emigre.process.buttons import (
    KeepStage,
    ShowAnswersOf,
    ShowLaws,
    ShowPhase,
    ShowSourcesOf,
    ShowStage,
    ShowStages,
)
from bot.ui.caselock import shows_case
from bot.ui.rights import allow


def router() -> Router:
    """Return the routes of this room."""
    made = Router(name="process")
    look, keep = allow(Act.LOOK_AROUND), shows_case(Act.KEEP)
    taps = made.callback_query
    taps.register(handlers.show_stages, ShowStages.filter(), flags=look)
    taps.register(handlers.show_phase, ShowPhase.filter(), flags=look)
    taps.register(handlers.show_stage, ShowStage.filter(), flags=look)
    taps.register(handlers.show_laws, ShowLaws.filter(), flags=look)
    taps.register(handlers.show_answers, ShowAnswersOf.filter(), flags=look)
    taps.register(handlers.show_sources, ShowSourcesOf.filter(), flags=look)
    taps.register(handlers.keep_stage, KeepStage.filter(), flags=keep)
    return made
