"""What the desk promises, a short story each: in both languages, with one bot or two, in threads.

What may go wrong in each has its own file.
"""

from dataclasses import dataclass
from typing import Any

import pytest

from bot.core.routing.intake import Intake
from bot.store.store import Store
from tests.journeys.test_case import in_store
from tests.journeys.test_company import a_team, asks_in, opens
from tests.journeys.test_question import reply_to
from tests.journeys.test_second_eyes import hears
from tests.journeys.test_vanishing import A_DAY, A_MINUTE, days_pass, six_hours_by_day
from tests.speaker import Speaker, speaker
from tests.town import Town

QUESTION = {"ru": "Мне отказали, что теперь?", "fi": "Sain kielteisen päätöksen, mitä nyt?"}
OFFER = "New question <b>{code}</b>, in {language}."


@dataclass
class Desk:
    """Somebody who asks, and a volunteer."""

    town: Town
    vera: Speaker
    olli: Speaker

    @property
    def question(self) -> str:
        return QUESTION[self.vera.language]

    async def asks(self) -> None:
        """Let a question be sent."""
        await self.vera.taps("Ask a person")
        self.vera.phone.says(self.question)
        await self.vera.taps("Send")
        await self.vera.phone.button(self.vera.words("Back to the draft"))

    async def is_taken(self, by: Speaker | None = None) -> dict[str, Any]:
        """Let somebody take it; return what they see of it."""
        helper = by or self.olli
        await helper.taps("Take it")
        return await helper.phone.sees(self.question)

    def answers(self, block: dict[str, Any], text: str) -> dict[str, Any]:
        """Let the volunteer write in its place."""
        return self.olli.phone.says(text, **reply_to(self.town, block))

    async def begins(self) -> dict[str, Any]:
        """Let a question be asked, taken and answered; return where the volunteer writes."""
        await self.asks()
        block = await self.is_taken()
        self.answers(block, "1. –")
        await self.vera.phone.sees("1. –")
        return block


@pytest.fixture(params=["ru", "fi"])
async def desk(request: pytest.FixtureRequest, town: Town) -> Desk:
    """Return the two in one language."""
    olli = hears(await town.member(request.param))
    return Desk(town, await speaker(town, request.param), olli)


async def test_asking_adding_a_second_question_and_the_list_of_all(desk: Desk) -> None:
    vera = desk.vera
    await vera.taps("Ask a person")
    vera.phone.says(desk.question)
    await vera.phone.sees(desk.question)
    vera.phone.says("123–456")
    await vera.phone.until(lambda: "123–456" in vera.shows())
    await vera.taps("Send")
    await vera.taps("Home", "My questions", "Ask something new")
    vera.phone.says("789")
    await vera.phone.sees("789")
    await vera.taps("Send", "Home", "My questions")
    await vera.phone.until(lambda: sum(" · " in label for label in vera.phone.labels) == 2)


async def test_an_offer_says_code_and_language_and_goes_to_who_takes_such(desk: Desk) -> None:
    aino = hears(await desk.town.member(desk.vera.language, name="Aino"))
    other = {"ru": "Questions in Russian", "fi": "Questions in Finnish"}[desk.vera.language]
    await aino.taps("What I take")
    await aino.phone.taps("✓ " + aino.words(other))
    await aino.phone.button(aino.words(other))
    await desk.asks()
    offer, _ = await desk.olli.phone.button(desk.olli.words("Take it"))
    assert desk.question not in offer["text"]
    assert desk.olli.words("Take it") not in aino.phone.labels


async def test_whoever_taps_late_is_told_kindly_that_it_is_taken(desk: Desk) -> None:
    aino = hears(await desk.town.member(desk.vera.language, name="Aino"))
    await desk.asks()
    offer, take = await aino.phone.button(aino.words("Take it"))
    await desk.is_taken()
    late = await aino.phone.presses(offer, take)
    assert late == aino.words("Another volunteer has taken this question.")


async def test_the_first_block_leads_to_notes_answers_colleagues_and_back(desk: Desk) -> None:
    await desk.asks()
    await desk.is_taken()
    aino = hears(await desk.town.member(desk.vera.language, name="Aino"))
    await desk.olli.taps("Note, ready answers and more")
    ways = ("Note for the team", "Ready answers", "A colleague’s help", "Hand it back")
    for way in ways:
        await desk.olli.phone.button(desk.olli.words(way))
    await desk.olli.taps("Note for the team")
    desk.olli.phone.says("[note]")
    await desk.olli.taps("Keep as a note")
    await opens(desk.olli)
    await desk.olli.taps("Hand it back", "Yes, hand it back")
    await desk.is_taken(aino)
    await aino.phone.sees("[note]")
    assert "[note]" not in str(desk.vera.phone.from_bot)


async def takes_both(store: Store) -> None:
    """Let the first of the team take questions in either language."""
    await store.offers.say_intake((await store.team.all())[0].person_id, Intake())


@pytest.mark.parametrize("language", ["ru", "fi"])
async def test_an_interpreter_comes_in_and_all_read_the_same(town: Town, language: str) -> None:
    team = await a_team(town, language)
    desk = Desk(town, await speaker(town, language), team.olli)
    await in_store(town, takes_both)
    await desk.asks()
    block = await desk.is_taken(team.olli)
    await asks_in(team.olli, "Ask an interpreter in", team.names[0])
    await team.nina.taps("Yes")
    there = await team.nina.phone.sees(desk.question)
    team.nina.phone.says("[1]", **reply_to(desk.town, there))
    team.olli.phone.says("[2]", **reply_to(desk.town, block))
    for reader in (desk.vera, team.olli):
        await reader.phone.sees("[1]")
    for reader in (desk.vera, team.nina):
        await reader.phone.sees("[2]")


async def test_words_edits_and_deletions_go_both_ways(desk: Desk) -> None:
    block, telegram = await desk.begins(), desk.town.telegram
    vera, olli = desk.vera.phone, desk.olli.phone
    sides = ((vera, olli), (olli, vera))
    for number, (writer, reader) in enumerate(sides):
        where = {} if writer is vera else reply_to(desk.town, block)
        typed = writer.says(f"[{number}] a", **where)
        await reader.sees(f"[{number}] a")
        telegram.edits(writer.user, writer.bot, typed["message_id"], f"[{number}] b")
        await reader.sees(f"[{number}] b")
        await hears(writer).taps("Delete on the other side")
        await reader.loses(f"[{number}] b")


async def test_who_does_not_answer_is_reminded_and_then_it_goes_on(desk: Desk) -> None:
    await desk.asks()
    await desk.is_taken()
    aino = hears(await desk.town.member(desk.vera.language, name="Aino"))
    desk.town.clock.push(six_hours_by_day(desk.town))
    reminder = desk.olli.words(
        "Question {code} waits for your answer. If nothing comes by {day}, {time}, others are"
        " asked. A few words are enough: that you have read it, and when you will write. Or hand"
        " it back: nobody asks why.",
        code="",
        day="",
        time="",
    )
    await desk.olli.phone.sees(reminder.split(".")[-2])
    desk.town.clock.push(A_DAY + A_MINUTE)
    await desk.is_taken(aino)
    await desk.olli.phone.loses(desk.question)


async def test_it_closes_from_either_side_opens_again_and_is_asked_about(desk: Desk) -> None:
    await desk.begins()
    await desk.vera.phone.taps(desk.vera.words("My question {code}", code="").strip() + "…")
    await desk.vera.taps("Close the question", "Yes, close it", "Open it again")
    desk.vera.phone.says("[again]")
    await desk.olli.phone.sees("[again]")
    await opens(desk.olli)
    await desk.olli.taps("Close the question", "All is answered")
    await desk.vera.sees("Did this help you? The team sees only how many say what.")
    await days_pass(desk.town, desk.olli.phone, desk.question)


async def test_the_room_of_a_volunteer_duty_hours_skills_and_rest(desk: Desk) -> None:
    await desk.asks()
    await desk.is_taken()
    await opens(desk.olli)
    await desk.olli.taps("Hand it back", "It is too much: back, and rest", "My duty", "What I take")
    for choice in ("I interpret", "Topics", "My hours"):
        await desk.olli.phone.button(desk.olli.words(choice))
    await desk.olli.taps("I interpret")
    await desk.olli.phone.button("✓ " + desk.olli.words("I interpret"))


async def test_what_somebody_asked_is_protected_and_menus_are_not(desk: Desk) -> None:
    await desk.asks()
    block = await desk.is_taken()
    await opens(desk.olli)
    menu, _ = await desk.olli.phone.button(desk.olli.words("Note for the team"))
    assert block["has_protected_content"]
    assert not menu.get("has_protected_content")
    assert "Vera" not in str(desk.olli.phone.from_bot)
