"""What was said of a helper in silence stays true on every screen, and gives nobody away."""

from datetime import timedelta

import pytest

from bot.core.languages import Language
from tests.journeys.test_company import a_team, asks_in, language_at
from tests.journeys.test_draft import begins
from tests.journeys.test_odd_orders import key, now
from tests.journeys.test_own_questions import asks_more
from tests.journeys.test_question import asks
from tests.journeys.test_team import comes_home, goes, name_of
from tests.journeys.test_telltales import is_asked
from tests.speaker import Speaker, speaker
from tests.town import Town

BOTH = pytest.mark.parametrize("language", ["ru", "fi"])


async def test_another_question_with_the_same_person_goes_on_being_offered(town: Town) -> None:
    vera, olli = await town.emigre("ru"), await town.member("fi")
    nina = await town.coordinator("ru", name="Nina")
    await asks(vera, "Первое")
    await olli.taps("Ota kysymys")
    await vera.sees("взял волонтёр")
    await asks_more(vera, "Второе")
    await olli.taps("Ota kysymys")
    await olli.sees("Второе")
    await vera.until(lambda: str(vera.from_bot).count("взял волонтёр") == 2)
    await vera.taps("Мой вопрос…")
    await vera.taps("Что-то не так")
    await vera.taps("С этим человеком мне небезопасно")
    await vera.sees("Этот же человек помогает и с другим вашим вопросом.")
    for _ in range(2):  # each time one looks, as long as it is true
        vera.says("/start")
        await vera.taps("Мои вопросы")
        await vera.taps("…у волонтёра…")
        await vera.sees("с кем вы больше не хотели")
        await vera.button("Передать другому и вопрос…")
    await vera.taps("Передать другому и вопрос…")
    await olli.loses("Первое")
    await nina.sees("вернулся")
    vera.says("/start")
    await vera.taps("Мои вопросы")
    await vera.sees("Они хранятся 30 дней")
    assert not [label for label in vera.labels if "у волонтёра" in label]


@BOTH
async def test_that_something_is_wrong_stands_on_the_card_for_who_may_know(
    town: Town, language: str
) -> None:
    vera, nina = await speaker(town, language), await town.coordinator("fi", name="Nina")
    olli = await town.coordinator("fi")
    await is_asked(vera, olli)
    await vera.phone.taps("Мой вопрос…" if language == "ru" else "Kysymykseni…")
    await vera.taps("Something is not right", "What they write is wrong")
    told = await nina.sees("on jotain väärää")
    code = told["text"].split()[2].rstrip(",")
    await nina.presses(*key(told, f"Kysymys {code}"))
    card = await nina.sees("Kukaan muu ei lue")
    assert "❗ Kysyjä sanoo" in card["text"]
    assert now(nina, told)["text"] == told["text"]
    await goes(nina, card, "Muistiinpano tiimille", "❗ Sekin lukee sen, josta valitettiin")
    await goes(nina, card, "Ei muistiinpanoa", "❗ Kysyjä sanoo")
    queue = await goes(olli, await comes_home(olli), "Jono", "Vapaaehtoisilla")
    own = await goes(olli, queue, f"{code} ", "Kysymys on jäsenellä")
    assert "❗" not in own["text"]


@BOTH
async def test_a_lone_coordinator_who_helps_is_not_given_away(town: Town, language: str) -> None:
    vera, kaisa = await speaker(town, language), await town.coordinator("fi")
    await is_asked(vera, kaisa)
    await vera.phone.taps("Мой вопрос…" if language == "ru" else "Kysymykseni…")
    await vera.taps("Something is not right", "What they write is wrong")
    await vera.sees("No coordinator can look at it just now. It is kept for the first who can.")


async def test_who_helps_along_in_another_question_leaves_it_and_its_helper_stays(
    town: Town,
) -> None:
    vera, nina = await town.emigre("ru"), await town.member("ru", name="Nina")
    await asks(vera, "Первое")
    await nina.taps("Взять")
    await nina.sees("Первое")
    olli = Speaker(await town.member("ru"), Language.RUSSIAN)
    await asks_more(vera, "Второе")
    await olli.taps("Take it")
    await olli.phone.sees("Второе")
    await asks_in(olli, "Ask a second helper in", await name_of(nina))
    await nina.taps("Да")
    await nina.sees("Второе")
    vera.says("/start")
    await vera.taps("Мои вопросы")
    await vera.sees("Они хранятся 30 дней")
    await vera.taps(vera.labels[1])  # the first one: the newest stands above it
    await vera.taps("Что-то не так")
    await vera.taps("С этим человеком мне небезопасно")
    await vera.sees("Этот же человек помогает и с другим вашим вопросом.")
    await vera.taps("…тоже без этого…")
    await nina.loses("Второе")
    await vera.taps("Мой вопрос…")
    vera.says("Ещё ко второму")
    await olli.phone.sees("Ещё ко второму")


@BOTH
async def test_what_nobody_could_be_told_is_kept_for_the_first_who_can(
    town: Town, language: str
) -> None:
    vera, kaisa = await speaker(town, language), await town.coordinator("fi")
    await is_asked(vera, kaisa)
    await vera.phone.taps("Мой вопрос…" if language == "ru" else "Kysymykseni…")
    await vera.taps("Something is not right", "I do not feel safe with them")
    await vera.sees("No coordinator can look at it just now. It is kept for the first who can.")
    nina = await town.coordinator("ru", name="Nina")
    queue = await goes(nina, await comes_home(nina), "Очередь", "У волонтёров")
    assert "⚠ Автор" in queue["text"]
    await goes(nina, queue, "⚠ ", "❗ Автор вопроса говорит: с этим волонтёром")
    olli = await town.coordinator("fi", name="Olli")
    own = await goes(kaisa, await comes_home(kaisa), "Jono", "Vapaaehtoisilla")
    assert "⚠" not in str(own)
    for _ in range(2):
        await town.quiet()
        town.clock.push(timedelta(days=1))
    for phone, words in ((nina, "❗ Вопрос "), (olli, "❗ Kysymys ")):
        await phone.sees(words)
        assert sum(said["text"].startswith(words) for said in phone.from_bot) == 1
    assert "❗" not in str(kaisa.from_bot)


async def test_who_is_not_safe_reads_who_went_with_the_helper(town: Town) -> None:
    vera, team = await speaker(town, "ru"), await a_team(town, language_at(town))
    olli, liisa = team.olli, team.liisa
    await begins(vera)
    vera.phone.says("Вопрос Веры")
    await vera.taps("Send")
    await olli.taps("Take it")
    await olli.phone.sees("Вопрос Веры")
    await asks_in(olli, "Ask a lawyer in", team.names[1])
    await liisa.taps("Yes")
    await vera.phone.sees("помогает и юрист")
    begun = vera.phone.says("/ask")["message_id"]
    await vera.phone.until(lambda: vera.phone.from_bot[-1]["message_id"] > begun)
    await vera.taps("Something is not right", "I do not feel safe with them")
    told = await vera.phone.sees("больше не читают и другие: ")
    assert "(юрист)" in told["text"]
    await liisa.phone.loses("Вопрос Веры")


@BOTH
async def test_the_helper_complained_of_learns_once_and_no_more(town: Town, language: str) -> None:
    vera, olli = await speaker(town, language), await town.member("fi")
    nina = await town.member("fi", name="Nina")
    await is_asked(vera, olli)
    await vera.phone.taps("Мой вопрос…" if language == "ru" else "Kysymykseni…")
    await vera.taps("Something is not right", "I do not feel safe with them")
    gone = "jatkuu nyt jonkun muun kanssa"
    await olli.until(lambda: str(olli.from_bot).count(gone) == 2)
    await nina.taps("Ota kysymys")
    await nina.sees("Вопрос Веры")
    await nina.taps("Sulje kysymys")
    await nina.taps("Kaikkeen on vastattu")
    await town.quiet()
    assert str(olli.from_bot).count(gone) == 2
    assert "on otettu" not in str(olli.from_bot)
    assert "on suljettu" not in str(olli.from_bot)
