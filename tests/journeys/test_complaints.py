"""What coordinators do about what somebody says of a helper, and what nobody learns by it."""

from datetime import timedelta

from bot.core.languages import Language
from tests.journeys.test_blocking import asks_for_block, wishes_a_block
from tests.journeys.test_company import opens
from tests.journeys.test_odd_orders import key
from tests.journeys.test_question import asks
from tests.journeys.test_queue import labels
from tests.journeys.test_team import comes_home, goes, holds, name_of, opens_member, threads
from tests.speaker import Speaker
from tests.town import Phone, Town

QUESTION = "Помогите с анкетой"


async def says(vera: Phone, of: str = "") -> None:
    """Let a Russian émigré say that what their helper, or somebody beside them, writes is wrong."""
    await vera.taps("Мой вопрос…")
    await vera.taps("Что-то не так")
    if of:
        await vera.taps(of)
    await vera.taps("Написанное неверно")


async def signs_of(phone: Phone) -> str:
    """Return the two signs of a member's name, which both languages write alike."""
    return " " + (await name_of(phone)).split()[-1]


async def with_two(town: Town) -> tuple[Phone, Speaker, Phone]:
    """Return who asks, a Finnish coordinator who helps, and a Russian second helper beside her."""
    vera, kaisa = await town.emigre("ru"), Speaker(await town.coordinator("fi"), Language.FINNISH)
    olli = await town.member("ru")
    await asks(vera, QUESTION)
    await kaisa.taps("Take it")
    await kaisa.phone.sees(QUESTION)
    signs = await signs_of(olli)
    await opens(kaisa)
    await kaisa.taps("A colleague’s help", "Ask a second helper in")
    await kaisa.phone.taps(f"…{signs} · …")
    await olli.taps("Да")
    await olli.sees(QUESTION)
    return vera, kaisa, olli


async def test_the_card_names_the_helper_and_who_helps_along(town: Town) -> None:
    _, kaisa, olli = await with_two(town)
    theirs, hers = await signs_of(olli), await signs_of(kaisa.phone)
    nina = await town.coordinator("ru", name="Nina")
    queue = await goes(nina, await comes_home(nina), "Очередь", "У волонтёров")
    card = await goes(nina, queue, next(each for each in labels(queue) if " · RU · " in each), hers)
    assert theirs in card["text"]


async def test_a_second_helper_complained_of_does_not_get_the_question_back(town: Town) -> None:
    vera, _, olli = await with_two(town)
    nina = await town.coordinator("ru", name="Nina")
    await says(vera, "О другом человеке…")
    told = await nina.sees("в написанном что-то неверно")
    await nina.presses(*key(told, "Вопрос "))
    await nina.taps("Вернуть в очередь")
    offered = str(olli.from_bot).count("Взять")
    await nina.taps("Да, вернуть в очередь")
    await vera.sees("Теперь он ждёт другого")
    await olli.loses(QUESTION)
    await town.quiet()
    assert str(olli.from_bot).count("Взять") == offered
    olli.says("/waiting")
    await olli.sees("Сейчас нет вопросов")


async def test_a_new_coordinator_is_told_at_once_also_of_what_is_over(town: Town) -> None:
    vera, kaisa = await town.emigre("ru"), await town.coordinator("fi")
    await holds(vera, kaisa)
    await says(vera)
    await vera.sees("сохранено для первого")
    await vera.taps("Мой вопрос…")
    await vera.taps("Закрыть вопрос")
    await vera.taps("Да, закрыть")
    await kaisa.sees("on nyt suljettu")
    nina = await town.coordinator("ru", name="Nina")
    await town.quiet()
    town.clock.push(timedelta(minutes=6))
    told = await nina.sees("❗ Вопрос ")
    assert "Вопрос уже закрыт" in told["text"]
    assert "❗" not in str(kaisa.from_bot)


async def test_the_only_coordinator_does_not_block_who_complained_of_her(town: Town) -> None:
    vera, kaisa = await town.emigre("ru"), await town.coordinator("fi")
    await holds(vera, kaisa)
    await says(vera)
    await asks_for_block(kaisa)
    await town.quiet()
    assert "Команда закрыла" not in str(vera.from_bot)
    vera.says("Ещё")
    await kaisa.sees("Ещё")


async def test_a_helper_who_wished_a_block_reads_that_it_is_done(town: Town) -> None:
    kaisa, olli = await town.coordinator("fi"), await town.member("fi")
    vera = await town.emigre("ru")
    await holds(vera, olli)
    await wishes_a_block(olli)
    letter = await kaisa.sees("Vapaaehtoinen pyytää")
    await kaisa.presses(*key(letter, "Estä kysyjä"))
    await kaisa.taps("Kyllä, estä")
    await olli.sees("kysyjä estettiin")
    await vera.sees("Самое позднее через год")


async def test_who_is_removed_keeps_nothing_of_closed_questions(town: Town) -> None:
    vera, kaisa = await town.emigre("ru"), await town.coordinator("fi")
    olli = await town.member("fi")
    await holds(vera, olli, "Вопрос Веры")
    await olli.taps("Sulje kysymys")
    await olli.taps("Kaikkeen on vastattu")
    await vera.sees("закрывает ваш вопрос")
    await olli.sees("Вопрос Веры")
    await opens_member(kaisa, olli)
    await kaisa.taps("Poista tiimistä")
    await kaisa.taps("Kyllä, poista")
    await olli.sees("Et kuulu enää tiimiin.")
    await olli.loses("Вопрос Веры")
    assert threads(olli) == 0
    assert "läh" not in str(vera.from_bot), "of a closed question nobody is told who left"
