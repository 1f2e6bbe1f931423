"""What was said of a helper in silence stays true on every screen, and gives nobody away."""

import pytest

from tests.journeys.test_own_questions import asks_more
from tests.journeys.test_question import asks
from tests.journeys.test_telltales import is_asked
from tests.speaker import speaker
from tests.town import Town

BOTH = pytest.mark.parametrize("language", ["ru", "fi"])


async def test_another_question_with_the_same_person_goes_on_being_offered(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    nina = await town.coordinator("ru", name="Nina")
    await asks(vera, "Первое")
    await olli.taps("Ota kysymys")
    await vera.sees("взял волонтёр")
    await asks_more(vera, "Второе")
    await olli.taps("Ota kysymys")
    await olli.sees("Второе")
    await vera.until(lambda: str(vera.from_bot).count("взял волонтёр") == 2)
    await vera.taps("Мой вопрос…")
    await vera.taps("Что-то не так")
    await vera.taps("С этим человеком мне небезопасно")
    await vera.sees("Этот же человек помогает и с другим вашим вопросом.")
    for _ in range(2):  # each time one looks, as long as it is true
        vera.says("/start")
        await vera.taps("Мои вопросы")
        await vera.taps(next(label for label in vera.labels if "у волонтёра" in label))
        await vera.sees("с кем вы больше не хотели")
        await vera.button("Передать другому и вопрос…")
    await vera.taps("Передать другому и вопрос…")
    await olli.loses("Первое")
    await nina.sees("вернулся")
    vera.says("/start")
    await vera.taps("Мои вопросы")
    await vera.sees("Они хранятся 30 дней")
    assert not [label for label in vera.labels if "у волонтёра" in label]


@BOTH
async def test_a_lone_coordinator_who_helps_is_not_given_away(town: Town, language: str) -> None:
    vera, kaisa = await speaker(town, language), await town.coordinator("fi")
    await is_asked(vera, kaisa)
    await vera.phone.taps("Мой вопрос…" if language == "ru" else "Kysymykseni…")
    await vera.taps("Something is not right", "What they write is wrong")
    await vera.sees("No coordinator can look at it just now.")
