"""Who helps along in a request that one has, and whom to ask. Pure: data in, screens out."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from markupsafe import Markup

from bot.core.companions import MOST_COMPANIONS, Part
from bot.core.languages import Language
from bot.core.routing.candidates import Candidate
from bot.desk.buttons import (
    AskColleague,
    AskToDismiss,
    AskToGoOut,
    AskWhom,
    DismissCompanion,
    GoOut,
    ShowAgain,
    WithdrawAsk,
)
from bot.desk.notes_screens import to_note
from bot.desk.ready_screens import to_ready
from bot.relay.buttons import OpenHeld
from bot.relay.company_letters import beside, how_words, to_all
from bot.relay.letters import title, to_company, to_ours, where_to_write
from bot.store.companions import Companion
from bot.store.requests import Request
from bot.store.team import Member
from bot.ui.aliases import alias_name, member_name
from bot.ui.buttons import home
from bot.ui.screen import Button, Screen
from bot.ui.words import Translator, mark

MOST_LISTED: Final = 8
"""Colleagues on one screen: those who are there come first."""
BRING: Final[Mapping[Part, str]] = {
    Part.INTERPRETER: mark("Ask an interpreter in"),
    Part.LAWYER: mark("Ask a lawyer in"),
    Part.HELPER: mark("Ask a second helper in"),
    Part.MAIN: mark("Hand the question over"),
}
ASKED: Final[Mapping[Part, str]] = {
    Part.INTERPRETER: mark("An interpreter is asked: {name}."),
    Part.LAWYER: mark("A lawyer is asked: {name}."),
    Part.HELPER: mark("A second helper is asked: {name}."),
    Part.MAIN: mark("Asked to take it over: {name}."),
}
NOT_IN: Final[Mapping[Language, str]] = {
    Language.RUSSIAN: mark("not in Russian"),
    Language.FINNISH: mark("not in Finnish"),
}
"""What stands beside who does not write in the language of a question."""
WHOM: Final[Mapping[Part, str]] = {
    Part.INTERPRETER: mark("Who is to interpret in {title}?"),
    Part.LAWYER: mark("Which lawyer is to help in {title}?"),
    Part.HELPER: mark("Who is to help along in {title}?"),
    Part.MAIN: mark("Who is to take {title} over?"),
}


def company_screen(
    request: Request,
    companions: Sequence[Companion],
    asked: Sequence[tuple[Part, Member | None]],
    tr: Translator,
) -> Screen:
    """Show who helps along, who was `asked` (None: they have left the team), whom else to ask."""
    lines = [tr("A colleague’s help with {title}", title=title(request, tr))]
    lines += [beside(each, tr) for each in companions]
    lines += [
        tr(ASKED[part], name=member_name(member.code, tr)) for part, member in asked if member
    ]
    lines.append(
        tr(
            "Whom you ask sees the code, the language and the topic. Only who says yes reads what"
            " was written, and {alias} is told of them. Until then the question stays with you.",
            alias=alias_name(request.alias, tr),
        )
    )
    full = len(companions) >= MOST_COMPANIONS
    rows = [
        [Button(tr(words), AskWhom(code=request.code, part=part))]
        for part, words in BRING.items()
        if part is Part.MAIN or not full
    ]
    rows += [[_withdraw(request, member, tr)] for _, member in asked if member]
    rows += [[_dismiss(request, each, tr)] for each in companions]
    return Screen(Markup("\n\n").join(lines), [*rows, [_back(request, tr)], [home(tr)]])


def dismiss_screen(request: Request, companion: Companion, tr: Translator) -> Screen:
    """Ask once more before somebody is let go."""
    text = tr(
        "Is {name} to help in {title} no more? They can read it no more. They and {alias} are told,"
        " and it cannot be undone.",
        name=alias_name(companion.alias, tr),
        title=title(request, tr),
        alias=alias_name(request.alias, tr),
    )
    go = DismissCompanion(code=request.code, companion=companion.id)
    rows = [[to_company(request, tr, tr("No, they stay"))], [Button(tr("Yes, let them go"), go)]]
    return Screen(text, [*rows, [home(tr)]])


def whom_screen(
    request: Request, part: Part, able: Sequence[Candidate], tr: Translator, *, now: datetime
) -> Screen:
    """List who can be asked, each by the name that they have in the team."""
    text = tr(WHOM[part], title=title(request, tr))
    if not able:
        text = tr(
            "Nobody in the team can be asked for that just now. A note to the coordinators tells"
            " them what is missing."
        )
    listed = able[:MOST_LISTED]
    rows = [[_colleague(request, part, each, tr, now=now)] for each in listed]
    if any(request.language not in each.languages for each in listed):
        text += "\n\n" + tr(
            "Who does not write in the language of the question may need an interpreter."
        )
    if not able:
        rows = [[to_note(request, tr)]]
    return Screen(text, [*rows, [to_company(request, tr)], [home(tr)]])


def companion_screen(
    request: Request,
    me: Companion,
    others: Sequence[Companion],
    tr: Translator,
    *,
    threads: bool,
) -> Screen:
    """Show a request in which one helps along, as `me` beside `others`."""
    lines = [
        title(request, tr),
        how_words(request, me, others, tr),
        where_to_write(tr, threads=threads) + " " + to_all(request, tr),
    ]
    rows = [
        [to_ours(request, tr), to_ready(request, tr)],
        [to_note(request, tr)],
        [to_see_again(request, tr)],
        [Button(tr("Help along no more"), AskToGoOut(code=request.code))],
    ]
    return Screen(Markup("\n\n").join(lines), [*rows, [home(tr)]])


def go_out_screen(request: Request, tr: Translator) -> Screen:
    """Ask once more."""
    text = tr(
        "Help along in {title} no more? You can read it no more, and the others are told.",
        title=title(request, tr),
    )
    rows = [
        [Button(tr("No, go on with it"), OpenHeld(code=request.code))],
        [Button(tr("Yes, help along no more"), GoOut(code=request.code))],
    ]
    return Screen(text, rows)


def went_out_screen(request: Request, tr: Translator) -> Screen:
    """Say that one helps along no more."""
    text = tr("You help along in question {code} no more. Thank you.", code=request.code)
    return Screen(text, [[home(tr)]])


def said_no_screen(request: Request, tr: Translator) -> Screen:
    """Say that the helper knows."""
    text = tr(
        "Question {code} stays with your colleague, who knows that you cannot.", code=request.code
    )
    return Screen(text, [[home(tr)]])


def came_in_screen(request: Request, tr: Translator, *, threads: bool) -> Screen:
    """Say where the request is in which one helps along now."""
    text = tr("You are in {title}. It stands below.", title=title(request, tr))
    if threads:
        text = tr("You are in {title}. It opens in a thread of its own.", title=title(request, tr))
    return Screen(text, [[home(tr)]])


def to_see_again(request: Request, tr: Translator) -> Button:
    """Return the way to all that was said in a request, once more."""
    return Button(tr("Show it all again"), ShowAgain(code=request.code))


def again_screen(request: Request, tr: Translator, *, threads: bool) -> Screen:
    """Say where all that was said in a request comes again."""
    text = tr("{title}: all of it comes again below.", title=title(request, tr))
    if threads:
        text = tr("{title}: all of it comes again in its thread.", title=title(request, tr))
    return Screen(text, [[Button(title(request, tr), OpenHeld(code=request.code))], [home(tr)]])


def _colleague(
    request: Request, part: Part, each: Candidate, tr: Translator, *, now: datetime
) -> Button:
    there = tr("on duty") if each.is_there(now) else tr("off duty")
    words = [member_name(each.code, tr), there]
    if request.language not in each.languages:
        words.append(tr(NOT_IN[request.language]))
    return Button(
        Markup(" · ").join(words), AskColleague(code=request.code, part=part, member=each.code)
    )


def _withdraw(request: Request, member: Member, tr: Translator) -> Button:
    words = tr("Ask {name} no more", name=member_name(member.code, tr))
    return Button(words, WithdrawAsk(code=request.code, member=member.code))


def _dismiss(request: Request, companion: Companion, tr: Translator) -> Button:
    words = tr("Let {name} go", name=alias_name(companion.alias, tr))
    return Button(words, AskToDismiss(code=request.code, companion=companion.id))


def _back(request: Request, tr: Translator) -> Button:
    return Button(tr("Back"), OpenHeld(code=request.code))
