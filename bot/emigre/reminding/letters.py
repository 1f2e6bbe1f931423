"""What the clock says to an émigré: neutral on a lock screen, whoever holds the phone. Pure."""

from datetime import datetime
from typing import Final

from markupsafe import Markup

from bot.core.clock import today
from bot.core.coming import Turn
from bot.core.dates import Appointment, last_day, safe_day, too_late_at
from bot.core.outgoing import Letter
from bot.emigre.reminding.buttons import (
    DoneReminded,
    HelpReminded,
    LaterReminded,
    OpenReminded,
    WrongReminded,
)
from bot.store.dates import KeptDate
from bot.ui.screen import Button
from bot.ui.words import Translator

ALONE: Final = Turn(1, 1)
"""Nothing else counts on the same day."""


def reminder(of: KeptDate, now: datetime, tr: Translator, turn: Turn = ALONE) -> Letter:
    """Remind of a date: how far it is at an aware moment, and not a word of what it is."""
    return Letter(_in_turn(_how_far(of, now, tr), turn, tr), _keyboard(of, tr))


def counted_anew(of: KeptDate, tr: Translator) -> Letter:
    """Say that the day has moved, because a rule was corrected."""
    text = tr("Majakka: a date of yours is counted anew. Please open it and look.")
    return Letter(str(text), _keyboard(of, tr))


def asked_again(of: KeptDate, tr: Translator, turn: Turn = ALONE) -> Letter:
    """Ask once more, on the last day."""
    text = tr("Majakka: is the date of today seen to? One tap is enough.")
    return Letter(_in_turn(text, turn, tr), _keyboard(of, tr))


def team_told(of: KeptDate, tr: Translator) -> Letter:
    """Say that coordinators were told, as was wished."""
    text = tr(
        "Majakka: there was no answer from you today. As you wished, the team knows that, and not"
        " what it is about. Somebody may write to you here. If it is done, one tap is enough."
    )
    return Letter(str(text), _keyboard(of, tr))


def _how_far(of: KeptDate, now: datetime, tr: Translator) -> Markup:
    late = too_late_at(of.kept.what)
    if late and now >= late:
        return _past(of, tr)
    day = today(now)
    days = (safe_day(of.kept.what) - day).days
    if days > 1:
        return tr.plural(
            "Majakka: you have a date in {n} day.", "Majakka: you have a date in {n} days.", days
        )
    if days >= 0:
        tomorrow = tr("Majakka: you have a date tomorrow.")
        return tomorrow if days else tr("Majakka: you have a date today.")
    left = (last_day(of.kept.what) - day).days
    if left < 0:
        return _past(of, tr)
    if left == 0:
        return tr("Majakka: today is the very last day for your date.")
    return tr("Majakka: your date is due, and it is not too late.")


def _in_turn(text: Markup, turn: Turn, tr: Translator) -> str:
    """Tell apart what would be said in the same words: each has its own buttons."""
    if turn.of == 1:
        return str(text)
    which = tr("Things due that day: {n}. This is number {number}.", n=turn.of, number=turn.number)
    return f"{text} {which}"


def _past(of: KeptDate, tr: Translator) -> Markup:
    if isinstance(of.kept.what, Appointment):
        return tr("Majakka: you had a date. Is all well?")
    return tr("Majakka: a date of yours is past. Open it to see what can be done.")


def _keyboard(of: KeptDate, tr: Translator) -> list[list[dict[str, str]]]:
    date, version = of.id, of.version
    rows = [
        [Button(tr("Show it"), OpenReminded(date=date))],
        [Button(tr("Done ✓"), DoneReminded(date=date, version=version))],
        [Button(tr("Ask for help"), HelpReminded(date=date))],
        [
            Button(tr("Later today"), LaterReminded(date=date, version=version)),
            Button(tr("The date is wrong"), WrongReminded(date=date)),
        ],
    ]
    return [[button.as_key() for button in row] for row in rows]
