"""A paper came: by taps and a typed day to the last day for it, which is kept and reminded of."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.cases import Whose
from bot.core.dates import FromPaper
from bot.core.deadlines.rules import Service
from bot.core.deadlines.walk import Applied, Known, Paper, Sender, due
from bot.core.languages import Language
from bot.core.outgoing import BotName
from bot.core.readers import Tally
from bot.emigre.dates.answers import again
from bot.emigre.dates.buttons import At
from bot.store.readers import Count
from bot.store.store import Store
from bot.ui.words import Translator, translator
from tests.almanac import case_of, dates_of, day_in, typed
from tests.town import Phone, Town

REFUSED = Known(
    paper=Paper.REFUSED, sender=Sender.MIGRI, applied=Applied.BEFORE, how=Service.HANDED
)
SINCE = replace(REFUSED, applied=Applied.SINCE)
STAY = "stay-request-7-old"
ANSWERS = {
    "ru": [
        "Пришла бумага: посчитать срок",
        "Отказ",
        "Migri",
        "До 12 июня 2026",
        "Вручили мне лично",
    ],
    "fi": [
        "Tuli paperi: laske viimeinen päivä",
        "Kielteinen päätös",
        "Migri",
        "Ennen 12.6.2026",
        "Annettiin minulle itselleni",
    ],
}
WORDS = {
    "ru": {
        "kinds": "О чём она? Посчитаем вместе",
        "which day": "В какой день её вам вручили?",
        "check": "День верный?",
        "yes": "Да, этот день",
        "period": "Сколько дней даёт ваша инструкция по обжалованию?",
        "by law": "16:15. К этому часу всё должно быть на месте.",
        "sure": "По вашей бумаге: 30 дней.\nНадёжно, если день и число верны.",
        "first": "Просьба к суду не высылать: сделайте не позже",
        "second": "А также: Жалоба",
        "instructions": "Решает инструкция по обжалованию в вашем решении (valitusosoitus)",
        "keep": "Сохранить и напоминать",
        "kept": "Сохранено: 2 даты, о каждой напомним.",
        "remind": "Напомним: ",
    },
    "fi": {
        "kinds": "Mistä on kyse? Laskemme yhdessä",
        "which day": "Minä päivänä se annettiin sinulle?",
        "check": "Onko päivä oikein?",
        "yes": "Kyllä, se päivä",
        "period": "Montako päivää valitusosoituksesi antaa?",
        "by law": "klo 16.15. Siihen mennessä sen on oltava perillä.",
        "sure": "Oman paperisi mukaan: 30 päivää.\nVarma, jos päivä ja luku ovat oikein.",
        "first": "Täytäntöönpanokiellon pyyntö: hoida se viimeistään",
        "second": "Lisäksi: Valitus",
        "instructions": "Oman päätöksesi valitusosoitus ratkaisee",
        "keep": "Säilytä ja muistuta",
        "kept": "2 päivämäärää tallessa, muistutamme kustakin.",
        "remind": "Muistutamme: ",
    },
}
both = pytest.mark.parametrize("language", ["ru", "fi"])


def speaking(language: str) -> Translator:
    return translator(Language(language))


async def arrives(town: Town, language: str) -> tuple[Phone, Translator]:
    """Let somebody with a case of their own come to the kinds of dates."""
    phone = await town.emigre(language)
    await phone.presses(phone.from_bot[-1], f"da:{await case_of(phone)}")
    await phone.sees(WORDS[language]["kinds"])
    return phone, speaking(language)


async def comes_to_the_day(town: Town, language: str) -> tuple[Phone, Translator]:
    """Let somebody answer the four questions about a refusal."""
    phone, tr = await arrives(town, language)
    for answer in ANSWERS[language]:
        await phone.taps(answer)
    await phone.sees(WORDS[language]["which day"])
    return phone, tr


async def gets(phone: Phone, what: FromPaper, at: At = At.RESULT) -> None:
    """Let somebody go straight to where a walk with these answers ends."""
    answers = again(0, await case_of(phone), what)
    await phone.presses(phone.from_bot[-1], answers.to(at).pack())


async def hears(phone: Phone, text: str, words: str) -> None:
    """Let somebody type, and hear something that is said to just that."""
    written = phone.says(text)
    await phone.until(lambda: bool(phone.answers_to(written)))
    assert words in phone.answers_to(written)[-1]["text"]


@both
async def test_a_refusal_with_its_paper_is_counted_shown_and_kept(
    town: Town, language: str
) -> None:
    vera, tr = await comes_to_the_day(town, language)
    words, served = WORDS[language], day_in(town, -2)
    vera.says(typed(served))
    asked = await vera.sees(words["check"])
    assert tr.full_day(served)[1:] in asked["text"]
    await vera.taps(words["yes"])
    await vera.sees(words["period"])
    vera.says("30")
    found = due(REFUSED, served, days=30)
    assert found.act
    shown = (await vera.sees(words["by law"]))["text"]
    assert tr.full_day(found.beside[0].counts.safe)[1:] in shown.splitlines()[0]
    assert tr.full_day(found.act.counts.safe) in shown
    for part in ("sure", "first", "second", "instructions"):
        assert words[part] in shown
    await vera.taps(tr("How it is counted"))
    await vera.sees("1. ")
    await vera.taps(tr("Back"))
    await vera.taps(words["keep"])
    kept = (await vera.sees(words["kept"]))["text"]
    assert words["remind"] in kept
    assert words["first"] in kept
    assert words["second"] in kept
    paper = FromPaper(known=REFUSED, day=served, days=30)
    assert [each.kept.what for each in await dates_of(vera)] == [
        paper,
        replace(paper, beside=STAY),
    ]


@both
async def test_without_the_paper_the_shortest_period_counts_and_says_so(
    town: Town, language: str
) -> None:
    vera, tr = await comes_to_the_day(town, language)
    vera.says({"ru": "вчера", "fi": "eilen"}[language])
    await vera.taps(WORDS[language]["yes"])
    await vera.taps(tr("The paper is not at hand, or says nothing"))
    shown = await vera.sees(
        tr("⚠️ Not sure: without the paper, the shortest period that may apply counts.")
    )
    assert {"ru": "Найдите бумагу", "fi": "Etsi paperi"}[language] in shown["text"]
    await vera.taps(tr("Change an answer"))
    await vera.taps({"ru": "Решение: Migri", "fi": "Päätti: Migri"}[language])
    await vera.button("✓ Migri")
    await vera.taps(tr("Supreme Administrative Court (KHO)"))
    final = await vera.sees(tr("<b>This decision is final</b>").striptags())
    assert {"ru": "новое заявление", "fi": "hakea uudelleen"}[language] in final["text"]
    assert {tr("Urgent help"), tr("Ask a person")} <= set(vera.labels)


@both
async def test_a_day_that_cannot_be_is_refused_kindly_and_nothing_is_lost(
    town: Town, language: str
) -> None:
    vera, tr = await comes_to_the_day(town, language)
    ru = language == "ru"
    await hears(vera, "30.2.2026", "Такого дня нет" if ru else "Sellaista päivää ei ole")
    await hears(vera, "1.12.2062", "Этот год очень далеко" if ru else "Tuo vuosi on hyvin kaukana")
    await hears(vera, "не помню точно", "Не получается" if ru else "Tästä ei löydy päivämäärää")
    await vera.button(tr("Ask a person this"))
    vera.says("завтра" if ru else "huomenna")
    await vera.sees("Бумага уже пришла?" if ru else "Onko paperi jo tullut?")
    assert tr("Yes, that day") not in vera.labels
    vera.says(typed(day_in(town, -800)))
    await vera.sees("больше двух лет назад" if ru else "yli kaksi vuotta")
    await vera.taps(tr("Yes, that day"))
    await vera.sees(WORDS[language]["period"])
    await hears(vera, "0", "от 1 до 90" if ru else "1–90")
    await hears(vera, "300", "от 1 до 90" if ru else "1–90")
    await hears(vera, "много", "Не получается прочитать число" if ru else "Tästä ei saa lukua")
    vera.says("30")
    await vera.sees("Прошло больше года" if ru else "On kulunut yli vuosi")
    assert tr("Urgent help") in vera.labels
    assert WORDS[language]["keep"] not in vera.labels
    assert await dates_of(vera) == []


async def test_what_is_no_day_becomes_a_question_to_a_person_by_one_tap(town: Town) -> None:
    vera, _ = await comes_to_the_day(town, "ru")
    await hears(vera, "конверт потерян, что делать", "Не получается прочитать")
    await vera.taps("Спросить об этом человека")
    await vera.sees("конверт потерян, что делать")
    await vera.button("Отправить")


@both
async def test_who_does_not_know_the_day_is_told_how_to_find_it(town: Town, language: str) -> None:
    vera, tr = await comes_to_the_day(town, language)
    await vera.taps(tr("I do not know the day"))
    await vera.sees("день, напечатанный на самой бумаге" if language == "ru" else "painettu päivä")
    vera.says(typed(day_in(town, -3)))
    await vera.sees(WORDS[language]["check"])


async def test_the_calendar_leads_to_the_same_question(town: Town) -> None:
    ilmari, tr = await comes_to_the_day(town, "fi")
    await ilmari.taps("Kalenteri")
    for turn in ("◀", "◀", "▶"):
        await ilmari.taps(turn)
    await ilmari.taps("12")
    await ilmari.sees("Onko päivä oikein?")
    await ilmari.taps("Toinen päivä")
    await ilmari.sees(WORDS["fi"]["which day"])
    await ilmari.taps("Takaisin")
    await ilmari.button(f"✓ {tr('Handed over to me')}")


async def test_kept_by_two_taps_it_is_one(town: Town) -> None:
    vera, _ = await arrives(town, "ru")
    paper = FromPaper(known=REFUSED, day=day_in(town, -2), days=30)
    await gets(vera, paper, At.KEEP)
    await gets(vera, paper, At.KEEP)
    assert len(await dates_of(vera)) == 2


@both
async def test_a_second_decision_is_another_date_or_the_same_paper(
    town: Town, language: str
) -> None:
    vera, tr = await arrives(town, language)
    first = FromPaper(known=REFUSED, day=day_in(town, -4), days=30)
    second = replace(first, day=day_in(town, -2))
    third = replace(first, day=day_in(town, -1))
    await gets(vera, first, At.KEEP)
    await gets(vera, second, At.KEEP)
    await vera.sees("Это о другой бумаге или о той же?" if language == "ru" else "vai samasta?")
    await vera.taps(tr("Another paper: keep both"))
    assert [each.kept.what for each in await dates_of(vera)] == [
        first,
        replace(first, beside=STAY),
        second,
        replace(second, beside=STAY),
    ]
    await gets(vera, third, At.KEEP)
    await vera.taps(tr("The same paper: replace it"))
    kept = await dates_of(vera)
    assert [each.kept.what for each in kept] == [
        first,
        replace(first, beside=STAY),
        third,
        replace(third, beside=STAY),
    ]
    assert [each.version for each in kept] == [1, 1, 2, 2]


@both
async def test_a_kept_day_is_counted_anew_when_an_answer_changes(town: Town, language: str) -> None:
    vera, tr = await arrives(town, language)
    paper = FromPaper(known=REFUSED, day=day_in(town, -2), days=30)
    await gets(vera, paper, At.KEEP)
    await vera.taps(tr("Change"))
    await vera.taps("Срок: 30 дней" if language == "ru" else "Aika: 30 päivää")
    await vera.taps("14")
    await vera.taps(tr("Put it in the place of the old one"))
    changed = [each.kept.what for each in await dates_of(vera)]
    assert changed == [replace(paper, days=14), replace(paper, days=14, beside=STAY)]


async def test_a_paper_that_differs_from_the_law_is_told_without_whose_it_is(town: Town) -> None:
    vera, _ = await arrives(town, "ru")
    before = FromPaper(known=SINCE, day=day_in(town, -2), days=45)
    act = due(before.known, before.day, days=45).act
    assert act
    assert act.others
    await gets(vera, before)
    await vera.sees("В вашей бумаге иначе: 45 дней")
    await vera.taps("Сохранить и напоминать")
    assert town.app
    counts = await town.app.writer.run(lambda store: store.readers.counts())
    assert counts == [Count(Tally.PAPER_DIFFERS, act.counts.rule.id, Language.RUSSIAN, 1)]
    kaisa = await town.coordinator("ru")
    await kaisa.taps("Что говорят читатели")
    await kaisa.taps("В бумаге другой срок · RU · 1 · Жалоба…")
    shown = await kaisa.sees("Вы с этим разобрались?")
    assert act.counts.rule.id not in shown["text"]


@both
async def test_the_day_of_lodging_that_the_case_keeps_is_not_asked_for(
    town: Town, language: str
) -> None:
    vera = await town.emigre(language)
    number = await case_of(vera)
    await lodged(vera, days=400)
    await vera.presses(vera.from_bot[-1], f"da:{number}")
    tr = speaking(language)
    for answer in ("A paper came: count my last day", "Refusal", "Migri", "Handed over to me"):
        await vera.taps(tr(answer))
    await vera.sees(WORDS[language]["which day"])
    vera.says(typed(day_in(town, -500)))
    await vera.sees("раньше дня подачи" if language == "ru" else "ennen päivää, jona")


async def lodged(phone: Phone, days: int) -> None:
    """Let somebody keep the day on which they applied, so many days ago."""
    assert phone.town.app
    day = day_in(phone.town, -days)

    async def keep(store: Store) -> None:
        me = await store.people.meet(phone.user.id, BotName.EMIGRE)
        kept = await store.cases.begin(me.id, Whose.ME)
        await store.cases.change(kept, replace(kept.case, lodged=day))

    await phone.town.app.writer.run(keep)


@both
async def test_a_permit_needs_its_last_day_alone(town: Town, language: str) -> None:
    vera, tr = await arrives(town, language)
    await vera.taps(tr("My permit ends"))
    day = day_in(town, 60)
    vera.says(typed(day))
    await vera.taps(WORDS[language]["yes"])
    shown = await vera.sees(tr.full_day(day))
    assert tr.full_day(due(Known(paper=Paper.PERMIT), day).act.counts.safe)[1:] in shown["text"]  # type: ignore[union-attr]


async def test_an_old_screen_goes_on_with_its_own_answers(town: Town) -> None:
    vera, tr = await comes_to_the_day(town, "ru")
    old, data = await vera.button("Не знаю, в какой день")
    await vera.taps("Главное меню")
    town.clock.push(timedelta(days=1))
    await vera.presses(old, data)
    vera.says("позавчера")
    await vera.sees("День верный?")
    await vera.taps(tr("Yes, that day"))
    await vera.sees("Сколько дней даёт ваша инструкция")


async def test_a_case_that_is_gone_is_said_to_be_gone(town: Town) -> None:
    vera, _ = await arrives(town, "ru")
    await vera.presses(vera.from_bot[-1], "da:999")
    await vera.sees("Этого дела здесь больше нет")


@both
@pytest.mark.parametrize("slug", ["refusal-first-steps", "decision-read"])
async def test_an_answer_leads_to_the_question_about_its_paper(
    town: Town, language: str, slug: str
) -> None:
    vera, tr = await town.emigre(language), speaking(language)
    await vera.presses(vera.from_bot[-1], f"ar:{slug}:0")
    await vera.taps(tr("Count my last day"))
    refusal = str(tr("Refusal"))
    await vera.taps(f"✓ {refusal}" if slug == "refusal-first-steps" else refusal)
    await vera.button(tr("Migri"))
