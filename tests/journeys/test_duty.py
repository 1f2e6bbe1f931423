"""A member decides when they are there, and may go; the last coordinator is needed."""

from datetime import datetime, time, timedelta

from bot.core.clock import HELSINKI, today
from tests.journeys.test_question import asks
from tests.journeys.test_team import comes_home, flat, goes, holds, opens_member, threads
from tests.town import Phone, Town

OFFER = "Uusi kysymys"


async def asks_once_more(town: Town, question: str) -> Phone:
    vera = await town.emigre("ru", name="Vera")
    await asks(vera, question)
    return vera


async def test_who_is_off_duty_is_offered_nothing_until_they_come_back(town: Town) -> None:
    olli, aino = await town.member("fi"), await town.member("fi", name="Aino")
    duty = await goes(olli, await comes_home(olli), "Vuoroni", "Vuorossa sinulle")
    duty = await goes(olli, duty, "Pois vuorosta", "ei vuorossa")
    await asks_once_more(town, "Раз")
    await aino.sees(OFFER)
    await goes(olli, duty, "Takaisin vuoroon", ", vuorossa.")
    await asks_once_more(town, "Два")
    await olli.sees(OFFER)
    assert sum(OFFER in said["text"] for said in olli.from_bot) == 1
    await goes(olli, await comes_home(olli), "Odottavat kysymykset", "Nämä kysymykset odottavat")
    assert sum(label.startswith("Ota ") for label in olli.labels) <= 2


async def test_a_pause_ends_by_itself(town: Town) -> None:
    olli, aino = await town.member("fi"), await town.member("fi", name="Aino")
    duty = await goes(olli, await comes_home(olli), "Vuoroni", "Vuorossa sinulle")
    duty = await goes(olli, duty, "Tauko huomisaamuun", "tauolla")
    assert "Takaisin vuoroon" in str(duty)
    await asks_once_more(town, "Раз")
    await aino.sees(OFFER)
    assert OFFER not in str(olli.from_bot)
    now = town.clock.now()
    noon = datetime.combine(today(now) + timedelta(days=1), time(12), HELSINKI)
    town.clock.push(noon - now)  # by night nobody would be asked
    await asks_once_more(town, "Два")
    await olli.sees(OFFER)
    assert ", vuorossa." in (await comes_home(olli))["text"]


async def test_a_pause_of_a_week_is_seen_by_coordinators(town: Town) -> None:
    kaisa, olli = await town.coordinator("fi"), await town.member("fi")
    duty = await goes(olli, await comes_home(olli), "Vuoroni", "Vuorossa sinulle")
    await goes(olli, duty, "Viikon tauko", "tauolla")
    assert "tauolla" in (await opens_member(kaisa, olli))["text"]


async def test_who_pauses_keeps_what_they_have(town: Town) -> None:
    olli, vera = await town.member("fi"), await town.emigre("ru")
    await holds(vera, olli)
    duty = await goes(olli, await comes_home(olli), "Vuoroni", "Vuorossa sinulle")
    await goes(olli, duty, "Pois vuorosta", "ei vuorossa")
    vera.says("Я ещё здесь")
    await olli.sees("Я ещё здесь")


async def test_who_leaves_gives_back_what_they_have(town: Town) -> None:
    olli, vera = await town.member("fi"), await town.emigre("ru")
    nina = await town.member("ru", name="Nina")
    await holds(vera, olli)
    duty = await goes(olli, await comes_home(olli), "Vuoroni", "Vuorossa sinulle")
    asked = await goes(olli, duty, "Lähde tiimistä", "Lähdetkö tiimistä?")
    assert "1 avoin kysymys palaa heti jonoon." in asked["text"]
    await goes(olli, asked, "Kyllä, lähden", "Olet lähtenyt tiimistä. Jos")
    await olli.loses("Вопрос")
    assert threads(olli) == 0
    await vera.sees("Теперь он ждёт другого волонтёра")
    await nina.taps("Взять")
    await nina.sees("Вопрос")
    await olli.taps("Alkuun")
    await olli.sees("Miten voimme auttaa?" if flat(town) else "Tämä botti on tarkoitettu tiimille")


async def test_the_last_coordinator_cannot_leave(town: Town) -> None:
    kaisa = await town.coordinator("fi")
    duty = await goes(kaisa, await comes_home(kaisa), "Vuoroni", "Vuorossa sinulle")
    await goes(kaisa, duty, "Lähde tiimistä", "Olet ainoa koordinaattori")
    await kaisa.presses(duty, "lv")
    assert "Tiimi" in str(await comes_home(kaisa))
    await town.coordinator("fi", name="Aino")
    duty = await goes(kaisa, await comes_home(kaisa), "Vuoroni", "Vuorossa sinulle")
    asked = await goes(kaisa, duty, "Lähde tiimistä", "Lähdetkö tiimistä?")
    await goes(kaisa, asked, "Kyllä, lähden", "Olet lähtenyt tiimistä.")


async def test_a_pause_says_its_hour_in_finnish_time(town: Town) -> None:
    olli, nina = await town.member("fi"), await town.member("ru", name="Nina")
    duty = await goes(olli, await comes_home(olli), "Vuoroni", "Vuorossa sinulle")
    duty = await goes(olli, duty, "Tauko huomisaamuun", "Tauko päättyy itsestään")
    assert " klo 8.00 Suomen aikaa." in duty["text"]
    assert " klo 8.00 asti" in (await comes_home(olli))["text"]
    duty = await goes(nina, await comes_home(nina), "Моё дежурство", "На дежурстве вам")
    duty = await goes(nina, duty, "Пауза на неделю", "Пауза закончится сама")
    assert ", 08:00 по финскому времени." in duty["text"]
