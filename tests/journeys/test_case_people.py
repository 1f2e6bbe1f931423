"""My case: several people, each with a case of their own, and a note."""

from bot.core.cases import Whose
from tests.journeys.test_case import (
    ADD,
    CASE,
    CHILD,
    HERE,
    HOME,
    MORE,
    NOTHING,
    UNDO,
    WHO,
    an_interview,
    in_store,
    languages,
    waits,
)
from tests.town import Town

NOTE = {"ru": "Заметка", "fi": "Muistiinpano"}
DROP_NOTE = {"ru": "Удалить заметку", "fi": "Poista muistiinpano"}
DELETE = {"ru": "Удалить", "fi": "Poista"}
YES_DELETE = {"ru": "Да, удалить", "fi": "Kyllä, poista"}


@languages
async def test_each_person_has_a_case_of_their_own(town: Town, language: str) -> None:
    vera = await waits(town, language)
    await vera.taps(MORE[language])
    await vera.taps(WHO[language])
    await vera.taps(ADD[language])
    await vera.taps(f"{CHILD[language]} 1")
    await vera.sees(NOTHING[language])
    await vera.taps(MORE[language])
    await vera.taps(WHO[language])
    await vera.until(lambda: vera.labels[:2] == [CASE[language], f"{CHILD[language]} 1"])
    await vera.taps(ADD[language])
    await vera.until(lambda: f"{CHILD[language]} 2" in vera.labels)
    await vera.taps({"ru": "Назад", "fi": "Takaisin"}[language])
    await vera.taps(f"{CHILD[language]} 1")
    await vera.taps(MORE[language])
    await vera.taps(DELETE[language])
    await vera.sees(f"{CHILD[language]} 1?")
    await vera.taps(YES_DELETE[language])
    await vera.sees(HERE[language])


@languages
async def test_the_dates_of_the_family_stand_with_ones_own(town: Town, language: str) -> None:
    vera = await waits(town, language)
    await in_store(town, an_interview(9))
    await in_store(town, an_interview(5, Whose.CHILD_1))
    child = f"{CHILD[language]} 1"
    await vera.taps(HOME[language])
    await vera.sees(
        {"ru": "Ближайшая дата, Ребёнок 1: ", "fi": "Seuraava päivä, Lapsi 1: "}[language]
    )
    await vera.taps(CASE[language])
    await vera.sees({"ru": "через 5 дней", "fi": "5 päivän päästä"}[language])
    own = await vera.sees(f"{child}: ")
    assert {"ru": "через 9 дней", "fi": "9 päivän päästä"}[language] in own["text"]
    await vera.taps(MORE[language])
    await vera.taps(WHO[language])
    await vera.taps(child)
    await vera.loses(f"{child}: ")
    await vera.taps({"ru": "Интервью…", "fi": "Puhuttelu…"}[language])
    await vera.taps(child)
    await vera.sees({"ru": "через 5 дней", "fi": "5 päivän päästä"}[language])


async def test_deleting_a_case_says_that_its_dates_go(town: Town) -> None:
    vera = await waits(town, "ru")
    await in_store(town, an_interview(5))
    await vera.taps("Ещё…")
    await vera.taps("Удалить")
    await vera.sees("И 1 дата: напоминаний о ней больше не будет.")
    await vera.taps("Да, удалить")
    await vera.sees(NOTHING["ru"])
    await vera.taps("Главное меню")
    await vera.loses("Ближайшая дата")


@languages
async def test_a_note_is_kept_changed_and_deleted(town: Town, language: str) -> None:
    vera = await waits(town, language)
    await vera.taps(MORE[language])
    await vera.taps(NOTE[language])
    vera.says("<b>7</b>")
    await vera.sees("<b>7</b>")
    vera.says("7" * 1003)
    await vera.sees({"ru": "длиннее на 3 знака", "fi": "3 merkkiä liian pitkä"}[language])
    assert "<b>7</b>" in vera.from_bot[-1]["text"]
    await vera.taps(DROP_NOTE[language])
    await vera.sees({"ru": "Заметка удалена", "fi": "Muistiinpano on poistettu"}[language])
    await vera.taps(MORE[language])
    await vera.until(lambda: WHO[language] in vera.labels)
    assert UNDO[language] not in vera.labels


@languages
async def test_an_identity_code_is_not_kept_in_a_note(town: Town, language: str) -> None:
    vera = await waits(town, language)
    await vera.taps(MORE[language])
    await vera.taps(NOTE[language])
    vera.says("7")
    await vera.button(DROP_NOTE[language])
    vera.says("131052-308T 104729")
    warned = await vera.sees("henkilötunnus")
    assert "131052" not in warned["text"]
    assert "7" in warned["text"]
    await vera.taps({"ru": "Сохранить без кода", "fi": "Säilytä ilman tunnusta"}[language])
    assert "131052" not in (await vera.sees("[…] 104729"))["text"]
    await vera.taps(
        {"ru": "Вернуть прежнюю заметку", "fi": "Palauta entinen muistiinpano"}[language]
    )
    await vera.sees({"ru": "Заметка: другой текст", "fi": "Muistiinpano: eri teksti"}[language])


async def test_a_question_typed_as_a_note_can_go_to_a_person(town: Town) -> None:
    vera = await waits(town, "ru")
    await vera.taps("Ещё…")
    await vera.taps("Заметка")
    vera.says("104729")
    await vera.button("Удалить заметку")
    assert "Спросить об этом человека" not in vera.labels
    vera.says("как подать жалобу?")
    await vera.button("Вернуть прежнюю заметку")
    await vera.taps("Спросить об этом человека")
    await vera.sees("Будет отправлено:\n\nкак подать жалобу?")


async def test_words_of_danger_are_no_note(town: Town) -> None:
    vera = await waits(town, "ru")
    await vera.taps("Ещё…")
    await vera.taps("Заметка")
    vera.says("меня задержали сейчас помогите")
    await vera.sees("звоните 112")
