"""Letters about blocking whoever asked a request, as its helper may wish. Pure."""

from bot.core.outgoing import Letter
from bot.relay.buttons import AskToBan, OpenQueuedBelow, RefuseBan
from bot.relay.letters import title, to_hand_back
from bot.store.requests import Request
from bot.ui.screen import Button
from bot.ui.words import Translator


def ban_wish(request: Request, tr: Translator) -> Letter:
    """Ask a coordinator to block whoever asked a request, without a word of it."""
    text = tr(
        "A volunteer asks you to block whoever asked question {code}. If you can, speak with them"
        " first.",
        code=request.code,
    )
    rows = [
        [Button(tr("Question {code}", code=request.code), OpenQueuedBelow(code=request.code))],
        [Button(tr("No, do not block"), RefuseBan(code=request.code))],
        [Button(tr("Block who asked it"), AskToBan(code=request.code))],
    ]
    return Letter(str(text), [[button.as_key() for button in row] for row in rows])


def ban_done(request: Request, tr: Translator) -> Letter:
    """Say that a wish for a block was fulfilled: in its place, and to who wished it."""
    return Letter(str(tr("Whoever asked question {code} was blocked.", code=request.code)))


def ban_refused(request: Request, tr: Translator) -> Letter:
    """Put in the place of a wish for a block that a coordinator said no."""
    text = tr("A coordinator said no: whoever asked question {code} stays.", code=request.code)
    way = Button(tr("Question {code}", code=request.code), OpenQueuedBelow(code=request.code))
    return Letter(str(text), [[way.as_key()]])


def ban_refused_to_helper(request: Request, tr: Translator) -> Letter:
    """Tell a helper who wished a block that a coordinator said no, and what they can do."""
    text = tr(
        "{title}: a coordinator decided not to block this person. If it is too much, give the"
        " question back: nobody asks why. Coordinators answer what you ask them in a note.",
        title=title(request, tr),
    )
    return Letter(str(text), [[to_hand_back(request, tr).as_key()]])
