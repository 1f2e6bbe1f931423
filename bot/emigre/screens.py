"""An émigré's screens. Pure: data in, screen out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from markupsafe import Markup

from bot.content.articles import Article
from bot.content.guides import guide
from bot.core.cases import Whose
from bot.core.requests import OPEN, MessageId, State, seal_of
from bot.core.stages import Stage
from bot.core.telltale import Telltale
from bot.emigre.buttons import (
    AddThis,
    AskToClose,
    Close,
    DropDraft,
    MarkUrgent,
    SendAnyway,
    SendDraft,
    ShareCase,
)
from bot.emigre.guide.screens import to_guide, to_plan
from bot.emigre.reading.buttons import ShowSections, to_article
from bot.emigre.taking.buttons import ShowKeptAnswers
from bot.relay.buttons import OpenRequest
from bot.relay.receipts import on_its_way, to_written
from bot.store.requests import Request, Said
from bot.ui.aliases import alias_name
from bot.ui.buttons import Ask, AskThis, ShowKept, ShowLanguages, home, to_case, to_urgent
from bot.ui.cases import whose_name
from bot.ui.days import how_far
from bot.ui.refusals import asks_no_more, text_alone
from bot.ui.screen import Button, Expects, Receipt, Screen
from bot.ui.stages import stage_name
from bot.ui.telltales import telltale_lines
from bot.ui.words import Translator

ABOUT_A_DECISION: Final = ("decision-read", "appeal-deadline")
"""Answers that say what stands in the paper that somebody sent a picture of."""
LONGEST_PREVIEW: Final = 3000
"""Characters of a draft that its preview shows: the beginning, and what was written last."""


class Coming(NamedTuple):
    """The next day of somebody's cases that counts, seen from today. Days in Finland."""

    day: date
    today: date
    whose: Whose = Whose.ME


@dataclass(frozen=True, slots=True)
class Mine:
    """What an émigré has here."""

    current: Request | None
    """An open request, or a draft."""
    stage: Stage | None
    """None as well while nothing of the case is to be seen."""
    has_plan: bool
    keeps_answers: bool
    coming: Coming | None = None
    may_ask: bool = True
    """Nobody has blocked them."""


def home_screen(
    mine: Mine, tr: Translator, *, typed: bool = False, closed: Request | None = None
) -> Screen:
    """Show what matters now.

    `typed`: text came in that nothing was waiting for, or was for a request that is `closed`;
    the screen asks what it is.
    """
    current = mine.current
    lines = [_status(closed, tr)] if closed else []
    lines.append(_what_is_this(current, tr) if typed else tr("How can we help?"))
    if not mine.may_ask:
        lines.append(asks_no_more(tr))
    if current:
        lines.append(_status(current, tr))
    if mine.stage:
        lines.append(tr("Your stage: {stage}.", stage=stage_name(mine.stage, tr)))
    if mine.coming:
        lines.append(_coming(mine.coming, tr))
    rows = [[take_up(current, tr)]] if typed else []
    if current:
        rows.append([_open(current, tr)])
    elif mine.may_ask and not typed:
        rows.append([Button(tr("Ask a person"), Ask())])
    rows.append([to_urgent(tr)])
    rows.append([to_plan(tr) if mine.has_plan else to_guide(guide(), tr)])
    kept = [Button(tr("Kept answers"), ShowKeptAnswers())] if mine.keeps_answers else []
    rows.append([Button(tr("Answers by topic"), ShowSections()), *kept])
    rows.append([to_case(tr)])
    rows.append([Button(tr("What is kept about me"), ShowKept())])
    rows.append([Button(tr("Language"), ShowLanguages())])
    return Screen(Markup("\n\n").join(lines), rows, quotes=typed)


def declined_screen(tr: Translator, *, erased: bool) -> Screen:
    """Say that nothing is kept, and what is there all the same."""
    lines = [tr("What you wrote is erased.")] if erased else []
    lines.append(
        tr(
            "Of you, only the language is kept. You can read everything here; to ask a person, we"
            " need your yes."
        )
    )
    return Screen(Markup(" ").join(lines), [[home(tr)]])


def ask_screen(tr: Translator, *, urgent: bool = False) -> Screen:
    """Invite to write a question."""
    text = tr(
        "Write your question here, in one message or several. You will see it before it goes."
        "\n\nOne volunteer reads it, without learning who you are. Leave out names, addresses"
        " and document numbers."
    )
    expects = Expects.URGENT_DRAFT if urgent else Expects.DRAFT
    return Screen(text, [[home(tr)]], expects=expects)


def draft_screen(
    draft: Request,
    messages: Sequence[Said],
    tr: Translator,
    *,
    news: Markup | None = None,
    case: Markup | None = None,
) -> Screen:
    """Show what will be sent; its buttons do what they say to this and to nothing newer.

    `case`: what a helper would see of their case, if they wish it; None: there is nothing.
    """
    texts = [said.text for said in messages]
    written = "\n\n".join(texts)
    lines = [news] if news else []
    if draft.urgent:
        lines.append(tr("❗ Urgent: it comes before other questions."))
    lines.append(tr("This will be sent:"))
    lines.append(Markup("<blockquote>{}</blockquote>").format(_abridged(written)))
    if len(written) > LONGEST_PREVIEW:
        lines.append(tr("The middle is left out here; all of it will be sent."))
    if case and draft.shares_case:
        lines.append(tr("Your helper sees with it:\n{case}", case=case))
    lines.append(tr("Send it, or write more. To change it, edit your message."))
    seal = seal_of(draft.code, texts)
    rows = [
        [Button(tr("Send"), SendDraft(seal=seal))],
        [_urgency(draft, tr)],
        *([[_sharing(draft, tr)]] if case else []),
        [Button(tr("Delete the draft"), DropDraft(seal=seal))],
        [home(tr)],
    ]
    return Screen(Markup("\n\n").join(lines), rows, expects=Expects.DRAFT)


def telltale_screen(found: Sequence[Telltale], seal: str, tr: Translator) -> Screen:
    """Say gently, before a draft goes, what in it may tell who its author is."""
    text = tr(
        "<b>Before it goes</b>\n\nYour text holds what looks like this:\n{lines}\n\nThe volunteer"
        " does not need it to answer, and it may tell who you are. Nothing is sent yet.",
        lines=telltale_lines(found, tr),
    )
    rows = [
        [Button(tr("Send without it"), SendAnyway(seal=seal, whole=False))],
        [Button(tr("Change it first"), Ask())],
        [Button(tr("Send all of it"), SendAnyway(seal=seal, whole=True))],
        [home(tr)],
    ]
    return Screen(text, rows)


def sent_screen(request: Request, deadline: Article | None, tr: Translator) -> Screen:
    """Say that the question is on its way, what happens next, and what does not wait for it.

    `deadline`: the answer about the days to appeal.
    """
    text = tr(
        "Your question is on its way. Its code is <b>{code}</b>.\n\n"
        "When a volunteer takes it, we write to you here. To add to it, write here.\n\n"
        "If you have got a decision, the days to appeal go on running while you wait.",
        code=request.code,
    )
    rows = [[_open(request, tr)], *([[to_article(deadline)]] if deadline else []), [home(tr)]]
    return Screen(text, rows, about=request.id)


def request_screen(request: Request, tr: Translator, *, may_ask: bool = True) -> Screen:
    """Show a request that was sent. `may_ask`: nobody has blocked who asked it."""
    if request.state not in OPEN and not may_ask:
        return Screen(_status(request, tr) + " " + asks_no_more(tr), [[home(tr)]])
    if request.state not in OPEN:
        text = _status(request, tr) + " " + tr("You can ask again at any time.")
        return Screen(text, [[Button(tr("Ask a person"), Ask())], [home(tr)]])
    lines = [
        _status(request, tr),
        tr("What you write here now is added to it. To change what you wrote, edit your message."),
    ]
    rows = [
        [to_written(request, tr)],
        [Button(tr("Close the question"), AskToClose(code=request.code))],
        [home(tr)],
    ]
    return Screen(Markup("\n\n").join(lines), rows, about=request.id)


def close_screen(request: Request, tr: Translator) -> Screen:
    """Ask once more before closing."""
    if request.state not in OPEN:
        return request_screen(request, tr)
    text = tr(
        "Close question {code}? The volunteer will no longer see new messages.", code=request.code
    )
    yes = tr("Yes, close it")
    if request.helper_alias is None:
        text = tr("Withdraw question {code}? Then nobody will answer it.", code=request.code)
        yes = tr("Yes, withdraw it")
    rows = [
        [Button(tr("No, keep it open"), OpenRequest(code=request.code))],
        [Button(yes, Close(code=request.code))],
    ]
    return Screen(text, rows)


def receipt(request: Request, message: MessageId, tr: Translator) -> Receipt:
    """Say where a message goes."""
    if request.helper_alias is None:
        return Receipt(tr("Added to your question {code}.", code=request.code))
    return on_its_way(request.helper_alias, message, tr)


def voice_receipt(tr: Translator) -> Receipt:
    """Say kindly what becomes of a voice message, and what can be done in its place."""
    return Receipt(
        text_alone(tr)
        + "\n\n"
        + tr("If writing is hard: your phone's keyboard has a microphone. It writes what you say.")
    )


def paper_receipt(articles: Sequence[Article], tr: Translator) -> Receipt:
    """Say what becomes of a picture or a file, and what to look for if it is a decision."""
    what = tr(
        "Is it a decision? Look in it for three things:\n"
        "• the day on which you got it (tiedoksianto)\n"
        "• what was decided (päätös)\n"
        "• how many days you have to appeal (valitusosoitus)\n"
        "With them, ask a person in words. Leave out names and numbers."
    )
    rows = [[to_article(article)] for article in articles]
    return Receipt(text_alone(tr) + "\n\n" + what, [*rows, [Button(tr("Ask a person"), Ask())]])


def urgent_now_screen(request: Request, tr: Translator, *, already: bool) -> Screen:
    """Say that a question that waits is urgent now, or that it was so `already`."""
    text = tr("Your question {code} is urgent now: we have told the volunteers.", code=request.code)
    if already:
        text = tr("Your question {code} is urgent already: it comes first.", code=request.code)
    return Screen(text, [[_open(request, tr)], [home(tr)]], about=request.id)


def _coming(coming: Coming, tr: Translator) -> Markup:
    """Say which day comes next, and of whom in the family."""
    day, far = tr.full_day(coming.day), how_far(coming.day, coming.today, tr)
    if coming.whose is Whose.ME:
        return tr("Next: {day}, {how_far}.", day=day, how_far=far)
    whose = whose_name(coming.whose, tr)
    return tr("Next, {whose}: {day}, {how_far}.", whose=whose, day=day, how_far=far)


def _sharing(draft: Request, tr: Translator) -> Button:
    shares = draft.shares_case
    words = tr("Do not show my case") if shares else tr("Show my stage and next date")
    return Button(words, ShareCase(shares=not shares))


def _urgency(draft: Request, tr: Translator) -> Button:
    words = tr("It can wait") if draft.urgent else tr("It is urgent")
    return Button(words, MarkUrgent(urgent=not draft.urgent))


def _abridged(text: str) -> str:
    """Return a text without its middle if it is too long to be shown."""
    if len(text) <= LONGEST_PREVIEW:
        return text
    half = LONGEST_PREVIEW // 2
    return f"{text[:half]}\n\n[…]\n\n{text[-half:]}"


def _what_is_this(current: Request | None, tr: Translator) -> Markup:
    """Ask what a text is that nothing was waiting for."""
    if current is None:
        return tr("Nothing was sent yet. Is this a question for a person?")
    if current.state is State.DRAFT:
        return tr("Nothing was sent yet. Does this belong to your draft?")
    return tr("Nothing was sent yet. Does this belong to your question {code}?", code=current.code)


def _status(request: Request, tr: Translator) -> Markup:
    code = request.code
    if request.state is State.DRAFT:
        return tr("You have a question that is not sent yet.")
    if request.state is State.WITHDRAWN:
        return tr("Question {code} was withdrawn.", code=code)
    if request.state is State.CLOSED:
        return tr("Question {code} is closed.", code=code)
    if request.helper_alias is None:
        return tr("Your question {code} waits for a volunteer.", code=code)
    name = alias_name(request.helper_alias, tr)
    if request.state is State.ANSWERED:
        return tr("Your question {code} has an answer from {name}.", code=code, name=name)
    return tr("Your question {code} is with {name}.", code=code, name=name)


def take_up(current: Request | None, tr: Translator) -> Button:
    """Return the button that makes a question of what was typed, or adds it to the one there is."""
    if current is None:
        return Button(tr("Ask a person this"), AskThis())
    if current.state is State.DRAFT:
        return Button(tr("Add to the draft"), AskThis())
    words = tr("Add to question {code}", code=current.code)
    if current.helper_alias:
        words = tr("Send this to your helper")
    return Button(words, AddThis(code=current.code))


def _open(current: Request, tr: Translator) -> Button:
    if current.state is State.DRAFT:
        return Button(tr("Open the draft"), Ask())
    return Button(tr("My question {code}", code=current.code), OpenRequest(code=current.code))
