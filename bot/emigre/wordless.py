"""What is said to somebody who sends no text: what becomes of it, and what to do instead. Pure."""

from collections.abc import Sequence
from typing import Final

from bot.content.articles import Article
from bot.emigre.reading.buttons import to_article
from bot.ui.buttons import Ask
from bot.ui.kinds import Becomes
from bot.ui.refusals import not_passed, text_alone
from bot.ui.screen import Button, Receipt
from bot.ui.words import Translator

ABOUT_A_DECISION: Final = ("decision-read", "appeal-deadline")
"""Answers that say what stands in the paper that somebody sent a picture of."""


def voice_receipt(kind: Becomes, tr: Translator) -> Receipt:
    """Say kindly what becomes of a voice or a video, and what can be done in its place."""
    return Receipt(
        not_passed(kind, tr)
        + "\n\n"
        + tr("If writing is hard: your phone's keyboard has a microphone. It writes what you say.")
    )


def paper_receipt(articles: Sequence[Article], tr: Translator) -> Receipt:
    """Say what becomes of a picture or a file, and what to look for if it is a decision."""
    what = tr(
        "Is it a decision? Look in it for three things:\n"
        "• the day on which you got it (tiedoksianto)\n"
        "• what was decided (päätös)\n"
        "• how many days you have to appeal (valitusosoitus)\n"
        "With them, ask a person in words. Leave out names and numbers."
    )
    rows = [[to_article(article)] for article in articles]
    return Receipt(text_alone(tr) + "\n\n" + what, [*rows, [Button(tr("Ask a person"), Ask())]])
