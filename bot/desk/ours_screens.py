"""Our own answers, as a helper sends them in a request. Pure: data in, screens out."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from bot.content.articles import Article
from bot.desk.buttons import SeeOurs, SendOurs
from bot.relay.buttons import OpenHeld, PickOurs
from bot.relay.letters import title
from bot.store.requests import Request
from bot.ui.aliases import alias_name
from bot.ui.buttons import home
from bot.ui.screen import Button, Screen
from bot.ui.words import Translator


def pick_screen(request: Request, ours: Sequence[Article], tr: Translator) -> Screen:
    """List the answers that may fit, by their titles in the helper's language."""
    lines = [title(request, tr)]
    if ours:
        lines.append(tr("Our own answers that may fit. You see one before it goes."))
    else:
        lines.append(tr("None of our own answers is like this question."))
    rows = [[Button(each.button, SeeOurs(code=request.code, slug=each.slug))] for each in ours]
    rows += [[Button(tr("Back"), OpenHeld(code=request.code))], [home(tr)]]
    return Screen(Markup("\n\n").join(lines), rows)


def preview_screen(request: Request, slug: str, words: str, tr: Translator) -> Screen:
    """Show what would go to whoever asked. It stands alone, so that it goes once."""
    text = tr(
        "This would go to {alias}, with a button that opens all of it with its sources:",
        alias=alias_name(request.alias, tr),
    )
    rows = [
        [Button(tr("Send it"), SendOurs(code=request.code, slug=slug))],
        [Button(tr("Another one"), PickOurs(code=request.code))],
        [home(tr)],
    ]
    return Screen(Markup("\n\n").join([text, escape(words)]), rows, below=True)
