"""The screens of wishes: when to be reminded, who may be told, who may see. Pure."""

from datetime import time
from typing import Final

from markupsafe import Markup

from bot.core.cases import MORNINGS, Wishes
from bot.emigre.case.buttons import SetHour, SetWish, Wish
from bot.ui.buttons import ShowCase, home
from bot.ui.days import hour_text
from bot.ui.screen import Button, Screen
from bot.ui.words import Translator

_PER_ROW: Final = 5


def wishes_screen(wishes: Wishes, case: int | None, tr: Translator) -> Screen:
    """Show when reminders come, and whether the team may be told. `case`: where it leads back."""
    lines = [
        tr(
            "<b>Reminders</b>\n\nThey come at {hour}, Finnish time; on a last day by 9 at the"
            " latest, and never at night. They do not say what the date is.",
            hour=hour_text(wishes.at, tr),
        ),
        tr(
            "<b>If you do not answer on a last day,</b> the team may be told, if you wish."
            " Coordinators, and whoever has your open question, then see a made-up name, your"
            " language and that a date of today is not answered: no stage, no name, not what date"
            " it is. One of them can write to you here."
        ),
        tr("Now: the team is told.") if wishes.tells_team else tr("Now: the team is not told."),
    ]
    hours = [
        [
            Button(_marked(hour, wishes, tr), SetHour(case=case, hour=hour))
            for hour in MORNINGS[at:][:_PER_ROW]
        ]
        for at in range(0, len(MORNINGS), _PER_ROW)
    ]
    words = tr("Do not tell the team") if wishes.tells_team else tr("The team may be told")
    tell = Button(words, SetWish(case=case, wish=Wish.TELLS_TEAM, on=not wishes.tells_team))
    return Screen(Markup("\n\n").join(lines), [*hours, [tell], [_back(case, tr), home(tr)]])


def lock_screen(wishes: Wishes, case: int | None, tr: Translator) -> Screen:
    """Say what asking first does, and what it does not. `case`: where it leads back."""
    lines = [
        tr(
            "<b>Ask before showing my case</b>\n\nThen the bot asks “Show my case here?” first, and"
            " home shows nothing of it. It asks again after 10 minutes, and once home was opened."
        ),
        tr(
            "<b>What it does not protect from</b>\n"
            "• It is a question, not a password: whoever holds the phone can tap “Show”.\n"
            "• What stands in this chat already stays there. “Hide” or /hide deletes it.\n"
            "• Telegram keeps what was written.\n\n"
            "A passcode for Telegram helps more: Settings → Privacy → Passcode."
        ),
        tr("Now: it asks.") if wishes.asks_first else tr("Now: it does not ask."),
    ]
    words = tr("Do not ask any more") if wishes.asks_first else tr("Ask first")
    turn = Button(words, SetWish(case=case, wish=Wish.ASKS_FIRST, on=not wishes.asks_first))
    return Screen(Markup("\n\n").join(lines), [[turn], [_back(case, tr), home(tr)]])


def _marked(hour: int, wishes: Wishes, tr: Translator) -> str:
    said = hour_text(time(hour), tr)
    return f"✓ {said}" if hour == wishes.hour else said


def _back(case: int | None, tr: Translator) -> Button:
    return Button(tr("Back"), ShowCase(case=case))
