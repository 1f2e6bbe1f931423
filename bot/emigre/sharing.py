"""What a helper may see of one's case: said in the draft, or of a question that was sent."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.core.people import Act
from bot.core.requests import OPEN, seal_of
from bot.emigre import request_screens
from bot.emigre.buttons import OfferCase, ShareCase, ShareCaseNow, StopSharing
from bot.emigre.drafts import as_it_stands, ask
from bot.emigre.previews import preview
from bot.relay import letters
from bot.relay.passing import tell_one
from bot.relay.sharing import shared_text, to_share
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.caselock import shows_case
from bot.ui.rights import allow
from bot.ui.screen import Screen
from bot.ui.words import Translator


async def share_case(
    tap: CallbackQuery, callback_data: ShareCase, me: Person, store: Store, tr: Translator
) -> Screen:
    """Say whether the helper may see how one's case stands; the draft is shown as it is."""
    draft = await store.requests.draft_of(me.id)
    if draft is None:
        return await ask(tap, me, store, tr)
    shared = await to_share(me.id, store) if callback_data.shares else None
    return await preview(await store.requests.share(draft, shared), store, tr)


async def offer_case(
    tap: CallbackQuery,
    callback_data: OfferCase | ShareCaseNow,
    me: Person,
    store: Store,
    tr: Translator,
) -> Screen:
    """Show what the helper of a question that was sent would see of one's case."""
    current = await store.requests.own(callback_data.code, me.id)
    words = shared_text(await to_share(me.id, store), tr)
    if current is None or current.state not in OPEN:
        return await ask(tap, me, store, tr)
    if words is None or current.shares_case:
        return await as_it_stands(current, me, store, tr)
    return request_screens.offer_case_screen(current, words, seal_of(current.code, [words]), tr)


async def share_now(
    tap: CallbackQuery, callback_data: ShareCaseNow, me: Person, store: Store, tr: Translator
) -> Screen:
    """Let the helper see it, as it was seen: what has changed since is shown first."""
    current = await store.requests.own(callback_data.code, me.id)
    shared = await to_share(me.id, store)
    words = shared_text(shared, tr)
    if (
        current is None
        or current.state not in OPEN
        or words is None
        or seal_of(current.code, [words]) != callback_data.seal
    ):
        return await offer_case(tap, callback_data, me, store, tr)
    sharing = await store.requests.share(current, shared)
    if sharing.helper_id is not None:
        await tell_one(store, sharing, sharing.helper_id, letters.shown_case)
    return await as_it_stands(sharing, me, store, tr)


async def stop_sharing(
    tap: CallbackQuery, callback_data: StopSharing, me: Person, store: Store, tr: Translator
) -> Screen:
    """Show nothing more of one's case with a question that was sent."""
    current = await store.requests.own(callback_data.code, me.id)
    if current is None or current.state not in OPEN:
        return await ask(tap, me, store, tr)
    alone = await store.requests.share(current, None)
    shown = await as_it_stands(alone, me, store, tr)
    return (
        shown.beginning(request_screens.shared_no_more(alone, tr)) if current.shares_case else shown
    )


def register(made: Router) -> None:
    """Add the routes of what is shown of a case to the room's."""
    taps, shows = made.callback_query, shows_case(Act.ASK)
    taps.register(share_case, ShareCase.filter(), flags=allow(Act.ASK))
    taps.register(offer_case, OfferCase.filter(), flags=shows)
    taps.register(share_now, ShareCaseNow.filter(), flags=shows)
    taps.register(stop_sharing, StopSharing.filter(), flags=allow(Act.SEE_TO_OWN))
