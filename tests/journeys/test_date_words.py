"""What is typed as a place, a note or a number of days, and is more than that."""

from datetime import timedelta

import pytest

from bot.core.dates import Appointment
from bot.core.languages import Language
from bot.ui.words import Translator, translator
from tests.almanac import case_of, dates_of, day_in, hearing, keeps
from tests.town import Phone, Town

DESPAIR = {"ru": "хочу умереть", "fi": "haluan kuolla"}
CODE = "131052-308T"
both = pytest.mark.parametrize("language", ["ru", "fi"])
fields = pytest.mark.parametrize("field", ["Place", "Note"])


async def writes(town: Town, language: str, field: str) -> tuple[Phone, Translator]:
    """Let somebody come to the place of a hearing, or to its note."""
    vera, tr = await town.emigre(language), translator(Language(language))
    await keeps(vera, hearing(day_in(town, 9)))
    await vera.presses(vera.from_bot[-1], f"dc:{(await dates_of(vera))[0].id}")
    await vera.taps(tr(field))
    return vera, tr


async def kept_of(vera: Phone) -> tuple[str, str]:
    """Return the place and the note that are kept."""
    (date,) = await dates_of(vera)
    assert isinstance(date.kept.what, Appointment)
    return date.kept.what.place, date.kept.what.note


@both
async def test_despair_in_the_place_is_kept_and_met_with_help(town: Town, language: str) -> None:
    vera, tr = await writes(town, language, "Place")
    vera.says(DESPAIR[language])
    shown = await vera.sees(tr("<b>Is somebody in danger now? Call 112.</b>").striptags())
    assert tr("Place: {place}", place=DESPAIR[language]) in shown["text"]
    assert vera.labels[0] == tr("Urgent help")
    assert await kept_of(vera) == (DESPAIR[language], "")


@pytest.mark.parametrize("place", ["Полиция, Пасила", "изолятор Метсяля"])
async def test_a_place_frightens_nobody(town: Town, place: str) -> None:
    vera, tr = await writes(town, "ru", "Place")
    vera.says(place)
    shown = await vera.sees(tr("Place: {place}", place=place))
    assert "112" not in shown["text"]
    assert tr("Urgent help") not in vera.labels


@both
async def test_112_is_no_number_of_days(town: Town, language: str) -> None:
    vera = await town.emigre(language)
    case = await case_of(vera)
    await vera.presses(vera.from_bot[-1], f"dw:t:{case}:0:rmbh:{day_in(town, -1):%Y%m%d}:")
    await vera.sees("valitusosoitu")
    vera.says("112")
    await vera.sees({"ru": "звоните 112", "fi": "soita 112"}[language])
    await vera.presses(vera.from_bot[-1], f"dw:t:{case}:0:rmbh:{day_in(town, -1):%Y%m%d}:")
    vera.says("95")
    await vera.sees({"ru": "от 1 до 90", "fi": "1–90"}[language])


@both
@fields
async def test_an_identity_code_is_not_kept_but_what_is_beside_it_can_be(
    town: Town, language: str, field: str
) -> None:
    vera, tr = await writes(town, language, field)
    vera.says("Turku")
    await vera.sees("Turku")
    await vera.taps(tr("Change"))
    await vera.taps(tr(field))
    vera.says(f"Oulu, {CODE}")
    asked = await vera.sees({"ru": "личный код", "fi": "henkilötunnus"}[language])
    assert {"ru": "не сохранён", "fi": "ei tallennettu"}[language] in asked["text"]
    assert CODE not in asked["text"]
    assert "Turku" in await kept_of(vera)
    await vera.taps(tr("Keep it without the code"))
    await vera.sees("Oulu, […]")
    assert "Oulu, […]" in await kept_of(vera)


@pytest.mark.parametrize("how", ["place", "deleted"])
async def test_a_case_has_changed_when_a_place_has_or_a_date_is_gone(town: Town, how: str) -> None:
    vera, tr = await writes(town, "ru", "Place")
    town.clock.push(timedelta(days=2))
    if how == "place":
        vera.says("Turku")
        await vera.sees("Turku")
    else:
        (date,) = await dates_of(vera)
        await vera.presses(vera.from_bot[-1], f"dx:{date.id}")
        await vera.sees("Удалено.")
    await vera.presses(vera.from_bot[-1], "ca:")
    await vera.sees(str(tr("Last changed: {day}", day=tr.day(day_in(town)))))
