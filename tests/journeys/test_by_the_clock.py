"""What happens by the clock: a question nobody takes is offered again, and told to coordinators."""

from datetime import time, timedelta

from bot.core.clock import today
from bot.core.languages import Language
from bot.core.readers import Tally
from bot.core.routing.daytime import at
from bot.store.store import Store
from tests.journeys.test_question import asks
from tests.town import AGREE, Phone, Town

A_DAY = timedelta(hours=25)
"""After this an offer that nobody took is made again, at whatever hour by day it was made."""
TWO_DAYS = timedelta(hours=48)


def offers(phone: Phone) -> list[str]:
    """Return what stands above each button that takes a question."""
    return [
        message["text"]
        for message in phone.from_bot
        if "Взять" in str(message.get("reply_markup")) or "Ota " in str(message.get("reply_markup"))
    ]


async def test_a_question_that_nobody_takes_is_offered_again_in_its_place(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Вопрос")
    await olli.sees("Uusi kysymys")
    nina = await town.member("ru", name="Nina")
    town.clock.push(A_DAY)
    again = await olli.sees("odottaa yhä")
    await olli.loses("Uusi kysymys")
    assert len(offers(olli)) == 1
    assert "Вопрос" not in again["text"]
    await nina.sees("Новый вопрос")
    await olli.taps("Ota kysymys")
    await vera.sees("взял волонтёр")
    await nina.sees("уже взят")
    town.clock.push(TWO_DAYS)
    await nina.loses("Новый вопрос")
    assert offers(olli) == offers(nina) == []


async def test_coordinators_are_told_once_of_a_question_that_waits_for_a_day(town: Town) -> None:
    vera, kaisa = await town.emigre("ru"), await town.coordinator("fi")
    await asks(vera, "Вопрос")
    town.refused_by_plan.add("deleteMessage")  # the offer is older than Telegram lets us delete
    town.clock.push(TWO_DAYS)
    told = await kaisa.sees("on odottanut vuorokauden")
    town.clock.push(TWO_DAYS)
    await kaisa.until(lambda: _digests(kaisa) >= 2)
    assert sum("on odottanut vuorokauden" in said["text"] for said in kaisa.from_bot) == 1
    _, data = await kaisa.button("Ota …")
    await kaisa.presses(told, data)
    await vera.sees("взял волонтёр")


async def test_of_one_question_a_coordinator_hears_once_a_morning(town: Town) -> None:
    """Asked by night: offered at nine, and a day later late; neither comes beside anything else."""
    vera, kaisa = await town.emigre("ru"), await town.coordinator("fi")
    now = town.clock.now()
    town.clock.push(at(today(now), time(22)) - now)
    await asks(vera, "Вопрос")
    for day, told in ((1, "Uusi kysymys"), (2, "on odottanut vuorokauden")):
        earlier = len(kaisa.from_bot)
        for hour in (time(9, 1), time(9, 31)):
            moment = at(today(now) + day * timedelta(days=1), hour)
            town.clock.push(moment - town.clock.now())
            await town.quiet()
        (news,) = kaisa.from_bot[earlier:]
        assert told in news["text"]
    await kaisa.taps("Ota …")
    await vera.sees("взял волонтёр")


async def test_a_coordinator_is_not_told_of_their_own_question(town: Town) -> None:
    if town.inside is not town.outside:
        return  # with two bots nobody on the desk asks there
    kaisa, olli = await town.coordinator("ru"), await town.coordinator("fi", name="Olli")
    kaisa.says("/ask")
    await kaisa.taps(AGREE["ru"])
    await kaisa.sees("Напишите вопрос здесь")
    kaisa.says("Мой вопрос")
    await kaisa.taps("Отправить")
    town.clock.push(TWO_DAYS)
    await olli.sees("on odottanut vuorokauden")
    assert not any("ждёт уже сутки" in said["text"] for said in kaisa.from_bot)


async def test_the_morning_tells_coordinators_what_waits_in_no_small_numbers(town: Town) -> None:
    kaisa, olli = await town.coordinator("fi"), await town.member("ru")
    vera = await town.emigre("ru")
    town.clock.push(TWO_DAYS)
    await asks(vera, "Вопрос")
    town.clock.push(timedelta(hours=25))
    digest = await kaisa.sees("Tänä aamuna")
    assert "Vapaaehtoista odottaa alle 5 kysymystä." in digest["text"]
    assert _digests(kaisa) == 1
    assert not any("Этим утром" in said["text"] for said in olli.from_bot)


async def test_the_morning_tells_answers_and_rules_apart(town: Town) -> None:
    kaisa = await town.coordinator("fi")
    assert town.app

    async def tell(store: Store) -> None:
        for of, about in (
            (Tally.FIGURE, "interview"),
            (Tally.SOURCE, "interview"),
            (Tally.PAPER_DIFFERS, "appeal-hao-30"),
            (Tally.PAPER_DIFFERS, "appeal-kho-30"),
        ):
            await store.readers.count(of, about, Language.FINNISH)

    await town.app.writer.run(tell)
    town.clock.push(timedelta(hours=25))
    digest = await kaisa.sees("Tänä aamuna")
    assert "Lukijoiden mukaan 1 vastauksessa on virhe." in digest["text"]
    assert "eri aika kuin 2 määräaikasäännössämme" in digest["text"]


def _digests(phone: Phone) -> int:
    return sum("Tänä aamuna" in said["text"] for said in phone.from_bot)
