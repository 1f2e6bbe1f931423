"""A question goes from an émigré to a volunteer, and the answer comes back."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any

import pytest

from tests.town import Phone, Town


async def asks(vera: Phone, question: str) -> None:
    await vera.taps("Спросить человека")
    await vera.sees("Напишите вопрос здесь")
    vera.says(question)
    await vera.sees("Будет отправлено:")
    await vera.taps("Отправить")
    await vera.sees("Ваш вопрос отправлен. Его код")


def reply_to(town: Town, block: dict[str, Any]) -> dict[str, Any]:
    """Say where a helper answers a block: in its thread, or flat, as a reply."""
    if town.inside is town.outside:
        return {"reply_to": block["message_id"]}
    return {"thread_id": block["message_thread_id"]}


async def test_a_question_and_its_answer(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Мне отказали. Что делать?")

    offer = await olli.sees("Uusi kysymys")
    assert "отказали" not in offer["text"]
    await olli.taps("Ota kysymys")
    await vera.sees("взял волонтёр")
    block = await olli.sees("Мне отказали. Что делать?")
    assert block["has_protected_content"]

    olli.says("Voit valittaa <b>hallinto-oikeuteen</b> & kysyä lisää.", **reply_to(town, block))
    answer = await vera.sees("Voit valittaa <b>hallinto-oikeuteen</b> & kysyä lisää.")
    assert " пишет · вопрос " in answer["text"]
    await olli.sees("Viesti on matkalla.")

    vera.says("Спасибо. А срок?")
    await olli.sees("Спасибо. А срок?")
    await vera.sees("Передаём.")


async def test_whoever_waits_for_an_answer_is_told_that_the_days_to_appeal_do_not(
    town: Town,
) -> None:
    vera = await town.emigre("ru")
    await asks(vera, "Мне отказали. Что делать?")
    sent = await vera.sees("Ваш вопрос отправлен. Его код")
    assert "срок жалобы идёт и тогда, когда вы ждёте ответа" in sent["text"]
    await vera.taps("Срок жалобы: сколько дней")
    await vera.sees("Срок жалобы: сколько дней и как считать")


async def test_exactly_one_takes_it(town: Town) -> None:
    vera = await town.emigre("ru")
    olli, nina = await town.member("fi"), await town.member("ru", name="Nina")
    await asks(vera, "Вопрос")
    await olli.sees("Uusi kysymys")
    await nina.sees("Новый вопрос")
    offer, data = await nina.button("Взять")
    await olli.taps("Ota kysymys")
    assert await nina.presses(offer, data) == "Этот вопрос уже у другого волонтёра."
    await nina.sees("уже взят")
    assert not any("Вопрос\n" in said["text"] for said in nina.from_bot)


async def test_an_edit_and_a_deletion_reach_the_other_side(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Первый вопрос")
    await olli.sees("Uusi kysymys")
    await olli.taps("Ota kysymys")
    await olli.sees("Первый вопрос")
    await vera.sees("взял волонтёр")
    olli.says("Слушаю", **reply_to(town, await olli.sees("Первый вопрос")))
    await vera.sees("Слушаю")
    typed = vera.says("И второй")
    await olli.sees("И второй")
    await vera.sees("Передаём.")
    town.telegram.edits(vera.user, vera.bot, typed["message_id"], "И второй, точнее")
    changed = await olli.sees("И второй, точнее")
    assert "(muutettu)" in changed["text"]
    await vera.sees("Передаём изменение.")
    await vera.taps("Удалить у собеседника")
    await olli.loses("И второй")


async def test_what_was_written_before_anybody_read_it_can_be_deleted(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Меня зовут так-то")
    await vera.taps("Мой вопрос…")
    vera.says("Мне отказали. Что делать?")
    await vera.sees("Добавлено к вашему вопросу")
    await vera.taps("Удалить часть написанного")
    assert "1. Меня зовут так-то" in (await vera.sees("Какое удалить?"))["text"]
    await vera.taps("1")
    deleted = await vera.sees("Никто не успел это прочитать.")
    assert "В этом чате оно осталось" in deleted["text"]

    await olli.taps("Ota kysymys")
    await olli.sees("Мне отказали. Что делать?")
    await olli.loses("Меня зовут")


async def test_the_first_words_can_be_deleted_where_they_are_read(town: Town) -> None:
    matti, olli = await town.emigre("fi", name="Matti"), await town.member("ru")
    await matti.taps("Kysy ihmiseltä")
    matti.says("Passini numero on se ja se")
    await matti.taps("Lähetä")
    await olli.taps("Взять")
    await olli.sees("Passini numero on se ja se")
    await matti.taps("Kysymykseni…")
    await matti.taps("Poista jotain kirjoittamaani")
    await matti.taps("1")
    await matti.sees("Viesti oli jo lähtenyt, ja sitä poistetaan vastaanottajalta.")
    await olli.loses("Passini numero")
    await matti.taps("Poista jotain kirjoittamaani")
    await matti.sees("Kirjoittamaasi ei ole enää jäljellä.")


async def test_a_change_of_what_was_deleted_says_that_it_goes_nowhere(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Первый вопрос")
    await olli.taps("Ota kysymys")
    await vera.sees("взял волонтёр")
    typed = vera.says("Лишнее")
    await olli.sees("Лишнее")
    await vera.taps("Удалить у собеседника")
    await olli.loses("Лишнее")
    town.telegram.edits(vera.user, vera.bot, typed["message_id"], "Нужное")
    await vera.sees("Вы удалили это сообщение: изменение не передано.")
    assert not any("Нужное" in block["text"] for block in olli.from_bot)


async def test_what_waits_is_listed_with_its_language_and_age_and_no_more(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    nina = await town.member("ru", name="Nina")
    await asks(vera, "Вопрос Веры")
    code = (await vera.sees("Его код — "))["text"].partition("Его код — ")[2][:5]
    town.clock.push(timedelta(minutes=40))
    olli.says("/waiting")
    await olli.sees("Nämä kysymykset odottavat")
    assert olli.labels == [f"Ota {code} · RU · 40 minuuttia", "Alkuun"]
    town.clock.push(timedelta(hours=2))
    nina.says("/waiting")
    await nina.sees("Эти вопросы ждут")
    assert nina.labels == [f"Взять {code} · RU · 3 часа", "Главное меню"]
    town.clock.push(timedelta(hours=24))
    olli.says("/waiting")
    await olli.until(lambda: olli.labels == [f"Ota {code} · RU · 1 päivä", "Alkuun"])


async def test_a_reply_points_to_the_same_words_on_the_other_side(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Первое")
    await olli.taps("Ota kysymys")
    first = await olli.sees("Первое")
    vera.says("Второе")
    await olli.sees("Второе")
    where = {**reply_to(town, first), "reply_to": first["message_id"]}
    own = olli.says("Ensimmäiseen", **where)
    answer = await vera.sees("Ensimmäiseen")
    typed = next(said for said in vera.said if said["text"] == "Первое")
    assert answer["reply_to_message"]["message_id"] == typed["message_id"]
    vera.says("Точно?", reply_to=answer["message_id"])
    back = await olli.sees("Точно?")
    assert back["reply_to_message"]["message_id"] == own["message_id"]


async def test_a_hidden_link_is_spelled_out_and_looked_at(town: Town) -> None:
    vera, kaisa, olli = (
        await town.emigre("ru"),
        await town.coordinator("fi"),
        await town.member("fi"),
    )
    await asks(vera, "Куда писать?")
    await olli.taps("Ota kysymys")
    block = await olli.sees("Куда писать?")

    def links(words: str, url: str) -> None:
        entity = {"type": "text_link", "offset": 3, "length": len(words), "url": url}
        content = {"text": f"😀 {words}, siellä.", "entities": [entity]}
        town.telegram.sends(olli.user, olli.bot, content, **reply_to(town, block))

    links("Migri", "https://migri.fi/yhteystiedot")
    await vera.sees("😀 Migri (https://migri.fi/yhteystiedot), siellä.")
    links("tänne", "https://t.me/nobody_example")
    await kaisa.button("Katso…")
    assert "tänne" not in str(vera.from_bot)


NOBODY = {"id": 1, "is_bot": False, "first_name": "Nobody"}
STYLED: dict[str, Any] = {
    "text": "😀 Важно: срок 30 дней. См. Migri и дальше",
    "entities": [
        {"type": "bold", "offset": 3, "length": 6},
        {"type": "italic", "offset": 10, "length": 12},
        {"type": "text_link", "offset": 28, "length": 5, "url": "https://migri.fi/a"},
        {"type": "underline", "offset": 28, "length": 7},
        {"type": "text_mention", "offset": 36, "length": 6, "user": NOBODY},
        {"type": "custom_emoji", "offset": 0, "length": 2, "custom_emoji_id": "1"},
    ],
}


def styles_of(message: dict[str, Any], kinds: Collection[str]) -> dict[str, str]:
    """Return what stands formatted in a message."""
    units = message["text"].encode("utf-16-le")
    return {
        each["type"]: units[2 * each["offset"] : 2 * (each["offset"] + each["length"])].decode(
            "utf-16-le"
        )
        for each in message.get("entities", ())
        if each["type"] in kinds
    }


async def test_formatting_passes_and_what_leads_away_does_not(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Сколько?")
    await olli.taps("Ota kysymys")
    block = await olli.sees("Сколько?")
    typed = town.telegram.sends(olli.user, olli.bot, STYLED, **reply_to(town, block))
    got = await vera.sees("Важно")
    assert "Migri (https://migri.fi/a) и" in got["text"]
    said = {each["type"]: each for each in got["entities"]}
    assert set(said) <= {"bold", "italic", "underline", "url"}
    found = styles_of(got, ("italic", "underline"))
    assert found == {"italic": "срок 30 дней", "underline": "Migri (https://migri.fi/a) и"}
    town.telegram.edits(olli.user, olli.bot, typed["message_id"], STYLED["text"])
    await vera.until(lambda: not styles_of(vera.from_bot[-1], ["italic"]))


async def test_a_reply_quotes_the_words_that_it_answers_and_no_others(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Первое: сколько дней? Второе: кому писать?")
    await olli.taps("Ota kysymys")
    block = await olli.sees("кому писать?")
    for quoted, words in (("сколько дней?", "Тридцать."), ("перевод на карту", "Привет.")):
        content = {"text": words, "quote": {"text": quoted, "position": 0, "is_manual": True}}
        where = {**reply_to(town, block), "reply_to": block["message_id"]}
        town.telegram.sends(olli.user, olli.bot, content, **where)
    answer = await vera.sees("Тридцать.")
    assert styles_of(answer, ("blockquote",)) == {"blockquote": "сколько дней?"}
    await vera.sees("Привет.")
    assert "на карту" not in str(vera.from_bot)


@pytest.mark.parametrize("town", ["topics"], indirect=True)
async def test_nothing_is_quoted_of_another_question(town: Town) -> None:
    vera, matti = await town.emigre("ru"), await town.emigre("ru", name="Matti")
    olli = await town.member("fi")
    blocks = []
    for asker, question in ((vera, "Раз: где суд?"), (matti, "Два: где полиция?")):
        await asks(asker, question)
        await olli.taps("Ota kysymys")
        blocks.append(await olli.sees(question))
    quote = {"text": "где суд?", "position": 0, "is_manual": True}
    content = {"text": "Lähellä.", "quote": quote}
    where = {"thread_id": blocks[1]["message_thread_id"], "reply_to": blocks[0]["message_id"]}
    town.telegram.sends(olli.user, olli.bot, content, **where)
    await matti.sees("Lähellä.")
    assert "где суд" not in str(matti.from_bot)
