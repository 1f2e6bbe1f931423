"""What follows from a question: an answer, a choice, an honest no, help, a human word."""

import json

import pytest

from bot.content.library import Library, library
from bot.content.search.finding import ELSEWHERE, Finder, Outcome, as_json, finder
from bot.core.languages import Language
from bot.core.sections import Section
from tests.content.shelf import Shelf

RU, FI = Language.RUSSIAN, Language.FINNISH


def asked(shelf: Shelf, slug: str, *phrases: str) -> None:
    for language in Language:
        folder = shelf.locales / language / "questions"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{slug}.txt").write_text("\n".join(phrases) + "\n", encoding="utf-8")


@pytest.fixture
def town_library(shelf: Shelf) -> Library:
    shelf.unwritten = {"bank": {RU: "Банк", FI: "Pankki"}}
    shelf.order = {Section.APPEAL: ("lawyer", "appeal-how", "bank")}
    asked(shelf, "lawyer", "где найти адвоката", "нужен юрист бесплатно")
    asked(shelf, "appeal-how", "как подать жалобу в суд", "куда отправить апелляцию")
    asked(shelf, "bank", "как открыть счёт в банке", "банковская карта без паспорта")
    return shelf.read()


def test_what_is_surely_meant_is_an_answer(town_library: Library) -> None:
    found = Finder(town_library, RU).find("ищу адвоката, где найти?")
    assert (found.outcome, found.matches[0].slug) == (Outcome.ANSWER, "lawyer")


@pytest.mark.parametrize(
    "typed", ["gde naiti advokata", "ult yfqnb fldjrfnf", "где найти адвакатта"]
)
def test_other_letters_and_slips_do_no_harm(town_library: Library, typed: str) -> None:
    assert Finder(town_library, RU).find(typed).matches[0].slug == "lawyer"


def test_what_may_be_two_things_is_a_choice(town_library: Library) -> None:
    found = Finder(town_library, RU).find("адвоката или жалобу в суд")
    assert found.outcome is Outcome.CHOICE
    assert {match.slug for match in found.offered} == {"lawyer", "appeal-how"}


def test_what_is_not_written_is_never_an_answer(town_library: Library) -> None:
    found = Finder(town_library, RU).find("открыть счёт в банке")
    assert found.outcome in {Outcome.UNKNOWN, Outcome.CHOICE}
    assert found.planned == "bank"
    assert "bank" not in [match.slug for match in found.matches]


@pytest.mark.parametrize("typed", ["qwrtpsdfg", "", "😀", "?", "x" * 4096])
def test_what_is_like_nothing_is_unknown_or_talk(town_library: Library, typed: str) -> None:
    assert Finder(town_library, RU).find(typed).outcome in {Outcome.UNKNOWN, Outcome.TALK}


@pytest.mark.parametrize(
    ("language", "typed", "outcome"),
    [
        (RU, "какой срок обжалования, valitusaika", Outcome.ANSWER),
        (FI, "montako päivää valitusaika on", Outcome.ANSWER),
        (RU, "спасибо", Outcome.TALK),
        (FI, "moi", Outcome.TALK),
        (RU, "рецепт борща со сметаной", Outcome.UNKNOWN),
        (FI, "mistä saa halvat talvirenkaat", Outcome.UNKNOWN),
        (RU, "menya zaderzhali pomogite", Outcome.EMERGENCY),
        (RU, "vtyz pflth;fkb", Outcome.EMERGENCY),
        (FI, "poliisi pidätti minut apua", Outcome.EMERGENCY),
    ],
)
def test_our_own_answers_are_found(language: Language, typed: str, outcome: Outcome) -> None:
    assert finder(language).find(typed).outcome is outcome


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        (RU, "грин-карта или канадская программа, что легче"),
        (RU, "пригласить подругу в гости по туристической визе"),
        (RU, "напиши мне программу на паскале"),
        (FI, "green card vai muutto Kanadaan"),
        (FI, "halvat laivaliput ja hotelli"),
        (FI, "kerro hyvä lohikeiton resepti"),
    ],
)
def test_what_is_none_of_ours_gets_an_honest_no(language: Language, typed: str) -> None:
    found = finder(language).find(typed)
    assert (found.outcome, found.planned) == (Outcome.UNKNOWN, None)


@pytest.mark.parametrize(
    ("language", "typed", "slug"),
    [
        (RU, "немецкая виза в паспорте, а прошу убежище в Финляндии", "apply-dublin"),
        (RU, "я попросил убежище в Германии и уехал сюда", "apply-dublin"),
        (RU, "у меня туристическая виза, она кончается завтра", "apply-visa-expiring"),
        (FI, "hain jo Itävallassa turvapaikkaa, siirretäänkö minut sinne", "apply-dublin"),
    ],
)
def test_what_only_sounds_like_it_stays_ours(language: Language, typed: str, slug: str) -> None:
    found = finder(language).find(typed)
    assert found.outcome in {Outcome.ANSWER, Outcome.CHOICE}
    assert slug in [match.slug for match in found.offered]


@pytest.mark.parametrize("language", Language)
def test_nothing_is_both_ours_and_none_of_ours(language: Language) -> None:
    ours = library().asked[language]
    assert not ELSEWHERE.keys() & (ours.keys() | library().unwritten.keys())
    for kind, phrases in ELSEWHERE.items():
        theirs = set(phrases[language].splitlines())
        assert theirs.isdisjoint(phrase for asked in ours.values() for phrase in asked), kind


DECISION = """
MAAHANMUUTTOVIRASTO. Päätös. Hakija on Venäjän federaation kansalainen.
Hakija on kertonut osallistuneensa sodanvastaisiin mielenosoituksiin ja saaneensa sakon.
Maahanmuuttovirasto hyväksyy tosiseikkana, että hakija on osallistunut mielenosoitukseen.
Maahanmuuttovirasto ei hyväksy tosiseikkana, että viranomaiset olisivat hänestä kiinnostuneita.
Ratkaisu: Hakemus hylätään ja hakija käännytetään. Lisäksi määrätään kahden vuoden
maahantulokielto, joka koskee koko Schengen-aluetta.
Päätökseen saa hakea muutosta valittamalla hallinto-oikeuteen valitusosoituksen mukaan.
"""
LETTER = """
Здравствуйте, простите за длинное письмо. Мы живём в маленьком городе на севере, дети ходят
гулять, снега много, вечера длинные. Дома я работал на заводе, а по вечерам чинил часы.
Осенью мы ехали сюда три дня. Вчера нам всем вручили отказ. Адвокат уже неделю не
берёт трубку, секретарь говорит, что он занят. Сосед сказал, что на жалобу дают мало
дней, а сколько именно, он не помнит. Спасибо, что дочитали до конца.
"""


@pytest.mark.parametrize(
    ("language", "typed", "slugs"),
    [
        (FI, DECISION, {"decision-read", "entry-ban", "appeal-how"}),
        (RU, LETTER, {"refusal-first-steps", "lawyer-bad", "appeal-how"}),
        (RU, LETTER.replace(".", ""), {"refusal-first-steps", "lawyer-bad"}),
    ],
)
def test_a_long_text_is_about_what_its_sentences_are_about(
    language: Language, typed: str, slugs: set[str]
) -> None:
    found = finder(language).find(typed)
    assert found.outcome is Outcome.CHOICE
    assert slugs <= {match.slug for match in found.offered}


@pytest.mark.parametrize(
    ("language", "typed"), [(RU, "zhit bolshe ne hochu, sil net"), (FI, "mies ly; minua apua")]
)
def test_danger_is_heard_in_every_reading(language: Language, typed: str) -> None:
    assert finder(language).find(typed).outcome is Outcome.EMERGENCY


def test_what_a_danger_is_most_like_comes_first_among_what_helps() -> None:
    found = finder(RU).find("завтра депортация помогите")
    assert found.outcome is Outcome.EMERGENCY
    assert found.helps[0] in {"removal-practice", "appeal-stay"}
    assert {"emergency", "detention", "health-mind"} <= set(found.helps)


@pytest.mark.parametrize(
    ("language", "typed"),
    [(RU, "муж меня бьёт"), (FI, "mieheni hakkaa minua"), (RU, "my husband beats me")],
)
def test_who_is_beaten_reads_of_detention_last(language: Language, typed: str) -> None:
    helps = finder(language).find(typed).helps
    assert helps[:3] == ["emergency", "health-mind", "who-helps"]


@pytest.mark.parametrize(
    ("language", "typed"), [(RU, "за мной пришла полиция"), (FI, "poliisi on ovella")]
)
def test_who_names_the_police_reads_of_detention_first(language: Language, typed: str) -> None:
    assert "detention" in finder(language).find(typed).helps[:3]


def test_scripts_get_an_object() -> None:
    found = finder(FI).find("valitusaika")
    assert json.loads(as_json("valitusaika", found))["results"][0]["slug"] == "appeal-deadline"
