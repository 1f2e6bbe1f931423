"""How a count is told, step by step."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.core.deadlines.counting import Reckoning, count, reckon, rule
from bot.core.deadlines.rules import Service, Whose, rules
from bot.core.deadlines.walk import Applied, Known, Paper, Sender, due
from bot.core.languages import Language
from bot.ui.dates import act_name
from bot.ui.deadlines import steps
from bot.ui.words import Translator, translator

SERVED = date(2026, 11, 23)
RUSSIAN, FINNISH = translator(Language.RUSSIAN), translator(Language.FINNISH)


def told(
    id_: str, served: date = SERVED, tr: Translator = FINNISH, *, days: int | None = None
) -> list[str]:
    return [str(step) for step in steps(reckon(rule(id_), served, days=days), tr)]


def test_a_plain_count_in_finnish() -> None:
    assert told("appeal-hao-30") == [
        "Annettu sinulle: maanantai 23. marraskuuta 2026. Sitä päivää ei lasketa.",
        "Määräaika: 30 päivää. Viimeinen päivä: keskiviikko 23. joulukuuta 2026.",
        "Se on arkipäivä, joten määräaika ei siirry.",
        "Kaiken täytyy olla perillä kello 16.15 mennessä: sekunninkin myöhästyminen on liikaa.",
        "Tämä pätee vain, jos hakemus jätettiin ennen 12. kesäkuuta 2026. Myöhempien hakemusten"
        " osalta ajan pituutta ei ole vahvistettu.",
        "Oman päätöksesi valitusosoitus menee kaiken tämän edelle.",
    ]


def test_a_count_that_moves_in_russian() -> None:
    words = told("appeal-hao-30", date(2026, 11, 24), RUSSIAN)
    assert "следующий рабочий день: понедельник, 28 декабря 2026" in words[2]
    assert "не позже этого дня: среда, 23 декабря 2026" in words[4]


@pytest.mark.parametrize("how", Service)
@pytest.mark.parametrize("tr", [RUSSIAN, FINNISH], ids=["ru", "fi"])
def test_each_way_of_service_is_told_with_its_days(how: Service, tr: Translator) -> None:
    counted = count(rule("appeal-hao-30"), SERVED, how)
    first = steps(Reckoning(counted), tr)[0]
    assert tr.full_day(counted.served) in first
    assert tr.full_day(counted.start) in first


@pytest.mark.parametrize(
    ("tr", "first", "last"),
    [
        (FINNISH, "Ei ole vahvistettu, että", "vasta 26. marraskuuta 2026"),
        (RUSSIAN, "не подтверждено", "только 26 ноября 2026"),
    ],
    ids=["fi", "ru"],
)
def test_what_came_electronically_tells_both_readings(
    tr: Translator, first: str, last: str
) -> None:
    by_mail = Known(
        paper=Paper.REFUSED,
        sender=Sender.MIGRI,
        applied=Applied.SINCE,
        how=Service.ELECTRONIC,
    )
    found = due(by_mail, SERVED, days=10).act
    assert found
    words = [str(step) for step in steps(found, tr)]
    assert first in words[0]
    assert tr.full_day(SERVED) in words[0]
    assert [last in step for step in words].count(True) == 1


def test_a_period_that_nobody_confirmed_is_told_as_the_shortest() -> None:
    assert "lyhin" in told("appeal-hao-pact-short")[1]


def test_without_the_paper_the_longer_period_is_told_as_unsure() -> None:
    older = Known(paper=Paper.REFUSED, sender=Sender.MIGRI, applied=Applied.BEFORE)
    found = due(older, SERVED).act
    assert found
    words = [str(step) for step in steps(found, FINNISH)]
    assert words[1].startswith("Paperisi ei ole käsillä")
    assert any("30 päivää" in step and "älä luota" in step for step in words)


def test_paper_and_law_that_differ_are_both_told() -> None:
    assert any("45 päivää" in step for step in told("appeal-hao-30", days=45))
    shorter = told("appeal-hao-30", days=14)
    assert shorter[1].startswith("Omassa paperissasi lukee: 14 päivää")
    assert any("30 päivää" in step for step in shorter)


def test_a_paper_that_prints_more_than_the_law_allows_is_told_as_a_difference() -> None:
    words = told("appeal-hao-pact-short", days=30)
    assert words[1].startswith("Tietojemme mukaan laki sallii enintään 10 päivää.")
    assert any("30 päivää" in step and "Näytä paperi lakimiehelle" in step for step in words)


def test_a_request_to_stay_is_not_said_to_stand_in_the_paper() -> None:
    refused = Known(paper=Paper.REFUSED, sender=Sender.MIGRI, applied=Applied.SINCE)
    (found,) = due(refused, SERVED, days=30).beside
    assert str(steps(found, FINNISH)[1]).startswith("Ajan pituutta ei ole vahvistettu")


def test_a_month_without_such_a_day_is_told() -> None:
    assert "kuukauden viimeinen päivä" in told("family-3m", date(2026, 11, 30))[2]


@pytest.mark.parametrize(
    ("id_", "served"),
    [("appeal-hao-21-old", SERVED), ("appeal-hao-pact-short", date(2026, 6, 11))],
    ids=["over", "newer than the paper"],
)
def test_a_rule_that_does_not_hold_for_a_paper_of_that_day_says_so(id_: str, served: date) -> None:
    assert "Tämä sääntö ei koske sen päivän päätöksiä." in told(id_, served)


def test_a_rule_that_does_not_hold_for_another_event_of_that_day_says_so() -> None:
    assert "Tämä sääntö ei koske sitä päivää." in told("process-normal-old")


@pytest.mark.parametrize(
    ("id_", "first", "says"),
    [
        ("appeal-hao-30", date(2026, 6, 12), "hakemus jätettiin ennen 12. kesäkuuta 2026"),
        ("appeal-hao-21-old", date(2021, 8, 1), "päätös tehtiin ennen 1. elokuuta 2021"),
        ("appeal-hao-pact-short", date(2026, 6, 12), "12. kesäkuuta 2026 tai myöhemmin"),
        ("appeal-transfer-dublin3", date(2026, 7, 1), "rekisteröitiin ennen 1. heinäkuuta 2026"),
        ("appeal-transfer-ammr", date(2026, 6, 12), "rekisteröitiin 12. kesäkuuta 2026 tai"),
        ("dublin-transfer-ext-old", date(2026, 7, 1), "rekisteröitiin ennen 1. heinäkuuta 2026"),
        ("family-3m", date(2016, 7, 1), "päätös tehtiin 1. heinäkuuta 2016 tai myöhemmin"),
    ],
)
def test_on_which_unknown_day_a_rule_depends_is_told_from_the_first_day_it_may(
    id_: str, first: date, says: str
) -> None:
    assert any(says in step and "vain" in step for step in told(id_, first))
    assert not any(says in step for step in told(id_, first - timedelta(days=1)))


def test_a_wait_says_from_when_on_one_may_have_applied() -> None:
    words = told("citizen-8", date(2024, 2, 29))
    assert any("vain niitä, jotka hakevat sitä 1. lokakuuta 2024 tai myöhemmin" in w for w in words)
    words = told("perm-old", date(2020, 2, 29))
    assert any("vain niitä, jotka hakivat sitä ennen 8. tammikuuta 2026" in w for w in words)


def test_where_the_paper_tells_the_length_it_depends_on_nothing() -> None:
    assert not any("12. kesäkuuta" in step for step in told("appeal-hao-30", days=30))


def test_a_length_that_nobody_confirmed_is_not_called_the_shortest() -> None:
    assert told("appeal-kho-30")[1].startswith(
        "Ajan pituutta ei ole vahvistettu. Tietojemme mukaan"
    )


@pytest.mark.parametrize("language", list(Language))
def test_what_it_depends_on_is_told_in_both_languages(language: Language) -> None:
    words = told("appeal-hao-30", tr=translator(language))
    assert any("12" in step and "2026" in step and "[" not in step for step in words[-2:-1])


def test_a_permit_never_moves() -> None:
    assert told("permit-extend", date(2026, 12, 26))[1] == (
        "Tämä päivä ei siirry, vaikka se olisi vapaapäivä."
    )


@pytest.mark.parametrize(
    ("id_", "says"),
    [
        ("process-accelerated", "Se ei ole sinun määräaikasi."),
        ("work-3m", "Ennen tätä päivää et saa vielä"),
        ("permit-refugee", "Tätä pidempään se ei kestä."),
        (
            "det-child",
            "Joissakin tapauksissa se kestää 6 kuukautta: sunnuntai 23. toukokuuta 2027.",
        ),
    ],
)
def test_what_is_nobodys_deadline_says_so(id_: str, says: str) -> None:
    words = told(id_)
    assert any(says in step for step in words)
    assert not any("16.15" in step for step in words)


@pytest.mark.parametrize(
    ("tr", "deadline", "denials"),
    [
        (FINNISH, "ääräai", ("Se ei ole sinun määräaikasi.", "Se ei ole määräaika")),
        (RUSSIAN, "рок", ("а не для вас", "Это не срок")),
    ],
    ids=["fi", "ru"],
)
def test_what_is_nobodys_deadline_is_called_one_only_to_deny_it(
    tr: Translator, deadline: str, denials: tuple[str, ...]
) -> None:
    others = [of for of in rules().values() if of.length and not of.is_own]
    assert {of.whose for of in others} == {Whose.AUTHORITY, Whose.WAIT, Whose.LASTS}
    for of in others:
        called = [step for step in told(of.id, tr=tr) if deadline in step]
        assert len(called) == 1, of.id
        assert any(denial in called[0] for denial in denials), of.id


def test_how_long_something_holds_in_some_cases_is_not_said_to_be_the_most() -> None:
    assert not any("Tätä pidempään" in step for step in told("det-child"))


def test_an_appeal_that_only_the_paper_knows_is_told_so() -> None:
    assert any("Kysy lakimieheltä tänään." in step for step in told("appeal-none", days=10))


ITSELF = "Se, mitä omassa paperissasi lukee, menee kaiken tämän edelle."
INSTRUCTIONS = "Oman päätöksesi valitusosoitus menee kaiken tämän edelle."


@pytest.mark.parametrize(
    ("id_", "days", "last"),
    [
        ("appeal-hao-30", None, INSTRUCTIONS),
        ("appeal-none", 10, INSTRUCTIONS),
        ("stay-request-pact", None, ITSELF),
        ("permit-extend", None, ITSELF),
        ("appeal-supplement", 7, ITSELF),
        ("interview-record", 14, ITSELF),
        ("det-review", None, ITSELF),
        ("voluntary-period", 30, ITSELF),
    ],
)
def test_the_last_word_is_the_own_papers_whatever_it_is(
    id_: str, days: int | None, last: str
) -> None:
    words = told(id_, days=days)
    assert words[-1] == last
    assert not {INSTRUCTIONS, ITSELF} & set(words[:-1])


def test_corrections_of_an_interview_are_told_with_what_is_not_known() -> None:
    found = due(Known(paper=Paper.INTERVIEW_RECORD), SERVED).act
    assert found
    words = [str(step) for step in steps(found, FINNISH)]
    assert words[1].startswith("Jos paperissasi ei ole päivää")
    assert words[-1] == ITSELF


@pytest.mark.parametrize("tr", [RUSSIAN, FINNISH], ids=["ru", "fi"])
def test_every_rule_can_be_told(tr: Translator) -> None:
    for of in rules().values():
        if of.length or of.printed:
            words = told(of.id, tr=tr, days=None if of.length else 7)
            assert all("{" not in step for step in words)


def test_what_no_paper_leads_to_has_no_name() -> None:
    assert act_name(rule("appeal-hao-30"), FINNISH)
    with pytest.raises(KeyError, match="unheard-of"):
        act_name(replace(rule("appeal-hao-30"), id="unheard-of"), FINNISH)
