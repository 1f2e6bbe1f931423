"""An émigré's questions, all of them, what was said in them, and what is said in silence. Pure."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final, NamedTuple

from markupsafe import Markup, escape

from bot.core.clock import today
from bot.core.companions import CompanionId
from bot.core.outgoing import Side
from bot.core.requests import MOST_OPEN, OPEN, Doubt, State
from bot.emigre.buttons import (
    AskNew,
    OpenDraft,
    ReadOwn,
    SayDoubt,
    SayDoubtOf,
    ShowDoubts,
    ShowDoubtsOf,
    ShowOwn,
)
from bot.relay.buttons import OpenRequest
from bot.relay.doubting import Told
from bot.relay.letters import code_sign
from bot.relay.voices import voice_name, voice_names, voice_of
from bot.store.companions import Companion
from bot.store.requests import Request, Said
from bot.ui.aliases import alias_name
from bot.ui.buttons import home, to_urgent
from bot.ui.pages import page_of, turning
from bot.ui.screen import Button, Screen
from bot.ui.sections import short_section
from bot.ui.styles import in_parts
from bot.ui.words import Translator, mark

PER_PAGE: Final = 8
LONGEST_PAGE: Final = 3000
"""Characters of a question's words on one screen."""
STATES: Final[Mapping[State, str]] = {
    State.WAITING: mark("waits"),
    State.OFFERED: mark("waits"),
    State.CLAIMED: mark("with a volunteer"),
    State.ANSWERED: mark("answered"),
    State.CLOSED: mark("closed"),
    State.WITHDRAWN: mark("withdrawn"),
}
DOUBTS: Final[Mapping[Doubt, str]] = {
    Doubt.OTHER: mark("Somebody else is to help me"),
    Doubt.WRONG: mark("What they write is wrong"),
    Doubt.UNSAFE: mark("I do not feel safe with them"),
}


def own_screen(
    requests: Sequence[Request], page: int, tr: Translator, *, may_ask: bool, full: bool
) -> Screen:
    """List somebody's questions, the last one first. `full`: no more may be open at once."""
    text = tr("<b>My questions</b>\n\nThey are kept until 30 days after they are closed.")
    if full:
        text += "\n\n" + most_open_text(tr)
    if not requests:
        text = tr("You have asked nothing yet, or it was long ago and is not kept any more.")
    shown = page_of(requests, page, PER_PAGE)
    rows = [[_line(request, tr)] for request in shown.items]
    rows += turning(shown, ShowOwn, tr)
    if may_ask and not full:
        rows.append([to_new(tr)])
    return Screen(text, [*rows, [home(tr)]])


def most_open_text(tr: Translator) -> Markup:
    """Say that as many questions are open as may be."""
    return tr("{n} may be open at once: close one to ask something new.", n=MOST_OPEN)


class Authors(NamedTuple):
    """Who wrote in a question."""

    request: Request
    companions: Mapping[CompanionId, Companion]
    """Who ever helped along."""
    helper_chats: Set[int]
    """Our numbers of the chats of who helps now, or did last."""


def thread_screen(authors: Authors, said: Sequence[Said], page: int, tr: Translator) -> Screen:
    """Show what was said in a question by everybody in it."""
    request = authors.request
    parts = [part for one in said for part in _words(one, authors, tr)]
    shown = page_of(_pages(parts), page, 1)
    text = Markup("\n\n").join(shown.items) or tr("Nothing is left of what was written here.")
    rows = []
    if shown.number > 0:
        rows.append(Button(tr("◀ Before"), ReadOwn(code=request.code, page=shown.number - 1)))
    if not shown.is_last:
        rows.append(Button(tr("After ▶"), ReadOwn(code=request.code, page=shown.number + 1)))
    back = Button(tr("Back"), OpenRequest(code=request.code))
    about = request.id if request.state in OPEN else None
    return Screen(text, [rows, [back], [home(tr)]], about=about)


def doubts_screen(request: Request, companions: Sequence[Companion], tr: Translator) -> Screen:
    """Ask what is not right with the helper, who is not told; or lead to who helps along."""
    rows = [
        [Button(tr(words), SayDoubt(code=request.code, doubt=doubt))]
        for doubt, words in DOUBTS.items()
    ]
    for each in companions:
        about = tr("About {name}", name=alias_name(each.alias, tr))
        rows.append([Button(about, ShowDoubtsOf(code=request.code, companion=each.id))])
    back = Button(tr("Back"), OpenRequest(code=request.code))
    return Screen(_doubts_text(request.helper_alias or "", tr), [*rows, [back]])


def doubts_of_screen(request: Request, companion: Companion, tr: Translator) -> Screen:
    """Ask what is not right with somebody who helps along, who is not told."""
    rows = [
        [Button(tr(words), SayDoubtOf(code=request.code, doubt=doubt, companion=companion.id))]
        for doubt, words in {**DOUBTS, Doubt.OTHER: mark("They are not to help along")}.items()
    ]
    back = Button(tr("Back"), ShowDoubts(code=request.code))
    return Screen(_doubts_text(companion.alias, tr), [*rows, [back], [home(tr)]])


class Unwished(NamedTuple):
    """A question in which somebody helps whom its author does not want any more."""

    request: Request
    companion: Companion | None = None
    """Who it is, if not the helper."""


@dataclass(frozen=True, slots=True)
class Doubted:
    """What was said in silence of somebody who helps."""

    doubt: Doubt
    told: Told
    """Whether there was a coordinator who could be told."""
    others: Sequence[Unwished] = ()
    """Where else they help the same person."""
    companion: Companion | None = None
    """Who it was about, if not the helper."""
    left: Sequence[Companion] = ()
    """Who helped along, and went with the helper."""


def doubt_said_screen(request: Request, said: Doubted, tr: Translator) -> Screen:
    """Say what follows."""
    doubt, companion = said.doubt, said.companion
    lines = []
    if doubt is not Doubt.WRONG and companion:
        lines.append(
            tr(
                "{name} does not read question {code} any more, and gets no question of yours.",
                name=alias_name(companion.alias, tr),
                code=request.code,
            )
        )
    elif doubt is not Doubt.WRONG:
        lines.append(
            tr(
                "Question {code} waits for somebody else now, and whoever helped gets no new"
                " question of yours.",
                code=request.code,
            )
        )
    if said.left:
        names = voice_names([voice_of(each) for each in said.left], tr)
        lines.append(
            tr(
                "These do not read it any more either: {names}. Whoever takes it can ask somebody"
                " in anew, and then we tell you.",
                names=names,
            )
        )
    lines.append(_told(said.told, tr))
    if doubt is Doubt.UNSAFE:
        lines.append(tr("In danger, call 112."))
    rows = []
    if doubt is not Doubt.WRONG and said.others:
        lines.append(tr("The same person helps with another question of yours."))
        rows = [[to_take_too(each, doubt, tr)] for each in said.others]
    rows += [[Button(tr("My question {code}", code=request.code), OpenRequest(code=request.code))]]
    return Screen(Markup(" ").join(lines), [*rows, [to_urgent(tr)], [home(tr)]], about=request.id)


def _doubts_text(alias: str, tr: Translator) -> Markup:
    return tr(
        "<b>Something is not right?</b>\n\nOnly coordinators who have no part in your question"
        " read this, with its code and not a word of it. {helper} is not told that it comes from"
        " you.",
        helper=alias_name(alias, tr),
    )


def _told(told: Told, tr: Translator) -> Markup:
    return {
        Told.NOW: tr("The coordinators know, and look at it."),
        Told.BEFORE: tr("You have said so, and the coordinators know: once is enough."),
        # Translators: it must not tell why: the only coordinator may be the helper it is about.
        Told.NOBODY: tr(
            "No coordinator can look at it just now. It is kept for the first who can."
        ),
    }[told]


def to_take_too(unwished: Unwished, doubt: Doubt, tr: Translator) -> Button:
    """Return the way to let this question go on without them as well."""
    code, companion = unwished.request.code, unwished.companion
    if companion is None:
        words = tr("Give question {code} to somebody else too", code=code)
        return Button(words, SayDoubt(code=code, doubt=doubt))
    words = tr("Let question {code} go on without them too", code=code)
    return Button(words, SayDoubtOf(code=code, doubt=doubt, companion=companion.id))


def to_new(tr: Translator) -> Button:
    """Lead to another question beside what is open."""
    return Button(tr("Ask something new"), AskNew())


def to_draft(tr: Translator) -> Button:
    """Return the way to the draft."""
    return Button(tr("Open the draft"), OpenDraft())


def to_own(tr: Translator) -> Button:
    """Return the way to all of one's questions."""
    return Button(tr("My questions"), ShowOwn())


def to_doubts(request: Request, tr: Translator) -> Button:
    """Return the way to say in silence that something is not right."""
    return Button(tr("Something is not right"), ShowDoubts(code=request.code))


def called(request: Request, tr: Translator) -> Markup:
    """Name a question on a button: by its code, with ❗ if it is urgent, and its topic."""
    code = code_sign(request)
    if request.section is None:
        return escape(code)
    return Markup("{} · {}").format(code, short_section(request.section, tr))


def _line(request: Request, tr: Translator) -> Button:
    words = Markup("{} · {}").format(called(request, tr), tr(STATES[request.state]))
    return Button(words, OpenRequest(code=request.code))


def _words(said: Said, authors: Authors, tr: Translator) -> list[Markup]:
    """Return one message, headed by who wrote it and when, in pieces that fit a screen."""
    pieces = in_parts(said.words, LONGEST_PAGE)
    head = tr(
        "<b>{name}</b>, {day}, {time}:",
        name=_author(said, authors, tr),
        day=tr.day(today(said.said_at)),
        time=tr.time(said.said_at),
    )
    head += "\n"
    return [(head if n == 0 else Markup("")) + piece for n, piece in enumerate(pieces)]


def _author(said: Said, authors: Authors, tr: Translator) -> Markup:
    """Return who wrote something; of who had the question before no name is kept."""
    if said.author is Side.EMIGRE:
        return tr("You")
    if said.companion and (by := authors.companions.get(said.companion)):
        return voice_name(voice_of(by), tr)
    if said.chat_id in authors.helper_chats and authors.request.helper_alias:
        return alias_name(authors.request.helper_alias, tr)
    return tr("A volunteer")


def _pages(parts: Sequence[Markup]) -> list[Markup]:
    """Return as many parts on each page as fit."""
    pages: list[Markup] = []
    for part in parts:
        if pages and len(pages[-1]) + len(part) <= LONGEST_PAGE:
            pages[-1] = Markup("\n\n").join([pages[-1], part])
        else:
            pages.append(part)
    return pages
