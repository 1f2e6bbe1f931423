"""What somebody sees who asks for another, or as a minor alone. Pure: data in, screens out.

What is theirs by law is never said here: the answer with its sources, one tap away, says it.
"""

from markupsafe import Markup

from bot.core.asking import ForWhom
from bot.emigre.buttons import SayForWhom, ShowForWhom
from bot.emigre.own_screens import to_draft
from bot.store.requests import Request
from bot.ui.buttons import home
from bot.ui.for_whom import for_whom_name
from bot.ui.screen import Button, Expects, Screen
from bot.ui.words import Translator


def for_whom_screen(tr: Translator) -> Screen:
    """Ask whom a draft is about; nobody has to say."""
    text = tr(
        "<b>Who is it about?</b>\n\nYou need not say. If you do, whoever helps with your question"
        " sees it, and nobody else in the team."
    )
    rows = [[_to_say(for_whom, tr)] for for_whom in ForWhom]
    return Screen(text, [*rows, [to_draft(tr)], [home(tr)]], expects=Expects.DRAFT)


def kind_text(tr: Translator) -> Markup:
    """Say to a minor who is alone that it was right to write."""
    return tr("<b>It is good that you write.</b> Your question is not sent yet.")


def draft_words(draft: Request, tr: Translator, *, young: bool) -> Markup | None:
    """Return what a draft says of whom it is about; `young`: its words sound like a minor's."""
    if draft.for_whom is ForWhom.OTHER:
        return tr(
            "You ask for somebody else. Leave out their name, numbers and address, and if you can,"
            " ask for their yes first. A volunteer can say how things usually go, and whom to ask."
            " Of anybody’s own case they know nothing, and we tell nobody, not even relatives, who"
            " writes here."
        )
    if draft.for_whom is ForWhom.MINOR:
        return tr(
            "You are under 18 and alone here: your question comes before others. Your helper needs"
            " neither your name nor where you live."
        )
    if draft.for_whom is None and young:
        return tr(
            "If you are under 18 and alone here, say so with the button below: then your question"
            " comes before others."
        )
    return None


def draft_rows(draft: Request, tr: Translator, *, young: bool) -> list[list[Button]]:
    """Return the buttons of a draft that say whom it is about."""
    rows = [[Button(tr("Who is it about?"), ShowForWhom())]]
    if draft.for_whom is None and young:
        rows.insert(0, [_to_say(ForWhom.MINOR, tr)])
    return rows


def sent_words(request: Request, tr: Translator) -> Markup | None:
    """Return what the helper of a request sees of whom it is about."""
    if request.for_whom is ForWhom.OTHER:
        return tr("Your helper sees that you ask for somebody else.")
    if request.for_whom is ForWhom.MINOR:
        return tr("Your helper sees that you are under 18 and alone here.")
    return None


def _to_say(for_whom: ForWhom, tr: Translator) -> Button:
    return Button(for_whom_name(for_whom, tr), SayForWhom(for_whom=for_whom))
