"""What coordinators see, and how one comes to belong to the team."""

from aiogram import Router
from aiogram.filters import Command, Filter
from aiogram.types import CallbackQuery, Message

from bot.coordination.broadcasts import router as broadcasts_router
from bot.core.people import Act, Role
from bot.store.invitation import invitation, invitation_in
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.buttons import GoHomeBelow, InviteVolunteer
from bot.ui.languages import languages_screen
from bot.ui.profile import put_menu
from bot.ui.rights import allow
from bot.ui.screen import Button, Screen
from bot.ui.welcome import dead_link_screen, team_welcome_screen
from bot.ui.words import Translator

__all__ = ["broadcasts_router", "router"]


class Invited(Filter):
    """Somebody opened an invitation."""

    async def __call__(self, message: Message) -> bool | dict[str, str]:
        """Return what the link carries as `token`, or False."""
        token = invitation_in(message.text)
        return {"token": token} if token else False


async def join(_: Message, token: str, me: Person, store: Store, tr: Translator) -> Screen:
    """Let in whoever opens an invitation; a spent, old or made-up one is told kindly."""
    role = await store.team.admit(me.id, token)
    if me.language is None:
        return languages_screen(tr.language, first=True)
    if role is None:
        return dead_link_screen(tr)
    await put_menu(me, role, tr, store)
    return team_welcome_screen(tr)


async def invite(_: Message | CallbackQuery, store: Store, tr: Translator) -> Screen:
    """Make a link that lets one volunteer in."""
    link = await invitation(store, Role.VOLUNTEER)
    text = tr("Give this link to one person. It works once, within 24 hours:\n\n{link}", link=link)
    return Screen(text, [[Button(tr("Home"), GoHomeBelow())]], below=True)


def router() -> Router:
    """Return the routes of this room."""
    made = Router(name="coordination")
    made.message.register(join, Invited(), flags=allow(Act.LOOK_AROUND))
    made.message.register(invite, Command("invite"), flags=allow(Act.INVITE_VOLUNTEER))
    made.callback_query.register(
        invite, InviteVolunteer.filter(), flags=allow(Act.INVITE_VOLUNTEER)
    )
    return made
