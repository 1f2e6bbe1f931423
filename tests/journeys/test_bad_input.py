"""Whatever people send, tap or forge: a kind answer, nothing in the log, nothing typed lost."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.core.languages import Language
from bot.sandbox.phone import KINDS, sample
from tests.journeys.test_question import asks, reply_to
from tests.town import Phone, Town

LONGEST = "Ж" * 4095 + "!"
ODD_TEXTS = (
    "<b>half a tag",
    "a < b & c > d &amp; &#x41; </blockquote>",
    "{code} {0} %s %(name)s",
    "\u202eright to left override\u202c",
    "z\u200be\u200br\u200do \ufeffwidth",
    "Z̷̢̛a̸̡͘l̴͎̿g̵͉͝o̸͔͐",
    "👩‍👩‍👧 🇫🇮",
    "اللجوء في فنلندا",
    LONGEST,
    ("Абзац. " * 80 + "\n\n") * 6,
)


@pytest.mark.parametrize("text", ODD_TEXTS, ids=range(len(ODD_TEXTS)))
async def test_any_text_arrives_as_it_was_typed_in_both_directions(town: Town, text: str) -> None:
    text = text.strip()[:4096]
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, text)
    text = vera.said[-1]["text"]  # Telegram drops some signs
    await olli.taps("Ota kysymys")
    await olli.until(lambda: squeezed(joined(olli)) == squeezed(text))
    olli.says(text, **reply_to(town, olli.from_bot[-1]))
    if text == LONGEST:
        await olli.taps("Lähetä näin")  # of what is long, its writer is asked first
    await vera.until(lambda: squeezed(joined(vera)) == squeezed(text))
    await olli.sees("Viesti on matkalla.")


@pytest.mark.parametrize("kind", KINDS)
async def test_what_is_not_text_is_refused_kindly_and_its_caption_slips_through_nowhere(
    town: Town, kind: str
) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await vera.taps("Спросить человека")
    sends(vera, kind)
    await vera.sees("Этого никто не увидел: ")
    vera.says("Вопрос")
    await vera.sees("Будет отправлено:\n\nВопрос")  # still writing
    await vera.taps("Отправить")
    await olli.taps("Ota kysymys")
    block = await olli.sees("Вопрос")
    sends(olli, kind, **reply_to(town, block))
    await olli.sees("Tätä ei näytetty kenellekään")
    sends(vera, kind)
    vera.says("Дошло ли?")
    await olli.sees("Дошло ли?")
    assert not any("CAPTION" in said["text"] for said in olli.from_bot + vera.from_bot)


FORGED = (
    "",
    " ",
    "h:",
    "nonsense",
    "r:",
    "r:AAAAA",
    "c:AAAAA:1",
    "tb:x",
    "tb:999",
    "l:sv",
    "ж" * 32,
)


@pytest.mark.parametrize("data", FORGED)
async def test_a_forged_or_outdated_button_shows_home(town: Town, data: str) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    for phone in (vera, olli):
        await phone.presses(phone.from_bot[-1], data)
    await vera.sees("Чем вам помочь?")
    await olli.sees("Työpöytäsi")


async def test_buttons_of_other_peoples_questions_do_nothing(town: Town) -> None:
    vera, nina = await town.emigre("ru"), await town.emigre("ru", name="Nina")
    olli, kaisa = await town.member("fi"), await town.coordinator("fi")
    await asks(vera, "Секрет")
    await olli.taps("Ota kysymys")
    await olli.sees("Секрет")
    code = (await vera.sees("Его код"))["text"].split("—")[1].split(".")[0].strip()
    for data in (f"r:{code}", f"rq:{code}", f"rc:{code}", f"ad:{code}", "tb:1"):
        await nina.presses(nina.from_bot[-1], data)
    for data in (f"o:{code}", f"x:{code}", f"c:{code}"):
        assert await kaisa.presses(kaisa.from_bot[-1], data)
    assert "Секрет" not in str(nina.from_bot) + str(kaisa.from_bot)
    vera.says("Вопрос ещё открыт")
    await olli.sees("Вопрос ещё открыт")


async def test_a_button_works_after_the_message_is_gone_or_a_month_old(town: Town) -> None:
    vera = await town.emigre("ru")
    shown, data = await vera.button("Спросить человека")
    town.telegram.deletes(vera.user, vera.bot, shown["message_id"])
    await vera.presses(shown, data)
    await vera.sees("Напишите вопрос здесь")


async def test_two_taps_at_once_take_a_question_once(town: Town) -> None:
    vera = await town.emigre("ru")
    team = [await town.member("fi", name=f"Helper {n}") for n in range(5)]
    await asks(vera, "Вопрос")
    town.clock.push(timedelta(hours=2, minutes=1))  # three are asked first
    offers = [await helper.button("Ota kysymys") for helper in team]
    answers = await asyncio.gather(
        *(helper.presses(*offer) for helper, offer in zip(team, offers, strict=True)),
        *(helper.presses(*offer) for helper, offer in zip(team, offers, strict=True)),
    )
    assert sum(answer is None for answer in answers) == 2  # who has it taps twice, and is shown it
    await vera.sees("взял волонтёр")
    assert sum("взял волонтёр" in said["text"] for said in vera.from_bot) == 1


async def test_an_edit_after_the_end_is_told_and_not_passed_on(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Вопрос")
    await olli.taps("Ota kysymys")
    await olli.sees("Вопрос")
    added = vera.says("Добавлю")
    await olli.sees("Добавлю")
    await olli.taps("Sulje kysymys")
    await olli.taps("Kaikkeen on vastattu")
    await vera.sees("закрывает ваш вопрос")
    town.telegram.edits(vera.user, vera.bot, added["message_id"], "Передумала")
    await vera.sees("Этот вопрос закрыт: изменение не передано.")
    assert "Передумала" not in str(olli.from_bot)


async def test_a_command_nobody_knows_shows_home(town: Town) -> None:
    vera = await town.emigre("ru")
    vera.says("/чтоугодно")
    vera.says("/settingz now")
    await vera.sees("Чем вам помочь?")


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
async def test_in_a_group_or_channel_the_bot_says_one_sentence_and_leaves(
    town: Town, kind: str
) -> None:
    town.refused_by_plan |= {"sendMessage", "leaveChat"}  # it may be gone already
    vera = await town.emigre("ru")
    group = town.telegram.adds(vera.user, town.outside, "A group", kind)
    async with asyncio.timeout(10):
        while group.bots[town.outside.id] != "left":
            await town.telegram.wait_change(after=town.telegram.version)
    vera.says("/start")
    await vera.sees("Чем вам помочь?")
    said = [message["text"] for message in group.messages if "text" in message]
    assert len(said) == 1
    assert said[0].count("\n") == len(Language) - 1


async def test_an_album_is_answered_once(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await vera.taps("Спросить человека")
    for _ in range(3):
        sends(vera, "photo", media_group_id="1")
    vera.says("Вопрос")
    await vera.sees("Будет отправлено:\n\nВопрос")
    assert str(vera.from_bot).count("Этого никто не увидел") == 1
    await vera.taps("Отправить")
    await olli.taps("Ota kysymys")
    block = await olli.sees("Вопрос")
    for _ in range(3):
        sends(olli, "photo", media_group_id="2", **reply_to(town, block))
    sends(olli, "photo", media_group_id="3", **reply_to(town, block))
    olli.says("Vastaus", **reply_to(town, block))
    await vera.sees("Vastaus")
    assert str(olli.from_bot).count("Tätä ei näytetty kenellekään") == 2


def sends(phone: Phone, kind: str, **where: Any) -> None:  # noqa: ANN401
    content = sample(phone.town.telegram.files, phone.bot, kind, "CAPTION")
    if "media_group_id" in where:
        content |= {"media_group_id": where["media_group_id"]}
    phone.town.telegram.sends(phone.user, phone.bot, content, *map(where.get, WHERE))


WHERE = ("thread_id", "reply_to")


def joined(phone: Phone) -> str:
    """Return the words of all blocks that the other side's text came in, without headings."""
    texts = [message["text"] for message in phone.from_bot]
    blocks = [text.split("\n", 1) for text in texts if "\n" in text]
    headed = [words for heading, words in blocks if " · " in heading and heading[-1] != "."]
    return "\n".join(headed)


def squeezed(text: str) -> str:
    """Return a text without white space: a long one is split where there is some."""
    return "".join(text.split())
