"""A coordinator sees how many questions wait and for how long, and not a word of them."""

from datetime import timedelta
from typing import Any

from tests.journeys.test_odd_orders import key
from tests.journeys.test_question import asks, reply_to
from tests.journeys.test_team import comes_home, flat, goes, holds, threads
from tests.town import Phone, Town


async def opens_queue(kaisa: Phone) -> dict[str, Any]:
    return await goes(kaisa, await comes_home(kaisa), "Jono", "Vapaaehtoisilla: ")


def labels(message: dict[str, Any]) -> list[str]:
    rows = message["reply_markup"]["inline_keyboard"]
    return [button["text"] for row in rows for button in row]


async def test_the_queue_in_figures(town: Town) -> None:
    kaisa = await town.coordinator("fi")
    shown = await opens_queue(kaisa)
    assert shown["text"].startswith("Jono\n0 kysymystä odottaa vapaaehtoista.")
    olli = await town.member("fi")
    vera, anna = await town.emigre("ru"), await town.emigre("ru", name="Anna")
    await holds(vera, olli, "Вопрос Веры")
    await asks(anna, "Вопрос Анны")
    town.clock.push(timedelta(hours=3))
    shown = await opens_queue(kaisa)
    assert shown["text"].split("\n")[1:] == [
        "1 kysymys odottaa vapaaehtoista.",
        "Vanhin: 3 tuntia.",
        "Vapaaehtoisilla: 1.",
        "Vastattu, vielä auki: 0.",
        "Venäjäksi: alle 5.",
        "Suomeksi: alle 5.",
        "Nyt vuorossa: venäjäksi 2, suomeksi 2.",
    ]
    first, second, *_, home = labels(shown)
    assert first.endswith(" · RU · vapaaehtoisella · 3 tuntia")
    assert second.endswith(" · RU · odottaa · 3 tuntia")
    assert home == "Alkuun"
    assert not any("Вопрос" in said["text"] for said in kaisa.from_bot)


async def test_five_of_a_language_are_counted(town: Town) -> None:
    kaisa = await town.coordinator("fi")
    for number in range(5):
        await asks(await town.emigre("ru", name=f"Vera {number}"), "Вопрос")
    shown = (await opens_queue(kaisa))["text"]
    assert "Venäjäksi: 5." in shown
    assert "Suomeksi: alle 5." in shown


async def test_a_coordinator_takes_from_the_queue_and_reads_only_then(town: Town) -> None:
    kaisa, vera = await town.coordinator("fi"), await town.emigre("ru")
    await asks(vera, "Вопрос Веры")
    queue = await opens_queue(kaisa)
    one = await goes(kaisa, queue, labels(queue)[0], "Sen lukee vain se, ")
    assert "Вопрос Веры" not in str(kaisa.from_bot)
    await goes(kaisa, one, "Ota kysymys", "on nyt sinulla")
    block = await kaisa.sees("Вопрос Веры")
    kaisa.says("Kirjoitan ensin", **reply_to(town, block))  # before anybody else wrote to her
    await vera.sees("Kirjoitan ensin")


async def test_a_coordinator_puts_a_question_back_in_the_queue(town: Town) -> None:
    kaisa, vera = await town.coordinator("fi"), await town.emigre("ru")
    olli, nina = await town.member("fi"), await town.member("ru", name="Nina")
    block = await holds(vera, olli, "Вопрос Веры")
    answer = olli.says("Vastaus", **reply_to(town, block))
    await vera.sees("Vastaus")
    queue = await opens_queue(kaisa)
    one = await goes(kaisa, queue, labels(queue)[0], "Kysymys on jäsenellä ")
    asked = await goes(kaisa, one, "Takaisin jonoon", "Siirretäänkö kysymys")
    assert labels(asked) == ["Ei, jätä ennalleen", "Kyllä, takaisin jonoon", "Alkuun"]
    _, yes = key(asked, "Kyllä, takaisin jonoon")
    done = await goes(kaisa, asked, "Kyllä, takaisin jonoon", " · odottaa · ")
    assert "Ota kysymys" in labels(done)
    await olli.sees("jatkuu nyt jonkun muun kanssa")
    await olli.loses("Вопрос Веры")
    assert threads(olli) == 0
    await vera.sees("Теперь он ждёт другого волонтёра")
    await nina.taps("Взять")
    await nina.sees("Вопрос Веры")
    if flat(town):
        olli.says("Vielä", reply_to=answer["message_id"])
        await olli.sees("Mitään ei lähetetty")
    await kaisa.presses(done, yes)  # an old button means the same: it is with Nina now
    await vera.until(lambda: str(vera.from_bot).count("ждёт другого волонтёра") == 2)


async def test_ones_own_question_is_not_in_the_queue_that_one_looks_after(town: Town) -> None:
    if not flat(town):
        return  # seen with one bot, where one person is on both sides of one chat
    kaisa = await town.coordinator("fi")
    nina = await town.coordinator("fi", name="Nina")
    kaisa.says("/ask")
    await kaisa.taps("Kyllä, suostun")
    await kaisa.sees("Kirjoita kysymyksesi tähän")
    kaisa.says("Oma asiani")
    await kaisa.taps("Lähetä")
    await nina.sees("Uusi kysymys")
    assert "0 kysymystä odottaa vapaaehtoista." in (await opens_queue(kaisa))["text"]
    queue = await opens_queue(nina)
    assert "1 kysymys odottaa vapaaehtoista." in queue["text"]
    _, mine = key(queue, labels(queue)[0])
    assert (
        await kaisa.presses(kaisa.from_bot[-1], mine)
        == "Tämä kysymys on suljettu, tai se on jollakulla muulla."
    )
