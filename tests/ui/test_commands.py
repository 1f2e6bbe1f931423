"""What counts as a command: all that some route knows, and nothing else."""

import pytest
from aiogram import Router
from aiogram.filters import Command

from bot.app import dispatcher_for
from bot.ui.commands import COMMANDS, is_command


def known(router: Router) -> set[str]:
    """Return the commands that a router and those beneath it wait for."""
    found = {
        str(command)
        for handler in router.message.handlers
        for each in handler.filters or []
        if isinstance(each.callback, Command)
        for command in each.callback.commands
    }
    return found.union(*(known(below) for below in router.sub_routers))


def test_the_list_holds_what_the_routes_wait_for() -> None:
    assert known(dispatcher_for(team=True, emigres=True)) == COMMANDS


@pytest.mark.parametrize("text", ["/ask", "/Start", "/start team-x", "/ask@town_bot", "/help\nme"])
def test_a_command(text: str) -> None:
    assert is_command(text)


@pytest.mark.parametrize(
    "text", [None, "", "ask", "/", "/Migri", "/asked", "/ask, please", " /ask"]
)
def test_no_command(text: str | None) -> None:
    assert not is_command(text)
