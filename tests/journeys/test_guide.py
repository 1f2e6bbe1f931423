"""“What do I do now?”, walked to a plan that is kept."""

from tests.town import Phone, Town


async def wants_to_keep(town: Town) -> Phone:
    """Let somebody who has agreed to nothing yet walk to a plan, and tap to keep it."""
    ilmari = await town.emigre("fi", agrees=False)
    ilmari.says("/now")
    await ilmari.sees("Missä vaiheessa olet nyt?")
    await ilmari.taps("Suomessa, en ole vielä hakenut")
    await ilmari.taps("Säilytä tämä suunnitelma")
    await ilmari.sees("Ennen kuin säilytämme mitään")
    return ilmari


async def test_a_walk_ends_in_a_plan_that_is_kept_and_shown_again(town: Town) -> None:
    vera = await town.emigre("ru")
    await vera.taps("Что делать сейчас?")
    await vera.sees("Где вы сейчас?")
    await vera.taps("Пришло решение")
    await vera.taps("Отказ")
    await vera.sees("Срок обжалования уже прошёл?")
    await vera.taps("Назад")
    await vera.sees("Какое это решение?")
    await vera.taps("Отказ")
    await vera.taps("Нет или не знаю")
    plan = await vera.sees("1. Найдите инструкцию по обжалованию (valitusosoitus)")
    assert "Сверено 26 ноября 2026" in plan["text"]
    assert {"Спросить человека", "Сохранить этот план"} <= set(vera.labels)
    assert vera.labels[0] == "Срочная помощь"
    await vera.taps("Сохранить этот план")
    await vera.sees("План сохранён")
    await vera.taps("Срок жалобы: сколько дней")
    await vera.taps("Главное меню")
    await vera.taps("Мой план")
    await vera.sees("1. Найдите инструкцию по обжалованию (valitusosoitus)")
    await vera.taps("Удалить план")
    await vera.button("Что делать сейчас?")


async def test_keeping_asks_for_consent_first_and_then_keeps(town: Town) -> None:
    ilmari = await wants_to_keep(town)
    await ilmari.taps("Kyllä, suostun")
    await ilmari.sees("Olet säilyttänyt tämän suunnitelman")


async def test_a_no_to_keeping_comes_back_to_the_plan(town: Town) -> None:
    ilmari = await wants_to_keep(town)
    await ilmari.taps("Ei")
    await ilmari.sees("Mitään ei säilytetty.\n\nHae turvapaikkaa\n\n1. ")
    await ilmari.button("Säilytä tämä suunnitelma")


async def test_an_old_button_of_the_guide_leads_to_its_beginning(town: Town) -> None:
    vera = await town.emigre("ru")
    for data in ("g:nothing", "pk:nothing", "pl"):
        await vera.presses(vera.from_bot[-1], data)
        await vera.sees("Где вы сейчас?")
        await vera.taps("Главное меню")
