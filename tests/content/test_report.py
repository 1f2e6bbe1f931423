"""The report: what is past its age stands first, and long sentences are listed."""

from datetime import date

from bot.content.report import LONGEST_SENTENCE, as_json, as_lines, report
from bot.content.sentences import sentences_of, words_in
from bot.core.languages import Language
from tests.content.shelf import Shelf

RU = Language.RUSSIAN
DAY = date(2026, 12, 2)


def test_what_is_past_its_age_stands_first(shelf: Shelf) -> None:
    shelf.put("lawyer", RU, check_again="2026-12-01")
    made = report(shelf.read(), DAY)
    first = made.aged[0]
    assert (first.kind, first.name, first.language) == ("article", "lawyer", RU)
    assert (first.days_left(DAY), made.overdue) == (-1, 1)
    lines = list(as_lines(made))
    assert "Past their age on 2026-12-02: 1" in "\n".join(lines)
    assert lines[3] == "2026-12-01          -1  2026-11-26  article ru lawyer  PAST ITS AGE"
    assert sum("PAST" in line for line in lines) == 1


def test_on_the_day_itself_it_is_not_yet_past(shelf: Shelf) -> None:
    shelf.put("lawyer", RU, check_again="2026-12-02")
    assert report(shelf.read(), DAY).overdue == 0


def test_a_long_sentence_is_listed_and_a_short_one_is_not(shelf: Shelf) -> None:
    short = " ".join(["Слово"] * LONGEST_SENTENCE) + " [1]."
    shelf.put("lawyer", RU, text=f"{short} Одно {short} [2]")
    found = report(shelf.read(), DAY).long_sentences
    assert [(each.where, each.words) for each in found] == [
        ("ru/articles/lawyer.md", LONGEST_SENTENCE + 1)
    ]
    assert found[0].sentence.startswith("Одно Слово")


def test_a_script_reads_the_same(shelf: Shelf) -> None:
    made = report(shelf.read(), DAY)
    found = as_json(made)
    assert found["today"] == "2026-12-02"
    assert found["counts"] == dict(made.counts)
    assert found["counts"]["articles"] == 4
    assert found["freshness"][0].keys() == {
        *("kind", "name", "language", "checked", "check_again", "days_left")
    }


def test_where_a_sentence_ends(shelf: Shelf) -> None:
    text = "Tee 12.6. asti näin [1]! Sitten toisin. [?]\n\n- Yksi [2]\n- Kaksi: kolme-neljä"
    shelf.put("lawyer", Language.FINNISH, text=text)
    article = shelf.read().article("lawyer", Language.FINNISH)
    assert article
    sentences = list(sentences_of(article))
    assert sentences == [
        "Tee 12.6. asti näin [1]!",
        "Sitten toisin. ⚠️",
        "Yksi [2]",
        "Kaksi: kolme-neljä",
    ]
    assert [words_in(sentence) for sentence in sentences] == [5, 2, 1, 2]
