"""My case: the stage and its days, several people, a note, wishes, and a copy of it all."""

from datetime import timedelta

import pytest

from bot.core.cases import Whose
from bot.core.clock import today
from bot.core.dates import Appointment, Occasion
from bot.core.people import PersonId
from bot.core.reminders import Kept
from bot.store.store import Store
from tests.almanac import appeal, day_in, keeps
from tests.journeys.test_own_data import file_of, has_files
from tests.town import Phone, Town

CASE = {"ru": "Моё дело", "fi": "Oma asiani"}
HOME = {"ru": "Главное меню", "fi": "Alkuun"}
CHOOSE = {"ru": "Выбрать мой этап", "fi": "Valitse vaiheeni"}
WAITING = {"ru": "Ждёте Migri", "fi": "Odotan Migriä"}
INTERVIEWED = {"ru": "Ждёте решения Migri", "fi": "Odotan Migrin päätöstä"}
DECISION = {"ru": "Решение Migri: пришло или вручают", "fi": "Migrin päätös tuli tai annetaan"}
REFUSED = {"ru": "Отказ, жалоба ещё не подана", "fi": "Kielteinen, en vielä valittanut"}
CHANGE = {"ru": "Сменить этап", "fi": "Vaihda vaihe"}
ANOTHER = {"ru": "Другой этап", "fi": "Muu vaihe"}
SINCE = {"ru": "С какого дня?", "fi": "Mistä päivästä alkaen?"}
YESTERDAY = {"ru": "вчера", "fi": "eilen"}
YES_DAY = {"ru": "Да, этот день", "fi": "Kyllä, se päivä"}
UNKNOWN = {"ru": "Не знаю", "fi": "En tiedä"}
HERE = {"ru": "Migri (вы здесь)", "fi": "Migri (olet tässä)"}
IF_GRANTED = {
    "ru": "→ ВНЖ, если дадут",
    "fi": "→ Oleskelulupa, jos se myönnetään",
}
ONE_DAY = {"ru": ", вчера", "fi": ", eilen"}
COUNT = {"ru": "Посчитать последний день", "fi": "Laske viimeinen päivä"}
BACK_TO = {"ru": "Вы были здесь: ", "fi": "Olit tässä: "}
YES_BACK = {"ru": "Да, всё верно", "fi": "Kyllä, oikein"}
MORE = {"ru": "Ещё…", "fi": "Muut toiminnot…"}
UNDO = {"ru": "Отменить последнее изменение", "fi": "Peru viimeinen muutos"}
LODGED = {"ru": "День подачи", "fi": "Jättöpäivä"}
WHO = {"ru": "Люди", "fi": "Henkilöt"}
ADD = {"ru": "Добавить человека", "fi": "Lisää henkilö"}
CHILD = {"ru": "Ребёнок", "fi": "Lapsi"}
REMINDERS = {"ru": "Напоминания", "fi": "Muistutukset"}
NOTHING = {"ru": "Здесь пока ничего не сохранено", "fi": "Täällä ei ole vielä mitään tallessa"}
ERASE = {"ru": "Удалить всё, что о вас хранится?", "fi": "Poistetaanko kaikki"}
STOPS = {"ru": "напоминать о ней будет некому", "fi": "siitä ei enää muistuteta"}

languages = pytest.mark.parametrize("language", ["ru", "fi"])


async def waits(town: Town, language: str, *, agrees: bool = True) -> Phone:
    """Let somebody keep that they wait for Migri's decision, and not say since when."""
    vera = await town.emigre(language, agrees=agrees)
    await vera.taps(CASE[language])
    await vera.sees(NOTHING[language])
    await vera.taps(CHOOSE[language])
    await vera.taps(WAITING[language])
    await vera.taps(INTERVIEWED[language])
    if not agrees:
        await vera.taps({"ru": "Да, согласиться", "fi": "Kyllä, suostun"}[language])
    await vera.sees(SINCE[language])
    await vera.taps(UNKNOWN[language])
    await vera.sees(HERE[language])
    return vera


async def in_store(town: Town, what: object) -> None:
    """Do something in the bot's store."""
    assert town.app
    await town.app.writer.run(what)  # type: ignore[arg-type]


def an_interview(days: int, whose: Whose = Whose.ME) -> object:
    """Return what keeps an interview of the first person, so many days from now."""

    async def keep(store: Store) -> None:
        person = PersonId(1)
        kept = await store.cases.begin(person, whose)
        now = today(store.clock.now())
        what = Appointment(occasion=Occasion.INTERVIEW, day=now + timedelta(days=days))
        await store.dates.add(
            kept.id, Kept(what=what, made=now), await store.cases.wishes_of(person)
        )

    return keep


@languages
async def test_from_the_stage_to_since_when_in_words(town: Town, language: str) -> None:
    vera = await town.emigre(language)
    await vera.taps(CASE[language])
    await vera.sees(NOTHING[language])
    await vera.taps(CHOOSE[language])
    await vera.taps(WAITING[language])
    await vera.taps(INTERVIEWED[language])
    await vera.sees(SINCE[language])
    vera.says(YESTERDAY[language])
    await vera.taps(YES_DAY[language])
    shown = (await vera.sees(HERE[language]))["text"]
    assert IF_GRANTED[language] in shown, "nobody is promised a permit"
    assert ONE_DAY[language] in shown
    assert INTERVIEWED[language] in shown
    assert len(shown) <= 900
    assert COUNT[language] not in vera.labels
    await vera.taps(HOME[language])
    await vera.sees(INTERVIEWED[language])


@languages
async def test_who_has_agreed_to_nothing_is_asked_when_something_is_kept(
    town: Town, language: str
) -> None:
    await waits(town, language, agrees=False)


async def test_a_no_to_keeping_a_stage_comes_back_to_where_it_was_chosen(town: Town) -> None:
    vera = await town.emigre("ru", agrees=False)
    await vera.taps("Моё дело")
    await vera.taps("Выбрать мой этап")
    await vera.taps("Ждёте Migri")
    await vera.taps("Ждёте интервью")
    await vera.taps("Нет")
    await vera.sees("Ничего не сохранено.")
    await vera.button("Ждёте интервью")
    await vera.taps("Главное меню")
    await vera.taps("Моё дело")
    await vera.taps("Добавить дату")
    await vera.sees("Прежде чем мы что-то сохраним")


@languages
async def test_a_refusal_brings_the_count_first_and_a_step_back_is_asked_about(
    town: Town, language: str
) -> None:
    vera = await waits(town, language)
    await vera.taps(CHANGE[language])
    await vera.taps(ANOTHER[language])
    await vera.taps(DECISION[language])
    await vera.taps(REFUSED[language])
    await vera.taps(UNKNOWN[language])
    await vera.button(COUNT[language])
    assert vera.labels[0] == COUNT[language]
    await vera.taps(CHANGE[language])
    await vera.taps(ANOTHER[language])
    await vera.taps(WAITING[language])
    await vera.taps(INTERVIEWED[language])
    asked = await vera.sees(BACK_TO[language])
    assert REFUSED[language] in asked["text"]
    await vera.taps(YES_BACK[language])
    await vera.taps(UNKNOWN[language])
    await vera.sees(HERE[language])
    await vera.taps(MORE[language])
    change = f"{REFUSED[language]} → {INTERVIEWED[language]}"
    await vera.sees(change)
    await vera.taps(UNDO[language])
    await vera.button(COUNT[language])
    await vera.sees(change)


async def test_a_day_that_cannot_be_is_asked_for_again_and_what_stood_stays(town: Town) -> None:
    vera = await waits(town, "ru")
    await vera.taps("Ещё…")
    await vera.taps("День подачи")
    await vera.sees("от дня подачи зависит, какой закон действует")
    vera.says("12.3.2026")
    checked = await vera.sees("Четверг, 12 марта 2026")
    assert "Заявление подано в этот день?" in checked["text"]
    await vera.taps("Да, этот день")
    await vera.sees("Заявление подано: 12 марта 2026")
    await vera.taps("День подачи")
    typed = vera.says("30 февраля")
    asked = await vera.sees("Такого дня нет в календаре")
    assert "Сейчас сохранено: четверг, 12 марта 2026" in asked["text"]
    assert vera.answers_to(typed) == [asked]
    assert {"Выбрать в календаре", "Спросить об этом человека"} <= set(vera.labels)
    vera.says("завтра")
    await vera.sees("Этот день ещё не наступил")
    vera.says("13.3.2026")
    await vera.sees("Пятница, 13 марта 2026")
    vague = vera.says("как-то весной")
    await vera.until(lambda: bool(vera.answers_to(vague)))
    await vera.taps("Спросить об этом человека")
    await vera.sees("Будет отправлено:\n\nкак-то весной")
    await vera.taps("Главное меню")
    await vera.taps("Моё дело")
    await vera.sees("Заявление подано: 12 марта 2026")


async def test_a_stage_before_the_day_of_lodging_is_questioned(town: Town) -> None:
    ilmari = await waits(town, "fi")
    await ilmari.taps("Muut toiminnot…")
    await ilmari.taps("Jättöpäivä")
    await ilmari.taps("Valitse kalenterista")
    for turn in ("◀", "◀", "▶"):
        await ilmari.taps(turn)
    await ilmari.taps("15")
    await ilmari.taps("Kyllä, se päivä")
    await ilmari.sees("Hakemus jätetty: 15.")
    await ilmari.taps("Mistä alkaen")
    ilmari.says("1.1.2026")
    await ilmari.sees("aiemmin kuin hakemuksen jättäminen")
    await ilmari.taps("Ei, toinen päivä")
    ilmari.says("eilen")
    await ilmari.taps("Kyllä, se päivä")
    await ilmari.sees("Tallessa.")


async def test_a_day_of_lodging_by_which_a_date_is_counted_wrong_is_questioned(town: Town) -> None:
    vera = await waits(town, "ru")
    await keeps(vera, appeal(day_in(town), 30))  # lodged before 12 June 2026, says their answer
    await vera.taps("Ещё…")
    await vera.taps("День подачи")
    vera.says("11.6.2026")
    await vera.sees("Заявление подано в этот день?")
    assert "другой закон" not in vera.from_bot[-1]["text"]
    await vera.taps("Нет, другой день")
    vera.says("12.6.2026")
    await vera.sees("другой закон")
    await vera.taps("Да, этот день")
    await vera.sees("Заявление подано: 12 июня 2026")


async def test_the_law_that_holds_follows_from_the_day_of_lodging(town: Town) -> None:
    vera = await waits(town, "ru")
    await vera.taps("Ещё…")
    await vera.taps("День подачи")
    vera.says("12.3.2026")
    await vera.taps("Да, этот день")
    await vera.taps("Назад")
    await vera.taps("Сменить этап")
    await vera.taps("Другой этап")
    await vera.taps("Решение Migri: пришло или вручают")
    await vera.taps("Отказ, жалоба ещё не подана")
    await vera.taps("Не знаю")
    await vera.taps("Что это значит")
    await vera.taps("Старый и новый закон")
    laws = await vera.sees("Подано до 12 июня 2026")
    assert "или позже" not in laws["text"]


@languages
async def test_the_hour_and_the_silence_are_wished(town: Town, language: str) -> None:
    vera = await waits(town, language)
    await vera.taps(MORE[language])
    await vera.taps(REMINDERS[language])
    hour = {"ru": "18:00", "fi": "18.00"}[language]
    await vera.taps(hour)
    await vera.button(f"✓ {hour}")
    await vera.taps({"ru": "Команде можно сказать", "fi": "Tiimille saa kertoa"}[language])
    await vera.sees({"ru": "Сейчас: команда узнает.", "fi": "Nyt: tiimille kerrotaan."}[language])


async def test_from_a_childs_case_wishes_lead_back_to_it(town: Town) -> None:
    vera = await town.emigre("ru")
    await vera.taps("Моё дело")
    await vera.button("Напоминания")
    await vera.taps("Люди")
    await vera.taps("Добавить человека")
    await vera.taps("Ребёнок 1")
    await vera.taps("Ещё…")
    await vera.taps("Напоминания")
    await vera.taps("18:00")
    await vera.taps("Назад")
    await vera.sees("Ребёнок 1\n")
    await vera.taps("Ещё…")
    await vera.taps("Спрашивать, прежде чем показать")
    await vera.taps("Сначала спрашивать")
    await vera.taps("Назад")
    await vera.taps("Показать")
    await vera.sees("Ребёнок 1\n")


@languages
async def test_the_stage_of_a_child_says_whose_it_is(town: Town, language: str) -> None:
    vera, child = await waits(town, language), f"{CHILD[language]} 1"
    await vera.taps(MORE[language])
    await vera.taps(WHO[language])
    await vera.taps(ADD[language])
    await vera.taps(child)
    await vera.taps({"ru": "Выбрать этап", "fi": "Valitse vaihe"}[language])
    await vera.sees(f"{child}\n\n")
    await vera.taps(WAITING[language])
    await vera.taps(INTERVIEWED[language])
    await vera.sees(f"{child}\n\n")
    await vera.taps(UNKNOWN[language])
    stage = {"ru": "Ребёнок 1, этап: «Ждёте", "fi": "Lapsi 1, vaihe: ”Odotan"}[language]
    await vera.sees(stage)


async def test_a_date_of_a_case_that_is_gone_says_so(town: Town) -> None:
    vera = await town.emigre("ru")
    for data in ("da:99", "dl:99:0", "dp:d:99:0:interview::"):
        await vera.presses(vera.from_bot[-1], "h")
        await vera.loses("Этого дела здесь больше нет.")
        await vera.presses(vera.from_bot[-1], data)
        await vera.sees("Этого дела здесь больше нет.")


async def test_one_takes_a_readable_copy_of_cases_dates_and_wishes(town: Town) -> None:
    vera = await waits(town, "ru")
    await in_store(town, an_interview(5))
    await vera.taps("Ещё…")
    await vera.taps("Заметка")
    vera.says("старая")
    await vera.sees("старая")
    vera.says("моя заметка")
    await vera.sees("моя заметка")
    vera.says("/privacy")
    kept = await vera.sees("Дела, ваше и семьи: 1")
    assert "Даты: 1" in kept["text"]
    await vera.taps("Взять копию")
    await vera.taps("Прислать файлы")
    await has_files(vera)
    readable = file_of(vera, ".txt")
    for words in ("Моё дело", "Этап: Ждёте решения Migri", "Заметка: моя заметка", "Интервью: 20"):
        assert words in readable
    assert "До последнего изменения, хранится сутки:\nЭтап: Ждёте решения Migri" in readable
    assert "Заметка: старая" in readable
    for words in ("моя заметка", "старая"):
        assert words in file_of(vera, ".json")


async def test_the_usual_time_stands_without_numbers_of_sources(town: Town) -> None:
    vera = await waits(town, "ru")
    shown = await vera.sees("Сроки:")
    assert "[" not in shown["text"]


@languages
async def test_erasing_all_says_that_reminders_stop(town: Town, language: str) -> None:
    vera = await waits(town, language)
    await vera.presses(vera.from_bot[-1], "eq")
    asked = await vera.sees(ERASE[language])
    assert STOPS[language] not in asked["text"]
    await in_store(town, an_interview(5))
    await vera.presses(vera.from_bot[-1], "eq")
    await vera.sees(STOPS[language])


async def test_what_is_gone_or_anothers_leads_to_ones_own_case(town: Town) -> None:
    vera, other = await waits(town, "ru"), await town.emigre("ru", name="Other")
    forged = ("ca:1", "cm:1", "cu:1", "cw:1", "cz:1", "cq:1", "cx:1", "cd:1:l", "ck:1:l:20260312")
    for data in (*forged, "cc:1:l:", "ce:1:l:99999999", "ct:1:final:1", "cd:2:s"):
        await other.presses(other.from_bot[-1], data)
        await other.sees(NOTHING["ru"])
    await vera.presses(vera.from_bot[-1], "ck:1:l:20990101")
    await vera.sees("Этот день ещё не наступил")
    for data in ("ca:99", "cm:99", "cu:99", "ct:99:final:1", "cd:99:s", "cs:99"):
        await vera.presses(vera.from_bot[-1], "h")
        await vera.loses(HERE["ru"])
        await vera.presses(vera.from_bot[-1], data)
        shown = await vera.sees("Этого дела здесь больше нет.")
        assert HERE["ru"] in shown["text"]
    await vera.presses(vera.from_bot[-1], "cx:99")
    shown = await vera.sees("Удалено.")
    assert HERE["ru"] in shown["text"]
