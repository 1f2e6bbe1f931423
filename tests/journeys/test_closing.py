"""A question ends from either side; what comes later is told kindly and goes nowhere."""

from tests.journeys.test_question import asks, reply_to
from tests.town import Town


async def test_the_emigre_closes(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Вопрос")
    await olli.taps("Otan tämän")
    where = reply_to(town, await olli.sees("Вопрос"))
    await vera.taps("Мой вопрос …")
    await vera.taps("Закрыть вопрос")
    await vera.sees("Новых сообщений помощник уже не увидит.")
    assert vera.labels == ["Нет, оставить открытым", "Да, закрыть"]
    await vera.taps("Да, закрыть")
    await vera.sees("закрыт.")
    await olli.sees("on nyt suljettu.")
    olli.says("Vielä yksi asia", **where)
    await olli.sees("on suljettu: mitään ei lähetetty.")
    vera.says("А ещё?")
    await vera.sees("Пока ничего не отправлено.")
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
    await olli.sees("Закройте, когда на всё есть ответ.")
    await olli.taps("Да, закрыть")
    await olli.sees("закрыт. Спасибо.")
    await vera.sees("on nyt suljettu.")
    vera.says("/start")
    await vera.sees("Miten voimme auttaa?")
    assert "Kysy ihmiseltä" in vera.labels


async def test_a_question_withdrawn_before_anybody_took_it(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Вопрос")
    offer, take = await olli.button("Otan tämän")
    await vera.taps("Мой вопрос …")
    await vera.taps("Закрыть вопрос")
    await vera.taps("Да, закрыть")
    await olli.sees("on peruttu.")
    assert await olli.presses(offer, take) == "Tämä kysymys on suljettu."
    assert not any("Вопрос" in said["text"] for said in olli.from_bot)


async def test_a_draft_can_be_seen_added_to_changed_and_deleted(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await vera.taps("Спросить человека")
    first = vera.says("Первое")
    await vera.sees("Будет отправлено:")
    vera.says("Второе")
    await vera.sees("Первое\n\nВторое")
    town.telegram.edits(vera.user, vera.bot, first["message_id"], "Первое, точнее")
    await vera.sees("Изменение принято.")
    vera.says("/start")
    await vera.sees("Чем вам помочь?")
    await vera.taps("Спросить человека")
    await vera.sees("Первое, точнее\n\nВторое")
    await vera.taps("Удалить черновик")
    await vera.sees("Чем вам помочь?")
    await vera.taps("Спросить человека")
    await vera.sees("Напишите вопрос здесь")
    assert not any("Uusi kysymys" in said["text"] for said in olli.from_bot)


async def test_a_draft_takes_twenty_messages_and_says_so(town: Town) -> None:
    vera = await town.emigre("ru")
    await vera.taps("Спросить человека")
    for number in range(21):
        vera.says(f"Строка {number}")
    await vera.sees("В одном вопросе может быть 20 сообщений.")
    await vera.taps("Отправить")
    await vera.sees("Вопрос отправлен.")
