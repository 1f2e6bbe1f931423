"""A question that cannot wait is offered as urgent, and stands first where questions wait."""

from tests.journeys.test_question import asks
from tests.town import Town


async def test_an_urgent_question_says_so_to_the_team_and_comes_first(town: Town) -> None:
    ilmari, vera = await town.emigre("fi", name="Ilmari"), await town.emigre("ru")
    olli = await town.member("fi")
    await ilmari.taps("Kysy ihmiseltä")
    ilmari.says("Voiko odottaa")
    await ilmari.taps("Lähetä")
    await olli.sees("Uusi kysymys")
    await vera.taps("Срочная помощь")
    await vera.taps("Срочный вопрос человеку")
    await vera.sees("Напишите вопрос здесь")
    vera.says("Меня задержали")
    preview = await vera.sees("Будет отправлено:")
    assert "Срочно" in preview["text"]
    await vera.taps("Отправить")
    urgent = await olli.sees("Kiireellinen kysymys")
    assert "Меня задержали" not in urgent["text"]
    olli.says("/waiting")
    await olli.button("Ota ❗ …")
    assert olli.labels[0].startswith("Ota ❗ ")
    await olli.taps("Ota ❗ …")
    await olli.sees("Меня задержали")


async def test_a_draft_becomes_urgent_and_ordinary_again(town: Town) -> None:
    vera = await town.emigre("ru")
    await vera.taps("Спросить человека")
    vera.says("Вопрос")
    await vera.taps("Это срочно")
    await vera.sees("Срочно")
    await vera.taps("Это не срочно")
    await vera.button("Это срочно")
    await vera.taps("Главное меню")
    await vera.taps("Срочная помощь")
    await vera.taps("Срочный вопрос человеку")
    draft = await vera.sees("Будет отправлено:")
    assert "Срочно" in draft["text"]


async def test_a_question_that_waits_becomes_urgent(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Вопрос")
    await olli.sees("Uusi kysymys")
    await vera.taps("Главное меню")
    await vera.taps("Срочная помощь")
    await vera.taps("Срочный вопрос человеку")
    await vera.sees("теперь срочный")
    await olli.sees("Kiireellinen kysymys")
    await olli.taps("Ota kysymys")
    await olli.sees("Вопрос")
    await vera.sees("взял волонтёр")
    await vera.taps("Главное меню")
    await vera.taps("Срочная помощь")
    await vera.taps("Срочный вопрос человеку")
    await vera.sees("Всё, что вы сейчас напишете, добавится")
