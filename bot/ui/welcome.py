"""The first screen after the language: who we are. Pure: data in, screen out."""

from markupsafe import Markup

from bot.ui.buttons import Ask, AskThis, ShowKept, home
from bot.ui.screen import Button, Screen
from bot.ui.words import Translator


def welcome_screen(tr: Translator, *, typed: bool) -> Screen:
    """Welcome an émigré. `typed`: they began with words of their own."""
    lines = [
        tr(
            "<b>Majakka</b> means lighthouse. Volunteers here help people who ask for asylum in"
            " Finland. It is free. We are not Migri, nor any other authority."
        ),
        tr("In an emergency in Finland, call 112."),
    ]
    first = Button(tr("Ask a person"), Ask())
    if typed:
        lines.append(
            tr("If this is a question for a person, tap “Ask this”. Nothing was sent yet.")
        )
        first = Button(tr("Ask this"), AskThis())
    rows = [[first], [Button(tr("What is kept about me"), ShowKept())], [home(tr)]]
    return Screen(Markup("\n\n").join(lines), rows)


def team_welcome_screen(tr: Translator) -> Screen:
    """Welcome a member of the team, and say how a question reaches them."""
    text = tr(
        "Welcome to the team.\n\nWhen somebody asks, you get an offer here without a word of the"
        " question. “Take it” opens the question; one volunteer has it.\n\nYou see a plant's name"
        " in place of theirs. They see a bird's name in place of yours."
    )
    return Screen(text, [[home(tr)]])
