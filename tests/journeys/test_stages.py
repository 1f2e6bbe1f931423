"""Finding one's stage in the process, reading what it means, and keeping it."""

from tests.town import Town


async def test_a_stage_is_found_in_two_taps_read_and_kept(town: Town) -> None:
    vera = await town.emigre("ru")
    await vera.taps("Моё дело")
    await vera.taps("Читать об этапах")
    await vera.sees("Где вы сейчас в процедуре?")
    await vera.taps("Решение Migri: пришло или вручают")
    await vera.taps("Отказ: ускоренная, пограничная")
    stage = await vera.sees("Сроки: число дней — в инструкции по обжалованию (valitusosoitus)")
    for part in (
        "Кто решает: суд",
        "5 дней ⚠️",
        "Сейчас:",
        "Дальше обычно:",
        "Сверено с источниками 26 ноября",
    ):
        assert part in stage["text"]
    assert "Просите суд разрешить остаться" in stage["text"]
    assert {"Срочная помощь", "Ещё ответы", "Источники"} <= set(vera.labels)
    await vera.taps("Старый и новый закон")
    laws = await vera.sees("Подано до 12 июня 2026")
    assert "или позже\nОдна жалоба права остаться не даёт" in laws["text"]
    assert "день официальной подачи (jättäminen)" in laws["text"]
    await vera.taps("К этапу")
    await vera.taps("Это мой этап")
    await vera.sees("Отказ: ускоренная, пограничная ✓")
    await vera.taps("Главное меню")
    await vera.sees("Ваш этап: Отказ: ускоренная, пограничная.")
    await vera.taps("Моё дело")
    await vera.taps("Что это значит")
    await vera.taps("Назад")
    await vera.taps("✓ Отказ: ускоренная, пограничная")
    await vera.taps("Моё дело")
    await vera.sees("Этап: Отказ: ускоренная, пограничная")


async def test_a_stage_leads_to_its_answers_and_sources(town: Town) -> None:
    ilmari = await town.emigre("fi")
    await ilmari.taps("Oma asiani")
    await ilmari.taps("Lue vaiheista")
    await ilmari.taps("Odotan Migriä")
    await ilmari.taps("Odotan Migrin päätöstä")
    await ilmari.sees("Aika: nopeutetussa menettelyssä hakemuksesta päätökseen yleensä 3 kuukautta")
    await ilmari.taps("Lisää vastauksia")
    await ilmari.sees("Lue myös:")
    await ilmari.taps("Takaisin vaiheeseen")
    await ilmari.taps("Lähteet")
    await ilmari.sees("Tarkistettu lähteistä 26. marraskuuta 2026")
    await ilmari.taps("Takaisin vaiheeseen")
    await ilmari.taps("Takaisin")
    await ilmari.button("Rajamenettely")


async def test_the_day_of_registration_decides_which_state_is_responsible(town: Town) -> None:
    ilmari = await town.emigre("fi")
    await ilmari.taps("Oma asiani")
    await ilmari.taps("Lue vaiheista")
    await ilmari.taps("Migrin päätös tuli tai annetaan")
    await ilmari.taps("Siirto toiseen maahan (Dublin)")
    await ilmari.taps("Vanha ja uusi laki")
    laws = await ilmari.sees("Rekisteröity ennen 12. kesäkuuta 2026")
    assert "Rekisteröity 1. heinäkuuta 2026 tai myöhemmin" in laws["text"]
    assert "Lähteet ovat eri mieltä: kysy avustajalta" in laws["text"]


async def test_keeping_a_stage_asks_for_consent_first(town: Town) -> None:
    ilmari = await town.emigre("fi", agrees=False)
    await ilmari.taps("Oma asiani")
    await ilmari.taps("Lue vaiheista")
    await ilmari.taps("Odotan Migriä")
    await ilmari.taps("Odotan puhuttelua")
    await ilmari.taps("Tämä on vaiheeni")
    await ilmari.sees("Ennen kuin säilytämme mitään")
    await ilmari.taps("Kyllä, suostun")
    await ilmari.sees("Odotan puhuttelua ✓")


async def test_a_no_to_keeping_a_stage_comes_back_to_it(town: Town) -> None:
    vera = await town.emigre("ru", agrees=False)
    await vera.taps("Моё дело")
    await vera.taps("Читать об этапах")
    await vera.taps("Ждёте Migri")
    await vera.taps("Ждёте решения Migri")
    await vera.taps("Это мой этап")
    await vera.taps("Нет")
    await vera.sees("Ничего не сохранено.\n\nЖдёте решения Migri\n\n")
    await vera.button("Это мой этап")


async def test_a_button_of_the_flat_list_of_before_still_keeps_its_stage(town: Town) -> None:
    vera = await town.emigre("ru")
    await vera.presses(vera.from_bot[-1], "sk:final")
    await vera.sees("Последний отказ ✓")
    await vera.taps("Главное меню")
    await vera.sees("Ваш этап: Последний отказ.")


async def test_an_old_button_deletes_the_stage_for_good_and_begins_no_case(town: Town) -> None:
    vera = await town.emigre("ru")
    await vera.presses(vera.from_bot[-1], "sk:")
    await vera.sees("Где вы сейчас в процедуре?")
    await vera.taps("Главное меню")
    await vera.taps("Моё дело")
    await vera.button("Выбрать мой этап")
    assert "Ещё…" not in vera.labels
    await vera.presses(vera.from_bot[-1], "sk:interviewed")
    await vera.taps("Моё дело")
    await vera.presses(vera.from_bot[-1], "sk:")
    await vera.sees("Где вы сейчас в процедуре?")
    await vera.presses(vera.from_bot[-1], "ca:")
    await vera.taps("Ещё…")
    await vera.button("Удалить")
    assert "Отменить последнее изменение" not in vera.labels


async def test_a_step_back_is_asked_about_as_in_the_case(town: Town) -> None:
    vera = await town.emigre("ru")
    await vera.presses(vera.from_bot[-1], "sk:final")
    await vera.sees("Последний отказ ✓")
    await vera.presses(vera.from_bot[-1], "sk:interviewed")
    asked = await vera.sees("Вы были здесь: Последний отказ")
    assert "Ждёте решения Migri" in asked["text"]
    await vera.taps("Главное меню")
    await vera.sees("Ваш этап: Последний отказ.")
    await vera.presses(vera.from_bot[-1], "sk:interviewed")
    await vera.taps("Да, всё верно")
    await vera.sees("С какого дня?")
    await vera.taps("Главное меню")
    await vera.sees("Ваш этап: Ждёте решения Migri.")
