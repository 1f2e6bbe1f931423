"""Both languages of an article say the same numbers and dates."""

from datetime import date

import pytest

from bot.content.facts import Fact
from bot.content.twins import mistakes_of_marks, mistakes_of_numbers, mistakes_of_values
from bot.core.languages import Language
from tests.content.shelf import Shelf

RU, FI = Language.RUSSIAN, Language.FINNISH
TEXT = "{day} [1] [2]\n\n## What\n\n{sum}\n"


def test_each_language_writes_them_in_its_own_way(shelf: Shelf) -> None:
    shelf.put("lawyer", RU, text=TEXT.format(day="12 июня", sum="1 172 евро, два листа"))
    shelf.put("lawyer", FI, text=TEXT.format(day="12.6.", sum="1172 euroa, 2 paperia"))
    assert list(mistakes_of_numbers(shelf.read())) == []


def test_what_one_language_alone_says_is_told_with_its_place(shelf: Shelf) -> None:
    shelf.put("lawyer", RU, text=TEXT.format(day="12 июня", sum="5 дней"))
    shelf.put("lawyer", FI, text=TEXT.format(day="12.7.", sum="7 päivää"))
    assert list(mistakes_of_numbers(shelf.read())) == [
        "ru/articles/lawyer.md: short answer says 12.6., its fi twin does not",
        "ru/articles/lawyer.md: part 1 says 5, its fi twin does not",
        "fi/articles/lawyer.md: short answer says 12.7., its ru twin does not",
        "fi/articles/lawyer.md: part 1 says 7, its ru twin does not",
    ]


def test_titles_and_sources_too(shelf: Shelf) -> None:
    shelf.put("lawyer", FI, text="Ask [1] [2].", title="7 days")
    good = (shelf.locales / "fi/articles/lawyer.md").read_text(encoding="utf-8")
    shelf.write("lawyer", FI, good.replace("That it is so.", "Vuonna 2024."))
    assert list(mistakes_of_numbers(shelf.read())) == [
        "fi/articles/lawyer.md: title says 7, its ru twin does not",
        "fi/articles/lawyer.md: source 1 says 2024, its ru twin does not",
    ]


def test_a_part_that_one_language_lacks(shelf: Shelf) -> None:
    shelf.put("lawyer", RU, text="[1] [2]\n\n## Срок\n\n30 дней")
    assert list(mistakes_of_numbers(shelf.read())) == [
        "ru/articles/lawyer.md: part 1 says 30, its fi twin does not"
    ]


def test_named_facts_too(shelf: Shelf) -> None:
    shelf.facts["a-sum"] = Fact(
        ru={"value": "348,50 евро", "ask": "Migri"},
        fi={"value": "384,50 euroa", "ask": "Migri"},
        checked=date(2026, 11, 26),
        check_again=date(2027, 1, 26),
    )
    assert list(mistakes_of_values(shelf.facts)) == [
        "named_facts: a-sum: ru: value says 348,50, its fi twin does not",
        "named_facts: a-sum: fi: value says 384,50, its ru twin does not",
    ]


@pytest.mark.parametrize(
    ("russian", "finnish", "told"),
    [
        (
            "Да. [?] [1] [2]",
            "Kyllä [1] [2].",
            "short answer has 1 marks of what is unconfirmed, its",
        ),
        ("[1] [2]\n\n## A\n\nb", "[1]\n\n## A\n\nb [2]", "short answer cites [2] in one language"),
        ("[1] [2]\n\n## A\n\nb", "[1] [2]", "has 1 parts, its twin 0"),
    ],
)
def test_what_warns_in_one_language_warns_in_the_other(
    shelf: Shelf, russian: str, finnish: str, told: str
) -> None:
    shelf.put("lawyer", RU, text=russian)
    shelf.put("lawyer", FI, text=finnish)
    assert next(mistakes_of_marks(shelf.read())).startswith(f"ru/articles/lawyer.md: {told}")


def test_marks_may_stand_at_other_words(shelf: Shelf) -> None:
    shelf.put("lawyer", RU, text="Раз [2]. [?] Два [1].")
    shelf.put("lawyer", FI, text="Yksi [1]. Kaksi [2] ja yhä [2]. [?]")
    assert list(mistakes_of_marks(shelf.read())) == []


def test_facts_may_stand_in_another_order(shelf: Shelf) -> None:
    """Their sources are numbered as they come."""
    for name in ("a", "b"):
        words = {"value": name, "source": name, "says": name}
        shelf.facts[name] = Fact(
            url=f"https://office.example/{name}",
            ru=words,
            fi=words,
            checked=date(2026, 11, 26),
            check_again=date(2027, 1, 26),
        )
    shelf.put("lawyer", RU, text="[1] [2] {a} {b}")
    shelf.put("lawyer", FI, text="[1] [2] {b} {a}")
    assert list(mistakes_of_marks(shelf.read())) == []
    shelf.put("lawyer", FI, text="[1] [2] {b}")
    (told,) = mistakes_of_marks(shelf.read())
    assert told == "ru/articles/lawyer.md: short answer cites [3] in one language alone"
