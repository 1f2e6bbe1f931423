"""A question ends from either side; what comes later is told kindly and goes nowhere."""

from tests.journeys.test_question import asks, reply_to
from tests.town import Town


async def test_the_emigre_closes(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Вопрос")
    await olli.taps("Ota kysymys")
    where = reply_to(town, await olli.sees("Вопрос"))
    await vera.taps("Мой вопрос …")
    await vera.taps("Закрыть вопрос")
    await vera.sees("Новых сообщений волонтёр уже не увидит.")
    assert vera.labels == ["Нет, оставить открытым", "Да, закрыть"]
    dialog, yes = await vera.button("Да, закрыть")
    await vera.presses(dialog, yes)
    await vera.sees("закрыт. Спросить снова можно в любое время.")
    assert "Да, закрыть" not in str(vera.from_bot)
    assert await vera.presses(dialog, yes) is None  # a second tap shows what is so
    await vera.sees("закрыт. Спросить снова можно в любое время.")
    await olli.sees("on nyt suljettu.")
    olli.says("Vielä yksi asia", **where)
    await olli.sees("on suljettu: mitään ei lähetetty.")
    vera.says("А ещё?")
    await vera.button("Спросить об этом человека")
    assert not any("yksi asia" in said["text"] for said in vera.from_bot)
    assert not any("А ещё?" in said["text"] for said in olli.from_bot)


async def test_the_helper_closes(town: Town) -> None:
    vera, olli = await town.emigre("fi"), await town.member("ru")
    await vera.taps("Kysy ihmiseltä")
    vera.says("Milloin haastattelu on?")
    await vera.taps("Lähetä")
    await olli.taps("Взять")
    await olli.sees("Milloin haastattelu on?")
    await olli.taps("Закрыть вопрос")
    await olli.sees("Закрывайте, только если вы ответили на всё.")
    await olli.taps("Да, закрыть")
    await olli.sees("закрыт. Спасибо.")
    await vera.sees("on sulkenut kysymyksesi")
    await vera.taps("Kysy ihmiseltä")
    await vera.sees("Kirjoita kysymyksesi tähän")


async def test_a_question_withdrawn_before_anybody_took_it(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Вопрос")
    offer, take = await olli.button("Ota kysymys")
    await vera.taps("Мой вопрос …")
    await vera.taps("Закрыть вопрос")
    await vera.sees("Тогда на него никто не ответит.")
    await vera.taps("Да, отозвать")
    await vera.sees("отозван. Спросить снова можно")
    await olli.sees("on peruttu.")
    assert await olli.presses(offer, take) == "Tämä kysymys on suljettu."
    assert not any("Вопрос" in said["text"] for said in olli.from_bot)
