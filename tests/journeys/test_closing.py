"""A question ends from either side; what comes later is told kindly and goes nowhere."""

from tests.journeys.test_question import asks, reply_to
from tests.journeys.test_team import comes_home, goes, holds
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
    await olli.sees("Почему закрыть ")
    await olli.taps("На всё дан ответ")
    await olli.sees("закрыт. Спасибо.")
    await vera.sees("sulki kysymyksesi")
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
    assert (
        await olli.presses(offer, take) == "Tämä kysymys on suljettu, tai se on jollakulla muulla."
    )
    assert not any("Вопрос" in said["text"] for said in olli.from_bot)


async def test_who_asked_reads_why_it_was_closed_and_says_whether_it_helped(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    block = await holds(vera, olli)
    await olli.taps("Sulje kysymys")
    await olli.sees("Miksi ")
    message, elsewhere = await olli.button("Asia kuuluu muualle")
    assert "Kirjoita ensin" in str(await olli.presses(message, elsewhere))
    olli.says("Poliisi tietää", **reply_to(town, block))
    await vera.sees("Poliisi tietää")
    await olli.presses(message, elsewhere)
    closed = await vera.sees("лучше обратиться не к нам")
    _, data = await vera.button("Нет")
    thanks = "Спасибо, что сказали. Вопрос можно открыть снова или задать новый."
    assert await vera.presses(closed, data) == thanks
    after = await vera.sees(thanks)
    assert after["message_id"] == closed["message_id"], "it stands where it was asked"
    assert "лучше обратиться не к нам" in after["text"]
    left = [key["text"] for row in after["reply_markup"]["inline_keyboard"] for key in row]
    assert left == ["Открыть снова", "Спросить человека"]
    duty = await goes(olli, await comes_home(olli), "Vuoroni", "Viimeisten 30 päivän")
    assert "otit 1 ja vastasit näihin: 1." in duty["text"]
    assert "Apua oli" not in duty["text"], "from one, a helper could tell what somebody said"


async def test_what_is_too_much_goes_back_and_its_helper_rests(town: Town) -> None:
    vera, olli, nina = (
        await town.emigre("ru"),
        await town.member("fi"),
        await town.member("ru", name="Nina"),
    )
    await holds(vera, olli)
    await olli.taps("Palauta jonoon")
    await olli.taps("Liian raskasta: takaisin ja lepo")
    await olli.loses("Вопрос")
    rest = await olli.sees("Tällaiset tarinat painavat")
    assert "message_thread_id" not in rest
    await nina.sees("вернулся")
    await vera.sees("ждёт другого волонтёра")
    assert "tauolla" in (await comes_home(olli))["text"]


async def test_what_came_before_the_tap_is_read_before_it_closes(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await holds(vera, olli)
    await olli.taps("Sulje kysymys")
    done = await olli.button("Kaikkeen on vastattu")
    vera.says("Они уже у двери")
    await olli.sees("Они уже у двери")
    await olli.presses(*done)
    again = await olli.button("Kaikkeen on vastattu")
    assert again[1] != done[1]
    assert "закрывает ваш" not in str(vera.from_bot)
    await olli.presses(*again)
    await vera.sees("закрывает ваш вопрос")


async def test_who_closes_reads_that_more_is_on_its_way(town: Town) -> None:
    more = "Lisää kysyjän kirjoittamaa on matkalla sinulle"
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await holds(vera, olli)
    held = town.telegram.faults.add("sendMessage", kind="held", chat_id=olli.user.id)
    vera.says("Они уже у двери")
    await olli.sees("Они уже у двери")  # Telegram has it; that it does, we have not heard
    await olli.taps("Sulje kysymys")
    await olli.sees(more)
    town.telegram.faults.remove(held)
    await town.quiet()
    await olli.taps("Ei, jätä auki")
    await olli.taps("Sulje kysymys")
    await olli.button("Kaikkeen on vastattu")
    assert more not in str(olli.from_bot)
