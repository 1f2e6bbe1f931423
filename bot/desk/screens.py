"""A volunteer's screens. Pure: data in, screen out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from markupsafe import Markup

from bot.core.languages import Language
from bot.core.people import Role
from bot.core.requests import Reason, State
from bot.desk.buttons import (
    AnswerThis,
    CloseHeard,
    CloseHeld,
    HandBackAndRest,
    HandBackHeld,
    ShowDuty,
    ShowReady,
    ShowWaiting,
    ShowWrong,
    WishBan,
)
from bot.desk.company_screens import to_see_again
from bot.desk.intake_screens import to_intake
from bot.desk.notes_screens import to_note
from bot.desk.ready_screens import to_ready
from bot.relay.buttons import AskToCloseHeld, Claim, OpenHeld, WriteNote
from bot.relay.closing_letters import closed_unwritten
from bot.relay.letters import (
    code_sign,
    how_to_answer,
    language_sign,
    title,
    to_company,
    to_hand_back,
    to_ours,
    who_reads,
)
from bot.store.broadcasts import Broadcast
from bot.store.companions import Companion
from bot.store.requests import Queued, Request
from bot.store.team import Member
from bot.ui.aliases import alias_name, member_name
from bot.ui.buttons import (
    AddToBroadcast,
    GoHomeBelow,
    ShowBroadcasts,
    ShowKept,
    ShowLanguages,
    ShowQueue,
    ShowReaders,
    ShowTeam,
    home,
)
from bot.ui.members import standing_words
from bot.ui.screen import Button, Receipt, Screen
from bot.ui.sides import to_own_questions
from bot.ui.trouble import troubles
from bot.ui.words import Translator, mark

REASONS: Final[Mapping[Reason, str]] = {
    Reason.DONE: mark("All is answered"),
    Reason.SILENT: mark("Whoever asked writes no more"),
    Reason.ELSEWHERE: mark("It is for somebody else"),
}
MOST_LISTED: Final = 20
"""Questions on one screen, a button each: more is more than a phone shows, or Telegram takes."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a member of the team has to know on coming in."""

    me: Member
    held: Sequence[Request]
    waiting: int
    own: Request | None
    """What they ask themselves, if it is open and they ask at this bot."""
    lost: int
    """Letters that Telegram refuses for good. Coordinators alone are told."""
    unread: int
    """Messages that the program could not handle. Coordinators alone are told."""
    urgent: bool = False
    """Something urgent is among what waits."""
    writes: bool = False
    """A broadcast of theirs is half-written."""
    said_intake: bool = True
    """They have said what they take."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a helper had from whoever asked, when they are asked why a request is to be closed."""

    messages: int = 0
    """How many its author wrote: if it are more by the tap, they are asked again."""
    more_comes: bool = False
    """The last of them is on its way to the helper still."""


def stranger_screen(tr: Translator) -> Screen:
    """Tell somebody who does not belong to the team that this bot is not for them."""
    text = tr(
        "This bot is for the team. A coordinator can give you a link that lets you in. A link works"
        " once, within 24 hours.\n\nNobody reads what is written here without a link. In an"
        " emergency in Finland, call 112."
    )
    return Screen(text, [[Button(tr("Language"), ShowLanguages())]])


def home_screen(desk: Desk, tr: Translator, *, may_ask: bool) -> Screen:
    """Show what a member of the team has to do now."""
    text = tr("<b>Your desk</b>") + "\n\n" + Markup("\n").join(_counts(desk, tr))
    rows = [
        [Button(title(request, tr), OpenHeld(code=request.code))]
        for request in desk.held[:MOST_LISTED]
    ]
    rows.append([Button(tr("Waiting questions"), ShowWaiting())])
    if desk.me.role is Role.COORDINATOR:
        rows.append([Button(tr("The queue"), ShowQueue()), Button(tr("The team"), ShowTeam())])
        readers = Button(tr("What readers tell"), ShowReaders())
        rows.append([Button(tr("Broadcast"), ShowBroadcasts()), readers])
    rows += [] if desk.said_intake else [[to_intake(tr)]]
    rows.append([Button(tr("My duty"), ShowDuty()), Button(tr("Ready answers"), ShowReady())])
    if may_ask:
        rows.append([to_own_questions(tr, desk.own.code if desk.own else None)])
    kept = Button(tr("What is kept about me"), ShowKept())
    rows.append([kept, Button(tr("Language"), ShowLanguages())])
    return Screen(text, rows)


def waiting_screen(waiting: Sequence[Queued], tr: Translator, *, now: datetime) -> Screen:
    """List what can be taken: code, language and age."""
    text = tr("These questions wait: code, language, for how long. Tap one to take it.")
    if not waiting:
        text = tr("No question waits now.")
    if len(waiting) > MOST_LISTED:
        text += "\n\n" + tr(
            "The {n} that wait longest are shown, of {all}.", n=MOST_LISTED, all=len(waiting)
        )
    rows = [
        [Button(_to_take(queued, tr, now=now), Claim(code=queued.request.code))]
        for queued in waiting[:MOST_LISTED]
    ]
    return Screen(text, [*rows, [home(tr)]])


def _to_take(queued: Queued, tr: Translator, *, now: datetime) -> Markup:
    request = queued.request
    return tr(
        "Take {code} · {language} · {span}",
        code=code_sign(request),
        language=language_sign(request, tr),
        span=tr.span(now - queued.sent_at),
    )


def claimed_screen(
    request: Request, tr: Translator, *, threads: bool, on_offer: bool = False
) -> Screen:
    """Say that a request is one's own now, and where it is.

    `on_offer`: in the place of its offer, which stays and will say what became of it.
    """
    text = tr("{title} is yours now. It stands below.", title=title(request, tr))
    if threads:
        text = tr(
            "{title} is yours now. It opens in a thread of its own.", title=title(request, tr)
        )
    way_home = Button(tr("Home"), GoHomeBelow()) if on_offer else home(tr)
    return Screen(text, [[way_home]])


def held_screen(
    request: Request,
    tr: Translator,
    *,
    threads: bool,
    companions: Sequence[Companion] = (),
    ban_wished: bool = False,
) -> Screen:
    """Show a request that one has.

    `companions`: who helps along in it; `ban_wished`: the coordinators were asked for a block.
    """
    news = tr("It waits for your answer.")
    if request.state is State.ANSWERED:
        news = tr("It is answered.")
    lines = [title(request, tr), news, how_to_answer(request, tr, threads=threads)]
    if not request.practice:
        lines.insert(1, who_reads(request, companions, tr))
    if ban_wished:
        lines.append(tr("The coordinators were asked to block this person. They decide."))
    rows = [[Button(tr("Close the question"), AskToCloseHeld(code=request.code))]]
    if not request.practice:
        rows[:0] = [
            [to_ours(request, tr), to_ready(request, tr)],
            [to_note(request, tr)],
            [to_company(request, tr)],
            [to_see_again(request, tr)],
        ]
        rows.append([to_hand_back(request, tr)])
        rows.append([Button(tr("Something is not right"), ShowWrong(code=request.code))])
    return Screen(Markup("\n\n").join(lines), [*rows, [home(tr)]])


def close_screen(request: Request, tr: Translator, *, heard: Heard) -> Screen:
    """Ask why a request is to be closed, and so once more."""
    no = [Button(tr("No, keep it open"), OpenHeld(code=request.code))]
    if request.practice:
        text = tr("Close {title}? Nobody is told of it.", title=title(request, tr))
        return Screen(text, [no, [Button(tr("Yes, close it"), CloseHeld(code=request.code))]])
    text = tr(
        "Why is {title} to be closed? {alias} is told, and can open it again.",
        title=title(request, tr),
        alias=alias_name(request.alias, tr),
    )
    if request.state is not State.ANSWERED:
        text += "\n\n" + tr("❗ What they wrote last has no answer yet.")
    if heard.more_comes:
        text += "\n\n" + tr("❗ More that they wrote is on its way to you. Read it first.")
    yes = [
        [Button(tr(words), CloseHeard(code=request.code, reason=reason, seen=heard.messages))]
        for reason, words in REASONS.items()
    ]
    return Screen(text, [no, *yes])


def wrong_screen(request: Request, tr: Translator, *, ban_wished: bool = False) -> Screen:
    """Say what can be done when something is wrong. `ban_wished`: as `held_screen` has it."""
    text = tr(
        "What is not right in {title}? {alias} learns nothing of what you choose here.\n\n"
        "If it is too much, hand it back: nobody asks why.",
        title=title(request, tr),
        alias=alias_name(request.alias, tr),
    )
    rows = [
        [Button(tr("Ask a coordinator"), WriteNote(code=request.code))],
        [to_hand_back(request, tr)],
        [Button(tr("Back"), OpenHeld(code=request.code)), home(tr)],
    ]
    if not ban_wished:
        text += "\n\n" + tr(
            "If you ask for a block, the coordinators read the code and no word of the question,"
            " and tell you what they decide."
        )
        rows.insert(1, [Button(tr("Ask to block this person"), WishBan(code=request.code))])
    return Screen(text, rows)


def hand_back_screen(request: Request, tr: Translator) -> Screen:
    """Ask once more before a helper gives a request to the others."""
    text = tr(
        "Hand {title} back to the queue? Others are offered it, and see all that was written. You"
        " can read it no more. {alias} is told that another volunteer will go on.",
        title=title(request, tr),
        alias=alias_name(request.alias, tr),
    )
    rows = [
        [Button(tr("No, go on with it"), OpenHeld(code=request.code))],
        [Button(tr("Yes, hand it back"), HandBackHeld(code=request.code))],
        [Button(tr("It is too much: back, and rest"), HandBackAndRest(code=request.code))],
    ]
    return Screen(text, rows)


def handed_back_screen(request: Request, tr: Translator) -> Screen:
    """Say that a request is with the others now, or closed: nobody had written anything in it."""
    if request.state is State.CLOSED:
        return Screen(closed_unwritten(request, tr), [[home(tr)]])
    text = tr(
        "Question {code} is back in the queue, and whoever asked knows that another volunteer will"
        " go on. Thank you for saying so in time.",
        code=request.code,
    )
    return Screen(text, [[home(tr)]])


def rest_screen(request: Request, tr: Translator) -> Screen:
    """Say what became of a request, and that its helper is asked nothing until tomorrow."""
    went = tr("Question {code} waits for others now.", code=request.code)
    if request.state is State.CLOSED:
        went = closed_unwritten(request, tr)
    rest = tr(
        "You are asked nothing until tomorrow morning. Such stories weigh on everybody. Talk to"
        " somebody you trust, or to a coordinator."
    )
    rows = [[Button(tr("My duty"), ShowDuty())], [home(tr)]]
    return Screen(Markup(" ").join([went, rest]), rows)


def closed_screen(request: Request, tr: Translator) -> Screen:
    """Say that a request is closed."""
    return Screen(tr("Question {code} is closed. Thank you.", code=request.code), [[home(tr)]])


def over_receipt(request: Request, tr: Translator) -> Receipt:
    """Say that what was typed did not go anywhere."""
    return Receipt(tr("Question {code} is closed: nothing was sent.", code=request.code))


def which_screen(held: Sequence[Request], draft: Broadcast | None, tr: Translator) -> Screen:
    """Ask to which request, or to the half-written broadcast, a text belongs; a tap puts it there.

    `draft`: the broadcast that this coordinator writes.
    """
    rows = [
        [Button(title(request, tr), AnswerThis(code=request.code))]
        for request in held[:MOST_LISTED]
    ]
    if draft:
        text = tr("This went nowhere yet. Your broadcast is half-written: a tap adds this to it.")
        if held:
            text = tr("This went nowhere yet. Where does it belong? A tap puts it there.")
        languages = draft.segment.languages
        rows += [[_to_broadcast(language, tr)] for language in languages]
        rows.append([Button(tr("Open the broadcast"), ShowBroadcasts())])
    elif held:
        text = tr("Nothing was sent yet. Which question does this answer? A tap sends it.")
    else:
        text = tr("Nothing was sent: you have no question to answer.")
        rows.append([Button(tr("Waiting questions"), ShowWaiting())])
    return Screen(text, [*rows, [home(tr)]], quotes=bool(held or draft))


def _to_broadcast(language: Language, tr: Translator) -> Button:
    label = {
        Language.RUSSIAN: tr("To the broadcast, in Russian"),
        Language.FINNISH: tr("To the broadcast, in Finnish"),
    }[language]
    return Button(label, AddToBroadcast(language=language))


def _counts(desk: Desk, tr: Translator) -> list[Markup]:
    real = sum(not request.practice for request in desk.held)
    lines = [
        tr(
            "Your name in the team: {name}, {standing}.",
            name=member_name(desk.me.code, tr),
            standing=standing_words(desk.me, tr),
        ),
        tr.plural("{n} question is yours.", "{n} questions are yours.", real),
        tr.plural("{n} question waits.", "{n} questions wait.", desk.waiting),
    ]
    if desk.urgent:
        lines.append(tr("❗ An urgent question waits."))
    if not desk.said_intake:
        lines.append(tr("Say what you take: until then you are asked whatever comes."))
    if desk.writes:
        lines.append(tr("Your broadcast is half-written, and sent to nobody yet."))
    if desk.own:
        lines.append(tr("Your own question {code} is open.", code=desk.own.code))
    lines += troubles(desk.lost, desk.unread, tr)
    return lines
