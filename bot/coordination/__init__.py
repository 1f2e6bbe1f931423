"""What coordinators see, and how one comes to belong to the team."""

from aiogram import Router
from aiogram.filters import Command

from bot.coordination import (
    approvals,
    blocking,
    buttons,
    joining,
    queue,
    readers,
    team,
    writing_first,
)
from bot.coordination.broadcasts import router as broadcasts_router
from bot.core.people import Act
from bot.relay.buttons import AskToBan, OpenQueued, OpenQueuedBelow, RefuseBan
from bot.ui.buttons import InviteVolunteer, ShowQueue, ShowReaders, ShowTeam
from bot.ui.rights import allow

__all__ = ["broadcasts_router", "router"]


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
    ask = allow(Act.INVITE_COORDINATOR)
    taps.register(approvals.ask_coordinator, buttons.AskCoordinator.filter(), flags=ask)
    taps.register(approvals.invite_coordinator, buttons.InviteCoordinator.filter(), flags=ask)
    approve = allow(Act.APPROVE)
    taps.register(approvals.open_approval, buttons.OpenApproval.filter(), flags=approve)
    taps.register(approvals.decide, buttons.Decide.filter(), flags=approve)
    keep_queue = allow(Act.KEEP_QUEUE)
    taps.register(queue.show_queue, ShowQueue.filter(), flags=keep_queue)
    taps.register(queue.open_queued, OpenQueued.filter(), flags=keep_queue)
    taps.register(queue.open_queued, OpenQueuedBelow.filter(), flags=keep_queue)
    taps.register(queue.show_notes, buttons.ShowNotes.filter(), flags=keep_queue)
    taps.register(queue.ask_to_hand_back, buttons.AskToHandBack.filter(), flags=keep_queue)
    taps.register(queue.put_back, buttons.HandBack.filter(), flags=keep_queue)
    first = allow(Act.WRITE_FIRST)
    taps.register(writing_first.show_closed, buttons.ShowClosed.filter(), flags=first)
    taps.register(writing_first.ask_to_write, buttons.AskToWriteFirst.filter(), flags=first)
    taps.register(writing_first.write, buttons.WriteFirst.filter(), flags=first)
    edit = allow(Act.EDIT)
    taps.register(readers.show_readers, ShowReaders.filter(), flags=edit)
    taps.register(readers.ask_if_seen, buttons.SeenTally.filter(), flags=edit)
    taps.register(readers.see_to, buttons.CountAnew.filter(), flags=edit)
    taps.register(readers.show_released, buttons.ShowReleased.filter(), flags=edit)
    taps.register(readers.drop_released, buttons.DropReleased.filter(), flags=edit)
    taps.register(readers.send_unconfirmed, buttons.SendUnconfirmed.filter(), flags=edit)
    block = allow(Act.BLOCK)
    made.message.register(blocking.ask_by_code, blocking.BY_CODE, flags=block)
    taps.register(blocking.ask_to_ban, AskToBan.filter(), flags=block)
    taps.register(blocking.ban, buttons.Ban.filter(), flags=block)
    taps.register(blocking.refuse, RefuseBan.filter(), flags=block)
    taps.register(blocking.show_bans, buttons.ShowBans.filter(), flags=block)
    taps.register(blocking.ask_to_unban, buttons.AskToUnban.filter(), flags=block)
    taps.register(blocking.unban, buttons.Unban.filter(), flags=block)
    return made
