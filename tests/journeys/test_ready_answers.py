"""Answers that are ready: kept under one's duty, found, and sent as if they had been typed."""

import pytest

from bot.core.languages import Language
from tests.journeys.test_notes import QUESTION, buttons, helper, opens_held, takes
from tests.journeys.test_odd_orders import key, now
from tests.journeys.test_question import reply_to
from tests.journeys.test_team import comes_home
from tests.speaker import Speaker
from tests.town import Phone, Town

TITLE = "Куда идти"
TEXT = "Идите в Migri.\n\nВозьмите <b>бумагу</b>."
ADD = {"ru": "Add one in Russian", "fi": "Add one in Finnish"}
in_both_languages = pytest.mark.parametrize("language", ["ru", "fi"])


async def opens_room(olli: Speaker) -> None:
    """Open the ready answers from home."""
    home = await comes_home(olli.phone)
    await olli.phone.presses(*key(home, olli.words("Ready answers")))
    await olli.phone.button(olli.words("Add one in Russian"))


async def adds(olli: Speaker, title: str = TITLE, text: str = TEXT, to: str = "ru") -> None:
    """Add a ready answer."""
    await opens_room(olli)
    await olli.taps(ADD[to])
    await olli.sees("The first line is its title, the rest is what is sent.")
    olli.phone.says(f"{title}\n{text}")
    await olli.phone.until(lambda: olli.words("Delete") in olli.phone.labels)


def count(vera: Phone, text: str) -> int:
    return sum(text in message["text"] for message in vera.from_bot)


@in_both_languages
async def test_a_ready_answer_goes_as_if_it_were_typed_and_once(town: Town, language: str) -> None:
    vera, olli = await town.emigre("ru"), await helper(town, language)
    await takes(vera, olli)
    await adds(olli)
    await adds(olli, "Muu", "Muu teksti", to="fi")
    await opens_held(olli)
    await olli.taps("Ready answers")
    await olli.phone.until(lambda: TITLE in olli.phone.labels)
    assert "Muu" not in olli.phone.labels
    await olli.phone.taps(TITLE)
    preview, send = await olli.phone.button(olli.words("Send it"))
    assert TEXT in preview["text"]
    assert count(vera, "Идите") == 0
    assert await olli.phone.presses(preview, send) is None
    answer = await vera.sees(TEXT)
    assert TITLE not in answer["text"]
    used = olli.words("This text was sent already, or is not here any more.")
    assert await olli.phone.presses(preview, send) == used
    await olli.phone.button(olli.words("Delete on the other side"))
    assert count(vera, "Идите") == 1

    await opens_held(olli)
    await olli.sees("It is answered.")
    await olli.taps("Ready answers")
    await olli.phone.taps(TITLE)
    again, send = await olli.phone.button(olli.words("Send it"))
    assert again["message_id"] != preview["message_id"]
    await olli.phone.presses(again, send)
    await vera.until(lambda: count(vera, "Идите") == 2)
    await olli.taps("Delete on the other side")
    await vera.until(lambda: count(vera, "Идите") == 1)


@in_both_languages
async def test_they_are_found_by_a_word_and_deleted(town: Town, language: str) -> None:
    olli = await helper(town, language)
    await adds(olli)
    await adds(olli, "Valitus", "Valita ajoissa", to="fi")
    await opens_room(olli)
    assert olli.phone.labels[:2] == [f"FI · {'Valitus'}", f"RU · {TITLE}"]
    olli.phone.says("БУМАГУ migri")
    await olli.phone.until(
        lambda: (
            olli.phone.labels[0] == f"RU · {TITLE}"
            and olli.words("All ready answers") in olli.phone.labels
        )
    )
    assert "FI · Valitus" not in olli.phone.labels
    await olli.phone.taps(f"RU · {TITLE}")
    await olli.phone.until(lambda: olli.words("Delete") in olli.phone.labels)
    assert olli.words("For all") not in olli.phone.labels
    await olli.taps("Delete")
    await olli.phone.until(lambda: olli.phone.labels[0] == "FI · Valitus")
    assert f"RU · {TITLE}" not in olli.phone.labels


@in_both_languages
async def test_what_is_no_ready_answer_is_said_kindly_and_asked_anew(
    town: Town, language: str
) -> None:
    olli = await helper(town, language)
    await opens_room(olli)
    await olli.taps("Add one in Russian")
    await olli.sees("The first line is its title, the rest is what is sent.")
    olli.phone.says("Одна строка")
    await olli.sees("Not kept yet: it has one line alone, and needs a title above the text.")
    olli.phone.says("т" * 41 + "\nтекст")
    await olli.sees("Not kept yet: the title has room for {n} characters.", n=40)
    olli.phone.says("Название\n" + "т" * 3501)
    await olli.sees("Not kept yet: the text has room for {n} characters.", n=3500)
    olli.phone.says(f"{TITLE}\n{TEXT}")
    await olli.sees("Only you see it.")


async def test_coordinators_make_one_everybodys_and_their_own_again(town: Town) -> None:
    kaisa = Speaker(await town.coordinator("fi"), Language.FINNISH)
    nina = await helper(town, "ru")
    await adds(kaisa)
    await opens_room(nina)
    assert f"RU · {TITLE}" not in nina.phone.labels
    await kaisa.taps("For all")
    await kaisa.sees("It is for all of the team.")
    await opens_room(nina)
    await nina.phone.taps(f"RU · {TITLE}")
    await nina.phone.until(lambda: "бумагу" in nina.shows())
    assert nina.words("Delete") not in nina.phone.labels
    shown, opened = nina.phone.from_bot[-1], nina.phone.labels
    await kaisa.taps("Only mine")
    await kaisa.sees("Only you see it.")
    assert nina.words("All ready answers") in opened
    _, delete = await kaisa.phone.button(kaisa.words("Delete"))
    await nina.phone.presses(shown, delete)
    await opens_room(kaisa)
    assert f"RU · {TITLE}" in kaisa.phone.labels, "nobody deletes another's"
    gone = nina.words("This ready answer is not here any more. Open the list again.")
    assert await nina.phone.presses(shown, delete.replace("vx", "vo")) == gone


async def test_an_answer_typed_in_a_question_is_no_search_and_no_ready_answer(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await helper(town)
    block = await takes(vera, olli)
    await opens_room(olli)
    olli.phone.says("Вот ответ", **reply_to(town, block))
    await vera.sees("Вот ответ")
    await opens_room(olli)
    await olli.taps("Add one in Russian")
    await olli.sees("The first line is its title, the rest is what is sent.")
    olli.phone.says("Второй\nответ", **reply_to(town, block))
    await vera.sees("Второй\nответ")
    await opens_room(olli)
    assert "RU · Второй" not in olli.phone.labels


async def test_in_a_thread_nothing_is_typed_for_the_room(town: Town) -> None:
    if town.inside is town.outside:
        return  # flat, there are no threads
    vera, olli = await town.emigre("ru"), await helper(town)
    block = await takes(vera, olli)
    shown = len(olli.phone.from_bot)
    olli.phone.says("/start", **reply_to(town, block))
    await olli.phone.until(lambda: len(olli.phone.from_bot) > shown)
    await olli.taps("Ready answers")
    await olli.sees("To search or to add one, open this outside of a question's thread.")
    assert olli.words("Add one in Russian") not in olli.phone.labels
    told = olli.words("What you write in this thread is an answer. Open ready answers outside.")
    assert await olli.phone.presses(olli.phone.from_bot[-1], "vd:ru") == told


async def test_what_is_closed_or_gone_is_sent_to_nobody(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await helper(town)
    await takes(vera, olli)
    await adds(olli)
    deleting, delete = await olli.phone.button(olli.words("Delete"))
    await opens_held(olli)
    await olli.taps("Ready answers")
    await olli.phone.taps(TITLE)
    preview, send = await olli.phone.button(olli.words("Send it"))
    await olli.phone.presses(deleting, delete)
    gone = olli.words("This ready answer is not here any more. Open the list again.")
    assert await olli.phone.presses(preview, send) == gone
    await vera.taps("Мой вопрос…")
    await vera.taps("Закрыть вопрос")
    await vera.taps("Да, закрыть")
    await olli.phone.sees("on nyt suljettu")
    await olli.phone.presses(preview, send)
    await olli.phone.until(lambda: "suljettu" in now(olli.phone, preview)["text"])
    assert count(vera, "Идите") == 0
    assert QUESTION not in str(buttons(now(olli.phone, preview)))


@in_both_languages
async def test_where_none_is_ready_our_own_answers_are_a_tap_away(
    town: Town, language: str
) -> None:
    vera, olli = await town.emigre("ru"), await helper(town, language)
    await takes(vera, olli)
    await opens_held(olli)
    await olli.taps("Ready answers")
    await olli.sees(
        "There is no ready answer in this language. Add one at your desk, under “Ready"
        " answers”, or send one of our own answers now."
    )
    await olli.taps("Our own answers", "By topic")
    await olli.sees("What is the answer to be about?")
