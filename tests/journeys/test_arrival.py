"""Somebody comes for the first time: the language, who we are, what is kept, home."""

import pytest

from tests.town import Phone, Town

FIRST = ("/start", "/start from-a-web-page", "Помогите", "/help")
ERRANDS = {
    "/urgent": ("Срочная помощь\n\n", "звоните 112"),
    "/now": ("Что делать сейчас?\n\n", "Где вы сейчас?"),
    "/answers": ("О чём вы хотите узнать?", "Мы не Migri"),
    "/privacy": ("Что о вас хранится сейчас", "Мы не Migri"),
    "/ask": ("Прежде чем мы что-то сохраним", "Мы не Migri"),
}


def arrives(town: Town, language: str) -> Phone:
    return Phone(town, town.telegram.add_user("Vera", language_code=language), town.outside)


@pytest.mark.parametrize("first", FIRST)
async def test_whatever_comes_first_the_language_is_asked(town: Town, first: str) -> None:
    vera = arrives(town, "ru")
    vera.says(first)
    asked = await vera.sees("Выберите язык.")
    assert asked["text"] == "Выберите язык.\nValitse kieli."
    assert vera.labels == ["Русский", "Suomi"]
    await vera.taps("Русский")
    await vera.sees("Мы не Migri")
    await vera.sees("звоните 112")
    if first.startswith("/"):
        assert vera.labels == [
            "Спросить человека",
            "Срочная помощь",
            "Что обо мне хранится",
            "Главное меню",
        ]
        await vera.taps("Что обо мне хранится")
        await vera.sees("Что о вас хранится сейчас")
    else:
        assert "Срочно спросить человека" in vera.labels
        await vera.sees("Ничего не отправлено. Написанное подождёт")
    await vera.taps("Главное меню")
    await vera.sees("Чем вам помочь?")
    assert vera.labels == [
        "Спросить человека",
        "Срочная помощь",
        "Что делать сейчас?",
        "Ответы по темам",
        "Моё дело",
        "Что обо мне хранится",
        "Язык · Kieli",
    ]
    # one screen, changed in place; where it said what to do in danger, that stays above
    assert len(vera.from_bot) == 1 + (first == "Помогите")


@pytest.mark.parametrize("first", ERRANDS)
async def test_what_somebody_comes_for_is_there_after_the_language(town: Town, first: str) -> None:
    vera = arrives(town, "ru")
    vera.says(first)
    await vera.taps("Русский")
    begins, holds = ERRANDS[first]
    shown = await vera.sees(begins)
    assert shown["text"].startswith(begins)
    assert holds in shown["text"]
    await vera.taps("Главное меню")
    await vera.sees("Чем вам помочь?")
    assert len(vera.from_bot) == 1


async def test_urgent_help_comes_in_the_language_that_was_chosen(town: Town) -> None:
    ilmari = arrives(town, "ru")
    ilmari.says("/urgent")
    await ilmari.taps("Suomi")
    urgent = await ilmari.sees("112")
    assert urgent["text"].startswith("Kiireellinen apu")


@pytest.mark.parametrize(("phone", "first"), [("fi", "Suomi"), ("en", "Русский")])
async def test_the_likelier_language_stands_first(town: Town, phone: str, first: str) -> None:
    ilmari = arrives(town, phone)
    ilmari.says("/start")
    await ilmari.sees("Valitse kieli.")
    assert ilmari.labels[0] == first


async def test_the_language_can_be_changed_from_anywhere(town: Town) -> None:
    vera = await town.emigre("ru")
    vera.says("/language")
    await vera.sees("Выберите язык.")
    await vera.taps("Suomi")
    await vera.sees("Miten voimme auttaa?")
    await vera.taps("Kieli…")
    await vera.taps("Русский")
    await vera.sees("Чем вам помочь?")


async def test_the_first_words_are_not_lost_by_the_question_for_the_language(town: Town) -> None:
    vera = arrives(town, "ru")
    vera.says("Помогите, завтра интервью")
    await vera.taps("Русский")
    await vera.sees("Ничего не отправлено.")
    await vera.taps("Спросить об этом человека")
    await vera.taps("Да, согласиться")
    await vera.sees("Будет отправлено:\n\nПомогите, завтра интервью")
