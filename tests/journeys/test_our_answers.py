"""A helper sees which of our own answers may fit, and sends one by taps."""

import pytest

from bot.content.library import library
from bot.core.languages import Language
from tests.journeys.test_draft import begins
from tests.journeys.test_question import asks
from tests.speaker import Speaker, speaker
from tests.town import Town

QUESTION = "Мне отказали. Сколько дней на обжалование?"
QUESTION_IN_FINNISH = "Sain kielteisen päätöksen. Kuinka monta päivää valittaa?"


async def test_what_may_fit_stands_in_the_first_block_and_goes_by_taps(town: Town) -> None:
    language = "fi" if town.inside is town.outside else "ru"
    vera = await town.emigre("ru")
    olli = Speaker(await town.member(language), Language(language))
    await asks(vera, QUESTION)
    await olli.taps("Take it")
    block = await olli.phone.sees(olli.words("Our own answers that may fit:\n{titles}", titles=""))
    article = library().article("appeal-deadline", Language(language))
    assert article
    assert article.title in block["text"]
    assert QUESTION not in block["text"]
    await olli.taps("Our own answers")
    await olli.phone.taps(article.button)
    theirs = library().article("appeal-deadline", Language.RUSSIAN)
    assert theirs
    preview, send = await olli.phone.button(olli.words("Send it"))
    assert theirs.title in preview["text"]
    assert theirs.title not in str(vera.from_bot)
    await olli.phone.presses(preview, send)
    answer = await vera.sees(theirs.title)
    assert " пишет · вопрос " in answer["text"]
    _, read = await vera.button("Прочитать")
    assert read == "ar:appeal-deadline:0"
    again = await olli.phone.presses(preview, send)
    assert again == olli.words("This text was sent already, or is not here any more.")
    assert str(vera.from_bot).count("Ответ целиком и с источниками") == 1
    await vera.taps("Прочитать")
    await vera.sees(theirs.title)


async def test_a_question_that_is_like_nothing_gets_no_list(town: Town) -> None:
    vera = await town.emigre("ru")
    olli = Speaker(await town.member("fi"), Language.FINNISH)
    await asks(vera, "Ъъъ щщщ ыыы")
    await olli.taps("Take it")
    block = await olli.phone.sees("Ъъъ щщщ ыыы")
    assert block
    assert "Omat vastauksemme, jotka" not in str(olli.phone.from_bot)


@pytest.mark.parametrize("language", ["ru", "fi"])
async def test_what_leads_to_the_whole_of_it_goes_with_an_answer_that_is_deleted(
    town: Town, language: str
) -> None:
    vera = await speaker(town, language)
    olli = Speaker(await town.member("fi"), Language.FINNISH)
    await begins(vera)
    vera.phone.says(QUESTION if language == "ru" else QUESTION_IN_FINNISH)
    await vera.taps("Send")
    await olli.taps("Take it", "Our own answers")
    article = library().article("appeal-deadline", Language.FINNISH)
    theirs = library().article("appeal-deadline", Language(language))
    assert article
    assert theirs
    await olli.phone.taps(article.button)
    await olli.taps("Send it")
    whole = vera.words("The whole answer, with its sources, to your question {code}:", code="")
    await vera.phone.sees(whole[:20])
    await olli.taps("Delete on the other side")
    await vera.phone.loses(theirs.title)
    await vera.phone.loses(whole[:20])
