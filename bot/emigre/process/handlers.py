"""What an émigré does with the process: finds their stage, reads about it, keeps it."""

from dataclasses import replace

from aiogram.types import CallbackQuery

from bot.content.process import process
from bot.core.cases import Whose, goes_back, moved_to
from bot.core.clock import today
from bot.core.stages import Event, Stage, laws_on
from bot.emigre.case.buttons import MoveTo
from bot.emigre.process import screens
from bot.emigre.process.buttons import (
    KeepStage,
    ShowAnswersOf,
    ShowLaws,
    ShowPhase,
    ShowSourcesOf,
    ShowStage,
)
from bot.emigre.reading.handlers import named
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.caselock import case_shown
from bot.ui.reception import Entrance
from bot.ui.screen import Screen, Shown
from bot.ui.words import Translator


async def show_stages(_: CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Show where to look, and which stage is theirs."""
    return screens.stages_screen((await case_shown(me, store)).stage, tr)


async def show_phase(
    _: CallbackQuery, callback_data: ShowPhase, me: Person, store: Store, tr: Translator
) -> Screen:
    """Show the stages of one phase."""
    return screens.phase_screen(callback_data.phase, (await case_shown(me, store)).stage, tr)


async def show_stage(
    _: CallbackQuery, callback_data: ShowStage, me: Person, store: Store, tr: Translator
) -> Screen:
    """Show a stage."""
    return await _screen_of(callback_data.stage, me, store, tr)


async def show_laws(
    _: CallbackQuery, callback_data: ShowLaws, me: Person, store: Store, tr: Translator
) -> Screen:
    """Show the law that holds; both side by side where it is not known when that was decided."""
    stage = callback_data.stage
    event = process().about[stage].decides
    if event is None:
        return await _screen_of(stage, me, store, tr)
    case = await case_shown(me, store)
    day = case.lodged if event is Event.LODGING else None
    return screens.laws_screen(process(), stage, event, laws_on(event, day), tr)


async def show_answers(_: CallbackQuery, callback_data: ShowAnswersOf, tr: Translator) -> Screen:
    """Show all answers that belong to a stage."""
    stage = callback_data.stage
    return screens.answers_screen(stage, named(process().about[stage].articles, tr), tr)


async def show_sources(_: CallbackQuery, callback_data: ShowSourcesOf, tr: Translator) -> Screen:
    """Show a page of where what a stage says comes from."""
    return screens.sources_screen(process(), callback_data.stage, callback_data.page, tr)


async def keep_stage(
    tap: CallbackQuery,
    callback_data: KeepStage,
    me: Person,
    store: Store,
    *,
    tr: Translator,
    entrance: Entrance,
) -> Shown | None:
    """Keep a stage in place of the one before, or none; of a step back the case asks first."""
    stage = callback_data.stage
    if stage is None:
        return await _without_stage(me, store, tr)
    kept = await store.cases.begin(me.id, Whose.ME)
    if goes_back(kept.case, stage):
        move = MoveTo(case=kept.id, stage=stage)
        return await entrance.go_on(tap, move.pack(), me, store, tr=tr)
    await store.cases.change(kept, moved_to(kept.case, stage))
    return await _screen_of(stage, me, store, tr)


async def _without_stage(me: Person, store: Store, tr: Translator) -> Screen:
    """Keep no stage: no screen has this button any more, and none remembers what it deleted."""
    if kept := await store.cases.own(me.id):
        await store.cases.change(kept, replace(kept.case, path=()), for_good=True)
    return screens.stages_screen(None, tr)


async def _screen_of(stage: Stage, me: Person, store: Store, tr: Translator) -> Screen:
    return screens.stage_screen(
        screens.Seen(
            process(),
            stage,
            answers=named(process().about[stage].articles, tr),
            is_mine=(await case_shown(me, store)).stage is stage,
            today=today(store.clock.now()),
        ),
        tr,
    )
