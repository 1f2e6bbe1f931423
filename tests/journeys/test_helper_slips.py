"""A helper types in the wrong place: nothing goes anywhere by guess."""

from tests.journeys.test_question import asks, reply_to
from tests.town import Town


async def test_who_takes_a_question_is_told_that_they_have_it(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Вопрос")
    await olli.sees("Uusi kysymys")
    await olli.taps("Otan tämän")
    await vera.sees("взял на себя волонтёр")
    await olli.sees("on nyt sinulla")
    await olli.sees("Вопрос")
    assert not any("on jo otettu" in said["text"] for said in olli.from_bot)


async def test_loose_text_of_a_helper_is_asked_back(town: Town) -> None:
    await town.emigre("ru")
    olli = await town.member("fi")
    olli.says("Kenelle tämä menee?")
    await olli.sees("Mihin kysymykseen tämä kuuluu?")
    assert "Kysy tämä" not in str(olli.from_bot)


async def test_loose_text_after_taking_an_answer_back_goes_nowhere(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Вопрос")
    await olli.sees("Uusi kysymys")
    await olli.taps("Otan tämän")
    olli.says("Väärä vastaus", **reply_to(town, await olli.sees("Вопрос")))
    await vera.sees("Väärä vastaus")
    await olli.taps("Poista toiselta puolelta")
    await vera.loses("Väärä vastaus")
    olli.says("Ajattelen ääneen")
    await olli.sees("Mihin kysymykseen tämä kuuluu?")
    assert not any("ääneen" in said["text"] for said in vera.from_bot + olli.from_bot)
