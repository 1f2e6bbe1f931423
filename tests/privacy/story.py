"""What somebody does who is marked: in every place where a message can be sent, one of each kind.

What is said of each kind is checked on the way, in both languages and both directions.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from aiogram.enums import ContentType

from bot.core.languages import Language
from bot.core.styles import PASSES
from bot.sandbox.model import JSON
from bot.ui.kinds import BECOMES, Becomes
from tests.journeys.test_question import reply_to
from tests.privacy.everything import ALTERNATIVES, KINDS, WORDS, content_of
from tests.speaker import Speaker
from tests.town import Phone, Town

RU, FI = Language.RUSSIAN, Language.FINNISH
NOT_YET: Final = {RU: "пока передаётся только текст", FI: "toistaiseksi vain teksti"}
REFUSED: Final[Mapping[Becomes, Mapping[Language, str]]] = {
    Becomes.VOICE: NOT_YET,
    Becomes.PAPER: NOT_YET,
    Becomes.OTHER: NOT_YET,
    Becomes.CARD: {RU: "контакты мы не передаём никогда", FI: "yhteystietoja ei välitetä koskaan"},
    Becomes.PLACE: {
        RU: "места на карте мы не передаём никогда",
        FI: "paikkoja kartalla ei välitetä koskaan",
    },
    Becomes.VIDEO: {RU: "видео мы не передаём никогда", FI: "videoita ei välitetä koskaan"},
}
"""What is said of each kind that does not pass: that nobody saw it, and why."""
MICROPHONE: Final = {RU: "микрофон", FI: "mikrofoni"}
TO_EMIGRES: Final[Mapping[Becomes, Mapping[Language, str]]] = {
    Becomes.VOICE: MICROPHONE,
    Becomes.VIDEO: MICROPHONE,
    Becomes.PAPER: {RU: "Это решение?", FI: "Onko se päätös?"},
}
"""What they read besides, to do instead."""
WORDLESS: Final = [kind for kind in KINDS if BECOMES[kind] is not Becomes.WORDS]
ANSWERED: Final = [kind for kind in WORDLESS if BECOMES[kind] is not Becomes.NOTHING]
UNCHANGED: Final = {RU: "Этого изменения никто не увидел", FI: "Tätä muutosta ei näytetty"}
HELD: Final = "Write me privately: https://example.org/held-words"


@dataclass
class Story:
    """The people: who asks, who helps, and who coordinates, if somebody else does."""

    town: Town
    vera: Speaker
    olli: Speaker
    kaisa: Speaker


async def sends_each_kind(author: Speaker, *, emigre: bool, **where: Any) -> None:  # noqa: ANN401 - thread or reply
    """Send each kind that is no text; each is refused in its own words, or no message at all."""
    sent = {kind: sends(author.phone, content_of(kind), **where) for kind in WORDLESS}
    phone, last = author.phone, sent[ANSWERED[-1]]
    await phone.until(lambda: bool(phone.answers_to(last)))
    for kind, message in sent.items():
        becomes = BECOMES[kind]
        said = [answer["text"] for answer in phone.answers_to(message)]
        if becomes is Becomes.NOTHING:
            assert said == [], kind
            continue
        assert len(said) == 1, kind
        assert REFUSED[becomes][author.language] in said[0], kind
        if emigre and becomes in TO_EMIGRES:
            assert TO_EMIGRES[becomes][author.language] in said[0], kind


async def edits_into_each_kind(author: Speaker, message: JSON) -> None:
    """Put each kind in the place of one's own words: it is refused, and the words stand."""
    phone, telegram = author.phone, author.phone.town.telegram
    for kind in ANSWERED:
        telegram.edits(phone.user, phone.bot, message["message_id"], content_of(kind))
    wanted = UNCHANGED[author.language]

    def refusals() -> int:
        return sum(wanted in answer["text"] for answer in phone.answers_to(message))

    await phone.until(lambda: refusals() == len(ANSWERED))


def sends(phone: Phone, content: JSON, **where: Any) -> JSON:  # noqa: ANN401
    places = where.get("thread_id"), where.get("reply_to")
    return phone.town.telegram.sends(phone.user, phone.bot, content, *places)


def in_words(text: str, number: int = 0) -> JSON:
    """Return a text with every mark-up and all around it that a text can have."""
    return content_of(ContentType.TEXT, number) | {"text": text}


async def passes_words(author: Speaker, reader: Speaker, *, to: str, **where: Any) -> set[str]:  # noqa: ANN401
    """Send words in each alternative of what stands around them; the words alone arrive."""
    said = {f"{WORDS} {to} {number}" for number in range(ALTERNATIVES)}
    for number, text in enumerate(sorted(said)):
        sends(author.phone, in_words(text, number), **where)
    for text in said:
        arrived = await reader.phone.sees(text)
        assert text in arrived["text"].split("\n")
        assert {each["type"] for each in arrived["entities"]} <= PASSES | {"bot_command"}
    return said


async def takes_copy(member: Speaker) -> None:
    """Let somebody take the files of what is kept about them."""
    member.phone.says("/privacy")
    await member.taps("Take a copy", "Send the files")
    chat = member.phone.town.telegram.chat(member.phone.user, member.phone.bot)
    await member.phone.until(lambda: sum("document" in each for each in chat.messages) >= 2)


async def of_emigre(story: Story) -> set[str]:
    """Let a marked émigré ask, add, reply, change and complain; return all their words."""
    vera, olli, kaisa = story.vera, story.olli, story.kaisa
    await vera.taps("Ask a person")
    await sends_each_kind(vera, emigre=True)
    sends(vera.phone, in_words(WORDS))
    await vera.phone.sees(WORDS)
    await vera.taps("Send")
    await olli.taps("Take it")
    block = await olli.phone.sees(WORDS)
    where = reply_to(story.town, block)
    await sends_each_kind(vera, emigre=True)
    words = await passes_words(vera, olli, to="added")

    olli.phone.says("first answer", **where)
    answer = await vera.phone.sees("first answer")
    await sends_each_kind(vera, emigre=True, reply_to=answer["message_id"])
    words |= await passes_words(vera, olli, to="replied", reply_to=answer["message_id"])

    first = vera.phone.says("first-words", reply_to=answer["message_id"])
    await olli.phone.sees("first-words")
    await edits_into_each_kind(vera, first)
    changed = in_words("changed-words")
    story.town.telegram.edits(vera.phone.user, vera.phone.bot, first["message_id"], changed)
    await olli.phone.sees("changed-words")

    await takes_copy(olli)
    await takes_copy(kaisa)
    await goes_to_another(story, code=block["text"].split(" · ")[0])
    return words | {WORDS, "first-words", "changed-words", "first answer"}


async def goes_to_another(story: Story, code: str) -> None:
    """Complain of the helper, so that the question goes to the coordinator; and close it."""
    vera, kaisa = story.vera, story.kaisa
    await vera.phone.taps(vera.words("My question {code}", code="…"))
    await vera.taps("Something is not right")
    await vera.taps("I do not feel safe with them")
    await kaisa.taps("Take it")
    await kaisa.phone.sees("changed-words")
    await kaisa.phone.sees(WORDS)
    await vera.phone.taps(vera.words("My question {code}", code="…"))
    await vera.taps("Close the question", "Yes, close it")
    await kaisa.sees("Question {code} is closed now.", code=code)


async def of_helper(story: Story) -> set[str]:
    """Let a marked helper answer, change, note and hand back; return all their words."""
    vera, olli = story.vera, story.olli
    await sends_each_kind(olli, emigre=False)  # at home, where it belongs to nothing
    olli.phone.says("/start")
    await olli.taps("Ready answers", "Add one in Russian")
    await olli.phone.button(olli.words("All ready answers"))
    await sends_each_kind(olli, emigre=False)  # where a screen waits for words
    await vera.taps("Ask a person")
    vera.phone.says("a question")
    await vera.phone.sees("a question")
    await vera.taps("Send")
    await olli.taps("Take it")
    block = await olli.phone.sees("a question")
    code, where = block["text"].split(" · ")[0], reply_to(story.town, block)
    await sends_each_kind(olli, emigre=False, **where)
    words = await passes_words(olli, vera, to="answered", **where)

    first = olli.phone.says("first-words", **where)
    await vera.phone.sees("first-words")
    await edits_into_each_kind(olli, first)
    phone = olli.phone
    changed = in_words("changed-words")
    story.town.telegram.edits(phone.user, phone.bot, first["message_id"], changed)
    await vera.phone.sees("changed-words")

    await waits_for_eyes(story, **where)
    await notes(story, code)
    await takes_copy(vera)
    await takes_copy(story.kaisa)
    await hands_back(story, code)
    return words | {"first-words", "changed-words", "note-words", "held-words"}


async def opens(helper: Speaker, code: str) -> None:
    """Open a question that a helper has, from home."""
    helper.phone.says("/start")
    await helper.phone.taps(f"{code} · …")


async def notes(story: Story, code: str) -> None:
    """Write a note, and ask the coordinators by it; no other kind becomes one."""
    olli = story.olli
    await opens(olli, code)
    await olli.taps("Note for the team")
    await olli.phone.button(olli.words("No note"))
    await sends_each_kind(olli, emigre=False)
    sends(olli.phone, in_words("note-words"))
    await olli.taps("Keep it and ask a coordinator")
    await story.kaisa.phone.sees("note-words")


async def waits_for_eyes(story: Story, **where: Any) -> None:  # noqa: ANN401 - thread or reply
    """Answer what waits until it was seen; meanwhile nothing takes the place of its words."""
    vera, olli, kaisa = story.vera, story.olli, story.kaisa
    held = sends(olli.phone, in_words(HELD), **where)
    await kaisa.taps("Look at it")
    await kaisa.phone.sees("held-words")
    await edits_into_each_kind(olli, held)
    await kaisa.taps("Let it go")
    await vera.phone.sees("held-words")


async def hands_back(story: Story, code: str) -> None:
    """Give the question to the coordinator, who reads all that was answered, and closes it."""
    vera, olli, kaisa = story.vera, story.olli, story.kaisa
    await opens(olli, code)
    await olli.taps("Hand it back", "Yes, hand it back")
    await kaisa.taps("Take it")
    await kaisa.phone.sees("changed-words")
    await kaisa.phone.sees("held-words")
    await kaisa.taps("Close the question", "All is answered")
    await vera.phone.button(vera.words("Yes, it helped"))
