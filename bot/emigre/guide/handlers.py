"""What an émigré does with the guide: walks, and keeps the plan."""

from datetime import date

from aiogram.types import CallbackQuery, Message

from bot.content.guides import guide
from bot.core.clock import today
from bot.emigre.guide import screens
from bot.emigre.guide.buttons import KeepPlan, WalkTo
from bot.emigre.reading.handlers import named
from bot.store.cases import Plan
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.reception import Home
from bot.ui.screen import Screen
from bot.ui.words import Translator


async def begin(_: Message | CallbackQuery, tr: Translator) -> Screen:
    """Ask the first question."""
    return screens.step_screen(guide(), guide().start, tr)


async def walk(
    tap: CallbackQuery, callback_data: WalkTo, me: Person, store: Store, tr: Translator
) -> Screen:
    """Go on to a question, or to what to do; a name that is gone leads to the beginning."""
    name = callback_data.name
    if name in guide().steps:
        return screens.step_screen(guide(), name, tr)
    if name in guide().outcomes:
        return await _outcome(name, me, store, tr)
    return await begin(tap, tr)


async def show_plan(tap: CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Show the plan that was kept, as the guide says it today."""
    plan = await store.cases.plan_of(me.id)
    if plan is None or plan.outcome not in guide().outcomes:
        return await begin(tap, tr)
    return await _outcome(plan.outcome, me, store, tr)


async def keep_plan(
    tap: CallbackQuery, callback_data: KeepPlan, me: Person, store: Store, tr: Translator
) -> Screen:
    """Keep an outcome in place of the plan before."""
    if callback_data.outcome not in guide().outcomes:
        return await begin(tap, tr)
    await store.cases.put_plan(me.id, callback_data.outcome)
    return await _outcome(callback_data.outcome, me, store, tr)


async def drop_plan(
    _: CallbackQuery, me: Person, store: Store, tr: Translator, home: Home
) -> Screen:
    """Delete the plan."""
    await store.cases.put_plan(me.id, None)
    return await home(me, store, tr)


async def _outcome(name: str, me: Person, store: Store, tr: Translator) -> Screen:
    kept = await store.cases.plan_of(me.id)
    return screens.outcome_screen(
        screens.Ending(
            guide(),
            name,
            articles=named(guide().outcomes[name].articles, tr),
            kept=_day(kept) if kept and kept.outcome == name else None,
            today=today(store.clock.now()),
        ),
        tr,
    )


def _day(plan: Plan) -> date:
    return today(plan.kept_at)
