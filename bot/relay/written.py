"""What somebody wrote in a question of their own, to delete some of it."""

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from bot.relay.buttons import OpenRequest, TakeBack
from bot.store.requests import Request, Said
from bot.ui.screen import Button, Screen
from bot.ui.words import Translator

MOST_WRITTEN: Final = 20
"""Messages that the list of what somebody wrote shows: the last ones."""
LONGEST_EXCERPT: Final = 60
IN_A_ROW: Final = 5


def written_screen(request: Request, messages: Sequence[Said], tr: Translator) -> Screen:
    """Show the last that somebody wrote in their question, each with a button that deletes it."""
    back = [Button(tr("Back"), OpenRequest(code=request.code))]
    if not messages:
        return Screen(tr("Nothing that you wrote is left here."), [back], about=request.id)
    shown = list(enumerate(messages, start=1))[-MOST_WRITTEN:]
    lines = [tr("What you wrote in question {code}. Which one to delete?", code=request.code)]
    lines += [Markup("<b>{}.</b> {}").format(n, excerpt(said.text)) for n, said in shown]
    keys = [Button(str(n), TakeBack(message=said.id)) for n, said in shown]
    rows = [keys[begin : begin + IN_A_ROW] for begin in range(0, len(keys), IN_A_ROW)]
    return Screen(Markup("\n").join(lines), [*rows, back], about=request.id)


def excerpt(text: str) -> str:
    """Return the beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_EXCERPT else f"{line[:LONGEST_EXCERPT]}…"
