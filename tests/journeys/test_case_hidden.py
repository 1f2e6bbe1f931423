"""A phone in other hands: the lock before a case, and hiding it all from the chat."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.core.cases import Wishes
from bot.core.people import CONSENT, PersonId
from bot.store.store import Store
from bot.store.tables import people
from tests.almanac import dates_of
from tests.journeys.test_case import (
    CASE,
    HERE,
    HOME,
    INTERVIEWED,
    MORE,
    WHO,
    an_interview,
    in_store,
    languages,
    waits,
)
from tests.journeys.test_case_people import NOTE
from tests.journeys.test_own_data import has_files
from tests.town import Town

LOCK = {"ru": "Спрашивать, прежде чем показать", "fi": "Kysy ennen kuin näytät"}
TURN_ON = {"ru": "Сначала спрашивать", "fi": "Kysy ensin"}
ASKS = {"ru": "Показать здесь моё дело?", "fi": "Näytetäänkö asiani tässä?"}
SHOW = {"ru": "Показать", "fi": "Näytä"}
HIDE = {"ru": "Скрыть", "fi": "Piilota"}
HIDDEN = {"ru": "Готово, насколько позволяет Telegram", "fi": "Tehty niin pitkälle kuin Telegram"}


async def asks_first(store: Store) -> None:
    """Let the first person be asked before their case is shown."""
    await store.cases.wish(PersonId(1), Wishes(asks_first=True))


async def agreed_to_another_wording(store: Store) -> None:
    """Let everybody be asked again for their consent."""
    await store.connection.execute(update(people).values(agreed_to=CONSENT - 1))


@languages
async def test_the_lock_asks_before_anything_of_the_case_is_shown(
    town: Town, language: str
) -> None:
    vera = await waits(town, language)
    await in_store(town, an_interview(5))
    await vera.taps(HOME[language])
    ahead = {"ru": "Ближайшая дата: ", "fi": "Seuraava päivä: "}[language]
    await vera.sees(ahead)
    await vera.taps(CASE[language])
    await vera.taps(MORE[language])
    await vera.taps(LOCK[language])
    await vera.taps(TURN_ON[language])
    await vera.taps(HOME[language])
    await vera.loses(ahead)
    await vera.loses(INTERVIEWED[language])
    await vera.taps(CASE[language])
    await vera.sees(ASKS[language])
    await vera.taps(SHOW[language])
    await vera.sees(HERE[language])
    await vera.taps(MORE[language])
    town.clock.push(timedelta(minutes=11))
    await vera.taps(WHO[language])
    await vera.sees(ASKS[language])
    await vera.taps(SHOW[language])
    await vera.taps(CASE[language])
    await vera.sees(HERE[language])
    await vera.taps(HOME[language])
    await vera.taps(CASE[language])
    await vera.taps({"ru": "Не сейчас", "fi": "Ei nyt"}[language])
    await vera.button(CASE[language])


async def test_a_lock_hides_the_mark_of_the_stage_and_the_copy(town: Town) -> None:
    vera = await waits(town, "ru")
    await vera.taps("Ещё…")
    await vera.taps("Спрашивать, прежде чем показать")
    await vera.taps("Сначала спрашивать")
    await vera.presses(vera.from_bot[-1], "sg:waiting")
    await vera.button("Ждёте решения Migri")
    vera.says("/privacy")
    kept = await vera.sees("Что о вас хранится сейчас")
    assert "Дела" not in kept["text"]
    assert "напоминать" not in kept["text"]
    await vera.taps("Взять копию")
    await vera.taps("Прислать файлы")
    await vera.sees("Показать здесь моё дело?")
    await vera.taps("Показать")
    await has_files(vera)


async def test_what_is_kept_of_a_locked_case_is_shown_once_that_is_said(town: Town) -> None:
    vera = await waits(town, "ru")
    await in_store(town, an_interview(5))
    await in_store(town, asks_first)
    vera.says("/privacy")
    await vera.taps("Показать, что хранится о моём деле")
    kept = await vera.sees("Дела, ваше и семьи: 1")
    assert "Даты: 1" in kept["text"]
    assert "Показать, что хранится о моём деле" not in vera.labels


@languages
@pytest.mark.parametrize("how", ["button", "command"])
async def test_hiding_empties_the_chat_and_keeps_the_case(
    town: Town, language: str, how: str
) -> None:
    vera = await waits(town, language)
    await vera.taps(MORE[language])
    await vera.taps(NOTE[language])
    vera.says("MARKED")
    await vera.sees("MARKED")
    if how == "button":
        await vera.taps({"ru": "Назад", "fi": "Takaisin"}[language])
        await vera.taps(HIDE[language])
    else:
        vera.says("/hide")
    await vera.sees(HIDDEN[language])
    await vera.until(lambda: "MARKED" not in str(vera.from_bot))
    await vera.loses(HERE[language])
    await vera.until(lambda: not {"/hide", "MARKED"} & {said["text"] for said in vera.said})
    await vera.taps(HOME[language])
    await vera.sees(INTERVIEWED[language])


async def test_hiding_takes_what_was_shown_beneath_too(town: Town) -> None:
    vera = await waits(town, "ru")
    await vera.presses(vera.from_bot[-1], "hb")
    await vera.sees("Чем вам помочь?")
    await vera.taps("Моё дело")
    await vera.until(lambda: sum(HERE["ru"] in each["text"] for each in vera.from_bot) == 2)
    vera.says("/hide")
    await vera.sees(HIDDEN["ru"])
    await vera.loses(HERE["ru"])
    await vera.until(lambda: len(vera.messages) == 1)


@languages
async def test_what_is_typed_once_the_lock_is_shut_waits_for_it_and_nothing_is_overwritten(
    town: Town, language: str
) -> None:
    vera = await waits(town, language)
    await in_store(town, an_interview(5))
    await in_store(town, asks_first)
    await vera.presses(vera.from_bot[-1], "ca:")
    await vera.taps(SHOW[language])
    await vera.presses(vera.from_bot[-1], "dn:1:1")
    vera.says("MARKED")
    await vera.sees("MARKED")
    await vera.presses(vera.from_bot[-1], "dn:1:1")
    town.clock.push(timedelta(minutes=11))
    typed = vera.says("Tampere")
    asked = await vera.sees(ASKS[language])
    assert vera.answers_to(typed) == [asked]
    assert "MARKED" not in asked["text"]
    assert {"ru": "ещё не сохранено", "fi": "ei ole vielä tallessa"}[language] in asked["text"]
    (date,) = await dates_of(vera)
    assert "MARKED" in str(date.kept)
    show = asked["reply_markup"]["inline_keyboard"][0][0]  # a reminder may stand below by now
    assert show["text"] == SHOW[language]
    await vera.presses(asked, show["callback_data"])
    await vera.sees("Tampere")
    (date,) = await dates_of(vera)
    assert "MARKED" not in str(date.kept)


async def test_a_day_typed_once_the_lock_is_shut_is_read_when_it_is_open(town: Town) -> None:
    vera = await waits(town, "ru")
    await in_store(town, asks_first)
    await vera.presses(vera.from_bot[-1], "ca:")
    await vera.taps("Показать")
    await vera.taps("Ещё…")
    await vera.taps("День подачи")
    town.clock.push(timedelta(minutes=11))
    vera.says("12.3.2026")
    await vera.sees(ASKS["ru"])
    await vera.taps("Не сейчас")
    await vera.loses(ASKS["ru"])
    await vera.presses(vera.from_bot[-1], "cd:1:l")
    await vera.taps("Показать")
    town.clock.push(timedelta(minutes=11))
    vera.says("13.3.2026")
    await vera.sees(ASKS["ru"])
    await vera.taps("Показать")
    await vera.sees("Пятница, 13 марта 2026")


async def test_a_new_consent_is_asked_for_what_the_lock_leads_to(town: Town) -> None:
    vera = await waits(town, "ru")
    await in_store(town, asks_first)
    await in_store(town, agreed_to_another_wording)
    await vera.presses(vera.from_bot[-1], "cm:1")
    await vera.taps("Да, согласиться")
    await vera.taps("Показать")
    await vera.button("Заметка")
    await in_store(town, agreed_to_another_wording)
    await vera.presses(vera.from_bot[-1], "ca:")
    await vera.presses(vera.from_bot[-1], "cj|cm:1")
    await vera.taps("Да, согласиться")
    await vera.button("Заметка")
