"""What a reader does with an answer beyond reading it."""

from typing import Any

from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from bot.content.articles import Article
from bot.content.library import library
from bot.content.plaintext import as_text, whole_as_text
from bot.core.clock import today
from bot.core.languages import other_than
from bot.core.outgoing import Kind, Letter, Side
from bot.core.readers import MISTAKES, Tally
from bot.emigre.reading.buttons import ShowUses
from bot.emigre.reading.handlers import answer, named, show_sections
from bot.emigre.taking import screens
from bot.emigre.taking.buttons import (
    AskWhatIsWrong,
    DropAnswer,
    KeepAnswer,
    SendFile,
    ShowAsText,
    ShowInOther,
    ShowKeptAnswers,
    TellClear,
    TellWrong,
)
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.commands import article_in
from bot.ui.screen import Screen, Shown
from bot.ui.texts import answer_footer
from bot.ui.words import Translator, translator


class LinkToAnswer(Filter):
    """A /start that carries the slug of an answer."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        """Return the slug as `slug`, or False."""
        slug = article_in(message.text)
        return {"slug": slug} if slug else False


async def open_link(message: Message, slug: str, store: Store, tr: Translator) -> Screen:
    """Show the answer that a link leads to; of one that is gone, the topics."""
    article = library().article(slug, tr.language)
    if article is None:
        return await show_sections(message, tr)
    return answer(article, today(store.clock.now()), tr)


async def show_uses(
    tap: CallbackQuery, callback_data: ShowUses, me: Person, store: Store, tr: Translator
) -> Screen:
    """Show what one can do with an answer."""
    article = library().article(callback_data.slug, tr.language)
    return await _uses(article, me, store, tr) if article else await show_sections(tap, tr)


async def show_text(
    tap: CallbackQuery, callback_data: ShowAsText, store: Store, tr: Translator
) -> Screen:
    """Show an answer as plain text to copy: nothing in it tells where it is from."""
    article = library().article(callback_data.slug, tr.language)
    if article is None:
        return await show_sections(tap, tr)
    footer = answer_footer(article, today(store.clock.now()), tr)
    return screens.text_screen(article, as_text(article, footer), tr)


async def send_file(
    tap: CallbackQuery, callback_data: SendFile, me: Person, store: Store, tr: Translator
) -> Screen:
    """Send the whole answer as a file."""
    article = library().article(callback_data.slug, tr.language)
    if article is None:
        return await show_sections(tap, tr)
    place = await store.outbox.place(me.id, Side.of(me.bot))
    footer = answer_footer(article, today(store.clock.now()), tr, whole=True)
    file = (screens.FILE, whole_as_text(article, footer))
    await store.outbox.put(place, Kind.FILE, Letter("", file=file))
    return screens.file_screen(article, tr)


async def show_in_other(
    tap: CallbackQuery, callback_data: ShowInOther, store: Store, tr: Translator
) -> Screen:
    """Show an answer in the other language; the language that one has chosen stays."""
    other = translator(other_than(tr.language))
    article = library().article(callback_data.slug, other.language)
    if article is None or not 0 <= callback_data.part <= len(article.parts):
        return await show_sections(tap, tr)
    shown = answer(article, today(store.clock.now()), other)
    return screens.in_other_screen(article, callback_data.part, shown, tr, other=other)


async def show_kept(
    _: CallbackQuery, callback_data: ShowKeptAnswers, me: Person, store: Store, tr: Translator
) -> Screen:
    """List the answers that somebody keeps and that are still there."""
    articles = named(await store.kept_answers.of(me.id), tr)
    return screens.kept_screen(articles, callback_data.page, tr)


async def keep(
    tap: CallbackQuery, callback_data: KeepAnswer, me: Person, store: Store, tr: Translator
) -> Screen:
    """Keep an answer."""
    article = library().article(callback_data.slug, tr.language)
    if article is None:
        return await show_sections(tap, tr)
    await store.kept_answers.put(me.id, article.slug)
    return await _uses(article, me, store, tr)


async def drop(
    tap: CallbackQuery, callback_data: DropAnswer, me: Person, store: Store, tr: Translator
) -> Screen:
    """Keep an answer no longer."""
    await store.kept_answers.drop(me.id, callback_data.slug)
    return await show_uses(tap, ShowUses(slug=callback_data.slug), me, store, tr)


async def tell_clear(
    tap: CallbackQuery, callback_data: TellClear, store: Store, tr: Translator
) -> Screen:
    """Count that an answer was clear, or was not."""
    article = library().article(callback_data.slug, tr.language)
    if article is None:
        return await show_sections(tap, tr)
    told = Tally.CLEAR if callback_data.clear else Tally.UNCLEAR
    await store.readers.count(told, article.slug, tr.language)
    return screens.told_screen(article, tr, asks=told is Tally.UNCLEAR)


async def ask_what_is_wrong(
    tap: CallbackQuery, callback_data: AskWhatIsWrong, tr: Translator
) -> Screen:
    """Ask what is wrong with an answer."""
    article = library().article(callback_data.slug, tr.language)
    return screens.what_is_wrong_screen(article, tr) if article else await show_sections(tap, tr)


async def tell_wrong(
    tap: CallbackQuery, callback_data: TellWrong, store: Store, tr: Translator
) -> Shown:
    """Count what is wrong with an answer; coordinators are told of the first in the morning."""
    article = library().article(callback_data.slug, tr.language)
    if article is None or callback_data.what not in MISTAKES:
        return await show_sections(tap, tr)
    await store.readers.count(callback_data.what, article.slug, tr.language)
    return screens.told_screen(article, tr, asks=True)


async def _uses(article: Article, me: Person, store: Store, tr: Translator) -> Screen:
    is_kept = article.slug in await store.kept_answers.of(me.id)
    return screens.uses_screen(article, tr, is_kept=is_kept, may_tell=me.may_ask)
