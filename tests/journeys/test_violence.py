"""Whoever is beaten at home reads 112 and Nollalinja at once, wherever they say so."""

import pytest

from bot.content.library import library
from tests.journeys.test_for_whom import writes
from tests.speaker import speaker
from tests.town import Town

BOTH = pytest.mark.parametrize("language", ["ru", "fi"])
BEATEN = {"ru": "Муж меня бьёт, куда идти?", "fi": "Mieheni hakkaa minua"}
DESPITE_POLICE = {
    "ru": "Муж меня бьёт, боюсь звать полицию",
    "fi": "Mieheni hakkaa minua, en uskalla soittaa poliisille",
}
ILL = {"ru": "Болит сердце, задыхаюсь", "fi": "Kova rintakipu, en saa henkeä"}
TAKEN = {"ru": "За мной пришла полиция", "fi": "Poliisi on tullut hakemaan minua"}
TO_DO = "Beaten at home: what to do"
PART = {"ru": "Бьют дома", "fi": "Sinua lyödään kotona"}
NUMBER = library().facts["nollalinja"].fi.value


@BOTH
async def test_the_danger_screen_says_whom_to_call_and_keeps_what_was_typed(
    town: Town, language: str
) -> None:
    vera = await speaker(town, language)
    vera.phone.says(BEATEN[language])
    shown = await vera.phone.sees(NUMBER)
    assert "112" in shown["text"].split(NUMBER)[0], "what saves a life stands first"
    assert vera.phone.labels[0] == vera.words(TO_DO)
    await vera.taps(TO_DO)
    await vera.phone.until(lambda: vera.phone.from_bot[-1]["message_id"] > shown["message_id"])
    below = vera.shows()
    assert PART[language] in below
    assert NUMBER in below, "the article has the same number"
    await vera.phone.button(vera.words("Ask a person this, urgently"))


@BOTH
@pytest.mark.parametrize("words", [BEATEN, DESPITE_POLICE])
async def test_the_draft_says_so_too(town: Town, language: str, words: dict[str, str]) -> None:
    vera = await speaker(town, language)
    await writes(vera, words[language])
    shown = vera.shows()
    assert "112" in shown.split(NUMBER)[0]
    assert vera.words(TO_DO) in vera.phone.labels[:2]
    assert vera.words("What to say and do now") not in vera.phone.labels


@BOTH
@pytest.mark.parametrize("words", [ILL, TAKEN])
async def test_other_danger_has_its_own_words(
    town: Town, language: str, words: dict[str, str]
) -> None:
    vera = await speaker(town, language)
    vera.phone.says(words[language])
    await vera.phone.sees("112")
    assert NUMBER not in vera.shows()
    await writes(vera, words[language])
    assert NUMBER not in vera.shows()


@BOTH
async def test_who_is_beaten_and_to_be_sent_away_reads_of_both(town: Town, language: str) -> None:
    vera = await speaker(town, language)
    await writes(vera, BEATEN[language])
    removal = {"ru": "Завтра меня депортируют", "fi": "Huomenna minut karkotetaan"}[language]
    vera.phone.says(removal)
    await vera.phone.sees(removal)
    assert NUMBER in vera.shows()
    await vera.phone.button(vera.words("What to say and do now"))
