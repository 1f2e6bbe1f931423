"""A helper sees nothing of a case, unless its owner wishes it for that one question."""

import pytest

from bot.core.cases import Wishes
from bot.core.languages import Language
from bot.core.stages import Stage
from bot.ui.stages import stage_name
from bot.ui.words import translator
from tests.almanac import day_in, hearing, keeps
from tests.speaker import Speaker, speaker
from tests.town import Phone, Town

FINNISH = translator(Language.FINNISH)


async def begins(vera: Speaker) -> None:
    """Keep a stage and a date, and write a question."""
    await vera.moves_to(Stage.REFUSED, "Choose my stage")
    await keeps(vera.phone, hearing(day_in(vera.phone.town, 30)))
    before = len(vera.phone.from_bot)
    vera.phone.says("/ask")
    await vera.phone.until(lambda: len(vera.phone.from_bot) > before)
    vera.phone.says("Вопрос")
    await vera.sees("This will be sent:")


async def is_taken(vera: Speaker, helper: Phone) -> str:
    """Let the question be sent and taken; return all that its helper sees."""
    await vera.taps("Send")
    await helper.taps("Ota kysymys")
    await helper.sees("Вопрос")
    return "\n".join(said["text"] for said in helper.from_bot)


@pytest.mark.parametrize("language", ["ru", "fi"])
async def test_a_helper_sees_the_stage_and_the_next_date_if_that_is_wished(
    town: Town, language: str
) -> None:
    vera, olli = await speaker(town, language), await town.member("fi")
    await begins(vera)
    await vera.taps("Show my stage and next date")
    stage = str(stage_name(Stage.REFUSED, vera.tr))
    await vera.sees("Stage: {stage}", stage=stage)
    seen = await is_taken(vera, olli)
    assert str(stage_name(Stage.REFUSED, FINNISH)) in seen
    assert FINNISH.full_day(day_in(town, 30)) in seen


@pytest.mark.parametrize("language", ["ru", "fi"])
async def test_a_locked_case_hides_what_is_shared_and_not_that_it_is(
    town: Town, language: str
) -> None:
    vera, olli = await speaker(town, language), await town.member("fi")
    await begins(vera)
    await vera.taps("Show my stage and next date")
    await keeps(vera.phone, hearing(day_in(town, 40)), Wishes(asks_first=True))
    before = len(vera.phone.from_bot)
    vera.phone.says("/ask")
    await vera.phone.until(lambda: len(vera.phone.from_bot) > before)
    assert vera.words("Your helper sees your stage and next date with it.") in vera.shows()
    assert str(stage_name(Stage.REFUSED, vera.tr)) not in vera.shows()
    assert vera.tr.full_day(day_in(town, 30)) not in vera.shows()
    await vera.taps("Do not show my case")
    await vera.phone.until(
        lambda: vera.words("Your helper sees your stage and next date with it.") not in vera.shows()
    )
    assert str(stage_name(Stage.REFUSED, FINNISH)) not in await is_taken(vera, olli)


async def test_without_the_wish_nothing_of_the_case_is_seen(town: Town) -> None:
    vera, olli = await speaker(town, "ru"), await town.member("fi")
    await begins(vera)
    await vera.taps("Show my stage and next date", "Do not show my case")
    seen = await is_taken(vera, olli)
    assert str(stage_name(Stage.REFUSED, FINNISH)) not in seen
    assert FINNISH.full_day(day_in(town, 30)) not in seen
