"""Two things at once: each question has its code, and what is typed goes where a tap says."""

import re

import pytest

from tests.journeys.test_draft import begins
from tests.speaker import Speaker, speaker
from tests.town import Phone, Town

BOTH = pytest.mark.parametrize("language", ["ru", "fi"])
OFFICE = {
    "ru": "Пришёл отказ, как подать жалобу?",
    "fi": "Miten valitus tehdään hallinto-oikeuteen?",
}
WORK = {"ru": "Когда можно начать работать?", "fi": "Milloin saan tehdä työtä?"}
CODE = re.compile(r"\b[0-9A-Z]{5}\b")


async def asks(vera: Speaker, text: str) -> str:
    """Ask something, also beside what is open; return its code."""
    await begins(vera)
    if vera.words("My questions") in vera.phone.labels:
        await vera.taps("My questions", "Ask something new")
        await vera.phone.until(lambda: vera.words("Home") in vera.phone.labels)
    vera.phone.says(text)
    await vera.sees("This will be sent:")
    await vera.taps("Send")
    await vera.phone.until(lambda: vera.words("Back to the draft") in vera.phone.labels)
    found = CODE.search(vera.shows())
    assert found
    return found[0]


async def is_at_home(vera: Speaker) -> str:
    """Come home, beneath all that was shown; return what it says. News may come after it."""
    typed = vera.phone.says("/start")["message_id"]
    asks = vera.words("How can we help?")

    def homes() -> list[str]:
        return [
            message["text"]
            for message in vera.phone.from_bot
            if message["message_id"] > typed and asks in message["text"]
        ]

    await vera.phone.until(lambda: homes() != [])
    return homes()[0]


@BOTH
async def test_what_belongs_to_nothing_is_offered_to_each_question(
    town: Town, language: str
) -> None:
    vera, olli = await speaker(town, language), await town.member("fi")
    first, second = await asks(vera, OFFICE[language]), await asks(vera, WORK[language])
    await takes(olli, first)
    shown = await is_at_home(vera)
    assert first in shown
    assert second in shown
    vera.phone.says("Ъъъ щщщ ыыы")
    await vera.phone.button(f"…{second} · …")
    older, add = await vera.phone.button(f"…{first} · …")
    assert vera.words("Send this to your helper") not in vera.phone.labels
    await vera.phone.presses(older, add)
    await olli.sees("Ъъъ щщщ ыыы")


@BOTH
async def test_a_reply_to_what_belongs_to_nothing_is_offered_to_each_question(
    town: Town, language: str
) -> None:
    vera = await speaker(town, language)
    first, second = await asks(vera, OFFICE[language]), await asks(vera, WORK[language])
    await is_at_home(vera)
    home = vera.phone.from_bot[-1]["message_id"]
    vera.phone.says("Ъъъ щщщ ыыы", reply_to=home)
    for code in (first, second):
        await vera.phone.button(f"…{code} · …")


@BOTH
async def test_an_answer_that_fits_leads_to_the_choice_by_one_button(
    town: Town, language: str
) -> None:
    vera = await speaker(town, language)
    codes = [await asks(vera, OFFICE[language]), await asks(vera, WORK[language])]
    await is_at_home(vera)
    vera.phone.says(WORK[language])
    await vera.taps("Ask a person this")
    await vera.sees("Nothing was sent yet. Where does this belong? A tap puts it there.")
    for code in codes:
        await vera.phone.button(f"…{code} · …")


@BOTH
async def test_own_questions_are_told_apart_by_their_topics(town: Town, language: str) -> None:
    vera = await speaker(town, language)
    first, second = await asks(vera, OFFICE[language]), await asks(vera, WORK[language])
    await begins(vera)
    await vera.taps("My questions")
    topics = {first: "Appeal", second: "Work and study"}
    for code, topic in topics.items():
        await vera.phone.button(f"{code} · {vera.words(topic)} · {vera.words('waits')}")


@BOTH
async def test_home_names_a_draft_beside_an_open_question_and_leads_to_it(
    town: Town, language: str
) -> None:
    vera = await speaker(town, language)
    code = await asks(vera, "Первое")
    await begins(vera)
    await vera.taps("My questions", "Ask something new")
    vera.phone.says("Второе")
    await vera.sees("This will be sent:")
    await is_at_home(vera)
    assert vera.words("You have a question that is not sent yet.") in vera.shows()
    assert code in vera.shows()
    vera.phone.says("Ъъъ щщщ ыыы")
    await vera.taps("Add to the draft")
    await vera.phone.sees("Второе\n\nЪъъ щщщ ыыы")
    await is_at_home(vera)
    await vera.taps("Open the draft")
    await vera.phone.until(lambda: "Второе" in vera.shows())
    await vera.taps("Topic", "Open the draft", "Send")
    await vera.phone.button(vera.words("Back to the draft"))


@BOTH
async def test_who_asks_beside_an_open_question_sees_it_and_may_ask_another(
    town: Town, language: str
) -> None:
    vera = await speaker(town, language)
    code = await asks(vera, "Первое")
    vera.phone.says("/ask")
    await vera.phone.button(vera.words("Close the question"))
    await vera.taps("Ask something new")
    vera.phone.says("Второе")
    await vera.sees("This will be sent:")
    await vera.taps("Send")
    await vera.phone.until(lambda: code not in vera.shows() and "Второе" not in vera.shows())
    await asks(vera, "Третье")
    vera.phone.says("/ask")
    await vera.phone.button(vera.words("Close the question"))
    await vera.phone.until(lambda: vera.words("Ask something new") not in vera.phone.labels)


async def takes(olli: Phone, code: str) -> None:
    """Take the question with this code."""
    await olli.until(lambda: any(code in each["text"] for each in olli.from_bot))
    offer = next(each for each in olli.from_bot if code in each["text"])
    (row,) = offer["reply_markup"]["inline_keyboard"]
    await olli.presses(offer, row[0]["callback_data"])
    await olli.until(
        lambda: any("valit" in each["text"] or "жалоб" in each["text"] for each in olli.from_bot)
    )


@BOTH
async def test_it_is_urgent_of_an_older_draft_leaves_the_newer_alone(
    town: Town, language: str
) -> None:
    vera = await speaker(town, language)
    await begins(vera)
    vera.phone.says("Первое")
    old = await vera.phone.button(vera.words("It is urgent"))
    await vera.taps("Send")
    await vera.phone.button(vera.words("Back to the draft"))
    await begins(vera)
    await vera.taps("My questions", "Ask something new")
    vera.phone.says("Второе")
    await vera.phone.sees("Второе")
    await vera.phone.presses(*old)
    await vera.sees(
        "Nothing was changed: that was a picture of another question. This is your draft."
    )
    assert vera.words("❗ Urgent: it comes before other questions.") not in vera.shows()
    await vera.phone.until(lambda: str(vera.phone.from_bot).count("Второе") == 1)
    await vera.taps("It is urgent")
    await vera.sees("❗ Urgent: it comes before other questions.")
