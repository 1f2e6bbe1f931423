"""How one comes to belong to the team."""

from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from bot.coordination import screens
from bot.core.outgoing import BotName
from bot.core.people import Role
from bot.core.timers import TimerKind
from bot.store.invitation import invitation, invitation_in
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.languages import languages_screen
from bot.ui.profile import put_menu
from bot.ui.screen import Screen
from bot.ui.welcome import dead_link_screen, suspended_screen, team_welcome_screen
from bot.ui.words import Translator


class Invited(Filter):
    """Somebody opened an invitation."""

    async def __call__(self, message: Message) -> bool | dict[str, str]:
        """Return what the link carries as `token`, or False."""
        token = invitation_in(message.text)
        return {"token": token} if token else False


async def join(_: Message, token: str, me: Person, store: Store, tr: Translator) -> Screen:
    """Let in whoever opens an invitation; who stays outside is told kindly why."""
    role = await store.team.admit(me.id, token)
    if role is Role.COORDINATOR:
        await store.timers.set(TimerKind.UNTOLD)
    if me.language is None:
        return languages_screen(tr.language, first=True)
    if me.suspended:
        return suspended_screen(tr, by_link=True)
    if role is None:
        return dead_link_screen(tr)
    await put_menu(me.id, me.bot, role, tr, store)
    own = await store.requests.open_of(me.id) if me.bot is BotName.EMIGRE else None
    return team_welcome_screen(tr, role, own=own.code if own else None)


async def invite(_: Message | CallbackQuery, store: Store, tr: Translator) -> Screen:
    """Make a link that lets one volunteer in."""
    return screens.link_screen(await invitation(store, Role.VOLUNTEER), tr)
