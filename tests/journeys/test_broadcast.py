"""A coordinator writes to many: in both languages, seen as it arrives, with a second yes."""

import re
from datetime import timedelta
from typing import Any

import pytest

from bot.coordination.telling import coordinators
from bot.core.broadcasts import LONGEST_BROADCAST
from bot.core.people import Role
from bot.core.timers import TimerKind
from bot.delivery.broadcasting import MOST_IN_BATCH
from bot.store.store import Store
from bot.store.tables import members
from tests.crowd import Crowd, crowd_in, written
from tests.journeys.test_odd_orders import key
from tests.journeys.test_question import asks, reply_to
from tests.town import Phone, Town

RU_TEXT = "В пятницу <b>закрыто</b> & <i>точка"
FI_TEXT = "Perjantaina <b>suljettu</b> & <i>piste"
SOON = timedelta(seconds=6)
"""After this the next news of a broadcast is due."""


async def begins(nina: Phone, segment: str = "Все, кто спрашивает") -> None:
    """Let a Russian coordinator open the broadcasts and choose to whom."""
    nina.says("/start")
    await nina.sees("Ваш кабинет")
    await nina.taps("Рассылка")
    await nina.taps("Новая рассылка")
    segments = await nina.sees("Кому отправить рассылку?")
    await nina.presses(*key(segments, segment))
    await nina.sees("Напишите сюда русский текст")


async def writes(nina: Phone) -> dict[str, Any]:
    """Let her write both texts; return the screen that asks what to do with them."""
    await begins(nina)
    nina.says(RU_TEXT)
    await nina.sees("Сохранено: ")
    await nina.taps("Написать финский текст")
    await nina.sees("Напишите сюда финский текст")
    nina.says(FI_TEXT)
    return await nina.sees("Выше — сообщение таким")


async def agrees(kaisa: Phone) -> None:
    """Let a Finnish coordinator look at it and say yes."""
    shown = len(kaisa.from_bot)
    await kaisa.taps("Katso")
    await kaisa.until(
        lambda: any("Jos hyväksyt" in said["text"] for said in kaisa.from_bot[shown:])
    )
    await kaisa.taps("Kyllä, hyväksyn")
    await kaisa.sees("Viesti lähtee nyt")


async def two(town: Town) -> tuple[Phone, Phone]:
    return await town.coordinator("ru", name="Nina"), await town.coordinator("fi")


async def comes(phone: Phone, words: str, town: Town) -> dict[str, Any]:
    """Wait for news of a broadcast: they come by the clock."""
    while not any(words in message["text"] for message in phone.from_bot):
        town.clock.push(SOON)
        await town.telegram.wait_change(timeout=0.2)
    return await phone.sees(words)


async def test_it_arrives_as_both_coordinators_saw_it(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.emigre("fi", name="Olli")
    looking = await town.emigre("ru", name="Only looking", agrees=False)
    crowd = await crowd_in(town, 20)
    nina, kaisa = await two(town)
    check = await writes(nina)
    assert "Всего: 22" in check["text"]
    previews = [said["text"] for said in nina.from_bot if "закрыто" in said["text"]]
    previews += [said["text"] for said in nina.from_bot if "suljettu" in said["text"]]
    await nina.taps("Спросить остальных")
    await nina.sees("Достаточно одного согласия")
    assert not any("закрыто" in said["text"] for said in vera.from_bot)
    await kaisa.sees("haluaa lähettää joukkoviestin")
    await agrees(kaisa)
    read = [(await vera.sees("закрыто"))["text"], (await olli.sees("suljettu"))["text"]]
    assert read == previews
    assert read[0] == f"Всем, кто сюда пишет\n\n{RU_TEXT}"
    assert [said["text"] for said in kaisa.from_bot if "piste" in said["text"]] == [read[1]]
    result = await comes(nina, "Рассылка закончена.", town)
    assert "Доставлено: 22" in result["text"]
    assert sum("Доставлено" in said["text"] for said in nina.from_bot) == 1, "one message, edited"
    assert _read(crowd) == {1}
    assert not any("закрыто" in said["text"] for said in looking.from_bot)
    await vera.taps("Главное меню")
    await vera.sees("Чем вам помочь?")


async def test_alone_one_may_write_to_many_but_not_to_a_few(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    nina = await town.coordinator("ru", name="Nina")
    await town.emigre("ru")
    check = await writes(nina)
    assert "Всего: меньше 5" in check["text"]
    assert "вы здесь единственный координатор" in check["text"]
    assert not {"Отправить сейчас", "Спросить остальных"} & set(nina.labels)
    crowd = await crowd_in(town, 10)
    await nina.taps("Рассылка")
    await nina.taps("Посмотреть, как придёт")
    await nina.taps("Отправить сейчас")
    await nina.sees("Рассылка идёт")
    await comes(nina, "Рассылка закончена.", town)
    assert _read(crowd) == {1}
    assert "no second yes was asked for" in caplog.text
    caplog.clear()


async def test_to_nobody_nothing_is_sent(town: Town) -> None:
    nina, _ = await two(town)
    check = await writes(nina)
    assert "Получателей нет" in check["text"]
    assert "Спросить остальных" not in nina.labels


async def test_small_numbers_are_told_to_nobody(town: Town) -> None:
    vera = await town.emigre("ru")
    nina, kaisa = await two(town)
    await writes(nina)
    await nina.taps("Спросить остальных")
    await agrees(kaisa)
    await vera.sees("закрыто")
    result = await comes(nina, "Рассылка закончена.", town)
    assert "Доставлено: меньше 5" in result["text"]
    for phone in (nina, kaisa):
        shown = [said["text"] for said in phone.from_bot if ": " in said["text"]]
        assert not re.search(
            r"(Доставлено|Получателей|Perillä|Vastaanottajia): [1-4]\b", "\n".join(shown)
        )


async def test_nobody_says_the_second_yes_themselves_or_too_late(town: Town) -> None:
    vera = await town.emigre("ru")
    nina, kaisa = await two(town)
    await writes(nina)
    await nina.taps("Спросить остальных")
    await kaisa.taps("Katso")
    wish, yes = await kaisa.button("Kyllä, hyväksyn")
    own = "Это решает другой координатор, а не тот, кто попросил."
    assert await nina.presses(nina.from_bot[-1], yes) == own
    town.clock.push(timedelta(minutes=30))
    assert await kaisa.presses(wish, yes) == "Tämä on jo ratkaistu, tai aika on umpeutunut."
    assert not any("закрыто" in said["text"] for said in vera.from_bot)
    await nina.taps("Главное меню")
    await nina.taps("Рассылка")
    await nina.taps("Посмотреть, как придёт")
    await nina.taps("Спросить остальных")
    await kaisa.until(lambda: "Katso" in kaisa.labels)
    await agrees(kaisa)
    await vera.sees("закрыто")


async def test_a_no_keeps_the_draft_and_a_change_makes_a_yes_void(town: Town) -> None:
    vera = await town.emigre("ru")
    nina, kaisa = await two(town)
    await writes(nina)
    await nina.taps("Спросить остальных")
    await kaisa.taps("Katso")
    wish, yes = await kaisa.button("Kyllä, hyväksyn")
    await kaisa.taps("Ei")
    await kaisa.sees("Et hyväksynyt.")
    await nina.sees("На вашу просьбу ответ «нет»")
    await nina.taps("Открыть черновик")
    await nina.taps("Написать русский текст заново")
    await nina.sees("Он заменит тот текст, который у вас есть.")
    nina.says("Закрыто не будет")
    await nina.taps("Спросить остальных")
    await nina.sees("Достаточно одного согласия")
    assert await kaisa.presses(wish, yes) == "Tämä on jo ratkaistu, tai aika on umpeutunut."
    await kaisa.until(lambda: "Katso" in kaisa.labels)
    await agrees(kaisa)
    await vera.sees("Закрыто не будет")
    assert not any("точка" in said["text"] for said in vera.from_bot)


@pytest.mark.parametrize("over", [1, 7])
async def test_too_long_a_text_is_kept_and_told_by_how_much(town: Town, over: int) -> None:
    nina, _ = await two(town)
    await begins(nina)
    nina.says("а" * (LONGEST_BROADCAST + over))
    told = await nina.sees("Текст слишком длинный")
    assert f" {over} знак" in told["text"]
    await nina.taps("Написать русский текст заново")
    nina.says(RU_TEXT)
    await nina.sees("Сохранено: 35 знаков")


async def test_an_answer_in_a_thread_is_no_text_of_a_broadcast(town: Town) -> None:
    vera, (nina, _) = await town.emigre("ru"), await two(town)
    await asks(vera, "Мой вопрос")
    await nina.taps("Взять")
    block = reply_to(town, await nina.sees("Мой вопрос"))
    await begins(nina)
    nina.says("Это ответ Вере", **block)
    await vera.sees("Это ответ Вере")
    nina.says(RU_TEXT)
    await nina.sees("Сохранено: ")
    assert not any("закрыто" in said["text"] for said in vera.from_bot)


async def test_what_is_no_text_is_refused_and_the_writing_goes_on(town: Town) -> None:
    nina, _ = await two(town)
    await begins(nina)
    town.telegram.sends(nina.user, nina.bot, {"dice": {"emoji": "🎲", "value": 1}})
    await nina.sees("пока передаётся только текст")
    nina.says(RU_TEXT)
    await nina.sees("Сохранено: ")


async def test_who_is_no_coordinator_any_more_writes_and_sends_nothing(town: Town) -> None:
    vera, (nina, kaisa) = await town.emigre("ru"), await two(town)
    await writes(nina)
    await nina.taps("Спросить остальных")
    await kaisa.taps("Katso")
    wish, yes = await kaisa.button("Kyllä, hyväksyn")
    await written(town, _demote_first)
    assert await kaisa.presses(wish, yes) == "Tämä on jo ratkaistu, tai aika on umpeutunut."
    message, data = await nina.button("Отменить просьбу")
    assert "только координаторы" in (await nina.presses(message, data) or "")
    assert not any("закрыто" in said["text"] for said in vera.from_bot)


async def test_any_coordinator_stops_it_and_lets_it_go_on(town: Town) -> None:
    crowd = await crowd_in(town, 120)
    nina, kaisa = await two(town)
    await writes(nina)
    await nina.taps("Спросить остальных")
    held = town.telegram.faults.add("sendMessage", kind="held", chat_id=crowd.users[0].id)
    await agrees(kaisa)
    await kaisa.taps("Kuinka pitkällä se on")
    await kaisa.taps("Pysäytä")
    moving = await kaisa.sees("Lähetystä pysäytetään: viimeiset viestit ovat vielä matkalla.")
    assert f"Pysäytettiin ennen lähetystä: {120 - MOST_IN_BATCH}" in moving["text"]
    assert f"Jo matkalla: {MOST_IN_BATCH}" in moving["text"]
    await comes(nina, "Рассылка останавливается: последние сообщения ещё в пути.", town)
    town.telegram.faults.remove(held)
    result = await comes(nina, "Рассылка остановлена.", town)
    assert sum(crowd_counts(crowd)) == MOST_IN_BATCH
    assert "Доставлено: 100\nНе отправлено из-за остановки: 20" in result["text"]
    assert "пути" not in result["text"]
    await kaisa.taps("Päivitä")
    same = await kaisa.sees("Lähetys pysäytettiin.")
    assert "Perillä: 100\nPysäytettiin ennen lähetystä: 20" in same["text"]
    assert "Päivitä" not in kaisa.labels
    await nina.taps("Отправить остальным")
    await comes(nina, "Рассылка закончена.", town)
    assert _read(crowd) == {1}


async def test_who_is_removed_while_it_goes_is_told_no_more(town: Town) -> None:
    crowd = await crowd_in(town, 20)
    nina, kaisa = await two(town)
    await writes(nina)
    await nina.taps("Спросить остальных")
    held = town.telegram.faults.add("sendMessage", kind="held", chat_id=crowd.users[0].id)
    await agrees(kaisa)
    await nina.sees("Рассылка идёт.")
    await written(town, _demote_first)
    town.telegram.faults.remove(held)
    await kaisa.taps("Kuinka pitkällä se on")
    await kaisa.until(lambda: _read(crowd) == {1})
    while await written(town, lambda store: store.timers.known(TimerKind.PROGRESS)):
        town.clock.push(SOON)
        await town.telegram.wait_change(timeout=0.1)
    await kaisa.taps("Alkuun")
    await kaisa.taps("Joukkoviesti")
    await kaisa.taps("Lähetetty: kaikki kysyjät")
    assert "Perillä: 20" in (await kaisa.sees("Lähetys on valmis."))["text"]
    assert not any("Рассылка закончена." in said["text"] for said in nina.from_bot)


async def test_it_is_for_coordinators_alone(town: Town) -> None:
    olli = await town.member("ru")
    olli.says("/start")
    await olli.sees("Ваш кабинет")
    assert "Рассылка" not in olli.labels
    shown = olli.from_bot[-1]
    assert "только координаторы" in (await olli.presses(shown, "b") or "")


async def test_the_team_reads_what_is_for_the_team(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    nina, kaisa = await two(town)
    await begins(nina, "Команда")
    nina.says("Собрание в среду")
    await nina.taps("Написать финский текст")
    nina.says("Kokous keskiviikkona")
    check = await nina.sees("Выше — сообщение таким")
    assert "Всего: 3" in check["text"]
    await nina.taps("Спросить остальных")
    await agrees(kaisa)
    assert (await olli.sees("Kokous"))["text"] == "Koko tiimille\n\nKokous keskiviikkona"
    await comes(nina, "Рассылка закончена.", town)
    assert not any("Собрание" in said["text"] for said in vera.from_bot)


def crowd_counts(crowd: Crowd) -> list[int]:
    """Count what each of a crowd was sent."""
    return [len(crowd.read_by(user)) for user in crowd.users]


def _read(crowd: Crowd) -> set[int]:
    return set(crowd_counts(crowd))


async def _demote_first(store: Store) -> None:
    """Make a volunteer of the coordinator who came first."""
    first = (await coordinators(store))[0]
    await store.connection.execute(
        members.update().where(members.c.person_id == first).values(role=Role.VOLUNTEER)
    )
