"""What became of what was typed, in words that both sides read. Pure: data in, words out.

A letter that is stored is certain to be tried, not to arrive: nothing here says more.
"""

from collections.abc import Sequence
from enum import Enum, auto

from bot.core.identity import HIDDEN
from bot.core.requests import MessageId
from bot.relay.buttons import ShowWritten, TakeBack
from bot.relay.voices import Voice, voice_names
from bot.store.requests import Request
from bot.ui.buttons import home
from bot.ui.kinds import Becomes
from bot.ui.refusals import not_passed
from bot.ui.screen import Button, Receipt, Screen
from bot.ui.words import Translator


def on_its_way(to: Sequence[Voice], message: MessageId, tr: Translator) -> Receipt:
    """Say to whom a message goes: everybody who reads it."""
    text = tr("On its way to {name}.", name=voice_names(to, tr))
    if len(to) > 1:
        text = tr("On its way. All of these read it: {names}.", names=voice_names(to, tr))
    return Receipt(text, [[Button(tr("Delete on the other side"), TakeBack(message=message))]])


def change_on_its_way(to: Sequence[Voice], tr: Translator) -> Receipt:
    """Say that the others will see a change."""
    return Receipt(tr("The change is on its way to {name}.", name=voice_names(to, tr)))


def with_cut(receipt: Receipt, tr: Translator) -> Receipt:
    """Add that what an author had left out of their words stays out of a change of them."""
    cut = tr("What could tell who you are is left out, as you wished: {mark}.", mark=HIDDEN)
    return Receipt(receipt.text + "\n\n" + cut, receipt.rows)


def unchanged(tr: Translator) -> Receipt:
    """Say that a change changes nothing of what others read."""
    return Receipt(tr("Your question stays as it was."))


def changed_unread(tr: Translator) -> Receipt:
    """Say that a change was made while nobody has the question."""
    return Receipt(tr("Changed. Whoever takes the question reads it so."))


def changed_practice(tr: Translator) -> Receipt:
    """Say that a practice answer was changed."""
    return Receipt(tr("Practice: changed, and nobody sees it."))


def change_too_late(tr: Translator) -> Receipt:
    """Say that a change goes nowhere."""
    return Receipt(tr("This question is closed: the change was not passed on."))


def change_after_deletion(tr: Translator) -> Receipt:
    """Say that words which their author took back are not passed on anew by a change."""
    return Receipt(
        tr("You have deleted this message: the change was not passed on. To say it, write it anew.")
    )


def not_yours_now(tr: Translator) -> Receipt:
    """Say to who had a question that what was said in it stays as it is."""
    return Receipt(tr("This question is not yours any more. Nothing has changed."))


def change_not_text(tr: Translator) -> Receipt:
    """Say that a picture or file put in the place of words changes nothing on the other side."""
    return Receipt(
        tr(
            "This change was shown to nobody: for now only text is passed on. What you had written"
            " stands as it was."
        )
    )


def not_text(kind: Becomes, tr: Translator) -> Receipt:
    """Say that a message without words is not passed on, and what to do instead."""
    return Receipt(not_passed(kind, tr))


class Fate(Enum):
    """What became of words that their author took back."""

    UNREAD = auto()
    """Nobody had the question."""
    UNSENT = auto()
    """They had not left yet."""
    DELETED = auto()
    """They had left, and are being deleted where they are."""
    UNCERTAIN = auto()
    """A copy may stand there of which nobody knows the number."""


def taken_back(tr: Translator, fate: Fate, *, request: Request | None) -> Screen:
    """Say what becomes of words that were taken back, and lead on in one's own `request`."""
    text = {
        Fate.UNREAD: tr("It is deleted. Nobody had read it."),
        Fate.UNSENT: tr("It is taken back in time: it had not been sent, and nobody gets it."),
        Fate.DELETED: tr("It had left, and is being deleted on the other side."),
        Fate.UNCERTAIN: tr(
            "It will not be sent again. A first copy may have arrived all the same: the connection"
            " broke. We cannot delete that one."
        ),
    }[fate]
    if request is None:
        text += " " + tr("To say it otherwise, write it anew.")
        return Screen(text, [[home(tr)]])
    text += " " + tr("In this chat it still stands: delete it here yourself.")
    return Screen(text, [[to_written(request, tr)], [home(tr)]], about=request.id)


def to_written(request: Request, tr: Translator) -> Button:
    """Lead to what somebody wrote in their question."""
    return Button(tr("Delete something I wrote"), ShowWritten(code=request.code))
