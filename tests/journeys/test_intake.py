"""A volunteer says what they take; a question reaches whom it suits, wider by the clock."""

from datetime import time, timedelta
from typing import Any

import pytest

from bot.core.clock import today
from bot.core.people import Role
from bot.core.routing.daytime import at
from tests.journeys.test_question import asks, reply_to
from tests.journeys.test_team import comes_home, goes, holds
from tests.journeys.test_urgent import asks_urgently
from tests.town import Phone, Town

OFFER = {"ru": "Новый вопрос", "fi": "Uusi kysymys"}
IN_TWO_HOURS = timedelta(hours=2, minutes=1)


def offered(*phones: Phone) -> list[Phone]:
    """Return those who see a new question."""
    return [
        phone
        for phone in phones
        if any(OFFER[phone.user.language_code or "ru"] in said["text"] for said in phone.from_bot)
    ]


async def what_i_take(phone: Phone, words: str = "Mitä otan") -> dict[str, Any]:
    """Open what a member takes, from home."""
    return await goes(phone, await comes_home(phone), words, words)


async def test_three_are_asked_first_and_all_after_two_hours(town: Town) -> None:
    team = [await town.member("fi", name=name) for name in ("Aino", "Eero", "Liisa", "Olli")]
    vera = await town.emigre("ru")
    await asks(vera, "Вопрос")
    await vera.until(lambda: len(offered(*team)) == 3)
    (last,) = set(team) - set(offered(*team))
    assert OFFER["fi"] not in str((await comes_home(last))["text"])
    town.clock.push(IN_TWO_HOURS)
    await last.sees(OFFER["fi"])


async def test_a_question_goes_to_who_answers_in_its_language(town: Town) -> None:
    olli, nina = await town.member("fi"), await town.member("ru", name="Nina")
    home = await comes_home(olli)
    assert "Kerro, mitä otat" in home["text"]
    took = await goes(olli, home, "Mitä otan", "Et ole vielä kertonut")
    await goes(olli, took, "✓ Kysymyksiä venäjäksi", "Mitä otan")
    assert "Kerro, mitä otat" not in (await comes_home(olli))["text"]
    vera = await town.emigre("ru")
    await asks(vera, "Вопрос")
    await nina.sees(OFFER["ru"])
    town.clock.push(IN_TWO_HOURS)
    await comes_home(olli)
    assert offered(olli) == []


async def test_who_takes_more_is_offered_at_once_what_waits(town: Town) -> None:
    olli, vera = await town.member("fi"), await town.emigre("ru")
    took = await what_i_take(olli)
    took = await goes(olli, took, "✓ Kysymyksiä venäjäksi", "Mitä otan")
    await asks(vera, "Вопрос")
    await comes_home(olli)
    assert offered(olli) == []
    await olli.taps("Vuoroni")
    await olli.taps("Mitä otan")
    await olli.taps("Kysymyksiä venäjäksi")
    await olli.sees(OFFER["fi"])


async def test_what_suits_stands_first_where_questions_wait(town: Town) -> None:
    olli, vera, ilmari = (
        await town.member("fi"),
        await town.emigre("ru"),
        await town.emigre("fi", name="Ilmari"),
    )
    await goes(olli, await what_i_take(olli), "✓ Kysymyksiä venäjäksi", "Mitä otan")
    await asks(vera, "Вопрос")
    await ilmari.taps("Kysy ihmiseltä")
    ilmari.says("Kysymys")
    await ilmari.taps("Lähetä")
    await olli.sees(OFFER["fi"])
    olli.says("/waiting")
    await olli.until(lambda: sum(label.startswith("Ota ") for label in olli.labels) == 2)
    assert [label.split(" · ")[1] for label in olli.labels[:2]] == ["FI", "RU"]


async def test_somebody_always_answers_in_some_language(town: Town) -> None:
    olli = await town.member("fi")
    took = await goes(olli, await what_i_take(olli), "✓ Kysymyksiä venäjäksi", "Mitä otan")
    _, data = await olli.button("✓ Kysymyksiä suomeksi")
    assert "Yhden kielen on jäätävä" in str(await olli.presses(took, data))


async def test_hours_are_said_by_taps_and_outside_them_nobody_asks(town: Town) -> None:
    olli, kaisa = await town.member("fi"), await town.coordinator("fi")
    await olli.taps("Mitä otan")
    await olli.taps("Omat tuntini")
    await olli.taps("Lisää tunteja")
    await olli.taps("Joka päivä")
    await olli.taps("3")
    await olli.taps("4")
    await olli.sees("Omat tuntini")
    assert "Poista: ma–su 3–4" in olli.labels
    vera = await town.emigre("ru")
    await asks(vera, "Вопрос")
    await kaisa.sees(OFFER["fi"])
    assert offered(olli) == []
    await olli.taps("Poista: ma–su 3–4")
    await olli.sees(OFFER["fi"])


@pytest.mark.parametrize("role", [Role.VOLUNTEER, Role.COORDINATOR])
async def test_topics_are_chosen_and_a_screen_says_them(town: Town, role: Role) -> None:
    nina = await town.member("ru", role, "Nina")
    await nina.taps("Что я беру")
    await nina.taps("Темы")
    await nina.taps("Здоровье и семья")
    await nina.taps("Спрашивать на все темы")
    await nina.taps("Работа и учёба")
    await nina.taps("Здоровье и семья")
    await nina.taps("✓ Здоровье и семья")
    await nina.taps("Что я беру")
    await nina.sees("Темы: Работа и учёба.")


async def test_the_evening_before_coordinators_hear_for_when_nobody_is_on_duty(town: Town) -> None:
    kaisa = await town.coordinator("fi")
    await kaisa.taps("Mitä otan")
    await kaisa.taps("✓ Kysymyksiä venäjäksi")
    now = town.clock.now()
    town.clock.push(at(today(now), time(18, 1)) - now)
    told = await kaisa.sees("Kukaan ei ole vuorossa")
    assert "Venäjäksi: 9.00–21.00." in told["text"]
    assert "Suomeksi:" not in told["text"]


async def test_who_comes_back_on_duty_is_offered_what_waits(town: Town) -> None:
    olli, vera = await town.member("fi"), await town.emigre("ru")
    duty = await goes(olli, await comes_home(olli), "Vuoroni", "Vuorossa sinulle")
    duty = await goes(olli, duty, "Pois vuorosta", "ei vuorossa")
    await asks(vera, "Вопрос")
    await goes(olli, duty, "Takaisin vuoroon", ", vuorossa.")
    await olli.sees(OFFER["fi"])


async def test_by_night_only_the_urgent_wakes_somebody(town: Town) -> None:
    olli, vera = await town.member("fi"), await town.emigre("ru")
    now = town.clock.now()
    town.clock.push(at(today(now), time(23)) - now)
    await asks(vera, "Вопрос")
    await comes_home(olli)
    assert offered(olli) == []
    await vera.taps("Главное меню")
    await asks_urgently(vera)
    await olli.sees("Kiireellinen kysymys")


async def test_whoever_asks_hears_when_somebody_is_asked_and_no_guess_of_how_long(
    town: Town,
) -> None:
    olli, vera = await town.member("fi"), await town.emigre("ru")
    duty = await goes(olli, await comes_home(olli), "Vuoroni", "Vuorossa sinulle")
    await goes(olli, duty, "Tauko huomisaamuun", "tauolla")
    await asks(vera, "Вопрос")
    sent = await vera.sees("Ваш вопрос отправлен")
    assert "Сейчас никто не дежурит." in sent["text"]
    assert "предложат " in sent["text"]
    assert "пока сказать не можем" in sent["text"]


async def test_after_some_answers_the_real_waits_are_told(town: Town) -> None:
    olli = await town.member("fi")
    for number in range(5):
        vera = await town.emigre("ru")
        block = await holds(vera, olli, f"Вопрос {number}")
        town.clock.push(timedelta(minutes=10))
        olli.says("Vastaus", **reply_to(town, block))
        await vera.sees("Vastaus")
    last = await town.emigre("ru")
    await asks(last, "Вопрос")
    sent = await last.sees("Первый ответ в последнее время")
    assert "10 минут" in sent["text"]
    assert "никто не дежурит" not in sent["text"]
