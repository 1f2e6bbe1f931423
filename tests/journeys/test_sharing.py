"""A helper sees nothing of a case, unless its owner wishes it for that one question."""

import pytest

from bot.core.cases import Wishes
from bot.core.languages import Language
from bot.core.outgoing import BotName
from bot.core.stages import Stage
from bot.store.store import Store
from bot.ui.stages import stage_name
from bot.ui.words import translator
from tests.almanac import day_in, hearing, keeps
from tests.journeys.test_own_data import file_of, has_files
from tests.speaker import Speaker, speaker
from tests.town import Phone, Town

FINNISH = translator(Language.FINNISH)


async def begins(vera: Speaker) -> None:
    """Keep a stage and a date, and write a question."""
    await vera.moves_to(Stage.REFUSED, "Choose my stage")
    await keeps(vera.phone, hearing(day_in(vera.phone.town, 30)))
    before = len(vera.phone.from_bot)
    vera.phone.says("/ask")
    await vera.phone.until(lambda: len(vera.phone.from_bot) > before)
    vera.phone.says("Вопрос")
    await vera.sees("This will be sent:")


async def is_taken(vera: Speaker, helper: Phone) -> str:
    """Let the question be sent and taken; return all that its helper sees."""
    await vera.taps("Send")
    await helper.taps("Ota kysymys")
    await helper.sees("Вопрос")
    return "\n".join(said["text"] for said in helper.from_bot)


@pytest.mark.parametrize("language", ["ru", "fi"])
async def test_a_helper_sees_the_stage_and_the_next_date_if_that_is_wished(
    town: Town, language: str
) -> None:
    vera, olli = await speaker(town, language), await town.member("fi")
    await begins(vera)
    await vera.taps("Show my stage and next date")
    stage = str(stage_name(Stage.REFUSED, vera.tr))
    await vera.sees("Stage: {stage}", stage=stage)
    seen = await is_taken(vera, olli)
    assert str(stage_name(Stage.REFUSED, FINNISH)) in seen
    assert FINNISH.full_day(day_in(town, 30)) in seen


@pytest.mark.parametrize("language", ["ru", "fi"])
async def test_a_locked_case_hides_what_is_shared_and_not_that_it_is(
    town: Town, language: str
) -> None:
    vera, olli = await speaker(town, language), await town.member("fi")
    await begins(vera)
    await vera.taps("Show my stage and next date")
    await keeps(vera.phone, hearing(day_in(town, 40)), Wishes(asks_first=True))
    before = len(vera.phone.from_bot)
    vera.phone.says("/ask")
    await vera.phone.until(lambda: len(vera.phone.from_bot) > before)
    assert vera.words("Your helper sees your stage and next date with it.") in vera.shows()
    assert str(stage_name(Stage.REFUSED, vera.tr)) not in vera.shows()
    assert vera.tr.full_day(day_in(town, 30)) not in vera.shows()
    await vera.taps("Do not show my case")
    await vera.phone.until(
        lambda: vera.words("Your helper sees your stage and next date with it.") not in vera.shows()
    )
    assert str(stage_name(Stage.REFUSED, FINNISH)) not in await is_taken(vera, olli)


async def test_without_the_wish_nothing_of_the_case_is_seen(town: Town) -> None:
    vera, olli = await speaker(town, "ru"), await town.member("fi")
    await begins(vera)
    await vera.taps("Show my stage and next date", "Do not show my case")
    seen = await is_taken(vera, olli)
    assert str(stage_name(Stage.REFUSED, FINNISH)) not in seen
    assert FINNISH.full_day(day_in(town, 30)) not in seen


async def shared(town: Town, *helpers: Phone) -> tuple[Speaker, str]:
    """Let a question that shares its author's case be taken by the first of those on duty."""
    vera = await speaker(town, "ru")
    await begins(vera)
    await vera.taps("Show my stage and next date")
    await vera.phone.sees("волонтёр увидит")
    return vera, await is_taken(vera, helpers[0])


async def opens_question(vera: Speaker) -> None:
    """Open what one asks, from a home that stands beneath all that was shown."""
    shown = len(vera.phone.from_bot)
    vera.phone.says("/start")
    await vera.phone.until(lambda: len(vera.phone.from_bot) > shown)
    await vera.phone.taps({"ru": "Мой вопрос…", "fi": "Kysymykseni…"}[vera.language])


async def test_the_next_helper_sees_what_its_author_saw_and_nothing_later(town: Town) -> None:
    olli, kaisa = await town.member("fi"), await town.member("fi", name="Kaisa")
    vera, _ = await shared(town, olli)
    await vera.moves_to(Stage.LAPSED)
    await keeps(vera.phone, hearing(day_in(town, 5)))
    await olli.taps("Palauta jonoon")
    await olli.taps("Kyllä, palauta jonoon")
    await kaisa.taps("Ota kysymys")
    await kaisa.sees("Вопрос")
    seen = "\n".join(said["text"] for said in kaisa.from_bot)
    assert str(stage_name(Stage.REFUSED, FINNISH)) in seen
    assert FINNISH.full_day(day_in(town, 30)) in seen
    assert FINNISH.full_day(day_in(town, 5)) not in seen


@pytest.mark.parametrize("language", ["ru", "fi"])
async def test_what_a_helper_asks_about_can_be_shown_later(town: Town, language: str) -> None:
    vera, olli = await speaker(town, language), await town.member("fi")
    await begins(vera)
    assert str(stage_name(Stage.REFUSED, FINNISH)) not in await is_taken(vera, olli)
    await opens_question(vera)
    await vera.taps("Show my stage and next date")
    await vera.sees("Stage: {stage}", stage=stage_name(Stage.REFUSED, vera.tr))
    assert str(stage_name(Stage.REFUSED, FINNISH)) not in str(olli.from_bot)
    old = await vera.phone.button(vera.words("Yes, show it"))
    await keeps(vera.phone, hearing(day_in(town, 5)))
    await vera.phone.presses(*old)
    await vera.phone.until(lambda: str(vera.tr.full_day(day_in(town, 5))) in vera.shows())
    assert str(stage_name(Stage.REFUSED, FINNISH)) not in str(olli.from_bot), "it was another day"
    await vera.taps("Yes, show it")
    await olli.sees(str(stage_name(Stage.REFUSED, FINNISH)))
    await olli.sees(str(FINNISH.full_day(day_in(town, 5))))
    await vera.taps("Do not show my case")
    await vera.taps("Show my stage and next date", "No, do not show it")
    await vera.phone.button(vera.words("Show my stage and next date"))


async def test_its_author_sees_what_is_shared_and_can_end_it(town: Town) -> None:
    olli, kaisa = await town.member("fi"), await town.member("fi", name="Kaisa")
    vera, _ = await shared(town, olli)
    vera.phone.says("/privacy")
    await vera.taps("Take a copy", "Send the files")
    await has_files(vera.phone)
    day = str(vera.tr.full_day(day_in(town, 30)))
    assert day in file_of(vera.phone, ".txt").partition("Показано из вашего дела: ")[2]
    await opens_question(vera)
    assert day in vera.shows()
    await vera.taps("Do not show my case")
    await vera.phone.until(lambda: "уже знает эти сведения" in vera.shows())
    assert str(vera.tr.full_day(day_in(town, 30))) not in vera.shows()
    await olli.taps("Palauta jonoon")
    await olli.taps("Kyllä, palauta jonoon")
    await kaisa.taps("Ota kysymys")
    await kaisa.sees("Вопрос")
    assert FINNISH.full_day(day_in(town, 30)) not in str(kaisa.from_bot)


async def test_a_draft_goes_only_with_what_was_shown_of_the_case(town: Town) -> None:
    vera, olli = await speaker(town, "ru"), await town.member("fi")
    await begins(vera)
    send = await vera.phone.button(vera.words("Send"))
    await vera.taps("Show my stage and next date")
    vera.phone.says("/ask")
    await vera.phone.sees("волонтёр увидит")
    await vera.phone.presses(*send)
    assert "Ota kysymys" not in str(olli.from_bot)


async def test_while_the_case_is_locked_only_that_it_is_shared_is_seen(town: Town) -> None:
    olli = await town.member("fi")
    vera, _ = await shared(town, olli)
    assert town.app

    async def lock(store: Store) -> None:
        me = await store.people.meet(vera.phone.user.id, BotName.EMIGRE)
        await store.cases.wish(me.id, Wishes(asks_first=True))

    await town.app.writer.run(lock)
    await opens_question(vera)
    assert str(vera.tr.full_day(day_in(town, 30))) not in vera.shows()
    assert "волонтёр видит ваш этап" in vera.shows()
