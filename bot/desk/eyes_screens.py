"""What who looks at another's answer sees, and who wrote it. Pure: data in, screens out."""

from bot.core.eyes import HeldState
from bot.store.requests import Request
from bot.ui.buttons import GoHomeBelow, home
from bot.ui.screen import Button, Screen, Toast
from bot.ui.words import Translator


def below_screen(request: Request, tr: Translator) -> Screen:
    """Say that an answer stands beneath."""
    text = tr("The answer in question {code} stands below.", code=request.code)
    return Screen(text, [[Button(tr("Home"), GoHomeBelow())]])


def let_go_screen(request: Request, tr: Translator) -> Screen:
    """Thank who has let an answer go."""
    text = tr(
        "The answer in question {code} is on its way. Thank you for looking.", code=request.code
    )
    return Screen(text, [[home(tr)]])


def sent_back_screen(request: Request, tr: Translator) -> Screen:
    """Thank who has sent an answer back."""
    text = tr(
        "The answer in question {code} is back with its writer, who is told why. Thank you for"
        " looking.",
        code=request.code,
    )
    return Screen(text, [[home(tr)]])


def deleted_screen(tr: Translator) -> Screen:
    """Say that an answer is deleted that had not gone."""
    text = tr("It is deleted, and goes to nobody. In this chat it still stands.")
    return Screen(text, [[home(tr)]])


def warned(screen: Screen, tr: Translator) -> Screen:
    """Add to a question about closing or handing back that an answer still waits."""
    return screen.ending(tr("An answer of yours has not gone yet: it is not sent then."))


def over_toast(state: HeldState | None, tr: Translator) -> Toast:
    """Say that there is nothing to decide; None: nothing at all is there."""
    if state in {HeldState.RELEASED, HeldState.SENT_BACK}:
        return Toast(tr("Somebody has decided this already. Thank you for looking."))
    return Toast(tr("This answer is not there any more."))


def for_others_toast(tr: Translator) -> Toast:
    """Say that somebody may not look."""
    return Toast(tr("This answer is for others to look at."))


def none_waits_toast(tr: Translator) -> Toast:
    """Say that a coordinator has nothing to look at."""
    return Toast(tr("No answer waits for your eyes."))


def changed_toast(tr: Translator) -> Toast:
    """Say that other words stand there now than were seen."""
    return Toast(tr("It was changed since: the new words stand below."))


def shorten_toast(tr: Translator) -> Toast:
    """Say how to make an answer shorter."""
    return Toast(
        tr("Edit your message and make it shorter: then it goes at once. Nothing was sent yet.")
    )


def change_toast(tr: Translator) -> Toast:
    """Say how to change an answer that asks who somebody is."""
    return Toast(
        tr("Edit your message and leave that out: then it goes at once. Nothing was sent yet.")
    )


def seen_to_toast(tr: Translator) -> Toast:
    """Say that a button of one's own answer has nothing more to do."""
    return Toast(tr("This has been seen to already."))
