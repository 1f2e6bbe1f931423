"""Nobody takes a question: whoever asks reads so, and where else to turn; an urgent one sooner."""

from datetime import timedelta

import pytest

from tests.journeys.test_draft import begins
from tests.speaker import Speaker, speaker
from tests.town import Town

BOTH = pytest.mark.parametrize("language", ["ru", "fi"])
A_DAY = timedelta(hours=25)
AN_HOUR = timedelta(hours=1, minutes=1)
KNOWN = "The coordinators of the team know of it."
ELSEWHERE = (
    "Do not wait for us alone. In danger, call 112. “Urgent help” leads to what can be done at"
    " once, and the answers below say who else helps."
)


async def asks(vera: Speaker, *, urgently: bool = True) -> None:
    """Send a question; nobody takes it."""
    await begins(vera)
    vera.phone.says("Вопрос")
    await vera.taps(*(["It is urgent"] if urgently else []), "Send")
    await vera.phone.button(vera.words("Back to the draft"))


def told(vera: Speaker) -> int:
    """Count how often it was said."""
    return str(vera.phone.from_bot).count(vera.words(ELSEWHERE))


@BOTH
async def test_who_asks_urgently_reads_that_nobody_has_taken_it(town: Town, language: str) -> None:
    vera, kaisa = await speaker(town, language), await town.coordinator("fi")
    await asks(vera)
    await kaisa.sees("Kiireellinen kysymys")
    town.refused_by_plan.add("deleteMessage")  # the offer is older than Telegram lets us delete
    town.clock.push(AN_HOUR)
    await vera.sees(ELSEWHERE)
    assert vera.words(KNOWN) in vera.shows()
    for _ in range(2):
        await town.quiet()
        town.clock.push(A_DAY)
    await town.quiet()
    assert told(vera) == 2, "once more the next day, and then no more"
    lawyer = {"ru": "Адвокат: где найти и бесплатно ли", "fi": "Avustaja (juristi)"}[language]
    await vera.phone.taps(f"…{lawyer}…")
    await vera.taps("Urgent help")
    await vera.phone.until(lambda: "112" in vera.shows())
    assert told(vera) == 2, "it stays, and what a tap leads to stands below"


@BOTH
async def test_where_there_is_no_coordinator_none_is_said_to_know(
    town: Town, language: str
) -> None:
    vera, olli = await speaker(town, language), await town.member("fi")
    await asks(vera)
    await olli.sees("Kiireellinen kysymys")
    town.refused_by_plan.add("deleteMessage")
    town.clock.push(A_DAY)
    await vera.sees(ELSEWHERE)
    assert vera.words(KNOWN) not in str(vera.phone.from_bot)


@BOTH
async def test_what_can_wait_is_told_after_a_day_and_what_was_taken_not(
    town: Town, language: str
) -> None:
    vera, olli = await speaker(town, language), await town.member("fi")
    ilmari = await speaker(town, language)
    await asks(vera)
    await olli.sees("Kiireellinen kysymys")
    await olli.taps("Ota kysymys")
    await olli.sees("Вопрос")
    await asks(ilmari, urgently=False)
    await town.quiet()
    town.clock.push(AN_HOUR)
    await town.quiet()
    assert told(vera) == told(ilmari) == 0
    town.refused_by_plan.add("deleteMessage")
    town.clock.push(A_DAY)
    await ilmari.sees(ELSEWHERE)
    await town.quiet()
    town.clock.push(A_DAY)
    await town.quiet()
    assert told(ilmari) == 1
