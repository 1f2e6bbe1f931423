"""Who is suspended is told so plainly wherever they look: paused, not gone, and by whom."""

import pytest

from bot.core.people import Role
from tests.journeys.test_odd_orders import key
from tests.journeys.test_team import comes_home, opens_member, opens_team
from tests.town import Phone, Town

PAUSED = {
    "ru": "Координатор приостановил ваш доступ к команде.",
    "fi": "Koordinaattori on keskeyttänyt pääsysi tiimiin.",
}
LINK_STAYS = {"ru": "Ссылка не израсходована", "fi": "Linkkiä ei käytetty"}
WHOM_TO_ASK = {
    "ru": "поговорите с координатором, которого вы знаете",
    "fi": "puhu tuntemasi koordinaattorin kanssa",
}
SINCE = {
    "ru": "Координатор приостановил ваш доступ к команде с ",
    "fi": "Koordinaattori on keskeyttänyt pääsysi tiimiin ",
}


async def suspends(kaisa: Phone) -> None:
    """Let a Finnish coordinator suspend the only other member."""
    await comes_home(kaisa)
    await kaisa.taps("Tiimi")
    await kaisa.sees("Nimet ovat keksittyjä")
    await kaisa.taps("…vapaaeht…")
    await kaisa.taps("Keskeytä pääsy")
    await kaisa.taps("Kyllä, keskeytä")
    await kaisa.sees("pääsy keskeytetty")


@pytest.mark.parametrize("language", ["ru", "fi"])
async def test_told_at_home_by_a_link_under_privacy_and_by_old_buttons(
    town: Town, language: str
) -> None:
    kaisa, olli = await town.coordinator("fi"), await town.member(language)
    link = await town.invite(Role.VOLUNTEER)
    await suspends(kaisa)
    olli.says("/start")
    home = await olli.sees(PAUSED[language])
    assert WHOM_TO_ASK[language] in home["text"]

    olli.opens(link)
    opened = await olli.sees(LINK_STAYS[language])
    assert opened["text"].startswith(PAUSED[language])
    assert WHOM_TO_ASK[language] in opened["text"]

    olli.says("/privacy")
    await olli.sees(SINCE[language])
    said = str(await olli.presses(opened, "w"))
    assert said.startswith(PAUSED[language])
    assert WHOM_TO_ASK[language] in said

    nina = Phone(town, town.telegram.add_user("Nina", language_code="fi"), town.inside)
    nina.opens(link)
    await nina.taps("Suomi")
    await nina.sees("Tervetuloa tiimiin.")


async def test_after_the_pause_all_is_as_before(town: Town) -> None:
    kaisa, olli = await town.coordinator("fi"), await town.member("fi")
    await suspends(kaisa)
    await kaisa.taps("Palauta pääsy")
    await kaisa.taps("Kyllä, palauta")
    await olli.sees("Tervetuloa takaisin tiimiin!")
    assert PAUSED["fi"] not in str(await comes_home(olli))
    await opens_member(kaisa, olli)


async def test_a_wish_that_waits_for_a_second_yes_is_closed_to_them(town: Town) -> None:
    kaisa, nina = await town.coordinator("fi"), await town.coordinator("ru", name="Nina")
    aino = await town.coordinator("fi", name="Aino")
    await opens_member(kaisa, aino)
    await kaisa.taps("Keskeytä pääsy")
    await kaisa.taps("Pyydä hyväksyntää")
    suspension = await nina.sees("хочет приостановить")
    await opens_team(kaisa)
    await kaisa.taps("Kutsu koordinaattori")
    await kaisa.taps("Kysy muilta")
    invitation = await aino.sees("haluaa kutsua uuden koordinaattorin")
    _, look = key(invitation, "Katso")
    await nina.presses(*key(suspension, "Посмотреть"))
    await nina.taps("Да, я за")
    await aino.sees("keskeyttänyt pääsysi")
    code = look.partition(":")[2]
    for data in (look, f"av:y:{code}", f"av:n:{code}", f"av:b:{code}"):
        assert str(await aino.presses(invitation, data)).startswith(PAUSED["fi"])
    await nina.taps("Посмотреть")
    await nina.sees("Соглашайтесь, только если")
