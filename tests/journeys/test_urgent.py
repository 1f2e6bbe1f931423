"""A question that cannot wait is offered as urgent, and stands first where questions wait."""

from tests.journeys.test_case import an_interview, in_store
from tests.journeys.test_consent import newcomer
from tests.journeys.test_question import asks
from tests.town import Phone, Town


async def asks_urgently(vera: Phone) -> None:
    """Go from a screen with the way to urgent help to the question that cannot wait."""
    await vera.taps("Срочная помощь")
    await vera.taps("Срочный вопрос человеку")


async def comes(town: Town, words: str, command: str) -> Phone:
    """Let somebody write, and send a command, before they choose Russian."""
    vera = newcomer(town)
    vera.says(words)
    await vera.sees("Выберите язык.")
    vera.says(command)
    await vera.until(lambda: len(vera.from_bot) == 2)
    await vera.taps("Русский")
    return vera


async def test_an_urgent_question_says_so_to_the_team_and_comes_first(town: Town) -> None:
    ilmari, vera = await town.emigre("fi", name="Ilmari"), await town.emigre("ru")
    olli = await town.member("fi")
    await ilmari.taps("Kysy ihmiseltä")
    ilmari.says("Voiko odottaa")
    await ilmari.taps("Lähetä")
    await olli.sees("Uusi kysymys")
    await asks_urgently(vera)
    await vera.sees("Напишите вопрос здесь")
    vera.says("Меня задержали")
    preview = await vera.sees("Будет отправлено:")
    assert "Срочно" in preview["text"]
    await vera.taps("Отправить")
    urgent = await olli.sees("Kiireellinen kysymys")
    assert "Меня задержали" not in urgent["text"]
    olli.says("/start")
    await olli.sees("❗ Kiireellinen kysymys odottaa.")
    olli.says("/waiting")
    await olli.button("Ota ❗ …")
    assert olli.labels[0].startswith("Ota ❗ ")
    await olli.taps("Ota ❗ …")
    await olli.sees("Меня задержали")


async def test_a_draft_becomes_urgent_and_ordinary_again(town: Town) -> None:
    vera = await town.emigre("ru")
    await vera.taps("Спросить человека")
    vera.says("Вопрос")
    await vera.taps("Это срочно")
    await vera.sees("Срочно")
    await vera.taps("Это не срочно")
    await vera.button("Это срочно")
    await vera.taps("Главное меню")
    await asks_urgently(vera)
    draft = await vera.sees("Будет отправлено:")
    assert "Срочно" in draft["text"]


async def test_a_question_that_waits_becomes_urgent(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Вопрос")
    await olli.sees("Uusi kysymys")
    await vera.taps("Главное меню")
    await asks_urgently(vera)
    await vera.sees("теперь срочный")
    await olli.sees("Kiireellinen kysymys")
    await olli.taps("Ota kysymys")
    await olli.sees("Вопрос")
    await vera.sees("взял волонтёр")
    await vera.taps("Главное меню")
    await asks_urgently(vera)
    await vera.sees("Всё, что вы сейчас напишете, добавится")


async def test_what_was_asked_as_urgent_before_the_yes_stays_urgent(town: Town) -> None:
    vera = await town.emigre("ru", agrees=False)
    await asks_urgently(vera)
    vera.says("Меня завтра высылают")
    await vera.sees("Ничего не отправлено")
    vera.says("Мне страшно")
    await vera.until(lambda: len(vera.from_bot) == 3)
    await vera.taps("Да, согласиться")
    draft = await vera.sees("Будет отправлено:")
    assert "Срочно" in draft["text"]
    assert "Меня завтра высылают" in draft["text"]


async def test_words_typed_before_they_were_called_urgent_are_urgent_too(town: Town) -> None:
    ilmari = await town.emigre("fi", "Ilmari", agrees=False)
    ilmari.says("Minut karkotetaan huomenna")
    await ilmari.taps("Kysy tästä ihmiseltä kiireellisenä")
    await ilmari.taps("Kyllä, suostun")
    draft = await ilmari.sees("Tämä lähetetään:")
    assert "Kiireellinen" in draft["text"]


async def test_urgent_help_comes_first_even_when_words_wait(town: Town) -> None:
    vera = await comes(town, "Меня завтра высылают", "/urgent")
    help_at_once = await vera.sees("звоните 112. Это бесплатно")
    assert help_at_once["text"].startswith("Срочная помощь")
    assert "Ничего не отправлено" in help_at_once["text"]
    await vera.taps("Срочный вопрос человеку")
    await vera.taps("Да, согласиться")
    await vera.sees("❗ Срочно")
    await vera.sees("Меня завтра высылают")


async def test_what_was_asked_for_says_once_that_words_wait(town: Town) -> None:
    vera = await comes(town, "Что мне делать", "/ask")
    asked = await vera.sees("Прежде чем мы что-то сохраним")
    assert asked["text"].count("Ничего не отправлено") == 1


async def test_nobody_is_told_again_of_what_is_urgent_already(town: Town) -> None:
    vera = await town.emigre("ru")
    await asks(vera, "Вопрос")
    for _ in range(2):
        vera.says("/urgent")
        await vera.taps("Срочный вопрос человеку")
    await vera.sees("уже срочный")


async def test_a_near_day_of_ones_case_makes_a_question_urgent_unless_one_says_otherwise(
    town: Town,
) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await in_store(town, an_interview(3))
    await vera.taps("Спросить человека")
    vera.says("Что взять с собой?")
    preview = await vera.sees("Ваш день близко")
    assert "Срочно" in preview["text"]
    await vera.taps("Это не срочно")
    await vera.loses("Ваш день близко")
    vera.says("И ещё: кто будет?")
    await vera.sees("И ещё: кто будет?")
    assert "❗" not in vera.from_bot[-1]["text"]
    await vera.taps("Отправить")
    offer = await olli.sees("Uusi kysymys")
    assert "haastattelu" not in offer["text"].lower()


async def test_a_far_day_makes_nothing_urgent(town: Town) -> None:
    vera = await town.emigre("ru")
    await in_store(town, an_interview(4))
    await vera.taps("Спросить человека")
    vera.says("Что взять с собой?")
    preview = await vera.sees("Будет отправлено:")
    assert "Срочно" not in preview["text"]
