"""What may be wrong at a start: each time one sentence, and the exit status that helps."""

from pathlib import Path

import pytest

from bot.core.people import Role
from bot.start import CannotStartError, invite
from tests.faults.program import Program, town_with_a_program
from tests.town import TOKENS


async def test_a_start_waits_for_the_network(tmp_path: Path) -> None:
    async with town_with_a_program(tmp_path, running=False) as (town, program):
        town.telegram.faults.add("getMe", kind="cut", times=2)
        await program.start()
        assert program.alive


async def test_a_revoked_token_ends_the_program_for_good(tmp_path: Path) -> None:
    async with town_with_a_program(tmp_path, running=False) as (town, program):
        town.telegram.revoke(town.inside)
        program.begin()
        assert await program.ended() == 77


async def test_a_token_revoked_while_running_ends_it_too(tmp_path: Path) -> None:
    async with town_with_a_program(tmp_path) as (town, program):
        town.telegram.revoke(town.outside)
        town.telegram.says(town.telegram.add_user("Vera"), town.outside, "/start")
        assert await program.ended() == 77


async def test_two_programs_never_share_a_database(tmp_path: Path) -> None:
    async with town_with_a_program(tmp_path) as (town, program):
        second = Program(town.settings, program.clock, town.telegram)
        second.begin()
        assert await second.ended() == 78
        assert program.alive


async def test_an_invitation_before_the_first_run_asks_telegram_for_the_name(
    tmp_path: Path,
) -> None:
    async with town_with_a_program(tmp_path, running=False) as (town, _):
        assert (await town.invite(Role.COORDINATOR)).startswith("https://t.me/town_desk_bot?start=")
        (call,) = town.telegram.calls
        assert (call.method, call.bot) == ("getMe", town.inside)


async def test_an_invitation_without_an_answer_tells_no_token(tmp_path: Path) -> None:
    async with town_with_a_program(tmp_path, running=False) as (town, _):
        town.telegram.revoke(town.inside)
        with pytest.raises(CannotStartError) as refused:
            await invite(town.settings, Role.COORDINATOR)
        assert refused.value.exit_status == 1
        assert TOKENS[1].partition(":")[2] not in str(refused.value)
