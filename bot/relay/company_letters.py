"""Letters about who helps along in a request, or takes it over. Pure: data in, letters out."""

from collections.abc import Mapping, Sequence
from typing import Final

from markupsafe import Markup

from bot.core.companions import Part
from bot.core.outgoing import Letter
from bot.relay.buttons import ComeIn, OpenHeld, SayNo
from bot.relay.letters import (
    heading,
    language_of,
    open_own,
    title,
    to_company,
    where_to_write,
)
from bot.store.companions import Companion
from bot.store.requests import Request
from bot.ui.aliases import alias_name, member_name
from bot.ui.screen import Button
from bot.ui.sections import section_name
from bot.ui.words import Translator, mark

ASKS: Final[Mapping[Part, str]] = {
    Part.MAIN: mark("A colleague asks you to take over question <b>{code}</b>, in {language}."),
    Part.INTERPRETER: mark(
        "A colleague asks you to interpret in question <b>{code}</b>, in {language}."
    ),
    Part.LAWYER: mark(
        "A colleague asks you to help as a lawyer in question <b>{code}</b>, in {language}."
    ),
    Part.HELPER: mark(
        "A colleague asks you to help along in question <b>{code}</b>, in {language}."
    ),
}
IN: Final[Mapping[Part, str]] = {
    Part.INTERPRETER: mark("{name} interprets in {title} from now on."),
    Part.LAWYER: mark("{name}, a lawyer, helps in {title} from now on."),
    Part.HELPER: mark("{name} helps along in {title} from now on."),
}
IN_FOR_EMIGRE: Final[Mapping[Part, str]] = {
    Part.INTERPRETER: mark("{name} interprets in your question {code} from now on."),
    Part.LAWYER: mark("{name}, a lawyer, helps with your question {code} from now on."),
    Part.HELPER: mark("{name} helps along with your question {code} from now on."),
}
BESIDE: Final[Mapping[Part, str]] = {
    Part.INTERPRETER: mark("{name} interprets."),
    Part.LAWYER: mark("{name} is the lawyer."),
    Part.HELPER: mark("{name} helps along."),
}
HOW: Final[Mapping[Part, str]] = {
    Part.INTERPRETER: mark(
        "You interpret here, in writing, and are called {me}: say for each side what the other"
        " wrote, no more and no less. {helper} has the question, and answers."
    ),
    Part.LAWYER: mark(
        "You are the lawyer here, and are called {me}. {helper} has the question. Write in the"
        " language you write best: if need be, an interpreter can be asked in."
    ),
    Part.HELPER: mark("You help along here, and are called {me}. {helper} has the question."),
}


def asked(request: Request, part: Part, tr: Translator, *, silent: bool) -> Letter:
    """Ask a member to take over a request, or to help along in it; not a word of it."""
    text = tr(ASKS[part], code=request.code, language=language_of(request, tr))
    if request.urgent:
        text = Markup("❗ ") + text
    if request.section:
        text += "\n" + tr("About: {section}", section=section_name(request.section, tr))
    keyboard = [
        [Button(tr("Yes"), ComeIn(code=request.code)).as_key()],
        [Button(tr("No, I cannot"), SayNo(code=request.code)).as_key()],
    ]
    return Letter(str(text), keyboard, silent=silent)


def not_needed(request: Request, tr: Translator) -> Letter:
    """Tell somebody who was asked, or helped along, that nobody need come any more."""
    text = tr(
        "Question {code}: you are not needed any more. Thank you for helping.", code=request.code
    )
    return Letter(str(text))


def withdrawn(request: Request, tr: Translator) -> Letter:
    """Put in the place of such a letter that who asked does so no more."""
    text = tr(
        "Question {code}: your colleague asks you no more. There is nothing you need to do.",
        code=request.code,
    )
    return Letter(str(text))


def declined(member_code: str, request: Request, tr: Translator) -> Letter:
    """Tell a helper that who was asked cannot come."""
    text = tr(
        "{title}: {member} cannot. You still have the question, and can ask somebody else.",
        title=title(request, tr),
        member=member_name(member_code, tr),
    )
    return Letter(str(text), [[to_company(request, tr).as_key()]])


def full(request: Request, tr: Translator) -> Letter:
    """Tell a helper that somebody said yes for whom there is no room."""
    text = tr(
        "{title}: a colleague said yes, but as many help along as may. Let somebody go first.",
        title=title(request, tr),
    )
    return Letter(str(text), [[to_company(request, tr).as_key()]])


def silent(request: Request, tr: Translator) -> Letter:
    """Tell a helper that who was asked has said nothing yet."""
    text = tr(
        "{title}: whom you asked has said nothing yet. You still have the question, and can ask"
        " somebody else.",
        title=title(request, tr),
    )
    return Letter(str(text), [[to_company(request, tr).as_key()]])


def came(companion: Companion, request: Request, tr: Translator) -> Letter:
    """Tell the team in a request that somebody helps along."""
    name = alias_name(companion.alias, tr)
    text = tr(IN[companion.part], name=name, title=title(request, tr))
    return Letter(str(text + " " + to_all(request, tr)))


def came_to_emigre(
    companion: Companion, request: Request, tr: Translator, *, speaks: bool = True
) -> Letter:
    """Tell whoever asked the same, and what they can do if it is not right.

    `speaks`: they write in the language of the request.
    """
    name = alias_name(companion.alias, tr)
    text = tr(IN_FOR_EMIGRE[companion.part], name=name, code=request.code)
    text += " " + tr(
        "They read what is written in it and the team's notes on it, and nothing else. If that is"
        " not right for you, say so in the question: “Something is not right”."
    )
    if not speaks:
        text += " " + tr(
            "They may write in another language than yours: if you do not understand, say so here."
        )
    return Letter(str(text), [[open_own(request, tr)]])


def left(companion: Companion, request: Request, tr: Translator) -> Letter:
    """Tell the team in a request that somebody helps along no more."""
    text = tr(
        "{title}: {name} helps along no more.",
        title=title(request, tr),
        name=alias_name(companion.alias, tr),
    )
    return Letter(str(text))


def left_to_emigre(companion: Companion, request: Request, tr: Translator) -> Letter:
    """Tell whoever asked the same."""
    text = tr(
        "{name} does not read your question {code} any more.",
        code=request.code,
        name=alias_name(companion.alias, tr),
    )
    return Letter(str(text), [[open_own(request, tr)]])


def taken_over(request: Request, tr: Translator) -> Letter:
    """Tell who had a request that whom they asked has it now."""
    text = tr(
        "Question {code} is with your colleague now. Thank you for what you did: there is nothing"
        " you need to do.",
        code=request.code,
    )
    return Letter(str(text))


def handed_over(before: str, request: Request, tr: Translator) -> Letter:
    """Tell whoever asked that another helper goes on. `before`: the alias of who had it."""
    text = tr(
        "{before} has asked {helper} to go on with your question {code}. {helper} sees all that was"
        " written. There is nothing you need to do.",
        before=alias_name(before, tr),
        helper=alias_name(request.helper_alias or "", tr),
        code=request.code,
    )
    return Letter(str(text), [[open_own(request, tr)]])


def first_block(
    request: Request,
    me: Companion,
    others: Sequence[Companion],
    tr: Translator,
    *,
    threads: bool,
) -> Letter:
    """Open a companion's side of a request: who, which language, what they are, who reads them.

    `others`: who helps along beside them.
    """
    parts = [
        heading(request, tr),
        how_words(request, me, others, tr),
        where_to_write(tr, threads=threads) + " " + to_all(request, tr),
    ]
    more = Button(tr("Note, ready answers, going out"), OpenHeld(code=request.code))
    return Letter(str(Markup("\n\n").join(parts)), [[more.as_key()]])


def how_words(
    request: Request, me: Companion, others: Sequence[Companion], tr: Translator
) -> Markup:
    """Say to who helps along what they are in a request, who has it, and who else reads it."""
    helper = alias_name(request.helper_alias or "", tr)
    how = tr(HOW[me.part], me=alias_name(me.alias, tr), helper=helper)
    return Markup(" ").join([how, *(beside(each, tr) for each in others if each.id != me.id)])


def to_all(request: Request, tr: Translator) -> Markup:
    """Say who reads what is typed in a request in which several help."""
    return tr(
        "All that is written here goes to {alias} too. For colleagues alone there is the note for"
        " the team.",
        alias=alias_name(request.alias, tr),
    )


def beside(companion: Companion, tr: Translator) -> Markup:
    """Say who helps along, and as what."""
    return tr(BESIDE[companion.part], name=alias_name(companion.alias, tr))
