"""A sentence for each reason why a rule says no."""

from markupsafe import Markup

from bot.core.requests import Why
from bot.ui.kinds import Becomes
from bot.ui.words import Translator


def text_alone(tr: Translator) -> Markup:
    """Say that something typed or sent is no text, and went nowhere."""
    return tr("This was shown to nobody: for now only text is passed on. Please write it in words.")


def not_passed(kind: Becomes, tr: Translator) -> Markup:
    """Say that a message without words went nowhere, why, and what to do instead."""
    never = {
        Becomes.CARD: tr(
            "This was shown to nobody: contact cards are never passed on. By a name and a number a"
            " person can be found. Please say in words what it is about."
        ),
        Becomes.PLACE: tr(
            "This was shown to nobody: places on a map are never passed on. They tell where a"
            " person is. Please say in words what it is about; if the place matters, the town is"
            " enough."
        ),
        Becomes.VIDEO: tr(
            "This was shown to nobody: videos are never passed on. By a face, a voice or a room a"
            " person can be recognised. Please say in words what is in it."
        ),
    }
    return never[kind] if kind in never else text_alone(tr)


def leave_out_code(tr: Translator) -> Markup:
    """Warn whoever typed a personal identity code."""
    return tr(
        "Your text has a personal identity code (henkilötunnus) in it. Nobody here needs it: delete"
        " or edit your message."
    )


def not_kept(tr: Translator) -> Markup:
    """Say that a text with an identity code is not kept, and that it is not lost."""
    return tr("So it is not kept, and what was kept here is as it was. Your text is still above.")


def asks_no_more(tr: Translator) -> Markup:
    """Say kindly to who is blocked that nobody answers them here any more."""
    return tr(
        "The team takes no more questions from you here. You can still read the answers by"
        " topic. In an emergency in Finland, call 112."
    )


def refusal(why: Why, tr: Translator) -> Markup:
    """Say kindly why something cannot be done, and that nothing is lost."""
    return {
        Why.NOT_IN_THIS_STATE: tr("This cannot be done now. Nothing is lost: open home."),
        Why.TAKEN_BY_ANOTHER: tr("Another volunteer has taken this question."),
        Why.OVER: tr("This question is closed, or somebody else has it."),
        Why.OWN_WISH: tr("Another coordinator has to decide this, not whoever asked for it."),
        Why.DECIDED: tr("This was decided already, or it is too late for it."),
        Why.OWN_REQUEST: tr("This is your own question: another volunteer will take it."),
        Why.ABOUT_ONESELF: tr("This is about you: another coordinator has to decide it."),
    }[why]
