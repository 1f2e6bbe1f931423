"""How we work: what every member agrees to before the first question that they take."""

from aiogram.types import CallbackQuery

from bot.desk import conduct_screens as screens
from bot.desk.buttons import AgreeToConduct
from bot.desk.company import come_in, is_asked
from bot.desk.handlers import claim
from bot.relay.buttons import Claim, ComeIn
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.reception import Home
from bot.ui.screen import Screen, Shown
from bot.ui.words import Translator


async def show_conduct(
    _: CallbackQuery, me: Person, store: Store, tr: Translator, home: Home
) -> Screen:
    """Show how we work, with the way to agree if one has not."""
    member = await store.team.member(me.id)
    if member is None:
        return await home(me, store, tr)
    return screens.conduct_screen(tr, agreed=member.agreed)


async def agree(
    tap: CallbackQuery,
    callback_data: AgreeToConduct,
    me: Person,
    store: Store,
    *,
    tr: Translator,
    home: Home,
) -> Shown:
    """Agree, and go on with the question that was tapped."""
    await store.team.agree(me.id)
    if code := callback_data.code:
        request = await store.requests.by_code(code)
        if request and await is_asked(request, me, store):
            return await come_in(tap, ComeIn(code=code), me, store, tr)
        return await claim(tap, Claim(code=code), me, store, tr)
    return (await home(me, store, tr)).beginning(screens.thanks(tr))
