"""A volunteer hands a question back; every offer says what became of it, from first to last."""

from typing import Any

from bot.core.companions import Part
from bot.core.people import HELPER_ALIASES
from bot.core.requests import Event, Refused
from bot.relay.company import ask, come_in, new_name
from bot.relay.handing import hand_back
from bot.store.store import Store
from tests.journeys.test_case import in_store
from tests.journeys.test_odd_orders import key, now
from tests.journeys.test_question import asks, reply_to
from tests.journeys.test_team import comes_home, flat, goes, threads
from tests.town import Phone, Town

BACK = {"ru": "снова в очереди", "fi": "on taas jonossa"}


async def takes(olli: Phone, question: str, label: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Let a volunteer take what is offered; return the offer and where the words are."""
    offer, data = await olli.button(label)
    await olli.presses(offer, data)
    return offer, await olli.sees(question)


async def becomes(phone: Phone, offer: dict[str, Any], words: str) -> None:
    await phone.until(lambda: words in now(phone, offer)["text"])


async def test_from_the_thread_to_another_volunteer(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    nina, away = await town.member("ru", name="Nina"), await town.member("fi", name="Aino")
    await asks(vera, "Вопрос Веры")
    old = (await nina.sees("Новый вопрос"))["message_id"]
    aside = await away.sees("Uusi kysymys")
    offer, block = await takes(olli, "Вопрос Веры", "Ota kysymys")
    await becomes(away, aside, "on jo otettu")
    duty = await goes(away, await comes_home(away), "Vuoroni", "Vuorossa sinulle")
    await goes(away, duty, "Pois vuorosta", "ei vuorossa")
    answer = olli.says("Alku", **reply_to(town, block))
    await vera.sees("Alku")
    before = len(nina.from_bot)

    await olli.taps("Palauta jonoon")
    await olli.sees("Palautetaanko kysymys")
    assert olli.labels[:2] == ["Ei, jatkan sitä", "Kyllä, palauta jonoon"]
    _, yes = await olli.button("Kyllä, palauta jonoon")
    await olli.taps("Kyllä, palauta jonoon")
    await olli.loses("Вопрос Веры")
    assert threads(olli) == 0
    await becomes(olli, offer, BACK["fi"])
    await becomes(away, aside, BACK["fi"])
    await vera.sees("Теперь он ждёт другого волонтёра")
    back = await nina.sees("вернулся и ждёт волонтёра")
    assert old not in [message["message_id"] for message in nina.from_bot]
    assert len(nina.from_bot) == before, "the new offer came in the place of the old one"
    assert "Новый вопрос" not in str(nina.from_bot)
    assert "palasi" not in str(olli.from_bot) + str(away.from_bot)

    _, block = await takes(nina, "Вопрос Веры", "Взять")
    await nina.sees("ответ, данный раньше\nAlku")
    await becomes(olli, offer, "on jo otettu")
    await becomes(away, aside, "on jo otettu")
    if flat(town):
        olli.says("Vielä", reply_to=answer["message_id"])
        await olli.sees("Mitään ei lähetetty")
    assert (
        await olli.presses(olli.from_bot[-1], yes)
        == "Tämä kysymys on suljettu, tai se on jollakulla muulla."
    )
    nina.says("Продолжаем", **reply_to(town, block))
    await vera.sees("Продолжаем")

    await nina.taps("Закрыть вопрос")
    await nina.taps("На всё дан ответ")
    await becomes(nina, back, "закрыт.")
    await becomes(olli, offer, "on suljettu.")
    await becomes(away, aside, "on suljettu.")


async def test_in_russian_and_from_home(town: Town) -> None:
    vera, nina = await town.emigre("ru"), await town.member("ru", name="Nina")
    await asks(vera, "Вопрос Веры")
    offer, _ = await takes(nina, "Вопрос Веры", "Взять")
    await comes_home(nina)
    await nina.taps("… · …")
    await nina.taps("Вернуть в очередь")
    await nina.sees("Вернуть вопрос")
    await nina.taps("Да, вернуть в очередь")
    await nina.sees("Спасибо, что сказали вовремя.")
    await nina.loses("Вопрос Веры")
    await becomes(nina, offer, BACK["ru"])


async def test_offers_of_a_question_that_its_author_closed(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    nina = await town.member("ru", name="Nina")
    await asks(vera, "Вопрос Веры")
    aside = await nina.sees("Новый вопрос")
    offer, _ = await takes(olli, "Вопрос Веры", "Ota kysymys")
    await becomes(olli, offer, "on nyt sinulla")
    await olli.taps("Alkuun")  # home comes below: the offer is still to say what becomes of it
    await olli.sees("Työpöytäsi")
    await vera.taps("Мой вопрос…")
    await vera.taps("Закрыть вопрос")
    await vera.taps("Да, закрыть")
    await becomes(olli, offer, "on suljettu.")
    await becomes(nina, aside, "закрыт.")


async def test_a_second_tap_on_an_offer_says_the_same(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Вопрос Веры")
    offer, take = await olli.button("Ota kysymys")
    await olli.presses(offer, take)
    await becomes(olli, offer, "on nyt sinulla")
    await olli.presses(offer, take)
    assert key(now(olli, offer), "Alkuun")[1] == "hb"
    assert "on nyt sinulla" in now(olli, offer)["text"]


async def test_nobody_gets_a_name_that_somebody_had_before_in_that_question(town: Town) -> None:
    """A name of before may be complained of; and who comes again would be taken for another."""
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await town.member("ru", name="Nina")
    await asks(vera, "Вопрос Веры")
    await takes(olli, "Вопрос Веры", "Ota kysymys")
    called: list[str] = []

    async def goes_round(store: Store) -> None:
        first, second = [each.person_id for each in await store.team.all()]
        for turn in range(len(HELPER_ALIASES) // 2):
            (request,) = [each.request for each in await store.requests.queue()]
            if turn:
                name = await new_name(store, request)
                taken = await store.requests.move(
                    request, Event.CLAIM, helper_id=first, helper_alias=name
                )
                assert not isinstance(taken, Refused)
                request = taken
            called.append(request.helper_alias or "")
            await ask(store, request, Part.HELPER, second)
            assert await come_in(store, request, second) is Part.HELPER
            (companion,) = await store.companions.of(request.id)
            called.append(companion.alias)
            await hand_back(store, request)

    await in_store(town, goes_round)
    assert len(set(called)) == len(called) > len(HELPER_ALIASES) - 2
