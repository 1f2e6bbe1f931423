"""Which answers a text is like."""

from bot.content.search.index import Index
from bot.core.languages import Language

FI = Language.FINNISH


def best(phrases: dict[str, list[str]], text: str) -> str:
    return Index(phrases, FI).rank(text)[1][0].slug


def test_words_side_by_side_say_more_than_words() -> None:
    phrases = {
        "from": ["palaanko kotiin täältä", "täältä pois kotiin"],
        "away": ["kotiin täältä pois", "palaanko täältä"],
    }
    assert best(phrases, "täältä pois") == "away"
    assert best(phrases, "pois kotiin") == "from"


def test_many_phrases_do_not_make_an_answer_louder() -> None:
    phrases = {"much": [f"oikeus {n}" for n in range(60)] + ["tulkki"], "little": ["oikeus tulkki"]}
    assert best(phrases, "oikeus tulkki") == "little"


def test_what_nobody_asked_with_speaks_against_every_answer() -> None:
    index = Index({"work": ["saanko tehdä töitä"], "home": ["missä voin asua"]}, FI)
    (plain, *_), (stranger, *_) = (
        index.rank(text)[1] for text in ("saanko tehdä töitä", "saanko tehdä blöö brzz")
    )
    assert stranger.slug == plain.slug == "work"
    assert stranger.score < plain.score / 2
    assert plain.score > 0.99
