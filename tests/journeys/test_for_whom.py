"""For somebody else, and a minor writing alone: asked kindly, of whoever wants to say."""

import pytest

from bot.core.asking import ForWhom
from bot.core.languages import Language
from bot.relay.letters import FOR_WHOM
from bot.ui.words import translator
from tests.journeys.test_own_data import file_of, has_files
from tests.speaker import Speaker, speaker
from tests.town import Phone, Town

FINNISH = translator(Language.FINNISH)
BOTH = pytest.mark.parametrize("language", ["ru", "fi"])
FLAT = pytest.mark.parametrize("town", ["flat"], indirect=True)
TOPICS = pytest.mark.parametrize("town", ["topics"], indirect=True)
YOUNG = {"ru": "Мне 16 лет, и я не знаю, что делать", "fi": "Olen 17-vuotias, mitä minä teen"}
ASKED = {"ru": "Ребёнок или подросток", "fi": "Lapsi tai nuori"}
KIND = "<b>It is good that you write.</b> Your question is not sent yet."
OF_MINOR = "I am under 18 and alone here"


async def writes(vera: Speaker, text: str) -> None:
    """Write a question, and see it before it goes."""
    before = len(vera.phone.from_bot)
    vera.phone.says("/ask")
    await vera.phone.until(lambda: len(vera.phone.from_bot) > before)
    vera.phone.says(text)
    await shows(vera, text)


async def shows(vera: Speaker, words: str) -> None:
    """Wait until the latest message holds words."""
    await vera.phone.until(lambda: words in vera.shows())


async def is_taken(helper: Phone, words: str) -> str:
    """Let a question be taken; return all that its helper sees."""
    await helper.taps("Ota kysymys")
    await helper.sees(words)
    return "\n".join(said["text"] for said in helper.from_bot)


@FLAT
@BOTH
async def test_for_somebody_else_it_says_what_to_leave_out(town: Town, language: str) -> None:
    vera, olli = await speaker(town, language), await town.member("fi")
    await writes(vera, "Как ей быть")
    assert vera.words(OF_MINOR) not in vera.phone.labels
    send = await vera.phone.button(vera.words("Send"))
    await vera.taps("Who is it about?", "Somebody else")
    await shows(vera, "даже родным" if language == "ru" else "edes omaisille")
    await vera.phone.presses(*send)
    assert "Ota kysymys" not in str(olli.from_bot), "a preview sends only what it showed"
    other = await vera.phone.button(vera.words("Who is it about?"))
    await vera.taps("Send")
    assert "Kiireellinen" not in (await olli.sees("Uusi kysymys"))["text"]
    seen = await is_taken(olli, "Как ей быть")
    assert str(FINNISH(FOR_WHOM[ForWhom.OTHER])) in seen
    await vera.phone.presses(*other)
    await vera.sees("Your helper sees that you ask for somebody else.")
    await vera.taps("Close the question", "Yes, close it")
    await writes(vera, "Вопрос обо мне")
    await vera.taps("Send")
    await is_taken(olli, "Вопрос обо мне")
    told = str(FINNISH(FOR_WHOM[ForWhom.OTHER]))
    assert sum(told in said["text"] for said in olli.from_bot) == 1, "of the next, nobody said so"


@TOPICS
@BOTH
async def test_a_minor_alone_reads_what_is_theirs_and_comes_first(
    town: Town, language: str
) -> None:
    vera, olli = await speaker(town, language), await town.member("fi")
    await writes(vera, YOUNG[language])
    await vera.taps("Who is it about?", "Me")
    await shows(vera, vera.words("This will be sent:"))
    assert vera.words(OF_MINOR) not in vera.phone.labels, "who says so is not asked again"
    await vera.taps("Who is it about?", OF_MINOR)
    await shows(vera, vera.words(KIND))
    await vera.phone.button(f"{ASKED[language]}…")
    vera.phone.says("И ещё я боюсь")
    await shows(vera, "И ещё я боюсь")
    assert "❗" in vera.shows()
    await vera.taps("Send")
    offer = await olli.sees("Kiireellinen kysymys")
    told = str(FINNISH(FOR_WHOM[ForWhom.MINOR]))
    assert told not in offer["text"], "offers tell nothing"
    await vera.phone.button(f"{ASKED[language]}…")
    assert told in await is_taken(olli, YOUNG[language])
    vera.phone.says("/privacy")
    await vera.taps("Take a copy", "Send the files")
    await has_files(vera.phone)
    chosen = vera.words("Chosen at “Who is it about?”: {who}", who=vera.words(OF_MINOR))
    assert chosen in file_of(vera.phone, ".txt")


@FLAT
async def test_words_that_sound_young_only_ask(town: Town) -> None:
    vera, olli = await speaker(town, "fi"), await town.member("fi")
    await writes(vera, YOUNG["fi"])
    await vera.phone.button(vera.words(OF_MINOR))
    await vera.taps("Send")
    await olli.sees("Uusi kysymys")
    assert str(FINNISH(FOR_WHOM[ForWhom.MINOR])) not in await is_taken(olli, YOUNG["fi"])
