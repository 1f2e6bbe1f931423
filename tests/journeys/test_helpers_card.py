"""The card of a question that a helper has: how they are called in it, and who else reads it."""

from collections.abc import Sequence
from pathlib import Path

from bot.store.store import Store
from bot.ui.aliases import alias_name
from tests.journeys.test_case import in_store
from tests.journeys.test_company import (
    QUESTION,
    a_team,
    asks_in,
    in_both_languages,
    language_at,
    opens,
    takes,
)
from tests.journeys.test_question import reply_to
from tests.speaker import Speaker
from tests.town import Phone, Town, town_of


async def names_in_it(town: Town, olli: Speaker) -> Sequence[str]:
    """Return how the helper of the only question is called, then who helps along in it."""
    names: list[str] = []

    async def read(store: Store) -> None:
        (queued,) = await store.requests.queue()
        beside = await store.companions.of(queued.request.id)
        aliases = [queued.request.helper_alias or "", *(each.alias for each in beside)]
        names.extend(str(alias_name(alias, olli.tr)) for alias in aliases)

    await in_store(town, read)
    return names


@in_both_languages
async def test_it_says_how_one_is_called_and_who_else_reads_it(town: Town, language: str) -> None:
    vera, team = await town.emigre("ru"), await a_team(town, language)
    olli, nina, liisa = team.olli, team.nina, team.liisa
    await takes(vera, olli)
    await opens(olli)
    card = await olli.sees("Your name here: {me}.", me=(await names_in_it(town, olli))[0])
    assert olli.words("It is read by these too: {names}.", names="")[:-1] not in card["text"]

    await asks_in(olli, "Ask an interpreter in", team.names[0])
    await nina.taps("Yes")
    await asks_in(olli, "Ask a lawyer in", team.names[1])
    await liisa.taps("Yes")
    await liisa.phone.sees("Мне отказали")
    await opens(olli)
    _, first, second = await names_in_it(town, olli)
    named = [
        olli.words("{name} (interpreter)", name=first),
        olli.words("{name} (lawyer)", name=second),
    ]
    await olli.sees("It is read by these too: {names}.", names=", ".join(named))


def with_words(phone: Phone, words: str) -> int:
    """Return how many messages hold some words."""
    return sum(words in message["text"] for message in phone.from_bot)


@in_both_languages
async def test_all_that_was_said_comes_again_in_the_place_of_what_stood_there(
    town: Town, language: str
) -> None:
    vera, team = await town.emigre("ru"), await a_team(town, language)
    olli = team.olli
    block = await takes(vera, olli)
    mine = olli.phone.says("Мой ответ", **reply_to(town, block))
    await vera.sees("Мой ответ")
    more = vera.says("И ещё вопрос")
    await olli.phone.sees("И ещё вопрос")
    await opens(olli)
    await olli.taps("Show it all again")
    await olli.phone.until(lambda: olli.phone.from_bot[-1]["text"].endswith("И ещё вопрос"))
    await town.quiet()
    assert with_words(olli.phone, QUESTION) == with_words(olli.phone, "И ещё вопрос") == 1
    assert olli.phone.shows_in_order(QUESTION, "Мой ответ", "И ещё вопрос")
    assert "Мой ответ" in str(olli.phone.said), "what they typed stays theirs to change"
    again = await olli.phone.sees(QUESTION)
    assert again["has_protected_content"]

    town.telegram.edits(vera.user, vera.bot, more["message_id"], "И ещё вопрос, точнее")
    await olli.phone.sees("И ещё вопрос, точнее")
    assert with_words(olli.phone, "И ещё вопрос") == 1
    town.telegram.edits(olli.phone.user, olli.phone.bot, mine["message_id"], "Мой ответ, точнее")
    await vera.sees("Мой ответ, точнее")
    olli.phone.says("Второй ответ", **reply_to(town, again))
    await vera.sees("Второй ответ")
    await opens(olli)
    await olli.taps("Hand it back", "Yes, hand it back")
    await olli.phone.loses(QUESTION)
    await olli.phone.loses("И ещё вопрос")


async def test_who_helps_along_can_see_it_all_again_too(town: Town) -> None:
    vera, team = await town.emigre("ru"), await a_team(town, language_at(town))
    await takes(vera, team.olli)
    await asks_in(team.olli, "Ask an interpreter in", team.names[0])
    await team.nina.taps("Yes")
    first = await team.nina.phone.sees(QUESTION)
    await opens(team.nina)
    await team.nina.taps("Show it all again")
    await team.nina.phone.until(
        lambda: first not in team.nina.phone.from_bot and with_words(team.nina.phone, QUESTION) == 1
    )


@in_both_languages
async def test_a_topic_that_was_deleted_by_hand_begins_again_with_all_that_stood_in_it(
    tmp_path: Path, language: str
) -> None:
    async with town_of(tmp_path, flat=False) as town:
        await begins_again(town, language)


async def begins_again(town: Town, language: str) -> None:
    town.refused_by_plan |= {"sendMessage", "deleteMessage"}  # it learns so that a topic is gone
    vera, team = await town.emigre("ru"), await a_team(town, language)
    olli = team.olli
    block = await takes(vera, olli)
    olli.phone.says("Мой ответ", **reply_to(town, block))
    await vera.sees("Мой ответ")
    gone = block["message_thread_id"]
    town.telegram.deletes_topic(olli.phone.user, olli.phone.bot, gone)
    assert with_words(olli.phone, QUESTION) == 0
    vera.says("И ещё вопрос")
    new = await olli.phone.sees("И ещё вопрос")
    await town.quiet()
    where = olli.words("To answer, write in the thread of this question.")
    assert olli.phone.shows_in_order(where, QUESTION, "Мой ответ", "И ещё вопрос")
    assert with_words(olli.phone, "И ещё вопрос") == with_words(olli.phone, where) == 1
    assert new["message_thread_id"] != gone
    olli.phone.says("Вижу", **reply_to(town, new))
    await vera.sees("Вижу")

    town.telegram.deletes_topic(olli.phone.user, olli.phone.bot, new["message_thread_id"])
    await opens(olli)
    await olli.taps("Show it all again")
    await olli.phone.sees("И ещё вопрос")
    await town.quiet()
    assert with_words(olli.phone, where) == with_words(olli.phone, QUESTION) == 1

    town.telegram.deletes_topic(
        olli.phone.user, olli.phone.bot, (await olli.phone.sees(QUESTION))["message_thread_id"]
    )
    await vera.taps("Мой вопрос…")
    await vera.taps("Закрыть вопрос")
    await vera.taps("Да, закрыть")
    await olli.phone.until(lambda: with_words(olli.phone, QUESTION) == 0)


async def test_who_takes_it_over_reads_at_once_how_they_are_called_and_who_else_reads_it(
    town: Town,
) -> None:
    vera, team = await town.emigre("ru"), await a_team(town, language_at(town))
    olli, nina, liisa = team.olli, team.nina, team.liisa
    await takes(vera, olli)
    await asks_in(olli, "Ask a lawyer in", team.names[1])
    await liisa.taps("Yes")
    await liisa.phone.sees(QUESTION)
    await asks_in(olli, "Hand the question over", team.names[0])
    await nina.taps("Yes")
    await nina.phone.sees(QUESTION)
    mine, first = await names_in_it(town, olli)
    block = await nina.sees("Your name here: {me}.", me=mine)
    assert nina.words("{name} (lawyer)", name=first) in block["text"]
