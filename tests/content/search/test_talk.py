"""What is small talk, and what is a question although it begins with a greeting."""

import pytest

from bot.content.search.alarm import alarm
from bot.content.search.talk import is_talk
from bot.core.languages import Language
from tests.search.report import urgent


@pytest.mark.parametrize(
    "text",
    [
        "привет",
        "Здравствуйте!",
        "здраствуйте",
        "спасибо большое, очень помогли",
        "Спасибо, Анна!",
        "ты кто?",
        "ты бот или человек?",
        "как дела?",
        "ок",
        "да",
        "С рождеством вас",
        "ты тупой что ли",
        "😢😢",
        "👍",
        "???",
        "moi",
        "Hyvää päivää!",
        "kiitos avusta",
        "kuka sinä olet",
        "oletko ihminen?",
        "haista vittu",
        "Hyvää iltaa, olen vapaaehtoinen Kuopiosta",
        "hello, how are you",
        "privet moi hello",
    ],
)
def test_small_talk(text: str) -> None:
    assert is_talk(text)


@pytest.mark.parametrize(
    "text",
    [
        "Здравствуйте! Как подать на убежище?",
        "привет, где взять карту",
        "спасибо, а сколько ждать решения",
        "паспорт",
        "карта",
        "убежище",
        "адвокат",
        "можно работать",
        "ты бот или можешь найти мне адвоката",
        "moi, miten haen turvapaikkaa",
        "kiitos, mutta milloin saan päätöksen",
        "vastaanottoraha",
        "työlupa",
        "112",
        "Спасибо, потерял карту, что делать",
    ],
)
def test_a_question_is_none(text: str) -> None:
    assert not is_talk(text)


@pytest.mark.parametrize("language", list(Language))
def test_what_sounds_grave_is_none_unless_the_alarm_heard_it(language: Language) -> None:
    texts = [each.text for each in urgent(language, unseen=False) if each.danger]
    assert not [text for text in texts if is_talk(text) and not alarm(text, language)]
