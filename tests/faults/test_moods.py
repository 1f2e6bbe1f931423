"""Telegram in its moods: too fast, broken, away, blocked. Nothing is lost, nobody is hammered."""

from datetime import timedelta

import pytest

from tests.faults.conftest import Talk

SECOND = timedelta(seconds=1)
AGAIN = 61 * SECOND


@pytest.mark.parametrize("kind", ["flood", "flood_bare"])
async def test_a_chat_told_to_slow_down_waits_and_others_do_not(talk: Talk, kind: str) -> None:
    talk.trouble("sendMessage", kind=kind, chat=talk.olli)
    talk.vera.says("Первое")
    talk.vera.says("Второе")
    await talk.met(kind)
    await talk.quiet()
    before = talk.asked("sendMessage", talk.olli)
    talk.town.clock.push(29 * SECOND)
    await talk.quiet()
    assert talk.asked("sendMessage", talk.olli) == before
    talk.town.clock.push(2 * SECOND)
    await talk.olli.sees("Второе")
    assert talk.olli.shows_in_order("Первое", "Второе")


async def test_two_chats_told_to_slow_down_stop_everybody(talk: Talk) -> None:
    nina = await talk.town.emigre("ru", name="Nina")
    talk.trouble("sendMessage", kind="flood", chat=talk.olli)
    talk.trouble("sendMessage", kind="flood", chat=talk.vera)
    talk.vera.says("Первое")
    await talk.met("flood", times=2)
    await talk.quiet()
    typed = nina.says("Есть кто-нибудь?")
    await talk.quiet()
    assert nina.answers_to(typed) == []
    talk.town.clock.push(31 * SECOND)
    await nina.button("Спросить об этом человека")
    assert nina.answers_to(typed)
    await talk.olli.sees("Первое")


async def test_a_tap_answered_with_slow_down_is_shown_later(talk: Talk) -> None:
    talk.trouble("editMessageText", kind="flood", chat=talk.vera)
    await talk.vera.taps("Мой вопрос …")
    shown = await talk.vera.sees("добавится к этому вопросу")
    await talk.vera.taps("Главное меню")
    await talk.met("flood")
    await talk.quiet()
    assert talk.vera.from_bot[-1] == shown
    talk.town.clock.push(31 * SECOND)
    await talk.vera.sees("Чем вам помочь?")


async def test_a_question_begun_while_told_to_slow_down_is_shown_later(talk: Talk) -> None:
    nina = await talk.town.emigre("ru", name="Nina")
    nina.says("Мне пришло письмо")
    await nina.sees("Возможно, ответ здесь:")
    talk.trouble("editMessageText", kind="flood", chat=nina)
    asked = await nina.button("Спросить об этом человека")
    await nina.presses(*asked)
    await talk.met("flood")
    await talk.quiet()
    told = await nina.presses(*asked)
    assert told == "Telegram просит немного подождать. Ответ придёт сам."
    talk.town.clock.push(31 * SECOND)
    await nina.sees("Будет отправлено:\n\nМне пришло письмо")
    await nina.taps("Отправить")
    await nina.sees("вопрос отправлен.")


@pytest.mark.parametrize("kind", ["server", "gateway", "odd", "lost", "cut"])
async def test_what_answers_typed_text_comes_once_more_at_once(talk: Talk, kind: str) -> None:
    nina = await talk.town.emigre("ru", name="Nina")
    talk.trouble("sendMessage", kind=kind, chat=nina)
    typed = nina.says("Мне пришло письмо")
    await talk.met(kind)
    await talk.quiet()
    earlier = len(nina.answers_to(typed))
    talk.town.clock.push(4 * SECOND)
    await nina.until(lambda: len(nina.answers_to(typed)) == earlier + 1)


@pytest.mark.parametrize("kind", ["server", "gateway", "odd", "lost", "cut"])
async def test_an_answer_nobody_could_read_is_repeated_and_says_so(talk: Talk, kind: str) -> None:
    talk.trouble("sendMessage", kind=kind, chat=talk.olli)
    talk.vera.says("Первое")
    talk.vera.says("Второе")
    await talk.met(kind)
    await talk.quiet()
    talk.town.clock.push(AGAIN)
    repeated = await talk.olli.sees("(Lähetetty uudelleen")
    assert repeated["text"].endswith("Первое")
    await talk.olli.sees("Второе")
    assert talk.olli.shows_in_order("Первое", "Второе")


async def test_without_a_line_nothing_goes_and_nothing_is_called_repeated(talk: Talk) -> None:
    server = talk.town.server
    assert server
    await server.disappear()
    talk.olli.says("Услышат позже", **talk.block)
    await talk.put("Уже в пути")
    await talk.town.idle()
    await server.appear()
    talk.town.clock.push(AGAIN)
    assert "Повтор" not in (await talk.vera.sees("Уже в пути"))["text"]
    await talk.vera.sees("Услышат позже")


async def test_who_blocks_the_bot_gets_everything_on_coming_back(talk: Talk) -> None:
    telegram = talk.town.telegram
    telegram.blocks(talk.vera.user, talk.vera.bot)
    before = talk.asked("sendMessage", talk.vera)
    talk.olli.says("Первый ответ", **talk.block)
    talk.olli.says("Второй ответ", **talk.block)
    await talk.quiet()
    assert talk.asked("sendMessage", talk.vera) <= before + 1
    telegram.unblocks(talk.vera.user, talk.vera.bot)
    await talk.vera.sees("Второй ответ")
    assert talk.vera.shows_in_order("Первый ответ", "Второй ответ")
