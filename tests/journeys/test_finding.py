"""Somebody types a question in their own words, and gets an answer, or a person."""

import pytest

from tests.faults.program import count
from tests.journeys.test_question import asks
from tests.town import NAME, Phone, Town

SURE = {
    "ru": ("какой срок обжалования, valitusaika", "Срок жалобы", "valitusosoitus"),
    "fi": ("montako päivää valitusaika on", "Valitusaika", "valitusosoitu"),
}
ASK_THIS = {"ru": "Спросить об этом человека", "fi": "Kysy tästä ihmiseltä"}
AGREE = {"ru": "Да, согласиться", "fi": "Kyllä, suostun"}
WILL_GO = {"ru": "Будет отправлено:", "fi": "Tämä lähetetään:"}
BUYS = {"ru": "рецепт борща со сметаной", "fi": "mistä saa halvat talvirenkaat"}
NO_SURE = {"ru": "Точно подходящего ответа здесь нет.", "fi": "Varmasti sopivaa vastausta ei ole."}
ARRESTED = {"ru": "меня задержали сейчас помогите", "fi": "poliisi pidätti minut apua"}
HELP = {"ru": "звоните 112", "fi": "soita 112"}
URGENTLY = {"ru": "Срочно спросить человека", "fi": "Kysy tästä ihmiseltä kiireellisenä"}
GREETS = {"ru": "Привет!", "fi": "Moi!"}
A_BOT = {"ru": "Это бот", "fi": "Tämä on botti"}

languages = pytest.mark.parametrize("language", ["ru", "fi"])


@languages
async def test_a_question_is_answered_at_once(town: Town, language: str) -> None:
    vera = await town.emigre(language, agrees=False)
    question, title, term = SURE[language]
    typed = vera.says(question)
    answer = await vera.sees(title)
    assert term in answer["text"]
    assert vera.answers_to(typed) == [answer]
    await vera.taps(ASK_THIS[language])
    await vera.taps(AGREE[language])
    assert question in (await vera.sees(WILL_GO[language]))["text"]


@languages
async def test_nothing_is_kept_of_what_is_only_looked_for(town: Town, language: str) -> None:
    vera = await town.emigre(language, agrees=False)
    vera.says(SURE[language][0])
    await vera.sees(SURE[language][1])
    assert count(town.settings.data_dir / "majakka.db", "requests", "1") == 0


@languages
async def test_what_does_not_fit_is_said_to_and_a_person_is_there(
    town: Town, language: str
) -> None:
    vera = await town.emigre(language)
    vera.says(BUYS[language])
    await vera.sees(NO_SURE[language])
    await vera.taps(ASK_THIS[language])
    assert BUYS[language] in (await vera.sees(WILL_GO[language]))["text"]


@languages
async def test_words_of_danger_bring_help_first_and_an_urgent_question_in_one_tap(
    town: Town, language: str
) -> None:
    vera = await town.emigre(language)
    vera.says(ARRESTED[language])
    await vera.sees(HELP[language])
    await vera.taps(URGENTLY[language])
    shown = await vera.sees(WILL_GO[language])
    assert "❗" in shown["text"]
    assert ARRESTED[language] in shown["text"]


@languages
async def test_a_greeting_is_answered(town: Town, language: str) -> None:
    vera = await town.emigre(language)
    vera.says(GREETS[language])
    await vera.sees(A_BOT[language])


@languages
async def test_the_very_first_message_is_answered_after_the_language(
    town: Town, language: str
) -> None:
    vera = Phone(town, town.telegram.add_user("Vera", language_code=language), town.outside)
    vera.says(SURE[language][0])
    await vera.taps(NAME[language])
    await vera.sees(SURE[language][1])
    await vera.taps(ASK_THIS[language])
    await vera.taps(AGREE[language])
    assert SURE[language][0] in (await vera.sees(WILL_GO[language]))["text"]


async def test_an_open_question_gets_what_was_typed_with_one_tap(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    await asks(vera, "Вопрос")
    await olli.taps("Ota kysymys")
    await vera.sees("взял волонтёр")
    vera.says("/start")
    await vera.sees("Чем вам помочь?")
    vera.says(SURE["ru"][0])
    await vera.sees(SURE["ru"][1])
    await vera.taps("Передать волонтёру")
    await olli.sees(SURE["ru"][0])
