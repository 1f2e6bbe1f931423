"""Nothing but the language is kept of anybody before their yes.

Words that come before it are held, sealed, for a day at most: the yes makes a draft of them,
the no erases them (SECURITY RI-6).
"""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from aiogram.dispatcher.flags import get_flag
from aiogram.types import CallbackQuery, Message, TelegramObject
from markupsafe import Markup

from bot.content.search.alarm import not_calm
from bot.core.outgoing import Side
from bot.core.people import NEEDS_CONSENT
from bot.core.requests import MOST_MESSAGES, State
from bot.store.people import Person
from bot.store.store import Store
from bot.ui.buttons import Agree, Ask, AskThis, AskThisUrgently, AskUrgent, DeclineThat, home
from bot.ui.commands import is_command
from bot.ui.danger import is_it_danger, typed_in_danger
from bot.ui.rights import MAY
from bot.ui.screen import Button, Expects, Screen, Shown
from bot.ui.typed import keep, unused
from bot.ui.words import Translator

URGENT: Final = AskUrgent().pack()
"""What leads to the question before the yes if somebody cannot wait."""

TAKES_UP: Final = frozenset({AskThis().pack(), AskThisUrgently().pack()})
"""What makes a question of the text that the tapped screen replies to."""

WRITES: Final = {
    Ask().pack(): Expects.DRAFT,
    AskThis().pack(): Expects.DRAFT,
    URGENT: Expects.URGENT_DRAFT,
    AskThisUrgently().pack(): Expects.URGENT_DRAFT,
}
"""What leads to the question by a tap: who types on is asking, and looks for nothing."""


def consent_screen(tr: Translator, *, then: str, words_wait: bool, danger: bool = False) -> Screen:
    """Say in plain words what is kept and why, and ask. `then`: the button data to go on with.

    `danger`: the words that wait sound so.
    """
    lines = [is_it_danger(tr)] if danger else []
    lines += [words_are_held(tr)] if words_wait else []
    lines.append(
        tr(
            "<b>Before we keep anything</b>\n\n"
            "With your yes we keep, encrypted:\n"
            "• your Telegram id (not your phone number), to answer you\n"
            "• your questions and the answers, until 30 days after a question is closed\n"
            "• your case with its dates, your plan and answers, if you keep them here\n\n"
            "One volunteer reads a question, without learning who you are. If they ask in an"
            " interpreter, a lawyer or another helper, we tell you of each. Telegram itself can"
            " read what is written to a bot.\n\n"
            "Under /privacy you can see, copy and erase all of it at any time."
        )
    )
    rows = [
        [Button(tr("Yes, you may keep this"), Agree(then=then))],
        [Button(tr("No"), DeclineThat(tapped=then))],
        [home(tr)],
    ]
    return Screen(Markup("\n\n").join(lines), rows, expects=WRITES.get(then), quotes=words_wait)


def words_are_held(tr: Translator) -> Markup:
    """Say that what was typed before the yes went nowhere, and is held."""
    return tr("Nothing was sent yet. What you wrote waits here, encrypted, for a day at most.")


async def hold(message: Message, me: Person, store: Store, tr: Translator) -> bool:
    """Hold words that came before the yes; False: a draft would have no room for them."""
    early = await store.requests.early_of(me.id)
    early = early or await store.requests.begin(me.id, tr.language, State.EARLY)
    if len(await store.requests.said_in(early.id)) >= MOST_MESSAGES:
        return False
    await keep(store, early.id, Side.EMIGRE, message, me)
    return True


def does_not_fit(tr: Translator) -> Markup:
    """Say that a draft takes no more messages."""
    return tr("Your last message does not fit in: {most} are the most.", most=MOST_MESSAGES)


async def ask_for_consent(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Shown | None]],
    event: TelegramObject,
    data: dict[str, Any],
) -> Shown | None:
    """Let a handler run if what it keeps was agreed to; else ask. Inner middleware."""
    me: Person = data["me"]
    tr: Translator = data["tr"]
    store: Store = data["store"]
    if me.agreed or get_flag(data, MAY) not in NEEDS_CONSENT:
        return await handler(event, data)
    words = await _words_of(event, me, store, tr)
    fits = words is None or await hold(words, me, store, tr)
    early = await store.requests.early_of(me.id)
    held = await store.requests.said_in(early.id) if early else []
    danger = any(not_calm(said.text, tr.language) for said in held)
    then, words_wait = _what_follows(event, me), early is not None
    shown = consent_screen(tr, then=then, words_wait=words_wait, danger=danger)
    return shown if fits else shown.beginning(does_not_fit(tr))


async def _words_of(
    event: TelegramObject, me: Person, store: Store, tr: Translator
) -> Message | None:
    """Return what is to be asked: what was typed, or what a tap takes up."""
    if isinstance(event, Message):
        return None if is_command(event.text) else event
    if isinstance(event, CallbackQuery) and event.data in TAKES_UP:
        return await unused(event, me, store)
    if isinstance(event, CallbackQuery) and event.data in WRITES:
        return await typed_in_danger(event, me, store, tr)
    return None


def _what_follows(event: TelegramObject, me: Person) -> str:
    """Return the button data to go on with after the yes."""
    if isinstance(event, CallbackQuery) and event.data:
        return event.data
    is_typed = isinstance(event, Message) and not is_command(event.text)
    return URGENT if is_typed and me.waiting_for == Expects.URGENT_DRAFT else Ask().pack()
