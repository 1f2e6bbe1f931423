"""What is being written: seen before it goes, changed, sent as it was seen, or deleted."""

from typing import Any

import pytest

from tests.speaker import Speaker, speaker
from tests.town import Town

BOTH_LANGUAGES = pytest.mark.parametrize(
    ("town", "language"), [("topics", "ru"), ("flat", "fi")], indirect=["town"]
)


async def begins(vera: Speaker) -> None:
    """Be asked to write a question."""
    typed = vera.phone.says("/ask")["message_id"]
    await vera.phone.until(lambda: vera.phone.from_bot[-1]["message_id"] > typed)


async def test_a_changed_draft_is_shown_as_it_will_go(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await vera.taps("Спросить человека")
    written = vera.says("Меня зовут Вера")
    earlier = await vera.button("Отправить")
    town.telegram.edits(vera.user, vera.bot, written["message_id"], "Без имени")
    await vera.sees("Будет отправлено:\n\nБез имени")
    await vera.misses(earlier[0])
    await vera.presses(*earlier)  # its preview showed words that are gone
    await vera.until(lambda: "Меня зовут" not in str(vera.from_bot))
    assert "вопрос отправлен" not in str(vera.from_bot)
    await vera.taps("Отправить")
    await olli.taps("Ota kysymys")
    await olli.sees("Без имени")
    assert "Меня зовут" not in str(olli.from_bot)


async def test_no_more_goes_than_the_preview_shows(town: Town) -> None:
    """Two texts that nothing waited for; “Ask this” on both, the newest first."""
    vera, olli = await town.emigre("ru"), await town.member("fi")
    there = len(vera.from_bot)
    vera.says("Первое")
    vera.says("Второе")
    await vera.until(lambda: len(vera.from_bot) == there + 2)
    older, newer = (
        button_of(message, "Спросить об этом человека") for message in vera.from_bot[there:]
    )
    await vera.presses(*newer)
    await vera.sees("Будет отправлено:\n\nВторое")
    second_only = await vera.button("Отправить")
    await vera.presses(*older)
    await vera.sees("Будет отправлено:\n\nПервое\n\nВторое")
    await vera.misses(second_only[0])
    await vera.presses(*second_only)  # showed one text, and there are two
    assert "вопрос отправлен" not in str(vera.from_bot)
    await vera.until(lambda: str(vera.from_bot).count("Первое\\n\\nВторое") == 1)
    await vera.taps("Отправить")
    await olli.taps("Ota kysymys")
    await olli.sees("Второе")
    assert olli.shows_in_order("Первое", "Второе")


async def test_old_buttons_of_a_draft_say_kindly_where_it_is(town: Town) -> None:
    vera = await town.emigre("ru")
    await vera.taps("Спросить человека")
    vera.says("Вопрос")
    shown, send = await vera.button("Отправить")
    _, drop = await vera.button("Удалить черновик")
    await vera.taps("Отправить")
    await vera.sees("вопрос отправлен.")
    for old in (drop, send):
        await vera.presses(shown, old)
        await vera.sees("ждёт волонтёра.")


def button_of(message: dict[str, Any], label: str) -> tuple[dict[str, Any], str]:
    """Return a message and what one of its buttons carries."""
    rows = message["reply_markup"]["inline_keyboard"]
    return message, next(
        key["callback_data"] for row in rows for key in row if key["text"] == label
    )


async def test_a_draft_can_be_seen_added_to_changed_and_deleted(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await vera.taps("Спросить человека")
    first = vera.says("Первое")
    await vera.sees("Будет отправлено:")
    vera.says("Второе")
    await vera.sees("Первое\n\nВторое")
    town.telegram.edits(vera.user, vera.bot, first["message_id"], "Первое, точнее")
    await vera.sees("Первое, точнее\n\nВторое")
    vera.says("/start")
    await vera.sees("У вас есть неотправленный вопрос.")
    await vera.taps("Открыть черновик")
    await vera.sees("Первое, точнее\n\nВторое")
    await vera.taps("Удалить черновик")
    await vera.taps("Нет, оставить")
    await vera.sees("Первое, точнее\n\nВторое")
    await vera.taps("Удалить черновик")
    await vera.taps("Да, удалить")
    await vera.sees("Черновик удалён.\n\nЧем вам помочь?")
    await vera.taps("Спросить человека")
    await vera.sees("Напишите вопрос здесь")
    assert not any("Uusi kysymys" in said["text"] for said in olli.from_bot)


async def test_a_draft_takes_twenty_messages_and_says_so(town: Town) -> None:
    vera = await town.emigre("ru")
    await vera.taps("Спросить человека")
    for number in range(21):
        vera.says(f"Строка {number}")
    full = await vera.sees("Последнее сообщение не вошло")
    assert "Строка 19" in full["text"]
    assert "Строка 20" not in full["text"]
    await vera.taps("Отправить")
    await vera.sees("вопрос отправлен.")


@pytest.mark.parametrize("agrees", [True, False])
async def test_an_edit_of_what_did_not_fit_in_is_said_to(town: Town, *, agrees: bool) -> None:
    vera = await town.emigre("ru", agrees=agrees)
    await vera.taps("Спросить человека")
    for number in range(20):
        vera.says(f"{number}")
    late = vera.says("поздно")
    await vera.sees("Последнее сообщение не вошло")
    before = len(vera.answers_to(late))
    town.telegram.edits(vera.user, vera.bot, late["message_id"], "поздно и иначе")
    await vera.until(lambda: len(vera.answers_to(late)) > before)
    assert "не вошло" in vera.answers_to(late)[-1]["text"]


async def test_an_edit_of_what_was_only_looked_for_says_nothing(town: Town) -> None:
    vera = await town.emigre("ru")
    looked = vera.says("Мне пришло письмо")
    await vera.button("Спросить об этом человека")
    town.telegram.edits(vera.user, vera.bot, looked["message_id"], "Мне пришло ещё письмо")
    vera.says("/ask")
    await vera.sees("Напишите вопрос здесь")
    assert len(vera.answers_to(looked)) == 1


@BOTH_LANGUAGES
async def test_a_question_is_a_draft_again_while_nobody_has_taken_it(
    town: Town, language: str
) -> None:
    vera, olli = await speaker(town, language), await town.member("fi")
    await begins(vera)
    vera.phone.says("Меня зовут Вера")
    await vera.taps("Send")
    offer = await olli.button("Ota kysymys")
    await vera.taps("Back to the draft")
    await vera.sees("It is taken back: nobody had read it. Change it and send it, or delete it.")
    await olli.sees("on peruttu")
    assert await olli.presses(*offer), "who taps its offer is told"
    assert "Меня зовут" not in str(olli.from_bot)
    town.telegram.edits(
        vera.phone.user, vera.phone.bot, vera.phone.said[-1]["message_id"], "Без имени"
    )
    await vera.phone.until(lambda: "Без имени" in vera.shows())
    await vera.taps("Send")
    back = await vera.phone.button(vera.words("Back to the draft"))
    await olli.taps("Ota kysymys")
    await olli.sees("Без имени")
    assert await vera.phone.presses(*back) == vera.words(
        "Somebody had taken it already. You can close it, or delete what you wrote."
    )


@BOTH_LANGUAGES
async def test_words_of_danger_bring_112_before_and_after_it_goes(
    town: Town, language: str
) -> None:
    vera, olli = await speaker(town, language), await town.member("fi")
    danger = {"ru": "Полиция ломает дверь прямо сейчас", "fi": "Poliisi hakkaa ovea juuri nyt"}
    await begins(vera)
    vera.phone.says("Когда суд")
    await vera.phone.until(lambda: "Когда суд" in vera.shows())
    asks = vera.words("<b>Is somebody in danger now? Call 112.</b>")
    assert asks not in vera.shows()
    vera.phone.says(danger[language])
    await vera.phone.until(lambda: danger[language] in vera.shows())
    assert vera.shows().startswith(asks)
    await vera.taps("Send")
    await vera.phone.button(vera.words("Back to the draft"))
    assert vera.shows().startswith(asks)
    await olli.taps("Ota kysymys")
    await olli.sees(danger[language])
    await vera.phone.sees("взял волонтёр" if language == "ru" else "on ottanut")
    vera.phone.says(danger[language] + "!")
    await olli.sees(danger[language] + "!")
    await vera.phone.until(lambda: vera.shows().startswith(asks))
