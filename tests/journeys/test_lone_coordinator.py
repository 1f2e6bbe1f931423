"""No coordinator gets rid of another alone, and so becomes one who needs nobody's yes."""

from datetime import timedelta

import pytest

from bot.start import list_team, remove
from tests.journeys.test_odd_orders import key
from tests.journeys.test_team import comes_home, name_of, opens_member, opens_team
from tests.town import Phone, Town

ASK = {"Poista tiimistä": "poista", "Keskeytä pääsy": "keskeytä"}


async def wants(kaisa: Phone, about: Phone, step: str) -> None:
    """Let a Finnish coordinator ask for the yes to a step about another Finnish one."""
    await opens_member(kaisa, about)
    await kaisa.taps(step)
    await kaisa.button("Pyydä hyväksyntää")
    assert f"Kyllä, {ASK[step]}" not in kaisa.labels
    await kaisa.taps("Pyydä hyväksyntää")
    await kaisa.sees("Muilta koordinaattoreilta on kysytty.")


@pytest.mark.parametrize("step", list(ASK))
async def test_with_a_third_it_is_the_third_who_says_yes(town: Town, step: str) -> None:
    kaisa, aino = await town.coordinator("fi"), await town.coordinator("fi", name="Aino")
    nina = await town.coordinator("ru", name="Nina")
    await wants(kaisa, aino, step)
    letter = await nina.sees("Нужно ваше согласие или согласие другого координатора")
    assert "haluaa" not in str(aino.from_bot), "whom it is about is not asked"
    assert "Tiimi" in str(await comes_home(aino))
    await nina.taps("Посмотреть")
    _, yes = await nina.button("Да, я за")
    assert await aino.presses(aino.from_bot[-1], yes) == (
        "Tämä koskee sinua: siitä päättää toinen koordinaattori."
    )
    assert await kaisa.presses(kaisa.from_bot[-1], yes) == (
        "Tästä päättää toinen koordinaattori, ei se, joka sitä pyysi."
    )
    assert "Tiimi" in str(await comes_home(aino))
    await nina.taps("Да, я за")
    await kaisa.sees("Hyväksyntä on saatu.")
    await aino.sees("Et kuulu enää tiimiin." if "Poista" in step else "on keskeyttänyt pääsysi")
    assert await nina.presses(*key(letter, "Посмотреть")) == ("Это уже решено, или время вышло.")


@pytest.mark.parametrize("step", list(ASK))
async def test_of_two_the_other_must_say_yes_themself(town: Town, step: str) -> None:
    kaisa, aino = await town.coordinator("fi"), await town.coordinator("fi", name="Aino")
    await opens_member(kaisa, aino)
    await kaisa.taps(step)
    await kaisa.sees("on ainoa toinen koordinaattori")
    _, ask = await kaisa.button("Pyydä hyväksyntää")
    await kaisa.taps("Pyydä hyväksyntää")
    await aino.sees("Kolmatta koordinaattoria ei ole")
    await kaisa.presses(kaisa.from_bot[-1], ask)  # again: nothing happens by insisting
    await aino.taps("Katso")
    await aino.taps("Ei")
    await kaisa.sees("ei hyväksytty")
    assert "Tiimi" in str(await comes_home(aino))
    await opens_team(kaisa)
    await kaisa.taps("Kutsu koordinaattori")
    await kaisa.sees("Toisen koordinaattorin on hyväksyttävä")


async def test_whom_it_is_about_reads_it_in_russian(town: Town) -> None:
    kaisa, nina = await town.coordinator("fi"), await town.coordinator("ru", name="Nina")
    await opens_team(kaisa)
    mine = await name_of(kaisa)
    await opens_team(kaisa)
    await kaisa.taps(next(each for each in kaisa.labels if "koord" in each and mine not in each))
    await kaisa.taps("Poista tiimistä")
    await kaisa.taps("Pyydä hyväksyntää")
    await nina.sees("хочет исключить вас из команды. Третьего координатора нет")
    await nina.taps("Посмотреть")
    await nina.taps("Да, я за")
    await nina.sees("Вы больше не в команде.")
    await kaisa.sees("Hyväksyntä on saatu.")


async def test_who_is_suspended_is_not_removed_by_the_last_one(town: Town) -> None:
    kaisa, aino = await town.coordinator("fi"), await town.coordinator("fi", name="Aino")
    await wants(kaisa, aino, "Keskeytä pääsy")
    await aino.taps("Katso")
    await aino.taps("Kyllä, hyväksyn")
    await kaisa.sees("Hyväksyntä on saatu.")
    await opens_team(kaisa)
    await kaisa.taps("…keskeytetty…")
    await kaisa.sees("pääsy keskeytetty")
    _, data = await kaisa.button("Poista tiimistä")
    await kaisa.taps("Poista tiimistä")
    shown = await kaisa.sees("Sen voi tehdä ylläpitäjä")
    await kaisa.presses(shown, data.replace("mq", "mc"))
    await opens_team(kaisa)
    assert any("keskeytetty" in each for each in kaisa.labels)


async def test_the_operator_is_the_way_out(town: Town) -> None:
    kaisa, aino = await town.coordinator("fi"), await town.coordinator("fi", name="Aino")
    name = await name_of(kaisa)
    lines = await list_team(town.settings)
    code = next(line for line in lines if name in line).split()[0]
    await remove(town.settings, code)
    town.clock.push(timedelta(minutes=5))
    await kaisa.sees("Et kuulu enää tiimiin.")
    await opens_team(aino)
    assert name not in str(aino.labels)
