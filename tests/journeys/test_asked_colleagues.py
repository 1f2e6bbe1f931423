"""Who is asked into a question: in which language they write, and that an ask can be withdrawn."""

from tests.journeys.test_company import (
    QUESTION,
    a_team,
    asks_in,
    in_both_languages,
    language_at,
    opens,
    takes,
)
from tests.journeys.test_question import reply_to
from tests.town import Town

WITHDRAWN = "Question {code}: your colleague asks you no more. There is nothing you need to do."
NOT_NEEDED = "Question {code}: you are not needed any more. Thank you for helping."


def code_of(text: str) -> str:
    return text.split(" · ", maxsplit=1)[0].rsplit(maxsplit=1)[-1]


@in_both_languages
async def test_who_does_not_write_in_the_language_of_the_question_is_marked(
    town: Town, language: str
) -> None:
    vera, team = await town.emigre("ru"), await a_team(town, language)
    await takes(vera, team.olli)
    await opens(team.olli)
    await team.olli.taps("A colleague’s help", "Ask a lawyer in")
    there = team.olli.words("on duty")
    in_russian = team.olli.words("not in Russian")
    await team.olli.phone.button(f"{team.names[1]} · {there} · {in_russian}")
    await team.olli.sees(
        "Who does not write in the language of the question may need an interpreter."
    )
    await team.olli.taps("A colleague’s help", "Ask an interpreter in")
    await team.olli.phone.button(f"{team.names[0]} · {there}")
    assert in_russian not in team.olli.shows()


@in_both_languages
async def test_what_nobody_has_answered_can_be_withdrawn(town: Town, language: str) -> None:
    vera, team = await town.emigre("ru"), await a_team(town, language)
    olli, nina = team.olli, team.nina
    block = await takes(vera, olli)
    code = code_of(block["text"])
    await asks_in(olli, "Ask an interpreter in", team.names[0])
    letter, yes = await nina.phone.button(nina.words("Yes"))
    await olli.phone.taps(olli.words("Ask {name} no more", name=team.names[0]))
    await olli.phone.until(lambda: team.names[0] not in olli.shows())
    await nina.sees(WITHDRAWN, code=code)
    assert "reply_markup" not in next(
        shown for shown in nina.phone.from_bot if shown["message_id"] == letter["message_id"]
    )
    late = await nina.phone.presses(letter, yes)
    assert late == nina.words("You are not needed in this question any more. Thank you.")
    assert QUESTION not in str(nina.phone.from_bot)
    await olli.taps("Ask an interpreter in")
    await olli.phone.taps(f"{team.names[0]} · {olli.words('on duty')}")
    await nina.taps("Yes")
    await nina.phone.sees(QUESTION)


async def test_a_withdrawal_that_comes_too_late_changes_nothing(town: Town) -> None:
    vera, team = await town.emigre("ru"), await a_team(town, language_at(town))
    await takes(vera, team.olli)
    await asks_in(team.olli, "Ask an interpreter in", team.names[0])
    screen, withdraw = await team.olli.phone.button(
        team.olli.words("Ask {name} no more", name=team.names[0])
    )
    await team.nina.taps("Yes")
    there = await team.nina.phone.sees(QUESTION)
    await team.olli.phone.presses(screen, withdraw)
    await team.olli.phone.button("…" + team.olli.words("Let {name} go", name="").strip() + "…")
    team.nina.phone.says("Перевод", **reply_to(town, there))
    await vera.sees("Перевод")


@in_both_languages
async def test_who_came_in_and_is_let_go_hears_it_once_and_is_thanked(
    town: Town, language: str
) -> None:
    vera, team = await town.emigre("ru"), await a_team(town, language)
    olli, nina = team.olli, team.nina
    code = code_of((await takes(vera, olli))["text"])
    await asks_in(olli, "Ask an interpreter in", team.names[0])
    await nina.taps("Yes")
    await nina.phone.sees(QUESTION)
    await opens(olli)
    await olli.taps("A colleague’s help")
    await olli.phone.taps("…" + olli.words("Let {name} go", name="").strip() + "…")
    await olli.taps("Yes, let them go")
    await nina.sees(NOT_NEEDED, code=code)
    await town.quiet()
    said = nina.words(NOT_NEEDED, code=code)
    assert sum(said in shown["text"] for shown in nina.phone.from_bot) == 1


async def test_who_leaves_by_themselves_is_not_told_that_nobody_needs_them(town: Town) -> None:
    vera, team = await town.emigre("ru"), await a_team(town, language_at(town))
    code = code_of((await takes(vera, team.olli))["text"])
    await asks_in(team.olli, "Ask an interpreter in", team.names[0])
    await team.nina.taps("Yes")
    await team.nina.phone.sees(QUESTION)
    await opens(team.nina)
    await team.nina.taps("Help along no more", "Yes, help along no more")
    await team.nina.phone.loses(QUESTION)
    await town.quiet()
    assert team.nina.words(NOT_NEEDED, code=code) not in str(team.nina.phone.from_bot)
