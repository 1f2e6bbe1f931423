"""A new coordinator needs a second coordinator's yes, within half an hour, and never one's own."""

from datetime import timedelta

import pytest

from bot.core.people import Role
from tests.journeys.test_odd_orders import key
from tests.journeys.test_team import comes_home, opens_member, opens_team
from tests.town import Phone, Town

LINK = "https://t.me/"
OVER = "Это уже решено, или время вышло."


async def wishes(kaisa: Phone) -> None:
    """Let a Finnish coordinator ask the others whether to invite one more."""
    await opens_team(kaisa)
    await kaisa.taps("Kutsu koordinaattori")
    await kaisa.sees("Toisen koordinaattorin on hyväksyttävä")
    await kaisa.taps("Kysy muilta")
    await kaisa.sees("Muilta koordinaattoreilta on kysytty.")


async def two(town: Town) -> tuple[Phone, Phone]:
    """Return two coordinators, the first Finnish, the second Russian."""
    return await town.coordinator("fi"), await town.coordinator("ru", name="Nina")


async def test_the_link_comes_after_the_second_yes(town: Town) -> None:
    kaisa, nina = await two(town)
    olli = await town.member("fi")
    await wishes(kaisa)
    assert LINK not in str(kaisa.from_bot)
    await nina.sees("хочет пригласить нового координатора")
    await nina.taps("Посмотреть")
    await nina.sees("Соглашайтесь, только если")
    await nina.taps("Да, я за")
    await nina.sees("Вы согласились.")
    await kaisa.sees("Toinen koordinaattori hyväksyi.")
    assert LINK not in str(nina.from_bot), "the link goes to who asked alone"
    olli.opens((await kaisa.sees(LINK))["text"].rsplit("\n", 1)[-1])
    await olli.sees("Tervetuloa tiimiin.")
    assert "Tiimi" in str(await comes_home(olli))


async def test_a_no_is_told_and_no_link_is_made(town: Town) -> None:
    kaisa, nina = await two(town)
    await wishes(kaisa)
    await nina.taps("Посмотреть")
    yes = await nina.button("Да, я за")
    await nina.taps("Нет")
    await nina.sees("Вы отказали.")
    await kaisa.sees("ei hyväksytty")
    assert await nina.presses(*yes) == OVER
    assert LINK not in str(kaisa.from_bot)


async def test_nobody_says_the_second_yes_themselves(town: Town) -> None:
    kaisa, nina = await two(town)
    await wishes(kaisa)
    await nina.taps("Посмотреть")
    _, yes = await nina.button("Да, я за")
    here = kaisa.from_bot[-1]
    not_yours = "Tästä päättää toinen koordinaattori, ei se, joka sitä pyysi."
    assert await kaisa.presses(here, yes) == not_yours
    _, back = await kaisa.button("Peru pyyntö")
    assert await nina.presses(nina.from_bot[-1], back) == (
        "Это решает другой координатор, а не тот, кто попросил."
    )
    assert LINK not in str(kaisa.from_bot) + str(nina.from_bot)
    await kaisa.taps("Peru pyyntö")
    await kaisa.sees("Peruttu. Mitään ei tehty.")
    assert await nina.presses(nina.from_bot[-1], yes) == OVER


async def test_after_half_an_hour_it_is_too_late(town: Town) -> None:
    kaisa, nina = await two(town)
    await wishes(kaisa)
    await nina.taps("Посмотреть")
    yes = await nina.button("Да, я за")
    town.clock.push(timedelta(minutes=30, seconds=1))
    assert await nina.presses(*yes) == OVER
    assert LINK not in str(kaisa.from_bot)


async def test_a_volunteer_cannot_say_it_and_who_is_removed_cannot_get_it(town: Town) -> None:
    kaisa, nina = await two(town)
    olli, aino = await town.member("fi"), await town.coordinator("fi", name="Aino")
    await wishes(aino)
    await nina.taps("Посмотреть")
    yes = await nina.button("Да, я за")
    said = await olli.presses(olli.from_bot[-1], yes[1])
    assert (said or "").startswith("Vain koordinaattorit voivat tehdä tämän. Mikään ei muuttunut.")
    await opens_member(kaisa, aino)
    await kaisa.taps("Poista tiimistä")
    await kaisa.taps("Pyydä hyväksyntää")
    removal = await nina.sees("хочет исключить")
    await nina.presses(*key(removal, "Посмотреть"))
    await nina.sees("Соглашайтесь, только если")
    await nina.taps("Да, я за")
    await aino.sees("Et kuulu enää tiimiin.")
    assert await nina.presses(*yes) == OVER
    assert LINK not in str(aino.from_bot)


async def test_asking_twice_asks_the_others_once(town: Town) -> None:
    kaisa, nina = await two(town)
    await wishes(kaisa)
    await wishes(kaisa)
    await nina.sees("хочет пригласить")
    assert str(nina.from_bot).count("хочет пригласить") == 1


async def test_the_only_coordinator_needs_no_second_yes(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    kaisa = await town.coordinator("fi")
    await opens_team(kaisa)
    await kaisa.taps("Kutsu koordinaattori")
    await kaisa.sees("Olet ainoa koordinaattori")
    await kaisa.taps("Tee linkki")
    await kaisa.sees(LINK)
    assert "no second yes" in caplog.text
    caplog.clear()


async def test_suspending_all_others_does_not_make_it_needless(town: Town) -> None:
    kaisa = await town.coordinator("fi")
    aino = await town.member("fi", Role.COORDINATOR, "Aino")
    await opens_member(kaisa, aino)
    await kaisa.taps("Keskeytä pääsy")
    await kaisa.taps("Pyydä hyväksyntää")
    await aino.taps("Katso")
    await aino.taps("Kyllä, hyväksyn")
    await kaisa.sees("Pääsy on nyt keskeytetty")
    await opens_team(kaisa)
    await kaisa.taps("Kutsu koordinaattori")
    await kaisa.taps("Kysy muilta")
    await kaisa.sees("Kukaan muu koordinaattori ei voi nyt hyväksyä")
    assert LINK not in str(kaisa.from_bot)
