"""What coordinators see of a second yes. Pure: data in, screens and letters out."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from bot.coordination.broadcast_buttons import ShowDraft
from bot.coordination.buttons import Decide, InviteCoordinator, OpenApproval, Step
from bot.core.approvals import Approval, Matter, Verdict
from bot.core.outgoing import Letter
from bot.core.people import PersonId
from bot.relay.buttons import OpenQueuedBelow
from bot.store.team import Member
from bot.ui.aliases import member_name
from bot.ui.buttons import GoHomeBelow, ShowTeam, home
from bot.ui.screen import Button, Screen
from bot.ui.words import Translator


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish as coordinators read it."""

    approval: Approval
    asker: Member
    about: Member | None = None
    """The coordinator to be suspended or removed."""


def ask_coordinator_screen(tr: Translator, *, alone: bool) -> Screen:
    """Say what a coordinator can do here, and ask whether to invite one."""
    lines = [
        tr(
            "<b>Invite a coordinator</b>\n\nA coordinator sees the team and the queue, invites,"
            " suspends and removes members. Nobody here sees who asks."
        )
    ]
    if alone:
        lines.append(tr("You are the only coordinator, so nobody else has to say yes."))
        yes = tr("Make the link")
    else:
        lines.append(
            tr(
                "Another coordinator has to say yes within 30 minutes. Then you get the link."
                " Tell them yourself whom you mean: the bot does not know."
            )
        )
        yes = tr("Ask the others")
    rows = [[Button(yes, InviteCoordinator())], [Button(tr("The team"), ShowTeam())], [home(tr)]]
    return Screen(Markup("\n\n").join(lines), rows)


def link_screen(link: str, tr: Translator) -> Screen:
    """Show a link that lets one coordinator in."""
    return Screen(_link(link, tr), [[Button(tr("Home"), GoHomeBelow())]], below=True)


def link_letter(link: str, tr: Translator) -> Letter:
    """Send who asked the link, once another has said yes."""
    return Letter(str(tr("Another coordinator said yes.") + "\n\n" + _link(link, tr)))


def asked_screen(approval: Approval, tr: Translator) -> Screen:
    """Say that the others were asked, and until when they can answer."""
    text = tr("Your wish is kept for a day. It needs the yes of another coordinator.")
    if approval.matter is not Matter.BLOCK:
        text = tr(
            "The other coordinators are asked. One yes is enough, until {time}.",
            time=tr.time(approval.until),
        )
    back = Button(tr("Take it back"), Decide(verdict=Verdict.TAKEN_BACK, code=approval.code))
    return Screen(text, [[back], [home(tr)]])


def nobody_screen(matter: Matter, tr: Translator) -> Screen:
    """Say that no other coordinator can say yes now."""
    text = tr("No other coordinator can say yes now: they are suspended.")
    if matter is Matter.INVITE_COORDINATOR:
        text += " " + tr("The operator can make a link.")
    return Screen(text, [*_to_draft(matter, tr), [home(tr)]])


def wish_letter(wish: Wish, tr: Translator, *, to: PersonId) -> Letter:
    """Ask a coordinator for a second yes."""
    look = Button(tr("Look at it"), OpenApproval(code=wish.approval.code))
    return Letter(str(_wish(wish, tr, to=to)), [[look.as_key()]])


def wish_screen(wish: Wish, tr: Translator, *, to: PersonId, more: Sequence[Markup] = ()) -> Screen:
    """Show a coordinator what their yes would set going. `more`: what its matter adds to that."""
    approval = wish.approval
    lines = [_wish(wish, tr, to=to), *more]
    if approval.matter is not Matter.BROADCAST:
        lines.append(tr("Say yes only if you have spoken with them and are sure of it."))
    rows = [
        *_to_question(approval, tr),
        [Button(tr("No"), Decide(verdict=Verdict.NO, code=approval.code))],
        [Button(tr("Yes, I agree"), Decide(verdict=Verdict.YES, code=approval.code))],
        [home(tr)],
    ]
    return Screen(Markup("\n\n").join(lines), rows)


def decided_screen(verdict: Verdict, asker: Member, tr: Translator) -> Screen:
    """Say that a verdict was passed on to who asked."""
    name = member_name(asker.code, tr)
    if verdict is Verdict.YES:
        text = tr("You said yes. {name} is told.", name=name)
    else:
        text = tr("You said no. {name} is told. Nothing was done.", name=name)
    return Screen(text, [[home(tr)]])


def taken_back_screen(matter: Matter, tr: Translator) -> Screen:
    """Say that a wish was taken back."""
    return Screen(tr("Taken back. Nothing was done."), [*_to_draft(matter, tr), [home(tr)]])


def refused_letter(matter: Matter, judge: Member | None, tr: Translator) -> Letter:
    """Tell who asked that another coordinator said no."""
    name = member_name(judge.code, tr) if judge else tr("coordinator")
    text = tr(
        "Your wish got a no from {name}. Nothing was done. Speak with them, and ask again.",
        name=name,
    )
    keyboard = [[button.as_key() for button in row] for row in _to_draft(matter, tr)]
    return Letter(str(text), keyboard)


def lapsed_letter(matter: Matter, tr: Translator) -> Letter:
    """Tell who asked that nobody said yes or no in time."""
    text = tr(
        "Nobody said yes or no to your wish in time. Nothing was done. Speak with another"
        " coordinator, and ask again."
    )
    keyboard = [[button.as_key() for button in row] for row in _to_draft(matter, tr)]
    return Letter(str(text), [*keyboard, [Button(tr("Home"), GoHomeBelow()).as_key()]])


def _to_draft(matter: Matter, tr: Translator) -> list[list[Button]]:
    """Return the way to what was asked for, where that is still there to be changed."""
    return [[Button(tr("Open the draft"), ShowDraft())]] if matter is Matter.BROADCAST else []


def _to_question(approval: Approval, tr: Translator) -> list[list[Button]]:
    """Return the way to the question whose author is to be blocked."""
    if approval.matter is not Matter.BLOCK:
        return []
    code = approval.about
    return [[Button(tr("Question {code}", code=code), OpenQueuedBelow(code=code))]]


def step_letter(step: Step, about: Member, tr: Translator) -> Letter:
    """Tell who asked for a step about a coordinator that it is taken."""
    name = member_name(about.code, tr)
    done = tr("{name} is suspended now.", name=name)
    if step is Step.REMOVE:
        done = tr("{name} does not belong to the team any more.", name=name)
    return Letter(str(tr("The yes is there.") + " " + done))


def _wish(wish: Wish, tr: Translator, *, to: PersonId) -> Markup:
    named = {"name": member_name(wish.asker.code, tr), "time": tr.time(wish.approval.until)}
    if wish.approval.matter is Matter.BROADCAST:
        return tr(
            "{name} wants to send a broadcast, and needs a yes from you or another coordinator by"
            " {time}.",
            **named,
        )
    if wish.approval.matter is Matter.BLOCK:
        return tr(
            "{name} wants to block whoever asked question {code}, and needs a yes from you or"
            " another coordinator within a day.",
            code=wish.approval.about,
            **named,
        )
    if wish.about is None:
        return tr(
            "{name} wants to invite a new coordinator, and needs a yes from you or another"
            " coordinator by {time}.",
            **named,
        )
    removes = wish.approval.matter is Matter.REMOVE_COORDINATOR
    if wish.about.person_id == to:
        wants = tr("{name} wants to suspend you.", **named)
        if removes:
            wants = tr("{name} wants to remove you from the team.", **named)
        alone = tr(
            "There is no third coordinator, so it needs your own yes, by {time}. Without it nothing"
            " changes.",
            **named,
        )
        return wants + " " + alone
    about = member_name(wish.about.code, tr)
    if removes:
        return tr(
            "{name} wants to remove the coordinator {about} from the team, and needs a yes from you"
            " or another coordinator by {time}.",
            about=about,
            **named,
        )
    return tr(
        "{name} wants to suspend the coordinator {about}, and needs a yes from you or another"
        " coordinator by {time}.",
        about=about,
        **named,
    )


def _link(link: str, tr: Translator) -> Markup:
    return tr(
        "Give this link to one person: it makes them a coordinator. It works once, within 24"
        " hours:\n\n{link}",
        link=link,
    )
