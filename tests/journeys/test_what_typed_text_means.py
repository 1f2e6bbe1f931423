"""Typed text goes where one rule says: what was asked for, what it replies to, what was shown."""

from tests.journeys.test_question import asks, reply_to
from tests.town import Town


async def test_text_that_nothing_waits_for_is_offered_as_a_question(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    vera.says("Мне пришло письмо")
    await vera.button("Спросить об этом человека")
    await vera.taps("Спросить об этом человека")
    await vera.sees("Будет отправлено:\n\nМне пришло письмо")
    await vera.taps("Отправить")
    await olli.sees("Uusi kysymys")


async def test_an_old_button_does_not_ask_the_same_text_twice(town: Town) -> None:
    vera = await town.emigre("ru")
    vera.says("Мне пришло письмо")
    shown, data = await vera.button("Спросить об этом человека")
    await vera.presses(shown, data)
    await vera.taps("Отправить")
    await vera.sees("вопрос отправлен.")
    await vera.taps("Мой вопрос …")
    await vera.taps("Закрыть вопрос")
    await vera.taps("Да, отозвать")
    await vera.presses(shown, data)
    await vera.sees("Напишите вопрос здесь")


async def test_text_after_the_requests_screen_belongs_to_it(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Вопрос")
    vera.says("И дополнение")
    await vera.sees("Добавлено к вашему вопросу")
    await olli.taps("Ota kysymys")
    await olli.sees("И дополнение")
    await vera.sees("взял волонтёр")
    vera.says("После взятия")
    await olli.sees("После взятия")


async def test_text_after_home_is_asked_back_and_can_be_added(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Вопрос")
    await olli.taps("Ota kysymys")
    await olli.sees("Вопрос")
    await vera.sees("взял волонтёр")
    vera.says("/start")
    await vera.sees("Чем вам помочь?")
    vera.says("Забыла сказать")
    await vera.button("Передать волонтёру")
    assert not any("Забыла" in said["text"] for said in olli.from_bot)
    await vera.taps("Передать волонтёру")
    await olli.sees("Забыла сказать")
    await vera.sees("Передаём.")
    vera.says("И теперь сразу")
    await olli.sees("И теперь сразу")


async def test_a_reply_to_an_answer_belongs_to_its_request(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Вопрос")
    await olli.taps("Ota kysymys")
    olli.says("Odota hetki", **reply_to(town, await olli.sees("Вопрос")))
    answer = await vera.sees("Odota hetki")
    vera.says("/start")
    await vera.sees("Чем вам помочь?")
    vera.says("Хорошо, жду", reply_to=answer["message_id"])
    await olli.sees("Хорошо, жду")


async def test_a_member_is_never_offered_their_own_question(town: Town) -> None:
    if town.inside is not town.outside:
        return  # told below, with two bots
    olli, nina = await town.member("fi"), await town.member("ru", name="Nina")
    await olli.taps("Omat kysymykseni")
    await olli.taps("Kysy ihmiseltä")
    await olli.taps("Kyllä, suostun")
    olli.says("Oma asia")
    await olli.taps("Lähetä")
    await nina.sees("Новый вопрос")
    assert not any("Uusi kysymys" in said["text"] for said in olli.from_bot)
    _, take = await nina.button("Взять")
    assert await olli.presses(olli.from_bot[-1], take) == (
        "Tämä on oma kysymyksesi: toinen vapaaehtoinen ottaa sen."
    )
    olli.says("/waiting")
    await olli.sees("Nyt ei ole odottavia kysymyksiä.")
