"""What an émigré sees of one question, from its sending to its end. Pure: data in, screen out."""

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from bot.content.articles import Article
from bot.core.requests import HELD, OPEN, Doubt, MessageId, State
from bot.core.sections import Section
from bot.emigre.buttons import (
    AddThis,
    AskThisAnew,
    AskToClose,
    Close,
    OfferCase,
    ReadOwn,
    ShareCaseNow,
    StopSharing,
    TakeQuestionBack,
)
from bot.emigre.for_whom_screens import sent_words
from bot.emigre.own_screens import Unwished, called, to_doubts, to_draft, to_own, to_take_too
from bot.emigre.reading.buttons import to_article
from bot.relay.buttons import OpenRequest
from bot.relay.lapse_letters import to_reopen
from bot.relay.prospects import Prospects, prospects_words
from bot.relay.receipts import on_its_way, to_written
from bot.relay.voices import Voice, voice_names, voice_of
from bot.store.companions import Companion
from bot.store.requests import Request
from bot.ui.aliases import alias_name
from bot.ui.buttons import Ask, AskThis, home, to_urgent
from bot.ui.refusals import asks_no_more
from bot.ui.screen import Button, Receipt, Screen
from bot.ui.words import Translator

ABOUT_DECISIONS: Final = frozenset({Section.DECISION, Section.APPEAL, Section.REMOVAL, None})
"""Topics where somebody may have got a decision; None: nobody knows what it is about."""


def sent_screen(
    request: Request, answers: Sequence[Article], prospects: Prospects, tr: Translator
) -> Screen:
    """Say that the question is on its way, what happens next, and what does not wait for it.

    `answers`: what helps whoever waits: about the days to appeal, and what is a minor's.
    """
    text = tr(
        "Your question is on its way. Its code is <b>{code}</b>.\n\n"
        "When a volunteer takes it, we write to you here. To add to it, write here.\n\n"
        "{how_long}",
        code=request.code,
        how_long=prospects_words(prospects, tr),
    )
    if request.section in ABOUT_DECISIONS:
        text += "\n\n" + tr(
            "If you have got a decision, the days to appeal go on running while you wait."
        )
    rows = [
        [to_request(request, tr)],
        *([to_article(each)] for each in answers),
        [Button(tr("Back to the draft"), TakeQuestionBack(code=request.code))],
        [home(tr)],
    ]
    return Screen(text, rows, about=request.id)


def request_screen(
    request: Request,
    tr: Translator,
    *,
    may_ask: bool = True,
    case: Markup | None = None,
    companions: Sequence[Companion] = (),
    unwished: Unwished | None = None,
    unsent: bool = False,
    may_share: bool = False,
) -> Screen:
    """Show a request that was sent. `may_ask`: nobody has blocked who asked it.

    `case`: what is shown of their case; None: nothing, or it is not to be seen here now.
    `companions`: who reads it beside the helper.
    `unwished`: somebody helps whom its author does not want any more. `unsent`: it was deleted as
    a draft, so there is nothing to open again. `may_share`: there is a case that could be shown.
    """
    if request.state not in OPEN and not may_ask:
        return Screen(status_words(request, tr) + " " + asks_no_more(tr), [[home(tr)]])
    if request.state not in OPEN:
        text = status_words(request, tr) + " " + tr("You can ask again at any time.")
        rows = [
            [Button(tr("Read it all"), ReadOwn(code=request.code))],
            [Button(tr("Ask a person"), Ask())],
            [to_own(tr)],
            [home(tr)],
        ]
        was_open = request.helper_alias if request.state is State.CLOSED else not unsent
        return Screen(text, [[to_reopen(request, tr)], *rows] if was_open else rows)
    status = status_words(request, tr)
    if companions:
        names = voice_names([voice_of(each) for each in companions], tr)
        status += " " + tr("It is read by these too: {names}.", names=names)
    lines = [
        status,
        tr("What you write here now is added to it. To change what you wrote, edit your message."),
    ]
    if request.shares_case:
        seen = tr("Your helper sees with it:\n{case}", case=case) if case else _shared(tr)
        lines.insert(1, seen)
    if about := sent_words(request, tr):
        lines.insert(1, about)
    if unwished:
        lines.insert(1, tr("Somebody helps with it whom you did not want any more."))
    more = [[to_take_too(unwished, Doubt.OTHER, tr)]] if unwished else []
    if request.shares_case or may_share:
        more.append([_sharing(request, tr)])
    more += [[to_doubts(request, tr)]] if request.state in HELD else []
    rows = [
        *([[to_urgent(tr)]] if request.urgent else []),
        [Button(tr("Read it all"), ReadOwn(code=request.code)), to_written(request, tr)],
        *more,
        [Button(tr("Close the question"), AskToClose(code=request.code))],
        [to_own(tr)],
        [home(tr)],
    ]
    return Screen(Markup("\n\n").join(lines), rows, about=request.id)


def still_open_screen(request: Request, tr: Translator) -> Screen:
    """Say that a request stays open, and ask what is missing."""
    text = tr(
        "Question {code} stays open. Write here what is not clear yet: {helper} reads it.",
        code=request.code,
        helper=alias_name(request.helper_alias or "", tr),
    )
    return Screen(text, [[to_request(request, tr)], [home(tr)]], about=request.id)


def reopened_screen(request: Request, tr: Translator) -> Screen:
    """Say that a request is open again, and who reads it."""
    text = tr("Question {code} is open again, and waits for a volunteer.", code=request.code)
    if request.helper_alias:
        helper = alias_name(request.helper_alias, tr)
        text = tr("Question {code} is open again with {helper}.", code=request.code, helper=helper)
    text += " " + tr("What you write here now is added to it.")
    return Screen(text, [[to_request(request, tr)], [home(tr)]], about=request.id)


def offer_case_screen(request: Request, case: Markup, seal: str, tr: Translator) -> Screen:
    """Show what of a case a helper would see, before they do."""
    text = tr(
        "Show this of your case with question {code}? What you change in it later stays yours.\n\n"
        "{case}",
        code=request.code,
        case=case,
    )
    rows = [
        [Button(tr("No, do not show it"), OpenRequest(code=request.code))],
        [Button(tr("Yes, show it"), ShareCaseNow(code=request.code, seal=seal))],
        [home(tr)],
    ]
    return Screen(text, rows, about=request.id)


def _sharing(request: Request, tr: Translator) -> Button:
    if request.shares_case:
        return Button(tr("Do not show my case"), StopSharing(code=request.code))
    return Button(tr("Show my stage and next date"), OfferCase(code=request.code))


def _shared(tr: Translator) -> Markup:
    return tr("Your helper sees your stage and next date with it, as they were when you chose so.")


def shared_no_more(request: Request, tr: Translator) -> Markup:
    """Say who sees nothing of a case any more, and honestly who has seen it."""
    if request.helper_alias is None:
        return tr("Whoever takes your question sees nothing of your case.")
    name = alias_name(request.helper_alias, tr)
    return tr("If another takes it, they see nothing of your case. {name} has seen it.", name=name)


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


def receipt(request: Request, to: Sequence[Voice], message: MessageId, tr: Translator) -> Receipt:
    """Say where a message goes. `to`: who reads it."""
    if not to:
        return Receipt(tr("Added to your question {code}.", code=request.code))
    return on_its_way(to, message, tr)


def no_command(command: str, tr: Translator) -> Receipt:
    """Say that a word which looks like a command is none, and went nowhere."""
    return Receipt(
        tr(
            "There is no command {command} here, so it went nowhere. What you have written stays as"
            " it was: write on.",
            command=command,
        )
    )


def urgent_now_words(request: Request, tr: Translator) -> Markup:
    """Say that a question is urgent now."""
    return tr("Your question {code} is urgent now: we have told the volunteers.", code=request.code)


def urgent_now_screen(request: Request, tr: Translator, *, already: bool) -> Screen:
    """Say that a question that waits is urgent now, or that it was so `already`."""
    text = urgent_now_words(request, tr)
    if already:
        text = tr("Your question {code} is urgent already: it comes first.", code=request.code)
    return Screen(text, [[to_request(request, tr)], [home(tr)]], about=request.id)


def take_up(in_hand: Sequence[Request], tr: Translator) -> Button:
    """Return the button that makes a question of what was typed, or adds it to the one there is.

    Of several somebody chooses: it leads to all the ways (`ways_to_ask`).
    """
    if len(in_hand) == 1:
        return _to_add(in_hand[0], tr, alone=True)
    return Button(tr("Ask a person this"), AskThis())


def ways_to_ask(in_hand: Sequence[Request], tr: Translator) -> list[list[Button]]:
    """Return the ways to ask a person what was typed: in each question there is, or as another."""
    if not in_hand:
        return [[take_up(in_hand, tr)]]
    rows = [[_to_add(each, tr, alone=len(in_hand) == 1)] for each in in_hand]
    if all(each.state is not State.DRAFT for each in in_hand):
        rows.append([Button(tr("Ask this as a new question"), AskThisAnew())])
    return rows


def _to_add(request: Request, tr: Translator, *, alone: bool) -> Button:
    """Return the way to add what was typed to a question or to the draft; `alone`: to no other."""
    if request.state is State.DRAFT:
        return Button(tr("Add to the draft"), AskThis() if alone else AskThisAnew())
    words = tr("Add to question {code}", code=request.code)
    if not alone:
        # Translators: {question} is a code and a topic; the whole must be short
        words = tr("To {question}", question=called(request, tr))
    elif request.helper_alias:
        words = tr("Send this to your helper")
    return Button(words, AddThis(code=request.code))


def to_request(current: Request, tr: Translator) -> Button:
    """Return the way to a request, or to the draft."""
    if current.state is State.DRAFT:
        return to_draft(tr)
    return Button(tr("My question {code}", code=current.code), OpenRequest(code=current.code))


def status_words(request: Request, tr: Translator) -> Markup:
    """Say where a request stands."""
    code = request.code
    if request.state is State.DRAFT:
        return tr("You have a question that is not sent yet.")
    if request.state is State.WITHDRAWN:
        return tr("Question {code} was withdrawn.", code=code)
    if request.state is State.CLOSED:
        return tr("Question {code} is closed.", code=code)
    sign = Markup("❗ ") if request.urgent else Markup("")
    if request.helper_alias is None:
        return sign + tr("Your question {code} waits for a volunteer.", code=code)
    name = alias_name(request.helper_alias, tr)
    if request.state is State.ANSWERED:
        return sign + tr("Your question {code} has an answer from {name}.", code=code, name=name)
    return sign + tr("Your question {code} is with {name}.", code=code, name=name)
