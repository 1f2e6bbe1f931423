"""What the bots say of themselves: by language and role, and only where it is something else."""

import asyncio
from pathlib import Path

import pytest

from bot.sandbox.phone import about, menu
from tests.town import Phone, Town, town_of


def commands(phone: Phone) -> dict[str, str]:
    return {entry["command"]: entry["description"] for entry in menu(phone.bot, phone.user)}


@pytest.mark.parametrize(
    ("language", "name", "ask"),
    [
        ("ru", "Маяк", "Спросить человека"),
        ("fi", "Majakka", "Kysy ihmiseltä"),
        ("en", "Маяк", "Спросить человека"),
    ],
)
async def test_before_start_the_phones_language_decides(
    town: Town, language: str, name: str, ask: str
) -> None:
    vera = Phone(town, town.telegram.add_user("Vera", language_code=language), town.outside)
    await vera.until(lambda: commands(vera).get("ask") == ask)
    told = about(vera.bot, vera.user)
    assert told["name"] == name
    assert all(told.values())


async def test_the_menu_follows_the_chosen_language_and_the_role(town: Town) -> None:
    vera = await town.emigre("fi")
    await vera.until(lambda: commands(vera).get("ask") == "Kysy ihmiseltä")
    vera.says("/language")
    await vera.sees("Valitse kieli.")
    await vera.taps("Русский")
    await vera.until(lambda: commands(vera).get("ask") == "Спросить человека")
    own = ["urgent", "now", "answers", "words", "ask", "privacy", "hide"]
    assert list(commands(vera)) == ["start", *own, "language"]

    own = own if town.inside is town.outside else []
    kaisa, olli = await town.coordinator("fi"), await town.member("ru")
    await kaisa.until(lambda: "invite" in commands(kaisa))
    assert list(commands(kaisa)) == ["start", "waiting", "invite", "block", *own, "language"]
    await olli.until(lambda: commands(olli).get("waiting") == "Вопросы, которые ждут")
    assert list(commands(olli)) == ["start", "waiting", *own, "language"]


async def test_a_second_start_changes_nothing_that_is_right(tmp_path: Path) -> None:
    async with town_of(tmp_path, flat=True) as town:
        await told(town)
    words, entries = dict(town.outside.words), dict(town.outside.commands)
    town.outside.words.pop(("description", "fi"))
    town.telegram.calls.clear()
    async with town_of(tmp_path, flat=True, telegram=town.telegram) as again:
        await told(again)
        async with asyncio.timeout(10):
            while town.outside.words != words:
                await town.telegram.wait_change(after=town.telegram.version)
    changed = [call.method for call in town.telegram.calls if call.method.startswith("setMy")]
    assert changed == ["setMyDescription"]
    assert town.outside.commands == entries


async def told(town: Town) -> None:
    """Wait until the last thing that a start looks at has been looked at."""
    async with asyncio.timeout(10):
        while "start" not in str(
            town.outside.commands.get(('{"type":"default"}', "fi"))
        ) or not any(
            call.method == "getMyCommands" and call.params.get("language_code") == "fi"
            for call in town.telegram.calls
        ):
            await town.telegram.wait_change(after=town.telegram.version)
