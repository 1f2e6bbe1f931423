"""Somebody holds a paper and wants to know what a word on it means. Nothing of it is kept."""

import pytest

from tests.faults.program import count
from tests.town import Town

languages = pytest.mark.parametrize("language", ["ru", "fi"])

TOPICS = {"ru": "Ответы по темам", "fi": "Vastaukset aiheittain"}
GLOSSARY = {"ru": "Словарь", "fi": "Sanasto"}
INVITES = {"ru": "Что значит слово на вашей бумаге?", "fi": "Mitä paperissasi oleva sana"}
MATTER = {"ru": "Решение и обжалование", "fi": "Päätös ja valitus"}
NEXT, BEFORE = {"ru": "Дальше ▶", "fi": "Seuraavat ▶"}, {"ru": "◀ Назад", "fi": "◀ Edelliset"}
BACK = {"ru": "К словам", "fi": "Takaisin sanoihin"}
LISTED = {"ru": "muutoksenhaku: обжалование", "fi": "muutoksenhaku: seeking review"}
NAMED = {
    "ru": "valitusosoitus\nПо-русски: инструкция по обжалованию\nПо-английски: appeal instructions",
    "fi": "valitusosoitus\nVenäjäksi: инструкция по обжалованию\nEnglanniksi: appeal instructions",
}
LINE = {"ru": "Лист в конце решения: в какой суд", "fi": "Päätöksen lopussa oleva ohje: mihin"}
CHECKED = {"ru": "26 ноября 2026", "fi": "26. marraskuuta 2026"}
RELATED = {"ru": "Ответы по теме", "fi": "Aiheeseen liittyvät vastaukset"}
USING = {"ru": "В этих ответах есть это слово:", "fi": "Näissä vastauksissa on tämä sana:"}
TYPED = {"ru": "валитусосотус", "fi": "valitusosotus"}
ASKS = {"ru": "что такое tiedoksianto?", "fi": "mitä tiedoksianto tarkoittaa"}
SERVED = {"ru": "Момент, когда вам официально отдали", "fi": "Hetki, jolloin päätös virallisesti"}
ASK_THIS = {"ru": "Спросить об этом человека", "fi": "Kysy tästä ihmiseltä"}
WILL_GO = {"ru": "Будет отправлено:", "fi": "Tämä lähetetään:"}
STAY = {"ru": "Могут ли выслать, пока идёт жалоба", "fi": "Voidaanko minut poistaa"}
STAY_WORD = {"ru": "Слово: täytäntöönpanokielto", "fi": "Sana: täytäntöönpanokielto"}
STAY_LINE = {"ru": "Суд запрещает высылать вас", "fi": "Tuomioistuin kieltää poistamasta"}
TAKEN = {"ru": "забрали", "fi": "otettu kiinni"}
TAKEN_WORD = {"ru": "Слово: kiinniotto", "fi": "Sana: kiinniotto"}
HELP = {"ru": "звоните 112", "fi": "soita 112"}
HETU = {"ru": "Личный номер из 11 знаков", "fi": "Oma tunnuksesi, 11 merkkiä"}


@languages
async def test_a_word_is_looked_up_from_home(town: Town, language: str) -> None:
    vera = await town.emigre(language, agrees=False)
    await vera.taps(TOPICS[language])
    await vera.taps(GLOSSARY[language])
    await vera.sees(INVITES[language])
    await vera.taps(MATTER[language])
    await vera.taps(NEXT[language])
    await vera.sees(LISTED[language])
    await vera.taps(BEFORE[language])
    await vera.taps(NEXT[language])
    for _ in range(2):
        await vera.taps(NEXT[language])
    await vera.taps("valitusosoitus")
    word = await vera.sees(NAMED[language])
    assert LINE[language] in word["text"]
    assert CHECKED[language] in word["text"]
    assert word["entities"][0]["type"] == "bold"
    assert {entity["type"] for entity in word["entities"]} >= {"text_link"}
    await vera.taps(RELATED[language])
    await vera.sees(USING[language])
    await vera.taps("valitusosoitus")
    await vera.taps(BACK[language])
    await vera.button("valitusosoitus")  # the page on which it stands
    assert len(vera.from_bot) == 1  # one screen, changed in place


@languages
async def test_a_typed_word_is_explained_at_once_with_answers_beneath(
    town: Town, language: str
) -> None:
    vera = await town.emigre(language, agrees=False)
    typed = vera.says(TYPED[language])
    word = await vera.sees(NAMED[language])
    assert LINE[language] in word["text"]
    assert vera.answers_to(typed) == [word]
    assert ASK_THIS[language] in vera.labels
    assert count(town.settings.data_dir / "majakka.db", "requests", "1") == 0


@languages
async def test_a_word_can_be_typed_under_the_glossary_and_a_person_asked(
    town: Town, language: str
) -> None:
    vera = await town.emigre(language)
    vera.says("/words")
    await vera.sees(INVITES[language])
    vera.says("хету")
    await vera.sees(HETU[language])
    await vera.taps(ASK_THIS[language])
    assert "хету" in (await vera.sees(WILL_GO[language]))["text"]


@languages
async def test_who_asks_what_a_word_means_reads_just_that(town: Town, language: str) -> None:
    vera = await town.emigre(language)
    vera.says(ASKS[language])
    await vera.sees(SERVED[language])


@languages
async def test_an_answer_that_surely_fits_comes_before_the_word(town: Town, language: str) -> None:
    vera = await town.emigre(language)
    vera.says("täytäntöönpanokielto")
    await vera.sees(STAY[language])
    await vera.taps(STAY_WORD[language])
    await vera.sees(STAY_LINE[language])


@languages
async def test_a_word_never_hides_help(town: Town, language: str) -> None:
    vera = await town.emigre(language)
    typed = vera.says(TAKEN[language])
    shown = await vera.sees(HELP[language])
    assert vera.answers_to(typed) == [shown]
    await vera.taps(TAKEN_WORD[language])
    await vera.sees("kiinniotto\n")


async def test_what_is_said_of_several_things_offers_each(town: Town) -> None:
    vera = await town.emigre("ru")
    vera.says("что такое загран")
    both = await vera.sees("passi: паспорт своей страны\n")
    assert "Venäjän ulkomaanpassi: загранпаспорт РФ\n" in both["text"]
    await vera.taps("Venäjän ulkomaanpassi")
    await vera.sees("Паспорт России для поездок за границу.")


async def test_the_words_of_an_answer_are_beneath_its_parts_and_its_sources(town: Town) -> None:
    vera = await town.emigre("ru")
    await vera.taps("Ответы по темам")
    await vera.taps("Решение")
    await vera.taps("Пришёл отказ…")
    await vera.taps("Подробнее")
    await vera.taps("Слова из этого ответа")
    await vera.sees("tiedoksianto: официальное вручение решения")
    await vera.taps("Дальше ▶")
    await vera.taps("К ответу")
    await vera.taps("Источники")
    await vera.taps("Слова из этого ответа")
    await vera.taps("hallinto-oikeus")
    await vera.sees("Суд, который проверяет решения органов власти.")


@pytest.mark.parametrize("data", ["wt:nothing", "wu:nothing", "wa:nothing:0"])
async def test_a_button_of_a_word_that_is_gone_leads_to_the_others(town: Town, data: str) -> None:
    vera = await town.emigre("ru")
    await vera.presses(vera.from_bot[-1], data)
    await vera.sees(INVITES["ru"])


@pytest.mark.parametrize("data", ["wm:decision:99", "wa:refusal-first-steps:99"])
async def test_a_page_that_is_gone_leads_to_the_nearest(town: Town, data: str) -> None:
    vera = await town.emigre("ru")
    await vera.presses(vera.from_bot[-1], data)
    await vera.button("Словарь")
