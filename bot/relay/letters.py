"""Letters from one side of a request to the other. Pure: data in, letters out."""

from collections.abc import Callable
from datetime import datetime
from enum import Enum, auto
from typing import Final

from markupsafe import Markup, escape

from bot.core.clock import today
from bot.core.identity import HIDDEN
from bot.core.languages import Language
from bot.core.outgoing import Letter, Side
from bot.core.requests import HELD, State
from bot.relay.buttons import (
    AskToBan,
    AskToCloseHeld,
    AskToHandBackHeld,
    Claim,
    OpenRequest,
)
from bot.store.requests import Request
from bot.ui.aliases import alias_name
from bot.ui.buttons import home
from bot.ui.refusals import asks_no_more
from bot.ui.screen import LONGEST_TEXT, Button
from bot.ui.sections import section_name
from bot.ui.split import split
from bot.ui.words import Translator

News = Callable[[Request, Translator], Letter]
"""A letter that needs no more than the request."""

ROOM_FOR_HEADING: Final = 300
"""Characters that a heading, what is left out and the line about a repeat may take."""


def title(request: Request, tr: Translator) -> Markup:
    """Name a helper's thread, and head each block in it: old clients show threads mixed."""
    if request.practice:
        alias = alias_name(request.alias, tr)
        return tr("Practice · {code} · {alias}", code=request.code, alias=alias)
    return Markup("{} · {}").format(request.code, alias_name(request.alias, tr))


def words(
    request: Request, text: str, author: Side, tr: Translator, *, changed: bool = False
) -> list[Letter]:
    """Return one message of `author` as letters to the other side, headed and split."""
    heading = _heading(request, author, tr)
    if changed:
        heading += Markup(" ") + tr("(changed)")
    to_helper = author is Side.EMIGRE
    keyboard = None if to_helper else [[_open_own(request, tr)]]
    return [
        Letter(
            f"<b>{heading}</b>\n{escape(part)}{_what_is_cut(part, tr) if to_helper else ''}",
            keyboard,
            protect=to_helper,
        )
        for part in split(text, LONGEST_TEXT - ROOM_FOR_HEADING)
    ]


def earlier_answer(request: Request, text: str, tr: Translator) -> list[Letter]:
    """Return what a helper answered who had the request before, for the one who has it now."""
    heading = tr("{title}: an answer given before", title=title(request, tr))
    return [
        Letter(f"<b>{heading}</b>\n{escape(part)}", protect=True)
        for part in split(text, LONGEST_TEXT - ROOM_FOR_HEADING)
    ]


class Offered(Enum):
    """Why a request is offered."""

    NEW = auto()
    STILL_WAITS = auto()
    CAME_BACK = auto()
    """Its helper does not go on with it."""


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
    if request.state is State.WITHDRAWN:
        return Letter(str(tr("Question {code} was withdrawn.", code=code)))
    if request.state not in HELD:
        return handed_back(request, tr)
    if is_mine:
        return Letter(str(tr("You have question {code}.", code=code)))
    return Letter(str(tr("Question {code} is taken.", code=code)))


def first_block(
    request: Request, tr: Translator, *, threads: bool, case: Markup | None = None
) -> Letter:
    """Open a helper's side of a request: who, which language, how to answer.

    `case`: what whoever asks wishes to be seen of their case.
    """
    heading = tr(
        "<b>{title}</b>, in {language}.",
        title=title(request, tr),
        language=language_of(request, tr),
    )
    parts = [heading, how_to_answer(request, tr, threads=threads)]
    if case:
        parts.insert(1, tr("They wish you to know:\n{case}", case=case))
    text = Markup("\n\n").join(parts)
    close = Button(tr("Close the question"), AskToCloseHeld(code=request.code))
    rows = [close] if request.practice else [close, to_hand_back(request, tr)]
    keyboard = [[button.as_key()] for button in rows]
    return Letter(str(text), keyboard, protect=case is not None)


def code_sign(request: Request) -> str:
    """Return the code of a request as it goes on a button: marked, if it is urgent."""
    return f"❗ {request.code}" if request.urgent else request.code


def language_sign(request: Request, tr: Translator) -> Markup:
    """Return the language of a request as it goes on a button."""
    return {Language.RUSSIAN: tr("RU"), Language.FINNISH: tr("FI")}[request.language]


def language_of(request: Request, tr: Translator) -> Markup:
    """Say in which language a request is: “in Russian”."""
    return {"ru": tr("Russian"), "fi": tr("Finnish")}[request.language]


def to_hand_back(request: Request, tr: Translator) -> Button:
    """Return the way to give a request that one has to the others."""
    return Button(tr("Hand it back"), AskToHandBackHeld(code=request.code))


def how_to_answer(request: Request, tr: Translator, *, threads: bool) -> Markup:
    """Say where a helper writes, and who reads it. `threads`: each request has its own."""
    alias = alias_name(request.alias, tr)
    if threads:
        return tr(
            "To answer, write in the thread of this question. {alias} reads that and nothing else.",
            alias=alias,
        )
    return tr(
        "To answer, choose “Reply” on a message of this question. {alias} reads that and nothing"
        " else.",
        alias=alias,
    )


def claimed(request: Request, tr: Translator) -> Letter:
    """Tell an émigré that somebody has taken the question, and how they are called."""
    text = tr(
        "A volunteer has taken your question {code}. Their name here is made up: {helper}.",
        code=request.code,
        helper=alias_name(request.helper_alias or "", tr),
    )
    return Letter(str(text), [[_open_own(request, tr)]])


def written_first(earlier: str | None, request: Request, tr: Translator) -> Letter:
    """Tell an émigré that somebody of the team begins.

    `earlier`: code of a question of theirs; None: because they answered nothing on a last day.
    """
    if earlier is None:
        text = tr(
            "{helper} from the team wants to write to you, because there was no answer from you on"
            " the day of your date. For that, question {code} is open now: what you write in it"
            " reaches {helper} alone.",
            helper=alias_name(request.helper_alias or "", tr),
            code=request.code,
        )
        return Letter(str(text), [[_open_own(request, tr)]])
    text = tr(
        "{helper} from the team wants to write to you about your earlier question {earlier}. For"
        " that, question {code} is open now: what you write in it reaches {helper} alone. There is"
        " nothing you need to do.",
        helper=alias_name(request.helper_alias or "", tr),
        earlier=earlier,
        code=request.code,
    )
    return Letter(str(text), [[_open_own(request, tr)]])


def waits_again(request: Request, tr: Translator) -> Letter:
    """Tell an émigré that the helper cannot go on, and that nothing is lost by it."""
    text = tr(
        "{helper} cannot go on with your question {code}. It waits for another volunteer now, who"
        " will see all that was written. There is nothing you need to do.",
        code=request.code,
        helper=alias_name(request.helper_alias or "", tr),
    )
    return Letter(str(text), [[_open_own(request, tr)]])


def handed_back(request: Request, tr: Translator) -> Letter:
    """Tell a helper that a request is not theirs any more."""
    return Letter(str(tr("Question {code} is back in the queue.", code=request.code)))


def closed(request: Request, tr: Translator) -> Letter:
    """Tell a helper that the émigré closed the request."""
    return Letter(str(tr("Question {code} is closed now.", code=request.code)))


def ban_wish(request: Request, tr: Translator) -> Letter:
    """Ask a coordinator to block whoever asked a request, without a word of it."""
    text = tr(
        "A volunteer asks you to block whoever asked question {code}. If you can, speak with them"
        " first.",
        code=request.code,
    )
    return Letter(
        str(text), [[Button(tr("Block who asked it"), AskToBan(code=request.code)).as_key()]]
    )


def ban_done(request: Request, tr: Translator) -> Letter:
    """Put in the place of a wish for a block that it was fulfilled."""
    return Letter(str(tr("Whoever asked question {code} was blocked.", code=request.code)))


def closed_for_good(request: Request, tr: Translator) -> Letter:
    """Tell who is blocked that their request is closed, and what stays open to them."""
    text = tr("The team has closed your question {code}.", code=request.code)
    return Letter(str(text + "\n\n" + asks_no_more(tr)), [[home(tr).as_key()]])


def silent_to_helper(request: Request, tr: Translator) -> Letter:
    """Tell a helper that whoever asked answers nothing on the day of a date."""
    text = tr(
        "❗ {title}: they have a date today and do not answer our reminders. They wished the team"
        " to know that and no more. Please write to them.",
        title=title(request, tr),
    )
    return Letter(str(text))


def settled(request: Request, tr: Translator) -> Letter:
    """Say to who was told of a silence that it is over."""
    text = tr(
        "{title}: they have answered the reminder. For that, nobody need write to them.",
        title=title(request, tr),
    )
    return Letter(str(text))


def taken_back(request: Request, tr: Translator) -> Letter:
    """Put in the place of words whose author took them back, where they cannot be deleted."""
    return Letter(str(tr("{code}: this message was taken back by its author.", code=request.code)))


def erased(request: Request, tr: Translator) -> Letter:
    """Tell a helper that whoever asked has erased everything."""
    text = tr(
        "{alias} erased everything: question {code} is gone, with all that was written.",
        alias=alias_name(request.alias, tr),
        code=request.code,
    )
    return Letter(str(text))


def restored(request: Request, side: Side, copied_at: datetime, tr: Translator) -> Letter:
    """Tell one side of a request that what was written after `copied_at` (aware) is lost."""
    text = tr(
        "There was a breakdown, and we went back to a copy from {day}, {time}. What was written"
        " after that is lost here. If you wrote something since then, please write it again."
        " Question: {code}.",
        day=tr.day(today(copied_at)),
        time=tr.time(copied_at),
        code=request.code,
    )
    return Letter(str(text), [[home(tr).as_key()]] if side is Side.EMIGRE else None)


def _what_is_cut(text: str, tr: Translator) -> Markup:
    """Say beneath words what the mark in them means, if there is one."""
    if HIDDEN not in text:
        return Markup()
    return Markup("\n\n<i>{}</i>").format(
        tr("{mark}: left out by whoever wrote it, so as not to tell who they are.", mark=HIDDEN)
    )


def _heading(request: Request, author: Side, tr: Translator) -> Markup:
    if author is Side.EMIGRE:
        return title(request, tr)
    return tr(
        "{helper} writes · question {code}",
        code=request.code,
        helper=alias_name(request.helper_alias or "", tr),
    )


def _offered(request: Request, tr: Translator, why: Offered) -> Markup:
    asked = {"code": request.code, "language": language_of(request, tr)}
    if why is Offered.CAME_BACK:
        back = tr(
            "Question <b>{code}</b>, in {language}, is back: its volunteer cannot go on.", **asked
        )
        return Markup("❗ ") + back if request.urgent else back
    if request.urgent:
        return tr("❗ <b>Urgent question {code}</b>, in {language}.", **asked)
    if why is Offered.STILL_WAITS:
        return tr("Question <b>{code}</b>, in {language}, still waits.", **asked)
    return tr("New question <b>{code}</b>, in {language}.", **asked)


def _open_own(request: Request, tr: Translator) -> dict[str, str]:
    return Button(
        tr("My question {code}", code=request.code), OpenRequest(code=request.code)
    ).as_key()
