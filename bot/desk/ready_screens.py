"""Answers that members keep to send again. Pure: data in, screens out."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from markupsafe import Markup, escape

from bot.core.languages import Language
from bot.core.ready_answers import LONGEST_READY, LONGEST_TITLE, Unfit
from bot.desk.buttons import (
    AddReady,
    DropReady,
    GiveReady,
    OpenReady,
    PickReady,
    SeeReady,
    SendReady,
    ShowReady,
)
from bot.relay.buttons import OpenHeld
from bot.relay.letters import title, to_ours
from bot.store.ready_answers import ReadyAnswer
from bot.store.requests import Request
from bot.ui.aliases import alias_name
from bot.ui.buttons import home
from bot.ui.pages import PER_PAGE, page_of, turning
from bot.ui.screen import Button, Expects, Screen
from bot.ui.words import Translator

PER_LIST: Final = PER_PAGE // 2
"""Each title takes a row."""


def to_ready(request: Request, tr: Translator) -> Button:
    """Return the way to the ready answers for a request."""
    return Button(tr("Ready answers"), PickReady(code=request.code))


def room_screen(
    ready: Sequence[ReadyAnswer], number: int, tr: Translator, *, in_thread: bool = False
) -> Screen:
    """List the ready answers. `in_thread`: of a request, where what is typed would be an answer."""
    lines = [tr("<b>Ready answers</b>")]
    if not ready:
        lines.append(tr("There are none yet."))
    if in_thread:
        lines.append(tr("To search or to add one, open this outside of a question's thread."))
    else:
        lines.append(tr("Tap one to read it. Type a word to search."))
    page = page_of(ready, number, PER_LIST)
    rows = [*_titles(page.items, tr), *turning(page, ShowReady, tr)]
    if not in_thread:
        rows += _to_add(tr)
    rows.append([home(tr)])
    text = Markup("\n\n").join(lines)
    if in_thread:
        return Screen(text, rows)
    return Screen(text, rows, expects=Expects.READY_SEARCH, then=ShowReady())


def found_screen(found: Sequence[ReadyAnswer], tr: Translator) -> Screen:
    """List the ready answers that hold what was typed."""
    shown = found[:PER_LIST]
    text = tr.plural("{n} ready answer has it.", "{n} ready answers have it.", len(found))
    lines = [text]
    if len(found) > len(shown):
        lines.append(tr("The first {n} are shown. A longer word finds fewer.", n=len(shown)))
    rows = [*_titles(shown, tr), [Button(tr("All ready answers"), ShowReady())], [home(tr)]]
    text = Markup("\n\n").join(lines)
    return Screen(text, rows, expects=Expects.READY_SEARCH, then=ShowReady())


def write_screen(language: Language, tr: Translator, unfit: Unfit | None = None) -> Screen:
    """Ask for a ready answer; `unfit`: what was typed for one cannot be kept, and why."""
    asked = {
        Language.RUSSIAN: tr("Write a ready answer in Russian, in one message."),
        Language.FINNISH: tr("Write a ready answer in Finnish, in one message."),
    }[language]
    lines = [
        asked,
        tr("The first line is its title, the rest is what is sent."),
        tr("It is for many people: leave out whatever is about one of them."),
    ]
    if unfit is not None:
        lines.insert(0, _why_unfit(unfit, tr))
    rows = [[Button(tr("All ready answers"), ShowReady())], [home(tr)]]
    text = Markup("\n\n").join(lines)
    return Screen(text, rows, expects=Expects.READY_ANSWER, then=AddReady(language=language))


def _why_unfit(unfit: Unfit, tr: Translator) -> Markup:
    return {
        Unfit.ONE_LINE: tr(
            "Not kept yet: it has one line alone, and needs a title above the text."
        ),
        Unfit.TITLE_TOO_LONG: tr(
            "Not kept yet: the title has room for {n} characters.", n=LONGEST_TITLE
        ),
        Unfit.TOO_LONG: tr("Not kept yet: the text has room for {n} characters.", n=LONGEST_READY),
    }[unfit]


def ready_screen(
    ready: ReadyAnswer, tr: Translator, *, may_give: bool, is_new: bool = False
) -> Screen:
    """Show a ready answer. `may_give`: a coordinator, who can make it everybody's."""
    is_mine = ready.owner_id is not None
    whose = tr("Only you see it.") if is_mine else tr("It is for all of the team.")
    if is_new:
        whose = tr("Kept.") + " " + whose
    rows = []
    if may_give:
        give = tr("For all") if is_mine else tr("Only mine")
        rows.append([Button(give, GiveReady(number=ready.id, yes=is_mine))])
    if may_give or is_mine:
        rows.append([Button(tr("Delete"), DropReady(number=ready.id))])
    rows += [[Button(tr("All ready answers"), ShowReady())], [home(tr)]]
    return Screen(Markup("\n\n").join([_words(ready), whose]), rows)


def pick_screen(
    request: Request, ready: Sequence[ReadyAnswer], number: int, tr: Translator
) -> Screen:
    """List the ready answers in the language of a request."""
    lines = [title(request, tr)]
    if ready:
        lines.append(tr("Choose one. You see it before it goes."))
    else:
        lines.append(
            tr(
                "There is no ready answer in this language. Add one at your desk, under “Ready"
                " answers”, or send one of our own answers now."
            )
        )
    page = page_of(ready, number, PER_LIST)
    rows = [
        [Button(each.title, SeeReady(code=request.code, number=each.id, page=page.number))]
        for each in page.items
    ]
    rows += turning(page, partial(PickReady, code=request.code), tr)
    rows += [] if ready else [[to_ours(request, tr)]]
    rows += [[Button(tr("Back"), OpenHeld(code=request.code))], [home(tr)]]
    return Screen(Markup("\n\n").join(lines), rows)


def preview_screen(request: Request, ready: ReadyAnswer, page: int, tr: Translator) -> Screen:
    """Show what would go to whoever asked. It stands alone, so that it goes once."""
    text = tr("This would go to {alias}:", alias=alias_name(request.alias, tr))
    rows = [
        [Button(tr("Send it"), SendReady(code=request.code, number=ready.id))],
        [Button(tr("Another one"), PickReady(code=request.code, page=page))],
        [home(tr)],
    ]
    return Screen(Markup("\n\n").join([text, escape(ready.text)]), rows, below=True)


def _titles(ready: Sequence[ReadyAnswer], tr: Translator) -> list[list[Button]]:
    signs = {Language.RUSSIAN: tr("RU"), Language.FINNISH: tr("FI")}
    return [
        [Button(f"{signs[each.language]} · {each.title}", OpenReady(number=each.id))]
        for each in ready
    ]


def _to_add(tr: Translator) -> list[list[Button]]:
    return [
        [Button(tr("Add one in Russian"), AddReady(language=Language.RUSSIAN))],
        [Button(tr("Add one in Finnish"), AddReady(language=Language.FINNISH))],
    ]


def _words(ready: ReadyAnswer) -> Markup:
    return Markup("<b>{}</b>\n\n{}").format(ready.title, ready.text)
