"""What coordinators see of who is blocked: codes and days. Pure: data in, screen out."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.coordination.buttons import AskToUnban, Ban, ShowBans, Unban
from bot.core.clock import today
from bot.core.outgoing import Letter
from bot.store import bans
from bot.store.requests import Request
from bot.ui.buttons import GoHomeBelow, ShowQueue, home
from bot.ui.pages import page_of, turning
from bot.ui.screen import Button, Screen
from bot.ui.words import Translator


def which_code_screen(tr: Translator, *, code: str) -> Screen:
    """Say how to name a request; `code`: what was typed, which names none."""
    text = tr(
        "To block whoever asked a question, send /block and the code of the question. An"
        " example: /block K7M2P"
    )
    if code:
        text = tr("There is no question with the code you sent, or it is your own.") + "\n\n" + text
    return Screen(text, [[Button(tr("The queue"), ShowQueue())], [home(tr)]])


def ask_to_ban_screen(request: Request, tr: Translator, *, alone: bool) -> Screen:
    """Ask once more before somebody is blocked. `alone`: no other coordinator has to say yes."""
    text = tr("Block whoever asked question {code}?", code=request.code)
    text += "\n\n" + block_means(tr)
    yes = tr("Yes, block")
    if not alone:
        text += "\n\n" + tr("Another coordinator has to say yes within a day.")
        yes = tr("Ask the others")
    rows = [
        [Button(tr("No, leave it as it is"), ShowQueue())],
        [Button(yes, Ban(code=request.code))],
        [home(tr)],
    ]
    return Screen(text, rows)


def block_means(tr: Translator) -> Markup:
    """Say what a block does, and what it does not."""
    return tr(
        "• What they have open closes, and they can ask no more.\n"
        "• They can still read the answers by topic, get what you write to everybody, and see and"
        " erase what is kept about them.\n"
        "• Nobody here learns who it is.\n"
        "• You can lift the block at any time. After a year it ends by itself."
    )


def block_letter(request: Request, tr: Translator) -> Letter:
    """Tell who wished a block that it is there."""
    text = tr("The yes is there. Whoever asked question {code} is blocked now.", code=request.code)
    return Letter(str(text), [[Button(tr("Home"), GoHomeBelow()).as_key()]])


def banned_already_screen(request: Request, tr: Translator) -> Screen:
    """Say that somebody is blocked already."""
    text = tr("Whoever asked question {code} is blocked already.", code=request.code)
    return Screen(text, [[Button(tr("Blocked"), ShowBans())], [home(tr)]])


def bans_screen(blocked: Sequence[bans.Ban], page: int, tr: Translator) -> Screen:
    """List who is blocked."""
    text = tr("<b>Blocked</b>\n\nBy the code of a question and the day. Tap one to lift it.")
    if not blocked:
        text = tr("Nobody is blocked.")
    shown = page_of(blocked, page)
    rows = [
        [
            Button(
                tr("{code} · {day}", code=each.code, day=tr.day(today(each.banned_at))),
                AskToUnban(code=each.code),
            )
        ]
        for each in shown.items
    ]
    rows += turning(shown, ShowBans, tr)
    return Screen(text, [*rows, [Button(tr("The queue"), ShowQueue())], [home(tr)]])


def ask_to_unban_screen(code: str, tr: Translator) -> Screen:
    """Ask once more before somebody may ask again."""
    text = tr(
        "Let whoever asked question {code} ask again? They are told that they can.", code=code
    )
    rows = [
        [Button(tr("No, leave it as it is"), ShowBans())],
        [Button(tr("Yes, let them ask"), Unban(code=code))],
        [home(tr)],
    ]
    return Screen(text, rows)
