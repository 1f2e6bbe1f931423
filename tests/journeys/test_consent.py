"""Nothing but the language is kept before the yes; what was typed is held for a day at most."""

from datetime import timedelta

import pytest

from tests.journeys.test_finding import ARRESTED, ASK_THIS, URGENTLY, WILL_GO, languages
from tests.town import AGREE, CHOOSE, NAME, Phone, Town

A_LETTER = {"ru": "Мне пришло письмо", "fi": "Sain kirjeen"}
HELD = {"ru": "Ничего не отправлено", "fi": "Mitään ei ole vielä lähetetty"}


def newcomer(town: Town, language: str = "ru") -> Phone:
    return Phone(town, town.telegram.add_user("Vera", language_code=language), town.outside)


async def test_who_wants_to_ask_is_told_first_what_is_kept(town: Town) -> None:
    vera, olli = newcomer(town), await town.member("fi")
    await town.arrives(vera, agrees=False)
    await vera.taps("Спросить человека")
    asked = await vera.sees("Прежде чем мы что-то сохраним")
    assert "/privacy" in asked["text"]
    assert vera.labels == ["Да, согласиться", "Нет", "Главное меню"]
    await vera.taps("Да, согласиться")
    await vera.sees("Напишите вопрос здесь")  # what the tap was for
    vera.says("Вопрос")
    await vera.taps("Отправить")
    await olli.sees("Uusi kysymys")
    await vera.taps("Главное меню")
    await vera.taps("Мой вопрос …")  # asked once
    await vera.sees("ждёт волонтёра.")


async def test_whoever_says_no_is_asked_again_only_when_they_ask_again(town: Town) -> None:
    ilmari = newcomer(town, "fi")
    await town.arrives(ilmari, agrees=False)
    await ilmari.taps("Kysy ihmiseltä")
    await ilmari.sees("Ennen kuin säilytämme mitään")
    await ilmari.taps("Ei")
    await ilmari.sees("Sinusta säilytetään vain kieli")
    await ilmari.until(lambda: "Kiireellinen apu" in ilmari.labels)
    await ilmari.taps("Alkuun")
    await ilmari.taps("Kysy ihmiseltä")
    await ilmari.sees("Ennen kuin säilytämme mitään")


async def test_all_that_was_typed_before_the_yes_becomes_one_draft(town: Town) -> None:
    vera, olli = newcomer(town), await town.member("fi")
    vera.says("Помогите")
    await vera.sees("Выберите язык.")
    second = vera.says("Завтра интервью")
    await vera.until(lambda: len(vera.from_bot) == 2)
    await vera.taps("Русский")
    await vera.taps("Спросить об этом человека")
    asked = await vera.sees("Прежде чем мы что-то сохраним")
    assert asked["text"].startswith(
        "Кто-то сейчас в опасности? Звоните 112.\n\nНичего не отправлено"
    )
    vera.says("Адвоката нет")
    await vera.until(lambda: len(vera.from_bot) == 3)
    town.telegram.edits(vera.user, vera.bot, second["message_id"], "Интервью в пятницу")
    await vera.taps("Да, согласиться")
    await vera.sees("Будет отправлено:\n\nПомогите\n\nИнтервью в пятницу\n\nАдвоката нет")
    await vera.taps("Отправить")
    await olli.taps("Ota kysymys")
    await olli.sees("Адвоката нет")
    assert olli.shows_in_order("Помогите", "Интервью в пятницу", "Адвоката нет")


async def test_the_no_erases_what_was_typed(town: Town) -> None:
    vera = newcomer(town)
    await town.arrives(vera, agrees=False)
    await vera.taps("Спросить человека")
    vera.says("Меня зовут Вера")
    await vera.sees("Ничего не отправлено")
    shown, yes = await vera.button("Да, согласиться")
    await vera.taps("Нет")
    await vera.sees("Написанное удалено.")
    await vera.presses(shown, yes)
    await vera.sees("Напишите вопрос здесь")


async def test_a_no_that_leads_back_to_a_plan_says_that_the_words_are_erased(town: Town) -> None:
    vera = newcomer(town)
    await town.arrives(vera, agrees=False)
    await vera.taps("Спросить человека")
    vera.says("Меня зовут Вера")
    await vera.sees("Ничего не отправлено")
    await vera.button("Да, согласиться")
    vera.says("/now")
    await vera.taps("Ещё не в Финляндии")
    await vera.taps("Сохранить этот план")
    asked = await vera.sees("Прежде чем мы что-то сохраним")
    assert asked["text"].startswith("Ничего не отправлено")
    await vera.taps("Нет")
    await vera.sees("Написанное удалено.\n\nЕщё не в Финляндии")


async def test_a_no_from_before_it_knew_the_way_back_still_erases(town: Town) -> None:
    vera = newcomer(town)
    await town.arrives(vera, agrees=False)
    await vera.taps("Спросить человека")
    vera.says("Меня зовут Вера")
    await vera.sees("Ничего не отправлено")
    shown, _ = await vera.button("Нет")
    await vera.presses(shown, "n")
    await vera.sees("Написанное удалено.")


async def test_what_was_typed_is_held_for_a_day_at_most(town: Town) -> None:
    vera = newcomer(town)
    await town.arrives(vera, agrees=False)
    await vera.taps("Спросить человека")
    vera.says("Меня зовут Вера")
    await vera.sees("Ничего не отправлено")
    await vera.button("Да, согласиться")
    town.clock.push(timedelta(days=1, hours=2))
    await town.swept()
    await vera.taps("Да, согласиться")
    await vera.sees("Напишите вопрос здесь")


@pytest.mark.parametrize(
    ("language", "typed", "ask", "agree"),
    [
        ("ru", "Меня зовут Вера", "Спросить об этом человека", "Да, согласиться"),
        ("fi", "Minun nimeni on Matti", "Kysy tästä ihmiseltä", "Kyllä, suostun"),
    ],
)
async def test_who_chooses_a_language_late_loses_nothing_that_they_typed(
    town: Town, language: str, typed: str, ask: str, agree: str
) -> None:
    vera = newcomer(town, language)
    vera.says(typed)
    await vera.sees(CHOOSE[language])
    town.clock.push(timedelta(hours=25))
    await town.swept()
    await vera.taps(NAME[language])
    await vera.taps(ask)
    await vera.taps(agree)
    await vera.until(lambda: typed in vera.from_bot[-1]["text"])


async def test_a_member_with_a_question_of_their_own_is_asked_too(town: Town) -> None:
    if town.inside is not town.outside:
        return  # with two bots they ask as everybody does
    olli = await town.member("fi")
    await olli.taps("Omat kysymykseni")
    await olli.taps("Kysy ihmiseltä")
    await olli.sees("Ennen kuin säilytämme mitään")
    await olli.taps("Kyllä, suostun")
    await olli.sees("Kirjoita kysymyksesi tähän")


@languages
@pytest.mark.parametrize("urgent", [False, True])
async def test_what_was_tapped_and_what_was_typed_before_the_yes_both_go_on(
    town: Town, language: str, *, urgent: bool
) -> None:
    vera = newcomer(town, language)
    await town.arrives(vera, agrees=False)
    vera.says(ARRESTED[language] if urgent else A_LETTER[language])
    await vera.taps(URGENTLY[language] if urgent else ASK_THIS[language])
    await vera.sees(HELD[language])
    more = vera.says("B")
    await vera.until(lambda: bool(vera.answers_to(more)))
    await vera.taps(AGREE[language])
    draft = await vera.sees(WILL_GO[language])
    first = ARRESTED[language] if urgent else A_LETTER[language]
    assert f"{first}\n\nB" in draft["text"]
    assert ("❗" in draft["text"]) is urgent


async def test_what_was_tapped_before_the_yes_is_in_the_draft_once(town: Town) -> None:
    vera = newcomer(town)
    await town.arrives(vera, agrees=False)
    vera.says("Мне пришло письмо")
    await vera.taps("Спросить об этом человека")
    shown, yes = await vera.button("Да, согласиться")
    more = vera.says("И ещё одно")
    await vera.until(lambda: bool(vera.answers_to(more)))
    await vera.presses(shown, yes)
    await vera.sees("Будет отправлено:\n\nМне пришло письмо\n\nИ ещё одно")
    vera.says("Третье")
    await vera.sees("Мне пришло письмо\n\nИ ещё одно\n\nТретье")


async def test_what_does_not_fit_before_the_yes_is_said_to(town: Town) -> None:
    vera = newcomer(town)
    await town.arrives(vera, agrees=False)
    await vera.taps("Спросить человека")
    for number in range(21):
        vera.says(f"{number}")
    await vera.sees("Последнее сообщение не вошло")
