"""A helper who asks who somebody is, is asked first whether they meant it: who asks us may stay
unknown.
"""

from bot.core.languages import Language
from tests.journeys.test_question import reply_to
from tests.journeys.test_second_eyes import LANGUAGES, WAITS, begins, joins
from tests.journeys.test_telltales import writes
from tests.speaker import Speaker, speaker
from tests.town import Town

NAME = {"ru": "Здравствуйте! Как вас зовут?", "fi": "Hei! Mikä sinun nimesi on?"}
CENTRE = {"ru": "В каком центре вы живёте?", "fi": "Missä vastaanottokeskuksessa asut?"}
ALLOWED = {"ru": "Какая дата на вашем решении?", "fi": "Mikä on päätöksesi päivämäärä?"}
ASKS = (
    "This asks for something that could tell who they are. They may stay unknown, and an answer"
    " seldom needs it."
)
HOW = "Edit your message and leave that out: then it goes at once. Nothing was sent yet."


@LANGUAGES
async def test_its_writer_is_asked_and_can_change_it(town: Town, language: str) -> None:
    case = await begins(town, language)
    typed = case.answers(NAME[language])
    await case.olli.sees(ASKS)
    assert not await case.reached(NAME[language])
    (asked,) = case.olli.phone.answers_to(typed)
    _, change = await case.olli.phone.button(case.olli.words("Change my message"))
    assert await case.olli.phone.presses(asked, change) == case.olli.words(HOW)
    case.edits(typed, ALLOWED[language])
    await case.reaches(ALLOWED[language])
    assert NAME[language] not in str(case.vera.phone.from_bot)
    assert not [
        shown for shown in case.olli.phone.from_bot if shown["text"] == case.olli.words(ASKS)
    ]


@LANGUAGES
async def test_it_goes_if_they_say_so_and_waits_for_nobody(town: Town, language: str) -> None:
    case = await begins(town, language)
    case.answers(CENTRE[language])
    await case.olli.taps("Send it as it is")
    await case.reaches(CENTRE[language])
    await case.olli.sees("On its way to {name}.", name=case.alias)
    assert case.olli.words(WAITS, lines="")[:20] not in str(case.olli.phone.from_bot)


async def test_what_leads_away_waits_for_eyes_after_that(town: Town) -> None:
    case, kaisa = await begins(town), await joins(town, "fi")
    case.answers("Как вас зовут? Пишите мне в личку.")
    await case.olli.sees(ASKS)
    await case.olli.taps("Send it as it is")
    await case.olli.sees(WAITS, lines="")
    await case.looks(kaisa)


@LANGUAGES
async def test_an_answer_that_went_and_is_edited_so_is_asked_about_too(
    town: Town, language: str
) -> None:
    case = await begins(town, language)
    typed = case.answers(ALLOWED[language])
    await case.reaches(ALLOWED[language])
    case.edits(typed, CENTRE[language])
    await case.olli.sees(ASKS)
    assert not await case.reached(CENTRE[language])
    await case.olli.taps("Send it as it is")
    await case.reaches(CENTRE[language])
    assert ALLOWED[language] not in str(case.vera.phone.from_bot)


@LANGUAGES
async def test_practice_says_so_as_well(town: Town, language: str) -> None:
    olli = Speaker(await town.member(language, agrees=False), Language(language))
    await olli.taps("Practise with a made-up question")
    block, _ = await olli.phone.button(olli.words("Close the question"))
    olli.phone.says(NAME[language], **reply_to(town, block))
    await olli.sees(ASKS)


@LANGUAGES
async def test_whoever_asks_is_warned_of_their_own_number_at_the_office(
    town: Town, language: str
) -> None:
    told = {"ru": "Моё дело № 1234567, что дальше?", "fi": "Asiani on UMA 1234567, mitä nyt?"}
    vera = await speaker(town, language)
    await writes(vera, told[language])
    await vera.phone.button(vera.words("Leave it out, and look"))
    assert vera.words("a number of a document") in vera.shows()
