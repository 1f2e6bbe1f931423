"""A helper asks a colleague in, or to take a question over: nobody is left alone with too much."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from bot.core.languages import Language
from bot.core.routing.daytime import later_by_day
from bot.core.routing.intake import Intake, Skill
from bot.relay.company import SAYS_NOTHING
from bot.store.store import Store
from bot.ui.aliases import member_name
from tests.journeys.test_case import in_store
from tests.journeys.test_question import asks, reply_to
from tests.journeys.test_team import comes_home, name_of, threads
from tests.speaker import Speaker
from tests.town import Phone, Town

RUSSIAN, FINNISH = frozenset({Language.RUSSIAN}), frozenset({Language.FINNISH})
QUESTION = "Мне отказали, что теперь?"
in_both_languages = pytest.mark.parametrize("language", ["ru", "fi"])


def language_at(town: Town) -> str:
    """Return what the team speaks: with topics one language, flat the other."""
    return "fi" if town.inside is town.outside else "ru"


@dataclass
class Team:
    """Who helps: a Russian-speaking volunteer, an interpreter, a lawyer who speaks Finnish."""

    olli: Speaker
    nina: Speaker
    liisa: Speaker
    names: list[str]
    """Of the interpreter, then of the lawyer, as the volunteer reads them."""


async def a_team(town: Town, language: str) -> Team:
    """Let three join, and say what they do."""
    intakes = (
        Intake(languages=RUSSIAN),
        Intake(skills=frozenset({Skill.INTERPRETER}), cap=1),
        Intake(languages=FINNISH, skills=frozenset({Skill.LAWYER})),
    )
    phones = [await town.member(language, name=name) for name in ("Olli", "Nina", "Liisa")]
    codes: list[str] = []

    async def say(store: Store) -> None:
        for member, intake in zip(await store.team.all(), intakes, strict=True):
            await store.offers.say_intake(member.person_id, intake)
            codes.append(member.code)

    await in_store(town, say)
    olli, nina, liisa = (Speaker(phone, Language(language)) for phone in phones)
    names = [str(member_name(code, olli.tr)) for code in codes[1:]]
    return Team(olli, nina, liisa, names)


async def takes(vera: Phone, olli: Speaker) -> dict[str, Any]:
    await asks(vera, QUESTION)
    await olli.taps("Take it")
    return await olli.phone.sees(QUESTION)


async def opens(member: Speaker) -> None:
    """Open the only question of a member, from home."""
    home = await comes_home(member.phone)
    keys = [key for row in home["reply_markup"]["inline_keyboard"] for key in row]
    key = next(key for key in keys if " · " in key["text"])
    await member.phone.presses(home, key["callback_data"])


async def asks_in(olli: Speaker, what: str, name: str) -> None:
    """Ask a colleague for something."""
    await opens(olli)
    await olli.taps("A colleague’s help", what)
    await olli.phone.taps(f"{name} · {olli.words('on duty')}…")
    await olli.phone.sees(name)


@in_both_languages
async def test_a_lawyer_and_an_interpreter_meet_whoever_asks(town: Town, language: str) -> None:
    vera, team = await town.emigre("ru"), await a_team(town, language)
    block = await takes(vera, team.olli)
    olli, nina, liisa = team.olli, team.nina, team.liisa

    await asks_in(olli, "Ask an interpreter in", team.names[0])
    asked = await nina.phone.button(nina.words("Yes"))
    assert QUESTION not in str(nina.phone.from_bot)
    await nina.phone.presses(*asked)
    there = await nina.phone.sees(QUESTION)
    assert there["has_protected_content"]
    told = await vera.sees("теперь переводит")
    assert "Что-то не так" in told["text"]
    await asks_in(olli, "Ask a lawyer in", team.names[1])
    await liisa.taps("Yes")
    at = await liisa.phone.sees(QUESTION)
    assert "не на вашем языке" in (await vera.sees("помогает и юрист"))["text"]
    assert "не на вашем языке" not in told["text"]

    liisa.phone.says("Valitusaika on papereissasi.", **reply_to(town, at))
    answer = await vera.sees("Valitusaika on papereissasi.")
    assert "юрист, пишет" in answer["text"]
    await olli.phone.sees("Valitusaika on papereissasi.")
    heard = await nina.phone.sees("Valitusaika on papereissasi.")
    assert heard["has_protected_content"]
    nina.phone.says("Срок обжалования указан в ваших бумагах.", **reply_to(town, there))
    rendered = await vera.sees("Срок обжалования указан")
    assert "переводит · вопрос" in rendered["text"]
    await liisa.phone.sees("Срок обжалования указан")
    vera.says("А где именно?")
    for helper in (olli, nina, liisa):
        await helper.phone.sees("А где именно?")
    receipt = (await vera.sees("Это прочтут все"))["text"]
    assert "(переводчик)" in receipt
    assert "(юрист)" in receipt
    await vera.taps("Мой вопрос…")
    assert "(юрист)" in (await vera.sees("Его читают также"))["text"]
    await vera.taps("Прочитать всё")
    thread = (await vera.sees("Valitusaika on papereissasi."))["text"]
    assert "(юрист)" in thread
    olli.phone.says("На последней странице.", **reply_to(town, block))
    await vera.sees("На последней странице.")
    await liisa.phone.sees("На последней странице.")


async def test_a_change_reaches_everybody_who_read_it_and_a_deletion_too(town: Town) -> None:
    vera, team = await town.emigre("ru"), await a_team(town, language_at(town))
    await takes(vera, team.olli)
    await asks_in(team.olli, "Ask an interpreter in", team.names[0])
    await team.nina.taps("Yes")
    there = await team.nina.phone.sees(QUESTION)
    typed = team.nina.phone.says("Перевод первый", **reply_to(town, there))
    for reader in (vera, team.olli.phone):
        await reader.sees("Перевод первый")
    town.telegram.edits(team.nina.phone.user, team.nina.phone.bot, typed["message_id"], "Второй")
    for reader in (vera, team.olli.phone):
        changed = await reader.sees("Второй")
        assert "Перевод первый" not in changed["text"]
    await team.nina.taps("Delete on the other side")
    for reader in (vera, team.olli.phone):
        await reader.loses("Второй")


async def test_a_question_goes_to_one_colleague_who_said_yes(town: Town) -> None:
    vera, team = await town.emigre("ru"), await a_team(town, language_at(town))
    olli, nina = team.olli, team.nina
    block = await takes(vera, olli)
    olli.phone.says("Первый ответ", **reply_to(town, block))
    await vera.sees("Первый ответ")
    await olli.taps("A colleague’s help", "Hand the question over")  # from the first block
    await olli.phone.taps(f"{team.names[0]} · {olli.words('on duty')}")
    await olli.phone.sees(team.names[0])
    assert QUESTION not in str(nina.phone.from_bot)
    olli.phone.says("Пока ещё я", **reply_to(town, block))
    await vera.sees("Пока ещё я")
    await nina.taps("Yes")
    at = await nina.phone.sees(QUESTION)
    await nina.phone.sees("Первый ответ")
    await vera.sees("дальше помогает")
    await olli.phone.loses(QUESTION)
    assert threads(olli.phone) == 0
    nina.phone.says("Теперь я", **reply_to(town, at))
    await vera.sees("Теперь я")
    assert "Теперь я" not in str(olli.phone.from_bot)


async def test_who_cannot_says_so_and_the_question_stays(town: Town) -> None:
    vera, team = await town.emigre("ru"), await a_team(town, language_at(town))
    block = await takes(vera, team.olli)
    await asks_in(team.olli, "Hand the question over", team.names[0])
    letter, yes = await team.nina.phone.button(team.nina.words("Yes"))
    await team.nina.taps("No, I cannot")
    cannot = {"ru": "не может", "fi": "ei voi"}[language_at(town)]
    await team.olli.phone.sees(f"{team.names[0]} {cannot}")
    late = await team.nina.phone.presses(letter, yes)
    assert late == team.nina.words("You are not needed in this question any more. Thank you.")
    team.olli.phone.says("Я остаюсь", **reply_to(town, block))
    await vera.sees("Я остаюсь")
    assert QUESTION not in str(team.nina.phone.from_bot)


async def test_who_says_nothing_is_told_about_after_a_while(town: Town) -> None:
    vera, team = await town.emigre("ru"), await a_team(town, language_at(town))
    await takes(vera, team.olli)
    await asks_in(team.olli, "Ask an interpreter in", team.names[0])
    now = town.clock.now()
    town.clock.push(later_by_day(now, SAYS_NOTHING) - now + timedelta(minutes=1))
    words = {"ru": "пока молчит", "fi": "ei ole vielä vastannut"}[language_at(town)]
    await team.olli.phone.sees(words)
    await team.nina.taps("Yes")
    await team.nina.phone.sees(QUESTION)


async def test_who_helped_along_sees_nothing_more_once_they_went(town: Town) -> None:
    vera, team = await town.emigre("ru"), await a_team(town, language_at(town))
    await takes(vera, team.olli)
    await asks_in(team.olli, "Ask an interpreter in", team.names[0])
    await team.nina.taps("Yes")
    await team.nina.phone.sees(QUESTION)
    await opens(team.nina)
    await team.nina.taps("Help along no more", "Yes, help along no more")
    await team.nina.phone.loses(QUESTION)
    await vera.sees("больше не читает ваш вопрос")
    vera.says("Ещё одно")
    await team.olli.phone.sees("Ещё одно")
    team.nina.phone.says("Я ещё здесь?")
    await team.nina.sees("Nothing was sent: you have no question to answer.")
    assert "Я ещё здесь?" not in str(vera.from_bot)
    assert "Ещё одно" not in str(team.nina.phone.from_bot)


async def test_who_helps_along_has_less_room_for_other_questions(town: Town) -> None:
    vera, team = await town.emigre("ru"), await a_team(town, "fi")
    kaisa = Speaker(await town.coordinator("fi"), Language.FINNISH)
    await takes(vera, team.olli)
    await asks_in(team.olli, "Ask an interpreter in", team.names[0])

    async def has_room(store: Store) -> None:
        room.append([each.has_room for each in await store.offers.team() if each.cap == 1])

    room: list[list[bool]] = []
    await in_store(town, has_room)
    await team.nina.taps("Yes")
    await team.nina.phone.sees(QUESTION)
    await in_store(town, has_room)
    assert room == [[True], [False]]
    await comes_home(kaisa.phone)
    await kaisa.taps("The team")
    await kaisa.phone.taps(f"{team.names[0]}…")
    await kaisa.sees("Helps along in others: {n}.", n=1)


async def test_a_note_is_read_at_once_by_the_others_with_the_name_of_who_wrote_it(
    town: Town,
) -> None:
    vera, team = await town.emigre("ru"), await a_team(town, "fi")
    await takes(vera, team.olli)
    await asks_in(team.olli, "Ask an interpreter in", team.names[0])
    await team.nina.taps("Yes")
    await team.nina.phone.sees(QUESTION)
    await opens(team.nina)
    await team.nina.taps("Note for the team")
    team.nina.phone.says("Mitä tämä sana tarkoittaa?")
    await team.nina.taps("Keep as a note")
    heard = await team.olli.phone.sees("Mitä tämä sana tarkoittaa?")
    assert " (tulkki): Mitä tämä" in heard["text"]
    assert "Mitä tämä" not in str(vera.from_bot)


@in_both_languages
async def test_who_is_let_go_is_told_so_and_gets_their_waiting_words_back(
    town: Town, language: str
) -> None:
    vera, team = await town.emigre("ru"), await a_team(town, language)
    kaisa = await town.coordinator(language)
    olli, nina = team.olli, team.nina
    await takes(vera, olli)
    await asks_in(olli, "Ask an interpreter in", team.names[0])
    await nina.taps("Yes")
    there = await nina.phone.sees(QUESTION)
    nina.phone.says("Пишите мне в личку @nina_example", **reply_to(town, there))
    await kaisa.button({"ru": "Посмотреть", "fi": "Katso"}[language] + "…")
    await opens(olli)
    await olli.taps("A colleague’s help")
    let_go = olli.words("Let {name} go", name="").strip()
    await olli.phone.taps(f"{let_go}…")
    await olli.taps("No, they stay")
    assert "не нужна" not in nina.shows()
    await olli.phone.taps(f"{let_go}…")
    await olli.taps("Yes, let them go")
    await nina.phone.loses(QUESTION)
    await nina.sees("This is what you had written:")
    await nina.phone.sees({"ru": "ваша помощь больше не нужна", "fi": "apuasi ei enää"}[language])
    assert "@nina_example" in str(nina.phone.from_bot)
    assert "в личку" not in str(vera.from_bot) + str(olli.phone.from_bot)


async def test_whoever_asked_can_send_one_away_in_silence(town: Town) -> None:
    vera, team = await town.emigre("ru"), await a_team(town, "fi")
    kaisa = await town.coordinator("fi")
    await takes(vera, team.olli)
    await asks_in(team.olli, "Ask an interpreter in", team.names[0])
    await team.nina.taps("Yes")
    await team.nina.phone.sees(QUESTION)
    await vera.sees("теперь переводит")
    await vera.taps("Мой вопрос…")
    await vera.taps("Что-то не так")
    await vera.taps("О другом человеке: …")
    await vera.taps("Не хочу, чтобы он участвовал")
    await vera.sees("больше не читает вопрос")
    await team.nina.phone.loses(QUESTION)
    await kaisa.sees(team.names[0])
    vera.says("Теперь спокойнее")
    await team.olli.phone.sees("Теперь спокойнее")
    await opens(team.olli)
    await team.olli.taps("A colleague’s help", "Ask an interpreter in")
    await team.olli.sees(
        "Nobody in the team can be asked for that just now. A note to the coordinators tells them"
        " what is missing."
    )


async def test_what_an_interpreter_writes_waits_for_eyes_as_any_answer(town: Town) -> None:
    vera, team = await town.emigre("ru"), await a_team(town, "fi")
    kaisa = await town.coordinator("fi")
    await takes(vera, team.olli)
    await asks_in(team.olli, "Ask an interpreter in", team.names[0])
    await team.nina.taps("Yes")
    there = await team.nina.phone.sees(QUESTION)
    team.nina.phone.says("Пишите мне в личку @nina_example", **reply_to(town, there))
    await kaisa.taps("Katso…")
    await kaisa.sees("Пишите мне в личку")
    assert "в личку" not in str(vera.from_bot)
    assert "в личку" not in str(team.olli.phone.from_bot)
    assert "@nina" not in str(team.liisa.phone.from_bot)


async def test_handing_back_takes_the_question_from_all_who_helped(town: Town) -> None:
    vera, team = await town.emigre("ru"), await a_team(town, "fi")
    await takes(vera, team.olli)
    await asks_in(team.olli, "Ask an interpreter in", team.names[0])
    await team.nina.taps("Yes")
    await team.nina.phone.sees(QUESTION)
    await asks_in(team.olli, "Ask a lawyer in", team.names[1])
    await team.liisa.phone.button("Kyllä")
    await opens(team.olli)
    await team.olli.taps("Hand it back", "Yes, hand it back")
    await team.nina.phone.loses(QUESTION)
    await team.nina.phone.sees("apuasi ei enää tarvita")
    await team.liisa.phone.sees("apuasi ei enää tarvita")


async def test_whoever_opens_a_question_again_finds_its_helper_alone_in_it(town: Town) -> None:
    vera, team = await town.emigre("ru"), await a_team(town, "fi")
    await takes(vera, team.olli)
    await asks_in(team.olli, "Ask an interpreter in", team.names[0])
    await team.nina.taps("Yes")
    await team.nina.phone.sees(QUESTION)
    await vera.taps("Мой вопрос…")
    await vera.taps("Закрыть вопрос")
    await vera.taps("Да, закрыть")
    await vera.taps("Открыть снова")
    await team.nina.phone.loses(QUESTION)
    vera.says("После открытия")
    await team.olli.phone.sees("После открытия")
    assert "После открытия" not in str(team.nina.phone.from_bot)


async def test_who_was_not_asked_cannot_come_in_and_learns_nothing(town: Town) -> None:
    vera, team = await town.emigre("ru"), await a_team(town, "fi")
    await takes(vera, team.olli)
    _, data = await team.olli.phone.button("Sulje kysymys")
    home = await comes_home(team.nina.phone)
    forged = data.replace("xq:", "yy:")
    said = await team.nina.phone.presses(home, forged)
    assert said == team.nina.words("You are not needed in this question any more. Thank you.")
    assert QUESTION not in str(team.nina.phone.from_bot)


@in_both_languages
async def test_who_has_not_agreed_yet_is_asked_first_and_then_comes_in(
    town: Town, language: str
) -> None:
    vera = await town.emigre("ru")
    olli = Speaker(await town.member(language), Language(language))
    nina = Speaker(await town.member(language, name="Nina", agrees=False), Language(language))
    await takes(vera, olli)
    await asks_in(olli, "Ask a second helper in", await name_of(nina.phone))
    await nina.phone.presses(*await nina.phone.button(nina.words("Yes")))
    agree = str(nina.tr("I agree: go on with {code}", code=""))
    await nina.phone.button(f"{agree}…")
    assert QUESTION not in str(nina.phone.from_bot)
    await nina.phone.taps(f"{agree}…")
    await nina.phone.sees(QUESTION)
