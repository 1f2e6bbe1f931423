"""Letters about a request that lies still, and about one that is opened again. Pure."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from markupsafe import Markup

from bot.content.articles import Article
from bot.core.asking import ForWhom
from bot.core.clock import today
from bot.core.outgoing import Letter
from bot.relay.buttons import Reopen, StillOpen
from bot.relay.letters import open_own, to_hand_back
from bot.store.requests import Request
from bot.ui.aliases import alias_name
from bot.ui.buttons import ShowArticle, to_urgent
from bot.ui.screen import Button
from bot.ui.words import Translator

ELSEWHERE: Final = ("lawyer", "who-helps")
"""Answers that say who else helps."""
OF_MINORS: Final = "apply-minor-alone"


def elsewhere(request: Request) -> Sequence[str]:
    """Return the slugs of the answers that say who else helps whoever asked this."""
    return (OF_MINORS, *ELSEWHERE) if request.for_whom is ForWhom.MINOR else ELSEWHERE


def untaken(request: Request, tr: Translator, *, known: bool, answers: Sequence[Article]) -> Letter:
    """Say honestly that a request waits still, and where else to turn at once.

    `known`: coordinators were asked too; `answers`: those that say who else helps.
    """
    lines = [_waits_still(request, tr)]
    if known:
        lines.append(tr("The coordinators of the team know of it."))
    lines.append(
        tr(
            "Do not wait for us alone. In danger, call 112. “Urgent help” leads to what can be done"
            " at once, and the answers below say who else helps."
        )
    )
    rows = [
        [to_urgent(tr).as_key()],
        *([Button(each.button, ShowArticle(slug=each.slug, part=0)).as_key()] for each in answers),
        [open_own(request, tr)],
    ]
    return Letter(str(Markup("\n\n").join(lines)), rows)


def _waits_still(request: Request, tr: Translator) -> Markup:
    if request.urgent:
        return tr(
            "Nobody has taken your urgent question {code} yet. We are sorry. It still comes before"
            " other questions, and nothing that you wrote is lost.",
            code=request.code,
        )
    return tr(
        "Nobody has taken your question {code} yet. We are sorry. It keeps its place, and nothing"
        " that you wrote is lost.",
        code=request.code,
    )


def unseen(request: Request, tr: Translator) -> Letter:
    """Tell whoever asked that an answer is written, and why it is not there yet."""
    text = tr(
        "An answer to your question {code} is written, and not with you yet: somebody else of the"
        " team looks at it first. Nobody could so far. We are sorry, and ask them again.",
        code=request.code,
    )
    return Letter(str(text), [[to_urgent(tr).as_key()], [open_own(request, tr)]])


def nudge(until: datetime, request: Request, tr: Translator) -> Letter:
    """Remind a helper that a request waits for them. `until`: when others are asked; aware."""
    text = tr(
        "Question {code} waits for your answer. If nothing comes by {day}, {time}, others are"
        " asked. A few words are enough: that you have read it, and when you will write. Or hand it"
        " back: nobody asks why.",
        code=request.code,
        day=tr.day(today(until)),
        time=tr.time(until),
    )
    return Letter(str(text), [[to_hand_back(request, tr).as_key()]])


def lapsed(request: Request, tr: Translator) -> Letter:
    """Tell a helper that others are asked now."""
    text = tr(
        "Question {code} went back to the queue: nothing had come from you for long. That can"
        " happen. If you need a rest, pause under “My duty”.",
        code=request.code,
    )
    return Letter(str(text))


def ask_if_settled(request: Request, shuts_on: date, tr: Translator) -> Letter:
    """Ask an émigré whether a request that has an answer is settled."""
    text = tr(
        "Your question {code} had an answer some days ago. Is everything settled? If you write"
        " nothing, it closes on {day}. You can open it again after that.",
        code=request.code,
        day=tr.day(shuts_on),
    )
    rows = [
        [Button(tr("I still need help"), StillOpen(code=request.code)).as_key()],
        [open_own(request, tr)],
    ]
    return Letter(str(text), rows)


def shut(request: Request, tr: Translator) -> Letter:
    """Tell an émigré that a request was closed by itself."""
    text = tr(
        "Question {code} is closed, because nothing was written in it for two weeks. Within 30 days"
        " you can open it again.",
        code=request.code,
    )
    return Letter(str(text), [[to_reopen(request, tr).as_key()]])


def reopened(request: Request, tr: Translator) -> Letter:
    """Tell a helper that a request of theirs goes on."""
    text = tr(
        "{alias} opened question {code} again: it waits for you.",
        alias=alias_name(request.alias, tr),
        code=request.code,
    )
    return Letter(str(text), [[to_hand_back(request, tr).as_key()]])


def still_needed(request: Request, tr: Translator) -> Letter:
    """Tell a helper that an answered request is not settled."""
    text = tr(
        "{alias} still needs help with question {code}. They are asked what is not clear.",
        alias=alias_name(request.alias, tr),
        code=request.code,
    )
    return Letter(str(text))


def gone(request: Request, tr: Translator) -> Letter:
    """Tell a helper that whoever asked cannot be reached."""
    text = tr(
        "{alias} cannot be reached just now. What you write is kept, and goes as soon as they are"
        " back.",
        alias=alias_name(request.alias, tr),
    )
    return Letter(str(text))


def back(request: Request, tr: Translator) -> Letter:
    """Tell a helper that whoever asked can be reached again."""
    text = tr(
        "{alias} can be reached again. What you wrote meanwhile is on its way.",
        alias=alias_name(request.alias, tr),
    )
    return Letter(str(text))


def to_reopen(request: Request, tr: Translator) -> Button:
    """Return the way to open a request again."""
    return Button(tr("Open it again"), Reopen(code=request.code))
