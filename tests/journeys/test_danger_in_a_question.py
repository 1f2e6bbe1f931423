"""A question whose words tell of danger: help first and alone, and urgent by one tap."""

import pytest

from bot.content.search.alarm import perhaps
from tests.journeys.test_for_whom import KIND, OF_MINOR, shows, writes
from tests.search.report import questions
from tests.speaker import speaker
from tests.town import Town

BOTH = pytest.mark.parametrize("language", ["ru", "fi"])
BEATEN = {
    "ru": "Мой сосед избил меня, я боюсь. Можно переехать в другой центр?",
    "fi": "Naapurini hakkasi minut, pelkään. Voinko muuttaa toiseen keskukseen?",
}
SENT_AWAY = {
    "ru": "Моего брата завтра вышлют. Что можно сделать?",
    "fi": "Veljeni käännytetään huomenna. Mitä voi tehdä?",
}
DESPAIR = {"ru": "Мне 16 лет, я один. Я не хочу жить", "fi": "Olen 16 ja yksin. En halua elää enää"}
CALM = {"ru": "Сколько ждать интервью?", "fi": "Kauanko puhuttelua odotetaan?"}
ASKS = "<b>Is somebody in danger now? Call 112.</b>"
WAITS = "This sounds as if it cannot wait. If so, say “It is urgent” below."
CRISIS_LINE = "09 2525 0111"


@BOTH
async def test_help_comes_first(town: Town, language: str) -> None:
    vera = await speaker(town, language)
    await writes(vera, BEATEN[language])
    assert vera.shows().startswith(vera.words(ASKS))
    assert vera.phone.labels[0] == vera.words("Urgent help")
    await vera.taps("Send")
    await shows(vera, vera.words(ASKS))
    assert vera.phone.labels[0] == vera.words("Urgent help")
    assert not any("…" in label for label in vera.phone.labels)


@BOTH
async def test_what_cannot_wait_is_offered_as_urgent_by_one_tap(town: Town, language: str) -> None:
    vera, olli = await speaker(town, language), await town.member("fi")
    await writes(vera, SENT_AWAY[language])
    await vera.taps("Who is it about?", "Somebody else")
    offered = vera.words(WAITS)
    await shows(vera, offered)
    assert vera.phone.labels.index(vera.words("It is urgent")) < vera.phone.labels.index(
        vera.words("Send")
    )
    await vera.taps("It is urgent")
    await shows(vera, "❗")
    assert offered not in vera.shows()
    await vera.taps("Send")
    await olli.sees("Kiireellinen kysymys")


@BOTH
async def test_a_calm_question_is_offered_neither(town: Town, language: str) -> None:
    vera = await speaker(town, language)
    await writes(vera, CALM[language])
    assert vera.words(ASKS) not in vera.shows()
    assert vera.words(WAITS) not in vera.shows()
    assert vera.words("Topic") in vera.phone.labels


@BOTH
async def test_a_minor_in_despair_reads_a_crisis_line_and_can_send_at_once(
    town: Town, language: str
) -> None:
    vera = await speaker(town, language)
    await writes(vera, DESPAIR[language])
    assert CRISIS_LINE in vera.shows()
    await vera.taps(OF_MINOR)
    await shows(vera, vera.words(KIND))
    assert CRISIS_LINE in vera.shows()
    assert vera.shows().startswith(vera.words(ASKS))
    await vera.taps("Send")
    await vera.phone.button(vera.words("Back to the draft"))
    assert CRISIS_LINE in vera.shows()


@BOTH
async def test_despair_that_is_typed_anywhere_brings_the_crisis_line_too(
    town: Town, language: str
) -> None:
    vera = await speaker(town, language)
    vera.phone.says(DESPAIR[language])
    shown = await vera.phone.sees(CRISIS_LINE)
    assert "112" in shown["text"].split(CRISIS_LINE)[0], "what saves a life stands first"


@BOTH
async def test_where_it_may_be_danger_help_is_the_first_button(town: Town, language: str) -> None:
    vera = await speaker(town, language)
    asked = (each.text for each in questions(vera.language) if not each.is_unseen)
    vera.phone.says(next(text for text in asked if perhaps(text, vera.language)))
    await vera.sees(ASKS)
    assert vera.phone.labels[0] == vera.words("Urgent help")
    assert vera.phone.labels.count(vera.words("Urgent help")) == 1


TAKEN = {"ru": "За мной пришла полиция", "fi": "Poliisi on tullut hakemaan minua"}
SIGN_NOTHING = {"ru": "Не подписывайте", "fi": "Älä allekirjoita"}
STEPS = {
    "ru": {"detention": "Haen turvapaikkaa", "removal-practice": "täytäntöönpano"},
    "fi": {"detention": "Haen turvapaikkaa", "removal-practice": "täytäntöönpano"},
}


@BOTH
@pytest.mark.parametrize("words", [TAKEN, SENT_AWAY])
async def test_who_is_being_taken_reads_what_to_say_and_the_draft_stays(
    town: Town, language: str, words: dict[str, str]
) -> None:
    vera, olli = await speaker(town, language), await town.member("fi")
    await writes(vera, words[language])
    draft = vera.phone.from_bot[-1]
    assert SIGN_NOTHING[language] in vera.shows()
    assert vera.phone.labels[0] == vera.words("Urgent help")
    await vera.taps("What to say and do now")
    await vera.phone.until(lambda: vera.phone.from_bot[-1]["message_id"] > draft["message_id"])
    below = vera.phone.from_bot[-1]
    assert any(each in below["text"] for each in STEPS[language].values())
    assert draft["text"] in [each["text"] for each in vera.phone.from_bot]
    vera.phone.says("И ещё вот что")
    await vera.phone.until(lambda: f"{words[language]}\n\nИ ещё вот что" in vera.shows())
    await vera.taps("It is urgent", "Send")
    await olli.sees("Kiireellinen kysymys")


@BOTH
async def test_who_is_beaten_is_not_led_to_detention(town: Town, language: str) -> None:
    vera = await speaker(town, language)
    await writes(vera, BEATEN[language])
    assert vera.words("What to say and do now") not in vera.phone.labels


@BOTH
async def test_help_stands_also_where_the_draft_is_to_be_deleted(town: Town, language: str) -> None:
    vera = await speaker(town, language)
    await writes(vera, DESPAIR[language])
    await vera.taps("Delete the draft")
    await vera.phone.until(lambda: vera.words("This will be sent:") not in vera.shows())
    assert CRISIS_LINE in vera.shows()
    assert vera.words("Urgent help") in vera.phone.labels
