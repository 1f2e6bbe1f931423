"""Somebody erases everything while much of theirs is under way, and answers of others come late."""

from datetime import timedelta

from tests.faults.conftest import Talk
from tests.journeys.test_own_questions import asks_more
from tests.town import Phone

SECOND = timedelta(seconds=1)
LEADS_AWAY = "Пишите мне в личку"


async def erases(vera: Phone) -> None:
    vera.says("/privacy")
    await vera.taps("Удалить всё")
    await vera.taps("Да, удалить всё")
    await vera.sees("Удалено")


async def test_who_erases_everything_leaves_nothing_under_way(talk: Talk) -> None:
    town, vera, olli = talk.town, talk.vera, talk.olli
    kaisa = await town.coordinator("fi")
    olli.says(LEADS_AWAY, **talk.block)
    await kaisa.sees("odottaa toista katsojaa")
    await asks_more(vera, "Второе дело")
    offer, take = await olli.button("Ota kysymys")
    await talk.quiet()
    talk.trouble("sendMessage", kind="flood", chat=olli)
    first = next(said for said in vera.from_bot if "Слушаю вас" in said["text"])
    for text in ("На полпути", "И это"):
        vera.says(text, reply_to=first["message_id"])
    await talk.met("flood")
    await talk.quiet()
    assert talk.count("outbox", "kind = 'relay' AND state = 'ready'") == 2

    await erases(vera)
    for table in ("requests", "messages", "held_answers", "notes", "offers"):
        assert talk.count(table, "1") == 0, table
    assert talk.count("outbox", "request_id IS NOT NULL OR held_id IS NOT NULL") == 0
    assert talk.count("timers", "request_id IS NOT NULL") == 0
    olli.says("Vastaus, joka tulee myöhässä", **talk.block)
    await talk.quiet()
    town.clock.push(31 * SECOND)
    await olli.sees("poisti kaiken")
    await talk.quiet()
    assert not any(words in str(olli.from_bot) for words in ("На полпути", "И это", "Второе"))
    assert not [m for m in olli.messages if m.get("message_thread_id")]
    assert "Vastaus, joka tulee myöhässä" in str(olli.from_bot), "their words are kept for them"
    assert (
        await olli.presses(olli.from_bot[-1], take)
        == "Tämä kysymys on suljettu, tai se on jollakulla muulla."
    )
    assert "myöhässä" not in str(vera.from_bot)
    assert offer["message_id"] not in {said["message_id"] for said in olli.from_bot}


async def test_an_answer_to_what_went_to_others_is_refused_and_kept(talk: Talk) -> None:
    """Typed in the thread while that is being deleted: it would go with it."""
    town, vera, olli = talk.town, talk.vera, talk.olli
    talk.trouble("deleteForumTopic", kind="flood", chat=olli)
    await vera.taps("Мой вопрос…")
    await vera.taps("Что-то не так")
    await vera.taps("Пусть поможет кто-то другой")
    await talk.met("flood")
    olli.says("Vastaus, joka tulee myöhässä", **talk.block)
    await talk.quiet()
    town.clock.push(31 * SECOND)
    told = await olli.sees("Vastaus, joka tulee myöhässä")
    assert "ei lähetetty" in told["text"]
    await talk.quiet()
    assert told in olli.from_bot, "beside the thread that is gone"
    assert not [m for m in olli.messages if m.get("message_thread_id")]
    assert "myöhässä" not in str(vera.from_bot)
