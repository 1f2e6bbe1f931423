"""A walk through the whole house in the pseudo-language: what any handler says is in it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest

from bot.content.library import library
from bot.core.languages import Language
from bot.core.people import Role
from bot.sandbox.html import parse_html
from bot.sandbox.records import Call
from tests.almanac import day_in, typed
from tests.town import Phone, Town, town_of
from tests.ui.pseudo import marked, untranslatable

CODE = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{5}\b")
LINK = re.compile(r"https://t\.me/[^\s⟧]+")
ANSWERS = [article.button for language in Language for article in library().all_in(language)]
"""On buttons; what translators write in files of their own is not in the catalogues."""
QUESTION, MORE, ANSWER = "1 + 1 = ?", "2 + 2 = ?", "= 2"
"""People write without letters here: every letter is ours."""


class Reader(Phone):
    """Somebody who reads the pseudo-language."""

    async def reads(self, words: str) -> dict[str, Any]:
        """Wait for a message that begins with these words of the template."""
        return await self.sees(marked(words)[:-1])

    async def chooses(self, label: str) -> str | None:
        """Tap the latest such button; return what was said over it, if anything."""
        message, data = await self.button(marked(label))
        return await self.presses(message, data)


def arrives(town: Town, name: str) -> Reader:
    return Reader(town, town.telegram.add_user(name, language_code="fi"), town.outside)


async def joins(town: Town, name: str, role: Role = Role.VOLUNTEER) -> Reader:
    phone = Reader(town, town.telegram.add_user(name, language_code="ru"), town.inside)
    phone.opens(await town.invite(role))
    await phone.chooses("English")
    await phone.reads("Welcome to the team.")
    await phone.chooses("How we work")
    await phone.chooses("I agree")
    await phone.reads("Your desk")
    return phone


async def looks_around(vera: Reader) -> None:
    vera.says("/start")
    await vera.reads("Choose your language.")
    await vera.chooses("English")
    await vera.reads("Majakka means lighthouse.")
    await vera.chooses("What is kept about me")
    await vera.reads("What is kept about you now")
    await vera.chooses("Why, and for how long")
    await vera.reads("What we keep, and why")
    await vera.chooses("Home")
    await vera.chooses("Language")
    await vera.chooses("English")
    vera.town.telegram.sends(vera.user, vera.bot, {"dice": {"emoji": "🎲", "value": 3}})
    await vera.reads("This was shown to nobody")


async def changes_her_mind(vera: Reader) -> None:
    await vera.chooses("Ask a person")
    await vera.reads("Before we keep anything")
    await vera.chooses("No")
    await vera.reads("Of you, only the language is kept.")
    await vera.chooses("Home")
    vera.says(MORE)
    await vera.reads("There is no answer here that surely fits.")
    await vera.chooses("Ask a person this")
    await vera.reads("Before we keep anything")
    vera.says(MORE)
    await vera.reads("Nothing was sent yet. What you wrote waits here")
    await vera.chooses("Yes, you may keep this")
    await vera.reads("This will be sent:")
    await vera.chooses("Delete the draft")
    await vera.chooses("Yes, delete it")
    await vera.chooses("Ask a person")
    await vera.reads("Write your question here")
    vera.says(MORE)
    await vera.reads("This will be sent:")
    await vera.chooses("Delete the draft")
    await vera.chooses("Yes, delete it")


async def asks(vera: Reader) -> None:
    vera.says(QUESTION)
    await vera.reads("There is no answer here that surely fits.")
    await vera.chooses("Ask a person this")
    for number in range(20):
        vera.says(f"{number}")
    await vera.reads("Your last message does not fit in")
    await vera.chooses("Send")
    await vera.reads("Your question is on its way.")
    vera.says(MORE)
    await vera.reads("Added to your question")


async def answers(olli: Reader, nina: Reader, vera: Reader) -> None:
    await olli.reads("New question")
    offer, claim = await nina.button(marked("Take it"))
    await olli.chooses("Take it")
    await olli.sees("is yours now.")
    assert "taken" in (await nina.presses(offer, claim) or "")
    await nina.reads("Question ")
    await vera.reads("A volunteer has taken your question")
    block = await olli.sees(QUESTION)
    olli.says(ANSWER)
    await olli.reads("Nothing was sent yet. Which question does this answer?")
    where = {"thread_id": block.get("message_thread_id"), "reply_to": block["message_id"]}
    typed = olli.says(ANSWER, **where)
    await vera.sees(ANSWER)
    await olli.reads("On its way to ")
    olli.town.telegram.edits(olli.user, olli.bot, typed["message_id"], ANSWER + "!")
    await olli.reads("The change is on its way to ")
    await vera.sees("(changed)")
    await olli.chooses("Delete on the other side")
    await olli.reads("It had left, and is being deleted on the other side.")


async def closes(vera: Reader, olli: Reader) -> None:
    await vera.chooses("Home")
    vera.says("/ask")
    await vera.chooses("Close the question")
    await vera.chooses("Yes, close it")
    await vera.reads("Question ")
    await olli.sees("is closed now.")


async def keeps_a_date(vera: Reader) -> None:
    vera.says("/start")
    await vera.chooses("My case")
    await vera.chooses("Add a date")
    await vera.chooses("Court hearing")
    vera.says("777")
    await vera.chooses("Ask a person this")
    await vera.chooses("Delete the draft")
    await vera.chooses("Yes, delete it")
    await vera.chooses("My case")
    await vera.chooses("Add a date")
    await vera.chooses("Court hearing")
    vera.says(typed(day_in(vera.town, 9)))
    await vera.chooses("No hour")
    await vera.chooses("Yes, keep it and remind me")
    await vera.reads("Kept. You can add")
    await vera.chooses("Change")
    await vera.chooses("Note")
    vera.says("131052-308T")
    await vera.reads("Your text has a personal identity code")
    await vera.chooses("Keep it without the code")
    await vera.chooses("Other reminders")
    for label in [each for each in vera.labels if "✓" in each]:
        said = await vera.presses(*await vera.button(label))
    assert said == marked("One reminder has to stay: choose another day first.")
    await vera.chooses("Back")
    await vera.chooses("Done ✓")
    await vera.chooses("Delete")
    await vera.chooses("Yes, delete it")
    await vera.reads("Deleted.")


async def counts(vera: Reader) -> None:
    await vera.chooses("Home")
    await vera.chooses("My case")
    await vera.chooses("Add a date")
    for answer in ("A paper came: count my last day", "Refusal", "Migri"):
        await vera.chooses(answer)
    for answer in ("Before 12 June 2026", "Handed over to me"):
        await vera.chooses(answer)
    vera.says(typed(day_in(vera.town, -1)))
    await vera.chooses("Yes, that day")
    await vera.taps("30")
    await vera.chooses("How it is counted")
    await vera.chooses("Back")
    await vera.chooses("Keep it and remind me")
    await vera.sees("dates, each with reminders")
    await vera.chooses("My case")
    await vera.chooses("More…")
    await vera.chooses("Delete")
    await vera.chooses("Yes, delete it")
    await vera.reads("It is deleted.")


async def invites(nina: Reader) -> None:
    nina.says("/start")
    await nina.chooses("The team")
    await nina.chooses("Invite a volunteer")
    await nina.reads("Give this link to one person.")
    await nina.chooses("Home")
    await nina.chooses("Waiting questions")
    await nina.reads("No question waits now.")


async def goes_where_it_is_not_for_them(vera: Reader) -> None:
    home = await vera.reads("How can we help?")
    said = [await vera.presses(home, data) for data in ("w", "c:AAAAA", "o:AAAAA", "tb:9999")]
    assert said[-1] == marked("That message is not here any more.")
    stranger = Reader(vera.town, vera.user, vera.town.inside)
    stranger.opens(f"https://t.me/{vera.town.inside.username}?start=team-nonsense")
    await stranger.reads("This link does not work any more")
    vera.town.telegram.adds(vera.user, vera.town.inside, "12345")


async def until(town: Town, method: str) -> None:
    """Wait until a bot has called `method`."""
    while not any(call.method == method for call in town.telegram.calls):
        await town.telegram.wait_change(after=town.telegram.version)


def told(call: Call) -> Iterator[str]:
    """Yield all that a call lets people read."""
    yield parse_html(str(call.params.get("text", "")))[0]
    for field in ("name", "description", "short_description"):
        yield str(call.params.get(field, ""))
    for command in given(call, "commands") or []:
        yield command["description"]
    for row in (given(call, "reply_markup") or {}).get("inline_keyboard", []):
        yield from (key["text"] for key in row)


def given(call: Call, field: str) -> Any:  # noqa: ANN401 - JSON
    value = call.params.get(field)
    return orjson.loads(value) if isinstance(value, str) else value


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("flat", [False, True], ids=["topics", "flat"])
async def test_everything_that_anybody_is_told_can_be_translated(
    tmp_path: Path, *, flat: bool
) -> None:
    async with town_of(tmp_path / "town", flat=flat) as town:
        vera = arrives(town, "1")
        olli, nina = await joins(town, "2"), await joins(town, "3", Role.COORDINATOR)
        await looks_around(vera)
        await changes_her_mind(vera)
        await asks(vera)
        await answers(olli, nina, vera)
        await closes(vera, olli)
        await keeps_a_date(vera)
        await counts(vera)
        await invites(nina)
        await goes_where_it_is_not_for_them(vera)
        await until(town, "leaveChat")
        heard = [(call.method, words) for call in town.telegram.calls for words in told(call)]
    assert len(heard) > 100
    found = [
        (method, words)
        for method, words in heard
        if untranslatable(LINK.sub("", CODE.sub("", words)), *ANSWERS)
    ]
    assert found == []
