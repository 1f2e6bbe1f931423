"""What coordinators see, and how one comes to belong to the team."""

from aiogram import Router
from aiogram.filters import Command

from bot.coordination import buttons, joining, team
from bot.core.people import Act
from bot.ui.buttons import InviteVolunteer, ShowTeam
from bot.ui.rights import allow


def router() -> Router:
    """Return the routes of this room."""
    made = Router(name="coordination")
    taps = made.callback_query
    may_invite, keep = allow(Act.INVITE_VOLUNTEER), allow(Act.KEEP_TEAM)
    made.message.register(joining.join, joining.Invited(), flags=allow(Act.LOOK_AROUND))
    made.message.register(joining.invite, Command("invite"), flags=may_invite)
    taps.register(joining.invite, InviteVolunteer.filter(), flags=may_invite)
    taps.register(team.show_team, ShowTeam.filter(), flags=keep)
    taps.register(team.show_member, buttons.ShowMember.filter(), flags=keep)
    taps.register(team.ask_member, buttons.AskMember.filter(), flags=keep)
    taps.register(team.change_member, buttons.ChangeMember.filter(), flags=keep)
    return made
