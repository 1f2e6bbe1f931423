"""Buttons that keep something, and where they stood: the way back for who says no to keeping."""

from aiogram.filters.callback_data import CallbackData

from bot.core.stages import phase_of
from bot.emigre.case.buttons import BeginWithDate, ChooseIn, MoveTo
from bot.emigre.guide.buttons import KeepPlan, WalkTo
from bot.emigre.process.buttons import KeepStage, ShowStage, ShowStages
from bot.emigre.reading.buttons import ShowUses
from bot.emigre.taking.buttons import KeepAnswer
from bot.ui.buttons import BeginWithPaper, ShowCase


def without_keeping(data: str) -> CallbackData | None:
    """Return the way back to where a button stood that keeps something; None: it is no such."""
    if _is(KeepPlan, data):
        return WalkTo(name=KeepPlan.unpack(data).outcome)
    if _is(KeepAnswer, data):
        return ShowUses(slug=KeepAnswer.unpack(data).slug)
    if _is(MoveTo, data):
        return ChooseIn(case=None, phase=phase_of(MoveTo.unpack(data).stage))
    if _is(BeginWithDate, data) or _is(BeginWithPaper, data):
        return ShowCase()
    if not _is(KeepStage, data):
        return None
    stage = KeepStage.unpack(data).stage
    return ShowStage(stage=stage) if stage else ShowStages()


def _is(button: type[CallbackData], data: str) -> bool:
    return data.startswith(button.__prefix__ + button.__separator__)
