"""Updates that are odd, doubled, out of order or too much for us: the others do not notice."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from typing import Any

import pytest

from tests.faults.conftest import Talk
from tests.town import Phone

DAYS_3 = timedelta(days=3)
POISON: list[dict[str, Any]] = [
    {"message": {"message_id": "not a number", "chat": {"id": "x"}}},
    {"message": None, "update_id": None},
    {"callback_query": {"id": 5, "from": [], "data": {}}},
    {"a_kind_of_update_from_next_year": {"secret": "SECRET-WORDS"}},
    {"message": {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}}},
]


async def test_updates_that_cannot_be_read_block_nobody_and_are_not_logged(
    talk: Talk, caplog: pytest.LogCaptureFixture
) -> None:
    for update in POISON:
        talk.town.telegram.inject(talk.vera.bot, {**update, "secret": "SECRET-WORDS"})
    talk.vera.says("Первое")
    await talk.olli.sees("Первое")
    await talk.quiet()
    assert "SECRET" not in caplog.text
    assert talk.count("inbox", "dead_at IS NOT NULL") == 3
    kaisa = await talk.town.coordinator("fi")
    kaisa.says("/start")
    await kaisa.sees("3 viestiä ei voitu käsitellä")


async def test_the_same_updates_again_change_nothing(talk: Talk) -> None:
    talk.vera.says("Первое")
    await talk.olli.sees("Первое")
    await talk.quiet()
    before = talk.olli.from_bot, talk.vera.from_bot
    for phone in (talk.vera, talk.olli):
        talk.town.telegram.redeliver(phone.bot, last=100)
    talk.vera.says("Второе")
    await talk.olli.sees("Второе")
    await talk.quiet()
    assert talk.olli.from_bot[:-1] == before[0]
    assert talk.vera.from_bot[:-1] == before[1]


async def test_numbers_of_updates_that_start_anew_lower_down_are_no_old_ones(talk: Talk) -> None:
    talk.vera.bot.updates.next_id = 17
    talk.vera.says("Первое")
    await talk.olli.sees("Первое")


async def test_an_edit_that_comes_before_its_message(talk: Talk) -> None:
    said = talk.vera.says("Первое")
    talk.town.telegram.inject(talk.vera.bot, {"edited_message": {**said, "message_id": 999_999}})
    talk.vera.says("Второе")
    await talk.olli.sees("Второе")


async def test_what_we_fail_at_is_set_aside_with_a_kind_sentence(talk: Talk) -> None:
    """A handler that fails each time: here the database takes no words that hold a mark."""
    with closing(sqlite3.connect(talk.database, isolation_level=None)) as database:
        database.execute(
            "CREATE TRIGGER fails BEFORE INSERT ON messages BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
    talk.vera.says("Это не сохранится")
    await talk.vera.sees("Ошибка у нас, а не у вас.")
    with closing(sqlite3.connect(talk.database, isolation_level=None)) as database:
        database.execute("DROP TRIGGER fails")
    talk.vera.says("А это сохранится")
    await talk.olli.sees("А это сохранится")
    assert talk.count("inbox", "dead_at IS NOT NULL") == 1


async def test_a_database_that_others_hold_delays_and_loses_nothing(talk: Talk) -> None:
    with closing(sqlite3.connect(talk.database, isolation_level=None)) as database:
        database.execute("BEGIN EXCLUSIVE")
        talk.vera.says("Первое")
        waiting = talk.vera.bot.updates.waiting
        database.execute("ROLLBACK")
    assert waiting == 1
    await talk.olli.sees("Первое")


async def test_a_thread_deleted_by_hand_is_made_anew(talk: Talk) -> None:
    thread = talk.block["thread_id"]
    talk.town.telegram.deletes_topic(talk.olli.user, talk.olli.bot, thread)
    talk.vera.says("Первое")
    block = await talk.olli.sees("Первое")
    assert block["message_thread_id"] != thread
    talk.olli.says("Вижу", thread_id=block["message_thread_id"])
    await talk.vera.sees("Вижу")


async def test_a_copy_that_went_past_its_thread_is_deleted_and_sent_again(talk: Talk) -> None:
    talk.trouble("sendMessage", kind="wrong_thread", chat=talk.olli)
    talk.vera.says("Первое")
    await talk.quiet()
    (block,) = said_with(talk.olli, "Первое")
    assert "message_thread_id" in block


async def test_without_threads_the_desk_goes_flat_and_works(talk: Talk) -> None:
    talk.olli.bot.topics = False
    talk.vera.says("Первое")
    block = await talk.olli.sees("Первое")
    assert "message_thread_id" not in block
    talk.olli.says("Вижу", reply_to=block["message_id"])
    await talk.vera.sees("Вижу")


async def test_threads_that_never_work_leave_no_heap_of_topics(talk: Talk) -> None:
    talk.trouble("sendMessage", kind="wrong_thread", chat=talk.olli, times=None)
    for text in ("Первое", "Второе", "Третье"):
        talk.vera.says(text)
    await talk.olli.sees("Третье")
    await talk.quiet()
    assert talk.asked("createForumTopic", talk.olli) <= 1 + 2
    assert talk.olli.shows_in_order("Первое", "Второе", "Третье")


async def test_a_changed_message_whose_copy_is_gone_comes_again_and_can_be_deleted(
    talk: Talk,
) -> None:
    (copy,) = said_with(talk.olli, "Добавлю")
    talk.town.telegram.deletes(talk.olli.user, talk.olli.bot, copy["message_id"])
    number = talk.added["message_id"]
    talk.town.telegram.edits(talk.vera.user, talk.vera.bot, number, "Добавлю точнее")
    await talk.olli.sees("Добавлю точнее")
    await talk.vera.taps("Удалить у собеседника")
    await talk.olli.loses("Добавлю точнее")


async def test_a_message_too_old_to_delete_is_emptied(talk: Talk) -> None:
    talk.town.clock.push(DAYS_3)
    await talk.vera.taps("Удалить у собеседника")
    await talk.olli.loses("Добавлю")
    await talk.olli.sees("kirjoittaja on poistanut")


def said_with(phone: Phone, words: str) -> list[dict[str, Any]]:
    return [message for message in phone.from_bot if words in message["text"]]
