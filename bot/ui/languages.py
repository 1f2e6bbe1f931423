"""Choosing the language, at first contact and at any time after it."""

from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command, Filter
from aiogram.types import CallbackQuery, Message
from markupsafe import Markup

from bot.core.languages import Language
from bot.core.people import Act
from bot.store.invitation import invitation_in
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.buttons import ChooseLanguage, ShowLanguages, home
from bot.ui.commands import is_command, is_errand
from bot.ui.consent import does_not_fit, hold, words_are_held
from bot.ui.profile import put_menu
from bot.ui.reception import Entrance
from bot.ui.rights import allow
from bot.ui.screen import Button, Screen
from bot.ui.welcome import (
    First,
    dead_link_screen,
    suspended_screen,
    team_welcome_screen,
    welcome_screen,
    who_we_are,
)
from bot.ui.words import Translator, translator


class NoLanguageYet(Filter):
    """Somebody's first message, whatever it is; an invitation has been taken up before."""

    async def __call__(self, _: Message, me: Person) -> bool:
        """Say whether this person has not chosen a language."""
        return me.language is None


def _is_emigre(me: Person, entrance: Entrance) -> bool:
    """Say whether somebody is here to ask."""
    return entrance.emigres and not (me.role and entrance.team)


def languages_screen(suggestion: Language, *, first: bool) -> Screen:
    """Offer both languages, each in its own words, the likelier one first."""
    order = sorted(Language, key=lambda language: language is not suggestion)
    speakers = [translator(language) for language in order]
    text = Markup("\n").join(tr("Choose your language.") for tr in speakers)
    rows = [[Button(tr("English"), ChooseLanguage(language=tr.language))] for tr in speakers]
    return Screen(text, rows if first else [*rows, [home(speakers[0])]], quotes=first)


async def ask_first(
    message: Message, me: Person, store: Store, tr: Translator, entrance: Entrance
) -> Screen:
    """Ask for the language before anything else; words for a person are held meanwhile."""
    asked = languages_screen(tr.language, first=True)
    if message.text and _is_emigre(me, entrance) and not is_command(message.text):
        fits = await hold(message, me, store, tr)
        return asked if fits else asked.beginning(does_not_fit(tr))
    return asked


async def show(_: Message | CallbackQuery, tr: Translator) -> Screen:
    """Show the languages."""
    return languages_screen(tr.language, first=False)


async def choose(
    tap: CallbackQuery,
    callback_data: ChooseLanguage,
    me: Person,
    store: Store,
    *,
    entrance: Entrance,
) -> Screen:
    """Speak the chosen language from now on. Who is new reads who we are before they come home."""
    tr = translator(callback_data.language)
    await store.people.choose_language(me.id, callback_data.language)
    await put_menu(me.id, me.bot, me.role, tr, store)
    shown = await _taken_up(tap, me, store, tr, entrance=entrance)
    shown = shown or _welcome(me, entrance, _first_message(tap), tr)
    shown = shown or await entrance.home(me, store, tr)
    held = words_are_held(tr)
    waits = entrance.emigres and await store.requests.early_of(me.id)
    return shown.ending(held) if waits and held not in shown.text else shown


async def _taken_up(
    tap: CallbackQuery, me: Person, store: Store, tr: Translator, *, entrance: Entrance
) -> Screen | None:
    """Return what somebody new came for with a command, and beneath it who we are."""
    first = getattr(tap.message, "reply_to_message", None)
    is_new = me.language is None and _is_emigre(me, entrance)
    if first is None or not is_new or not _is_for_a_room(first.text):
        return None
    me = replace(me, language=tr.language)
    shown = await entrance.answer("message", first, me, store, tr=tr)
    return shown.ending(who_we_are(tr)) if isinstance(shown, Screen) else None


def _is_for_a_room(first: str | None) -> bool:
    """Say whether somebody began with a question or an errand, which a room answers."""
    if not first or invitation_in(first):
        return False
    return is_errand(first) or not is_command(first)


def _welcome(me: Person, entrance: Entrance, first: First, tr: Translator) -> Screen | None:
    """Return what somebody new reads; None: they know the place."""
    is_new = me.language is None
    if me.role and entrance.team:
        return team_welcome_screen(tr, me.role) if is_new else None
    if first is First.INVITATION and me.suspended:
        return suspended_screen(tr, by_link=True)
    if first is First.INVITATION and me.role is None:
        return dead_link_screen(tr)
    return welcome_screen(tr, first) if is_new and entrance.emigres else None


def _first_message(tap: CallbackQuery) -> First:
    """Return what the tapped screen replies to; a screen that was asked for replies to nothing."""
    first = getattr(tap.message, "reply_to_message", None)
    if first is None:
        return First.COMMAND
    if not first.text:
        return First.OTHER
    if invitation_in(first.text):
        return First.INVITATION
    return First.COMMAND


def router() -> Router:
    """Return the routes of this room."""
    made = Router(name="languages")
    look = allow(Act.LOOK_AROUND)
    made.message.register(ask_first, NoLanguageYet(), flags=look)
    made.message.register(show, Command("language", "settings"), flags=look)
    made.callback_query.register(show, ShowLanguages.filter(), flags=look)
    made.callback_query.register(choose, ChooseLanguage.filter(), flags=look)
    return made
