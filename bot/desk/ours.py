"""A helper sends one of our own answers in a request that they have, by two taps."""

from dataclasses import replace
from typing import Any

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from bot.content.articles import Article
from bot.content.library import library
from bot.content.plaintext import short_as_text
from bot.core.clock import today
from bot.core.people import Act
from bot.core.requests import HELD
from bot.desk import ours_screens as screens
from bot.desk.buttons import SearchOurs, SeeOurs, SendOurs, ShowTopicOfOurs, ShowTopicsOfOurs
from bot.desk.handlers import as_it_is, helps, send_as_typed, typed_in
from bot.relay.buttons import PickOurs
from bot.relay.fitting import Fitting, fitting, like
from bot.relay.letters import whole_answer
from bot.relay.passing import pass_beside
from bot.store.people import Person
from bot.store.requests import Request
from bot.store.store import Store
from bot.ui.commands import is_command
from bot.ui.rights import allow
from bot.ui.screen import Expects, Shown, Toast
from bot.ui.texts import answer_footer
from bot.ui.typed import is_used, unused
from bot.ui.words import Translator, translator


class ForSearch(Filter):
    """Words that a member typed where some were asked for, to find one of our own answers.

    They go before answers, in a thread and as a reply too: what was asked for last is meant. What
    is typed in another question belongs there.
    """

    async def __call__(self, message: Message, me: Person, store: Store) -> bool | dict[str, Any]:
        """Return the request in which they look as `request`, or False."""
        if me.role is None or is_command(message.text) or not message.text:
            return False
        if me.waiting_for != Expects.OURS_SEARCH or not me.waiting_with:
            return False
        request = await helps(SearchOurs.unpack(me.waiting_with).code, me, store)
        if request is None or request.state not in HELD:
            return False
        there = await typed_in(message, me, store)
        return {"request": request} if there is None or there.id == request.id else False


async def pick(
    tap: CallbackQuery, callback_data: PickOurs, me: Person, store: Store, tr: Translator
) -> Shown:
    """Show what surely fits as it would go, and what else may fit."""
    request = await helps(callback_data.code, me, store)
    if request is None or request.state not in HELD:
        return await as_it_is(request, store, tr)
    offered = _offered(await fitting(store, request), request, store, tr)
    return screens.pick_screen(request, offered, tr, below=await _stays(tap, me, store))


async def show_topics(
    tap: CallbackQuery, callback_data: ShowTopicsOfOurs, me: Person, store: Store, tr: Translator
) -> Shown:
    """Offer the topics."""
    request = await helps(callback_data.code, me, store)
    if request is None or request.state not in HELD:
        return await as_it_is(request, store, tr)
    shown = screens.topics_screen(request, library().sections(tr.language), tr)
    return replace(shown, below=await _stays(tap, me, store))


async def show_topic(
    _: CallbackQuery, callback_data: ShowTopicOfOurs, me: Person, store: Store, tr: Translator
) -> Shown:
    """Offer the answers of one topic."""
    request = await helps(callback_data.code, me, store)
    if request is None or request.state not in HELD:
        return await as_it_is(request, store, tr)
    ours = library().of_section(callback_data.section, tr.language)
    return screens.topic_screen(request, callback_data.section, ours, tr)


async def ask_words(
    tap: CallbackQuery, callback_data: SearchOurs, me: Person, store: Store, tr: Translator
) -> Shown:
    """Ask for words to look for."""
    request = await helps(callback_data.code, me, store)
    if request is None or request.state not in HELD:
        return await as_it_is(request, store, tr)
    return replace(screens.search_screen(request, tr), below=await _stays(tap, me, store))


async def search(message: Message, request: Request, store: Store, tr: Translator) -> Shown:
    """Show what is like the words that were typed, in the helper's language or the question's."""
    found = like(message.text or "", [tr.language, request.language])
    return screens.found_screen(request, _offered(found, request, store, tr), tr)


async def see(
    tap: CallbackQuery, callback_data: SeeOurs, me: Person, store: Store, tr: Translator
) -> Shown:
    """Show one as it would go: in the language of the question."""
    request = await helps(callback_data.code, me, store)
    if request is None or request.state not in HELD:
        return await as_it_is(request, store, tr)
    offered = _offered(Fitting([callback_data.slug], sure=True), request, store, tr)
    if offered is None:
        return _gone(tr)
    return screens.preview_screen(request, offered, tr, below=await _stays(tap, me, store))


async def send(
    tap: CallbackQuery, callback_data: SendOurs, me: Person, store: Store, tr: Translator
) -> Shown:
    """Send one as if it had been typed where its preview stands, and lead to the whole of it."""
    request = await helps(callback_data.code, me, store)
    if request is None or request.state not in HELD:
        return await as_it_is(request, store, tr)
    article = library().article(callback_data.slug, request.language)
    if article is None or not isinstance(tap.message, Message):
        return _gone(tr)
    words = _words(article, request, store)
    shown = await send_as_typed(words, tap.message, request, me, store, tr=tr)
    said = await store.requests.said_at(me.chat_id, tap.message.message_id)
    if said and not isinstance(shown, Toast):  # it waits for no eyes, and had not gone before
        await pass_beside(store, request, said.id, whole_answer(article.slug))
    return shown


def _offered(
    found: Fitting, request: Request, store: Store, tr: Translator
) -> screens.Offered | None:
    """Return the first of some answers as it would go, and the others beside it; None: none."""
    ours = library().named(found.slugs, tr.language)
    theirs = library().article(ours[0].slug, request.language) if ours else None
    if theirs is None:
        return None
    return screens.Offered(ours[0], _words(theirs, request, store), ours[1:], found.sure)


async def _stays(tap: CallbackQuery, me: Person, store: Store) -> bool:
    """Say whether what was tapped is still needed, so that what comes next stands beneath it.

    It has become an answer, and nothing more can be sent from there; or what was typed for the
    search can still go as an answer from there.
    """
    if tap.message and await is_used(tap.message.message_id, me, store):
        return True
    return await unused(tap, me, store) is not None


def _words(article: Article, request: Request, store: Store) -> str:
    footer = answer_footer(article, today(store.clock.now()), translator(request.language))
    return short_as_text(article, footer)


def _gone(tr: Translator) -> Toast:
    return Toast(tr("This answer is not here any more. Open the list again."))


def register_first(made: Router) -> None:
    """Add the route of words to look for: it comes before answers."""
    made.message.register(search, ForSearch(), flags=allow(Act.ANSWER))


def register(made: Router) -> None:
    """Add the other routes of our own answers to the desk's."""
    taps, use = made.callback_query, allow(Act.ANSWER)
    taps.register(pick, PickOurs.filter(), flags=use)
    taps.register(show_topics, ShowTopicsOfOurs.filter(), flags=use)
    taps.register(show_topic, ShowTopicOfOurs.filter(), flags=use)
    taps.register(ask_words, SearchOurs.filter(), flags=use)
    taps.register(see, SeeOurs.filter(), flags=use)
    taps.register(send, SendOurs.filter(), flags=use)
