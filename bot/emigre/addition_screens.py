"""What an émigré sees before an addition to their open question goes. Pure: data in, screen out."""

from collections.abc import Sequence

from bot.core.telltale import Telltale
from bot.emigre.buttons import AddAnyway
from bot.emigre.screens import telltale_text
from bot.relay.buttons import OpenRequest
from bot.store.requests import Request
from bot.ui.buttons import home
from bot.ui.screen import Button, Screen
from bot.ui.words import Translator


def addition_screen(request: Request, found: Sequence[Telltale], tr: Translator) -> Screen:
    """Say gently, before an addition goes, what in it may tell who its author is."""
    code = request.code
    rows = [
        [Button(tr("Send without it"), AddAnyway(code=code, whole=False))],
        [Button(tr("Write it anew"), OpenRequest(code=code))],
        [Button(tr("Send all of it"), AddAnyway(code=code, whole=True))],
        [home(tr)],
    ]
    return Screen(telltale_text(found, tr), rows, about=request.id, quotes=True)
