"""Letters that offer a request, and say what became of it. Pure: data in, letters out."""

from enum import Enum, auto

from markupsafe import Markup

from bot.core.outgoing import Letter
from bot.core.requests import HELD, State
from bot.relay.buttons import Claim
from bot.relay.letters import handed_back, language_of
from bot.store.requests import Request
from bot.ui.screen import Button
from bot.ui.sections import section_name
from bot.ui.words import Translator


class Offered(Enum):
    """Why a request is offered."""

    NEW = auto()
    STILL_WAITS = auto()
    CAME_BACK = auto()
    """Somebody had it before, and does not go on with it; or it is opened again."""


def offer(request: Request, tr: Translator, why: Offered, *, helped_before: bool = False) -> Letter:
    """Offer a request: its code, language and section, and not a word of it.

    `helped_before`: whoever asks wishes that this member is asked first, and that they know it.
    """
    text = _offered(request, tr, why)
    if request.section:
        text += "\n" + tr("About: {section}", section=section_name(request.section, tr))
    if helped_before:
        text += "\n" + tr("You helped this person before, and they would like you again.")
    keyboard = [[Button(tr("Take it"), Claim(code=request.code)).as_key()]]
    silent = why is Offered.STILL_WAITS and not request.urgent
    return Letter(str(text), keyboard, silent=silent)


def offered_below(request: Request, tr: Translator) -> Letter:
    """Put in the place of an offer that was made once more, where it cannot be deleted."""
    return Letter(str(tr("Question {code} is offered again below.", code=request.code)))


def offer_now(request: Request, tr: Translator, *, is_mine: bool = False) -> Letter:
    """Put in the place of an offer what became of the request. `is_mine`: to who has it."""
    code = request.code
    if request.state is State.CLOSED:
        return Letter(str(tr("Question {code} is closed.", code=code)))
    if request.state in {State.WITHDRAWN, State.DRAFT}:
        return Letter(str(tr("Question {code} was withdrawn.", code=code)))
    if request.state not in HELD:
        return handed_back(request, tr)
    if is_mine:
        return Letter(str(tr("You have question {code}.", code=code)))
    return Letter(str(tr("Question {code} is taken.", code=code)))


def _offered(request: Request, tr: Translator, why: Offered) -> Markup:
    asked = {"code": request.code, "language": language_of(request, tr)}
    if why is Offered.CAME_BACK:
        back = tr(
            "Question <b>{code}</b>, in {language}, is back and waits for a volunteer.", **asked
        )
        return Markup("❗ ") + back if request.urgent else back
    if request.urgent:
        return tr("❗ <b>Urgent question {code}</b>, in {language}.", **asked)
    if why is Offered.STILL_WAITS:
        return tr("Question <b>{code}</b>, in {language}, still waits.", **asked)
    return tr("New question <b>{code}</b>, in {language}.", **asked)
