"""A helper types in the wrong place: nothing goes anywhere by guess."""

from tests.journeys.test_bad_input import sends
from tests.journeys.test_question import asks, reply_to
from tests.town import Town


async def test_who_takes_a_question_is_told_that_they_have_it(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Вопрос")
    await olli.sees("Uusi kysymys")
    await olli.taps("Ota kysymys")
    await vera.sees("взял волонтёр")
    await olli.sees("on nyt sinulla")
    await olli.sees("Вопрос")
    assert not any("on jo otettu" in said["text"] for said in olli.from_bot)


async def test_loose_text_of_a_helper_is_asked_back(town: Town) -> None:
    await town.emigre("ru")
    olli = await town.member("fi")
    olli.says("Kenelle tämä menee?")
    await olli.sees("sinulla ei nyt ole kysymystä")
    assert "Kysy tästä ihmiseltä" not in str(olli.from_bot)


async def test_loose_text_after_taking_an_answer_back_goes_nowhere(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Вопрос")
    await olli.sees("Uusi kysymys")
    await olli.taps("Ota kysymys")
    olli.says("Väärä vastaus", **reply_to(town, await olli.sees("Вопрос")))
    await vera.sees("Väärä vastaus")
    await olli.taps("Poista vastaanottajalta")
    await vera.loses("Väärä vastaus")
    olli.says("Ajattelen ääneen")
    await olli.sees("Mihin kysymykseen tämä on vastaus?")
    assert not any("ääneen" in said["text"] for said in vera.from_bot + olli.from_bot)


async def test_loose_text_is_sent_where_a_tap_says(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Вопрос")
    await olli.taps("Ota kysymys")
    await olli.sees("Вопрос")
    olli.says("Vastaus ilman aihetta")
    which = await olli.sees("Mihin kysymykseen tämä on vastaus?")
    assert not any("ilman" in said["text"] for said in vera.from_bot)
    button = which["reply_markup"]["inline_keyboard"][0][0]
    await olli.presses(which, button["callback_data"])
    await vera.sees("Vastaus ilman aihetta")
    await olli.sees("Viesti on matkalla.")
    again = await olli.presses(which, button["callback_data"])
    assert again == "Tämä teksti on jo lähetetty, tai sitä ei enää ole täällä."
    assert sum("ilman" in said["text"] for said in vera.from_bot) == 1


async def test_loose_pictures_go_nowhere(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Вопрос")
    await olli.taps("Ota kysymys")
    await olli.sees("Вопрос")
    sends(olli, "photo")
    await olli.sees("Tätä ei näytetty kenellekään")
    assert not any("CAPTION" in said["text"] for said in vera.from_bot)


async def test_a_reply_to_ones_own_words_goes_where_they_went(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Вопрос")
    await olli.taps("Ota kysymys")
    answer = olli.says("Vastaus", **reply_to(town, await olli.sees("Вопрос")))
    await vera.sees("Vastaus")
    olli.says("Ja vielä", reply_to=answer["message_id"], thread_id=answer.get("message_thread_id"))
    await vera.sees("Ja vielä")
    added = vera.says("Спасибо")
    await olli.sees("Спасибо")
    vera.says("/start")
    await vera.sees("Чем вам помочь?")
    vera.says("И ещё", reply_to=added["message_id"])
    await olli.sees("И ещё")


async def test_what_one_has_is_shown_and_closed_only_when_asked(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Вопрос")
    await olli.taps("Ota kysymys")
    await olli.sees("Вопрос")
    olli.says("/start")
    desk = await olli.sees("Sinulla on hoidettavana 1 kysymys.")
    mine = desk["reply_markup"]["inline_keyboard"][0][0]
    await olli.presses(desk, mine["callback_data"])
    await olli.sees("Odottaa vastaustasi.")
    await olli.taps("Sulje kysymys")
    await olli.until(lambda: olli.labels[:2] == ["Ei, jätä auki", "Kaikkeen on vastattu"])
    await olli.taps("Ei, jätä auki")
    await olli.sees("Odottaa vastaustasi.")
    assert not any("Miksi " in said["text"] for said in olli.from_bot)
