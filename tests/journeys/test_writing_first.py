"""A coordinator writes first to whoever asked a question that is over, by its code alone."""

import re
from typing import Any

from tests.journeys.test_odd_orders import key
from tests.journeys.test_own_questions import asks_more
from tests.journeys.test_question import asks, reply_to
from tests.journeys.test_queue import labels, opens_queue
from tests.journeys.test_team import comes_home, flat, goes, holds
from tests.journeys.test_two_sides import asks_oneself
from tests.town import Phone, Town


async def is_over(vera: Phone, olli: Phone, question: str = "Вопрос Веры") -> None:
    """Let a question be asked, taken and closed."""
    await holds(vera, olli, question)
    await olli.taps("Sulje kysymys")
    await olli.taps("Kaikkeen on vastattu")
    await vera.sees("закрывает ваш вопрос")


async def with_one_over(town: Town) -> tuple[Phone, Phone, Phone]:
    """Return a coordinator, a volunteer, and who asked a question that this one has closed."""
    kaisa, olli = await town.coordinator("fi"), await town.member("fi")
    vera = await town.emigre("ru")
    await is_over(vera, olli)
    return kaisa, olli, vera


async def chooses(kaisa: Phone) -> dict[str, Any]:
    """Open the list of what is over, and the newest in it."""
    past = await goes(kaisa, await opens_queue(kaisa), "Kirjoita ensin", "Kenelle kirjoitat")
    return await goes(kaisa, past, labels(past)[0], "Kirjoitetaanko ensin")


async def test_there_and_back(town: Town) -> None:
    kaisa, _, vera = await with_one_over(town)
    asked = await chooses(kaisa)
    await goes(kaisa, asked, "Kyllä, kirjoita ensin", "on nyt sinulla")
    told = await vera.sees("хочет написать вам")
    assert "о вашем прежнем вопросе" in told["text"]
    block = await kaisa.sees(", venäjäksi.")
    assert "Вопрос Веры" not in str(kaisa.from_bot)

    kaisa.says("Löysimme juristin", **reply_to(town, block))
    await vera.sees("Löysimme juristin")
    vera.says("Спасибо!")
    await kaisa.sees("Спасибо!")


async def test_that_somebody_has_a_question_open_is_told_to_nobody(town: Town) -> None:
    """It would say whose two questions are one's: a second one begins, as people may have three."""
    kaisa, _, vera = await with_one_over(town)
    asked = await chooses(kaisa)
    await asks(vera, "Второй вопрос")
    await goes(kaisa, asked, "Kyllä, kirjoita ensin", "on nyt sinulla")
    await vera.sees("хочет написать вам")


async def test_who_has_three_open_cannot_be_written_to_and_why_is_not_told(town: Town) -> None:
    kaisa, _, vera = await with_one_over(town)
    asked = await chooses(kaisa)
    await asks(vera, "Второй вопрос")
    await asks_more(vera, "Третий вопрос")
    await asks_more(vera, "Четвёртый вопрос")
    await goes(kaisa, asked, "Kyllä, kirjoita ensin", "ei juuri nyt voi kirjoittaa ensin")
    assert "хочет написать вам" not in str(vera.from_bot)


async def test_a_draft_goes_beside_it(town: Town) -> None:
    kaisa, olli, vera = await with_one_over(town)
    await vera.taps("Спросить человека")
    await vera.sees("Напишите вопрос здесь")
    vera.says("Ещё один вопрос")
    draft = await vera.sees("Будет отправлено:")
    await goes(kaisa, await chooses(kaisa), "Kyllä, kirjoita ensin", "on nyt sinulla")
    await vera.sees("хочет написать вам")
    message, send = key(draft, "Отправить")
    await vera.presses(message, send)
    await vera.sees("Ваш вопрос отправлен")
    await olli.sees("Uusi kysymys")


async def test_nobody_writes_first_to_who_is_blocked(town: Town) -> None:
    kaisa, _, vera = await with_one_over(town)
    asked = await chooses(kaisa)
    code = re.search(r"kysymyksen ([A-Z0-9]{5})", asked["text"])
    assert code
    kaisa.says(f"/block {code[1]}")
    await kaisa.taps("Kyllä, estä")
    await kaisa.sees("Estetyt")
    await goes(kaisa, asked, "Kyllä, kirjoita ensin", "on jo estetty")
    assert "хочет написать вам" not in str(vera.from_bot)


async def test_nobody_writes_first_to_themselves(town: Town) -> None:
    if not flat(town):
        return  # with two bots each is its own side
    kaisa, olli = await town.coordinator("fi"), await town.member("fi")
    await asks_oneself(kaisa)
    await olli.taps("Ota kysymys")
    await olli.taps("Sulje kysymys")
    await olli.taps("Kaikkeen on vastattu")
    await kaisa.sees("sulki kysymyksesi")
    kaisa.says("/start")
    await kaisa.until(lambda: "Työpöydälleni" in str(kaisa.from_bot[-1]))
    home = await goes(kaisa, kaisa.from_bot[-1], "Työpöydälleni", "Työpöytäsi")
    queue = await goes(kaisa, home, "Jono", "Vapaaehtoisilla: ")
    await goes(kaisa, queue, "Kirjoita ensin", "Ei ole ketään")


async def test_nothing_is_over_yet(town: Town) -> None:
    kaisa = await town.coordinator("fi")
    await goes(kaisa, await opens_queue(kaisa), "Kirjoita ensin", "Ei ole ketään")
    assert await comes_home(kaisa)


async def test_words_of_danger_are_not_lost_if_the_team_wrote_first_meanwhile(town: Town) -> None:
    kaisa, _, vera = await with_one_over(town)
    vera.says("/start")
    await vera.sees("Чем вам помочь?")
    vera.says("меня задержали сейчас помогите")
    await vera.sees("звоните 112")
    urgently = await vera.button("Срочно спросить человека")
    await goes(kaisa, await chooses(kaisa), "Kyllä, kirjoita ensin", "on nyt sinulla")
    await vera.sees("хочет написать вам")
    await vera.presses(*urgently)
    await vera.taps("Передать волонтёру")
    await kaisa.sees("меня задержали сейчас помогите")


async def test_a_question_that_nobody_wrote_in_is_closed_from_the_queue(town: Town) -> None:
    kaisa, olli, vera = (
        await town.coordinator("fi"),
        await town.member("fi"),
        await town.emigre("ru"),
    )
    nina = await town.coordinator("fi", name="Nina")
    await is_over(vera, olli)
    await goes(kaisa, await chooses(kaisa), "Kyllä, kirjoita ensin", "on nyt sinulla")
    queue = await opens_queue(nina)
    one = await goes(nina, queue, labels(queue)[0], "Kysymys on jäsenellä ")
    asked = await goes(nina, one, "Takaisin jonoon", "Siirretäänkö kysymys")
    await goes(nina, asked, "Kyllä, takaisin jonoon", "ei ollut kirjoitettu mitään")
    await kaisa.sees("ei ollut kirjoitettu mitään")


async def test_who_wrote_nothing_leaves_no_empty_question_to_others(town: Town) -> None:
    kaisa, olli, vera = await with_one_over(town)
    await goes(kaisa, await chooses(kaisa), "Kyllä, kirjoita ensin", "on nyt sinulla")
    await vera.sees("хочет написать вам")
    offers = str(olli.from_bot).count("Ota kysymys")
    await kaisa.taps("Palauta jonoon")
    said = await kaisa.presses(*await kaisa.button("Kyllä, palauta jonoon"))
    assert "ei ollut kirjoitettu mitään" in (said or str(kaisa.from_bot))
    await vera.sees("в нём ничего не написали")
    assert str(olli.from_bot).count("Ota kysymys") == offers
    await asks(vera, "Вопрос после этого")
