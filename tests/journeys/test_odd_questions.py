"""What people type or send that is no question in our languages: kindly met, nothing lost."""

import pytest

from tests.journeys.test_bad_input import sends
from tests.journeys.test_draft import begins
from tests.speaker import speaker
from tests.town import Town

languages = pytest.mark.parametrize("language", ["ru", "fi"])
CODE = "131052-308T"
LEAVE_OUT = {"ru": "В вашем тексте есть личный код", "fi": "Tekstissäsi on henkilötunnus"}
ASK_THIS = {"ru": "Спросить об этом человека", "fi": "Kysy tästä ihmiseltä"}
WILL_GO = {"ru": "Будет отправлено:", "fi": "Tämä lähetetään:"}
NOBODY_SAW = {"ru": "Этого никто не увидел", "fi": "Tätä ei näytetty kenellekään"}
PAPER = {"ru": "Это решение?", "fi": "Onko se päätös?"}
DEADLINE = {"ru": "Срок жалобы: сколько дней…", "fi": "Valitusaika: montako päivää…"}
MICROPHONE = {"ru": "микрофон", "fi": "mikrofoni"}


@languages
@pytest.mark.parametrize(
    ("typed", "sorry"),
    [
        ("How long do I have to wait for it?", "Sorry: I understand Russian and Finnish"),
        ("Hur lång tid tar det att få ett beslut?", "Tyvärr förstår jag bara ryska och finska"),
        ("Скільки чекати, що робити?", "Вибачте, я розумію лише російську"),
    ],
)
async def test_another_language_is_met_in_it_and_offered_ours(
    town: Town, language: str, typed: str, sorry: str
) -> None:
    vera = await town.emigre(language, agrees=False)
    vera.says(typed)
    shown = await vera.sees(sorry)
    assert "112" in shown["text"]
    await vera.button(ASK_THIS[language])
    await vera.taps("Suomi")
    await vera.sees("Miten voimme auttaa?")


@languages
async def test_a_personal_identity_code_is_warned_of_and_reaches_no_editor(
    town: Town, language: str
) -> None:
    kaisa, vera = await town.coordinator("fi"), await town.emigre(language)
    vera.says(f"qwrtpsdfg {CODE}")
    await vera.sees(LEAVE_OUT[language])
    await vera.taps({"ru": "Показать редакторам?", "fi": "Saavatko toimittajat lukea?"}[language])
    await vera.taps({"ru": "Да, можно прочесть", "fi": "Kyllä, saavat lukea"}[language])
    kaisa.says("/start")
    await kaisa.taps("Mitä lukijat kertovat")
    await kaisa.taps("Meille annettuja kysymyksiä: 1")
    given = await kaisa.sees("qwrtpsdfg […]")
    assert CODE not in str(given)


@languages
async def test_a_draft_with_a_code_says_so_until_it_is_edited(town: Town, language: str) -> None:
    vera = await town.emigre(language)
    typed = vera.says(f"qwrtpsdfg {CODE}")
    await vera.taps(ASK_THIS[language])
    draft = await vera.sees(WILL_GO[language])
    assert LEAVE_OUT[language] in draft["text"]
    town.telegram.edits(vera.user, vera.bot, typed["message_id"], "qwrtpsdfg")
    await vera.until(
        lambda: any(
            WILL_GO[language] in said["text"] and LEAVE_OUT[language] not in said["text"]
            for said in vera.from_bot
        )
    )


@languages
async def test_a_picture_of_a_decision_is_not_read_but_its_three_things_are_named(
    town: Town, language: str
) -> None:
    vera = await town.emigre(language, agrees=False)
    sends(vera, "photo")
    said = await vera.sees(NOBODY_SAW[language])
    assert PAPER[language] in said["text"]
    assert "valitusosoitus" in said["text"]
    await vera.taps(DEADLINE[language])


@languages
async def test_a_voice_is_not_heard_and_another_way_is_named(town: Town, language: str) -> None:
    vera = await town.emigre(language, agrees=False)
    sends(vera, "voice")
    assert MICROPHONE[language] in (await vera.sees(NOBODY_SAW[language]))["text"]


@pytest.mark.parametrize("language", ["ru", "fi"])
async def test_what_looks_like_a_command_and_is_none_goes_into_no_question(
    town: Town, language: str
) -> None:
    vera, olli = await speaker(town, language), await town.member("fi")
    await begins(vera)
    vera.phone.says("Первое")
    await vera.sees("This will be sent:")
    vera.phone.says("/foo")
    await vera.phone.sees("/foo")
    vera.phone.says("/ не команда")
    await vera.phone.until(lambda: "Первое\n\n/ не команда" in vera.shows())
    await vera.taps("Send")
    await olli.taps("Ota kysymys")
    await olli.sees("Первое")
    vera.phone.says("/bar@town_bot")
    await vera.phone.sees("/bar")
    vera.phone.says("Второе")
    await olli.sees("Второе")
    assert "/foo" not in str(olli.from_bot)
    assert "/bar" not in str(olli.from_bot)
