"""Links into the team: once, within a day, and for nobody else."""

from datetime import timedelta

from bot.core.people import Role
from tests.journeys.test_question import asks
from tests.town import CHOOSE, HOME, NAME, Phone, Town


def stranger(town: Town, language: str = "fi") -> Phone:
    return Phone(town, town.telegram.add_user("Olli", language_code=language), town.inside)


async def test_a_coordinator_invites_and_the_volunteer_comes_to_the_desk(town: Town) -> None:
    kaisa = await town.coordinator("fi")
    await kaisa.sees("Työpöytäsi")
    await kaisa.taps("Tiimi")
    await kaisa.taps("Kutsu vapaaehtoinen")
    link = (await kaisa.sees("https://t.me/"))["text"].rsplit("\n", 1)[-1]
    olli = stranger(town)
    olli.opens(link)
    await olli.sees("Valitse kieli.")
    await olli.taps("Suomi")
    await olli.sees("Tervetuloa tiimiin.")
    await olli.taps("Alkuun")
    desk = await olli.sees("Työpöytäsi")
    assert "Sinulla on hoidettavana 0 kysymystä." in desk["text"]
    assert "Tiimi" not in olli.labels
    await kaisa.taps("Alkuun")
    await kaisa.until(lambda: kaisa.from_bot[-1]["text"].startswith("Työpöytäsi"))
    await kaisa.sees(link)  # still there to be given away


async def test_a_link_works_once(town: Town) -> None:
    link = await town.invite(Role.VOLUNTEER)
    olli, nina = stranger(town), stranger(town, "ru")
    olli.opens(link)
    await olli.sees("Valitse kieli.")
    nina.opens(link)
    await nina.sees("Выберите язык.")
    await nina.taps("Русский")
    nina.opens(link)
    await nina.sees("Эта ссылка больше не действует")
    assert "Вопросы, которые ждут" not in str(nina.from_bot)


async def test_a_link_is_dead_after_a_day(town: Town) -> None:
    vera = await town.emigre("ru") if town.inside is town.outside else await town.member("ru")
    link = await town.invite(Role.COORDINATOR)
    town.clock.push(timedelta(hours=24, seconds=1))
    vera.opens(link)
    await vera.sees("Эта ссылка больше не действует")


async def test_a_volunteers_link_takes_nothing_from_a_coordinator(town: Town) -> None:
    kaisa = await town.coordinator("fi")
    kaisa.opens(await town.invite(Role.VOLUNTEER))
    await kaisa.sees("Tervetuloa tiimiin.")
    await kaisa.taps("Alkuun")
    await kaisa.sees("Työpöytäsi")
    assert "Tiimi" in kaisa.labels


async def test_what_is_for_coordinators_is_refused_to_others(town: Town) -> None:
    olli, vera = await town.member("fi"), await town.emigre("ru")
    olli.says("/invite")
    await olli.sees("Vain koordinaattorit voivat tehdä tämän.")
    message = olli.from_bot[-1]
    said = await olli.presses(message, "iv")
    assert (said or "").startswith("Vain koordinaattorit voivat tehdä tämän. Mikään ei muuttunut.")
    assert "https://" not in str(olli.from_bot)
    if town.inside is town.outside:
        vera.says("/waiting")
        await vera.sees("Это только для команды.")


async def test_a_stranger_at_the_teams_bot_is_told_whose_it_is(town: Town) -> None:
    if town.inside is town.outside:
        return  # with one bot everybody is at home
    vera = stranger(town, "ru")
    vera.says("/start")
    await vera.taps("Русский")
    await vera.sees("Этот бот — для команды.")
    vera.says("Помогите")
    await vera.sees("Этот бот — для команды.")


async def test_what_is_typed_between_the_link_and_the_language_asks_nobody(town: Town) -> None:
    pekka = stranger(town)
    pekka.opens(await town.invite(Role.VOLUNTEER))
    await pekka.sees("Valitse kieli.")
    pekka.says("Hei kaikille")
    await pekka.until(lambda: len(pekka.from_bot) == 2)
    await pekka.taps("Suomi")
    await pekka.sees("Tervetuloa tiimiin.")


async def test_the_first_question_is_taken_with_a_yes_to_how_we_work(town: Town) -> None:
    olli = stranger(town)
    olli.opens(await town.invite(Role.VOLUNTEER))
    await olli.sees(CHOOSE["fi"])
    await olli.taps(NAME["fi"])
    await olli.taps(HOME["fi"])
    vera = await town.emigre("ru")
    await asks(vera, "Вопрос")
    await olli.taps("Ota kysymys")
    told = await olli.sees("Keneltäkään ei kysytä, kuka hän on")
    assert "Вопрос" not in told["text"]
    await olli.taps("Suostun: jatka kysymykseen…")
    await olli.sees("Вопрос")
    await vera.sees("взял волонтёр")
