"""Somebody takes an answer along: kept, copied, as a file, by a link, in the other language."""

from datetime import timedelta

import pytest

from tests.journeys.test_odd_orders import key
from tests.journeys.test_own_data import file_of
from tests.town import Phone, Town

languages = pytest.mark.parametrize("language", ["ru", "fi"])
USES = {"ru": "Сохранить, поделиться", "fi": "Tallenna tai jaa"}
KEEP = {"ru": "Сохранить для себя", "fi": "Pidä tallessa"}
KEPT = {"ru": "Сохранённое", "fi": "Tallessa olevat"}
DROP = {"ru": "Больше не хранить", "fi": "Poista tallesta"}
NOTHING_KEPT = {"ru": "Сохранённых ответов нет.", "fi": "Et pidä tallessa yhtään vastausta."}
AGREE = {"ru": "Да, согласиться", "fi": "Kyllä, suostun"}
COPY = {"ru": "Скопировать и переслать", "fi": "Kopioi jaettavaksi"}
FILE = {"ru": "Прислать файлом", "fi": "Lähetä tiedostona"}
OTHER = {"ru": "На другом языке (по-фински)", "fi": "Toisella kielellä (venäjäksi)"}
TITLE = {
    "ru": "Срок жалобы: сколько дней и как считать",
    "fi": "Valitusaika: montako päivää ja miten lasken",
}
HOME = {"ru": "Главное меню", "fi": "Alkuun"}
CLEAR = {"ru": "Понятно", "fi": "Selvä"}
UNCLEAR = {"ru": "Непонятно", "fi": "Epäselvä"}
WRONG = {"ru": "Здесь ошибка", "fi": "Tässä on virhe"}
FIGURE = {"ru": "Число или дата", "fi": "Luku tai päivä"}
OWN_PAPERS = {
    "ru": "Сначала смотрите в свои бумаги.",
    "fi": "Katso aina ensin omista papereistasi.",
}
MARK_MEANS = {"ru": "⚠️ — не подтверждено", "fi": "⚠️ = ei vahvistettu"}
THANKS = {"ru": "Спасибо.", "fi": "Kiitos."}


async def opens(phone: Phone, language: str) -> None:
    """Come to what one can do with an answer by a link."""
    phone.says("/start a_appeal-deadline")
    await phone.sees(TITLE[language])
    await phone.taps(USES[language])


async def gets_file(phone: Phone) -> None:
    chat = phone.town.telegram.chat(phone.user, phone.bot)
    await phone.until(lambda: any("document" in message for message in chat.messages))


@languages
async def test_a_link_leads_to_an_answer_even_before_the_language(
    town: Town, language: str
) -> None:
    vera = Phone(town, town.telegram.add_user("Vera", language_code=language), town.outside)
    vera.says("/start a_appeal-deadline")
    await vera.taps({"ru": "Русский", "fi": "Suomi"}[language])
    shown = await vera.sees(TITLE[language])
    assert "112" in shown["text"], "who we are stands beneath it"


async def test_a_link_to_what_is_gone_leads_to_the_topics(town: Town) -> None:
    vera = await town.emigre("ru")
    vera.says("/start a_no-such-answer")
    await vera.sees("О чём вы хотите узнать?")


@languages
async def test_kept_after_a_yes_found_on_home_and_kept_no_longer(town: Town, language: str) -> None:
    vera = await town.emigre(language, agrees=False)
    await opens(vera, language)
    await vera.taps(KEEP[language])
    await vera.taps(AGREE[language])
    await vera.button(DROP[language])
    await vera.taps(HOME[language])
    await vera.taps(KEPT[language])
    await vera.taps(f"{TITLE[language][:12]}…")
    await vera.taps(USES[language])
    await vera.taps(DROP[language])
    await vera.button(KEEP[language])
    await vera.taps(HOME[language])
    await vera.sees({"ru": "Чем вам помочь?", "fi": "Miten voimme auttaa?"}[language])
    assert KEPT[language] not in vera.labels


@languages
async def test_as_text_that_does_not_tell_where_it_is_from(town: Town, language: str) -> None:
    vera = await town.emigre(language, agrees=False)
    await opens(vera, language)
    await vera.taps(COPY[language])
    shown = await vera.sees("[1] ")
    copied = next(each for each in shown["entities"] if each["type"] == "pre")
    text = shown["text"].encode("utf-16-le")[2 * copied["offset"] :][: 2 * copied["length"]]
    plain = text.decode("utf-16-le")
    assert plain.startswith(TITLE[language])
    assert "https://" in plain
    assert "2026" in plain.splitlines()[-1], "the day it was checked"
    assert OWN_PAPERS[language] in plain
    assert plain.index(MARK_MEANS[language]) > plain.index("⚠️"), "a guess is known for one"
    assert "majakka" not in plain.lower()
    assert "<" not in plain


@languages
async def test_as_a_file_with_all_parts(town: Town, language: str) -> None:
    vera = await town.emigre(language, agrees=False)
    await opens(vera, language)
    await vera.taps(FILE[language])
    await gets_file(vera)
    content = file_of(vera, "answer.txt")
    assert content.startswith(TITLE[language].upper())
    assert "[5] " in content
    assert MARK_MEANS[language] in content
    assert "majakka" not in content.lower()


@languages
async def test_in_the_other_language_and_back(town: Town, language: str) -> None:
    vera = await town.emigre(language, agrees=False)
    other = {"ru": "fi", "fi": "ru"}[language]
    await opens(vera, language)
    await vera.taps(OTHER[language])
    await vera.sees(TITLE[other])
    await vera.taps("→ …")
    await vera.taps({"ru": "К ответу", "fi": "Takaisin vastaukseen"}[language])
    await vera.sees(TITLE[language])


@languages
async def test_what_readers_tell_reaches_coordinators_without_who_they_are(
    town: Town, language: str
) -> None:
    kaisa, vera = await town.coordinator("fi"), await town.emigre(language, agrees=False)
    await opens(vera, language)
    await vera.taps(CLEAR[language])
    await vera.sees(THANKS[language])
    await opens(vera, language)
    await vera.taps(UNCLEAR[language])
    await vera.sees(THANKS[language])
    await opens(vera, language)
    await vera.taps(WRONG[language])
    await vera.taps(FIGURE[language])
    await vera.sees(THANKS[language])
    kaisa.says("/start")
    await kaisa.taps("Mitä lukijat kertovat")
    told = await kaisa.sees("Epäselviä lukijoille")
    assert "1 / 2" in told["text"]
    assert "Vera" not in str(told)
    wrong, seen = key(told, f"Luku tai päivä · {language.upper()} · 1 · Valitusaika")
    await kaisa.presses(wrong, seen)
    await kaisa.sees("Onko tämä hoidettu?")
    await kaisa.taps("Ei, jätä")
    told = await kaisa.sees("Epäselviä lukijoille")
    await kaisa.presses(*key(told, f"Luku tai päivä · {language.upper()} · 1 · Valitusaika"))
    await kaisa.taps("Kyllä, hoidettu")
    await kaisa.until(lambda: "rt:figure" not in str(kaisa.from_bot[-1]))


@languages
async def test_a_question_without_an_answer_is_given_to_the_editors(
    town: Town, language: str
) -> None:
    kaisa, vera = await town.coordinator("fi"), await town.emigre(language, agrees=False)
    question = {"ru": "рецепт борща со сметаной", "fi": "mistä saa halvat talvirenkaat"}[language]
    vera.says(question)
    await vera.taps({"ru": "Показать редакторам?", "fi": "Saavatko toimittajat lukea?"}[language])
    await vera.taps({"ru": "Да, можно прочесть", "fi": "Kyllä, saavat lukea"}[language])
    await vera.sees(THANKS[language])
    kaisa.says("/start")
    await kaisa.taps("Mitä lukijat kertovat")
    counted = await kaisa.sees("Kirjoitettu, eikä vastausta löytynyt")
    assert counted["text"].splitlines()[-1].endswith(": 1"), "by topic"
    await kaisa.taps("Meille annettuja kysymyksiä: 1")
    given = await kaisa.sees(question)
    assert "Vera" not in str(given)
    assert given["has_protected_content"]
    await kaisa.taps("Luettu: poista")
    await kaisa.loses(question)
    menu, _ = await kaisa.button("Mitä kukaan ei ole vahvistanut")
    assert "has_protected_content" not in menu


async def test_words_that_cannot_be_deleted_any_more_give_way_all_the_same(town: Town) -> None:
    kaisa, vera = await town.coordinator("fi"), await town.emigre("ru", agrees=False)
    vera.says("рецепт борща со сметаной")
    await vera.taps("Показать редакторам?")
    await vera.taps("Да, можно прочесть")
    kaisa.says("/start")
    await kaisa.taps("Mitä lukijat kertovat")
    await kaisa.taps("Meille annettuja kysymyksiä: 1")
    await kaisa.sees("рецепт борща со сметаной")
    town.clock.push(timedelta(hours=49))
    town.refused_by_plan.add("deleteMessage")
    await kaisa.taps("Luettu: poista")
    await kaisa.loses("рецепт борща")
    await kaisa.sees("Mitä lukijat kertovat")


async def test_a_newcomers_very_first_words_can_be_given_to_the_editors_and_asked(
    town: Town,
) -> None:
    kaisa = await town.coordinator("fi")
    vera = Phone(town, town.telegram.add_user("Vera", language_code="ru"), town.outside)
    vera.says("рецепт борща со сметаной")
    await vera.taps("Русский")
    await vera.taps("Показать редакторам?")
    shown, yes = await vera.button("Да, можно прочесть")
    await vera.presses(shown, yes)
    await vera.sees(THANKS["ru"])
    await vera.presses(shown, yes)
    kaisa.says("/start")
    await kaisa.taps("Mitä lukijat kertovat")
    await kaisa.taps("Meille annettuja kysymyksiä: 1")
    await kaisa.sees("рецепт борща со сметаной")
    await vera.taps("Спросить об этом человека")
    await vera.taps(AGREE["ru"])
    await vera.sees("Будет отправлено:\n\nрецепт борща со сметаной")


async def test_a_long_question_is_read_by_the_editors_to_its_end(town: Town) -> None:
    kaisa, vera = await town.coordinator("fi"), await town.emigre("ru")
    for question in ("рецепт борща", "рецепт " + "борща со сметаной " * 220 + "КОНЕЦ"):
        vera.says(question)
        await vera.taps("Показать редакторам?")
        await vera.taps("Да, можно прочесть")
    kaisa.says("/start")
    await kaisa.taps("Mitä lukijat kertovat")
    await kaisa.taps("Meille annettuja kysymyksiä: 2")
    shown = await kaisa.sees("Osa 1/2")
    assert "КОНЕЦ" not in shown["text"]
    await kaisa.taps("Seuraavat ▶")
    shown = await kaisa.sees("КОНЕЦ")
    assert "Osa 2/2" in shown["text"]
    await kaisa.taps("Luettu: poista kaikki osat (2)")
    shown = await kaisa.sees("рецепт борща")
    assert "Osa" not in shown["text"], "both parts went, and a short one has none"
    assert "Seuraavat ▶" not in kaisa.labels


async def test_what_was_sent_to_a_volunteer_is_not_given_to_the_editors_too(town: Town) -> None:
    vera = await town.emigre("ru")
    vera.says("рецепт борща со сметаной")
    await vera.taps("Показать редакторам?")
    shown, yes = await vera.button("Да, можно прочесть")
    await vera.taps("Спросить об этом человека")
    await vera.sees("Будет отправлено:")
    answer = await vera.presses(shown, yes)
    assert answer == "Этот текст уже отправлен, или его здесь больше нет."


async def test_what_nobody_has_confirmed_comes_as_a_list(town: Town) -> None:
    kaisa = await town.coordinator("fi")
    kaisa.says("/start")
    await kaisa.taps("Mitä lukijat kertovat")
    await kaisa.taps("Mitä kukaan ei ole vahvistanut")
    await gets_file(kaisa)
    content = file_of(kaisa, "unconfirmed.txt")
    assert "Ask: " in content
    assert "ru/articles/appeal-deadline.md: " in content


@languages
async def test_a_no_to_keeping_leads_back_to_the_answer(town: Town, language: str) -> None:
    vera = await town.emigre(language, agrees=False)
    await opens(vera, language)
    await vera.taps(KEEP[language])
    await vera.button(AGREE[language])
    await vera.taps({"ru": "Нет", "fi": "Ei"}[language])
    await vera.button(KEEP[language])


async def test_nothing_but_a_mistake_is_counted_as_one(town: Town) -> None:
    kaisa, vera = await town.coordinator("fi"), await town.emigre("ru")
    await opens(vera, "ru")
    await vera.presses(vera.from_bot[-1], "tw:appeal-deadline:unanswered")
    await vera.sees("О чём вы хотите узнать?")
    kaisa.says("/start")
    await kaisa.taps("Mitä lukijat kertovat")
    await kaisa.button("Mitä kukaan ei ole vahvistanut")
