"""A member says what they do, and when: it decides what they are offered."""

from collections.abc import Callable
from typing import TypeVar

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.core.people import Act
from bot.core.routing.intake import Intake
from bot.core.sections import Section
from bot.desk import intake_screens as screens
from bot.desk.intake_buttons import (
    AddHours,
    DropHours,
    DropHoursOn,
    SayAllHours,
    SayAllTopics,
    SayCap,
    SaySkill,
    SaySpoken,
    SayTopic,
    ShowHours,
    ShowIntake,
    ShowTopics,
)
from bot.relay.offering import offer_what_waits
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.rights import allow
from bot.ui.screen import Screen, Shown, Toast
from bot.ui.words import Translator

One = TypeVar("One")


async def show_intake(_: CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Show what a member does."""
    said = await store.offers.intake(me.id)
    return screens.intake_screen(said or Intake(), tr, is_said=said is not None)


async def say_spoken(
    _: CallbackQuery, callback_data: SaySpoken, me: Person, store: Store, tr: Translator
) -> Shown:
    """Answer in a language, or not."""
    now = await _now(me, store)
    languages = _turned(now.languages, callback_data.language, yes=callback_data.yes)
    return await _say(now.said(languages=languages), screens.intake_screen, me, store, tr)


async def say_skill(
    _: CallbackQuery, callback_data: SaySkill, me: Person, store: Store, tr: Translator
) -> Shown:
    """Have a skill, or not."""
    now = await _now(me, store)
    skills = _turned(now.skills, callback_data.skill, yes=callback_data.yes)
    return await _say(now.said(skills=skills), screens.intake_screen, me, store, tr)


async def say_cap(
    _: CallbackQuery, callback_data: SayCap, me: Person, store: Store, tr: Translator
) -> Shown:
    """Have so many questions at once at most."""
    changed = (await _now(me, store)).said(cap=callback_data.cap)
    return await _say(changed, screens.intake_screen, me, store, tr)


async def show_topics(_: CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Show on which topics a member is asked."""
    return screens.topics_screen(await _now(me, store), tr)


async def say_topic(
    _: CallbackQuery, callback_data: SayTopic, me: Person, store: Store, tr: Translator
) -> Shown:
    """Be asked on a topic, or not; without the last, on all."""
    now = await _now(me, store)
    chosen = now.sections or frozenset[Section]()
    sections = _turned(chosen, callback_data.section, yes=callback_data.yes)
    changed = now.said(sections=sections or None)
    return await _say(changed, screens.topics_screen, me, store, tr)


async def say_all_topics(_: CallbackQuery, me: Person, store: Store, tr: Translator) -> Shown:
    """Be asked on all topics."""
    changed = (await _now(me, store)).said(sections=None)
    return await _say(changed, screens.topics_screen, me, store, tr)


async def show_hours(_: CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Show a member's hours."""
    return screens.hours_screen(await _now(me, store), tr)


async def add_hours(
    _: CallbackQuery, callback_data: AddHours, me: Person, store: Store, tr: Translator
) -> Shown:
    """Ask for hours step by step, and add them."""
    days, begins, ends = callback_data.days, callback_data.begins, callback_data.ends
    if begins is None or ends is None:
        return screens.add_hours_screen(days, begins, tr)
    now = await _now(me, store)
    changed = now.with_hours(map(int, days), begins, ends)
    if changed is None:
        return screens.hours_screen(now, tr, full=True)
    return await _say(changed, screens.hours_screen, me, store, tr)


async def drop_hours(
    _: CallbackQuery,
    callback_data: DropHours | DropHoursOn,
    me: Person,
    store: Store,
    tr: Translator,
) -> Shown:
    """Take hours out: of one weekday, or the same of several."""
    said = callback_data
    days = said.days if isinstance(said, DropHoursOn) else str(said.day)
    changed = await _now(me, store)
    for day in days:
        changed = changed.without_hours(int(day), said.begins, said.ends)
    return await _say(changed, screens.hours_screen, me, store, tr)


async def say_all_hours(_: CallbackQuery, me: Person, store: Store, tr: Translator) -> Shown:
    """Be asked whenever one is on duty."""
    changed = (await _now(me, store)).said(shifts=None)
    return await _say(changed, screens.hours_screen, me, store, tr)


async def _now(me: Person, store: Store) -> Intake:
    return await store.offers.intake(me.id) or Intake()


async def _say(
    changed: Intake | None,
    screen: Callable[[Intake, Translator], Screen],
    me: Person,
    store: Store,
    tr: Translator,
) -> Shown:
    """Keep what was changed, offer what waits by it, and show it; not if nothing is left."""
    if changed is None:
        return Toast(tr("One language has to stay: with none you would never be asked."))
    await store.offers.say_intake(me.id, changed)
    await offer_what_waits(store)
    return screen(changed, tr)


def _turned(chosen: frozenset[One], one: One, *, yes: bool) -> frozenset[One]:
    return chosen | {one} if yes else chosen - {one}


def register(made: Router) -> None:
    """Add the routes of what a member does to the desk's."""
    answer = allow(Act.ANSWER)
    taps = made.callback_query
    taps.register(show_intake, ShowIntake.filter(), flags=answer)
    taps.register(say_spoken, SaySpoken.filter(), flags=answer)
    taps.register(say_skill, SaySkill.filter(), flags=answer)
    taps.register(say_cap, SayCap.filter(), flags=answer)
    taps.register(show_topics, ShowTopics.filter(), flags=answer)
    taps.register(say_topic, SayTopic.filter(), flags=answer)
    taps.register(say_all_topics, SayAllTopics.filter(), flags=answer)
    taps.register(show_hours, ShowHours.filter(), flags=answer)
    taps.register(add_hours, AddHours.filter(), flags=answer)
    taps.register(drop_hours, DropHours.filter(), flags=answer)
    taps.register(drop_hours, DropHoursOn.filter(), flags=answer)
    taps.register(say_all_hours, SayAllHours.filter(), flags=answer)
