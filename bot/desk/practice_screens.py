"""What a practice question says. Pure: data in, letters and receipts out."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.core.outgoing import Letter
from bot.core.requests import MessageId
from bot.core.telltale import Telltale
from bot.relay.buttons import AskToCloseHeld, TakeBack
from bot.relay.eyes_letters import asks_who_they_are
from bot.relay.letters import title
from bot.store.requests import Request
from bot.ui.screen import Button, Receipt
from bot.ui.telltales import telltale_lines
from bot.ui.words import Translator


def question(request: Request, tr: Translator) -> Letter:
    """Return the made-up question."""
    words = tr(
        "Hello. My asylum interview is next week and I am scared. Can somebody come with me? And"
        " what do I do if I do not understand the interpreter?"
    )
    return Letter(str(Markup("<b>{}</b>\n{}").format(title(request, tr), words)))


def reply(request: Request, tr: Translator) -> Letter:
    """Return what follows the first answer: that it reached nobody, and what is good to know."""
    words = tr(
        "Nobody got your answer: this was practice. Thank you for it.\n\n"
        "Good to know:\n"
        "• A calm word first. Then one thing at a time, in short sentences.\n"
        "• Say where it is written. If you are not sure, say so, and ask another volunteer.\n"
        "• Promise no outcome. Ask for no names, addresses or document numbers.\n"
        "• To change an answer, edit your message. “Delete on the other side” takes it back.\n"
        "• If you cannot go on, hand the question back.\n"
        "• When everything is answered, close the question. Try it now."
    )
    close = Button(tr("Close the question"), AskToCloseHeld(code=request.code))
    return Letter(
        str(Markup("<b>{}</b>\n{}").format(title(request, tr), words)), [[close.as_key()]]
    )


def kept_receipt(
    message: MessageId,
    tr: Translator,
    *,
    would_wait: Sequence[Telltale] = (),
    asks_who: bool = False,
) -> Receipt:
    """Say that an answer goes to nobody, with the button that a real one has.

    `would_wait`: what in it would make a real one wait for a second pair of eyes; `asks_who`: it
    asks who somebody is, and of a real one its writer would be asked first.
    """
    text = tr("Practice: this goes to nobody.")
    if asks_who:
        text = Markup("\n\n").join([text, asks_who_they_are(tr)])
    if would_wait:
        wait = tr(
            "A real answer would wait until somebody else of the team has seen it, because it"
            " holds:\n{lines}",
            lines=telltale_lines(would_wait, tr),
        )
        text = Markup("\n\n").join([text, wait])
    return Receipt(text, [[Button(tr("Delete on the other side"), TakeBack(message=message))]])
