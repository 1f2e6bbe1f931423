"""What a reader sees who takes an answer along. Pure: data in, screen out."""

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from bot.content.articles import Article
from bot.core.readers import MISTAKES
from bot.emigre.reading.buttons import ShowSections, ShowUses, to_article
from bot.emigre.reading.screens import part_screen
from bot.emigre.taking.buttons import (
    AskWhatIsWrong,
    DropAnswer,
    KeepAnswer,
    SendFile,
    ShowAsText,
    ShowInOther,
    ShowKeptAnswers,
    TellClear,
    TellWrong,
)
from bot.ui.buttons import Ask, ShowArticle, home
from bot.ui.mistakes import mistake_name
from bot.ui.pages import page_of, turning
from bot.ui.screen import Button, Screen
from bot.ui.words import Translator

MOST_KEPT_SHOWN: Final = 8
FILE: Final = "answer.txt"
"""A name that tells nothing to whoever looks through a phone."""


def uses_screen(article: Article, tr: Translator, *, is_kept: bool, may_tell: bool) -> Screen:
    """Offer what one can do with an answer. `may_tell`: nobody has blocked the reader."""
    slug = article.slug
    text = Markup("<b>{}</b>\n\n{}").format(article.title, tr("What do you want to do with it?"))
    keep = Button(tr("Keep it for me"), KeepAnswer(slug=slug))
    if is_kept:
        text += "\n\n" + tr("You keep this answer: it is on your home.")
        keep = Button(tr("Keep it no longer"), DropAnswer(slug=slug))
    rows = [
        [keep],
        [Button(tr("Copy it to share"), ShowAsText(slug=slug))],
        [Button(tr("Send it to me as a file"), SendFile(slug=slug))],
        [Button(tr("In the other language"), ShowInOther(slug=slug, part=0))],
    ]
    if may_tell:
        rows += [
            [
                Button(tr("It is clear"), TellClear(slug=slug, clear=True)),
                Button(tr("It is not clear"), TellClear(slug=slug, clear=False)),
            ],
            [Button(tr("Something is wrong here"), AskWhatIsWrong(slug=slug))],
        ]
    return Screen(text, [*rows, [_back(slug, tr), home(tr)]])


def text_screen(article: Article, text: str, tr: Translator) -> Screen:
    """Show an answer as plain text, which one tap copies."""
    how = tr(
        "Tap the text to copy it, and paste it where you want. Do not forward this message: that"
        " would show where it is from."
    )
    shown = Markup("{}\n\n<pre>{}</pre>").format(how, text)
    return Screen(shown, [[_to_uses(article, tr), home(tr)]])


def file_screen(article: Article, tr: Translator) -> Screen:
    """Say that a file is on its way."""
    text = tr("The file is on its way. Its name tells nothing of what is in it.")
    return Screen(text, [[_to_uses(article, tr), home(tr)]])


def in_other_screen(
    article: Article, number: int, shown: Screen, tr: Translator, *, other: Translator
) -> Screen:
    """Show an answer in the other language, with the ways on in the reader's own.

    `number`: of the part, 0 for the short answer; `shown`: the short answer as it is read there.
    """
    slug = article.slug
    text = part_screen(article, number, (), other).text if number else shown.text
    rows = []
    if number < len(article.parts):
        title = article.parts[number].title
        rows.append([Button(f"→ {title}", ShowInOther(slug=slug, part=number + 1))])
    return Screen(text, [*rows, [_back(slug, tr), home(tr)]])


def kept_screen(articles: Sequence[Article], number: int, tr: Translator) -> Screen:
    """List the answers that somebody keeps. `number`: of the page, counted from 0."""
    text = tr("<b>Answers that you keep</b>")
    if not articles:
        text = tr("You keep no answer. Beneath each answer, “Keep or share” does it.")
    page = page_of(articles, number, MOST_KEPT_SHOWN)
    rows = [[to_article(article)] for article in page.items]
    rows += turning(page, ShowKeptAnswers, tr)
    return Screen(text, [*rows, [Button(tr("Answers by topic"), ShowSections()), home(tr)]])


def what_is_wrong_screen(article: Article, tr: Translator) -> Screen:
    """Ask what is wrong; nothing of the reader goes with it."""
    text = Markup("<b>{}</b>\n\n{}").format(
        article.title,
        tr(
            "What is wrong? Coordinators see your tap and the answer, and not who you are. Your own"
            " papers come first, whatever stands here."
        ),
    )
    rows = [
        [Button(mistake_name(what, tr), TellWrong(slug=article.slug, what=what))]
        for what in MISTAKES
    ]
    return Screen(text, [*rows, [_back(article.slug, tr), home(tr)]])


def told_screen(article: Article, tr: Translator, *, asks: bool) -> Screen:
    """Thank for what was told. `asks`: the answer did not help, so a person is offered."""
    text = tr("Thank you. The editors see it, and not who you are.")
    rows = [[_back(article.slug, tr), home(tr)]]
    if asks:
        rows.insert(0, [Button(tr("Ask a person"), Ask())])
    return Screen(text, rows)


def _to_uses(article: Article, tr: Translator) -> Button:
    return Button(tr("Back"), ShowUses(slug=article.slug))


def _back(slug: str, tr: Translator) -> Button:
    return Button(tr("Back to the answer"), ShowArticle(slug=slug, part=0))
