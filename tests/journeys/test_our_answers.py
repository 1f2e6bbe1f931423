"""A helper sends one of our own answers by two taps: the likest, one by topic, or one by words."""

import pytest

from bot.content.articles import Article
from bot.content.library import library
from bot.core.languages import Language
from bot.core.sections import Section
from bot.ui.sections import section_name
from tests.journeys.test_company import language_at, opens
from tests.journeys.test_question import asks, reply_to
from tests.journeys.test_telltales import writes
from tests.speaker import Speaker
from tests.town import Phone, Town

QUESTION = {
    "ru": "Мне отказали. Сколько дней на обжалование?",
    "fi": "Sain kielteisen päätöksen. Montako päivää on aikaa valittaa?",
}
BOTH = pytest.mark.parametrize("language", ["ru", "fi"])
USED = "This text was sent already, or is not here any more."


def ours(slug: str, language: str) -> Article:
    article = library().article(slug, Language(language))
    assert article
    return article


async def has_it(town: Town, language: str) -> tuple[Phone, Speaker]:
    """Let somebody ask in a language, and a helper who reads another one or the same take it."""
    vera = await town.emigre(language)
    olli = Speaker(await town.member(language_at(town)), Language(language_at(town)))
    await writes(Speaker(vera, Language(language)), QUESTION[language])
    await olli.taps("Take it")
    return vera, olli


@BOTH
async def test_what_may_fit_stands_in_the_first_block_and_goes_by_two_taps(
    town: Town, language: str
) -> None:
    vera, olli = await has_it(town, language)
    titles = olli.words("Our own answers that may fit:\n{titles}", titles="")
    block = await olli.phone.sees(titles)
    assert ours("appeal-deadline", olli.language).title in block["text"]
    await olli.taps("Our own answers")
    preview, send = await olli.phone.button(olli.words("Send it"))
    theirs = ours("appeal-deadline", language)
    assert theirs.title in preview["text"]
    assert ours("appeal-deadline", olli.language).title in preview["text"]
    assert theirs.title not in str(vera.from_bot)
    await olli.phone.presses(preview, send)
    answer = await vera.sees(theirs.title)
    assert (" пишет · " if language == "ru" else " kirjoittaa · ") in answer["text"]
    read = "Прочитать" if language == "ru" else "Lue vastaus"
    assert (await vera.button(read))[1] == "ar:appeal-deadline:0"
    assert await olli.phone.presses(preview, send) == olli.words(USED)
    whole = {"ru": "Ответ целиком и с источниками", "fi": "Koko vastaus lähteineen"}[language]
    assert str(vera.from_bot).count(whole) == 1
    await vera.taps(read)
    await vera.sees(theirs.title)


@BOTH
async def test_by_topic(town: Town, language: str) -> None:
    vera, olli = await has_it(town, language)
    await olli.taps("Our own answers", "By topic")
    await olli.phone.taps(section_name(Section.WORK, olli.tr))
    named = library().of_section(Section.WORK, olli.language)[0]
    await olli.phone.taps(named.button)
    theirs = ours(named.slug, language)
    await olli.phone.sees(theirs.title)
    await olli.taps("Back to the topic")
    await olli.phone.taps(named.button)
    await olli.phone.sees(theirs.title)
    assert theirs.title not in str(vera.from_bot)
    await olli.taps("Send it")
    await vera.sees(theirs.title)


@BOTH
async def test_by_words_typed_even_in_the_thread(town: Town, language: str) -> None:
    vera, olli = await has_it(town, language)
    block = await olli.phone.sees(QUESTION[language])
    await olli.taps("Our own answers", "By words")
    await olli.sees("Which words are in the answer? Write some. Nobody else gets them.")
    words = ours("work-when", olli.language).title
    olli.phone.says(words, **reply_to(town, block))
    await olli.sees("What you wrote went to nobody: these were looked for.")
    theirs = ours("work-when", language)
    await olli.phone.sees(theirs.title)
    assert words not in str(vera.from_bot)
    await olli.taps("Send it")
    await vera.sees(theirs.title)
    olli.phone.says("Und das von mir", **reply_to(town, block))
    await vera.sees("Und das von mir")


async def test_an_answer_typed_where_words_were_asked_for_is_not_lost(town: Town) -> None:
    vera, olli = await has_it(town, "ru")
    block = await olli.phone.sees(QUESTION["ru"])
    await olli.taps("Our own answers", "By words")
    olli.phone.says("Ъъъ щщщ ыыы", **reply_to(town, block))
    await olli.sees("What you wrote went to nobody, and none of our own answers is like it.")
    assert "Ъъъ" not in str(vera.from_bot)
    await olli.taps("By topic")
    await olli.sees("What is the answer to be about?")
    alias = block["text"].split("\n")[0].partition(" · ")[2]
    await olli.phone.taps(olli.words("It was an answer: send it to {alias}", alias=alias))
    await vera.sees("Ъъъ щщщ ыыы")


async def test_what_is_typed_in_another_question_belongs_there(town: Town) -> None:
    vera, olli = await has_it(town, "ru")
    first = await olli.phone.sees(olli.words("Our own answers that may fit:\n{titles}", titles=""))
    other = await town.emigre("ru", name="Other")
    await asks(other, "Другой вопрос")
    await olli.taps("Take it")
    block = await olli.phone.sees("Другой вопрос")
    keys = [key for row in first["reply_markup"]["inline_keyboard"] for key in row]
    ours_of_first = next(key for key in keys if key["text"] == olli.words("Our own answers"))
    await olli.phone.presses(first, ours_of_first["callback_data"])
    await olli.taps("By words")
    await olli.sees("Which words are in the answer? Write some. Nobody else gets them.")
    olli.phone.says("Ответ на другой", **reply_to(town, block))
    await other.sees("Ответ на другой")
    assert "Ответ на другой" not in str(vera.from_bot)


async def test_a_question_that_is_like_nothing_leads_to_topics_and_words(town: Town) -> None:
    vera = await town.emigre("ru")
    olli = Speaker(await town.member("fi"), Language.FINNISH)
    await asks(vera, "Ъъъ щщщ ыыы")
    await olli.taps("Take it")
    await olli.phone.sees("Ъъъ щщщ ыыы")
    assert "Omat vastauksemme, jotka" not in str(olli.phone.from_bot)
    await opens(olli)
    await olli.taps("Our own answers")
    await olli.sees("None of our own answers is like this question.")
    await olli.taps("By words", "Back")
    await olli.sees("None of our own answers is like this question.")
    await olli.taps("By topic", "Back")
    await olli.sees("None of our own answers is like this question.")
    await olli.taps("Back")
    await olli.sees("It waits for your answer.")


@BOTH
async def test_a_guess_is_opened_before_it_can_be_sent(town: Town, language: str) -> None:
    vera = Speaker(await town.emigre(language), Language(language))
    olli = Speaker(await town.member(language_at(town)), Language(language_at(town)))
    doctor = {"ru": "Где найти детского врача?", "fi": "Mistä löydän lastenlääkärin?"}[language]
    await writes(vera, doctor)
    await olli.taps("Take it", "Our own answers")
    guess = "No answer surely fits. One of these may: open it to see what would go."
    shown = await olli.sees(guess)
    rows = [row[0]["text"] for row in shown["reply_markup"]["inline_keyboard"]]
    assert rows[0] == ours("lawyer", olli.language).button, "no way to send it unseen"
    await olli.phone.taps(rows[0])
    await olli.taps("Send it")
    await vera.phone.sees(ours("lawyer", language).title)


@BOTH
async def test_what_leads_to_the_whole_of_it_goes_with_an_answer_that_is_deleted(
    town: Town, language: str
) -> None:
    vera, olli = await has_it(town, language)
    await olli.taps("Our own answers", "Send it")
    theirs = ours("appeal-deadline", language)
    whole = {"ru": "Ответ целиком и с источниками", "fi": "Koko vastaus lähteineen"}[language]
    await vera.sees(whole)
    await olli.taps("Delete on the other side")
    await vera.loses(theirs.title)
    await vera.loses(whole)
