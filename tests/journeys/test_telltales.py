"""Before a question goes: a gentle word of what may tell who asks, and three ways on."""

import pytest

from bot.core.identity import HIDDEN
from tests.journeys.test_team import comes_home, goes
from tests.speaker import Speaker, speaker
from tests.town import Phone, Town

TOLD = "Мне звонят с номера +358 40 123 4567, что делать? И пишите на me@example.com"
BOTH = pytest.mark.parametrize("language", ["ru", "fi"])


async def writes(vera: Speaker, text: str) -> None:
    """Write a question, and want to send it."""
    before = len(vera.phone.from_bot)
    vera.phone.says("/ask")
    await vera.phone.until(lambda: len(vera.phone.from_bot) > before)
    vera.phone.says(text)
    await vera.taps("Send")


@BOTH
async def test_what_gives_somebody_away_is_left_out_by_one_tap(town: Town, language: str) -> None:
    vera, olli = await speaker(town, language), await town.member("fi")
    before = len(olli.from_bot)
    await writes(vera, TOLD)
    await vera.phone.button(vera.words("Leave it out, and look"))
    assert vera.words("a phone number") in vera.shows()
    assert vera.words("an e-mail address") in vera.shows()
    assert vera.words("a link") not in vera.shows()
    await vera.taps("Leave it out, and look")
    await vera.sees("This will be sent:")
    assert "[…]" in vera.shows()
    assert "123 4567" not in vera.shows()
    assert len(olli.from_bot) == before, "nothing is sent before it was seen"
    await vera.taps("Send")
    await olli.taps("Ota kysymys")
    got = await olli.sees("Мне звонят")
    assert "123 4567" not in got["text"]
    assert "example.com" not in got["text"]


@BOTH
async def test_all_of_it_goes_if_its_author_wants_that(town: Town, language: str) -> None:
    vera, olli = await speaker(town, language), await town.member("fi")
    await writes(vera, TOLD)
    await vera.taps("Send all of it")
    await olli.taps("Ota kysymys")
    assert "123 4567" in (await olli.sees("Мне звонят"))["text"]


async def test_what_was_left_out_comes_back_by_an_edit(town: Town) -> None:
    vera = await speaker(town, "ru")
    await writes(vera, TOLD)
    await vera.taps("Leave it out, and look")
    await vera.sees("This will be sent:")
    town.telegram.edits(
        vera.phone.user, vera.phone.bot, vera.phone.said[-1]["message_id"], f"{TOLD}!"
    )
    await vera.phone.until(lambda: "123 4567" in vera.shows())
    await vera.taps("Send")
    await vera.phone.button(vera.words("Send all of it"))


async def test_it_can_be_changed_first_and_then_goes_at_once(town: Town) -> None:
    vera, olli = await speaker(town, "ru"), await town.member("fi")
    await writes(vera, TOLD)
    await vera.taps("Change it first")
    await vera.sees("This will be sent:")
    town.telegram.edits(
        vera.phone.user, vera.phone.bot, vera.phone.said[-1]["message_id"], "Мне звонят"
    )
    await vera.phone.until(lambda: "example.com" not in vera.shows())
    await vera.taps("Send")
    await olli.taps("Ota kysymys")
    await olli.sees("Мне звонят")


async def is_asked(vera: Speaker, olli: Phone) -> None:
    """Let a question be sent and taken."""
    await writes(vera, "Вопрос Веры")
    await olli.taps("Ota kysymys")
    await vera.phone.sees("взял волонтёр" if vera.tr.language == "ru" else "on ottanut")


@BOTH
async def test_what_is_added_to_an_open_question_is_looked_at_too(
    town: Town, language: str
) -> None:
    vera, olli = await speaker(town, language), await town.member("fi")
    await is_asked(vera, olli)
    vera.phone.says(TOLD)
    await vera.phone.button(vera.words("Send without it"))
    assert vera.words("a phone number") in vera.shows()
    await vera.taps("Send without it")
    got = await olli.sees("Мне звонят")
    assert "123 4567" not in got["text"]
    assert "kirjoittaja jätti pois" in got["text"]


async def test_an_addition_can_go_whole_or_be_written_anew(town: Town) -> None:
    vera, olli = await speaker(town, "ru"), await town.member("fi")
    await is_asked(vera, olli)
    vera.phone.says(TOLD)
    await vera.taps("Send all of it")
    assert "123 4567" in (await olli.sees("Мне звонят"))["text"]
    vera.phone.says("Пишите на you@example.com")
    await vera.taps("Write it anew")
    vera.phone.says("Пишите сюда")
    await olli.sees("Пишите сюда")
    assert "you@example.com" not in str(olli.from_bot)


async def test_an_edit_brings_nothing_back_that_was_left_out(town: Town) -> None:
    vera, olli = await speaker(town, "ru"), await town.member("fi")
    await writes(vera, TOLD)
    question = vera.phone.said[-1]["message_id"]
    await vera.taps("Leave it out, and look", "Send")
    await olli.taps("Ota kysymys")
    await olli.sees("Мне звонят")
    town.telegram.edits(vera.phone.user, vera.phone.bot, question, TOLD + "!!")
    await olli.sees("!!")
    assert "123 4567" not in str(olli.from_bot)
    await vera.sees("What could tell who you are is left out, as you wished: {mark}.", mark=HIDDEN)
    before = len(vera.phone.from_bot)
    town.telegram.edits(vera.phone.user, vera.phone.bot, question, f"{TOLD} и +358 40 765 4321!!")
    town.telegram.edits(vera.phone.user, vera.phone.bot, question, "Мне звонят с номера?")
    await olli.sees("Мне звонят с номера?")
    await vera.phone.until(lambda: len(vera.phone.from_bot) > before)
    assert "765 4321" not in str(olli.from_bot)


async def test_editors_read_nothing_that_tells_who_asks(town: Town) -> None:
    vera, kaisa = await speaker(town, "ru"), await town.coordinator("fi")
    vera.phone.says("ыыы ввв +358 40 123 4567 лрлр")
    await vera.taps("May the editors read it?", "Yes, they may read it")
    await vera.sees("Thank you. The editors can read it now, and not who you are.")
    await goes(kaisa, await comes_home(kaisa), "Mitä lukijat", "Mitä lukijat kertovat")
    await kaisa.taps("Meille annettuja kysymyksiä…")
    assert "123 4567" not in (await kaisa.sees("ыыы"))["text"]


@pytest.mark.parametrize("town", ["topics"], indirect=True)
@BOTH
async def test_an_edit_that_tells_more_is_asked_about_first(town: Town, language: str) -> None:
    vera, olli = await speaker(town, language), await town.member("fi")
    await is_asked(vera, olli)
    question = vera.phone.said[-1]["message_id"]

    def edits(text: str) -> None:
        town.telegram.edits(vera.phone.user, vera.phone.bot, question, text)

    edits("Вопрос Веры, тел. +358 40 123 4567")
    await vera.phone.button(vera.words("Leave it as it went"))
    assert vera.words("a phone number") in vera.shows()
    old = await vera.phone.button(vera.words("Pass on all of it"))
    edits("Вопрос Веры, тел. +358 40 123 4567, почта me@example.com")
    await vera.phone.until(lambda: vera.words("an e-mail address") in vera.shows())
    await vera.phone.presses(*old)  # shows fewer than there are now
    assert "123 4567" not in str(olli.from_bot)
    await vera.taps("Change it without that")
    got = await olli.sees("Вопрос Веры, тел.")
    assert "123 4567" not in got["text"]
    assert "example.com" not in got["text"]


@pytest.mark.parametrize("town", ["flat"], indirect=True)
async def test_an_edit_goes_whole_if_its_author_wants_that_and_asks_once(town: Town) -> None:
    vera, olli = await speaker(town, "ru"), await town.member("fi")
    await is_asked(vera, olli)
    question = vera.phone.said[-1]["message_id"]
    for text in ("Вопрос Веры, тел. +358 40 123 4567", "Вопрос Веры, +358 40 123 4567 (вечером)"):
        town.telegram.edits(vera.phone.user, vera.phone.bot, question, text)
        if "тел" in text:
            whole = await vera.phone.button(vera.words("Pass on all of it"))
            await vera.phone.presses(*whole)
        await olli.sees(text)
    await vera.phone.presses(*whole)
    await vera.sees("Your question stays as it was.")


NAMED = {
    "ru": "Меня зовут Иван Примеров, 12.03.1985 г.р. Решение от 01.02.2026, что делать?",
    "fi": "Nimeni on Pekka Esimerkki, syntynyt 12.3.1985. Päätös tuli 1.2.2026, mitä teen?",
}


@BOTH
async def test_a_name_and_a_day_of_birth_are_warned_of_and_a_decisions_day_is_not(
    town: Town, language: str
) -> None:
    vera = await speaker(town, language)
    await writes(vera, NAMED[language])
    await vera.phone.button(vera.words("Leave it out, and look"))
    assert vera.words("a name and a surname") in vera.shows()
    assert vera.words("a day of birth") in vera.shows()
    await vera.taps("Leave it out, and look")
    await vera.sees("This will be sent:")
    assert "1985" not in vera.shows()
    assert "2026" in vera.shows()
