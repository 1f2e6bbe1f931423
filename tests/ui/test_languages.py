"""The language: asked first, suggested by the phone, and changed at any time."""

from pathlib import Path

import pytest

from bot.core.languages import Language
from bot.ui.buttons import ChooseLanguage
from bot.ui.languages import languages_screen
from tests.town import HOME, NAME, Phone, town_of


@pytest.mark.parametrize("suggestion", list(Language))
def test_the_likelier_language_stands_first_and_each_is_named_in_itself(
    suggestion: Language,
) -> None:
    screen = languages_screen(suggestion, first=True)
    offered = [row[0].to for row in screen.rows]
    assert offered[0] == ChooseLanguage(language=suggestion)
    assert {row[0].text for row in screen.rows} == {"Русский", "Suomi"}
    assert "Выберите язык." in screen.text
    assert "Valitse kieli." in screen.text


async def test_a_language_is_changed_from_home(tmp_path: Path) -> None:
    async with town_of(tmp_path, flat=True) as town:
        vera = await town.emigre("ru")
        await vera.taps("Язык · Kieli")
        await vera.taps(NAME["fi"])
        await vera.sees("Miten voimme auttaa?")
        vera.says("/language")
        await vera.sees("Выберите язык.")
        await vera.taps(HOME["fi"])


async def test_a_stranger_at_the_team_s_bot_is_told_whose_it_is(tmp_path: Path) -> None:
    """What émigrés read first has buttons that lead nowhere there."""
    async with town_of(tmp_path, flat=False) as town:
        stranger = Phone(town, town.telegram.add_user("Oskari", language_code="fi"), town.inside)
        stranger.says("/start")
        await stranger.taps(NAME["fi"])
        await stranger.sees("Tämä botti on tarkoitettu tiimille.")
