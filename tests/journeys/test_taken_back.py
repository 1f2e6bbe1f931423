"""What somebody takes back: no old picture of it sends anything, and a question can come back."""

import pytest

from tests.journeys.test_draft import begins
from tests.journeys.test_question import asks, reply_to
from tests.journeys.test_telltales import TOLD, is_asked
from tests.speaker import Speaker, speaker
from tests.town import Phone, Town

BOTH = pytest.mark.parametrize("language", ["ru", "fi"])
OLDER = "Nothing was sent or deleted: that was an older picture. So the question stands now."


@BOTH
async def test_an_old_picture_of_a_draft_that_was_taken_back_sends_nothing(
    town: Town, language: str
) -> None:
    vera, olli = await speaker(town, language), await town.member("fi")
    await begins(vera)
    vera.phone.says("Вопрос Веры")
    old = await vera.phone.button(vera.words("Send"))
    vera.phone.says("/ask")
    before = old[0]["message_id"]
    await vera.phone.until(lambda: vera.phone.from_bot[-1]["message_id"] > before)
    await vera.taps("Send", "Back to the draft")
    await vera.sees("It is taken back: nobody had read it. Change it and send it, or delete it.")
    await vera.phone.presses(*old)
    await vera.sees(OLDER)
    assert str(olli.from_bot).count("Uusi kysymys") <= 1
    await vera.taps("Send")
    await olli.taps("Ota kysymys")
    await olli.sees("Вопрос Веры")


@BOTH
async def test_whoever_writes_anew_reads_that_the_old_words_did_not_go(
    town: Town, language: str
) -> None:
    vera, olli = await speaker(town, language), await town.member("fi")
    await is_asked(vera, olli)
    vera.phone.says(TOLD)
    await vera.taps("Write it anew")
    await vera.sees("What you wrote last was not sent, and nobody reads it. Write it anew here.")
    vera.phone.says("Без номера")
    await olli.sees("Без номера")
    assert "123 4567" not in str(olli.from_bot)


async def answered_and_handed_back(town: Town, vera: Speaker, olli: Phone) -> None:
    """Let a question get an answer and wait for somebody else again."""
    await is_asked(vera, olli)
    block = await olli.sees("Вопрос Веры")
    olli.says("Vastaus", **reply_to(town, block))
    await vera.phone.sees("Vastaus")
    await olli.taps("Palauta jonoon")
    await olli.taps("Kyllä, palauta jonoon")
    await vera.phone.sees("ждёт другого" if vera.tr.language == "ru" else "Nyt se odottaa toista")


@BOTH
async def test_a_withdrawn_question_can_be_opened_again(town: Town, language: str) -> None:
    vera, olli = await speaker(town, language), await town.member("fi")
    await answered_and_handed_back(town, vera, olli)
    nina = await town.member("ru", name="Nina")
    vera.phone.says("/ask")
    await vera.taps("Close the question", "Yes, withdraw it")
    await vera.taps("Open it again")
    await vera.phone.sees("снова открыт" if language == "ru" else "on taas auki")
    await nina.taps("Взять")
    await nina.sees("Vastaus")


async def test_a_draft_that_was_deleted_is_not(town: Town) -> None:
    vera = await speaker(town, "ru")
    await asks(vera.phone, "Первое")
    await vera.taps("Back to the draft", "Delete the draft", "Yes, delete it")
    await asks(vera.phone, "Второе")
    vera.phone.says("/start")
    await vera.taps("My questions")
    await vera.phone.sees("Они хранятся 30 дней")
    await vera.phone.taps("…отозван…")
    await vera.phone.sees("отозван.")
    assert vera.words("Open it again") not in vera.phone.labels
