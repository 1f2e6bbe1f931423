"""What the bots say of themselves: within Telegram's limits, and each command leads somewhere."""

from itertools import product

import pytest
from aiogram.filters import Command

from bot.app import dispatcher_for
from bot.core.languages import Language
from bot.core.outgoing import BotName
from bot.core.people import Act, Role, may
from bot.ui.profile import PROFILES, commands_of
from bot.ui.rights import MAY
from bot.ui.words import translator
from tests.test_app import SETUPS, observers
from tests.ui.rooms import FLAT, INSIDE, OUTSIDE

# Telegram's limits (setMyName and its kin, setMyCommands).
LONGEST_NAME, LONGEST_SHORT, LONGEST_LONG, LONGEST_COMMAND = 64, 120, 512, 256

MENUS = [
    (OUTSIDE, BotName.EMIGRE, None),
    (FLAT, BotName.EMIGRE, None),
    (FLAT, BotName.EMIGRE, Role.VOLUNTEER),
    (FLAT, BotName.EMIGRE, Role.COORDINATOR),
    (INSIDE, BotName.DESK, Role.VOLUNTEER),
    (INSIDE, BotName.DESK, Role.COORDINATOR),
]


@pytest.mark.parametrize(("bot", "language"), list(product(BotName, Language)))
def test_what_a_bot_says_of_itself_fits(bot: BotName, language: Language) -> None:
    tr, said = translator(language), PROFILES[bot]
    assert 0 < len(tr(said.name)) <= LONGEST_NAME
    assert 0 < len(tr(said.short)) <= LONGEST_SHORT
    assert 0 < len(tr(said.long)) <= LONGEST_LONG
    for _, does in commands_of(bot, Role.COORDINATOR):
        assert 0 < len(tr(does)) <= LONGEST_COMMAND


def acts(setup: str) -> dict[str, Act]:
    """Return the commands that a handler takes, and what each does."""
    return {
        command: handler.flags[MAY]
        for _, observer in observers(dispatcher_for(**SETUPS[setup]))
        for handler in observer.handlers
        for each in handler.filters or ()
        if isinstance(each.callback, Command)
        for command in each.callback.commands
        if isinstance(command, str)
    }


@pytest.mark.parametrize(("setup", "bot", "role"), MENUS)
def test_each_command_in_a_menu_is_one_s_to_give(
    setup: str, bot: BotName, role: Role | None
) -> None:
    known = acts(setup)
    menu = [command for command, _ in commands_of(bot, role)]
    assert "start" in menu
    assert [command for command in menu if command not in known] == []
    refused = [command for command in menu if not may(role or Role.EMIGRE, known[command])]
    assert refused == []
