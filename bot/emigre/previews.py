"""A draft as it would go now, and what goes into it."""

from collections.abc import Sequence
from typing import Final

from aiogram.types import Message
from markupsafe import Markup

from bot.content.articles import Article
from bot.content.search.finding import finder
from bot.core.asking import ForWhom
from bot.core.identity import holds_identity_code
from bot.core.languages import Language
from bot.core.outgoing import Side
from bot.core.requests import MOST_MESSAGES
from bot.core.sections import Section
from bot.emigre import screens
from bot.emigre.finding.screens import helped
from bot.emigre.finding.sections import section_of
from bot.emigre.hearing import hear
from bot.emigre.reading.handlers import named
from bot.relay.sharing import has_near_day, shared_text, to_share
from bot.store.people import Person
from bot.store.requests import Request, Said
from bot.store.store import Store
from bot.ui.consent import does_not_fit
from bot.ui.refusals import leave_out_code
from bot.ui.screen import Expects, Screen
from bot.ui.typed import keep
from bot.ui.words import Translator

MINOR_ALONE: Final = "apply-minor-alone"
"""The answer that says what is a minor's who came alone."""


async def put_in_draft(message: Message, me: Person, store: Store, tr: Translator) -> Screen:
    """Add a message to the draft, begun if there is none."""
    draft, news = await store.requests.draft_of(me.id), None
    if draft is None:
        draft = await store.requests.begin(me.id, tr.language)
        if await has_near_day(me.id, store):
            draft, news = (
                await store.requests.mark_urgent(draft, urgent=True),
                screens.day_is_near(tr),
            )
    if me.waiting_for == Expects.URGENT_DRAFT:
        draft = await store.requests.mark_urgent(draft, urgent=True)
    before = await store.requests.said_in(draft.id)
    if len(before) >= MOST_MESSAGES:
        return await preview(draft, store, tr, news=does_not_fit(tr))
    await keep(store, draft.id, Side.EMIGRE, message, me)
    draft, hastened = await hasten_despair(draft, [said.text for said in before], store)
    news = screens.cannot_wait(tr) if hastened else news
    return await preview(draft, store, tr, news=news)


async def preview(
    draft: Request, store: Store, tr: Translator, *, news: Markup | None = None
) -> Screen:
    """Show the draft as it would go now."""
    written = await store.requests.said_in(draft.id)
    if any(holds_identity_code(said.text) for said in written):
        code = leave_out_code(tr)
        news = Markup("\n\n").join([news, code]) if news else code
    if draft.section is None and (section := _section_of(written, draft.language)):
        draft = await store.requests.put_section(draft, section)
    return await as_draft(draft, written, store, tr, news=news)


async def as_draft(
    draft: Request,
    written: Sequence[Said],
    store: Store,
    tr: Translator,
    *,
    news: Markup | None = None,
) -> Screen:
    """Show a draft; while the case is locked, not a word of it, but whether it is shown."""
    case = shared_text(draft.shared or await to_share(draft.emigre_id, store), tr)
    if case and await store.cases.is_locked(draft.emigre_id):
        case = screens.HIDDEN if draft.shares_case else None
    before = await store.offers.helper_before(draft.emigre_id)
    again = screens.Again(before, await store.offers.asks_first(draft.id)) if before else None
    heard = hear([said.text for said in written], draft.language)
    shown = screens.draft_screen(
        draft,
        written,
        tr,
        news=news,
        case=case,
        again=again,
        heard=heard,
        answers=of_a_minor(draft, tr),
    )
    return helped(shown, heard, tr)


def of_a_minor(request: Request, tr: Translator) -> Sequence[Article]:
    """Return the answer that says what is a minor's who came alone, if one asks."""
    return named([MINOR_ALONE], tr) if request.for_whom is ForWhom.MINOR else []


async def hasten_despair(
    draft: Request, before: Sequence[str], store: Store
) -> tuple[Request, bool]:
    """Make a draft urgent that has begun to tell of despair; say whether it is so now.

    `before`: its words as they were. Who wrote so before has seen that, and may have said that it
    can wait.
    """
    now = [said.text for said in await store.requests.said_in(draft.id)]
    despairs = not draft.urgent and hear(now, draft.language).despair
    if not despairs or hear(before, draft.language).despair:
        return draft, False
    return await store.requests.mark_urgent(draft, urgent=True), True


def _section_of(written: Sequence[Said], language: Language) -> Section | None:
    """Return what a draft seems to be about: the danger first; None: its words tell nothing."""
    texts = [said.text for said in written]
    return hear(texts, language).section or section_of(finder(language).find("\n".join(texts)))
