"""What a helper had written that did not go: given back to them alone, unless they deleted it."""

import pytest

from tests.journeys.test_company import opens
from tests.journeys.test_second_eyes import LEADS_AWAY, QUESTION, begins, joins
from tests.town import Town

ASKS_WHO = "Как вас зовут?"


@pytest.mark.parametrize("text", [LEADS_AWAY, ASKS_WHO])
async def test_what_its_writer_deleted_comes_back_to_nobody(town: Town, text: str) -> None:
    case, kaisa = await begins(town), await joins(town, "fi")
    case.answers(text)
    await case.olli.taps("Delete it")
    await case.olli.sees("It is deleted, and goes to nobody. In this chat it still stands.")
    await opens(case.olli)
    await case.olli.taps("Hand it back")
    await case.olli.taps("Yes, hand it back")
    await kaisa.taps("Take it")
    await kaisa.phone.sees(QUESTION["ru"])
    assert case.olli.words("This is what you had written:") not in str(case.olli.phone.from_bot)
    assert text not in str(kaisa.phone.from_bot)


async def test_what_its_writer_was_asked_about_is_given_back_with_the_question(town: Town) -> None:
    case = await begins(town)
    case.answers(ASKS_WHO)
    await case.olli.phone.button(case.olli.words("Send it as it is"))
    await opens(case.olli)
    await case.olli.taps("Hand it back", "Yes, hand it back")
    await case.olli.sees("It was not sent, because the question is not yours any more.")
    await case.olli.sees("This is what you had written:")
