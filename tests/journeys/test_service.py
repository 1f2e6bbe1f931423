"""A volunteer says what they take; a question reaches whom it suits, wider by the clock."""

from datetime import datetime, time, timedelta
from typing import Any

import pytest

from bot.core.clock import HELSINKI, today
from bot.core.people import Role
from tests.journeys.test_question import asks
from tests.journeys.test_team import comes_home, goes
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
    assert "Poista: ma 3–4" in olli.labels
    vera = await town.emigre("ru")
    await asks(vera, "Вопрос")
    await kaisa.sees(OFFER["fi"])
    assert offered(olli) == []
    for label in [each for each in olli.labels if each.startswith("Poista: ")]:
        await olli.taps(label)
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
    town.clock.push(datetime.combine(today(now), time(23), HELSINKI) - now)
    await asks(vera, "Вопрос")
    await comes_home(olli)
    assert offered(olli) == []
    await vera.taps("Главное меню")
    await asks_urgently(vera)
    await olli.sees("Kiireellinen kysymys")
