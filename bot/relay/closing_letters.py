"""Letters about a request that a helper closes, or has no more; what is said of them. Pure."""

from markupsafe import Markup

from bot.core.outgoing import Letter
from bot.core.requests import OPEN, Doubt, Reason, State
from bot.relay.buttons import Helped, OpenQueuedBelow, Reopen
from bot.store.requests import Request
from bot.ui.aliases import alias_name, member_name
from bot.ui.buttons import Ask, GoHomeBelow
from bot.ui.screen import Button
from bot.ui.words import Translator


def closed_by_helper(
    reason: Reason, request: Request, tr: Translator, *, answered: bool = True
) -> Letter:
    """Tell an émigré that the helper closed the request, why, and what can follow.

    `answered`: something that a helper wrote has gone to them.
    """
    helper = alias_name(request.helper_alias or "", tr)
    text = {
        Reason.DONE: tr(
            "{helper} has closed your question {code}: all is answered, as far as they know.",
            code=request.code,
            helper=helper,
        ),
        Reason.SILENT: tr(
            "{helper} has closed your question {code}: it seems that nothing more was to come.",
            code=request.code,
            helper=helper,
        ),
        Reason.ELSEWHERE: tr(
            "{helper} has closed your question {code}: it is for somebody else than us. What they"
            " wrote says for whom.",
            code=request.code,
            helper=helper,
        ),
    }[reason]
    ways = [
        [Button(tr("Open it again"), Reopen(code=request.code)).as_key()],
        [Button(tr("Ask a person"), Ask()).as_key()],
    ]
    if reason is Reason.DONE and not answered:
        text = tr(
            "{helper} has closed your question {code}, and has not answered it. Open it again if"
            " you still need help.",
            code=request.code,
            helper=helper,
        )
        return Letter(str(text), ways)
    text += "\n\n" + tr("Did this help you? The team sees only how many say what.")
    asks = [_helped(request, tr("Yes, it helped"), yes=True), _helped(request, tr("No"), yes=False)]
    return Letter(str(text), [asks, *ways])


def closed_empty(request: Request, tr: Translator) -> Letter:
    """Tell an émigré that a request in which nobody wrote is closed."""
    text = tr(
        "Question {code} is closed: nothing was written in it. You can ask at any time.",
        code=request.code,
    )
    return Letter(str(text), [[Button(tr("Ask a person"), Ask()).as_key()]])


def closed_unwritten(request: Request, tr: Translator) -> Markup:
    """Say that a question that came back is closed: whoever took it next would find nothing."""
    return tr(
        "Nothing was written in question {code}, so it is closed. Whoever it was for knows.",
        code=request.code,
    )


def out_of_hands(request: Request, tr: Translator) -> Letter:
    """Tell a helper that a request is not theirs any more, and not why: a reason could tell of
    whoever asked.
    """
    if request.state is State.CLOSED:
        return Letter(str(closed_unwritten(request, tr)))
    text = tr(
        "Question {code} goes on with somebody else now. Thank you for what you did: there is"
        " nothing you need to do.",
        code=request.code,
    )
    return Letter(str(text))


def doubted(request: Request, doubt: Doubt, member_code: str, tr: Translator) -> Letter:
    """Tell a coordinator what whoever asked a request says of its helper, who does not know."""
    says = {
        Doubt.OTHER: tr("whoever asked wishes another helper"),
        Doubt.WRONG: tr("whoever asked says that something written there is wrong"),
        Doubt.UNSAFE: tr("whoever asked does not feel safe with this helper"),
    }[doubt]
    text = tr(
        "❗ Question {code}, with {member}: {says}. The helper does not know.",
        code=request.code,
        member=member_name(member_code, tr),
        says=says,
    )
    if request.state not in OPEN:
        text += " " + tr("The question is over.")
        return Letter(str(text), [[Button(tr("Home"), GoHomeBelow()).as_key()]])
    text += " " + (
        tr("From the question it can be put back in the queue.")
        if doubt is Doubt.WRONG
        else tr("They have no part in the question any more.")
    )
    way = Button(tr("Question {code}", code=request.code), OpenQueuedBelow(code=request.code))
    return Letter(str(text), [[way.as_key()], [Button(tr("Home"), GoHomeBelow()).as_key()]])


def _helped(request: Request, words: Markup, *, yes: bool) -> dict[str, str]:
    return Button(words, Helped(code=request.code, yes=yes)).as_key()
