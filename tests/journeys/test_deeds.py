"""What a helper did of late, as they read it at their duty: also in what went on to others."""

from tests.journeys.test_company import QUESTION, a_team, asks_in, in_both_languages, takes
from tests.journeys.test_question import reply_to
from tests.journeys.test_team import comes_home
from tests.speaker import Speaker
from tests.town import Town

DEEDS = (
    "Of the questions of the last 30 days you took {taken}, and answered in {answered}. Those that"
    " others have now count too."
)


async def reads(helper: Speaker, taken: int, answered: int) -> None:
    """Let a helper look at what they did."""
    await comes_home(helper.phone)
    await helper.taps("My duty")
    await helper.sees(DEEDS, taken=taken, answered=answered)


@in_both_languages
async def test_a_question_counts_once_for_each_who_took_it(town: Town, language: str) -> None:
    vera, team = await town.emigre("ru"), await a_team(town, language)
    olli, nina = team.olli, team.nina
    block = await takes(vera, olli)
    await reads(olli, 1, 0)
    olli.phone.says("Первый ответ", **reply_to(town, block))
    await vera.sees("Первый ответ")
    await reads(olli, 1, 1)
    await asks_in(olli, "Hand the question over", team.names[0])
    await nina.taps("Yes")
    block = await nina.phone.sees(QUESTION)
    await reads(olli, 1, 1)
    await reads(nina, 1, 0)
    nina.phone.says("Второй ответ", **reply_to(town, block))
    await vera.sees("Второй ответ")
    await reads(nina, 1, 1)
