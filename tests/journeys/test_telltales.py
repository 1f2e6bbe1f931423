"""Before a question goes: a gentle word of what may tell who asks, and three ways on."""

import pytest

from tests.speaker import Speaker, speaker
from tests.town import Town

TOLD = "Мне звонят с номера +358 40 123 4567, что делать? И пишите на me@example.com"
BOTH = pytest.mark.parametrize("language", ["ru", "fi"])


async def writes(vera: Speaker, text: str) -> None:
    """Write a question, and want to send it."""
    before = len(vera.phone.from_bot)
    vera.phone.says("/ask")
    await vera.phone.until(lambda: len(vera.phone.from_bot) > before)
    vera.phone.says(text)
    await vera.taps("Send")


@BOTH
async def test_what_gives_somebody_away_is_left_out_by_one_tap(town: Town, language: str) -> None:
    vera, olli = await speaker(town, language), await town.member("fi")
    before = len(olli.from_bot)
    await writes(vera, TOLD)
    await vera.phone.button(vera.words("Send without it"))
    assert vera.words("a phone number") in vera.shows()
    assert vera.words("an e-mail address") in vera.shows()
    assert vera.words("a link") not in vera.shows()
    await vera.taps("Send without it")
    await vera.sees("This will be sent:")
    assert "[…]" in vera.shows()
    assert "123 4567" not in vera.shows()
    assert len(olli.from_bot) == before, "nothing is sent before it was seen"
    await vera.taps("Send")
    await olli.taps("Ota kysymys")
    got = await olli.sees("Мне звонят")
    assert "123 4567" not in got["text"]
    assert "example.com" not in got["text"]


@BOTH
async def test_all_of_it_goes_if_its_author_wants_that(town: Town, language: str) -> None:
    vera, olli = await speaker(town, language), await town.member("fi")
    await writes(vera, TOLD)
    await vera.taps("Send all of it")
    await olli.taps("Ota kysymys")
    assert "123 4567" in (await olli.sees("Мне звонят"))["text"]


async def test_what_was_left_out_comes_back_by_an_edit(town: Town) -> None:
    vera = await speaker(town, "ru")
    await writes(vera, TOLD)
    await vera.taps("Send without it")
    await vera.sees("This will be sent:")
    town.telegram.edits(
        vera.phone.user, vera.phone.bot, vera.phone.said[-1]["message_id"], f"{TOLD}!"
    )
    await vera.phone.until(lambda: "123 4567" in vera.shows())
    await vera.taps("Send")
    await vera.phone.button(vera.words("Send all of it"))


async def test_it_can_be_changed_first_and_then_goes_at_once(town: Town) -> None:
    vera, olli = await speaker(town, "ru"), await town.member("fi")
    await writes(vera, TOLD)
    await vera.taps("Change it first")
    await vera.sees("This will be sent:")
    town.telegram.edits(
        vera.phone.user, vera.phone.bot, vera.phone.said[-1]["message_id"], "Мне звонят"
    )
    await vera.phone.until(lambda: "example.com" not in vera.shows())
    await vera.taps("Send")
    await olli.taps("Ota kysymys")
    await olli.sees("Мне звонят")
