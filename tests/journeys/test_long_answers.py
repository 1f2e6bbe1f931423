"""A long answer goes only once its writer says so: on a phone it is hard to read."""

from tests.journeys.test_second_eyes import LANGUAGES, LEADS_AWAY, WAITS, begins, joins
from tests.town import Town

LONG = "Решение можно обжаловать. " * 155


@LANGUAGES
async def test_a_long_answer_is_asked_about_first(town: Town, language: str) -> None:
    case = await begins(town, language)
    typed = case.answers(LONG)
    await case.olli.sees(
        "This is long: it would arrive as {n} messages. Nothing was sent yet. On a phone, a short"
        " answer is read more easily.",
        n=2,
    )
    assert not await case.reached("обжаловать")
    _, shorten = await case.olli.phone.button(case.olli.words("Shorten it"))
    (asked,) = case.olli.phone.answers_to(typed)
    how = case.olli.words(
        "Edit your message and make it shorter: then it goes at once. Nothing was sent yet."
    )
    assert await case.olli.phone.presses(asked, shorten) == how
    await case.olli.taps("Send it as it is")
    await case.reaches("обжаловать")
    await case.olli.sees("On its way to {name}.", name=case.alias)


async def test_a_long_answer_goes_once_it_is_short_and_waits_if_it_leads_away(town: Town) -> None:
    case, kaisa = await begins(town), await joins(town, "fi")
    typed = case.answers(LONG)
    await case.olli.taps("Shorten it")
    case.edits(typed, "Решение можно обжаловать.")
    await case.reaches("Решение можно обжаловать.")
    typed = case.answers(f"{LEADS_AWAY} {LONG}")
    await case.olli.phone.until(lambda: case.olli.phone.answers_to(typed) != [])
    await case.olli.taps("Send it as it is")
    await case.olli.sees(WAITS, lines="")
    await case.looks(kaisa)
    await kaisa.taps("Let it go")
    await case.reaches("личку")
