"""How we work, in words. Pure: data in, screen out."""

from markupsafe import Markup

from bot.desk.buttons import AgreeToConduct
from bot.ui.buttons import home
from bot.ui.screen import Button, Screen
from bot.ui.words import Translator


def conduct_screen(tr: Translator, *, agreed: bool, code: str = "") -> Screen:
    """Show how we work. `code`: of the question that waits for the yes."""
    text = tr(
        "<b>How we work</b>\n\n"
        "• Nobody is asked who they are, or where they live.\n"
        "• We write here alone: no private chats, no numbers, no money.\n"
        "• We say what we know and from where, and what we do not know. Days count by the person's"
        " own paper.\n"
        "• Nothing is promised that others decide.\n"
        "• What we read stays here: no copies, no pictures of the screen.\n"
        "• In danger: 112 first.\n"
        "• Too much? Hand it back: nobody asks why."
    )
    if agreed:
        return Screen(text, [[home(tr)]])
    words = tr("I agree: go on with {code}", code=code) if code else tr("I agree")
    return Screen(text, [[Button(words, AgreeToConduct(code=code))], [home(tr)]])


def thanks(tr: Translator) -> Markup:
    """Thank for the yes."""
    return tr("Thank you. Now you can take questions.")
