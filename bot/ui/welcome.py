"""The first screen after the language: who we are. Pure: data in, screen out."""

from enum import Enum, auto

from markupsafe import Markup

from bot.core.people import Role
from bot.ui.buttons import Ask, Practise, ShowConduct, ShowKept, home, to_urgent
from bot.ui.refusals import text_alone
from bot.ui.screen import Button, Screen
from bot.ui.words import Translator


class First(Enum):
    """What somebody's first message was."""

    COMMAND = auto()
    INVITATION = auto()
    OTHER = auto()


def who_we_are(tr: Translator) -> Markup:
    """Say in a few words what this is, and where help is if there is no time."""
    return Markup("\n\n").join(
        [
            tr(
                "<b>Majakka</b> means lighthouse. Volunteers here help people who ask for asylum in"
                " Finland, without learning who they are. It is free. We are not Migri, nor any"
                " other authority."
            ),
            tr("In an emergency in Finland, call 112."),
        ]
    )


def welcome_screen(tr: Translator, first_message: First) -> Screen:
    """Welcome an émigré, and take up what they began with."""
    lines = [who_we_are(tr)]
    if first_message is First.OTHER:
        lines.append(text_alone(tr))
    rows = [
        [Button(tr("Ask a person"), Ask())],
        [to_urgent(tr)],
        [Button(tr("What is kept about me"), ShowKept())],
        [home(tr)],
    ]
    return Screen(Markup("\n\n").join(lines), rows)


def dead_link_screen(tr: Translator) -> Screen:
    """Say that an invitation lets nobody in any more."""
    text = tr(
        "This link does not work any more: it was used, or is older than a day. Ask a coordinator"
        " for a new one."
    )
    return Screen(text, [[home(tr)]])


def access_paused(tr: Translator) -> Markup:
    """Tell a suspended member how they stand, and what they can do."""
    return tr(
        "A coordinator has paused your access to the team. To learn why, or to come back, speak"
        " with a coordinator whom you know."
    )


def suspended_screen(tr: Translator, *, by_link: bool = False) -> Screen:
    """Tell a suspended member what that means, what is kept and whom to ask. `by_link`: they
    opened an invitation, which stays as it is."""
    lines = [
        access_paused(tr),
        tr(
            "Until a coordinator ends the pause you get no questions and can open nothing of the"
            " team's. If you had open questions, others answer them.\n\nKept: that you belong to"
            " the team, your name in it, and since when. Nothing more is asked of you."
        ),
    ]
    if by_link:
        lines.append(tr("The link was not used up. It cannot end the pause."))
    rows = [[Button(tr("What is kept about me"), ShowKept())], [home(tr)]]
    return Screen(Markup("\n\n").join(lines), rows)


def team_welcome_screen(tr: Translator, role: Role, *, own: str | None = None) -> Screen:
    """Welcome a member of the team as a `role`, and say how a question reaches them.

    `own`: the code of what they ask themselves at this bot.
    """
    text = tr(
        "Welcome to the team.\n\nWhen somebody asks, you get an offer here without a word of the"
        " question. “Take it” opens the question; one volunteer has it.\n\nYou see a plant's name"
        " in place of theirs. They see a bird's name in place of yours."
    )
    if role is Role.COORDINATOR:
        text += "\n\n" + tr(
            "You are a coordinator: at your desk you also find the queue and the team. What people"
            " say of a helper in silence comes to you, and what others do alone needs your yes."
        )
    if own:
        text += "\n\n" + tr(
            "Your own question {code} stays open, and another volunteer answers it. At your desk"
            " one tap leads to it.",
            code=own,
        )
    rows = [
        [Button(tr("How we work"), ShowConduct())],
        [Button(tr("Practise with a made-up question"), Practise())],
        [home(tr)],
    ]
    return Screen(text, rows)
