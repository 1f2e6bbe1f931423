"""A note is for the team: who asked never reads it, nor what is typed for it, by accident."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.coordination.buttons import ShowNotes
from bot.core.languages import Language
from bot.core.requests import Why
from bot.relay.buttons import OpenQueued, WriteNote
from bot.store.store import Store
from bot.ui.refusals import refusal
from tests.journeys.test_case import in_store
from tests.journeys.test_odd_orders import key, now
from tests.journeys.test_question import asks, reply_to
from tests.journeys.test_team import comes_home
from tests.speaker import Speaker
from tests.town import Phone, Town, town_of

NOTE = "Заметка: нужен переводчик"
QUESTION = "Мне отказали, что теперь?"
in_both_languages = pytest.mark.parametrize("language", ["ru", "fi"])


async def helper(town: Town, language: str = "fi") -> Speaker:
    """Return a volunteer."""
    return Speaker(await town.member(language, name=f"Helper {language}"), Language(language))


async def takes(vera: Phone, olli: Speaker, question: str = QUESTION) -> dict[str, Any]:
    """Let a helper take what an émigré asks; return where the words are."""
    await asks(vera, question)
    await olli.taps("Take it")
    return await olli.phone.sees(question)


async def opens_held(olli: Speaker) -> None:
    """Open the question that a helper has."""
    home = await comes_home(olli.phone)
    label = next(
        button["text"]
        for row in home["reply_markup"]["inline_keyboard"]
        for button in row
        if " · " in button["text"]
    )
    await olli.phone.presses(*key(home, label))
    await olli.phone.button(olli.words("Note for the team"))


async def begins_note(olli: Speaker) -> None:
    """Open the question that a helper has, and begin a note."""
    await opens_held(olli)
    await olli.taps("Note for the team")
    await olli.phone.button(olli.words("No note"))


async def asked_back(olli: Speaker, text: str = NOTE, **where: Any) -> dict[str, Any]:  # noqa: ANN401 - thread or reply
    """Type something, and return what asks where it belongs."""
    typed = olli.phone.says(text, **where)
    await olli.phone.until(lambda: olli.phone.answers_to(typed) != [])
    (shown,) = olli.phone.answers_to(typed)
    return shown


def buttons(message: dict[str, Any]) -> list[str]:
    rows = message["reply_markup"]["inline_keyboard"]
    return [button["text"] for row in rows for button in row]


def never_told(vera: Phone, text: str = NOTE) -> None:
    assert text not in str(vera.from_bot)


@in_both_languages
async def test_a_note_reaches_who_has_the_question_next_and_never_who_asked(
    town: Town, language: str
) -> None:
    vera, olli = await town.emigre("ru"), await helper(town, language)
    block = await takes(vera, olli)
    nina = await helper(town, {"ru": "fi", "fi": "ru"}[language])
    await begins_note(olli)
    shown = await asked_back(olli, **reply_to(town, block))
    assert buttons(shown)[:2] == [
        olli.words("Keep as a note"),
        olli.words("Keep it and ask a coordinator"),
    ]
    await olli.phone.presses(*key(shown, olli.words("Keep as a note")))
    await olli.phone.until(lambda: len(buttons(now(olli.phone, shown))) == 2)
    never_told(vera)
    await opens_held(olli)
    await olli.taps("Hand it back", "Yes, hand it back")
    await nina.taps("Take it")
    note = await nina.phone.sees(NOTE)
    assert note["has_protected_content"]
    assert {"ru": "Tiimin muistiinpanot.", "fi": "Заметки команды."}[language] in note["text"]
    await nina.phone.sees(QUESTION)
    assert nina.phone.shows_in_order(NOTE, QUESTION)
    never_told(vera)


@in_both_languages
async def test_what_was_typed_for_a_note_can_be_sent_but_not_both(
    town: Town, language: str
) -> None:
    vera, olli = await town.emigre("ru"), await helper(town, language)
    block = await takes(vera, olli)
    await begins_note(olli)
    shown = await asked_back(olli, "Это ответ", **reply_to(town, block))
    never_told(vera, "Это ответ")
    keep, send = (shown["reply_markup"]["inline_keyboard"][row][0] for row in (0, 2))
    await olli.phone.presses(shown, send["callback_data"])
    await vera.sees("Это ответ")
    used = olli.words("This text was sent already, or is not here any more.")
    assert await olli.phone.presses(shown, keep["callback_data"]) == used
    await begins_note(olli)
    shown = await asked_back(olli, **reply_to(town, block))
    await olli.phone.presses(shown, keep["callback_data"])
    assert await olli.phone.presses(shown, send["callback_data"]) == used
    assert await olli.phone.presses(shown, keep["callback_data"]) == used
    shown = await asked_back(olli, "Опять ответ", **reply_to(town, block))
    never_told(vera, "Опять ответ")  # who has just kept a note may be writing another
    send = shown["reply_markup"]["inline_keyboard"][2][0]
    await olli.phone.presses(shown, send["callback_data"])
    await vera.sees("Опять ответ")
    never_told(vera)


async def test_what_is_typed_outside_of_the_thread_is_asked_about_too(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await helper(town)
    await takes(vera, olli)
    await begins_note(olli)
    shown = await asked_back(olli)
    await olli.phone.presses(*key(shown, olli.words("Throw it away")))
    await olli.sees(
        "It was kept nowhere and sent to nobody. In this chat it stands until you delete it."
    )
    never_told(vera)


async def test_another_screen_ends_the_waiting(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await helper(town)
    block = await takes(vera, olli)
    await begins_note(olli)
    await comes_home(olli.phone)
    olli.phone.says("Это ответ", **reply_to(town, block))
    await vera.sees("Это ответ")


async def test_a_note_typed_in_another_thread_goes_to_neither_of_the_two(town: Town) -> None:
    vera, anna = await town.emigre("ru"), await town.emigre("ru", name="Anna")
    olli = await helper(town)
    await takes(vera, olli)
    await begins_note(olli)  # on the question of Vera
    _, back = await olli.phone.button(olli.words("No note"))
    await asks(anna, "Другой вопрос")
    offer, take = await olli.phone.button(olli.words("Take it"))
    await olli.phone.presses(offer, take)
    block = await olli.phone.sees("Другой вопрос")
    code = back.split(":")[1]
    held = await comes_home(olli.phone)
    label = next(
        button["text"]
        for row in held["reply_markup"]["inline_keyboard"]
        for button in row
        if button["text"].startswith(code)
    )
    await olli.phone.presses(*key(held, label))
    await olli.taps("Note for the team")
    shown = await asked_back(olli, "Это Анне", **reply_to(town, block))
    assert code in shown["text"]
    send = shown["reply_markup"]["inline_keyboard"][2][0]
    await olli.phone.presses(shown, send["callback_data"])
    await anna.sees("Это Анне")
    never_told(vera, "Это Анне")


@pytest.mark.parametrize("is_flat", [False, True], ids=["topics", "flat"])
async def test_a_restart_forgets_no_note(tmp_path: Path, *, is_flat: bool) -> None:
    async with town_of(tmp_path, flat=is_flat) as town:
        vera, olli = await town.emigre("ru"), await helper(town)
        block = await takes(vera, olli)
        await begins_note(olli)
    async with town_of(tmp_path, flat=is_flat, telegram=town.telegram) as again:
        olli.phone.town = vera.town = again
        shown = await asked_back(olli, **reply_to(again, block))
        await olli.phone.presses(*key(shown, olli.words("Keep as a note")))
        await olli.phone.until(lambda: len(buttons(now(olli.phone, shown))) == 2)
        never_told(vera)


@in_both_languages
async def test_a_coordinator_is_asked_and_answers_with_a_note(town: Town, language: str) -> None:
    vera, olli = await town.emigre("ru"), await helper(town, language)
    other = {"ru": "fi", "fi": "ru"}[language]
    kaisa = Speaker(await town.coordinator(other), Language(other))
    nina = Speaker(await town.coordinator(language, name="Nina"), Language(language))
    block = await takes(vera, olli)
    await begins_note(olli)
    shown = await asked_back(olli, **reply_to(town, block))
    await olli.phone.presses(*key(shown, olli.words("Keep it and ask a coordinator")))
    await olli.sees("The coordinators are asked. Their answer comes to this question.")
    notice = await kaisa.phone.sees(NOTE)
    await nina.phone.sees(NOTE)
    code = buttons(notice)[-1].split()[-1]
    assert notice["has_protected_content"]
    assert QUESTION not in notice["text"]
    await kaisa.taps("Answer with a note")
    await kaisa.phone.until(lambda: kaisa.phone.from_bot[-1]["message_id"] != notice["message_id"])
    shown = await asked_back(kaisa, "Спросите в Migri")
    await kaisa.phone.presses(*key(shown, kaisa.words("Keep as a note")))
    answer = await olli.phone.sees("Спросите в Migri")
    await nina.sees("A volunteer asked about question {code}. A coordinator answered.", code=code)
    assert NOTE not in str(nina.phone.from_bot), "it waits for nobody any more"
    assert answer["has_protected_content"]
    assert buttons(answer) == [olli.words("Answer with a note")]
    assert answer.get("message_thread_id") == block.get("message_thread_id")
    thanks = await asked_back(olli, "Спасибо, сделаю", reply_to=answer["message_id"])
    assert buttons(thanks)[0] == olli.words("Keep it and ask a coordinator")
    await olli.phone.presses(*key(thanks, olli.words("Keep as a note")))
    more = await asked_back(kaisa, "И ещё одно", reply_to=notice["message_id"])
    await kaisa.phone.presses(*key(more, kaisa.words("Throw it away")))
    await kaisa.phone.presses(*key(notice, buttons(notice)[-1]))
    await kaisa.sees("Nobody else reads it.")

    await comes_home(kaisa.phone)
    await kaisa.taps("The queue")
    await kaisa.phone.taps("… · …")
    await kaisa.phone.taps(kaisa.words("Notes: {n}", n=3))
    await kaisa.phone.until(lambda: NOTE in kaisa.shows())
    await kaisa.taps("After ▶")
    await kaisa.phone.until(lambda: "Спросите в Migri" in kaisa.shows())
    assert QUESTION not in str(kaisa.phone.from_bot)
    for text in (NOTE, "Спросите в Migri", "Спасибо, сделаю", "И ещё одно"):
        never_told(vera, text)
    assert "И ещё одно" not in str(olli.phone.from_bot)
    await opens_held(olli)
    await olli.taps("Hand it back", "Yes, hand it back")
    await olli.phone.loses("Спросите в Migri")


async def test_nobody_to_ask_is_said_and_the_note_is_kept(town: Town) -> None:
    vera = await town.emigre("ru")
    kaisa = Speaker(await town.coordinator("fi"), Language.FINNISH)
    block = await takes(vera, kaisa)
    await begins_note(kaisa)
    shown = await asked_back(kaisa, **reply_to(town, block))
    await kaisa.phone.presses(*key(shown, kaisa.words("Keep it and ask a coordinator")))
    await kaisa.sees("No coordinator could be asked: there is no other one just now.")
    never_told(vera)


async def test_an_edit_leaves_a_note_as_it_was_and_says_so(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await helper(town)
    block = await takes(vera, olli)
    await begins_note(olli)
    shown = await asked_back(olli, **reply_to(town, block))
    await olli.phone.presses(*key(shown, olli.words("Keep as a note")))
    number = olli.phone.said[-1]["message_id"]
    town.telegram.edits(olli.phone.user, olli.phone.bot, number, "Другое")
    await olli.sees("The note stays as you kept it. To add something, write another.")
    never_told(vera, "Другое")


async def test_what_is_closed_meanwhile_takes_no_note_and_loses_no_text(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await helper(town)
    await takes(vera, olli)
    await begins_note(olli)
    await vera.taps("Мой вопрос…")
    await vera.taps("Закрыть вопрос")
    await vera.taps("Да, закрыть")
    await olli.phone.sees("on nyt suljettu")
    shown = await asked_back(olli)
    assert shown["text"] == olli.words(
        "This went nowhere: you can add no note to that question any more."
    )
    assert buttons(shown) == [olli.words("Throw it away")]


async def test_a_note_that_is_too_long_says_by_how_much(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await helper(town)
    block = await takes(vera, olli)
    await begins_note(olli)
    shown = await asked_back(olli, "ab" * 1501, **reply_to(town, block))
    assert "2 merkkiä" in shown["text"]
    assert olli.words("Keep as a note") not in buttons(shown)


async def test_notes_are_erased_with_who_asked(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await helper(town)
    kaisa = Speaker(await town.coordinator("fi"), Language.FINNISH)
    block = await takes(vera, olli)
    await begins_note(olli)
    shown = await asked_back(olli, **reply_to(town, block))
    await olli.phone.presses(*key(shown, olli.words("Keep it and ask a coordinator")))
    await kaisa.phone.sees(NOTE)
    vera.says("/privacy")
    await vera.taps("Удалить всё")
    await vera.taps("Да, удалить всё")
    await kaisa.phone.loses(NOTE)


async def test_a_member_who_does_not_have_it_adds_no_note(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await helper(town)
    nina = await helper(town, "ru")
    await takes(vera, olli)
    await opens_held(olli)
    _, write = await olli.phone.button(olli.words("Note for the team"))
    told = nina.words(
        "You can add no note to this question any more. What you typed still stands here."
    )
    assert await nina.phone.presses(nina.phone.from_bot[-1], write) == told
    for prefix in ("vk", "va"):
        data = f"{prefix}:{write.split(':')[1]}"
        assert await nina.phone.presses(nina.phone.from_bot[-1], data) == told


async def test_a_coordinator_whom_somebody_avoids_learns_nothing_of_their_question(
    town: Town,
) -> None:
    vera, olli = await town.emigre("ru"), await helper(town)
    kaisa = Speaker(await town.coordinator("fi"), Language.FINNISH)
    block = await takes(vera, olli)

    async def avoid(store: Store) -> None:
        (request,) = [each.request for each in await store.requests.queue()]
        (coordinator,) = await store.team.coordinators()
        await store.offers.avoid(request.emigre_id, coordinator.person_id)

    await in_store(town, avoid)
    await begins_note(olli)
    shown = await asked_back(olli, **reply_to(town, block))
    _, keep = key(shown, olli.words("Keep it and ask a coordinator"))
    await olli.phone.presses(shown, keep)
    await olli.sees("No coordinator could be asked: there is no other one just now.")
    told = kaisa.words(
        "You can add no note to this question any more. What you typed still stands here."
    )
    assert await kaisa.phone.presses(kaisa.phone.from_bot[-1], keep.replace("va", "vn")) == told
    code = WriteNote.unpack(keep.replace("va", "vn")).code
    for way in (OpenQueued(code=code), ShowNotes(code=code)):
        said = await kaisa.phone.presses(kaisa.phone.from_bot[-1], way.pack())
        assert said == str(refusal(Why.OVER, kaisa.tr))
    await comes_home(kaisa.phone)
    await kaisa.taps("The queue")
    await kaisa.phone.until(lambda: kaisa.words("Write first") in kaisa.phone.labels)
    assert not [label for label in kaisa.phone.labels if " · " in label]
    assert NOTE not in str(kaisa.phone.from_bot)


async def test_what_coordinators_were_asked_is_taken_down_with_the_question(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await helper(town)
    kaisa = Speaker(await town.coordinator("fi"), Language.FINNISH)
    block = await takes(vera, olli)
    await begins_note(olli)
    shown = await asked_back(olli, **reply_to(town, block))
    await olli.phone.presses(*key(shown, olli.words("Keep it and ask a coordinator")))
    await kaisa.phone.sees(NOTE)
    await vera.taps("Мой вопрос…")
    await vera.taps("Закрыть вопрос")
    await vera.taps("Да, закрыть")
    await olli.phone.sees("on nyt suljettu")
    town.refused_by_plan.add("deleteMessage")  # after two days Telegram lets us change it alone
    town.clock.push(timedelta(days=4))
    await kaisa.phone.loses(NOTE)


@in_both_languages
async def test_what_is_typed_right_after_a_colleagues_note_is_asked_about(
    tmp_path: Path, language: str
) -> None:
    """In a thread no reply says whom it is for: what was meant for a colleague would go out."""
    async with town_of(tmp_path, flat=False) as town:
        vera, olli = await town.emigre("ru"), await helper(town, language)
        block = await takes(vera, olli)
        kaisa = Speaker(await town.coordinator("fi"), Language.FINNISH)
        await comes_home(kaisa.phone)
        await kaisa.taps("The queue")
        await kaisa.phone.taps("… · …")
        await kaisa.taps("Note for the team")
        shown = await asked_back(kaisa)
        await kaisa.phone.presses(*key(shown, kaisa.words("Keep as a note")))
        await olli.phone.sees(NOTE)
        shown = await asked_back(olli, "Она странная", **reply_to(town, block))
        assert olli.words("Keep as a note") in buttons(shown)
        never_told(vera, "Она странная")
        await olli.phone.presses(*key(shown, olli.words("Throw it away")))
        await opens_held(olli)
        shown = await asked_back(olli, "Ответ", **reply_to(town, block))
        send = olli.words("Send it to {alias}", alias="").strip()
        await olli.phone.presses(*key(shown, send))
        await vera.sees("Ответ")
        olli.phone.says("И ещё", **reply_to(town, block))
        await vera.sees("И ещё")
