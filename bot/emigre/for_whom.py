"""For whom a draft is: asked once, kindly, and only of whoever wants to say."""

from aiogram.types import CallbackQuery

from bot.core.asking import ForWhom
from bot.emigre import for_whom_screens as screens
from bot.emigre.buttons import SayForWhom
from bot.emigre.drafts import ask
from bot.emigre.previews import preview
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.screen import Screen
from bot.ui.words import Translator


async def show_for_whom(tap: CallbackQuery, me: Person, store: Store, tr: Translator) -> Screen:
    """Ask whom the draft is about."""
    draft = await store.requests.draft_of(me.id)
    return screens.for_whom_screen(tr) if draft else await ask(tap, me, store, tr)


async def say_for_whom(
    tap: CallbackQuery, callback_data: SayForWhom, me: Person, store: Store, tr: Translator
) -> Screen:
    """Keep whom the draft is about; that of a minor alone becomes urgent, and can be made less."""
    draft = await store.requests.draft_of(me.id)
    if draft is None:
        return await ask(tap, me, store, tr)
    draft = await store.requests.say_for_whom(draft, callback_data.for_whom)
    if draft.for_whom is not ForWhom.MINOR:
        return await preview(draft, store, tr)
    draft = await store.requests.mark_urgent(draft, urgent=True)
    return await preview(draft, store, tr, news=screens.kind_text(tr))
