"""Which language somebody types in who speaks neither of ours."""

import pytest

from bot.content.search.foreign import foreign


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("How long do I have to wait for the decision?", "Sorry"),
        ("can I work while I wait", "Sorry"),
        ("where is my passport and who has it", "Sorry"),
        ("Hur lång tid tar det att få ett beslut?", "Tyvärr"),
        ("jag vill ha hjälp med min ansökan", "Tyvärr"),
        ("Скільки чекати рішення?", "Вибачте"),
        ("чи можна мені працювати", "Вибачте"),
        ("я з України", "Вибачте"),
    ],
)
def test_a_language_is_known_by_its_small_words(text: str, beginning: str) -> None:
    found = foreign(text)
    assert found
    assert found.sorry.startswith(beginning)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ok",
        "help",
        "appeal deadline",
        "Сколько ждать решения?",
        "не могу я так",
        "kak podat na ubezhishe",
        "chto delat esli ya ne mogu",
        "Kuinka kauan päätöstä odotetaan?",
        "en tiedä mitä teen nyt",
        "min ja sun vokki on sama",
        "saaks duunia jos on appeal",
        "мигри me no, как быть",
    ],
)
def test_ours_are_not_foreign(text: str) -> None:
    assert foreign(text) is None
