"""An émigré's screens. Pure: data in, screen out."""

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from bot.core.requests import State
from bot.emigre.buttons import AddThis, AskToClose, Close, DropDraft, SendDraft
from bot.relay.buttons import OpenRequest, TakeBack
from bot.store.requests import Request, Said
from bot.ui.aliases import alias_name
from bot.ui.buttons import Ask, AskThis, ShowKept, ShowLanguages, home
from bot.ui.screen import Button, Expects, Receipt, Screen
from bot.ui.words import Translator

LONGEST_PREVIEW: Final = 3000
"""Characters of a draft that its preview shows; a longer one is sent whole all the same."""


def home_screen(request: Request | None, tr: Translator, *, typed: bool = False) -> Screen:
    """Show what matters now. `typed`: text came in that nothing was waiting for."""
    lines = [tr("How can we help?")]
    if typed and request:
        lines = [
            tr("Nothing was sent yet. Does this belong to your question {code}?", code=request.code)
        ]
    elif typed:
        lines = [tr("If this is a question for a person, tap “Ask this”. Nothing was sent yet.")]
    if request:
        lines.append(_status(request, tr))
    lines.append(tr("In an emergency in Finland, call 112."))
    rows = [[_take_up(request, tr)]] if typed else []
    if request:
        rows.append([_open(request, tr)])
    elif not typed:
        rows.append([Button(tr("Ask a person"), Ask())])
    rows.append([Button(tr("What is kept about me"), ShowKept())])
    rows.append([Button(tr("Language"), ShowLanguages())])
    return Screen(Markup("\n\n").join(lines), rows, quotes=typed)


def kept_screen(tr: Translator) -> Screen:
    """Say in plain words what is kept, and why."""
    text = tr(
        "<b>What we keep, and why</b>\n\n"
        "• Your Telegram number, encrypted: to answer you.\n"
        "• Your language.\n"
        "• Your questions and the answers, encrypted: until 30 days after a question is closed."
        " One that you have not sent goes after 30 days.\n\n"
        "Helpers see what you write, its language, and a plant's name in place of yours."
        " Nothing else.\n\n"
        "Telegram itself can read what is written to a bot. Leave out names, addresses and"
        " document numbers."
    )
    return Screen(text, [[home(tr)]])


def ask_screen(tr: Translator) -> Screen:
    """Invite to write a question."""
    text = tr(
        "Write your question here, in one message or several. You will see it before it goes."
        "\n\nOne volunteer reads it, without learning who you are. Leave out names, addresses"
        " and document numbers."
    )
    return Screen(text, [[home(tr)]], expects=Expects.DRAFT)


def draft_screen(messages: Sequence[Said], tr: Translator) -> Screen:
    """Show what will be sent."""
    written = "\n\n".join(said.text for said in messages)
    shown = written if len(written) <= LONGEST_PREVIEW else written[:LONGEST_PREVIEW] + " …"
    text = tr(
        "This will be sent:\n\n<blockquote>{shown}</blockquote>\n\nSend it, or write more.",
        shown=shown,
    )
    rows = [
        [Button(tr("Send"), SendDraft())],
        [Button(tr("Delete the draft"), DropDraft())],
        [home(tr)],
    ]
    return Screen(text, rows, expects=Expects.DRAFT)


def full_screen(most: int, tr: Translator) -> Screen:
    """Say that a draft can take no more messages."""
    text = tr(
        "A question can have {most} messages. Send it now; you can add more later.", most=most
    )
    rows = [[Button(tr("Send"), SendDraft())], [home(tr)]]
    return Screen(text, rows, expects=Expects.DRAFT)


def sent_screen(request: Request, tr: Translator) -> Screen:
    """Say that the question is on its way, and what happens next."""
    text = tr(
        "Your question is on its way. Its code is <b>{code}</b>.\n\n"
        "When a volunteer takes it, we write to you here. To add to it, write here.",
        code=request.code,
    )
    return Screen(text, [[_open(request, tr)], [home(tr)]], about=request.id)


def request_screen(request: Request, tr: Translator) -> Screen:
    """Show a request that was sent; beneath what was tapped, which may be an answer."""
    over = request.state in {State.CLOSED, State.WITHDRAWN}
    lines = [_status(request, tr)]
    if not over:
        lines.append(tr("What you write here now is added to it."))
    rows = [[home(tr)]]
    if not over:
        rows.insert(0, [Button(tr("Close the question"), AskToClose(code=request.code))])
    about = None if over else request.id
    return Screen(Markup("\n\n").join(lines), rows, about=about, below=True)


def close_screen(request: Request, tr: Translator) -> Screen:
    """Ask once more before closing."""
    text = tr(
        "Close question {code}? The helper will no longer see new messages.", code=request.code
    )
    rows = [
        [Button(tr("No, keep it open"), OpenRequest(code=request.code))],
        [Button(tr("Yes, close it"), Close(code=request.code))],
    ]
    return Screen(text, rows)


def receipt(request: Request, message: int, tr: Translator) -> Receipt:
    """Say where a message went."""
    if request.helper_alias is None:
        return Receipt(tr("Added to your question {code}.", code=request.code))
    text = tr("Sent to {name}.", name=alias_name(request.helper_alias, tr))
    return Receipt(text, [[Button(tr("Delete on the other side"), TakeBack(message=message))]])


def not_text_receipt(tr: Translator) -> Receipt:
    """Say that only text can be passed on, for now."""
    return Receipt(
        tr("For now I can pass on text only. Please write it in words. Nothing else was lost.")
    )


def _status(request: Request, tr: Translator) -> Markup:
    code = request.code
    if request.state in {State.CLOSED, State.WITHDRAWN}:
        return tr("Question {code} is closed.", code=code)
    if request.helper_alias is None:
        return tr("Your question {code} waits for a volunteer.", code=code)
    name = alias_name(request.helper_alias, tr)
    if request.state is State.ANSWERED:
        return tr("Your question {code} has an answer from {name}.", code=code, name=name)
    return tr("Your question {code} is with {name}.", code=code, name=name)


def _take_up(request: Request | None, tr: Translator) -> Button:
    """Return the button that makes something of what was typed."""
    if request is None:
        return Button(tr("Ask this"), AskThis())
    return Button(tr("Add to question {code}", code=request.code), AddThis(code=request.code))


def _open(request: Request, tr: Translator) -> Button:
    return Button(tr("My question {code}", code=request.code), OpenRequest(code=request.code))
