"""An answer that leads out of the house waits until somebody else of the team has seen it.

Who looks sees that answer alone. Numbers, links and names here are made up, or set aside for
examples by those who give them out.
"""

from datetime import datetime, time, timedelta
from typing import Any

import pytest

from bot.core.clock import HELSINKI, today
from bot.core.languages import Language
from bot.core.people import Role
from tests.journeys.test_company import opens
from tests.journeys.test_odd_orders import now
from tests.journeys.test_question import reply_to
from tests.journeys.test_team import comes_home
from tests.speaker import Speaker
from tests.town import Phone, Town

OTHER = {"ru": "fi", "fi": "ru"}
LANGUAGES = pytest.mark.parametrize("language", ["ru", "fi"])
QUESTION = {"ru": "Мне отказали. Что делать?", "fi": "Sain kielteisen päätöksen. Mitä teen?"}
LEADS_AWAY = "Пишите мне в личку или сюда: help.example.com"
CLEAN = "Спокойно: решение можно обжаловать, см. migri.fi, а в беде звоните 112."
AGAIN = "An answer still waits for a second look, question {code}."
EYES = ("{n} answer waits for a second look.", "{n} answers wait for a second look.")
AN_HOUR = timedelta(minutes=61)
WAITS = "This waits for a second pair of eyes, because it holds:\n{lines}"
CHANGE_WAITS = "This change waits for a second pair of eyes, because it holds:\n{lines}"
ALONE = "Nobody else in the team can look now: it waits until somebody can."
NOTICE = "An answer waits for a second look, question {code}."


def hears(phone: Phone) -> Speaker:
    """Return somebody's phone with the language that they read."""
    return Speaker(phone, Language(phone.user.language_code or "ru"))


class Case:
    """A question that a helper has."""

    def __init__(self, town: Town, vera: Speaker, olli: Speaker, block: dict[str, Any]) -> None:
        self.town, self.vera, self.olli, self.block = town, vera, olli, block
        self.code, _, rest = block["text"].removeprefix("❗ ").partition(" · ")
        self.alias = rest.split(",")[0]

    def answers(self, text: str) -> dict[str, Any]:
        """Let the helper type an answer in its place."""
        return self.olli.phone.says(text, **reply_to(self.town, self.block))

    def edits(self, typed: dict[str, Any], text: str) -> None:
        """Let the helper edit an answer."""
        olli = self.olli.phone
        self.town.telegram.edits(olli.user, olli.bot, typed["message_id"], text)

    async def held(self, text: str = LEADS_AWAY) -> dict[str, Any]:
        """Let the helper answer what waits, and see that they are told so."""
        typed = self.answers(text)
        await self.olli.sees(WAITS, lines="")
        return typed

    async def looks(self, who: Speaker) -> dict[str, Any]:
        """Let somebody open the answer; return what they see."""
        await who.sees(NOTICE, code=self.code)
        await who.taps("Look at it")
        shown, _ = await who.phone.button(who.words("Let it go"))
        return shown

    async def reaches(self, text: str) -> dict[str, Any]:
        """Wait until whoever asked reads this."""
        return await self.vera.phone.sees(text)

    async def reached(self, text: str) -> bool:
        """Say whether whoever asked reads this, once all that was under way has arrived."""
        self.answers("Точка.")
        await self.reaches("Точка.")
        return text in str(self.vera.phone.from_bot)


async def joins(
    town: Town, language: str, role: Role = Role.COORDINATOR, name: str = "Kaisa"
) -> Speaker:
    """Let somebody join the team."""
    return hears(await town.member(language, role, name))


async def begins(
    town: Town, language: str = "ru", *, urgent: bool = False, helper: Role = Role.VOLUNTEER
) -> Case:
    """Let somebody ask, and a helper take it: the first who is there."""
    olli = await joins(town, OTHER[language], helper, "Olli")
    vera = hears(await town.emigre(language))
    await vera.taps(
        *(["Urgent help", "Urgent question to a person"] if urgent else ["Ask a person"])
    )
    vera.phone.says(QUESTION[language])
    await vera.taps("Send")
    await olli.taps("Take it")
    block, _ = await olli.phone.button(olli.words("Close the question"))
    return Case(town, vera, olli, block)


def at(town: Town, hour: int) -> None:
    """Let it be that hour in Finland, the next day."""
    moment = town.clock.now()
    then = datetime.combine(today(moment) + timedelta(days=1), time(hour), HELSINKI)
    town.clock.push(then - moment)


@LANGUAGES
async def test_it_waits_is_seen_alone_and_goes(town: Town, language: str) -> None:
    case, kaisa = await begins(town, language), await joins(town, language)
    typed = await case.held()
    (receipt,) = case.olli.phone.answers_to(typed)
    assert case.olli.words("a link") in receipt["text"]
    assert case.olli.words("words that ask to go on elsewhere") in receipt["text"]
    assert case.olli.words("a phone number") not in receipt["text"]
    await kaisa.sees(NOTICE, code=case.code)
    assert "личку" not in str(kaisa.phone.from_bot)
    shown = await case.looks(kaisa)
    assert LEADS_AWAY in shown["text"]
    assert kaisa.words("a link") in shown["text"]
    assert shown["has_protected_content"]
    assert not await case.reached("личку")
    seen = str(kaisa.phone.from_bot)
    assert QUESTION[language] not in seen
    assert case.alias not in seen
    await kaisa.taps("Let it go")
    await case.reaches(LEADS_AWAY)
    await kaisa.sees(
        "The answer in question {code} is on its way. Thank you for looking.", code=case.code
    )
    await kaisa.phone.loses("личку")
    await case.olli.sees("Your answer was let go: it is on its way.")
    await case.olli.sees("Somebody has looked at this, and let it go.")
    (receipt,) = case.olli.phone.answers_to(typed)
    assert "inline_keyboard" not in str(receipt), "nothing is left to delete there"
    await case.olli.taps("Delete on the other side")
    await case.vera.phone.loses("личку")


@LANGUAGES
async def test_it_is_sent_back_with_a_reason_and_written_anew(town: Town, language: str) -> None:
    case, kaisa = await begins(town, language), await joins(town, OTHER[language])
    aino = await joins(town, language, name="Aino")
    typed = await case.held("Переведите мне 100 евро на карту")
    notice = await aino.sees(NOTICE, code=case.code)
    await case.looks(kaisa)
    await kaisa.taps("Back: it asks for money")
    told = await case.olli.sees("it asks for money")
    assert "100 евро" in told["text"]
    became = aino.words("The answer in question {code} went back to its writer.", code=case.code)
    await aino.phone.until(lambda: now(aino.phone, notice)["text"] == became)
    await kaisa.phone.loses("100 евро")
    assert not await case.reached("100 евро")
    case.edits(typed, CLEAN)
    await case.reaches(CLEAN)


async def test_what_offices_use_passes_at_once(town: Town) -> None:
    case, kaisa = await begins(town), await joins(town, "fi")
    case.answers(CLEAN)
    await case.reaches(CLEAN)
    assert kaisa.words(NOTICE, code=case.code) not in str(kaisa.phone.from_bot)


async def test_a_question_is_answered_only_when_its_answer_goes(town: Town) -> None:
    case, kaisa = await begins(town), await joins(town, "fi")
    await case.held()
    await comes_home(kaisa.phone)
    await kaisa.taps("The queue")
    await kaisa.sees("Answered and still open: {n}.", n=0)
    await kaisa.phone.sees(str(kaisa.tr.plural(*EYES, 1)))
    await kaisa.taps("Look at an answer that waits")
    await kaisa.taps("Let it go")
    await case.reaches("личку")
    await comes_home(kaisa.phone)
    await kaisa.taps("The queue")
    await kaisa.sees("Answered and still open: {n}.", n=1)


async def test_the_first_decision_counts(town: Town) -> None:
    case, kaisa = await begins(town), await joins(town, "fi")
    aino = await joins(town, "ru", name="Aino")
    await case.held()
    await case.looks(aino)
    shown, back = await aino.phone.button(aino.words("Back: it is not clear"))
    await case.looks(kaisa)
    await kaisa.taps("Let it go")
    await case.reaches("личку")
    decided = "Somebody has decided this already. Thank you for looking."
    assert await aino.phone.presses(shown, back) == aino.words(decided)
    await aino.phone.loses("личку")
    assert "it is not clear" not in str(case.olli.phone.from_bot)


async def test_what_is_let_go_is_what_was_seen(town: Town) -> None:
    case, kaisa = await begins(town), await joins(town, "fi")
    typed = await case.held()
    shown = await case.looks(kaisa)
    _, goes = await kaisa.phone.button(kaisa.words("Let it go"))
    case.edits(typed, "Лучше сюда: other.example.com")
    await case.olli.sees("It waits with the new words.")
    changed = "It was changed since: the new words stand below."
    assert await kaisa.phone.presses(shown, goes) == kaisa.words(changed)
    await kaisa.phone.sees("other.example.com")
    await kaisa.phone.loses("личку")
    assert not await case.reached("example.com")
    await kaisa.taps("Let it go")
    await case.reaches("other.example.com")
    assert "личку" not in str(case.vera.phone.from_bot)


async def test_its_writer_edits_it_and_without_that_it_goes(town: Town) -> None:
    case, kaisa = await begins(town), await joins(town, "fi")
    typed = await case.held()
    notice = await kaisa.sees(NOTICE, code=case.code)
    await case.looks(kaisa)
    case.edits(typed, CLEAN)
    await case.reaches(CLEAN)
    gone = kaisa.words(
        "The answer in question {code} needs no second look any more.", code=case.code
    )
    await kaisa.phone.until(lambda: now(kaisa.phone, notice)["text"] == gone)
    await kaisa.phone.loses("личку")


async def test_its_writer_deletes_it(town: Town) -> None:
    case, kaisa = await begins(town), await joins(town, "fi")
    await case.held()
    await kaisa.sees(NOTICE, code=case.code)
    await case.olli.taps("Delete it")
    await case.olli.sees("It is deleted, and goes to nobody. In this chat it still stands.")
    await kaisa.sees("The answer in question {code} needs no second look any more.", code=case.code)
    assert not await case.reached("личку")


async def test_an_answer_that_was_sent_cannot_be_turned_into_another_unseen(town: Town) -> None:
    case, kaisa = await begins(town), await joins(town, "fi")
    typed = case.answers("Напишу завтра.")
    await case.reaches("Напишу завтра.")
    case.edits(typed, LEADS_AWAY)
    await case.olli.sees(CHANGE_WAITS, lines="")
    await case.looks(kaisa)
    assert not await case.reached("личку")
    await kaisa.taps("Let it go")
    await case.reaches("личку")
    assert "Напишу завтра." not in str(case.vera.phone.from_bot)


async def test_a_change_that_waits_is_taken_back_by_another(town: Town) -> None:
    case, kaisa = await begins(town), await joins(town, "fi")
    typed = case.answers("Напишу завтра.")
    await case.reaches("Напишу завтра.")
    case.edits(typed, LEADS_AWAY)
    await kaisa.sees(NOTICE, code=case.code)
    case.edits(typed, "Напишу в среду.")
    await case.reaches("Напишу в среду.")
    await kaisa.sees("The answer in question {code} needs no second look any more.", code=case.code)


@pytest.mark.parametrize("end", ["closes", "hands back", "is put back", "erases"])
async def test_what_is_over_meanwhile_takes_it_along(town: Town, end: str) -> None:
    case, kaisa = await begins(town), await joins(town, "fi")
    await case.held()
    shown = await case.looks(kaisa)
    _, goes = await kaisa.phone.button(kaisa.words("Let it go"))
    vera, olli = case.vera, case.olli
    if end == "closes":
        vera.phone.says("/start")
        await vera.phone.taps(vera.words("My question {code}", code=case.code))
        await vera.taps("Close the question", "Yes, close it")
        await olli.sees("It was not sent, because the question is closed.")
    elif end == "hands back":
        await olli.taps("Hand it back")
        await olli.sees("An answer of yours has not gone yet: it is not sent then.")
        await olli.taps("Yes, hand it back")
    elif end == "is put back":
        await comes_home(kaisa.phone)
        await kaisa.taps("The queue")
        await kaisa.phone.taps(f"{case.code}…")
        await kaisa.taps("Back to the queue", "Yes, back to the queue")
    else:
        vera.phone.says("/privacy")
        await vera.phone.taps("Удалить всё")
        await vera.phone.taps("Да, удалить всё")
    await kaisa.phone.loses("личку")
    gone = await kaisa.phone.presses(shown, goes)
    assert gone == kaisa.words("This answer is not there any more.")
    assert "личку" not in str(vera.phone.from_bot)


async def test_after_an_hour_they_are_asked_again_by_day(town: Town) -> None:
    case, kaisa = await begins(town), await joins(town, "fi")
    await case.held()
    await kaisa.sees(NOTICE, code=case.code)
    town.clock.push(AN_HOUR)
    await kaisa.sees(AGAIN, code=case.code)
    await kaisa.phone.loses(kaisa.words(NOTICE, code=case.code))
    at(town, 10)
    digest = await kaisa.sees("<b>This morning</b>")
    assert str(kaisa.tr.plural(*EYES, 1)) in digest["text"]


async def test_an_urgent_one_is_asked_for_again_by_night(town: Town) -> None:
    case, kaisa = await begins(town, urgent=True), await joins(town, "fi")
    at(town, 23)
    await case.held()
    told = await kaisa.sees(NOTICE, code=case.code)
    assert told["text"].startswith("❗ ")
    town.clock.push(AN_HOUR)
    await kaisa.sees(AGAIN, code=case.code)


async def test_practice_holds_nothing_and_says_so(town: Town) -> None:
    olli, kaisa = await joins(town, "fi", Role.VOLUNTEER, "Olli"), await joins(town, "fi")
    await comes_home(olli.phone)
    await olli.taps("My duty", "Practise with a made-up question")
    block, _ = await olli.phone.button(olli.words("Close the question"))
    olli.phone.says(LEADS_AWAY, **reply_to(town, block))
    told = await olli.sees("Practice: this goes to nobody.")
    assert olli.words("a link") in told["text"]
    assert "личку" not in str(kaisa.phone.from_bot)


@pytest.mark.parametrize("town", ["flat"], indirect=True)
async def test_who_asked_reads_it_again_where_it_reached_them(town: Town) -> None:
    case, kaisa = await begins(town), await joins(town, "fi")
    await case.held()
    await kaisa.sees(NOTICE, code=case.code)
    town.clock.push(timedelta(minutes=5))
    case.vera.phone.says("А ещё вопрос")
    await case.olli.phone.sees("А ещё вопрос")
    town.clock.push(timedelta(minutes=5))
    await case.looks(kaisa)
    await kaisa.taps("Let it go")
    await case.reaches(LEADS_AWAY)
    await case.vera.phone.taps("Мой вопрос…")
    await case.vera.taps("Read it all")
    await case.vera.phone.until(lambda: LEADS_AWAY in case.vera.shows())
    read = case.vera.shows()
    assert read.index("А ещё вопрос") < read.index(LEADS_AWAY)


@LANGUAGES
async def test_what_was_asked_while_an_answer_waited_is_not_answered_by_it(
    town: Town, language: str
) -> None:
    case, kaisa = await begins(town, language), await joins(town, language)
    await case.held()
    town.clock.push(timedelta(minutes=1))
    case.vera.phone.says("И ещё одно?")
    await case.olli.phone.sees("И ещё одно?")
    await case.looks(kaisa)
    await kaisa.taps("Let it go")
    await case.reaches(LEADS_AWAY)
    await opens(case.olli)
    await case.olli.sees("It waits for your answer.")
    case.answers("Вот и на второе ответ.")
    await case.reaches("Вот и на второе")
    await opens(case.olli)
    await case.olli.sees("It is answered.")


@LANGUAGES
async def test_who_has_not_agreed_yet_reads_no_answer(town: Town, language: str) -> None:
    case = await begins(town, language)
    other = OTHER[language]
    kaisa = hears(await town.member(other, Role.COORDINATOR, "Kaisa", agrees=False))
    await case.held()
    await kaisa.sees(NOTICE, code=case.code)
    await kaisa.taps("Look at it")
    await kaisa.taps("I agree")
    assert "help.example.com" not in str(kaisa.phone.from_bot)
    await case.looks(kaisa)


@LANGUAGES
async def test_a_change_that_does_not_go_leaves_what_went_in_its_writers_hand(
    town: Town, language: str
) -> None:
    case, kaisa = await begins(town, language), await joins(town, OTHER[language])
    typed = case.answers("Напишу завтра.")
    await case.reaches("Напишу завтра.")
    case.edits(typed, LEADS_AWAY)
    await case.olli.sees(CHANGE_WAITS, lines="")
    await case.looks(kaisa)
    await kaisa.taps("Back: it is not clear")
    await case.olli.sees(
        "Somebody has looked at this change, and it was not sent: see below. The other side has"
        " your words as they were."
    )
    await case.olli.taps("Delete on the other side")
    await case.vera.phone.loses("Напишу завтра.")
