"""Whom somebody does not feel safe with gets nothing of theirs back, and learns nothing of it."""

from datetime import timedelta

import pytest

from bot.core.routing.daytime import later_by_day
from tests.journeys.test_odd_orders import key
from tests.journeys.test_own_questions import asks_more
from tests.journeys.test_question import asks, reply_to
from tests.journeys.test_team import comes_home, goes, holds
from tests.town import Phone, Town


async def is_unsafe(vera: Phone) -> None:
    """Say of the helper of the question shown last that one does not feel safe with them."""
    await vera.taps("Мой вопрос…")
    await vera.taps("Что-то не так")
    await vera.taps("С этим человеком мне небезопасно")
    await vera.sees("теперь ждёт кого-то другого")


async def closes(helper: Phone) -> None:
    await helper.taps("Sulje kysymys")
    await helper.taps("Kaikkeen on vastattu")
    await helper.sees("on suljettu. Kiitos.")


async def test_a_question_of_before_does_not_go_back_to_them(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await holds(vera, olli, "Первое")
    await closes(olli)
    closed = await vera.sees("закрывает ваш вопрос")
    _, again = await vera.button("Открыть снова")
    nina = await town.member("ru", name="Nina")
    await vera.taps("Спросить человека")
    vera.says("Второе")
    await vera.taps("Отправить")
    await olli.taps("Ota kysymys")
    await olli.sees("Второе")
    await vera.until(lambda: str(vera.from_bot).count("взял волонтёр") == 2)
    await is_unsafe(vera)
    before = str(olli.from_bot).count("avattiin uudelleen")
    await nina.sees("вернулся")
    await vera.presses(closed, again)
    await vera.until(lambda: "Первое" not in str(olli.from_bot))
    await comes_home(olli)
    assert str(olli.from_bot).count("avattiin uudelleen") == before == 0
    olli.says("/waiting")
    await olli.sees("Nyt ei ole odottavia")


async def test_a_coordinator_whom_one_avoids_cannot_write_first(town: Town) -> None:
    vera, kaisa, olli = (
        await town.emigre("ru"),
        await town.coordinator("fi"),
        await town.member("fi"),
    )
    await holds(vera, olli, "Первое")
    await closes(olli)
    await vera.sees("закрывает ваш вопрос")
    duty = await goes(olli, await comes_home(olli), "Vuoroni", "Vuorossa sinulle")
    await goes(olli, duty, "Pois vuorosta", "ei vuorossa")
    await vera.taps("Спросить человека")
    vera.says("Второе")
    await vera.taps("Отправить")
    await kaisa.taps("Ota kysymys")
    await kaisa.sees("Второе")
    await vera.until(lambda: str(vera.from_bot).count("взял волонтёр") == 2)
    await is_unsafe(vera)
    queue = await goes(kaisa, await comes_home(kaisa), "Jono", "Jono")
    shown = await goes(kaisa, queue, "Kirjoita ensin", "suljettu")
    codes = [key["text"] for row in shown["reply_markup"]["inline_keyboard"] for key in row]
    assert not any(" · RU" in label for label in codes)


@pytest.mark.parametrize("town", ["topics"], indirect=True)
async def test_that_something_is_wrong_is_told_once(town: Town) -> None:
    vera, kaisa, olli = (
        await town.emigre("ru"),
        await town.coordinator("fi"),
        await town.member("fi"),
    )
    await holds(vera, olli)
    await vera.taps("Мой вопрос…")
    await vera.taps("Что-то не так")
    doubt = await vera.button("Написанное неверно")
    await vera.presses(*doubt)
    await vera.sees("Координаторы знают")
    await vera.presses(*doubt)
    await vera.sees("одного раза достаточно")
    await comes_home(kaisa)
    assert str(kaisa.from_bot).count("❗ Kysymys") == 1
    await vera.presses(doubt[0], doubt[1].replace(":w", ":u"))
    await kaisa.until(lambda: str(kaisa.from_bot).count("❗ Kysymys") == 2)


async def test_the_helper_is_told_what_a_coordinator_would_tell(town: Town) -> None:
    vera, kaisa, olli = (
        await town.emigre("ru"),
        await town.coordinator("fi"),
        await town.member("fi"),
    )
    await holds(vera, olli)
    await is_unsafe(vera)
    told = await olli.sees("jatkuu nyt jonkun muun kanssa")
    await vera.taps("Главное меню")
    await kaisa.taps("Ota kysymys")
    queue = await goes(kaisa, await comes_home(kaisa), "Jono", "Vapaaehtoisilla")
    code = told["text"].split()[1]
    one = await goes(kaisa, queue, f"{code} ", "Kysymys on jäsenellä")
    asked = await goes(kaisa, one, "Takaisin jonoon", "Siirretäänkö")
    await goes(kaisa, asked, "Kyllä, takaisin jonoon", "odottaa")


async def test_a_block_closes_all_that_somebody_has_open(town: Town) -> None:
    vera, kaisa = await town.emigre("ru"), await town.coordinator("fi")
    await asks(vera, "Первое")
    await asks_more(vera, "Второе")
    await kaisa.until(lambda: str(kaisa.from_bot).count("Uusi kysymys") == 2)
    queue = await goes(kaisa, await comes_home(kaisa), "Jono", "2 kysymystä odottaa")
    label = next(
        key["text"]
        for row in queue["reply_markup"]["inline_keyboard"]
        for key in row
        if " · RU" in key["text"] or "RU" in key["text"]
    )
    one = await goes(kaisa, queue, label, "odottaa")
    asked = await goes(kaisa, one, "Estä kysyjä", "Estetäänkö")
    await goes(kaisa, asked, "Kyllä, estä", "Estetyt")
    await vera.until(lambda: str(vera.from_bot).count("Команда закрыла ваш вопрос") == 2)


async def test_an_answer_that_waits_for_eyes_is_not_lost_to_the_clock(town: Town) -> None:
    vera, kaisa, olli = (
        await town.emigre("ru"),
        await town.coordinator("fi"),
        await town.member("fi"),
    )
    block = await holds(vera, olli)
    olli.says("Пишите мне в личку", **reply_to(town, block))
    await kaisa.button("Katso…")
    for hours in (6, 12):
        now = town.clock.now()
        by_day = later_by_day(now, timedelta(hours=hours))
        town.clock.push(by_day - now + timedelta(minutes=1))
        await comes_home(olli)
    assert "palasi jonoon" not in str(olli.from_bot)
    await kaisa.taps("Katso…")
    await kaisa.taps("Lähetä eteenpäin")
    await vera.sees("Пишите мне в личку")


async def test_a_coordinator_whom_one_avoids_sees_nothing_of_what_waits(town: Town) -> None:
    """A question that they cannot take would tell them whose it is."""
    vera, kaisa = await town.emigre("ru"), await town.coordinator("fi")
    nina = await town.coordinator("fi", name="Nina")
    await asks(vera, "Первое")
    await kaisa.taps("Ota kysymys")
    await kaisa.sees("Первое")
    await is_unsafe(vera)
    await kaisa.loses("Первое")
    queue = await goes(kaisa, await comes_home(kaisa), "Jono", "Jono")
    assert "0 kysymystä odottaa" in queue["text"]
    assert " · RU" not in str(queue)
    queue = await goes(nina, await comes_home(nina), "Jono", "Jono")
    assert "1 kysymys odottaa" in queue["text"]
    town.refused_by_plan.add("deleteMessage")  # the offer is older than Telegram lets us delete
    for told in ("on odottanut vuorokauden", "Tänä aamuna"):
        town.clock.push(timedelta(days=2))
        await nina.sees(told)
    await town.quiet()
    assert "Tänä aamuna" not in str(kaisa.from_bot)


async def test_who_wrote_what_is_wrong_gets_nothing_of_them_again(town: Town) -> None:
    vera, kaisa, olli = (
        await town.emigre("ru"),
        await town.coordinator("fi"),
        await town.member("fi"),
    )
    await holds(vera, olli)
    await vera.taps("Мой вопрос…")
    await vera.taps("Что-то не так")
    await vera.taps("Написанное неверно")
    told = await kaisa.sees("on jotain väärää")
    label = told["reply_markup"]["inline_keyboard"][0][0]["text"]
    await kaisa.presses(*key(told, label))
    card = await kaisa.sees("❗ Kysyjä sanoo")
    asked = await goes(kaisa, card, "Takaisin jonoon", "Siirretäänkö")
    await goes(kaisa, asked, "Kyllä, takaisin jonoon", "odottaa")
    await vera.sees("ждёт другого волонтёра")
    await olli.sees("jatkuu nyt jonkun muun kanssa")
    olli.says("/waiting")
    await olli.sees("Nyt ei ole odottavia")
