"""An answer waits for other eyes, and nobody looks: neither side is left in silence."""

from datetime import timedelta

from tests.journeys.test_second_eyes import begins, joins
from tests.town import Town

SHORT = timedelta(hours=2)
LONG = timedelta(hours=3, minutes=1)
TO_WRITER = (
    "Nobody has looked at your answer yet. Whoever may is asked again. Without what made it wait it"
    " goes at once: change your message, or write an answer without that."
)
TO_WHO_ASKED = (
    "An answer to your question {code} is written, and not with you yet: somebody else of the team"
    " looks at it first. Nobody could so far. We are sorry, and ask them again."
)


async def test_both_sides_are_told_once_that_nobody_has_looked(town: Town) -> None:
    case, _ = await begins(town), await joins(town, "fi")
    await case.held()
    await town.quiet()
    town.clock.push(SHORT)
    await town.quiet()
    asked = case.vera.words(TO_WHO_ASKED, code=case.code)
    assert asked not in str(case.vera.phone.from_bot)
    town.clock.push(LONG - SHORT)
    await case.vera.sees(TO_WHO_ASKED, code=case.code)
    await case.vera.phone.button(case.vera.words("My question {code}", code=case.code))
    await case.olli.sees(TO_WRITER)
    await town.quiet()
    town.clock.push(LONG)
    await town.quiet()
    assert str(case.vera.phone.from_bot).count(asked) == 1
    assert str(case.olli.phone.from_bot).count(case.olli.words(TO_WRITER)) == 1


async def test_an_urgent_one_is_told_after_an_hour(town: Town) -> None:
    case, _ = await begins(town, urgent=True), await joins(town, "fi")
    await case.held()
    await town.quiet()
    town.clock.push(timedelta(hours=1, minutes=1))
    await case.vera.sees(TO_WHO_ASKED, code=case.code)
    await case.olli.sees(TO_WRITER)


async def test_of_an_answer_that_was_let_go_nobody_is_told(town: Town) -> None:
    case, kaisa = await begins(town), await joins(town, "fi")
    await case.held()
    await case.looks(kaisa)
    await kaisa.taps("Let it go")
    await case.vera.phone.sees("личку")
    await town.quiet()
    town.clock.push(LONG)
    await town.quiet()
    assert case.vera.words(TO_WHO_ASKED, code=case.code) not in str(case.vera.phone.from_bot)
