"""Coordinators block somebody by a question's code, and never learn who it is."""

from datetime import timedelta
from typing import Any

from tests.journeys.test_odd_orders import key, now
from tests.journeys.test_question import asks
from tests.journeys.test_queue import labels, opens_queue
from tests.journeys.test_team import comes_home, goes, holds
from tests.town import Phone, Town

NO_MORE = "Команда больше не принимает от вас вопросы"


async def blocks(kaisa: Phone) -> None:
    """Let a coordinator block who asked the first question of the queue."""
    queue = await opens_queue(kaisa)
    one = await goes(kaisa, queue, labels(queue)[0], " lu")  # “reads”
    asked = await goes(kaisa, one, "Estä kysyjä", "Estetäänkö")
    await goes(kaisa, asked, "Kyllä, estä", "Estetyt")


async def asks_for_block(kaisa: Phone) -> None:
    """Let one of two coordinators ask for a block of who asked the first question."""
    queue = await opens_queue(kaisa)
    one = await goes(kaisa, queue, labels(queue)[0], " lu")  # “reads”
    asked = await goes(kaisa, one, "Estä kysyjä", "Toisen koordinaattorin on hyväksyttävä")
    await goes(kaisa, asked, "Kysy muilta", "odottaa vuorokauden")


async def test_who_is_blocked_asks_no_more_and_may_be_let_in_again(town: Town) -> None:
    kaisa, olli = await town.coordinator("fi"), await town.member("fi")
    vera = await town.emigre("ru")
    await holds(vera, olli)
    await blocks(kaisa)
    closed = await vera.sees("Команда закрыла ваш вопрос")
    assert "reply_markup" in closed, "a way on"
    await olli.sees("on nyt suljettu.")
    vera.says("Почему?")
    await vera.until(lambda: str(vera.from_bot).count(NO_MORE) == 2)
    vera.says("/ask")
    await vera.until(lambda: str(vera.from_bot).count(NO_MORE) == 3)
    assert NO_MORE in str(await vera.presses(vera.from_bot[0], "a"))
    vera.says("/privacy")
    await vera.sees("Вы не можете задавать вопросы с")
    assert "Почему?" not in str(olli.from_bot) + str(kaisa.from_bot)

    queue = await opens_queue(kaisa)
    bans = await goes(kaisa, queue, "Estetyt", "Estetyt")
    assert "Vera" not in str(bans)
    asked = await goes(kaisa, bans, labels(bans)[0], "Saako kysymyksen")
    await goes(kaisa, asked, "Kyllä, saa kysyä", "Ketään ei ole estetty.")
    await vera.sees("снова можете задавать")
    vera.says("/start")
    await asks(vera, "Ещё вопрос")
    await kaisa.sees("Uusi kysymys")


WRONG = ("Jokin on vialla", "Mikä on vialla")


async def opens_held(olli: Phone) -> dict[str, Any]:
    """Let a helper open their only question from home."""
    home = await comes_home(olli)
    return await goes(olli, home, labels(home)[0], "Odottaa vastaustasi.")


async def wishes_a_block(olli: Phone) -> dict[str, Any]:
    """Let a helper ask the coordinators for a block; return what shows that they did."""
    asked = await goes(olli, await opens_held(olli), *WRONG)
    return await goes(olli, asked, "Pyydä estämään kysyjä", "on pyydetty")


async def test_a_volunteer_asks_the_coordinators_to_block(town: Town) -> None:
    kaisa, olli = await town.coordinator("fi"), await town.member("fi")
    vera = await town.emigre("ru")
    await holds(vera, olli)
    asked = await goes(olli, await opens_held(olli), *WRONG)
    await goes(olli, asked, "Takaisin", "Odottaa vastaustasi.")
    await wishes_a_block(olli)
    letter = await kaisa.sees("Vapaaehtoinen pyytää")
    assert str(kaisa.from_bot).count("Vapaaehtoinen pyytää") == 1
    assert "Вопрос" not in str(letter)
    await kaisa.presses(*key(letter, "Estä kysyjä"))
    await kaisa.taps("Kyllä, estä")
    await vera.sees("Команда закрыла ваш вопрос")


async def test_a_coordinator_says_no_to_a_helpers_wish_and_can_say_why(town: Town) -> None:
    kaisa, nina = await town.coordinator("fi"), await town.coordinator("ru", name="Nina")
    olli, vera = await town.member("fi"), await town.emigre("ru")
    await holds(vera, olli)
    await wishes_a_block(olli)
    theirs, hers = await kaisa.sees("Vapaaehtoinen pyytää"), await nina.sees("просит заблокировать")
    await kaisa.presses(*key(theirs, "Kysymys "))
    await kaisa.taps("Muistiinpano tiimille")
    await kaisa.sees("Kirjoita muistiinpano")
    assert await kaisa.presses(*key(theirs, "Ei, ei estetä"))
    told = await olli.sees("päätti, ettei tätä ihmistä estetä")
    assert "Palauta jonoon" in str(told)
    await kaisa.until(lambda: "sai jäädä" in now(kaisa, theirs)["text"])
    await nina.until(lambda: "не заблокирован" in now(nina, hers)["text"])
    assert await nina.presses(*key(hers, "Не блокировать")) == "Это уже решено, или время вышло."
    vera.says("Ещё")
    await olli.sees("Ещё")
    await wishes_a_block(olli)


async def test_a_block_needs_a_second_coordinators_yes(town: Town) -> None:
    kaisa, nina = await town.coordinator("fi"), await town.coordinator("ru", name="Nina")
    olli, vera = await town.member("fi"), await town.emigre("ru")
    await holds(vera, olli)
    await asks_for_block(kaisa)
    wish = await nina.sees("хочет заблокировать автора вопроса")
    await nina.presses(*key(wish, "Посмотреть"))
    look = await nina.sees("Соглашайтесь, только если")
    await nina.presses(*key(look, "Вопрос "))
    await nina.sees("Больше его никто не читает")
    assert "Команда закрыла" not in str(vera.from_bot)
    await nina.presses(*key(look, "Да, я за"))
    await vera.sees("Команда закрыла ваш вопрос")
    await kaisa.sees("on nyt estetty")


async def test_who_was_complained_of_blocks_nobody_alone(town: Town) -> None:
    """Nor with the help of another who has a part in it."""
    kaisa, nina = await town.coordinator("fi"), await town.coordinator("ru", name="Nina")
    vera = await town.emigre("ru")
    await asks(vera, "Вопрос")
    await kaisa.taps("Ota kysymys")
    await kaisa.sees("Вопрос")
    await vera.taps("Мой вопрос…")
    await vera.taps("Что-то не так")
    await vera.taps("Написанное неверно")
    await nina.sees("в написанном что-то неверно")
    await asks_for_block(kaisa)
    wish = await nina.sees("хочет заблокировать автора вопроса")
    await nina.presses(*key(wish, "Посмотреть"))
    await nina.sees("❗ Автор вопроса говорит")
    await nina.taps("Нет")
    await kaisa.sees("ei hyväksytty")
    vera.says("Добавлю")
    await kaisa.sees("Добавлю")


async def test_nobody_decides_a_wish_for_a_block_within_a_day(town: Town) -> None:
    kaisa, nina = await town.coordinator("fi"), await town.coordinator("ru", name="Nina")
    vera = await town.emigre("ru")
    await asks(vera, "Вопрос")
    await asks_for_block(kaisa)
    await nina.sees("хочет заблокировать автора вопроса")
    await town.quiet()
    town.clock.push(timedelta(days=1, seconds=1))
    await kaisa.sees("Kukaan ei vastannut")
    assert "Команда закрыла" not in str(vera.from_bot)


async def test_a_waiting_question_of_who_is_blocked_is_offered_no_more(town: Town) -> None:
    kaisa, olli = await town.coordinator("fi"), await town.member("fi")
    vera = await town.emigre("ru")
    await asks(vera, "Вопрос")
    offer, take = await olli.button("Ota kysymys")
    await blocks(kaisa)
    await olli.sees("on peruttu.")
    assert (
        await olli.presses(offer, take) == "Tämä kysymys on suljettu, tai se on jollakulla muulla."
    )


async def test_a_code_is_enough_and_a_wrong_one_blocks_nobody(town: Town) -> None:
    kaisa, vera = await town.coordinator("fi"), await town.emigre("ru")
    await asks(vera, "Вопрос")
    code = (await vera.sees("Его код"))["text"].partition("Его код — ")[2][:5]
    kaisa.says("/block AAAAA")
    await kaisa.sees("Lähettämälläsi koodilla ei ole")
    kaisa.says(f"/block {code.lower()}")
    await kaisa.sees(f"Estetäänkö kysymyksen {code} kysyjä?")
    await kaisa.taps("Ei, jätä ennalleen")
    vera.says("Добавлю")
    await vera.sees("Добавлено к вашему вопросу")


async def test_who_erases_themselves_and_comes_back_stays_blocked(town: Town) -> None:
    """What is left says nothing of them, and they are told that it is left."""
    kaisa, vera = await town.coordinator("fi"), await town.emigre("ru")
    await asks(vera, "Вопрос")
    await blocks(kaisa)
    await vera.sees("Команда закрыла ваш вопрос")
    vera.says("/privacy")
    await vera.taps("Удалить всё")
    await vera.taps("Да, удалить всё")
    await vera.sees("Запрет задавать вопросы действует")
    again = await town.arrives(vera, agrees=False)
    again.says("Помогите")
    await again.until(lambda: NO_MORE in again.from_bot[-1]["text"])


async def test_a_wish_is_told_once_and_says_when_it_is_fulfilled(town: Town) -> None:
    kaisa, nina = await town.coordinator("fi"), await town.coordinator("ru", name="Nina")
    olli, vera = await town.member("fi"), await town.emigre("ru")
    await holds(vera, olli)
    shown = await wishes_a_block(olli)
    shown = await goes(olli, shown, *WRONG)
    assert "Pyydä estämään kysyjä" not in labels(shown)
    shown = await goes(olli, shown, "Kysy koordinaattorilta", "Kirjoita muistiinpano")
    await goes(olli, shown, "Ei muistiinpanoa", "Koordinaattoreita on pyydetty")
    theirs, hers = await kaisa.sees("pyytää estämään"), await nina.sees("просит заблокировать")
    await kaisa.presses(*key(theirs, "Estä kysyjä"))
    await kaisa.taps("Kysy muilta")
    await nina.presses(*key(await nina.sees("хочет заблокировать"), "Посмотреть"))
    await nina.taps("Да, я за")
    await kaisa.until(lambda: "estettiin" in now(kaisa, theirs)["text"])
    await nina.until(lambda: "заблокирован" in now(nina, hers)["text"])
    assert not now(nina, hers).get("reply_markup")
    for phone, words in ((kaisa, "pyytää estämään"), (nina, "просит заблокировать")):
        assert words not in str(phone.from_bot), "one letter each, and it was changed"
    assert await nina.presses(*key(hers, "Заблокировать автора")) is None
    await nina.sees("уже заблокирован")


async def test_the_home_of_who_is_blocked_offers_no_asking(town: Town) -> None:
    kaisa, vera = await town.coordinator("fi"), await town.emigre("ru")
    await asks(vera, "Вопрос")
    mine = await vera.button("Мой вопрос…")
    await blocks(kaisa)
    await vera.sees("Команда закрыла ваш вопрос")
    vera.says("/start")
    await vera.until(lambda: NO_MORE in str(vera.from_bot[-1]) and "Чем" in str(vera.from_bot[-1]))
    assert "Спросить человека" not in labels(vera.from_bot[-1])
    await vera.presses(*mine)
    await vera.until(lambda: "отозван" in str(now(vera, mine[0])["text"]))
    assert labels(now(vera, mine[0])) == ["Главное меню"]


async def test_a_helper_with_nobody_to_ask_for_a_block_is_told_so(town: Town) -> None:
    kaisa, vera = await town.coordinator("fi"), await town.emigre("ru")
    await holds(vera, kaisa)
    asked = await goes(kaisa, await opens_held(kaisa), *WRONG)
    said = await kaisa.presses(*key(asked, "Pyydä estämään kysyjä"))
    assert said == "Koordinaattorilta ei voitu kysyä: muita koordinaattoreita ei juuri nyt ole."
    assert "Vapaaehtoinen pyytää" not in str(kaisa.from_bot)
