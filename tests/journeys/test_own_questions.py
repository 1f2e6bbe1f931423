"""Several questions at once, all of them to read again, and what is said in silence of a helper."""

import re
from typing import Any

from tests.journeys.test_question import asks, reply_to, styles_of
from tests.journeys.test_team import holds
from tests.town import Phone, Town


def block_name(message: dict[str, Any]) -> str:
    """Return the name of who wrote an answer."""
    return str(message["text"]).partition(" пишет")[0]


async def asks_more(vera: Phone, question: str) -> None:
    """Ask something beside what is open."""
    await vera.taps("Главное меню")
    await vera.taps("Мои вопросы")
    await vera.taps("Спросить о другом")
    await vera.sees("Напишите вопрос здесь")
    vera.says(question)
    await vera.sees(question)
    await vera.taps("Отправить")


async def test_two_questions_at_once_each_with_its_own_helper(town: Town) -> None:
    vera, olli, nina = (
        await town.emigre("ru"),
        await town.member("fi"),
        await town.member("ru", name="Nina"),
    )
    await asks(vera, "Первое")
    await olli.taps("Ota kysymys")
    first = await olli.sees("Первое")
    await asks_more(vera, "Второе")
    await nina.sees("Новый вопрос")
    await nina.taps("Взять")
    second = await nina.sees("Второе")
    assert "Первое" not in str(nina.from_bot)
    olli.says("Yksi", **reply_to(town, first))
    block = await vera.sees("Yksi")
    nina.says("Два", **reply_to(town, second))
    await vera.sees("Два")
    vera.says("К первому", reply_to=block["message_id"])
    await olli.sees("К первому")
    assert "К первому" not in str(nina.from_bot)


async def test_more_than_three_at_once_wait_as_a_draft(town: Town) -> None:
    vera = await town.emigre("ru")
    await asks(vera, "Первое")
    for question in ("Второе", "Третье"):
        await asks_more(vera, question)
        await vera.sees("Его код")
    vera.says("/ask")
    await vera.taps("Мои вопросы")
    await vera.sees("Они хранятся 30 дней")
    assert "Спросить о другом" not in vera.labels


async def test_all_that_was_said_can_be_read_again(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    block = await holds(vera, olli)
    slanted = {"type": "italic", "offset": 0, "length": 7}
    content = {"text": "Vastaus tämä", "entities": [slanted]}
    town.telegram.sends(olli.user, olli.bot, content, **reply_to(town, block))
    await vera.sees("Vastaus")
    await vera.taps("Мой вопрос…")
    await vera.taps("Прочитать всё")
    told = await vera.sees("Вы, ")
    assert told["text"].index("Вопрос") < told["text"].index("Vastaus")
    name = block_name(await vera.sees(" пишет · вопрос "))
    heads = [line for line in told["text"].split("\n") if line.endswith(":")]
    assert [head.split(",")[0] for head in heads] == ["Вы", name]
    assert all(re.search(r"\b\d\d:\d\d:$", head) for head in heads)
    assert styles_of(told, ["italic"]) == {"italic": "Vastaus"}


async def test_what_is_typed_while_a_question_is_open_may_become_another(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Первое")
    await olli.taps("Ota kysymys")
    await vera.sees("взял волонтёр")
    await vera.taps("Главное меню")
    vera.says("Ъъъ щщщ ыыы")
    await vera.one_of("Спросить это отдельно", "Отправить это волонтёру")
    await vera.taps("Спросить это отдельно")
    await vera.sees("Будет отправлено:")
    await vera.taps("Отправить")
    await olli.sees("Uusi kysymys")


async def test_not_this_helper_is_said_in_silence_and_holds_for_good(town: Town) -> None:
    vera, kaisa, olli = (
        await town.emigre("ru"),
        await town.coordinator("fi"),
        await town.member("fi"),
    )
    await holds(vera, olli)
    await vera.taps("Мой вопрос…")
    await vera.taps("Что-то не так")
    await vera.taps("С этим человеком мне небезопасно")
    await vera.sees("теперь ждёт кого-то другого")
    told = await kaisa.sees("ei tunne oloaan turvalliseksi")
    assert "Вопрос" not in told["text"]
    await kaisa.sees("palasi jonoon")
    await olli.sees("jatkuu nyt jonkun muun kanssa")
    assert "turvalliseksi" not in str(olli.from_bot)
    assert "on taas jonossa" not in str(olli.from_bot)
    olli.says("/waiting")
    await olli.sees("Nyt ei ole odottavia")
    await asks_more(vera, "Второе")
    await kaisa.sees("Uusi kysymys")
    olli.says("/waiting")
    await olli.until(lambda: str(olli.from_bot).count("Nyt ei ole odottavia") == 2)


async def test_whoever_is_not_safe_can_take_their_other_question_from_them_too(town: Town) -> None:
    vera, kaisa, olli = (
        await town.emigre("ru"),
        await town.coordinator("fi"),
        await town.member("fi"),
    )
    await holds(vera, olli, "Первое")
    await vera.sees("взял волонтёр")
    await asks_more(vera, "Второе")
    await olli.taps("Ota kysymys")
    await olli.sees("Второе")
    await vera.until(lambda: str(vera.from_bot).count("взял волонтёр") == 2)
    await vera.taps("Мой вопрос…")
    await vera.taps("Что-то не так")
    await vera.taps("С этим человеком мне небезопасно")
    await vera.sees("Этот же человек помогает и с другим вашим вопросом.")
    await olli.loses("Второе")
    assert "Первое" in str(olli.from_bot), "both at once would tell that they are one person's"
    letter, queue = await kaisa.button("Jono")
    await vera.taps("Передать другому и вопрос…")
    await olli.loses("Первое")
    await kaisa.presses(letter, queue)
    await kaisa.sees("2 kysymystä odottaa")


async def test_something_wrong_reaches_coordinators_and_the_question_goes_on(town: Town) -> None:
    vera, kaisa, olli = (
        await town.emigre("fi", name="Ilmari"),
        await town.coordinator("ru"),
        await town.member("fi"),
    )
    await vera.taps("Kysy ihmiseltä")
    vera.says("Kysymys")
    await vera.taps("Lähetä")
    await olli.taps("Ota kysymys")
    await vera.taps("Kysymykseni…")
    await vera.taps("Jokin on vialla")
    await vera.taps("Vastauksessa on virhe")
    await vera.sees("Koordinaattorit tietävät")
    await kaisa.sees("в написанном что-то неверно")
    vera.says("Lisää")
    await olli.sees("Lisää")


async def test_the_topic_is_guessed_and_can_be_changed(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await vera.taps("Спросить человека")
    vera.says("Пришёл отказ, сколько дней на жалобу в суд?")
    await vera.sees("Тема: ")
    await vera.taps("Тема")
    await vera.taps("Здоровье и семья")
    await vera.sees("Тема: Здоровье и семья.")
    await vera.taps("Отправить")
    await olli.sees("Aihe: ")


async def test_who_helped_before_is_asked_first_only_if_that_is_wished(town: Town) -> None:
    olli, nina = await town.member("fi"), await town.member("ru", name="Nina")
    vera = await town.emigre("ru")
    await asks(vera, "Первое")
    await nina.sees("Новый вопрос")
    await olli.taps("Ota kysymys")
    await olli.taps("Sulje kysymys")
    await olli.taps("Kaikkeen on vastattu")
    await vera.sees("не ответив на него")
    await vera.taps("Спросить человека")
    vera.says("Второе")
    await vera.taps("Сначала спросить того же…")
    await vera.sees("узнает, что оба вопроса от вас")
    await vera.taps("Отправить")
    await olli.sees("Autoit tätä ihmistä jo aiemmin")
    assert str(nina.from_bot).count("Новый вопрос") == 0
