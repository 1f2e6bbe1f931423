"""Words are changed or taken back while nobody knows whether they arrived; screens grow old."""

from datetime import timedelta

import pytest

from tests.faults.conftest import Talk

SECOND = timedelta(seconds=1)
AGAIN = 61 * SECOND
BAD = "Меня зовут Вера"


def shown(talk: Talk, words: str) -> int:
    """Count the calls that let Olli read some words."""
    return sum(
        words in str(call.params) and call.params.get("chat_id") == talk.olli.user.id
        for call in talk.town.telegram.calls
    )


@pytest.mark.parametrize("kind", ["server", "lost"])
async def test_words_taken_back_are_not_sent_again_and_no_more_is_said_than_is_so(
    talk: Talk, kind: str
) -> None:
    talk.trouble("sendMessage", kind=kind, chat=talk.olli)
    talk.vera.says(BAD)
    await talk.met(kind)
    await talk.quiet()
    await talk.vera.until(lambda: talk.vera.from_bot[-1]["text"].startswith("Передаём."))
    await talk.vera.taps("Удалить у собеседника")
    await talk.vera.sees("Но первая копия могла дойти")
    talk.town.clock.push(AGAIN)
    await talk.quiet()
    assert shown(talk, BAD) == 1


async def test_words_changed_on_the_way_go_out_as_they_are_now(talk: Talk) -> None:
    talk.trouble("sendMessage", kind="server", chat=talk.olli)
    written = talk.vera.says(BAD)
    await talk.met("server")
    await talk.quiet()
    talk.town.telegram.edits(talk.vera.user, talk.vera.bot, written["message_id"], "Без имени")
    await talk.vera.sees("Передаём изменение.")
    talk.town.clock.push(AGAIN)
    await talk.olli.sees("Без имени")
    assert shown(talk, BAD) == 1


async def test_what_has_not_left_is_taken_back_in_time_and_says_so(talk: Talk) -> None:
    telegram = talk.town.telegram
    telegram.blocks(talk.vera.user, talk.vera.bot)
    talk.olli.says("Väärä neuvo", **talk.block)
    await talk.quiet()
    talk.town.refused_by_plan.add("sendMessage")
    await talk.olli.taps("Poista vastaanottajalta")
    await talk.olli.sees("Ehdit ajoissa")
    telegram.unblocks(talk.vera.user, talk.vera.bot)
    talk.olli.says("Oikea neuvo", **talk.block)
    await talk.vera.sees("Oikea neuvo")
    assert "Väärä neuvo" not in str(talk.vera.from_bot)


async def test_who_comes_back_reads_the_last_version_alone(talk: Talk) -> None:
    telegram = talk.town.telegram
    telegram.blocks(talk.vera.user, talk.vera.bot)
    first = talk.olli.says("Väärä neuvo", **talk.block)
    await talk.quiet()
    talk.town.refused_by_plan.add("sendMessage")
    telegram.edits(talk.olli.user, talk.olli.bot, first["message_id"], "Oikea neuvo")
    await talk.olli.sees("Muutos on matkalla.")
    telegram.unblocks(talk.vera.user, talk.vera.bot)
    await talk.vera.sees("Oikea neuvo")
    seen = [message["text"] for message in talk.vera.from_bot]
    assert not any("Väärä" in text or "изменено" in text for text in seen)


async def test_of_two_changes_on_the_way_the_last_one_is_shown(talk: Talk) -> None:
    telegram = talk.town.telegram
    talk.trouble("editMessageText", kind="flood", chat=talk.olli)
    number = talk.added["message_id"]
    for words in (BAD, "Без имени"):
        telegram.edits(talk.vera.user, talk.vera.bot, number, words)
        await talk.quiet()
    before = shown(talk, BAD)
    talk.town.clock.push(31 * SECOND)
    await talk.olli.sees("Без имени")
    assert shown(talk, BAD) == before


async def test_a_screen_that_was_tapped_does_not_come_again(talk: Talk) -> None:
    nina = await talk.town.emigre("ru", name="Nina")
    await nina.taps("Спросить человека")
    await nina.sees("Напишите вопрос здесь")
    talk.trouble("sendMessage", kind="lost", chat=nina)
    nina.says("Вопрос")
    await nina.taps("Отправить")
    await nina.sees("Его код")
    talk.town.clock.push(4 * SECOND)
    await talk.quiet()
    assert sum("Будет отправлено" in said["text"] for said in nina.from_bot) == 0


async def test_a_screen_outlives_a_flood_and_two_broken_answers(talk: Talk) -> None:
    nina = await talk.town.emigre("ru", name="Nina")
    await talk.quiet()
    talk.trouble("sendMessage", kind="flood", chat=nina)
    talk.trouble("sendMessage", kind="gateway", chat=nina)
    nina.says("Мне пришло письмо")
    await talk.met("flood")
    await talk.quiet()
    talk.town.clock.push(31 * SECOND)
    await talk.met("gateway")
    await talk.quiet()
    talk.town.clock.push(4 * SECOND)
    await nina.button("Спросить об этом человека")
