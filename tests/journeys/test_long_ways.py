"""Whole ways through the process, as people go them: stage by stage, paper by paper."""

from datetime import timedelta

import pytest

from bot.core.stages import Stage
from bot.ui.stages import stage_name
from tests.almanac import day_in, it_becomes, reminders, typed
from tests.speaker import Speaker, speaker
from tests.town import Town

BOTH = pytest.mark.parametrize("language", ["ru", "fi"])


async def counts(vera: Speaker, *answers: str, came: str) -> None:
    """Begin to count from a paper that came on a day, up to the question how many days it gives."""
    await vera.opens_case()
    await vera.taps("Add a date", "A paper came: count my last day", *answers)
    await vera.says(came, then="Did I understand the day right?")
    await vera.taps("Yes, that day")


async def opens(vera: Speaker, act: str) -> None:
    """Open the date of an act, from one's case."""
    await vera.opens_case()
    await vera.phone.taps(f"{vera.words(act)}: …")


@BOTH
async def test_from_arrival_to_the_last_decision(town: Town, language: str) -> None:
    vera = await speaker(town, language)
    await vera.moves_to(Stage.REGISTERED, "Choose my stage")
    await vera.opens_case()
    await vera.taps("More…", "Lodged: when?")
    await vera.says(typed(day_in(town, -60)), then="Was the application lodged that day?")
    await vera.taps("Yes, that day")
    await vera.moves_to(Stage.LODGED)

    # an interview, of which somebody is reminded
    await vera.opens_case()
    await vera.taps("Add a date", "Interview")
    interview = day_in(town, 40)
    vera.phone.says(typed(interview))
    await vera.phone.button(vera.words("No hour"))
    await vera.says("9:30", then="Did I understand it right?")
    await vera.taps("Yes, keep it and remind me")
    await it_becomes(town, interview - timedelta(days=7), 10)
    await vera.taps("Show it", "Done ✓")
    await vera.moves_to(Stage.INTERVIEWED)
    await vera.moves_to(Stage.NOTIFYING)

    # Migri refuses; when the application was lodged is known, so it is not asked
    await vera.moves_to(Stage.REFUSED)
    await counts(vera, "Refusal", "Migri", "Handed over to me", came=typed(day_in(town, -1)))
    await vera.phone.taps("14")
    await vera.taps("Keep it and remind me")
    await opens(vera, "Ask the court for leave to stay")
    await vera.taps("Done ✓")
    await opens(vera, "Appeal to the court")
    by_paper = vera.tr.plural("{n} day", "{n} days", 14)
    await vera.sees("By your own paper: {length}.", length=by_paper)
    await vera.taps("Done ✓")
    await vera.moves_to(Stage.APPEALED)

    # the court leaves it as it is, KHO as well
    await vera.moves_to(Stage.UPHELD)
    await counts(
        vera,
        "Refusal",
        "Administrative court",
        "By post, I signed for it",
        came=typed(day_in(town, -2)),
    )
    await vera.phone.taps("30")
    await vera.taps("Keep it and remind me", "Done ✓")
    await vera.moves_to(Stage.KHO)
    await vera.moves_to(Stage.FINAL)
    await vera.opens_case()
    assert str(stage_name(Stage.FINAL, vera.tr)) in vera.shows()
    told = len(reminders(vera.phone))
    await it_becomes(town, day_in(town, 40), 12)
    assert len(reminders(vera.phone)) == told


@BOTH
@pytest.mark.parametrize("paper", ["at hand", "not at hand"])
async def test_from_refusal_to_leave_to_appeal(town: Town, language: str, paper: str) -> None:
    vera = await speaker(town, language)
    await vera.moves_to(Stage.REFUSED, "Choose my stage")
    came = day_in(town, -1)
    await counts(
        vera, "Refusal", "Migri", "On 12 June 2026 or later", "Handed over to me", came=typed(came)
    )
    if paper == "at hand":
        await vera.phone.taps("21")
        await vera.taps("Keep it and remind me")
    else:
        await vera.taps("The paper is not at hand, or says nothing", "Keep it and remind me")
        await vera.sees("⚠️ Not sure: without the paper, the shortest period that may apply counts.")
        await vera.taps("Change")
        await vera.phone.taps(vera.words("Period: {said}", said=vera.words("not at hand")))
        await vera.phone.taps("21")
        await vera.taps("Put it in the place of the old one")
    await opens(vera, "Appeal to the court")
    by_paper = vera.tr.plural("{n} day", "{n} days", 21)
    await vera.sees("By your own paper: {length}.", length=by_paper)
    await vera.moves_to(Stage.APPEALED)
    await vera.moves_to(Stage.UPHELD)

    # the court's letter says that KHO is asked for leave to appeal
    answers = ("Refusal", "Administrative court", "By post, I signed for it")
    await counts(vera, *answers, came=typed(day_in(town, -3)))
    await vera.phone.taps("30")
    await vera.sees("Ask KHO for leave to appeal")
    await vera.taps("Keep it and remind me")
    await vera.moves_to(Stage.KHO)
    await vera.moves_to(Stage.LEAVE_GRANTED)
    await vera.opens_case()
    assert str(stage_name(Stage.LEAVE_GRANTED, vera.tr)) in vera.shows()


@BOTH
async def test_from_a_grant_to_the_family(town: Town, language: str) -> None:
    vera = await speaker(town, language)
    await vera.moves_to(Stage.GRANTED, "Choose my stage")
    await vera.moves_to(Stage.ASYLUM)
    await counts(
        vera,
        "A permit was granted",
        "Before 12 June 2026",
        "Handed over to me",
        came=typed(day_in(town, -2)),
    )
    await vera.taps("The paper is not at hand, or says nothing", "Keep it and remind me")
    await vera.opens_case()
    family = vera.words("Apply for your family")
    await vera.phone.taps(f"{family}: …")
    await vera.taps("Done ✓")
    await vera.sees("Done ✓ No more reminders come.")
    await vera.moves_to(Stage.REVIEWED)
    await vera.opens_case()
    assert str(stage_name(Stage.REVIEWED, vera.tr)) in vera.shows()
