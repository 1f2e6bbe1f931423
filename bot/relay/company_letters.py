"""Letters about who helps along in a request, or takes it over. Pure: data in, letters out."""

from collections.abc import Mapping
from typing import Final

from markupsafe import Markup

from bot.core.companions import Part
from bot.core.outgoing import Letter
from bot.relay.buttons import ComeIn, OpenHeld, SayNo, ShowCompany
from bot.relay.letters import heading, language_of, open_own, title
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
    Part.MAIN: mark("{name} helps with {title}."),
    Part.INTERPRETER: mark("{name} interprets in {title} from now on."),
    Part.LAWYER: mark("{name}, a lawyer, helps in {title} from now on."),
    Part.HELPER: mark("{name} helps along in {title} from now on."),
}
IN_FOR_EMIGRE: Final[Mapping[Part, str]] = {
    Part.MAIN: mark("{name} helps with your question {code}."),
    Part.INTERPRETER: mark("{name} interprets in your question {code} from now on."),
    Part.LAWYER: mark("{name}, a lawyer, helps with your question {code} from now on."),
    Part.HELPER: mark("{name} helps along with your question {code} from now on."),
}
HOW: Final[Mapping[Part, str]] = {
    Part.INTERPRETER: mark(
        "You interpret here. What you write is read by {alias} and by everybody who helps: say for"
        " each side what the other wrote, no more and no less. The helper answers."
    ),
    Part.LAWYER: mark(
        "You are the lawyer here, beside the helper. What you write is read by {alias} and by"
        " everybody who helps."
    ),
    Part.HELPER: mark(
        "You help along here, beside the helper. What you write is read by {alias} and by"
        " everybody who helps."
    ),
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
    """Put in the place of such a letter that nobody need come."""
    return Letter(str(tr("Question {code}: you are not needed any more.", code=request.code)))


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
    return Letter(str(text))


def came_to_emigre(companion: Companion, request: Request, tr: Translator) -> Letter:
    """Tell whoever asked the same, and what they can do if it is not right."""
    name = alias_name(companion.alias, tr)
    text = tr(IN_FOR_EMIGRE[companion.part], name=name, code=request.code)
    text += " " + tr(
        "They read what is written in it, and nothing else. If that is not right for you, say so in"
        " the question: “Something is not right”."
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


def first_block(request: Request, part: Part, tr: Translator) -> Letter:
    """Open a companion's side of a request: who, which language, and what they are here."""
    how = tr(HOW[part], alias=alias_name(request.alias, tr))
    open_it = Button(title(request, tr), OpenHeld(code=request.code))
    return Letter(str(heading(request, tr) + "\n\n" + how), [[open_it.as_key()]])


def to_company(request: Request, tr: Translator) -> Button:
    """Lead to who helps along in a request, and whom to ask."""
    return Button(tr("A colleague’s help"), ShowCompany(code=request.code))
