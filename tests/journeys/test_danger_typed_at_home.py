"""Words of danger that are typed where nothing waits for them: a draft has them, if one asks."""

import pytest

from bot.core.languages import Language
from tests.journeys.test_finding import ASK_THIS, SURE
from tests.speaker import Speaker, speaker
from tests.town import Town

BOTH = pytest.mark.parametrize("language", ["ru", "fi"])
BEATEN = {"ru": "Муж меня бьёт, куда идти?", "fi": "Mieheni hakkaa minua"}
TAKEN = {"ru": "забрали", "fi": "otettu kiinni"}
WORD = {"ru": "Слово: kiinniotto", "fi": "Sana: kiinniotto"}
WRITE = (
    "Write your question here, in one message or several. You will see it before it goes."
    "\n\nOne volunteer at a time reads it, without learning who you are. If they ask in an"
    " interpreter, a lawyer or another helper, we tell you of each. Leave out names,"
    " addresses and document numbers."
)
IN_DANGER = "<b>Is somebody in danger now? Call 112.</b>"


async def types(vera: Speaker, text: str) -> None:
    """Type words of danger at home."""
    vera.phone.says(text)
    await vera.phone.button(vera.words("Ask a person this, urgently"))


async def goes_home(vera: Speaker) -> None:
    """Go home from a screen beneath which it opens, or in whose place."""
    await vera.taps("Home")
    await vera.phone.until(lambda: vera.words("How can we help?") in vera.shows())


async def stands_in_draft(vera: Speaker, text: str) -> None:
    """Wait for a draft that has a text, once."""
    await vera.phone.until(lambda: vera.words("This will be sent:") in vera.shows())
    assert vera.shows().split(vera.words("This will be sent:"))[1].count(text) == 1
    assert vera.words(IN_DANGER) in vera.shows()


@BOTH
async def test_who_asks_from_home_after_it_has_the_words_in_the_draft(
    town: Town, language: str
) -> None:
    vera = await speaker(town, language)
    await types(vera, BEATEN[language])
    await goes_home(vera)
    await vera.taps("Ask a person")
    await stands_in_draft(vera, BEATEN[language])
    await vera.taps("Home", "Open the draft")
    await stands_in_draft(vera, BEATEN[language])


@BOTH
async def test_so_has_who_reads_an_answer_first_or_urgent_help(town: Town, language: str) -> None:
    vera = await speaker(town, language)
    await types(vera, BEATEN[language])
    await vera.taps("Beaten at home: what to do")
    await goes_home(vera)
    await vera.taps("Urgent help", "Urgent question to a person")
    await stands_in_draft(vera, BEATEN[language])
    assert "❗" in vera.shows()


@BOTH
async def test_a_word_of_the_glossary_opens_beneath_the_danger_screen(
    town: Town, language: str
) -> None:
    vera = await speaker(town, language)
    await types(vera, TAKEN[language])
    help_stands = vera.phone.from_bot[-1]["message_id"]
    await vera.phone.taps(WORD[language])
    await vera.phone.sees("kiinniotto\n")
    below = vera.phone.from_bot[-1]["message_id"]
    assert below > help_stands
    await goes_home(vera)
    await vera.taps("Ask a person")
    await stands_in_draft(vera, TAKEN[language])


@BOTH
async def test_before_the_yes_the_words_are_held_and_112_stands_on_the_question_for_it(
    town: Town, language: str
) -> None:
    vera = Speaker(await town.emigre(language, agrees=False), Language(language))
    await types(vera, BEATEN[language])
    await goes_home(vera)
    await vera.taps("Ask a person")
    await vera.phone.button(vera.words("Yes, you may keep this"))
    assert vera.shows().startswith(vera.words(IN_DANGER))
    assert (
        vera.words("Nothing was sent yet. What you wrote waits here, encrypted, for a day at most.")
        in vera.shows()
    )
    await vera.taps("Yes, you may keep this")
    await stands_in_draft(vera, BEATEN[language])


@BOTH
async def test_calm_words_bring_no_112_before_the_yes_and_are_no_question(
    town: Town, language: str
) -> None:
    vera = Speaker(await town.emigre(language, agrees=False), Language(language))
    vera.phone.says(SURE[language][0])
    await vera.phone.button(ASK_THIS[language])
    await vera.taps("Home", "Ask a person")
    await vera.phone.button(vera.words("Yes, you may keep this"))
    assert "112" not in vera.shows()
    await vera.taps("Yes, you may keep this")
    await vera.phone.until(lambda: vera.words(WRITE).split(".")[0] in vera.shows())


@BOTH
async def test_words_of_danger_typed_for_a_question_bring_112_before_the_yes(
    town: Town, language: str
) -> None:
    vera = Speaker(await town.emigre(language, agrees=False), Language(language))
    await vera.taps("Ask a person")
    await vera.phone.button(vera.words("Yes, you may keep this"))
    typed = vera.phone.says(BEATEN[language])
    await vera.phone.until(lambda: bool(vera.phone.answers_to(typed)))
    assert vera.shows().startswith(vera.words(IN_DANGER))


@BOTH
async def test_words_that_were_deleted_with_their_draft_do_not_come_back(
    town: Town, language: str
) -> None:
    vera = await speaker(town, language)
    await types(vera, BEATEN[language])
    await vera.taps("Ask a person this, urgently", "Delete the draft", "Yes, delete it")
    await vera.sees("Your draft is deleted.")
    await vera.taps("Ask a person")
    await vera.phone.until(lambda: vera.words(WRITE).split(".")[0] in vera.shows())
