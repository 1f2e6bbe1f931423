"""The glossary: how it is read, what is refused, and which answers use which term."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.content.articles import Article
from bot.content.check_glossary import (
    LONGEST_LINE,
    LONGEST_TERM,
    false_friends,
    mistakes_in_glossary,
)
from bot.content.errors import ContentError
from bot.content.glossary import Certainty, Entry, Glossary, Matter, Words, glossary, read_glossary
from bot.content.glossary_uses import Uses
from bot.content.library import Library
from bot.core.languages import Language
from tests.content.shelf import Shelf

RU, FI = Language.RUSSIAN, Language.FINNISH
TODAY = date(2026, 11, 26)
COURT = Entry(
    fi="hallinto-oikeus",
    en="Administrative Court",
    forms=("hallinto-oikeuden",),
    certainty=Certainty.FINNISH,
    sources=("https://office.example/court",),
    checked=TODAY,
)
APPEAL = COURT.model_copy(update={"fi": "valitus", "en": "appeal", "forms": ("valituksen",)})
IN_RUSSIAN = {
    "court": Words(name="суд", line="Судит.", never=("арбитраж",)),
    "appeal": Words(name="жалоба", line="Письмо в суд."),
}
IN_FINNISH = {"court": Words(line="Tuomitsee."), "appeal": Words(line="Kirje.")}


def made(
    *,
    entries: dict[str, Entry] | None = None,
    ru: dict[str, Words] | None = None,
    fi: dict[str, Words] | None = None,
) -> Glossary:
    """Return a glossary of two terms, with what is given in place of what is right."""
    right = {"court": COURT, "appeal": APPEAL}
    return Glossary(
        {Matter.DECISION: {**right, **(entries or {})}},
        {RU: IN_RUSSIAN if ru is None else ru, FI: IN_FINNISH if fi is None else fi},
    )


def court(**changes: object) -> dict[str, Entry]:
    return {"court": COURT.model_copy(update=changes)}


def test_a_good_glossary_has_no_mistakes() -> None:
    assert list(mistakes_in_glossary(made())) == []


def test_our_own_glossary_is_whole() -> None:
    assert list(mistakes_in_glossary(glossary())) == []
    assert len(glossary().all()) >= 258
    assert all(glossary().of_matter(matter) for matter in Matter)


@pytest.mark.parametrize(
    ("broken", "sentence"),
    [
        (made(fi={"court": IN_FINNISH["court"]}), "fi/glossary.toml: appeal is missing"),
        (
            made(ru=IN_RUSSIAN | {"judge": Words(name="судья", line="Судит.")}),
            "ru/glossary.toml: judge stands in no file of content/glossary",
        ),
        (
            made(fi=IN_FINNISH | {"court": Words(line="a" * (LONGEST_LINE + 1))}),
            f"fi/glossary.toml: court: its line has {LONGEST_LINE + 1} letters, more than",
        ),
        (
            made(ru=IN_RUSSIAN | {"court": Words(name="Жалоба", line="Судит.")}),
            "“жалоба” stands there 2 times",
        ),
        (made(entries=court(fi="Valitus")), "“valitus” stands there 2 times"),
        (made(entries=court(sources=())), "court: certainty = “finnish” needs the page"),
        (made(entries=court(certainty=Certainty.BOTH, sources=())), "“both” needs the page"),
        (made(entries=court(certainty=Certainty.KNOWN)), "court: has a source: say which"),
        (made(entries=court(fi="a" * (LONGEST_TERM + 1))), "is cut on a button: give `short`"),
        (
            made(ru=IN_RUSSIAN | {"court": Words(line="Судит.")}),
            "ru/glossary.toml: court: a name is given, but not in Finnish",
        ),
        (
            made(fi=IN_FINNISH | {"court": Words(name="oikeus", line="Tuomitsee.")}),
            "fi/glossary.toml: court: a name is given, but not in Finnish",
        ),
    ],
)
def test_what_must_be_mended_is_said(broken: Glossary, sentence: str) -> None:
    assert any(sentence in found for found in mistakes_in_glossary(broken))


def test_a_term_that_a_language_lacks_is_not_shown() -> None:
    half = made(fi={"court": IN_FINNISH["court"]})
    assert [term.slug for term in half.all()] == ["court"]
    assert half.term("appeal") is None


def test_a_term_too_long_for_a_button_has_a_shorter_one() -> None:
    (term, _) = made(entries=court(short="HAO")).all()
    assert (term.button, term.fi) == ("HAO", "hallinto-oikeus")
    assert (term.name(RU), term.name(FI)) == ("суд", "hallinto-oikeus")


def test_terms_of_a_matter_stand_as_in_a_dictionary() -> None:
    quoted = {"label": COURT.model_copy(update={"fi": "”leima”", "en": "label"})}
    words = {"label": Words(name="ярлык", line="Ярлык.")}
    terms = made(
        entries=quoted, ru=IN_RUSSIAN | words, fi=IN_FINNISH | {"label": Words(line="Leima.")}
    )
    buttons = [term.button for term in terms.of_matter(Matter.DECISION)]
    assert buttons == ["hallinto-oikeus", "”leima”", "valitus"]
    assert terms.of_matter(Matter.LIVING) == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[court]\nname = 'суд'", "line"),
        ("[court]\nline = 'a'\nexplains = 'b'", "explains"),
        ("[court\n", "ru/glossary.toml"),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, text: str, sentence: str) -> None:
    for matter in Matter:
        (tmp_path / f"{matter}.toml").write_text("", encoding="utf-8")
    for language in Language:
        (tmp_path / language).mkdir()
        (tmp_path / language / "glossary.toml").write_text(
            text if language is RU else "", encoding="utf-8"
        )
    with pytest.raises(ContentError, match=r"ru/glossary\.toml") as caught:
        read_glossary(tmp_path, tmp_path)
    assert sentence in str(caught.value)


@pytest.fixture
def articles(shelf: Shelf) -> Library:
    shelf.put("lawyer", text="Спросите про valitus, hallinto-oikeuden и снова valituksen [1] [2].")
    shelf.put("appeal-how", text="Жалоба (valitus) [1] [2].\n\n## Куда\n\nМимо: valitusasia.")
    return shelf.read()


def test_the_finnish_words_in_a_russian_answer_are_its_terms(articles: Library) -> None:
    uses = Uses(articles, made())
    assert uses.terms_of("lawyer") == ["court", "appeal"]  # what few answers use comes first
    assert uses.terms_of("appeal-how") == ["appeal"]
    assert uses.terms_of("nothing") == ()


def test_a_term_leads_to_the_answers_that_use_it_most(articles: Library) -> None:
    uses, (court_, appeal) = Uses(articles, made()), made().all()
    assert uses.articles_of(appeal) == ["lawyer", "appeal-how"]
    assert uses.articles_of(court_) == ["lawyer"]
    assert uses.articles_of(replace(appeal, slug="gone")) == ()


def test_what_two_terms_share_tells_nothing(articles: Library) -> None:
    shared = {"appeal": APPEAL.model_copy(update={"forms": ("hallinto-oikeuden",)})}
    assert Uses(articles, made(entries=shared)).terms_of("lawyer") == ["appeal"]


def test_the_longest_term_counts(shelf: Shelf) -> None:
    shelf.put("lawyer", text="Суд (korkein hallinto-oikeus) [1] [2].")
    entries = {"kho": COURT.model_copy(update={"fi": "korkein hallinto-oikeus", "en": "KHO"})}
    words = {"kho": Words(name="высший суд", line="Судит.")}
    fi = {"kho": Words(line="Tuomitsee.")}
    terms = made(entries=entries, ru=IN_RUSSIAN | words, fi=IN_FINNISH | fi)
    assert Uses(shelf.read(), terms).terms_of("lawyer") == ["kho"]


def test_a_false_friend_beside_the_finnish_word_is_refused(shelf: Shelf) -> None:
    text = "В арбитражный суд (hallinto-oikeus) [1] [2]."
    shelf.put("lawyer", RU, text=text)
    (found,) = false_friends(shelf.read(), made())
    assert found.startswith("ru/articles/lawyer.md: “арбитражный суд (hallinto-oikeus)”")


def test_other_words_in_other_places_are_no_false_friends(shelf: Shelf) -> None:
    text = "Арбитраж не нужен: жалоба в суд (hallinto-oikeus), арбитраж (muu) [1] [2]."
    shelf.put("lawyer", RU, text=text)
    assert list(false_friends(shelf.read(), made())) == []


def test_every_part_of_an_answer_is_looked_through(shelf: Shelf) -> None:
    shelf.put("lawyer", RU, text="[1] [2]\n\n## Куда\n\nАрбитраж (hallinto-oikeuden).")
    found: Article | None = shelf.read().article("lawyer", RU)
    assert found is not None
    assert len(list(false_friends(shelf.read(), made()))) == 1
