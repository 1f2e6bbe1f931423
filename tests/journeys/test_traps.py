"""Traps into which others' bots fell (each happened to a peer), as far as text and the desk go."""

from datetime import timedelta

from tests.journeys.test_question import reply_to
from tests.town import Phone, Town

TEXTS = ("Мне отказали", "вчера пришло письмо", "что делать?")
LONG_AGO = timedelta(days=200)


async def test_three_quick_first_messages_are_one_question(town: Town) -> None:
    vera = Phone(town, town.telegram.add_user("Vera", language_code="ru"), town.outside)
    olli = await town.member("fi")
    for text in TEXTS:
        vera.says(text)
    await town.quiet()
    await vera.taps("Русский")
    await vera.sees("Ничего не отправлено.")
    await vera.taps("Спросить об этом человека")
    await vera.taps("Да, согласиться")
    shown = await vera.sees("Будет отправлено:")
    assert all(text in shown["text"] for text in TEXTS)
    await vera.taps("Отправить")
    await olli.taps("Ota kysymys")
    await olli.sees(TEXTS[-1])
    await town.quiet()
    assert olli.shows_in_order(*TEXTS)
    assert [str(olli.from_bot).count(text) for text in TEXTS] == [1, 1, 1]

    # another language between a question and its answer; a reaction that nobody is told of
    block = await olli.sees(TEXTS[0])
    olli.says("/language")
    await olli.taps("Русский")
    olli.says("Vastaus", **reply_to(town, block))
    answer = await vera.sees("Vastaus")
    town.telegram.reacts(vera.user, vera.bot, answer["message_id"], "👍")
    await town.quiet()

    # a reply to what is long over and gone goes nowhere, and says so
    town.refused_by_plan |= {"deleteMessage", "editMessageText"}  # older than Telegram lets us
    for _ in range(2):
        town.clock.push(LONG_AGO / 2)
        await town.quiet()
        await town.swept()
    vera.says("Отвечаю через 200 дней", reply_to=answer["message_id"])
    await vera.button("Спросить об этом человека")
    olli.says("Vielä jotain")
    await town.quiet()
    assert "200 дней" not in str(olli.from_bot)
    assert "Vielä" not in str(vera.from_bot)
    assert "ничего не отправлено" in olli.from_bot[-1]["text"].lower()
