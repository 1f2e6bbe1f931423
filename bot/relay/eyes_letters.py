"""What is said of an answer that did not go at once: to who wrote it, and to who looks. Pure.

Who looks reads the answer alone, and neither side's name.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from markupsafe import Markup, escape

from bot.core.eyes import HeldState, Reason
from bot.core.outgoing import Letter
from bot.core.requests import OPEN, MessageId, seal_of
from bot.core.telltale import Telltale
from bot.relay.buttons import TakeBack
from bot.relay.eyes_buttons import (
    ChangeIt,
    DropHeld,
    LetGo,
    Look,
    LookNext,
    SendAsItIs,
    SendBack,
    ShortenIt,
)
from bot.relay.letters import title
from bot.relay.written import excerpt
from bot.store.eyes import HeldAnswer
from bot.store.requests import Request
from bot.ui.buttons import GoHomeBelow
from bot.ui.screen import LONGEST_TEXT, Button, Receipt
from bot.ui.split import split
from bot.ui.telltales import telltale_lines
from bot.ui.words import Translator, mark

ROOM_AROUND: Final = 700
"""Characters that stand around the words which somebody looks at: what they are, why they wait."""
REASONS: Final = {
    Reason.LEADS_AWAY: (
        mark("Back: it leads people away from here"),
        mark("it leads people away from here"),
    ),
    Reason.MONEY: (mark("Back: it asks for money"), mark("it asks for money")),
    Reason.WRONG: (
        mark("Back: something is wrong or dangerous"),
        mark("something in it is wrong or dangerous"),
    ),
    Reason.UNCLEAR: (mark("Back: it is not clear"), mark("it is not clear")),
}
"""What stands on the button, and what the writer is told."""


def seal(request: Request, held: HeldAnswer) -> str:
    """Return a mark of an answer as it is shown (`core.requests.seal_of`)."""
    return seal_of(request.code, [held.written.text])


def held_receipt(
    held: HeldAnswer,
    found: Sequence[Telltale],
    tr: Translator,
    *,
    anybody: bool,
    is_typed: bool,
    again: bool = False,
) -> Receipt:
    """Say that an answer waits, why, and what its writer can do.

    `anybody`: there is who could look; `is_typed`: its writer has a message of their own to
    change; `again`: the words are new in the place of others that waited. Of an edit of what had
    gone it says what is read until then.
    """
    lines = telltale_lines(found, tr)
    why = tr("This waits for a second pair of eyes, because it holds:\n{lines}", lines=lines)
    until = tr("Nobody has got it yet.")
    if held.changes:
        why = tr(
            "This change waits for a second pair of eyes, because it holds:\n{lines}", lines=lines
        )
        until = tr("Until then the other side has your words as they were.")
    who = tr("Nobody else in the team can look now: it waits until somebody can.")
    if anybody:
        who = tr("Somebody else of the team sees this alone, and lets it go or sends it back.")
    advice = tr("If you take this out of your message, it goes at once.")
    if not is_typed:
        advice = tr("If you write an answer without this, that one goes at once.")
    parts = [why, Markup(" ").join([until, who, advice])]
    if again:
        parts.insert(0, tr("It waits with the new words."))
    return Receipt(Markup("\n\n").join(parts), [[_delete(held, tr)]])


def receipt_now(state: HeldState, tr: Translator) -> Letter:
    """Say beneath an answer what became of it, in the place of that it waits."""
    text = {
        HeldState.RELEASED: tr("Somebody has looked at this, and let it go."),
        HeldState.SENT_BACK: tr("Somebody has looked at this, and it was not sent: see below."),
        HeldState.DROPPED: tr("This was not sent: the question is not yours any more, or closed."),
    }.get(state, tr("This waits no more: you have changed or deleted it."))
    return Letter(str(text))


def change_receipt_now(state: HeldState, said: MessageId, tr: Translator) -> Letter:
    """Say the same of a change of words that had gone: these stay in their writer's hand."""
    text = {
        HeldState.RELEASED: tr("Somebody has looked at this change, and let it go."),
        HeldState.SENT_BACK: tr(
            "Somebody has looked at this change, and it was not sent: see below. The other side has"
            " your words as they were."
        ),
        HeldState.DROPPED: tr(
            "The change was not sent: the question is not yours any more, or closed."
        ),
    }.get(state, tr("The change waits no more: you have changed it again, or deleted it."))
    if state is HeldState.DROPPED:
        return Letter(str(text))
    return Letter(str(text), [[_delete_there(said, tr)]])


def unchanged_receipt(tr: Translator) -> Receipt:
    """Say that an edit which waited is over: the words are again those that had gone."""
    return Receipt(tr("The change waits no more: the other side has your words as they were."))


def asking_receipt(
    held: HeldAnswer, tr: Translator, *, messages: int, asks_who: bool, is_typed: bool
) -> Receipt:
    """Ask whether to send an answer as it is.

    `messages`: as how many it would arrive; `asks_who`: it asks who somebody is; `is_typed`: its
    writer has a message of their own to change.
    """
    lines = [asks_who_they_are(tr)] if asks_who else []
    if messages > 1:
        lines.append(
            tr(
                "This is long: it would arrive as {n} messages. Nothing was sent yet. On a phone, a"
                " short answer is read more easily.",
                n=messages,
            )
        )
    else:
        lines.append(tr("It has not gone yet."))
    change = Button(tr("Change my message"), ChangeIt()) if asks_who else None
    other = [change or Button(tr("Shorten it"), ShortenIt())] if is_typed else []
    rows = [[Button(tr("Send it as it is"), SendAsItIs(held=held.id))], [*other, _delete(held, tr)]]
    return Receipt(Markup("\n\n").join(lines), rows)


def asks_who_they_are(tr: Translator) -> Markup:
    """Say of an answer that it asks who somebody is."""
    return tr(
        "This asks for something that could tell who they are. They may stay unknown, and an answer"
        " seldom needs it."
    )


def released_letter(request: Request, tr: Translator, *, said: MessageId) -> Letter:
    """Tell a helper that their answer goes now."""
    news = tr("Your answer was let go: it is on its way.")
    return replace(_to_writer(request, news, tr), keyboard=[[_delete_there(said, tr)]])


def unseen_letter(request: Request, tr: Translator) -> Letter:
    """Tell a helper that nobody has looked at their answer yet, and what they can do."""
    news = tr(
        "Nobody has looked at your answer yet. Whoever may is asked again. Without what made it"
        " wait it goes at once: change your message, or write an answer without that."
    )
    return _to_writer(request, news, tr)


def sent_back_letter(
    request: Request, tr: Translator, *, text: str, why: Reason, is_typed: bool
) -> Letter:
    """Tell a helper that their answer, of this `text`, does not go so, and why.

    `is_typed`: they have a message of their own to change.
    """
    news = tr(
        "Your answer “{beginning}” was not sent. Somebody of the team who saw it says: {why}.",
        beginning=excerpt(text),
        why=tr(REASONS[why][1]),
    )
    then = tr("Edit your message, or write it anew.") if is_typed else tr("Please write it anew.")
    return _to_writer(request, Markup(" ").join([news, then]), tr)


def dropped_letter(request: Request, tr: Translator) -> Letter:
    """Tell a helper that their answer went nowhere: the question is over, or theirs no more."""
    why = tr("It was not sent, because the question is closed.")
    if request.state in OPEN:
        why = tr("It was not sent, because the question is not yours any more.")
    news = tr("An answer of yours had not gone yet.") + " " + why
    return _to_writer(request, news, tr)


def restored_letter(request: Request, tr: Translator) -> Letter:
    """Tell a helper that nobody knows what became of an answer since a copy was made."""
    news = tr(
        "An answer of yours waited for a second pair of eyes when the copy was made. It may have"
        " been looked at since, and that is lost here: so it does not go by itself. If it is still"
        " needed, please send it again."
    )
    return _to_writer(request, news, tr)


def looked_letter(tr: Translator) -> Letter:
    """Put in the place of words that somebody looked at who is not of the team any more."""
    return Letter(str(tr("This answer is not there any more.")))


def notice(
    request: Request, held: HeldAnswer, tr: Translator, *, again: bool, silent: bool
) -> Letter:
    """Ask somebody to look, without a word of the answer."""
    text = tr("An answer waits for a second look, question {code}.", code=request.code)
    if again:
        text = tr("An answer still waits for a second look, question {code}.", code=request.code)
    if request.urgent:
        text = Markup("❗ ") + text
    key = Button(tr("Look at it"), Look(held=held.id)).as_key()
    return Letter(str(text), [[key]], silent=silent)


def words(
    request: Request, held: HeldAnswer, found: Sequence[Telltale], tr: Translator
) -> list[Letter]:
    """Show an answer to who looks; the last part has what they can do."""
    heading = tr("<b>Question {code}: an answer that waits</b>", code=request.code)
    parts = [
        Markup("{}\n{}").format(heading, escape(part))
        for part in split(held.written.text, LONGEST_TEXT - ROOM_AROUND)
    ]
    why = tr("It waits because it holds:\n{lines}", lines=telltale_lines(found, tr))
    *before, last = parts
    keys = [[button.as_key()] for button in _decisions(request, held, tr)]
    return [
        *(Letter(str(part), protect=True) for part in before),
        Letter(str(Markup("\n\n").join([last, why])), keys, protect=True),
    ]


def waits_for_eyes(answers: int, tr: Translator) -> Markup:
    """Tell a coordinator how many answers wait for eyes: of each they were told before."""
    return tr.plural(
        "{n} answer waits for a second look.", "{n} answers wait for a second look.", answers
    )


def to_look(tr: Translator) -> Button:
    """Return the way to the answer that has waited longest for eyes."""
    return Button(tr("Look at an answer that waits"), LookNext())


def became(request: Request, state: HeldState, tr: Translator) -> Letter:
    """Put in the place of a notice what became of the answer."""
    text = tr("The answer in question {code} needs no second look any more.", code=request.code)
    if state is HeldState.RELEASED:
        text = tr("The answer in question {code} was let go.", code=request.code)
    elif state is HeldState.SENT_BACK:
        text = tr("The answer in question {code} went back to its writer.", code=request.code)
    return Letter(str(text))


def _to_writer(request: Request, news: Markup, tr: Translator) -> Letter:
    return Letter(str(Markup("<b>{}</b>\n{}").format(title(request, tr), news)))


def _decisions(request: Request, held: HeldAnswer, tr: Translator) -> list[Button]:
    as_seen = seal(request, held)
    back = [
        Button(tr(label), SendBack(held=held.id, seal=as_seen, why=why))
        for why, (label, _) in REASONS.items()
    ]
    go = Button(tr("Let it go"), LetGo(held=held.id, seal=as_seen))
    return [go, *back, Button(tr("Home"), GoHomeBelow())]


def _delete_there(said: MessageId, tr: Translator) -> dict[str, str]:
    return Button(tr("Delete on the other side"), TakeBack(message=said)).as_key()


def _delete(held: HeldAnswer, tr: Translator) -> Button:
    return Button(tr("Delete it"), DropHeld(held=held.id))
