"""With one bot a member of the team may ask for themselves: one tap, and it is remembered."""

from datetime import timedelta

from bot.core.people import Role
from tests.journeys.test_question import asks, reply_to
from tests.journeys.test_team import comes_home, flat, goes, holds
from tests.town import Phone, Town


async def asks_oneself(olli: Phone) -> None:
    """Let a member turn to their own questions and send one."""
    await goes(olli, await comes_home(olli), "Omat kysymykseni", "Miten voimme auttaa?")
    await olli.taps("Kysy ihmiseltä")
    await olli.taps("Kyllä, suostun")
    olli.says("Oma asiani")
    await olli.taps("Lähetä")
    await olli.sees("Kysymyksesi on lähetetty")


async def test_the_side_is_remembered_until_it_is_changed(town: Town) -> None:
    if not flat(town):
        return  # with two bots each is its own side
    olli = await town.member("fi")
    own = await goes(olli, await comes_home(olli), "Omat kysymykseni", "Miten voimme auttaa?")
    assert "Työpöydälleni" in str(own)
    olli.says("Tämä on minun asiani")
    await olli.button("Kysy tästä ihmiseltä")
    olli.says("/start")
    await olli.until(lambda: "Työpöydälleni" in str(olli.from_bot[-1]))
    await goes(olli, olli.from_bot[-1], "Työpöydälleni", "Työpöytäsi")
    olli.says("Kenelle tämä menee?")
    await olli.sees("sinulla ei nyt ole kysymystä")


async def test_nobody_is_offered_or_takes_their_own_question(town: Town) -> None:
    if not flat(town):
        return
    olli, nina = await town.member("fi"), await town.member("fi", name="Nina")
    await asks_oneself(olli)
    _, take = await nina.button("Ota kysymys")
    assert "Uusi kysymys" not in str(olli.from_bot)
    assert "Tämä on oma kysymyksesi" in str(await olli.presses(olli.from_bot[-1], take))
    olli.says("/waiting")
    await olli.sees("Nyt ei ole odottavia kysymyksiä")
    await nina.taps("Ota kysymys")
    await nina.sees("Oma asiani")


async def test_work_goes_on_while_one_asks_oneself(town: Town) -> None:
    if not flat(town):
        return
    olli, vera = await town.member("fi"), await town.emigre("ru")
    block = await holds(vera, olli)
    await asks_oneself(olli)
    olli.says("Vastaus Veralle", **reply_to(town, block))
    await vera.sees("Vastaus Veralle")


async def test_with_two_bots_there_is_nothing_to_switch(town: Town) -> None:
    if flat(town):
        return
    olli = await town.member("fi")
    home = await comes_home(olli)
    assert "Omat kysymykseni" not in str(home)
    await olli.presses(home, "sw:emigre")
    await olli.until(lambda: "Työpöytäsi" in olli.from_bot[-1]["text"])


async def test_who_joins_while_they_ask_keeps_sight_of_their_question(town: Town) -> None:
    """Nobody is offered their own question, and it is one tap from the desk."""
    if not flat(town):
        return
    nina, vera = await town.member("fi", name="Nina"), await town.emigre("ru")
    await asks(vera, "Моё дело")
    sent = await vera.sees("Его код — ")
    code = sent["text"].partition("Его код — ")[2][:5]
    vera.opens(await town.invite(Role.VOLUNTEER))
    welcome = await vera.sees("Добро пожаловать в команду")
    assert f"Ваш собственный вопрос {code}" in welcome["text"]
    vera.says("/waiting")
    await vera.sees("Сейчас нет вопросов, которые ждут")
    home = await comes_home(vera)
    assert f"Ваш собственный вопрос {code} открыт." in home["text"]
    own = await goes(vera, home, f"Мой собственный вопрос {code}", "Чем вам помочь?")
    await goes(vera, own, f"Мой вопрос {code}", f"Ваш вопрос {code} ждёт волонтёра.")
    vera.says("Ещё кое-что")
    await vera.sees(f"Добавлено к вашему вопросу {code}.")
    town.clock.push(timedelta(hours=26))
    await nina.sees("odottaa yhä")
    await nina.taps("Ota kysymys")
    await nina.sees("Ещё кое-что")
    buttons = [key for each in vera.from_bot for key in str(each.get("reply_markup")).split("{")]
    assert not any("Взять" in button for button in buttons)
