"""A coordinator's screens, and what members are told. Pure: data in, screens and letters out."""

from collections.abc import Mapping, Sequence
from typing import Final

from markupsafe import Markup

from bot.coordination.buttons import AskCoordinator, AskMember, ChangeMember, ShowMember, Step
from bot.core.clock import today
from bot.core.outgoing import Letter
from bot.core.people import Standing
from bot.store.team import Member
from bot.ui.aliases import member_name
from bot.ui.buttons import GoHomeBelow, InviteVolunteer, ShowTeam, home
from bot.ui.members import role_word, standing_words
from bot.ui.pages import page_of, turning
from bot.ui.screen import Button, Screen
from bot.ui.words import Translator, capital, mark


def link_screen(link: str, tr: Translator) -> Screen:
    """Show a link that lets one person into the team."""
    text = tr("Give this link to one person. It works once, within 24 hours:\n\n{link}", link=link)
    return Screen(text, [[Button(tr("Home"), GoHomeBelow())]], below=True)


def team_screen(team: Sequence[Member], page: int, tr: Translator) -> Screen:
    """List everybody of the team by the names that they have here."""
    text = tr(
        "<b>The team</b>\n\nThese names are made up and tell nobody who somebody is. Each member"
        " sees their own at their desk."
    )
    shown = page_of(team, page)
    rows = [[Button(_line(member, tr), ShowMember(code=member.code))] for member in shown.items]
    rows += turning(shown, ShowTeam, tr)
    rows += [
        [Button(tr("Invite a volunteer"), InviteVolunteer())],
        [Button(tr("Invite a coordinator"), AskCoordinator())],
        [home(tr)],
    ]
    return Screen(text, rows)


def member_screen(
    member: Member, held: int, tr: Translator, *, is_me: bool, beside: int = 0
) -> Screen:
    """Show a member, and what can be done about them. Nobody does anything about themselves.

    `held`: how many open questions they have; `beside`: in how many they help along.
    """
    lines = [
        Markup("<b>{}</b>").format(member_name(member.code, tr)),
        capital(Markup(" · ").join([role_word(member.role, tr), standing_words(member, tr)])),
        tr("In the team since {day}.", day=tr.day(today(member.joined_at))),
        tr.plural("{n} open question.", "{n} open questions.", held),
    ]
    if beside:
        lines.append(tr("Helps along in others: {n}.", n=beside))
    if is_me:
        lines.append(tr("This is you."))
    rows = [] if is_me else [[_ask(step, member, tr)] for step in _steps(member)]
    return Screen(
        Markup("\n").join(lines), [*rows, [Button(tr("The team"), ShowTeam())], [home(tr)]]
    )


def ask_member_screen(
    step: Step, member: Member, held: int, tr: Translator, *, judges: Sequence[Member] = ()
) -> Screen:
    """Ask once more before a step about a member is taken, or the `judges` are asked for a yes."""
    name = member_name(member.code, tr)
    question = {
        Step.SUSPEND: tr(
            "Suspend {name}? They get no offers and can open nothing here until somebody brings"
            " them back. They are told.",
            name=name,
        ),
        Step.BRING_BACK: tr("Bring {name} back? They get offers again, and are told.", name=name),
        Step.REMOVE: tr(
            "Remove {name} from the team? To come back they need a new link. They are told.",
            name=name,
        ),
    }[step]
    lines = [question]
    if held:
        lines.append(
            tr.plural(
                "{n} open question goes back to the queue at once.",
                "{n} open questions go back to the queue at once.",
                held,
            )
        )
    label = {
        Step.SUSPEND: tr("Yes, suspend"),
        Step.BRING_BACK: tr("Yes, bring back"),
        Step.REMOVE: tr("Yes, remove"),
    }[step]
    if judges:
        lines.append(_second_yes(member, judges, tr))
        label = tr("Ask for the yes")
    rows = [
        [Button(tr("No, leave it as it is"), ShowMember(code=member.code))],
        [Button(label, ChangeMember(step=step, code=member.code))],
        [home(tr)],
    ]
    return Screen(Markup("\n\n").join(lines), rows)


def nobody_screen(member: Member, tr: Translator) -> Screen:
    """Say that no coordinator is there whose yes a step about another one needs."""
    text = tr(
        "{name} is a coordinator: this needs another coordinator's yes, and nobody can say it now."
        " The operator can remove them.",
        name=member_name(member.code, tr),
    )
    return Screen(text, [[Button(tr("The team"), ShowTeam())], [home(tr)]])


def removed_screen(member: Member, tr: Translator) -> Screen:
    """Say that somebody does not belong to the team any more, and what the way back is."""
    text = tr(
        "{name} does not belong to the team any more. A new link would let them in again.",
        name=member_name(member.code, tr),
    )
    return Screen(text, [[Button(tr("The team"), ShowTeam())], [home(tr)]])


STEPS: Final[Mapping[Step, str]] = {
    Step.SUSPEND: mark("{by} has suspended {name}."),
    Step.BRING_BACK: mark("{by} has brought {name} back."),
    Step.REMOVE: mark("{by} has removed {name} from the team."),
}


def step_taken_letter(step: Step, member: Member, by: Member, tr: Translator) -> Letter:
    """Tell a coordinator what another one, `by`, has done about a member."""
    text = tr(STEPS[step], by=member_name(by.code, tr), name=member_name(member.code, tr))
    rows = [
        [Button(tr("The team"), ShowTeam()).as_key()],
        [Button(tr("Home"), GoHomeBelow()).as_key()],
    ]
    return Letter(str(text), rows)


def suspended_letter(tr: Translator) -> Letter:
    """Tell a member that they are suspended."""
    text = tr(
        "A coordinator has suspended you: you get no questions for now. If you had open questions,"
        " others answer them. If this surprises you, speak with a coordinator."
    )
    return Letter(str(text))


def brought_back_letter(tr: Translator) -> Letter:
    """Tell a member that their suspension is over."""
    text = tr("Welcome back to the team: you get questions again.")
    return Letter(str(text), [[home(tr).as_key()]])


def removed_letter(tr: Translator) -> Letter:
    """Tell somebody that they do not belong to the team any more: the last that they get."""
    text = tr(
        "You do not belong to the team any more. If you had open questions, others answer them."
        " Thank you for your help."
    )
    return Letter(str(text))


def _second_yes(member: Member, judges: Sequence[Member], tr: Translator) -> Markup:
    name = member_name(member.code, tr)
    if member in judges:
        return tr(
            "{name} is the only other coordinator, so it needs their own yes, within 30 minutes. If"
            " you do not trust them any more, speak with the operator, who can remove them.",
            name=name,
        )
    return tr(
        "{name} is a coordinator: another coordinator has to say yes within 30 minutes.", name=name
    )


def _steps(member: Member) -> list[Step]:
    first = Step.BRING_BACK if member.standing is Standing.SUSPENDED else Step.SUSPEND
    return [first, Step.REMOVE]


def _ask(step: Step, member: Member, tr: Translator) -> Button:
    label = {
        Step.SUSPEND: tr("Suspend"),
        Step.BRING_BACK: tr("Bring back"),
        Step.REMOVE: tr("Remove from the team"),
    }[step]
    return Button(label, AskMember(step=step, code=member.code))


def _line(member: Member, tr: Translator) -> Markup:
    parts = [
        member_name(member.code, tr),
        role_word(member.role, tr),
        standing_words(member, tr, brief=True),
    ]
    return Markup(" · ").join(parts)
