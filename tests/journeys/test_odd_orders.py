"""People tap what is old, twice, or in an order nobody thought of: nothing goes astray."""

from datetime import timedelta
from typing import Any

from bot.core.people import Role
from tests.journeys.test_bad_input import sends
from tests.journeys.test_question import asks, reply_to
from tests.town import Phone, Town


def key(message: dict[str, Any], label: str) -> tuple[dict[str, Any], str]:
    """Return a message and what the button that begins with `label` carries."""
    rows = message["reply_markup"]["inline_keyboard"]
    return message, next(
        button["callback_data"]
        for row in rows
        for button in row
        if button["text"].startswith(label)
    )


def now(phone: Phone, message: dict[str, Any]) -> dict[str, Any]:
    """Return a message as it stands now."""
    number = message["message_id"]
    return next(each for each in phone.from_bot if each["message_id"] == number)


async def test_a_reply_to_what_was_an_offer_goes_nowhere_by_guess(town: Town) -> None:
    """Beneath the offer of Vera's question stands, tap by tap, the screen of Anna's."""
    olli = await town.member("fi")
    vera, anna = await town.emigre("ru"), await town.emigre("ru", name="Anna")
    await asks(vera, "Вопрос Веры")
    offer, take = await olli.button("Ota kysymys")
    await olli.presses(offer, take)
    await olli.sees("Вопрос Веры")
    await olli.until(lambda: "on nyt sinulla" in now(olli, offer)["text"])
    await asks(anna, "Вопрос Анны")
    await olli.presses(*key(now(olli, offer), "Alkuun"))
    home = await olli.sees("Työpöytäsi")
    await olli.presses(*key(home, "Odottavat"))
    await olli.until(lambda: "Nämä kysymykset" in now(olli, home)["text"])
    await olli.presses(*key(now(olli, home), "Ota "))
    await olli.sees("Вопрос Анны")
    olli.says("Vastaus Annalle", reply_to=offer["message_id"])
    await olli.sees("Mihin kysymykseen tämä on vastaus?")
    assert not any("Vastaus" in said["text"] for said in vera.from_bot + anna.from_bot)


async def test_a_letter_stays_to_be_answered_when_its_button_is_tapped(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Вопрос")
    await olli.taps("Ota kysymys")
    await olli.taps("Sulje kysymys")
    await olli.taps("Kaikkeen on vastattu")
    news = await vera.sees("закрывает ваш вопрос")
    await vera.taps("Спросить человека")
    here = await vera.sees("Напишите вопрос здесь")
    assert here["message_id"] != news["message_id"]
    vera.says("Новый вопрос", reply_to=here["message_id"])
    await vera.sees("Будет отправлено:\n\nНовый вопрос")


async def test_taking_twice_opens_what_one_has(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Вопрос")
    offer = await olli.button("Ota kysymys")
    olli.says("/waiting")
    listed = await olli.sees("Nämä kysymykset")
    await olli.taps("Ota …")
    await olli.sees("Вопрос")
    await olli.until(lambda: "on sinulla." in now(olli, offer[0])["text"])
    assert await olli.presses(*offer) is None
    await olli.until(lambda: "on nyt sinulla" in now(olli, offer[0])["text"])
    assert await olli.presses(listed, offer[1]) is None
    await olli.until(lambda: "Odottaa vastaustasi." in now(olli, listed)["text"])


async def test_a_second_text_is_offered_to_the_question_that_was_sent_meanwhile(
    town: Town,
) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    vera.says("Первое")
    first = await vera.button("Спросить об этом человека")
    vera.says("Второе")
    await vera.until(lambda: len(vera.from_bot) == 3)  # home, and two that ask back
    second = await vera.button("Спросить об этом человека")
    await vera.presses(*first)
    await vera.taps("Отправить")
    await vera.sees("Его код")
    await vera.presses(*second)
    await vera.taps("Добавить к вопросу …")
    await olli.taps("Ota kysymys")
    await olli.sees("Второе")


async def test_text_for_a_question_that_closed_meanwhile_is_told_so(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Вопрос")
    await olli.taps("Ota kysymys")
    olli.says("Vastaus", **reply_to(town, await olli.sees("Вопрос")))
    answer = await vera.sees("Vastaus")
    await olli.taps("Sulje kysymys")
    await olli.taps("Kaikkeen on vastattu")
    await vera.sees("закрывает ваш вопрос")
    vera.says("Спасибо, а срок?", reply_to=answer["message_id"])
    asked = await vera.sees("Пока ничего не отправлено.")
    assert "закрыт." in asked["text"]
    await vera.taps("Спросить об этом человека")
    await vera.sees("Будет отправлено:\n\nСпасибо, а срок?")


async def test_both_close_and_both_dialogs_go(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Вопрос")
    await olli.taps("Ota kysymys")
    await olli.taps("Sulje kysymys")
    dialog, yes = await olli.button("Kaikkeen on vastattu")
    await vera.taps("Мой вопрос …")
    await vera.taps("Закрыть вопрос")
    await vera.taps("Да, закрыть")
    await olli.sees("on nyt suljettu.")
    assert await olli.presses(dialog, yes) is None
    await olli.loses("Suljetaanko kysymys")


async def test_deleting_a_draft_twice_begins_nothing(town: Town) -> None:
    vera = await town.emigre("ru")
    await vera.taps("Спросить человека")
    vera.says("Вопрос")
    await vera.taps("Удалить черновик")
    drop = await vera.button("Да, удалить")
    for _ in range(2):
        await vera.presses(*drop)
        await vera.sees("Чем вам помочь?")
    assert "Напишите вопрос здесь" not in str(now(vera, drop[0]))


async def test_the_end_of_a_long_draft_is_always_seen(town: Town) -> None:
    vera = await town.emigre("ru")
    await vera.taps("Спросить человека")
    vera.says("Ж" * 4000)
    await vera.sees("Середина здесь не показана")
    vera.says("И последнее")
    await vera.sees("И последнее")


async def test_words_behind_a_slash_are_words(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "/Migri прислала отказ")
    await olli.taps("Ota kysymys")
    block = await olli.sees("/Migri прислала отказ")
    olli.says("/privacy", **reply_to(town, block))
    olli.says("/valitus on tehtävä", **reply_to(town, block))
    await vera.sees("/valitus on tehtävä")
    assert not any("/privacy" in said["text"] for said in vera.from_bot)


async def test_a_picture_before_the_language_is_refused_kindly(town: Town) -> None:
    vera = Phone(town, town.telegram.add_user("Vera", language_code="ru"), town.outside)
    sends(vera, "photo")
    await vera.taps("Русский")
    await vera.sees("Этого никто не увидел")


async def test_a_dead_link_is_called_dead_to_a_newcomer_too(town: Town) -> None:
    link = await town.invite(Role.VOLUNTEER)
    town.clock.push(timedelta(hours=25))
    olli = Phone(town, town.telegram.add_user("Olli", language_code="fi"), town.inside)
    olli.opens(link)
    await olli.taps("Suomi")
    await olli.sees("Tämä linkki ei enää toimi")


async def test_a_link_from_a_web_page_leads_home(town: Town) -> None:
    vera = await town.emigre("ru")
    vera.says("/start from-a-web-page")
    await vera.until(lambda: len(vera.from_bot) == 2)
    assert "Чем вам помочь?" in vera.from_bot[-1]["text"]


async def test_a_member_who_first_speaks_at_the_other_bot_is_welcomed_as_who_asks(
    town: Town,
) -> None:
    if town.inside is town.outside:
        return  # with one bot they are welcomed to the team
    user = town.telegram.add_user("Olli", language_code="ru")
    desk, outside = Phone(town, user, town.inside), Phone(town, user, town.outside)
    desk.opens(await town.invite(Role.VOLUNTEER))
    await desk.sees("Выберите язык")
    outside.says("Помогите")
    await outside.taps("Русский")
    await outside.taps("Срочно спросить человека")
    await outside.taps("Да, согласиться")
    await outside.sees("Будет отправлено:\n\nПомогите")


async def test_a_member_with_a_question_of_their_own_answers_the_right_person(town: Town) -> None:
    if town.inside is not town.outside:
        return  # their two sides are two chats
    olli, nina = await town.member("fi"), await town.member("ru", name="Nina")
    vera = await town.emigre("ru")
    await asks(vera, "Вопрос Веры")
    await olli.taps("Ota kysymys")
    await olli.sees("Вопрос Веры")
    olli.says("/start")
    await olli.taps("Omat kysymykseni")
    await olli.taps("Kysy ihmiseltä")
    await olli.taps("Kyllä, suostun")
    olli.says("Oma asia")
    await olli.sees("Tämä lähetetään:")
    olli.says("/start")
    await olli.taps("Avaa luonnos")
    await olli.taps("Lähetä")
    await nina.taps("Взять")
    nina.says("Ответ Нины", reply_to=(await nina.sees("Oma asia"))["message_id"])
    await olli.sees("Ответ Нины")
    await vera.sees("взял волонтёр")
    olli.says("/start")
    await olli.taps("Työpöydälleni")
    vera.says("Ещё от Веры")
    await olli.sees("Ещё от Веры")
    olli.says("Tapaaminen klo 10")
    await olli.sees("Mihin kysymykseen tämä on vastaus?")
    assert not any("klo 10" in said["text"] for said in nina.from_bot)
    await nina.taps("Закрыть вопрос")
    await nina.taps("На всё дан ответ")
    await olli.sees("sulki kysymyksesi")
    olli.says("Vielä Veralle")
    await olli.until(lambda: str(olli.from_bot).count("Mihin kysymykseen tämä on") == 2)
