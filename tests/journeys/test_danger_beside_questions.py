"""Danger beside questions that are open: the words reach somebody, and help stands first."""

import pytest

from tests.journeys.test_draft import begins
from tests.journeys.test_own_questions import asks_more
from tests.journeys.test_question import asks
from tests.journeys.test_telltales import writes
from tests.speaker import speaker
from tests.town import Town

BOTH = pytest.mark.parametrize("language", ["ru", "fi"])
POLICE = {"ru": "За мной пришла полиция, помогите!", "fi": "Poliisi tuli hakemaan minua, auttakaa!"}
REMOVAL = {"ru": "Завтра меня депортируют", "fi": "Huomenna minut karkotetaan"}
DESPAIR = {"ru": "Я не хочу жить", "fi": "En halua elää enää"}
STUDY = {"ru": "Можно ли учиться?", "fi": "Voinko opiskella?"}
NUMBER = "+358 40 1234567"
IN_DANGER = "<b>Is somebody in danger now? Call 112.</b>"
SAY_AT_ONCE = {"ru": "прошу убежища", "fi": "haen turvapaikkaa"}


@BOTH
async def test_words_of_danger_go_into_the_question_that_waits_and_hasten_it(
    town: Town, language: str
) -> None:
    vera, olli = await speaker(town, language), await town.member("fi")
    await writes(vera, STUDY[language])
    await olli.button("Ota kysymys")
    vera.phone.says("/start")
    await vera.sees("How can we help?")
    vera.phone.says(POLICE[language])
    await vera.phone.sees("112")
    add = vera.words("Add to question {code}", code="")
    await vera.phone.button(f"{add}…")
    assert vera.words("Urgent question to a person") not in vera.phone.labels
    await vera.phone.taps(f"{add}…")
    await olli.sees("Kiireellinen kysymys")
    await olli.taps("Ota kysymys")
    await olli.sees(POLICE[language])
    vera.phone.says("/start")
    await vera.phone.sees("❗ ")
    await vera.phone.taps(vera.words("My question {code}", code="").strip() + "…")
    await vera.phone.button(vera.words("Something is not right"))
    assert vera.phone.labels[0] == vera.words("Urgent help")


@BOTH
async def test_a_number_in_words_of_danger_hides_no_help_and_home_loses_nothing(
    town: Town, language: str
) -> None:
    vera, olli = await speaker(town, language), await town.member("fi")
    await writes(vera, STUDY[language])
    await olli.taps("Ota kysymys")
    await olli.button("Sulje kysymys")
    text = f"{POLICE[language]} {NUMBER}"
    vera.phone.says(text)
    shown, data = await vera.phone.button(vera.words("Send all of it"))
    assert vera.words(IN_DANGER) in shown["text"]
    await vera.taps("Home")
    await vera.sees("How can we help?")
    await vera.phone.presses(shown, data)
    await olli.sees(NUMBER)


@BOTH
async def test_one_danger_hides_no_other_in_a_draft(town: Town, language: str) -> None:
    vera = await speaker(town, language)
    await begins(vera)
    for text in (DESPAIR[language], REMOVAL[language]):
        vera.phone.says(text)
        await vera.phone.sees(text)
    card = await vera.phone.sees(REMOVAL[language])
    assert "MIELI" in card["text"]
    await vera.phone.button(vera.words("What to say and do now"))


@BOTH
async def test_who_says_the_police_have_come_reads_what_to_say_to_them(
    town: Town, language: str
) -> None:
    vera = await speaker(town, language)
    await begins(vera)
    vera.phone.says(POLICE[language])
    await vera.phone.sees(SAY_AT_ONCE[language])


async def test_what_cannot_wait_may_be_a_fourth_question(town: Town) -> None:
    vera, nina = await town.emigre("ru"), await town.member("ru", name="Nina")
    await asks(vera, "Первое")
    await asks_more(vera, "Второе")
    await asks_more(vera, "Третье")
    vera.says("/start")
    await vera.taps("Мои вопросы")
    await vera.sees("Они хранятся 30 дней")
    vera.says(POLICE["ru"])
    await vera.taps("Спросить это отдельно")
    await vera.taps("Это срочно")
    await vera.taps("Отправить")
    await nina.sees("Срочный вопрос")
