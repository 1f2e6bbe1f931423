"""When people vanish: a helper who does not answer, an émigré who does not write, a blocked bot."""

from datetime import time, timedelta

from bot.core.clock import today
from bot.core.routing.daytime import at, later_by_day
from tests.journeys.test_question import reply_to
from tests.journeys.test_team import comes_home, holds
from tests.town import Phone, Town

A_MINUTE = timedelta(minutes=1)
A_DAY = timedelta(hours=24)


def six_hours_by_day(town: Town) -> timedelta:
    """Return how long it takes until six hours between 9 and 21 have gone by."""
    now = town.clock.now()
    return later_by_day(now, timedelta(hours=6)) - now + A_MINUTE


async def answered(town: Town, vera: Phone, olli: Phone) -> None:
    """Let a volunteer take a question and answer it."""
    block = await holds(vera, olli)
    olli.says("Vastaus", **reply_to(town, block))
    await vera.sees("Vastaus")


async def test_who_took_a_question_and_does_not_answer_is_reminded_and_then_it_goes_on(
    town: Town,
) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await holds(vera, olli)
    nina = await town.member("ru", name="Nina")
    town.clock.push(six_hours_by_day(town))
    reminded = await olli.sees("odottaa vastaustasi")
    assert "Вопрос" not in reminded["text"]
    town.clock.push(A_DAY + A_MINUTE)
    await olli.sees("palasi jonoon")
    await vera.sees("ждёт другого волонтёра")
    await nina.sees("вернулся")
    await nina.taps("Взять")
    await nina.sees("Вопрос")
    await vera.sees("взял волонтёр")


async def test_a_long_answer_that_its_writer_never_sends_is_no_answer(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    block = await holds(vera, olli)
    olli.says("Pitkä vastaus. " * 270, **reply_to(town, block))
    await olli.sees("Tämä on pitkä")
    town.clock.push(six_hours_by_day(town))
    await olli.sees("odottaa vastaustasi")
    town.clock.push(A_DAY + A_MINUTE)
    await vera.sees("ждёт другого волонтёра")


async def test_who_answers_in_time_keeps_it(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    block = await holds(vera, olli)
    town.clock.push(six_hours_by_day(town))
    await olli.sees("odottaa vastaustasi")
    olli.says("Vastaus", **reply_to(town, block))
    await vera.sees("Vastaus")
    town.clock.push(A_DAY)
    vera.says("Спасибо. А срок?")
    await olli.sees("Спасибо. А срок?")
    assert "palasi jonoon" not in str(olli.from_bot)
    town.clock.push(six_hours_by_day(town))
    await olli.until(lambda: sum("odottaa vastaustasi" in m["text"] for m in olli.from_bot) == 2)


async def test_a_question_with_an_answer_closes_by_itself_and_says_so_before(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await answered(town, vera, olli)
    town.clock.push(timedelta(days=11))
    asked = await vera.sees("Всё ли решено?")
    assert "закроется" in asked["text"]
    town.clock.push(timedelta(days=5))
    await vera.sees("закрыт, потому что")
    await olli.sees("on nyt suljettu")


async def test_who_still_needs_help_says_so_by_a_tap_or_a_word(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await answered(town, vera, olli)
    town.clock.push(timedelta(days=11))
    await vera.taps("Помощь ещё нужна")
    await vera.sees("Напишите, что ещё не ясно")
    await olli.sees("tarvitsee vielä apua")
    town.clock.push(timedelta(days=5))
    vera.says("Не понимаю срок")
    await olli.sees("Не понимаю срок")
    assert "закрыт, потому что" not in str(vera.from_bot)


async def test_what_a_helper_saw_goes_some_days_after_closing(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await answered(town, vera, olli)
    await vera.taps("Мой вопрос…")
    await vera.taps("Закрыть вопрос")
    await vera.taps("Да, закрыть")
    await olli.sees("on nyt suljettu")
    await days_pass(town, olli)


async def test_a_helper_who_blocks_the_bot_loses_what_they_have_and_it_goes_on(town: Town) -> None:
    vera, olli, nina = (
        await town.emigre("ru"),
        await town.member("fi"),
        await town.member("ru", name="Nina"),
    )
    await holds(vera, olli)
    town.telegram.blocks(olli.user, olli.bot)
    await nina.sees("вернулся")
    await vera.sees("ждёт другого волонтёра")


async def test_a_helper_is_told_that_somebody_cannot_be_reached_and_when_they_are_back(
    town: Town,
) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    block = await holds(vera, olli)
    town.telegram.blocks(vera.user, vera.bot)
    await olli.sees("ei tavoita juuri nyt")
    olli.says("Vastaus", **reply_to(town, block))
    await comes_home(olli)
    town.telegram.unblocks(vera.user, vera.bot)
    vera.says("/start")
    await olli.sees("tavoitetaan taas")
    await vera.sees("Vastaus")


async def test_a_closed_question_is_opened_again_by_who_asked_it(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await answered(town, vera, olli)
    await vera.taps("Мой вопрос…")
    await vera.taps("Закрыть вопрос")
    await vera.taps("Да, закрыть")
    await vera.taps("Открыть снова")
    await vera.sees("снова открыт")
    await olli.sees("avattiin uudelleen")
    vera.says("Ещё одно")
    await olli.sees("Ещё одно")


async def test_a_question_opened_after_its_helper_could_see_it_waits_for_another(
    town: Town,
) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await answered(town, vera, olli)
    await vera.taps("Мой вопрос…")
    await vera.taps("Закрыть вопрос")
    await vera.taps("Да, закрыть")
    await days_pass(town, olli)
    town.refused_by_plan.add("deleteMessage")  # the offer is older than Telegram lets us delete
    now = town.clock.now()
    town.clock.push(at(today(now) + A_DAY, time(23)) - now)
    await vera.taps("Открыть снова")
    await vera.sees("ждёт волонтёра")
    town.clock.push(timedelta(hours=11))
    await olli.sees("palasi jonoon")
    assert "Uusi kysymys" not in str(olli.from_bot)


async def days_pass(town: Town, olli: Phone, question: str = "Вопрос") -> None:
    """Let the days go by after which a helper sees a closed question no more."""
    flat = town.inside is town.outside
    town.clock.push(timedelta(hours=41) if flat else timedelta(days=3, hours=1))
    await olli.loses(question)
