"""A question of danger: its topic fits the danger and can be changed; one of despair is urgent."""

import pytest

from tests.journeys.test_danger_beside_questions import DESPAIR, POLICE, REMOVAL
from tests.journeys.test_danger_in_a_question import CRISIS_LINE
from tests.journeys.test_for_whom import shows, writes
from tests.journeys.test_violence import BEATEN
from tests.speaker import Speaker, speaker
from tests.town import Town

BOTH = pytest.mark.parametrize("language", ["ru", "fi"])
TODAY = {"ru": "Полиция пришла за мной сегодня", "fi": "Poliisi tuli hakemaan minua tänään"}
SOFTLY = {"ru": "Покончу с собой", "fi": "En jaksa enää elää"}
CALM = {"ru": "Сколько ждать интервью?", "fi": "Kauanko puhuttelua odotetaan?"}
AWAY, SAFE, HEALTH = "Removal and detention", "Safety", "Health and family"


def topic(vera: Speaker, section: str) -> str:
    return vera.words("Topic: {section}.", section=vera.words(section))


@BOTH
@pytest.mark.parametrize(
    ("words", "section"),
    [(POLICE, AWAY), (TODAY, AWAY), (REMOVAL, AWAY), (BEATEN, SAFE), (DESPAIR, HEALTH)],
)
async def test_the_topic_is_that_of_the_danger(
    town: Town, language: str, words: dict[str, str], section: str
) -> None:
    vera = await speaker(town, language)
    await writes(vera, words[language])
    assert topic(vera, section) in vera.shows()


@BOTH
async def test_the_topic_can_be_changed_and_help_stays_first(town: Town, language: str) -> None:
    vera = await speaker(town, language)
    await writes(vera, POLICE[language])
    send, other = vera.words("Send"), vera.words("Topic")
    assert vera.phone.labels.index(send) < vera.phone.labels.index(other)
    await vera.taps("Topic", SAFE)
    await vera.phone.until(lambda: topic(vera, SAFE) in vera.shows())
    assert vera.phone.labels[0] == vera.words("Urgent help")


@BOTH
@pytest.mark.parametrize("words", [DESPAIR, SOFTLY])
async def test_despair_goes_as_urgent_by_itself(
    town: Town, language: str, words: dict[str, str]
) -> None:
    vera, olli = await speaker(town, language), await town.member("fi")
    await writes(vera, words[language])
    assert "❗" in vera.shows()
    assert CRISIS_LINE in vera.shows()
    await vera.taps("Send")
    await olli.sees("Kiireellinen kysymys")


@BOTH
async def test_unless_one_says_that_it_can_wait(town: Town, language: str) -> None:
    vera = await speaker(town, language)
    await writes(vera, DESPAIR[language])
    await vera.taps("It can wait")
    await vera.phone.until(lambda: "❗" not in vera.shows())
    for n, text in enumerate((CALM[language], DESPAIR[language]), start=2):
        vera.phone.says(f"{text} ({n})")
        await shows(vera, f"({n})")
        assert "❗" not in vera.shows()
    assert CRISIS_LINE in vera.shows()


@BOTH
async def test_despair_that_comes_later_or_by_an_edit_makes_the_draft_urgent(
    town: Town, language: str
) -> None:
    vera = await speaker(town, language)
    await writes(vera, CALM[language])
    assert "❗" not in vera.shows()
    said = vera.phone.says("…")
    await vera.phone.until(lambda: "…" in vera.shows())
    town.telegram.edits(vera.phone.user, vera.phone.bot, said["message_id"], DESPAIR[language])
    await vera.phone.until(lambda: "❗" in vera.shows())
    assert CRISIS_LINE in vera.shows()


@BOTH
async def test_despair_before_the_yes_is_urgent_after_it(town: Town, language: str) -> None:
    phone = await town.emigre(language, agrees=False)
    vera = Speaker(phone, (await speaker(town, language)).language)
    await vera.taps("Ask a person")
    await phone.button(vera.words("Yes, you may keep this"))
    typed = phone.says(DESPAIR[language])
    await phone.until(lambda: bool(phone.answers_to(typed)))
    await vera.taps("Yes, you may keep this")
    await phone.until(lambda: "❗" in vera.shows())


@BOTH
async def test_despair_in_an_open_question_hastens_it(town: Town, language: str) -> None:
    vera, olli = await speaker(town, language), await town.member("fi")
    await writes(vera, CALM[language])
    await vera.taps("Send")
    await olli.sees("Uusi kysymys")
    vera.phone.says(SOFTLY[language])
    await olli.sees("Kiireellinen kysymys")
