"""A coordinator looks after the team: who is there, who is suspended, who is removed."""

import re
from typing import Any

from bot.core.people import Role
from tests.journeys.test_odd_orders import key, now
from tests.journeys.test_question import asks, reply_to
from tests.town import HOME, Phone, Town

DESK = {"ru": "Ваш кабинет", "fi": "Työpöytäsi"}
YOUR_NAME = {"ru": "Ваше имя в команде: ", "fi": "Nimesi tiimissä: "}


async def comes_home(phone: Phone) -> dict[str, Any]:
    """Ask for the desk, and return it once it is there; offers may come in between."""
    asked = phone.says("/start")
    here = YOUR_NAME[phone.user.language_code or "ru"]

    def homes() -> list[dict[str, Any]]:
        return [
            message
            for message in phone.from_bot
            if message["message_id"] > asked["message_id"] and here in message["text"]
        ]

    await phone.until(lambda: homes() != [])
    return homes()[0]


async def goes(phone: Phone, message: dict[str, Any], label: str, to: str) -> dict[str, Any]:
    """Tap a button of one message, and return what it turns into."""
    await phone.presses(*key(now(phone, message), label))
    await phone.until(lambda: to in now(phone, message)["text"])
    return now(phone, message)


async def name_of(phone: Phone) -> str:
    """Return what a member is called in the team, as their own desk says."""
    home = await comes_home(phone)
    _, _, behind = home["text"].partition(YOUR_NAME[phone.user.language_code or "ru"])
    name = re.split(r",| \(", behind)[0]
    assert name
    return name


async def opens_team(kaisa: Phone) -> dict[str, Any]:
    """Let a Finnish coordinator open the list of the team."""
    return await goes(kaisa, await comes_home(kaisa), "Tiimi", "Nimet ovat keksittyjä")


async def opens_member(kaisa: Phone, of: Phone) -> dict[str, Any]:
    """Let a Finnish coordinator open the screen of a Finnish member."""
    name = await name_of(of)
    return await goes(kaisa, await opens_team(kaisa), f"{name} · ", "Tiimissä ")


async def holds(vera: Phone, olli: Phone, question: str = "Вопрос") -> dict[str, Any]:
    """Let a volunteer take what an émigré asks; return where the words are."""
    await asks(vera, question)
    await olli.taps("Ota kysymys")
    return await olli.sees(question)


def threads(phone: Phone) -> int:
    return len(phone.town.telegram.chat(phone.user, phone.bot).topics)


async def test_the_team_is_listed_by_names_that_tell_nobody_who_somebody_is(town: Town) -> None:
    kaisa, olli = await town.coordinator("fi"), await town.member("fi")
    mine, theirs = await name_of(kaisa), await name_of(olli)
    assert mine != theirs
    await opens_team(kaisa)
    assert kaisa.labels == [
        f"{mine} · koordinaattori · vuorossa",
        f"{theirs} · vapaaehtoinen · vuorossa",
        "Kutsu vapaaehtoinen",
        "Kutsu koordinaattori",
        "Alkuun",
    ]
    await kaisa.taps(f"{mine} · …")
    await kaisa.sees("Tämä olet sinä.")
    assert kaisa.labels == ["Tiimi", "Alkuun"]
    assert "Tiimi" not in olli.labels


async def test_who_is_suspended_is_out_and_their_question_goes_to_others(town: Town) -> None:
    vera, kaisa = await town.emigre("ru"), await town.coordinator("fi")
    olli, nina = await town.member("fi"), await town.member("ru", name="Nina")
    aino = await town.coordinator("fi", name="Aino")
    theirs = await name_of(olli)
    block = await holds(vera, olli)
    olli.says("Katson tätä", **reply_to(town, block))
    await vera.sees("Katson tätä")
    await nina.sees("уже взят")
    await opens_member(kaisa, olli)
    await kaisa.sees("1 avoin kysymys.")
    await kaisa.taps("Keskeytä pääsy")
    await kaisa.sees("1 avoin kysymys palaa heti jonoon.")
    await kaisa.taps("Kyllä, keskeytä")
    await kaisa.sees("pääsy keskeytetty")
    await olli.sees("on keskeyttänyt pääsysi")
    await aino.sees(f"Jäsenen {theirs} pääsy on keskeytetty. Päätös: {await name_of(kaisa)}.")
    await olli.loses("Вопрос")
    assert threads(olli) == 0
    await vera.sees("Теперь он ждёт другого волонтёра")
    vera.says("Я здесь")
    await vera.sees("Добавлено к вашему вопросу")
    await nina.taps("Взять")
    await nina.sees("ответ, данный раньше\nKatson tätä")
    await nina.sees("Я здесь")
    nina.says("Продолжаем", **reply_to(town, await nina.sees("Вопрос")))
    await vera.sees("Продолжаем")
    assert "Ota kysymys" not in olli.labels

    await kaisa.taps("Palauta pääsy")
    await kaisa.taps("Kyllä, palauta")
    await olli.sees("Tervetuloa takaisin tiimiin!")
    await olli.taps("Alkuun")
    await olli.sees("0 kysymystä")


async def test_who_is_removed_gets_no_more_than_that_they_are(town: Town) -> None:
    vera, kaisa = await town.emigre("ru"), await town.coordinator("fi")
    olli = await town.member("fi")
    block = await holds(vera, olli)
    answer = olli.says("Vastaus", **reply_to(town, block))
    await vera.sees("Vastaus")
    await olli.sees("Viesti on matkalla.")
    _, back = await olli.button("Poista vastaanottajalta")
    _, close = await olli.button("Sulje kysymys")
    await opens_member(kaisa, olli)
    await kaisa.taps("Poista tiimistä")
    await kaisa.sees("Takaisin pääsee vain uudella linkillä.")
    await kaisa.taps("Kyllä, poista")
    await kaisa.sees("ei enää kuulu tiimiin")
    await olli.sees("Et kuulu enää tiimiin.")
    await olli.loses("Вопрос")

    sent = len(olli.from_bot)
    vera.says("Есть тут кто?")
    await vera.sees("Добавлено к вашему вопросу")
    anna = await town.emigre("ru", name="Anna")
    await asks(anna, "Вопрос Анны")
    await kaisa.sees("palasi jonoon")
    await kaisa.sees("Uusi kysymys")
    assert len(olli.from_bot) == sent

    here = olli.from_bot[0]
    refused = "Tämä on tarkoitettu vain tiimille. Mikään ei muuttunut."
    assert [await olli.presses(here, data) for data in (close, "w")] == [refused] * 2
    not_yours = "Tämä kysymys ei ole enää sinulla. Mikään ei muuttunut."
    assert await olli.presses(here, back) == not_yours
    if flat(town):  # a thread is deleted with all that was in it
        town.telegram.edits(olli.user, olli.bot, answer["message_id"], "Muutettu vastaus")
        await olli.sees(not_yours)
        olli.says("Vielä yksi", reply_to=answer["message_id"])
        await olli.button("Kysy tästä ihmiseltä")
    else:
        olli.says("Vielä yksi")
        await olli.sees("Tämä botti on tarkoitettu tiimille")
    assert not any("Vielä" in said["text"] or "Muutettu" in said["text"] for said in vera.from_bot)

    await opens_team(kaisa)
    assert sum("vuorossa" in label for label in kaisa.labels) == 1
    olli.opens(await town.invite(Role.VOLUNTEER))
    await olli.sees("Tervetuloa tiimiin.")


def flat(town: Town) -> bool:
    return town.inside is town.outside


async def test_a_coordinator_is_removed_while_they_write(town: Town) -> None:
    vera, kaisa = await town.emigre("ru"), await town.coordinator("fi")
    nina = await town.coordinator("fi", name="Nina")
    liisa = await town.coordinator("fi", name="Liisa")
    await holds(vera, nina)
    await opens_team(nina)
    list_of_nina = await nina.button("Kutsu vapaaehtoinen")
    await opens_member(kaisa, nina)
    await kaisa.taps("Poista tiimistä")
    await kaisa.taps("Pyydä hyväksyntää")
    await liisa.taps("Katso")
    await liisa.taps("Kyllä, hyväksyn")
    await nina.sees("Et kuulu enää tiimiin.")
    nina.says("Tätä olin kirjoittamassa")
    assert await nina.presses(*list_of_nina)
    assert "https://t.me/" not in str(nina.from_bot)
    assert "kirjoittamassa" not in str(vera.from_bot)


async def test_nobody_takes_a_step_about_themselves(town: Town) -> None:
    kaisa, olli = await town.coordinator("fi"), await town.member("fi")
    await opens_member(kaisa, olli)
    about_olli = {
        label: await kaisa.button(label) for label in ("Keskeytä pääsy", "Poista tiimistä")
    }
    code = (await name_of(kaisa)).rsplit(" ", 1)[1]
    await opens_team(kaisa)
    _, mine = await kaisa.button(f"{await name_of(kaisa)} · …")
    assert mine.endswith(code)
    for message, data in about_olli.values():
        for prefix in ("mq", "mc"):
            _, step, _ = data.split(":")
            await kaisa.presses(message, ":".join([prefix, step, mine.split(":")[1]]))
            await kaisa.sees("Tämä olet sinä.")
    assert "Tiimi" in str(await comes_home(kaisa))


async def test_an_old_helper_answers_in_nobody_elses_name(town: Town) -> None:
    """Who was suspended and came back does not reach the émigré by an old message."""
    vera, kaisa = await town.emigre("ru"), await town.coordinator("fi")
    olli, nina = await town.member("fi"), await town.member("ru", name="Nina")
    answer = olli.says("Vastaus", **reply_to(town, await holds(vera, olli)))
    await vera.sees("Vastaus")
    await opens_member(kaisa, olli)
    for label in ("Keskeytä pääsy", "Kyllä, keskeytä"):
        await kaisa.taps(label)
    await nina.taps("Взять")
    await nina.sees("Вопрос")
    for label in ("Palauta pääsy", "Kyllä, palauta"):
        await kaisa.taps(label)
    await olli.sees("Tervetuloa takaisin")
    olli.says("Vanha vastaus", reply_to=answer["message_id"] if flat(town) else None)
    await olli.sees("Mitään ei lähetetty")
    assert "Vanha vastaus" not in str(vera.from_bot)


async def test_somebody_who_is_gone_cannot_be_chosen_from_an_old_list(town: Town) -> None:
    kaisa, nina = await town.coordinator("fi"), await town.coordinator("fi", name="Nina")
    olli = await town.member("fi")
    await opens_member(kaisa, olli)
    await opens_member(nina, olli)
    await kaisa.taps("Poista tiimistä")
    await nina.taps("Keskeytä pääsy")
    await kaisa.taps("Kyllä, poista")
    await kaisa.sees("ei enää kuulu tiimiin")
    message, data = await nina.button("Kyllä, keskeytä")
    assert await nina.presses(message, data) == "Tiimissä ei ole enää ketään tällä nimellä."
    await nina.taps(HOME["fi"])
    await nina.sees(DESK["fi"])
