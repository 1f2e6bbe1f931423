"""One picture of a draft stands in the chat: the newest."""

import pytest

from tests.journeys.test_draft import begins
from tests.speaker import Speaker, speaker
from tests.town import Town

BOTH = pytest.mark.parametrize("language", ["ru", "fi"])


def cards(vera: Speaker) -> list[str]:
    """Return the pictures of a draft that stand in the chat."""
    shown = vera.words("This will be sent:")
    return [each["text"] for each in vera.phone.from_bot if shown in each["text"]]


@BOTH
async def test_of_quick_messages_the_newest_picture_alone_stands(town: Town, language: str) -> None:
    vera = await speaker(town, language)
    await begins(vera)
    for text in ("Первое", "Второе", "Третье"):
        vera.phone.says(text)
    await vera.phone.until(lambda: len(cards(vera)) == 1 and "Третье" in cards(vera)[0])
    await vera.taps("It is urgent")
    await vera.sees("❗ Urgent: it comes before other questions.")
    vera.phone.says("Четвёртое")
    await vera.phone.until(lambda: len(cards(vera)) == 1 and "Четвёртое" in cards(vera)[0])
    first = vera.phone.said[-4]["message_id"]
    town.telegram.edits(vera.phone.user, vera.phone.bot, first, "Нулевое")
    await vera.phone.until(lambda: len(cards(vera)) == 1 and "Нулевое" in cards(vera)[0])
    await vera.taps("Send")
    await vera.phone.button(vera.words("Back to the draft"))
    assert not cards(vera)


@BOTH
async def test_what_was_a_picture_and_is_read_now_stays(town: Town, language: str) -> None:
    vera = await speaker(town, language)
    await begins(vera)
    vera.phone.says("Первое")
    await vera.sees("This will be sent:")
    await vera.taps("Home", "Answers by topic")
    there = vera.phone.from_bot[-1]["message_id"]
    vera.phone.says("/ask")
    await vera.phone.until(lambda: len(cards(vera)) == 1)
    vera.phone.says("Второе")
    await vera.phone.until(lambda: len(cards(vera)) == 1 and "Второе" in cards(vera)[0])
    assert there in [each["message_id"] for each in vera.phone.from_bot]


@BOTH
async def test_a_picture_by_a_tap_makes_older_ones_go(town: Town, language: str) -> None:
    vera = await speaker(town, language)
    vera.phone.says("Ъъъ щщщ ыыы")
    await vera.taps("Ask a person this")
    await vera.phone.until(lambda: len(cards(vera)) == 1)
    vera.phone.says("/start")
    await vera.sees("You have a question that is not sent yet.")
    vera.phone.says("Ыыы щщщ")
    await vera.taps("Add to the draft")
    await vera.phone.until(lambda: len(cards(vera)) == 1 and "Ыыы щщщ" in cards(vera)[0])
