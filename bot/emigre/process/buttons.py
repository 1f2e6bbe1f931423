"""Where the buttons of the stages lead."""

from aiogram.filters.callback_data import CallbackData

from bot.core.stages import Phase, Stage


class ShowStages(CallbackData, prefix="st"):
    """Show where to look for my stage, and which is mine."""


class ShowPhase(CallbackData, prefix="sg"):
    """Show the stages of one phase."""

    phase: Phase


class ShowStage(CallbackData, prefix="sy"):
    """Show what a stage means and what to do there."""

    stage: Stage


class ShowLaws(CallbackData, prefix="sl"):
    """Show how a stage is under the old law and under the new one."""

    stage: Stage


class ShowAnswersOf(CallbackData, prefix="sm"):
    """Show all answers that belong to a stage."""

    stage: Stage


class ShowSourcesOf(CallbackData, prefix="sc"):
    """Show a page of where what a stage says comes from."""

    stage: Stage
    page: int


class KeepStage(CallbackData, prefix="sk"):
    """Keep a stage as mine; None: keep none."""

    stage: Stage | None
