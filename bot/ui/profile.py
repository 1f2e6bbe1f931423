"""What a bot says of itself in Telegram: its name, what it is for, its menu of commands.

Telegram picks by the language of the person's phone, and the entry without language where
none fits: that one is Russian, since most émigrés read it whatever their phone speaks. Once
somebody has chosen a language, the menu of their own chat follows that.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BotCommand

from bot.core.languages import Language
from bot.core.outgoing import BotName, Kind, Lane, Letter, Side
from bot.core.people import PersonId, Role
from bot.store.store import Store
from bot.ui.words import Translator, mark, translator

log = logging.getLogger(__name__)

Commands = Sequence[tuple[str, str]]
"""A command and what it does."""

_HOME: Final = (("start", mark("Home")),)
_LANGUAGE: Final = (("language", mark("Language")),)
_ASK: Final = (
    ("urgent", mark("Urgent help")),
    ("now", mark("What do I do now?")),
    ("answers", mark("Answers by topic")),
    ("words", mark("Glossary")),
    ("ask", mark("Ask a person")),
    ("privacy", mark("What is kept about me")),
    ("hide", mark("Hide what this chat shows")),
)
_DESK: Final = (("waiting", mark("Waiting questions")),)
_COORDINATE: Final = (
    ("invite", mark("Invite a volunteer")),
    ("block", mark("Block somebody by a question's code")),
)


@dataclass(frozen=True, slots=True)
class Profile:
    """What one bot says of itself, in message ids."""

    name: str
    short: str
    """Shown on the bot's page and when it is shared; at most 120 characters."""
    long: str
    """Shown before the first tap on Start; at most 512 characters."""


PROFILES: Final[Mapping[BotName, Profile]] = {
    BotName.EMIGRE: Profile(
        mark("Lighthouse"),
        mark("For people who ask for asylum in Finland. Free, run by volunteers."),
        mark(
            "Ask about asylum in Finland, in Russian or Finnish. Volunteers answer without"
            " learning who you are. It is free. We are no authority.\n\nTelegram can read what is"
            " written to a bot: leave out names and document numbers."
        ),
    ),
    BotName.DESK: Profile(
        mark("Lighthouse: the team"),
        mark("Where the team answers."),
        mark("This bot is for the team. A coordinator can give you a link that lets you in."),
    ),
}


def commands_of(bot: BotName, role: Role | None) -> Commands:
    """Return what somebody in a role (None: an émigré) finds in the menu of one of the bots."""
    team = (*(_DESK if role else ()), *(_COORDINATE if role is Role.COORDINATOR else ()))
    if bot is BotName.DESK:
        return (*_HOME, *team, *_LANGUAGE)
    return (*_HOME, *team, *_ASK, *_LANGUAGE)


async def put_menu(
    person: PersonId, bot: BotName, role: Role | None, tr: Translator, store: Store
) -> None:
    """Let the menu of somebody's chat with a bot show their role's commands in their language."""
    menu = [
        {"command": command, "description": str(tr(does))}
        for command, does in commands_of(bot, role)
    ]
    place = await store.outbox.place(person, Side.of(bot))
    await store.outbox.put(place, Kind.MENU, Letter("", menu=menu), lane=Lane.NOTICES)


async def introduce(bots: Mapping[BotName, Bot]) -> None:
    """Tell Telegram what the bots say of themselves, only where it says something else.

    These calls have strict limits of their own; what is refused now is tried at the next start.
    """
    for name, bot in bots.items():
        for code, tr in _spoken():
            try:
                await _tell(bot, name, code, tr)
            except TelegramAPIError as error:
                log.warning("a bot's profile was not set (%s)", type(error).__name__)
                return


def _spoken() -> list[tuple[str, Translator]]:
    """Return each language code that Telegram is told about; none stands for all others."""
    return [
        ("", translator(Language.RUSSIAN)),
        *((code.value, translator(code)) for code in Language),
    ]


async def _tell(bot: Bot, name: BotName, code: str, tr: Translator) -> None:
    role = Role.VOLUNTEER if name is BotName.DESK else None
    wanted = PROFILES[name]
    menu = [(command, str(tr(does))) for command, does in commands_of(name, role)]
    for kind, message in (
        ("name", wanted.name),
        ("short_description", wanted.short),
        ("description", wanted.long),
    ):
        said = str(tr(message))
        known = await getattr(bot, f"get_my_{kind}")(language_code=code)
        if getattr(known, kind) != said:
            await getattr(bot, f"set_my_{kind}")(said, language_code=code)
    shown = await bot.get_my_commands(language_code=code)
    if [(entry.command, entry.description) for entry in shown] != menu:
        entries = [BotCommand(command=command, description=does) for command, does in menu]
        await bot.set_my_commands(entries, language_code=code)
