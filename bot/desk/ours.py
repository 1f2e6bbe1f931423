"""A helper sends one of our own answers in a request that they have, by two taps."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.content.articles import Article
from bot.content.library import library
from bot.content.plaintext import short_as_text
from bot.core.clock import today
from bot.core.people import Act
from bot.core.requests import HELD
from bot.desk import ours_screens as screens
from bot.desk.buttons import SeeOurs, SendOurs
from bot.desk.handlers import as_it_is, helps, send_as_typed
from bot.relay.buttons import PickOurs
from bot.relay.fitting import fitting
from bot.relay.letters import whole_answer
from bot.relay.passing import pass_beside
from bot.store.people import Person
from bot.store.requests import Request
from bot.store.store import Store
from bot.ui.rights import allow
from bot.ui.screen import Shown, Toast
from bot.ui.texts import answer_footer
from bot.ui.words import Translator, translator


async def pick(
    _: CallbackQuery, callback_data: PickOurs, me: Person, store: Store, tr: Translator
) -> Shown:
    """List those that may fit."""
    request = await helps(callback_data.code, me, store)
    if request is None or request.state not in HELD:
        return await as_it_is(request, store, tr)
    ours = library().named(await fitting(store, request), tr.language)
    return screens.pick_screen(request, ours, tr)


async def see(
    _: CallbackQuery, callback_data: SeeOurs, me: Person, store: Store, tr: Translator
) -> Shown:
    """Show one as it would go: in the language of the question."""
    request = await helps(callback_data.code, me, store)
    if request is None or request.state not in HELD:
        return await as_it_is(request, store, tr)
    article = library().article(callback_data.slug, request.language)
    if article is None:
        return _gone(tr)
    return screens.preview_screen(request, article.slug, _words(article, request, store), tr)


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


def _words(article: Article, request: Request, store: Store) -> str:
    footer = answer_footer(article, today(store.clock.now()), translator(request.language))
    return short_as_text(article, footer)


def _gone(tr: Translator) -> Toast:
    return Toast(tr("This answer is not here any more. Open the list again."))


def register(made: Router) -> None:
    """Add the routes of our own answers to the desk's."""
    use = allow(Act.ANSWER)
    made.callback_query.register(pick, PickOurs.filter(), flags=use)
    made.callback_query.register(see, SeeOurs.filter(), flags=use)
    made.callback_query.register(send, SendOurs.filter(), flags=use)
