"""What a member sees of their own duty. Pure: data in, screen out."""

from markupsafe import Markup

from bot.core.clock import today
from bot.core.figures import FEWEST_SHOWN
from bot.core.people import Standing
from bot.desk.buttons import (
    AskToLeave,
    Duty,
    Leave,
    SetDuty,
    ShowDuty,
)
from bot.desk.intake_screens import to_intake
from bot.store.figures import Deeds
from bot.store.team import Member
from bot.ui.aliases import member_name
from bot.ui.buttons import Practise, ShowConduct, ShowTeam, home
from bot.ui.members import standing_words
from bot.ui.screen import Button, Screen
from bot.ui.words import Translator


def duty_screen(member: Member, deeds: Deeds, tr: Translator) -> Screen:
    """Show whether a member is on duty, and what can be changed about it."""
    name, words = member_name(member.code, tr), standing_words(member, tr)
    lines = [
        tr("Your name in the team: {name}, {standing}.", name=name, standing=words),
        tr(
            "On duty you are offered what fits what you take. Otherwise you are offered nothing;"
            " what you have stays yours, and its messages reach you."
        ),
    ]
    if member.standing is Standing.PAUSED and member.paused_until:
        lines.append(
            tr(
                "The pause ends by itself: {day} at {time}, Finnish time.",
                day=tr.day(today(member.paused_until)),
                time=tr.time(member.paused_until),
            )
        )
    lines.append(_deeds_words(deeds, tr))
    if member.standing is Standing.ON_DUTY:
        rows = [
            [Button(tr("Pause until tomorrow morning"), SetDuty(duty=Duty.TOMORROW))],
            [Button(tr("Pause for a week"), SetDuty(duty=Duty.NEXT_WEEK))],
            [Button(tr("Off duty until I come back"), SetDuty(duty=Duty.OFF))],
        ]
    else:
        rows = [[Button(tr("On duty again"), SetDuty(duty=Duty.ON))]]
    rows += [
        [to_intake(tr)],
        [Button(tr("How we work"), ShowConduct())],
        [Button(tr("Practise with a made-up question"), Practise())],
        [Button(tr("Leave the team"), AskToLeave())],
        [home(tr)],
    ]
    return Screen(Markup("\n\n").join(lines), rows)


def _deeds_words(deeds: Deeds, tr: Translator) -> Markup:
    """Say what a member did of late; whether it helped, in steps that tell nobody's answer."""
    words = tr(
        "Of the questions of the last 30 days you took {taken}, and answered in {answered}. Those"
        " that others have now count too.",
        taken=deeds.taken,
        answered=deeds.answered,
    )
    if helped := deeds.helped // FEWEST_SHOWN * FEWEST_SHOWN:
        words += " " + tr("{n} people or more say that it helped.", n=helped)
    return words


def leave_screen(held: int, tr: Translator) -> Screen:
    """Ask once more before a member leaves."""
    lines = [tr("Leave the team? To come back you need a new link from a coordinator.")]
    if held:
        lines.append(
            tr.plural(
                "{n} open question goes back to the queue at once.",
                "{n} open questions go back to the queue at once.",
                held,
            )
        )
    rows = [
        [Button(tr("No, stay"), ShowDuty())],
        [Button(tr("Yes, leave"), Leave())],
        [home(tr)],
    ]
    return Screen(Markup("\n\n").join(lines), rows)


def left_screen(tr: Translator) -> Screen:
    """Say goodbye to who left the team."""
    text = tr(
        "You have left the team. If you had open questions, they wait for others. Thank you for"
        " your help."
    )
    return Screen(text, [[home(tr)]])


def needed_screen(tr: Translator) -> Screen:
    """Tell the last coordinator that nobody would be left to look after the team."""
    text = tr(
        "You are the only coordinator who is not suspended. Invite another first: without one,"
        " nobody looks after the team."
    )
    return Screen(text, [[Button(tr("The team"), ShowTeam())], [home(tr)]])
