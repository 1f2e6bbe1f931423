"""Named facts: one change changes every article, in both languages."""

from datetime import date
from pathlib import Path

import pytest

from bot.content.check import mistakes_of_facts, overdue
from bot.content.errors import ContentError
from bot.content.facts import Fact, read_facts
from bot.content.markdown import UNCONFIRMED
from bot.core.languages import Language
from tests.content.shelf import Shelf

DAYS = {"checked": date(2026, 11, 26), "check_again": date(2027, 1, 1)}
SUM = Fact(
    url="https://office.example/sum",
    ru={"value": "12 евро", "source": "Служба", "says": "Столько платят."},
    fi={"value": "12 euroa", "source": "Virasto", "says": "Näin paljon maksetaan."},
    **DAYS,
)
PERIOD = Fact(
    ru={"value": "5 дней", "ask": "Спросите адвоката."},
    fi={"value": "5 päivää", "ask": "Kysy avustajalta."},
    **DAYS,
)
TEXT = "You get {a-sum} [1] [2], within {a-period}. Again {a-sum}."


@pytest.fixture
def using(shelf: Shelf) -> Shelf:
    shelf.facts = {"a-sum": SUM, "a-period": PERIOD}
    shelf.put("appeal-how", text=TEXT)
    return shelf


def test_the_value_and_its_source_stand_in_the_text(using: Shelf) -> None:
    article = using.read().article("appeal-how", Language.RUSSIAN)
    assert article
    link = '<a href="https://office.example/sum">[3]</a>'
    assert f"You get 12 евро {link}" in article.lead
    assert f"Again 12 евро {link}." in article.lead
    assert article.head.sources[2].says == "Столько платят."
    assert using.read().article("appeal-how", Language.FINNISH).lead.count("12 euroa") == 2  # type: ignore[union-attr]


def test_nobody_mistakes_a_guess_for_the_law(using: Shelf) -> None:
    article = using.read().article("appeal-how", Language.FINNISH)
    assert article
    assert f"5 päivää {UNCONFIRMED}" in article.lead
    assert list(article.unconfirmed) == [article.lead.striptags()]
    assert not article.facts["a-period"].confirmed


def test_an_unknown_name_is_refused(using: Shelf) -> None:
    using.put("appeal-how", text="{nothing} [1] [2]")
    with pytest.raises(ContentError, match=r"ru/articles/appeal-how.md: \{nothing\}: there is no"):
        using.read()


def test_an_article_is_as_old_as_its_oldest_fact(using: Shelf) -> None:
    due = overdue(using.read(), date(2027, 1, 2))
    assert {article.slug for article in due} == {"appeal-how"}


def test_facts_that_nobody_uses_or_one_language_alone_are_told(using: Shelf) -> None:
    using.put("appeal-how", Language.FINNISH, text="Only {a-sum} [1] [2].")
    using.facts["unused"] = SUM
    assert list(mistakes_of_facts(using.read())) == [
        "named_facts: no article uses unused",
        "fi/articles/appeal-how.md: its ru twin uses a-period too",
    ]


GOOD = """[a-sum]
checked = 2026-11-26
check_again = 2027-01-26
url = "https://office.example/sum"
ru = { value = "1", source = "S", says = "s" }
fi = { value = "1", source = "S", says = "s" }
"""


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "money.toml").write_text(GOOD)
    assert read_facts(tmp_path)["a-sum"].confirmed


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (GOOD.replace("url", "# url"), "give url, and source and says"),
        (GOOD.replace(', source = "S", says = "s"', "").replace("url", "# url"), "give a source"),
        (GOOD.replace('says = "s" }', 'says = "s", ask = "a" }', 1), "whom to ask in both"),
        (GOOD.replace("https", "http"), "should match pattern"),
        ("[a-sum", "Expected"),
    ],
)
def test_what_is_wrong_with_a_fact_is_said(tmp_path: Path, content: str, sentence: str) -> None:
    (tmp_path / "money.toml").write_text(content)
    with pytest.raises(ContentError, match=rf"(?s)/money.toml: .*{sentence}"):
        read_facts(tmp_path)


def test_a_name_stands_in_one_file_only(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.toml").write_text(GOOD)
    with pytest.raises(ContentError, match=r"b.toml: a-sum stands in another file too"):
        read_facts(tmp_path)
