"""What is kept about somebody: seen live, copied, erased, with an honest receipt."""

import json
from typing import Any

import pytest

from tests.journeys.test_question import asks, reply_to
from tests.journeys.test_two_questions import asks as asks_with_code
from tests.speaker import speaker
from tests.town import Phone, Town


def file_of(phone: Phone, ending: str) -> str:
    """Return what stands in the latest file of this ending that the bot sent."""
    telegram = phone.town.telegram
    sent = [m["document"] for m in telegram.chat(phone.user, phone.bot).messages if "document" in m]
    document = [each for each in sent if each["file_name"].endswith(ending)][-1]
    return telegram.files.get(phone.bot.id, document["file_id"]).data.decode()


async def has_files(phone: Phone) -> None:
    chat = phone.town.telegram.chat(phone.user, phone.bot)
    await phone.until(lambda: sum("document" in message for message in chat.messages) >= 2)


async def talked(town: Town) -> tuple[Phone, Phone, dict[str, Any]]:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Вопрос Веры")
    await olli.sees("Uusi kysymys")
    await olli.taps("Ota kysymys")
    block = await olli.sees("Вопрос Веры")
    olli.says("Vastaus", **reply_to(town, block))
    await vera.sees("Vastaus")
    return vera, olli, block


async def test_one_sees_what_is_kept_as_it_is_now(town: Town) -> None:
    vera = await town.emigre("ru")
    vera.says("/privacy")
    kept = await vera.sees("Что о вас хранится сейчас")
    assert "Язык: Русский" in kept["text"]
    assert "Ваше согласие" in kept["text"]
    assert "Вопросы" not in kept["text"]
    await vera.taps("Главное меню")
    await asks(vera, "Вопрос")
    vera.says("/privacy")
    await vera.sees("Вопросы: 1")
    await vera.taps("Зачем и как долго")
    await vera.sees("Что мы храним и зачем")


async def test_one_takes_a_copy_for_people_and_for_programs(town: Town) -> None:
    vera, _, _ = await talked(town)
    other = await town.emigre("ru", name="Other")
    await asks(other, "Чужой вопрос")
    vera.says("/privacy")
    await vera.taps("Взять копию")
    await vera.sees("Кто откроет ваш телефон")
    await vera.taps("Прислать файлы")
    await has_files(vera)
    data = json.loads(file_of(vera, ".json"))
    assert data["people"][0]["user_id"] == vera.user.id
    assert [said["text"] for said in data["messages"]] == ["Вопрос Веры", "Vastaus"]
    readable = file_of(vera, ".txt")
    assert "Вопрос Веры" in readable
    assert "Vastaus" in readable
    assert "Чужой" not in readable + str(data)


async def test_a_copy_says_which_words_were_taken_back(town: Town) -> None:
    vera, _, _ = await talked(town)
    vera.says("Лишнее")
    await vera.taps("Удалить у собеседника")
    vera.says("/privacy")
    await vera.taps("Взять копию")
    await vera.taps("Прислать файлы")
    await has_files(vera)
    readable = file_of(vera, ".txt")
    assert "(удалено)" in readable
    assert "Лишнее" not in readable


async def test_words_taken_back_are_not_counted_as_kept(town: Town) -> None:
    vera, _, _ = await talked(town)
    vera.says("Лишнее")
    await vera.sees("Передаём.")
    vera.says("/privacy")
    await vera.sees("Сообщения: 3")
    await vera.taps("Удалить у собеседника")
    vera.says("/privacy")
    await vera.sees("Сообщения: 2")


async def test_one_erases_everything_and_is_told_what_stays(town: Town) -> None:
    vera, olli, block = await talked(town)
    vera.says("/privacy")
    await vera.taps("Удалить всё")
    asked = await vera.sees("Удалить всё, что о вас хранится?")
    assert "ещё открыт" in asked["text"]
    await vera.taps("Да, удалить всё")
    told = await vera.sees("Удалено")
    assert "Что удалить нельзя" in told["text"]
    await vera.until(lambda: "Вопрос Веры" not in str(vera.messages))
    assert "Vastaus" not in str(vera.messages)
    await olli.until(lambda: block["message_id"] not in {m["message_id"] for m in olli.messages})
    await olli.sees("poisti kaiken")
    assert "Вопрос Веры" not in str(olli.messages)
    vera.says("/start")
    await vera.sees("Выберите язык.")


async def test_a_question_nobody_took_is_offered_no_more(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Вопрос")
    offer, take = await olli.button("Ota kysymys")
    vera.says("/privacy")
    await vera.taps("Удалить всё")
    await vera.taps("Да, удалить всё")
    await vera.sees("Удалено")
    await olli.until(lambda: offer["message_id"] not in {m["message_id"] for m in olli.messages})
    assert (
        await olli.presses(olli.from_bot[-1], take)
        == "Tämä kysymys on suljettu, tai se on jollakulla muulla."
    )


async def test_erasing_twice_does_no_harm(town: Town) -> None:
    ilmari = await town.emigre("fi")
    ilmari.says("/privacy")
    await ilmari.taps("Poista kaikki")
    shown, yes = await ilmari.button("Kyllä, poista kaikki")
    await ilmari.presses(shown, yes)
    told = await ilmari.sees("Poistettu")
    await ilmari.presses(told, yes)
    ilmari.says("/start")
    await ilmari.sees("Valitse kieli.")


async def test_a_member_sees_copies_and_erases_too(town: Town) -> None:
    vera, olli, _ = await talked(town)
    nina = await town.member("ru", name="Nina")
    olli.says("/privacy")
    await olli.sees("Kuulut tiimiin")
    await olli.taps("Miksi ja kuinka kauan")
    why = await olli.sees("Tiimin jäsenenä")
    assert "Vapaaehtoinen, joka vastaa, näkee" not in why["text"]
    await olli.taps("Mitä tietoja minusta säilytetään")
    await olli.taps("Ota kopio")
    await olli.taps("Lähetä kaksi tiedostoa")
    await has_files(olli)
    data = json.loads(file_of(olli, ".json"))
    assert [said["text"] for said in data["messages"]] == ["Vastaus"]
    assert data["members"][0]["role"] == "volunteer"
    olli.says("/privacy")
    await olli.taps("Poista kaikki")
    await olli.sees("Lähdet samalla tiimistä")
    await olli.taps("Kyllä, poista kaikki")
    await olli.sees("Poistettu")
    await nina.taps("Взять")
    await nina.sees("Вопрос Веры")
    await vera.sees("больше не может заниматься вашим вопросом")


@pytest.mark.parametrize("language", ["ru", "fi"])
async def test_each_open_question_is_named_before_all_is_erased(town: Town, language: str) -> None:
    vera = await speaker(town, language)
    codes = [await asks_with_code(vera, text) for text in ("Первое", "Второе")]
    typed = vera.phone.says("/privacy")["message_id"]
    await vera.phone.until(lambda: vera.phone.from_bot[-1]["message_id"] > typed)
    await vera.taps("Erase everything")
    for code in codes:
        await vera.sees("Your question {code} is still open: nobody will answer it.", code=code)
