"""A phone in other hands: the lock before a case, and hiding it all from the chat."""

from datetime import timedelta

import pytest

from tests.journeys.test_case import (
    CASE,
    HERE,
    HOME,
    INTERVIEWED,
    MORE,
    NOTE,
    WHO,
    an_interview,
    in_store,
    languages,
    waits,
)
from tests.journeys.test_own_data import has_files
from tests.town import Town

LOCK = {"ru": "Спрашивать, прежде чем показать", "fi": "Kysy ennen kuin näytät"}
TURN_ON = {"ru": "Сначала спрашивать", "fi": "Kysy ensin"}
ASKS = {"ru": "Показать здесь моё дело?", "fi": "Näytetäänkö asiani tässä?"}
SHOW = {"ru": "Показать", "fi": "Näytä"}
HIDE = {"ru": "Скрыть", "fi": "Piilota"}
HIDDEN = {"ru": "Готово, насколько позволяет Telegram", "fi": "Tehty niin pitkälle kuin Telegram"}


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
    await vera.sees("Дела, ваше и семьи: 1")
    await vera.taps("Взять копию")
    await vera.taps("Прислать файлы")
    await vera.sees("Показать здесь моё дело?")
    await vera.taps("Показать")
    await has_files(vera)


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
