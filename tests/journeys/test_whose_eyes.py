"""Whose eyes an answer that waits may have: never its writer's, nor those of who asked."""

from bot.core.people import Role
from bot.store.store import Store
from tests.journeys.test_case import in_store
from tests.journeys.test_second_eyes import ALONE, CLEAN, LEADS_AWAY, NOTICE, Case, begins, joins
from tests.journeys.test_team import comes_home, opens_member
from tests.speaker import Speaker
from tests.town import Town


def told(those: list[Speaker], words: str) -> list[Speaker]:
    """Return those who read these words."""
    return [each for each in those if words in str(each.phone.from_bot)]


async def test_alone_in_the_team_one_is_told_so_and_writes_without(town: Town) -> None:
    case = await begins(town, helper=Role.COORDINATOR)
    typed = case.answers(LEADS_AWAY)
    await case.olli.sees(ALONE)
    assert case.olli.words("Look at it") not in str(case.olli.phone.from_bot)
    case.edits(typed, CLEAN)
    await case.reaches(CLEAN)


async def test_one_volunteer_on_duty_is_asked_too(town: Town) -> None:
    case = await begins(town)
    asked = [await joins(town, "fi", Role.VOLUNTEER, name) for name in ("Aino", "Eero")]
    await case.held()
    notice = asked[0].words(NOTICE, code=case.code)
    await asked[0].phone.until(lambda: told(asked, notice) != [])
    (one,) = told(asked, notice)
    (other,) = [each for each in asked if each is not one]
    await case.looks(one)
    home = await comes_home(other.phone)
    forged = await other.phone.presses(home, "el:1")
    assert forged == other.words("This answer is for others to look at.")
    await one.taps("Let it go")
    await case.reaches("личку")


async def test_whoever_asked_never_sees_what_waits_for_them(town: Town) -> None:
    if town.inside is not town.outside:
        return  # with two bots nobody on the desk asks there
    olli = await joins(town, "fi", Role.VOLUNTEER, "Olli")
    kaisa = await joins(town, "ru")
    kaisa.phone.says("/ask")
    await kaisa.phone.taps("Да, согласиться")
    kaisa.phone.says("Вопрос координатора")
    await kaisa.taps("Send")
    await olli.taps("Take it")
    block, _ = await olli.phone.button(olli.words("Close the question"))
    case = Case(town, kaisa, olli, block)
    case.answers(LEADS_AWAY)
    await olli.sees(ALONE)
    forged = await kaisa.phone.presses(kaisa.phone.from_bot[-1], "el:1")
    assert forged == kaisa.words("This answer is for others to look at.")
    assert "личку" not in str(kaisa.phone.from_bot)


async def test_whom_they_avoid_is_not_asked(town: Town) -> None:
    case, kaisa = await begins(town), await joins(town, "fi")

    async def avoids(store: Store) -> None:
        (member,) = await store.team.coordinators()
        (queued,) = await store.requests.queue()
        await store.offers.avoid(queued.request.emigre_id, member.person_id)

    await in_store(town, avoids)
    case.answers(LEADS_AWAY)
    await case.olli.sees(ALONE)
    await comes_home(kaisa.phone)
    await kaisa.taps("The queue")
    await kaisa.sees("Answered and still open: {n}.", n=0)
    assert kaisa.words("Look at an answer that waits") not in str(kaisa.phone.from_bot)


async def test_who_is_suspended_keeps_no_words(town: Town) -> None:
    case, kaisa = await begins(town), await joins(town, "fi")
    nina = await joins(town, "fi", Role.VOLUNTEER, "Nina")
    await case.held()
    shown = await case.looks(nina)
    _, goes = await nina.phone.button(nina.words("Let it go"))
    await opens_member(kaisa.phone, nina.phone)
    await kaisa.phone.taps("Keskeytä pääsy")
    await kaisa.phone.taps("Kyllä, keskeytä")
    await nina.phone.loses("личку")
    assert "keskeyttänyt" in str(await nina.phone.presses(shown, goes))
    assert not await case.reached("личку")
