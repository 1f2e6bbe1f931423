"""Who has just joined practises with a made-up question: it goes to nobody and counts nowhere."""

from bot.core.people import Role
from tests.journeys.test_question import reply_to
from tests.journeys.test_queue import opens_queue
from tests.journeys.test_team import comes_home, flat, opens_member, threads
from tests.town import Phone, Town


async def practises(town: Town) -> Phone:
    """Let a volunteer join and take a practice question at once."""
    user = town.telegram.add_user("Olli", language_code="fi")
    olli = Phone(town, user, town.inside)
    olli.opens(await town.invite(Role.VOLUNTEER))
    await olli.taps("Suomi")
    await olli.taps("Harjoittele keksityllä kysymyksellä")
    return olli


async def test_from_the_first_answer_to_the_end(town: Town) -> None:
    kaisa, nina = await town.coordinator("fi"), await town.member("ru", name="Nina")
    olli = await practises(town)
    block = await olli.sees("Pelkään")
    assert "Harjoitus · " in block["text"]
    where = reply_to(town, block)
    answer = olli.says("Rauhassa vain", **where)
    await olli.sees("Harjoitus: tämä vastaus ei mene kenellekään.")
    reply = await olli.sees("Kukaan ei saanut vastaustasi")
    assert "Harjoitus · " in reply["text"]
    town.telegram.edits(olli.user, olli.bot, answer["message_id"], "Ihan rauhassa vain")
    await olli.sees("Harjoitus: muutettu, eikä kukaan näe sitä.")
    await olli.taps("Poista vastaanottajalta")
    await olli.sees("ei ollut vielä lähetetty")
    olli.says("Vielä yksi", **where)
    await olli.sees("ei mene kenellekään")  # the line beneath the first turned into another
    assert str(olli.from_bot).count("Kukaan ei saanut") == 1
    assert "0 kysymystä odottaa" in (await opens_queue(kaisa))["text"]
    assert "0 avointa kysymystä." in (await opens_member(kaisa, olli))["text"]
    home = await comes_home(olli)
    assert "Sinulla on hoidettavana 0 kysymystä." in home["text"]
    await olli.taps("Sulje kysymys")
    asked = await olli.sees("Suljetaanko")
    assert "kukaan ei saa siitä tietoa" in asked["text"]
    await olli.taps("Kyllä, sulje")
    await olli.sees("on suljettu. Kiitos.")
    assert "Uusi kysymys" not in str(kaisa.from_bot)
    assert "Новый вопрос" not in str(nina.from_bot)


async def test_one_at_a_time_and_ones_own_question_is_another_thing(town: Town) -> None:
    olli = await practises(town)
    await olli.sees("Pelkään")
    await olli.presses(olli.from_bot[0], "pt")
    await olli.sees("Odottaa vastaustasi.")
    assert sum("Pelkään" in said["text"] for said in olli.from_bot) == 1
    if flat(town):
        olli.says("/ask")
        await olli.sees("Ennen kuin säilytämme mitään")


async def test_who_is_removed_loses_it_and_nobody_is_offered_it(town: Town) -> None:
    kaisa, nina = await town.coordinator("fi"), await town.member("ru", name="Nina")
    olli = await practises(town)
    await olli.sees("Pelkään")
    await opens_member(kaisa, olli)
    await kaisa.taps("Poista tiimistä")
    await kaisa.taps("Kyllä, poista")
    await olli.sees("Et kuulu enää tiimiin.")
    await olli.loses("Pelkään")
    assert threads(olli) == 0
    assert "Новый вопрос" not in str(nina.from_bot)
    assert "Nyt se odottaa toista" not in str(olli.from_bot)


async def test_it_is_found_again_under_my_duty(town: Town) -> None:
    for language, duty, label, words in (
        ("fi", "Vuoroni", "Harjoittele keksityllä kysymyksellä", "Pelkään"),
        ("ru", "Моё дежурство", "Потренироваться на придуманном вопросе", "мне страшно"),
    ):
        olli = await town.member(language)
        await comes_home(olli)
        await olli.taps(duty)
        await olli.taps(label)
        await olli.sees(words)


async def test_only_the_way_that_is_in_use_is_explained(town: Town) -> None:
    thread, reply = "Vastaa kirjoittamalla tämän kysymyksen ketjuun", "ja valitse ”Vastaa”"
    olli = await practises(town)
    await olli.sees("Pelkään")
    told = str(olli.from_bot)
    assert (thread in told, reply in told) == (not flat(town), flat(town))
    assert ("omaan ketjuunsa" in told) is not flat(town)
    await comes_home(olli)
    await olli.taps("Harjoitus…")
    await olli.sees("Odottaa vastaustasi.")
    assert (reply in str(olli.from_bot[-1])) is flat(town)
