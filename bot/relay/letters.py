"""Letters from one side of a request to the other. Pure: data in, letters out."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Final

from markupsafe import Markup, escape

from bot.core.asking import ForWhom
from bot.core.clock import today
from bot.core.identity import HIDDEN
from bot.core.languages import Language
from bot.core.outgoing import Letter, Side
from bot.core.styles import Styled
from bot.relay.buttons import (
    AskToCloseHeld,
    AskToHandBackHeld,
    OpenHeld,
    OpenRequest,
    PickOurs,
    ShowCompany,
)
from bot.relay.sharing import shared_text
from bot.relay.voices import Voice, voice_names, voice_of, voice_writes
from bot.store.companions import Companion
from bot.store.requests import Request
from bot.ui.aliases import alias_name
from bot.ui.buttons import Ask, ShowArticle, home, to_urgent
from bot.ui.refusals import asks_no_more
from bot.ui.screen import LONGEST_TEXT, Button
from bot.ui.sections import section_name
from bot.ui.split import split
from bot.ui.styles import in_parts
from bot.ui.words import Translator, mark

News = Callable[[Request, Translator], Letter]
"""A letter that needs no more than the request."""

FOR_WHOM: Final[Mapping[ForWhom, str]] = {
    ForWhom.OTHER: mark(
        "Asked for somebody else. Say how things usually go, and whom to ask; do not ask who it is."
    ),
    ForWhom.MINOR: mark(
        "❗ A minor, alone. Write short and calm sentences, one thing at a time. Ask only what you"
        " need, promise nothing, arrange no meeting and no other way to write. If there is danger:"
        " 112. If it worries you, ask a coordinator."
    ),
}
"""What a helper is told of whom a request is about, and how to write then."""
ROOM_FOR_HEADING: Final = 300
"""Characters that a heading, what is left out and the line about a repeat may take."""


def title(request: Request, tr: Translator) -> Markup:
    """Name a helper's thread, and head each block in it: old clients show threads mixed."""
    if request.practice:
        alias = alias_name(request.alias, tr)
        return tr("Practice · {code} · {alias}", code=request.code, alias=alias)
    return Markup("{} · {}").format(request.code, alias_name(request.alias, tr))


def words(
    request: Request,
    said: Styled,
    voice: Voice | None,
    tr: Translator,
    *,
    to: Side,
    changed: bool = False,
) -> list[Letter]:
    """Return one message as letters `to` somebody of a side, headed and split.

    `voice`: who of the team wrote it; None: whoever asked.
    """
    head = _head(request, voice, tr, to=to)
    if changed:
        head += Markup(" ") + tr("(changed)")
    keyboard = [[open_own(request, tr)]] if to is Side.EMIGRE else None
    return [
        Letter(
            f"<b>{head}</b>\n{part}{Markup() if voice else _what_is_cut(part, tr)}",
            keyboard,
            protect=to is Side.TEAM,
        )
        for part in in_parts(said, LONGEST_TEXT - ROOM_FOR_HEADING)
    ]


def earlier_answer(request: Request, said: Styled, tr: Translator) -> list[Letter]:
    """Return what a helper answered who had the request before, for the one who has it now."""
    head = tr("{title}: an answer given before", title=title(request, tr))
    return [
        Letter(f"<b>{head}</b>\n{part}", protect=True)
        for part in in_parts(said, LONGEST_TEXT - ROOM_FOR_HEADING)
    ]


def first_block(
    request: Request,
    tr: Translator,
    *,
    threads: bool,
    companions: Sequence[Companion] = (),
    case: Markup | None = None,
    ours: Sequence[str] = (),
) -> Letter:
    """Open a helper's side of a request: who, which language, what about, how to answer.

    `companions`: who helps along in it; `case`: what whoever asks wishes to be seen of their case;
    `ours`: titles of our own answers that may fit.
    """
    parts = [heading(request, tr), how_to_answer(request, tr, threads=threads)]
    if not request.practice:
        parts.insert(1, who_reads(request, companions, tr))
    if case:
        parts.insert(1, tr("They wish you to know:\n{case}", case=case))
    close = Button(tr("Close the question"), AskToCloseHeld(code=request.code))
    more = Button(tr("Note, ready answers and more"), OpenHeld(code=request.code))
    ways = [to_company(request, tr), more, close, to_hand_back(request, tr)]
    rows = [close] if request.practice else ways
    if ours:
        titles = Markup("\n").join(Markup("– {}").format(each) for each in ours)
        parts.append(tr("Our own answers that may fit:\n{titles}", titles=titles))
        rows.insert(0, to_ours(request, tr))
    keyboard = [[button.as_key()] for button in rows]
    return Letter(str(Markup("\n\n").join(parts)), keyboard, protect=case is not None)


def heading(request: Request, tr: Translator) -> Markup:
    """Say whose question it is, in which language, what and whom about, whether it can wait."""
    text = tr(
        "<b>{title}</b>, in {language}.",
        title=title(request, tr),
        language=language_of(request, tr),
    )
    if request.urgent:
        text = Markup("❗ ") + text
    if request.section:
        text += "\n" + tr("About: {section}", section=section_name(request.section, tr))
    if request.for_whom and (about := FOR_WHOM.get(request.for_whom)):
        text += "\n\n" + tr(about)
    return text


def who_reads(request: Request, companions: Sequence[Companion], tr: Translator) -> Markup:
    """Say as whom a helper is known in a request, and who of the team reads it beside them."""
    name = tr("Your name here: {me}.", me=alias_name(request.helper_alias or "", tr))
    if not companions:
        return name
    names = voice_names([voice_of(each) for each in companions], tr)
    return name + " " + tr("It is read by these too: {names}.", names=names)


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
    reads = tr("{alias} reads that and nothing else.", alias=alias_name(request.alias, tr))
    return where_to_write(tr, threads=threads) + " " + reads


def where_to_write(tr: Translator, *, threads: bool) -> Markup:
    """Say where one writes in a request. `threads`: each has its own."""
    if threads:
        return tr("To answer, write in the thread of this question.")
    return tr("To answer, choose “Reply” on a message of this question.")


def to_company(request: Request, tr: Translator, words: Markup | None = None) -> Button:
    """Lead to who helps along in a request, and whom to ask."""
    return Button(words or tr("A colleague’s help"), ShowCompany(code=request.code))


def whole_answer(slug: str) -> News:
    """Return what leads whoever asked to one of our own answers, with its sources."""

    def letter(request: Request, tr: Translator) -> Letter:
        text = tr("The whole answer, with its sources, to your question {code}:", code=request.code)
        open_it = Button(tr("Read it"), ShowArticle(slug=slug, part=0))
        return Letter(str(text), [[open_it.as_key()], [open_own(request, tr)]])

    return letter


def shown_case(request: Request, tr: Translator) -> Letter:
    """Tell a helper what whoever asked lets them see of their case since now."""
    case = shared_text(request.shared, tr) or Markup()
    wish = tr("They wish you to know:\n{case}", case=case)
    return Letter(str(Markup("\n\n").join([title(request, tr), wish])), protect=True)


def to_ours(request: Request, tr: Translator) -> Button:
    """Lead a helper to our own answers that may fit a request."""
    return Button(tr("Our own answers"), PickOurs(code=request.code))


def claimed(request: Request, tr: Translator) -> Letter:
    """Tell an émigré that somebody has taken the question, and how they are called."""
    text = tr(
        "A volunteer has taken your question {code}. Their name here is made up: {helper}.",
        code=request.code,
        helper=alias_name(request.helper_alias or "", tr),
    )
    return Letter(str(text), [[open_own(request, tr)]])


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
        return Letter(str(text), [[open_own(request, tr)]])
    text = tr(
        "{helper} from the team wants to write to you about your earlier question {earlier}. For"
        " that, question {code} is open now: what you write in it reaches {helper} alone. There is"
        " nothing you need to do.",
        helper=alias_name(request.helper_alias or "", tr),
        earlier=earlier,
        code=request.code,
    )
    return Letter(str(text), [[open_own(request, tr)]])


def waits_again(request: Request, tr: Translator) -> Letter:
    """Tell an émigré that the helper cannot go on, and that nothing is lost by it."""
    text = tr(
        "{helper} cannot go on with your question {code}. It waits for another volunteer now, who"
        " will see all that was written. You need not write it again.",
        code=request.code,
        helper=alias_name(request.helper_alias or "", tr),
    )
    if not request.urgent:
        return Letter(str(text), [[open_own(request, tr)]])
    text += " " + tr("If somebody is in danger now, call 112.")
    return Letter(str(text), [[to_urgent(tr).as_key()], [open_own(request, tr)]])


def handed_back(request: Request, tr: Translator) -> Letter:
    """Tell a helper that a request is not theirs any more."""
    return Letter(str(tr("Question {code} is back in the queue.", code=request.code)))


def given_back(text: str, tr: Translator) -> list[Letter]:
    """Give a helper back what they typed in a thread that is not theirs any more."""
    heading = tr(
        "Nothing was sent: the question of that thread is not yours any more. The thread goes, so"
        " here is what you wrote:"
    )
    if not text:
        return [Letter(str(tr("Nothing was sent: that question is not yours any more.")))]
    return [Letter(part) for part in _beneath(heading, text)]


def own_words(text: str, tr: Translator) -> list[Letter]:
    """Give a helper back what they wrote and nobody has got, beneath news of it."""
    return [Letter(part) for part in _beneath(tr("This is what you had written:"), text)]


def closed(request: Request, tr: Translator) -> Letter:
    """Tell a helper that the émigré closed the request."""
    return Letter(str(tr("Question {code} is closed now.", code=request.code)))


def closed_for_good(request: Request, tr: Translator) -> Letter:
    """Tell who is blocked that their request is closed, and what stays open to them."""
    text = tr("The team has closed your question {code}.", code=request.code)
    ends = tr("This ends by itself after a year at the latest.")
    rows = [[to_urgent(tr).as_key()], [home(tr).as_key()]]
    return Letter(str(text + "\n\n" + asks_no_more(tr) + " " + ends), rows)


def ban_lifted(tr: Translator) -> Letter:
    """Tell somebody who was blocked that they can ask again."""
    text = tr("You can ask the team questions again.")
    return Letter(str(text), [[Button(tr("Ask a person"), Ask()).as_key()], [home(tr).as_key()]])


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


def shown_below(request: Request, tr: Translator) -> Letter:
    """Put in the place of an older copy, where it cannot be deleted, that all is shown anew."""
    return Letter(str(tr("{title}: all of it stands further down.", title=title(request, tr))))


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


def _beneath(heading: Markup, text: str) -> list[str]:
    return [f"{heading}\n\n{escape(part)}" for part in split(text, LONGEST_TEXT - ROOM_FOR_HEADING)]


def _head(request: Request, voice: Voice | None, tr: Translator, *, to: Side) -> Markup:
    if voice is None:
        return title(request, tr)
    writes = voice_writes(voice, tr)
    if to is Side.TEAM:
        return title(request, tr) + "\n" + writes
    return tr("{who} · question {code}", who=writes, code=request.code)


def open_own(request: Request, tr: Translator) -> dict[str, str]:
    """Return the key that leads whoever asked to their request."""
    return Button(
        tr("My question {code}", code=request.code), OpenRequest(code=request.code)
    ).as_key()
