"""What an émigré sees before an addition to their open question goes, or a change of what went.

Pure: data in, screen out. Home opens beneath: what has not gone yet is not lost by it.
"""

from collections.abc import Sequence

from bot.core.requests import seal_of
from bot.core.telltale import Telltale
from bot.emigre.buttons import AddAnyway, ChangeAnyway, WriteAnew
from bot.emigre.screens import telltale_text
from bot.relay.buttons import OpenRequest
from bot.store.requests import Request
from bot.ui.buttons import GoHomeBelow
from bot.ui.screen import Button, Screen
from bot.ui.telltales import telltale_lines
from bot.ui.words import Translator


def addition_screen(request: Request, found: Sequence[Telltale], tr: Translator) -> Screen:
    """Say gently, before an addition goes, what in it may tell who its author is."""
    code = request.code
    rows = [
        [Button(tr("Send without it"), AddAnyway(code=code, whole=False))],
        [Button(tr("Write it anew"), WriteAnew(code=code))],
        [Button(tr("Send all of it"), AddAnyway(code=code, whole=True))],
        [Button(tr("Home"), GoHomeBelow())],
    ]
    return Screen(telltale_text(found, tr), rows, about=request.id, quotes=True)


def change_screen(request: Request, text: str, found: Sequence[Telltale], tr: Translator) -> Screen:
    """Say gently, before a change of what went is passed on, what it tells that was not told yet.

    `text`: as it is now; the buttons pass on this and nothing newer.
    """
    code, seal = request.code, seal_of(request.code, [text])
    rows = [
        [Button(tr("Change it without that"), ChangeAnyway(code=code, seal=seal, whole=False))],
        [Button(tr("Leave it as it went"), OpenRequest(code=code))],
        [Button(tr("Pass on all of it"), ChangeAnyway(code=code, seal=seal, whole=True))],
        [Button(tr("Home"), GoHomeBelow())],
    ]
    words = tr(
        "<b>Before the change goes</b>\n\nYour message holds now what looks like this:\n{lines}\n\n"
        "The volunteer does not need it to answer, and it may tell who you are. Until you choose,"
        " your question stays as it was.",
        lines=telltale_lines(found, tr),
    )
    return Screen(words, rows, about=request.id, quotes=True)
