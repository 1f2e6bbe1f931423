"""Looking words up: as they stand on paper, as people say, hear and mistype them."""

import pytest

from bot.content.glossary import glossary
from bot.content.search.terms import MOST_SHOWN, heard, terms
from bot.core.languages import Language


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("valitusosoitus", "appeal-instructions"),
        ("VALITUSOSOITUS!", "appeal-instructions"),
        ("valitusosoituksessa", "appeal-instructions"),
        ("valitusosotus", "appeal-instructions"),
        ("валитусосоитус", "appeal-instructions"),
        ("taytantoonpanokielto", "stay-of-removal"),
        ("täytäntöönpanokiellosta", "stay-of-removal"),
        ("тяйтянтёнпанокиелто", "stay-of-removal"),
        ("residence permit", "residence-permit"),
        ("vnzh", "residence-permit"),
        ("вид на жительство", "residence-permit"),
        ("вокки", "reception-centre"),
        ("hetu", "personal-identity-code"),
        ("хету", "personal-identity-code"),
        ("руег", "personal-identity-code"),  # on the wrong layout
        ("дополнительную защиту", "subsidiary-protection"),
        ("жалобы", "appeal"),
        ("apellyatsiya", "appeal"),
        ("KHO", "supreme-administrative-court"),
        ("нелегал", "undocumented"),  # what we would never write is understood
        ("бэшка", "permit-b"),
        ("про вокки", "reception-centre"),
    ],
)
def test_a_word_is_found_however_it_is_typed(typed: str, slug: str) -> None:
    looked = terms().look_up(typed)
    assert looked.terms[0].slug == slug
    assert not looked.asks_meaning


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("что такое вокки", "reception-centre"),
        ("А что такое дублин?", "dublin-procedure"),
        ("что значит käännyttäminen", "kaannyttaminen"),
        ("что käännyttäminen значит?", "kaannyttaminen"),
        ("что значит слово päätös по-фински", "decision"),
        ("мигри это что", "migri"),
        ("что такое säilöönotto, скажите пожалуйста", "detention"),
        ("mitä tiedoksianto tarkoittaa", "notification"),
        ("mitä tarkoittaa tiedoksianto?", "notification"),
        ("mita sana tiedoksianto tarkoittaa", "notification"),
        ("kuka on avustaja", "legal-counsel"),
        ("what is subsidiary protection?", "subsidiary-protection"),
        ("What does valitus mean", "appeal"),
        ("что такое валитусосотус", "appeal-instructions"),
    ],
)
def test_the_question_what_a_word_means_is_understood(typed: str, slug: str) -> None:
    looked = terms().look_up(typed)
    assert looked.terms[0].slug == slug
    assert looked.asks_meaning


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "😀",
        "привет",
        "что такое",
        "что это",
        "mitä",
        "что такое борщ",
        "что мне делать",
        "как получить ВНЖ мужу и детям",
        "где мой адвокат",
        "ystävä",  # not credibility (uskottavuus)
        "туристу",  # not a lawyer
        "отсрочка",
        "правила",
        "положение",
        "попытки",
        "mistä löydän asunnon",
        "х" * 4096,
        "вокки " * 11,
    ],
)
def test_a_question_is_no_word(typed: str) -> None:
    assert not terms().look_up(typed).terms


def test_every_name_finds_its_term() -> None:
    for term in glossary().all():
        names = [term.fi, term.button, term.entry.en, *(term.name(each) for each in Language)]
        for name in names:
            assert term in terms().look_up(name).terms, name


def test_a_name_comes_before_what_only_sounds_so() -> None:
    assert [term.slug for term in terms().look_up("адвокат").terms] == ["attorney"]


def test_what_is_said_of_several_things_offers_them() -> None:
    slugs = [term.slug for term in terms().look_up("загран").terms]
    assert slugs == ["passport", "russian-foreign-passport"]
    assert all(
        len(terms().look_up(said).terms) <= MOST_SHOWN
        for term in glossary().all()
        for said in term.words[Language.RUSSIAN].typed
    )


def test_words_that_sound_alike_are_the_same() -> None:
    assert heard("Хенкилётуннус") == heard("henkilötunnus")
    assert heard("täytäntöönpano") == heard("TAYTANTOONPANO")
