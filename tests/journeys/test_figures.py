"""Somebody looks at the public figures: a picture, and every number of it as text."""

from typing import Any

import pytest

from bot.files import picture
from tests.town import Phone, Town

WORDS = {
    "ru": {
        "answers": "Ответы по темам",
        "section": "Решение",
        "answer": "Цифры: решения по россиянам",
        "figures": "Картинка и все числа",
        "beneath": "Картинка придёт ниже.",
        "partial": "2022, до 28 дек.: 1\u00a0172",
        "no gap": "2014–2015, 2019–2020, 2026: не нашли",
        "one person": "Числа не говорят, чем кончится ваше дело",
        "checked": "Сверено с источниками 26 ноября 2026",
        "back": "К ответу",
        "short answer": "«Отказывают 90 %»",
    },
    "fi": {
        "answers": "Vastaukset aiheittain",
        "section": "Päätös",
        "answer": "Luvut: venäläisten päätökset",
        "figures": "Kuva ja kaikki luvut",
        "beneath": "Kuva tulee alle.",
        "partial": "2022, 28.12. asti: 1\u00a0172",
        "no gap": "2014–2015, 2019–2020, 2026: ei löytynyt",
        "one person": "Luvut eivät kerro, miten sinun asiasi päättyy",
        "checked": "Tarkistettu lähteistä 26. marraskuuta 2026",
        "back": "Takaisin vastaukseen",
        "short answer": "”90 prosenttia hylätään”",
    },
}


async def looks(phone: Phone, words: dict[str, str]) -> dict[str, Any]:
    """Go from home to the figures, and return the message with the picture."""
    for step in ("answers", "section", "answer", "figures"):
        await phone.taps(words[step])
    chat = phone.town.telegram.chat(phone.user, phone.bot)
    await phone.until(lambda: any("photo" in message for message in chat.messages))
    return next(message for message in chat.messages if "photo" in message)


@pytest.mark.parametrize("language", ["ru", "fi"])
async def test_who_has_agreed_to_nothing_gets_the_picture_and_its_numbers(
    town: Town, language: str
) -> None:
    words = WORDS[language]
    phone = await town.emigre(language, agrees=False)
    photo = await looks(phone, words)
    file = town.telegram.files.get(phone.bot.id, photo["photo"][-1]["file_id"])
    assert file.data == picture(f"{language}/figures").read_bytes()
    for told in ("partial", "no gap"):
        assert words[told] in photo["caption"]
    screen = await phone.sees(words["beneath"])
    assert len(phone.from_bot) == 1  # one screen, changed in place
    for told in ("partial", "no gap", "one person", "checked"):
        assert words[told] in screen["text"]
    links = [entity["url"] for entity in screen["entities"] if entity["type"] == "text_link"]
    assert len(links) == 6  # five sources, and the authority itself


@pytest.mark.parametrize("language", ["ru", "fi"])
async def test_the_way_back_from_the_picture_leaves_it_there(town: Town, language: str) -> None:
    words = WORDS[language]
    phone = await town.emigre(language)
    photo = await looks(phone, words)
    (back,), _ = photo["reply_markup"]["inline_keyboard"]
    assert back["text"] == words["back"]
    await phone.presses(photo, back["callback_data"])
    answer = await phone.sees(words["short answer"])
    assert answer["message_id"] > photo["message_id"]
    chat = town.telegram.chat(phone.user, phone.bot)
    assert photo["message_id"] in [message["message_id"] for message in chat.messages]


async def test_the_text_leads_back_to_the_answer_in_place(town: Town) -> None:
    vera = await town.emigre("ru")
    await looks(vera, WORDS["ru"])
    await vera.taps("К ответу")
    await vera.sees("«Отказывают 90 %»")
    await vera.button("Картинка и все числа")
    assert len(vera.from_bot) == 1


async def test_only_the_answer_about_them_leads_to_the_figures(town: Town) -> None:
    vera = await town.emigre("ru")
    await vera.taps("Ответы по темам")
    await vera.taps("Решение")
    await vera.taps("Пришёл отказ…")
    await vera.button("Источники")
    assert "Картинка и все числа" not in vera.labels
